"""The site's own scripts and styles: joined into few files, named by content, so that browsers keep them for good.

They are joined as they are written: minified they would save 4 KB of the 29 KB that a page loads, and cost a
dependency.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.findings import HandbookError
from schemas.words import Bilingual

SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    # in every page, before it is drawn
    "early": ("early",),
    # in every page
    "shouce": (
        "frame",
        "sos",
        "folds",
        "defined",
        "mine",
        "me",
        "steps",
        "soon",
        "lists",
        "cards",
        "sheet",
        "reaching",
        "asking",
        "answer-danger",
        "answer-card",
        "telling",
        "answers",
        "texts",
        "ask",
    ),
    # once a list is taken along
    "saving": ("saving",),
    # once the cursor is in the question box
    "suggest": ("suggest-match", "suggest"),
    # once a server answers that has somebody who puts steps into a paragraph
    "paragraph": ("paragraph",),
    # once a question finds no server
    "offline": (
        "offline-words",
        "offline-codes",
        "offline-pinyin",
        "offline-slips",
        "offline-question",
        "offline-packed",
        "offline-vocabulary",
        "offline-student",
        "offline-lexical",
        "offline-index",
        "offline-signs",
        "offline-reranking",
        "offline-ranking",
        "offline-planned",
        "offline-danger",
        "offline",
        "offline-text",
        "offline-card",
    ),
    # in the page of a form: no other page needs it
    "filling": (
        "filling-values",
        "filling-inputs",
        "filling-keys",
        "filling-history",
        "filling-written",
        "filling-put",
        "filling-paste",
        "filling-draft",
        "filling-drafts",
        "filling-word",
        "filling-copy",
        "filling-open",
        "filling-sums",
        "filling-sense",
        "filling-worked",
        "filling-late",
        "filling-paper",
        "filling-exercise",
        "filling-page",
    ),
    # in the page of a script, a fault tree or a card
    "practice": (
        "play-reading",
        "play-thresholds",
        "play-chance",
        "play-clock",
        "play-stage",
        "play-address",
        "play-record",
        "play-lookup",
        "play-ways",
        "play-matching",
        "play-turns",
        "play-marking",
        "play-parts",
        "play-frame",
        "play-result",
        "play-talk",
        "play-customers",
        "play-card-tasks",
        "play-card",
        "play-page",
    ),
    # in the page of an address at which there is nothing
    "lost": ("lost",),
    # once somebody says which role is theirs, and where two are compared
    "role": ("role-list", "role-day", "role-compare"),
    # in the page of the handbook's owner
    "owner": ("owner",),
    # once a form is filled without a server
    "zip": ("vendor/fflate",),
    # in the page of a course, in a page that was opened from one, and once something is recorded
    "learning": (
        "learning-store",
        "learning-schedule",
        "learning-draw",
        "learning-item",
        "learning-ask",
        "learning-test",
        "learning-people",
        "learning-file",
        "learning-plan",
        "learning-modules",
        "learning-course",
        "learning-reading",
        "learning-start",
    ),
    # once a question is answered
    "fsrs": ("vendor/ts-fsrs",),
}
"""The files of each script, without `.js`, in the order in which they run."""

_STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    # of every page
    "shouce": (
        "base", "icons", "frame", "sos", "page", "records", "folds", "steps", "dues", "defined", "cards", "lists",
        "roles", "list-table", "glance", "filling", "prints", "ask", "flowchart", "edges", "print", "paper",
    ),
    # with the script of that name
    "practice": ("play", "play-stage", "play-record", "play-talk", "play-card"),
    "learning": ("learning",),
}  # fmt: skip
_BOOK: Final = (
    "base", "icons", "page", "records", "cards", "lists", "roles", "list-table", "flowchart", "print", "book",
)  # fmt: skip
"""The files of the styles of the printed book, without `.css`, those that win last, as in each of the pages’."""

_FOLDER: Final = "assets"
_NAMED_BY_CONTENT: Final = re.compile(r"(?:^|/)assets/(?:[^/]+/)*[^/]+\.[0-9a-f]{8,64}(?:\.min)?\.(?:js|css)$")


@dataclass(frozen=True, slots=True)
class Assets:
    """Files of the site that depend on no record.

    Attributes:
        files: their content by path from the root of the site.
        names: the path of each script and style by what it is called here, such as `shouce.js`.
    """

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def site_assets(docs: Path) -> Assets:
    """The scripts and styles that are written in *docs* (`site/docs`), joined, and its other files as they are.

    Raises:
        HandbookError: rule `no-asset`: one of them is missing, as where `site/` is older than the program.
    """
    joined = dict(_joined(docs / _FOLDER))
    names = {name: _named_by_content(name, content) for name, content in joined.items()}
    others = {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and path.suffix not in (".js", ".css")
    }
    return Assets({**others, **{names[name]: content for name, content in joined.items()}}, names)


def book_styles(folder: Path) -> str:
    """The styles of the printed book, from the folder that they are written in (`site/docs/assets`)."""
    return _join(folder, _BOOK, ".css").decode()


def is_named_by_content(path: str) -> bool:
    """Whether what stands at *path* of the site never changes, as its name would: a script or a style with a digest."""
    return bool(_NAMED_BY_CONTENT.search(path))


def _joined(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, parts in SCRIPTS.items():
        yield f"{name}.js", b'"use strict";\n' + _join(folder, parts, ".js")
    for name, parts in _STYLES.items():
        yield f"{name}.css", _join(folder, parts, ".css")


def _join(folder: Path, parts: tuple[str, ...], suffix: str) -> bytes:
    paths = [folder / f"{part}{suffix}" for part in parts]
    missing = next((path for path in paths if not path.is_file()), None)
    if missing is not None:
        raise HandbookError("no-asset", _MISSING, path=missing)
    return b"".join(path.read_bytes() for path in paths)


def _named_by_content(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{_FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:16]}.{suffix}"


_MISSING: Final = Bilingual(
    "没有 {path}，网站做不出来。手册的文件夹里有 site/ 的，把它移走，就用程序自带的；没有的，重新安装本程序。",
    "there is no {path}, so the site cannot be built. If the library has a folder site/, move it away, and that of the "
    "program is used; if it has none, install the program again.",
)
