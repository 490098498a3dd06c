"""From what a person types for a record to the record."""

from __future__ import annotations

from schemas.findings import Bilingual, Candidates, HandbookError
from schemas.kinds import KINDS
from schemas.library import Entry, Library


def find_record(library: Library, typed: str, folder: str | None = None) -> Entry:
    """The record that *typed* means: a code, an address, or an id within *folder*; the default handbook goes first.

    Raises:
        HandbookError: rule `no-record`, with «did you mean», or `other-kind` when it is a record of another kind.
    """
    default = str(library.settings.default)
    books = (default, *(id_ for id_ in library.handbooks if id_ != default))
    names = [typed] if "/" in typed or folder is None else [typed, f"{folder}/{typed}"]
    for name in names:
        for book in books:
            entry = library.find(name, book)
            if entry is not None and folder in (None, entry.kind):
                return entry
            if entry is not None and folder is not None:
                raise HandbookError("other-kind", value=typed, found=_kind(entry.kind), expected=_kind(folder))
    known = [entry for entry in library.entries.values() if folder in (None, entry.kind)]
    words = (*(str(e.record.code) for e in known if e.record.code), *(e.id for e in known), *(e.address for e in known))
    raise HandbookError("no-record", value=typed, guess=Candidates(typed, words))


def find_handbook(library: Library, typed: str) -> str:
    """The handbook whose id is *typed*.

    Raises:
        HandbookError: rule `no-record`, with «did you mean».
    """
    if typed not in library.handbooks:
        raise HandbookError("no-record", value=typed, guess=Candidates(typed, tuple(library.handbooks)))
    return typed


def _kind(folder: str) -> Bilingual:
    return Bilingual(KINDS[folder].zh, KINDS[folder].en.lower())
