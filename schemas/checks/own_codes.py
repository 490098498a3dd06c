"""Codes of our own forms and those of the sources: nobody may take one for the other."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Forms
from schemas.reads import derived


def check_own_codes(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about a code that stands in a source, and about a form that no source has."""
    prefix, code = library.own_codes, entry.record.code
    of_source = source_code(library, entry.address)
    if prefix and of_source.startswith(prefix):
        yield entry.document.finding(("source", "code"), Forms.OWN_CODE_OF_SOURCE, value=of_source, prefix=prefix)
    if entry.kind != "forms" or code is None or code.is_placeholder or of_source:
        return
    if (other := _sourced(library, str(code))) is not None:
        yield entry.document.finding(("code",), Forms.CODE_OF_SOURCE, value=code, other=other.path.as_posix())
    elif prefix and not code.startswith(prefix):
        yield entry.document.finding(("code",), Forms.OWN_CODE_MISSING, value=code, prefix=prefix)


@derived
def source_code(library: Library, address: str) -> str:
    """The code that a record's source gives; empty when there is none."""
    source = library.entries[address].record.source
    return str(source.code or "") if source is not None else ""


@derived
def _sourced(library: Library, code: str) -> Entry | None:
    """The first record whose source gives *code*."""
    return next((entry for entry in library.entries.values() if source_code(library, entry.address) == code), None)
