"""Ids, codes and former addresses: each means one thing."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.library import Library
from schemas.walk import lists, part_id


def check_identity(library: Library) -> Iterator[Finding]:
    """Codes and addresses used twice in a handbook, ids used twice in a list."""
    yield from _codes(library)
    yield from _former(library)
    for entry in library.entries.values():
        for location, items in lists(entry.record):
            seen: set[str] = set()
            for index, item in enumerate(items):
                id_ = part_id(item)
                if id_ and id_ in seen:
                    yield entry.document.finding((*location, index), "duplicate-id", value=id_)
                seen.add(id_)


def _codes(library: Library) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for entry in library.entries.values():
        code = entry.record.code
        if code is None or code.is_placeholder:
            continue
        other = first.setdefault((entry.handbook, str(code)), entry.document.path)
        if other != entry.document.path:
            yield entry.document.finding(("code",), "duplicate-code", code=code, other=other)


def _former(library: Library) -> Iterator[Finding]:
    for entry in library.entries.values():
        for number, address in enumerate(entry.record.formerly):
            full = address if address.count("/") == 2 else f"{entry.handbook}/{address}"
            if full in library.entries:
                yield entry.document.finding(("formerly", number), "formerly-taken", value=address)
