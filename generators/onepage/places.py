"""Where sheets of one page stand, and of which handbooks a record has one."""

from __future__ import annotations

from pathlib import PurePosixPath

from schemas.cards_used import books_of
from schemas.entry import Entry
from schemas.languages import PREFIX, SUFFIX
from schemas.library import Library


def file_name(entry: Entry, lang: str, book: str = "") -> str:
    """What the file of a sheet is called; that of a card as one handbook has it is called after both."""
    return f"{'-'.join(filter(None, (entry.code, entry.id, book)))}-sheet{SUFFIX.of(lang)}.pdf"


def sheet_path(entry: Entry, lang: str, book: str = "") -> str:
    """Where the sheet of a record stands on the site: beside its page."""
    return str(PurePosixPath(PREFIX.of(lang) + entry.url).with_name(file_name(entry, lang, book)))


def books_shown(view: Library, entry: Entry) -> tuple[str, ...]:
    """The handbooks that a record has a sheet each for: those that use a card; of all else there is one, without."""
    return books_of(view, entry.address) if entry.of.of_library else ("",)
