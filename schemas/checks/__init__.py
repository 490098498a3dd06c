"""Everything `handbook check` looks at beyond the shape of a file. Checking never writes, and says all at once.

What is found in a record is kept until something is changed that was read for it (`schemas.reads`). So what looks at a
record asks the library, the record and the day, and nothing else: what it reads of files is a question of the library.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from schemas.checks.accepting import Place, place_of, without_accepted
from schemas.checks.cards import check_card, check_cards_used
from schemas.checks.columns import check_columns
from schemas.checks.computed import check_computed
from schemas.checks.control import check_chapters, check_control, check_planned
from schemas.checks.copied import check_copied_elsewhere
from schemas.checks.cries import check_cries
from schemas.checks.day import Day
from schemas.checks.deadlines import check_deadlines
from schemas.checks.editorial import check_editing
from schemas.checks.flow import check_flow
from schemas.checks.form_fields import check_form_fields
from schemas.checks.forms import check_forms, check_logos
from schemas.checks.glossary import check_choices, check_terms, check_words_of_title_pages, check_words_used
from schemas.checks.hand_overs import check_hand_overs
from schemas.checks.identity import check_identity, check_names
from schemas.checks.laws import check_laws, check_list_of_laws
from schemas.checks.lengths import check_lengths
from schemas.checks.main_roles import check_main_roles
from schemas.checks.on_site import check_on_site
from schemas.checks.own_codes import check_own_codes
from schemas.checks.pictures import check_pictures
from schemas.checks.policies import check_policies
from schemas.checks.posts import check_posts
from schemas.checks.references import check_references, check_title_pages
from schemas.checks.renamed import check_renamed
from schemas.checks.restated import check_restated
from schemas.checks.said_twice import check_said_twice
from schemas.checks.sectors import check_sectors
from schemas.checks.sense import check_sense
from schemas.checks.slips import check_slips, check_slips_of_none
from schemas.checks.specimens import check_specimen
from schemas.checks.struck import check_struck
from schemas.checks.title_page import check_title_page
from schemas.checks.training import check_training
from schemas.checks.translations import check_texts_of_none, check_translations
from schemas.checks.typed_figures import check_typed_figures
from schemas.entry import Entry, Handbook
from schemas.findings import Checked, Finding, Worded, told, unique
from schemas.library import Library
from schemas.loader import Loading
from schemas.messages import English, Files
from schemas.record import Model
from schemas.scalars import Text
from schemas.walk import Leaf, leaves

OfRecord = Callable[[Library, Entry], Iterator[Finding]]
"""Looks at one record."""

_OF_RECORDS: Final[tuple[OfRecord, ...]] = (
    check_identity, check_references, check_flow, check_forms, check_form_fields, check_own_codes, check_computed,
    check_lengths, check_specimen,
    check_sense, check_translations, check_slips, check_words_used, check_deadlines, check_hand_overs, check_posts,
    check_on_site, check_columns, check_typed_figures, check_restated, check_card, check_cries, check_pictures,
    check_policies, check_training, check_main_roles, check_said_twice,
)  # fmt: skip
"""Each looks at one record, of whatever kind; what they find is kept."""
_OF_RECORDS_AND_DAYS: Final[tuple[Callable[[Library, Entry, Day], Iterator[Finding]], ...]] = (
    check_editing, check_control, check_laws,
)  # fmt: skip
"""The same for what depends on the day."""
_OF_LIBRARY: Final[tuple[Callable[[Library], Iterator[Finding]], ...]] = (
    check_names, check_title_pages, check_chapters, check_planned, check_renamed, check_logos, check_sectors,
    check_texts_of_none, check_slips_of_none, check_terms, check_struck, check_words_of_title_pages, check_choices,
    check_copied_elsewhere,
)  # fmt: skip
"""Each looks at what belongs to no record or to several, in every run: it reads no record."""
_OF_LIBRARY_AND_DAYS: Final[tuple[Callable[[Library, Day], Iterator[Finding]], ...]] = (check_list_of_laws,)
"""The same for what depends on the day."""


def every_path(path: str) -> bool:
    """The scope of a check that leaves nothing out."""
    return True


def check(
    loading: Loading, today: date, in_scope: Callable[[str], bool] = every_path, beside: Sequence[OfRecord] = ()
) -> Checked:
    """What is found in a loaded library as of *today*; what is accepted is left out.

    Args:
        loading: the library as it was read.
        today: the day that dates are compared with.
        in_scope: whether what is found in a file is asked for, by its path from the root.
        beside: what else looks at each record: checks of packages above this one.
    """
    raised = [finding for finding in loading.findings if in_scope(finding.path)]
    worded, texts = [finding.worded() for finding in raised], dict[str, int]()
    of_records = (*_OF_RECORDS, *beside)
    for checked in _all(loading.library, Day(today), in_scope, of_records) if loading.library is not None else ():
        worded += checked.findings
        texts |= checked.texts
    return Checked(tuple(sorted(dict.fromkeys(worded), key=_place)), texts)


def _all(
    library: Library, day: Day, in_scope: Callable[[str], bool], of_records: Sequence[OfRecord]
) -> Iterator[Checked]:
    everywhere = [finding for check in _OF_LIBRARY for finding in check(library)]
    everywhere += (finding for check in _OF_LIBRARY_AND_DAYS for finding in check(library, day))
    title_pages: dict[str, Model] = {book.document.path: book.file for book in library.handbooks.values()}
    if library.laws_document is not None:
        title_pages[library.laws_document.path] = library.laws
    texts = {path: _texts_in(leaves(file)) for path, file in title_pages.items() if in_scope(path)}
    yield Checked(_worded(finding for finding in everywhere if in_scope(finding.path)), texts)
    for book in library.handbooks.values():
        if in_scope(book.document.path):
            make = partial(_check_title_page, library, book, day)
            yield Checked.read(library.keeper.of(f"findings/{book.id}", library, make, day))
    for entry in library.entries.values():
        if in_scope(entry.path.as_posix()):
            make = partial(_check_record, library, entry, day, of_records)
            yield Checked.read(library.keeper.of(f"findings/{entry.address}", library, make, day))


def _check_title_page(library: Library, book: Handbook, day: Day) -> bytes:
    findings = (*check_title_page(library, book, day), *check_cards_used(library, book))
    return Checked(_worded(findings), {}).written()


def _check_record(library: Library, entry: Entry, day: Day, of_records: Sequence[OfRecord]) -> bytes:
    findings = [finding for check in of_records for finding in check(library, entry)]
    findings += (finding for check in _OF_RECORDS_AND_DAYS for finding in check(library, entry, day))
    remaining = _worded(without_accepted(library, entry, unique(findings)), partial(place_of, entry))
    return Checked(remaining, {entry.document.path: _texts_in(entry.leaves)}).written()


def _texts_in(leaves_of_file: Iterable[Leaf]) -> int:
    return sum(isinstance(leaf.value, Text) for leaf in leaves_of_file)


_COUNTS: Final = frozenset({Files.MORE_ERRORS, Files.MORE_WARNINGS, Files.MORE_NOTICES})


def _place(finding: Worded) -> tuple[object, ...]:
    """By file and line; how many more there are in a file is said after all that are told of it."""
    return finding.path, finding.rule in _COUNTS, finding.line, finding.col, finding.rule


_OF_TRANSLATORS: Final = frozenset(
    {English.TRANSLATION_MISSING, English.TRANSLATION_FUZZY, English.TRANSLATION_OUTDATED}
)
"""What a new handbook, or one that was gone over, has by the thousand; each is quickly said."""


def _worded(findings: Iterable[Finding], place: Callable[[Finding], Place] | None = None) -> tuple[Worded, ...]:
    """The first of each file in words: to guess what thousands of wrong references were meant to be takes hours."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    to_tell: list[Finding] = []
    for of_file in by_path.values():
        to_tell += (finding for finding in of_file if finding.rule in _OF_TRANSLATORS)
        to_tell += told([finding for finding in of_file if finding.rule not in _OF_TRANSLATORS])
    return tuple(_in_words(finding, place) for finding in to_tell)


def _in_words(finding: Finding, place: Callable[[Finding], Place] | None) -> Worded:
    if place is None or finding.severity == "error" or finding.rule in _COUNTS:
        return finding.worded()
    here = place(finding)
    return replace(finding.worded(), at=here.at, quoted=here.quoted)
