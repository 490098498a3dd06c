"""Everything `handbook check` looks at beyond the shape of a file. Checking never writes, and says all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from schemas.checks.computed import check_computed
from schemas.checks.editorial import check_editing
from schemas.checks.flow import check_flow
from schemas.checks.form_fields import check_form_fields
from schemas.checks.forms import check_forms
from schemas.checks.identity import check_identity
from schemas.checks.laws import check_laws
from schemas.checks.own_codes import check_own_codes
from schemas.checks.references import check_references
from schemas.checks.sense import check_sense
from schemas.checks.slips import check_slips
from schemas.checks.translations import check_translations
from schemas.findings import Finding, told, unique
from schemas.library import Entry, Library
from schemas.loader import Loading
from schemas.messages import Files, Sense
from schemas.scalars import Text
from schemas.walk import leaves


def check(loading: Loading, today: date) -> tuple[Finding, ...]:
    """Every finding of a loaded library as of *today*, by file and line; accepted ones are left out."""
    findings = list(loading.findings)
    if loading.library is not None:
        library = loading.library
        raised = [
            *check_identity(library), *check_references(library), *check_flow(library), *check_forms(library),
            *check_computed(library), *check_own_codes(library), *check_form_fields(library), *check_sense(library),
            *check_laws(library, today), *check_editing(library, today), *check_translations(library),
            *check_slips(library),
        ]  # fmt: skip
        findings += _told(_without_accepted(library, raised))
    return tuple(sorted(unique(findings), key=_place))


def texts_by_path(library: Library) -> dict[str, int]:
    """How many texts each file of a record or a handbook holds: of how many a share is said."""
    title_pages = {book.document.path: leaves(book.file) for book in library.handbooks.values()}
    if library.laws_document is not None:
        title_pages[library.laws_document.path] = leaves(library.laws)
    records = {entry.document.path: entry.leaves for entry in library.entries.values()}
    return {
        path: sum(isinstance(leaf.value, Text) for leaf in leaves_of_file)
        for path, leaves_of_file in (title_pages | records).items()
    }


_COUNTS: Final = frozenset({Files.MORE_ERRORS, Files.MORE_WARNINGS, Files.MORE_NOTICES})


def _place(finding: Finding) -> tuple[object, ...]:
    """By file and line; how many more there are in a file is said after all that are told of it."""
    return finding.path, finding.rule in _COUNTS, finding.line, finding.col, finding.rule


_OF_TRANSLATORS: Final = frozenset({Sense.TRANSLATION_MISSING, Sense.TRANSLATION_FUZZY, Sense.TRANSLATION_OUTDATED})
"""What a new handbook, or one that was gone over, has by the thousand; each is quickly said."""


def _told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first of each file: to guess what thousands of wrong references were meant to be would take hours."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    for of_file in by_path.values():
        yield from (finding for finding in of_file if finding.rule in _OF_TRANSLATORS)
        yield from told([finding for finding in of_file if finding.rule not in _OF_TRANSLATORS])


def _without_accepted(library: Library, findings: list[Finding]) -> Iterator[Finding]:
    by_path = {entry.document.path: entry for entry in library.entries.values()}
    used: set[tuple[str, str]] = set()
    for finding in findings:
        entry = by_path.get(finding.path)
        accepted = entry is not None and finding.severity != "error" and _accepts(entry, finding.rule)
        if accepted:
            used.add((finding.path, finding.rule))
        else:
            yield finding
    if library.broken:
        return  # what a broken record would have led to is not known
    for entry in by_path.values():
        for number, acceptance in enumerate(entry.record.accept):
            if (entry.document.path, acceptance.rule) not in used:
                yield entry.document.finding(("accept", number), Sense.ACCEPTS_NOTHING, value=acceptance.rule)


def _accepts(entry: Entry, rule: str) -> bool:
    return any(acceptance.rule == rule for acceptance in entry.record.accept)
