"""The frames of pages: what mkdocs and its theme put around them.

The theme makes one frame for each depth of folders and each language. What differs from page to page stands in it as a
mark, `<!--shouce:name-->` (site/overrides/main.html), so that mkdocs runs when the theme or its words change and never
because a record did. Author text is escaped wherever the theme prints it, so that no text can hold a mark.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from markupsafe import escape

from generators.assets import Assets
from generators.pages.page import Rendered
from generators.site_config import FOLDERS, site_config
from generators.site_source import base_config, overrides_folder
from generators.tree import STAGE
from generators.writer import write_tree
from schemas.disk import write_file
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.reads import digest_of
from schemas.words import Bilingual

_DEPTHS: Final = 3
"""Pages stand at the top, in the folder of a handbook, or in that of a kind within it."""

_FRAME: Final = "frame"
_AT_WORK: Final = "tmp-"
_LEFT_OUT: Final = re.compile("^sitemap\\.xml|^404\\.html|^assets/(?:images|javascripts|stylesheets)/")
"""The sitemap carries the day of the build, what is lost has a page of ours, no page loads what the theme brings."""

_TOOLS: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2")
_MARK: Final = re.compile(r"<!--shouce:(\w+)-->")
_REFUSED: Final = re.compile(r"\[Errno (\d+)\] ([^:\n]+)")
"""How Python words what the system refuses: its number and its words."""


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What stands around the text of a page and differs from page to page, as HTML."""

    strip: str
    menu: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page.

    Attributes:
        pieces: HTML in turn with the names of what comes between.
        mark: other pieces have another.
    """

    pieces: tuple[str, ...]
    mark: str

    def around(self, page: Rendered, surrounding: Surrounding, site_name: str) -> str:
        """The whole page as HTML."""
        is_home = page.url == "index.html"
        fills = {
            "title": escape(site_name if is_home or not page.title else f"{page.title} · {site_name}"),
            "description": escape(page.description),
            "here": page.url,
            "type": "website" if is_home else "article",
            "start": page.start or "content",
            "strip": surrounding.strip,
            "menu": surrounding.menu,
            "content": page.content,
        }
        return "".join(fills[piece] if at % 2 else piece for at, piece in enumerate(self.pieces))


@dataclass(frozen=True, slots=True)
class Theme:
    """What mkdocs made for one language: the frames by depth, and its other files by path."""

    frames: tuple[Frame, ...]
    files: Mapping[str, Path]

    def frame(self, url: str) -> Frame:
        """The frame that goes around the page at *url*."""
        return self.frames[url.count("/")]


def themes(root: Path, library: Library, assets: Assets) -> dict[str, Theme]:
    """The theme of every language, by language; mkdocs runs for those whose inputs have changed.

    Args:
        root: the folder to whose `build/` they go; its own `mkdocs.yml` and `site/` win.
        library: any view of the library.
        assets: the scripts and styles that frames load.

    Raises:
        HandbookError: `site-build-failed`, with the last lines that mkdocs printed.
    """
    languages = library.settings.languages
    digests = _prepare(root, library, assets)
    for left in (root / "build" / STAGE).glob(f"{_AT_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)
    stale = [lang for lang in languages if not _is_staged(root / "build", lang, digests[lang])]
    with ThreadPoolExecutor(max(1, len(stale))) as pool:
        list(pool.map(lambda lang: _run_mkdocs(root, lang, digests[lang]), stale))
    return {lang: _read(root / "build" / STAGE / lang) for lang in languages}


def standing_themes(root: Path, library: Library) -> dict[str, Theme]:
    """The theme of every language that a build has made, as it stands: mkdocs is not run, and nothing is written."""
    standing: dict[str, Theme] = {}
    for lang in library.settings.languages:
        with suppress(OSError):  # none was made yet, or a build is about to put another in its place
            standing[lang] = _read(root / "build" / STAGE / lang)
    return standing


def _prepare(root: Path, library: Library, assets: Assets) -> dict[str, str]:
    """Write what mkdocs reads, and return for each language the digest of all that its output depends on."""
    overrides = overrides_folder(root)
    theme = {path.relative_to(overrides).as_posix(): path.read_bytes() for path in _files(overrides)}
    shared = {**theme, "mkdocs.yml": base_config(root).read_bytes(), "versions": _versions()}
    digests: dict[str, str] = {}
    for lang in library.settings.languages:
        config = site_config(root, library, lang, assets).encode()
        write_file(root / "build" / f"mkdocs.{lang}.yml", config)
        shared[f"mkdocs.{lang}.yml"] = config  # those of the languages after it inherit it
        sources = {f"{'in/' * depth}{_FRAME}.md": b"" for depth in range(_DEPTHS)}
        write_tree(root / "build" / FOLDERS.of(lang), sources)
        digests[lang] = _digest(shared)
    return digests


def _versions() -> bytes:
    return " ".join(version(package) for package in _TOOLS).encode()


def _digest(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0{len(files[path])}\0".encode())
        total.update(files[path])
    return total.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _mark(build: Path, lang: str) -> Path:
    return build / STAGE / f"{lang}.json"


def _is_staged(build: Path, lang: str, digest: str) -> bool:
    """Whether a whole build of *digest* stands in the stage, with every one of its files."""
    try:
        mark = json.loads(_mark(build, lang).read_text("utf-8"))
        staged = mark["digest"] == digest and _sizes(build / STAGE / lang, mark["files"])
        return bool(staged == mark["files"])
    except (OSError, ValueError, LookupError, TypeError):
        return False


def _sizes(folder: Path, paths: Iterable[str]) -> dict[str, int]:
    return {path: (folder / path).stat().st_size for path in paths}


def _run_mkdocs(root: Path, lang: str, digest: str) -> None:
    """Build one language into its stage.

    Raises:
        HandbookError: `site-build-failed`, with the last lines that mkdocs printed.
        OSError: the system refused what mkdocs wanted to write.
    """
    stage = root / "build" / STAGE
    # A folder of its own: what a build left running that was killed must not write into that of the next one.
    stage.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=f"{_AT_WORK}{lang}-", dir=stage))
    command = [
        sys.executable, "-m", "mkdocs", "build", "--quiet",
        "--config-file", f"build/mkdocs.{lang}.yml", "--site-dir", str(work.resolve()),
    ]  # fmt: skip
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    # Only our own interpreter and fixed arguments.
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        shutil.rmtree(work, ignore_errors=True)
        if refused := _REFUSED.search(done.stderr):
            raise OSError(int(refused[1]), refused[2], str(stage))
        tail = " | ".join((done.stderr or done.stdout).strip().splitlines()[-5:])
        raise HandbookError("site-build-failed", _FAILED, lang=lang, tail=tail)
    files = _sizes(work, (path.relative_to(work).as_posix() for path in _files(work)))
    # The mark goes first and comes last: a folder that is cut short must not pass for a finished one.
    _mark(root / "build", lang).unlink(missing_ok=True)
    shutil.rmtree(stage / lang, ignore_errors=True)
    work.chmod(0o755)
    work.rename(stage / lang)
    write_file(_mark(root / "build", lang), json.dumps({"digest": digest, "files": files}).encode())


def _read(stage: Path) -> Theme:
    texts = ((stage / f"{'in/' * depth}{_FRAME}.html").read_text("utf-8") for depth in range(_DEPTHS))
    frames = tuple(Frame(tuple(_MARK.split(text)), digest_of(text)) for text in texts)
    files = ((path.relative_to(stage).as_posix(), path) for path in _files(stage))
    others = {path: file for path, file in files if not path.endswith("frame.html") and not _LEFT_OUT.search(path)}
    return Theme(frames, others)


_FAILED: Final = Bilingual(
    "网站（{lang}）没有生成：{tail}",
    "the {lang} site was not built: {tail}",
)
