"""Codes of our own forms and those of the sources: nobody may take one for the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.findings import Finding
from schemas.library import Entry, Library
from schemas.messages import Forms


def check_own_codes(library: Library) -> Iterator[Finding]:
    """Findings about codes that stand in a source, and about forms that no source has."""
    prefix = str(library.settings.own_codes or "")
    sourced = _sourced(library)
    for entry in library.entries.values():
        source = entry.record.source
        if prefix and source is not None and source.code is not None and source.code.startswith(prefix):
            yield entry.document.finding(("source", "code"), Forms.OWN_CODE_OF_SOURCE, value=source.code, prefix=prefix)
    for entry in library.of_kind("forms"):
        code = entry.record.code
        if code is None or code.is_placeholder or (entry.record.source and entry.record.source.code):
            continue
        if (other := sourced.get(str(code))) is not None:
            yield entry.document.finding(("code",), Forms.CODE_OF_SOURCE, value=code, other=other.document.path)
        elif prefix and not code.startswith(prefix):
            yield entry.document.finding(("code",), Forms.OWN_CODE_MISSING, value=code, prefix=prefix)


def _sourced(library: Library) -> Mapping[str, Entry]:
    """The first record of each code that a source gives."""
    entries: dict[str, Entry] = {}
    for entry in library.entries.values():
        if entry.record.source is not None and entry.record.source.code is not None:
            entries.setdefault(str(entry.record.source.code), entry)
    return entries
