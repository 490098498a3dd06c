"""Questions that are struck out: each once, and of a record that there is."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Training
from schemas.terms import GLOSSARY


def check_struck(library: Library) -> Iterator[Finding]:
    """Findings about the list of questions that are struck out."""
    if (document := library.struck_document) is None:
        return
    first: dict[str, int] = {}
    for number, struck in enumerate(library.struck.struck):
        place = ("struck", number, "item")
        before = first.setdefault(str(struck.item), number)
        if before != number:
            line = document.place(("struck", before, "item"))[0]
            yield document.finding(place, Training.STRUCK_TWICE, value=struck.item, first=line)
        elif struck.record != GLOSSARY and not library.has_entry(struck.record) and library.is_whole:
            yield document.finding(place, Training.STRUCK_WITHOUT_RECORD, value=struck.item)
