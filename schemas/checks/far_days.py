"""Days that no text can mean: a century ago, decades ahead, or an original that is dated tomorrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from schemas.checks.day import Day
from schemas.document import Document
from schemas.findings import Finding
from schemas.messages import Control
from schemas.walk import Leaf

_LONGEST_PAST: Final = timedelta(days=100 * 365)
_LONGEST_SIGNED: Final = timedelta(days=20 * 365)
"""So old is no text of ours that is still read again."""
_LONGEST_BEFORE_EFFECT: Final = timedelta(days=5 * 366)
_LONGEST_AHEAD: Final = timedelta(days=20 * 366)
_LONGEST_PLANNED: Final = timedelta(days=3 * 366)
"""Holidays are announced for the year that follows."""
_REVIEW: Final = ("review_by",)
"""What is said of this day says more (`schemas.checks.control`, `schemas.checks.editorial`)."""
_SOURCE: Final = ("source", "effective")
_OURS: Final = frozenset({"status", "control"})
"""Signatures of our own texts; what a source, a law or a revision of long ago says is another matter."""
_CALENDAR: Final = "hours"
_HISTORY: Final = "revisions"
_EFFECTIVE: Final = (("effective",), ("status", "effective"))


def check_far_days(document: Document, written: Iterable[Leaf], day: Day) -> Iterator[Finding]:
    """Findings about the days among what is *written* in *document*."""
    for leaf in written:
        if not isinstance(leaf.value, date) or leaf.location == _REVIEW:
            continue
        astray = day.is_after(leaf.value + _past(leaf)) or not day.has_come(leaf.value - _ahead(leaf))
        is_of_source = leaf.location[-2:] == _SOURCE and not day.has_come(leaf.value)
        if rule := Control.DATE_ASTRAY if astray else Control.SOURCE_IN_FUTURE if is_of_source else None:
            yield document.finding(leaf.location, rule, date=leaf.value.isoformat())


def _past(leaf: Leaf) -> timedelta:
    """How long ago the day may be."""
    is_ours = leaf.location in _EFFECTIVE or leaf.location[0] in _OURS
    return _LONGEST_SIGNED if is_ours and _HISTORY not in leaf.location else _LONGEST_PAST


def _ahead(leaf: Leaf) -> timedelta:
    """How far the day may be to come."""
    if leaf.location[0] == _CALENDAR:
        return _LONGEST_PLANNED
    return _LONGEST_BEFORE_EFFECT if leaf.location in _EFFECTIVE else _LONGEST_AHEAD
