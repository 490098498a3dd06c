"""The revision record of a handbook: days that have come, in their order, and the edition that is in force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from schemas.checks.day import Day
from schemas.document import Document, Location
from schemas.findings import Finding
from schemas.handbook import HandbookFile
from schemas.messages import Control


def check_revisions(document: Document, file: HandbookFile, day: Day) -> Iterator[Finding]:
    """Findings about the revisions that a title page lists; none where it lists none."""
    revisions, within = file.control.revisions, ("control", "revisions")
    for number, revision in enumerate(revisions):
        if not day.has_come(revision.on):
            yield document.finding((*within, number, "on"), Control.REVISED_IN_FUTURE, date=revision.on)
    for number, (earlier, later) in enumerate(pairwise(revisions), 1):
        if later.on < earlier.on:
            where: Location = (*within, number, "on")
            values = {"date": later.on, "before": earlier.on}
            yield document.finding(where, Control.REVISIONS_OUT_OF_ORDER, **values)
    if revisions and file.edition not in (revision.edition for revision in revisions):
        yield document.finding(within, Control.REVISION_MISSING, edition=file.edition)
