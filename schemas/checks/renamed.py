"""Records that were renamed while their English stayed where it was."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.catalogue import LANGUAGE, Catalogue
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.kinds import full_address, kind_in
from schemas.library import Library
from schemas.messages import Control


def check_renamed(library: Library) -> Iterator[Finding]:
    """Findings about records whose English still lies under another name: they were renamed and do not say so."""
    for stray in library.strays:
        for entry, former in renamed_from(library, stray):
            yield entry.document.finding((), Control.RENAMED_WITHOUT_FORMERLY, value=former)


def renamed_from(library: Library, stray: Catalogue) -> Iterator[tuple[Entry, str]]:
    """The records that had the English of *stray* before they were renamed, which they do not say, with that name."""
    for address, message in stray.messages.items():
        kind, _, id_ = (former := address.partition("#")[0]).partition("/")
        of_kind = kind_in(kind) if address == f"{kind}/{id_}#title" else None
        before = full_address(former, book_of(stray))
        for entry in (
            library.of_kind(of_kind.folder, book_of(stray)) if of_kind and before not in library.entries else ()
        ):
            known = {full_address(each, entry.handbook) for each in entry.names.formerly}
            if before not in known and str(entry.record.title) == message.source:
                yield entry, former


def book_of(catalogue: Catalogue) -> str:
    """The handbook in whose folder a catalogue lies; empty for that of a record of the library itself."""
    book = catalogue.path.split("/")[1]
    return "" if book == LANGUAGE else book
