"""Pictures of steps: there, no larger than a page can carry, and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.picture import NoPicture
from schemas.procedure import Procedure


def check_pictures(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for the pictures of a procedure that cannot be shown."""
    for number, step in enumerate(entry.record.steps if isinstance(entry.record, Procedure) else ()):
        if step.picture is None:
            continue
        picture = library.picture(entry.address, str(step.picture.file))
        if isinstance(picture, NoPicture):
            yield entry.document.finding(("steps", number, "picture", "file"), picture.rule, **picture.values)
