"""The sheets of one page that a build puts beside the pages, each made when something that it says has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generators.fonts import NoChineseFontError, chinese_font
from generators.onepage.make import KINDS, sheet
from generators.onepage.places import books_shown, sheet_path
from generators.printing.store import Store
from generators.tree import Source
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.progress import Progress
from schemas.punctuation import joined
from schemas.words import Bilingual, in_both

_STORE: Final = Path(".cache", "sheets")
_TOO_LONG: Final = Bilingual(
    "一页纸放不下，没有做：{titles}。把它拆短，或打印它的页面。",
    "Too long for a sheet of one page, so that none is offered: {titles}. Shorten the records, or print their pages.",
)
_MISSING: Final = Bilingual(
    "一页纸上有字体没有的字符，会印成方框：{titles}。换成文字。",
    "Sheets of one page have characters that the font has not, which are printed as boxes: {titles}. "
    "Put them in words.",
)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets as far as they are made.

    Attributes:
        files: each by its path on the site.
        unmade: how many are not made yet.
        problems: why there are fewer of them than records, and what is wrong with some.
    """

    files: Mapping[str, Source]
    unmade: int
    problems: tuple[HandbookError, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A sheet: of a record in a language, of a card as a handbook has it."""

    view: Library
    entry: Entry
    book: str

    @property
    def key(self) -> str:
        """By what it is kept."""
        return f"onepage/{_font()}/{self.book}/{self.entry.address}"

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return sheet_path(self.entry, self.view.lang, self.book)


def standing_sheets(library: Library, build: Path) -> Sheets:
    """The sheets that were made before, as far as nothing that they say has changed."""
    store, files, unmade = Store(build / _STORE), dict[str, Source](), 0
    found: dict[str, list[_Wanted]] = {"is_too_long": [], "missing": []}
    try:
        _font()
    except NoChineseFontError as error:
        return Sheets({}, 0, (error,))
    for wanted in _all(library):
        kept = wanted.view.keeper.find(wanted.key, wanted.view)
        facts: Mapping[str, Any] = json.loads(kept) if kept is not None else {}
        for name in found:
            if facts.get(name):
                found[name].append(wanted)
        source = store.find(facts["pdf"]) if facts.get("pdf") else None
        if source is not None:
            files[wanted.path] = source
        elif not facts.get("is_too_long"):
            unmade += 1
    return Sheets(files, unmade, tuple(_problems(**found)))


def make_sheets(library: Library, build: Path, report: Progress) -> None:
    """Make the sheets that are not made yet, for `standing_sheets` to give.

    Raises:
        HandbookError: there is no Chinese font.
    """
    store, sheets = Store(build / _STORE), tuple(_all(library))
    for done, wanted in enumerate(sheets, 1):
        _make(wanted, store)
        report(done, len(sheets))
    store.forget_unused()


def _problems(is_too_long: list[_Wanted], missing: list[_Wanted]) -> Iterator[HandbookError]:
    if is_too_long:
        yield HandbookError("sheet-too-long", _TOO_LONG, titles=in_both(partial(_titles, is_too_long)))
    if missing:
        yield HandbookError("sheet-missing", _MISSING, titles=in_both(partial(_titles, missing)))


def _titles(sheets: list[_Wanted], lang: str) -> str:
    """What *sheets* are called in *lang*, each once."""
    titles = dict.fromkeys(each.view.titles(each.entry.address).of(lang) for each in sheets)
    return joined(titles, lang)


def _all(library: Library) -> Iterator[_Wanted]:
    """Every sheet of every language."""
    for view in map(library.view, library.settings.languages):
        for entry in (entry for kind in KINDS for entry in view.of_kind(kind)):
            yield from (_Wanted(view, entry, book) for book in books_shown(view, entry))


def _font() -> str:
    """The font that they are set in: another one sets other sheets."""
    return Path(str(chinese_font().get_file())).name


def _make(wanted: _Wanted, store: Store) -> None:
    """Make a sheet when there is none, or something that it says has changed."""
    view, key = wanted.view, wanted.key

    def make() -> bytes:
        return json.dumps(_set(wanted, store)).encode()

    facts: Mapping[str, Any] = json.loads(view.keeper.of(key, view, make))
    if facts["pdf"] and store.find(facts["pdf"]) is None:  # somebody emptied the store
        view.keeper.renew(key, view, make)


def _set(wanted: _Wanted, store: Store) -> Mapping[str, Any]:
    try:
        made = sheet(wanted.view, wanted.entry, wanted.book)
    except HandbookError as error:
        if error.rule != "sheet-too-long":
            raise
        return {"pdf": "", "is_too_long": True, "missing": ""}
    name = f"{sha256(made.pdf).hexdigest()}.pdf"
    store.put(name, made.pdf)
    return {"pdf": name, "is_too_long": False, "missing": made.missing}
