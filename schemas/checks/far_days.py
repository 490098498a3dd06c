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
_LONGEST_AHEAD: Final = timedelta(days=20 * 366)
_REVIEW: Final = ("review_by",)
"""What is said of this day says more (`schemas.checks.control`, `schemas.checks.editorial`)."""
_SOURCE: Final = ("source", "effective")


def check_far_days(document: Document, written: Iterable[Leaf], day: Day) -> Iterator[Finding]:
    """Findings about the days among what is *written* in *document*."""
    for leaf in written:
        if not isinstance(leaf.value, date) or leaf.location == _REVIEW:
            continue
        astray = day.is_after(leaf.value + _LONGEST_PAST) or not day.has_come(leaf.value - _LONGEST_AHEAD)
        is_of_source = leaf.location[-2:] == _SOURCE and not day.has_come(leaf.value)
        if rule := Control.DATE_ASTRAY if astray else Control.SOURCE_IN_FUTURE if is_of_source else None:
            yield document.finding(leaf.location, rule, date=leaf.value.isoformat())
