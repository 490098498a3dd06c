"""Figures typed in prose although they are at home elsewhere: in a commitment that the record keeps or cites.

The English needs no look of its own: what is in its numbers and not in the Chinese is found as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.clock import commitment_of, promised_time
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.markup import parse
from schemas.messages import Message, Times
from schemas.policy import Policy
from schemas.procedure import Procedure
from schemas.quantities import times_in
from schemas.references import Reference, StepRef
from schemas.scalars import Text
from schemas.walk import Leaf
from schemas.words import in_both

_NOT_PROSE = ("basis", "gives", "note")


def check_typed_figures(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for times in the prose of a record that are, or should be, those of a commitment it names."""
    if entry.kind not in ("procedures", "policies", "guides", "forms", "scripts", "roles"):
        return
    promised = _promised(library, entry)
    for leaf in entry.leaves:
        if isinstance(leaf.value, Text) and leaf.path[-1] not in _NOT_PROSE and leaf.path[0] != "commitments":
            for figure, time in times_in(leaf.value):
                yield from _typed(library, entry, leaf, figure, time, promised)


def _promised(library: Library, entry: Entry) -> Mapping[tuple[str, str], tuple[str, Duration]]:
    """The commitments that a record keeps, cites or promises: the place that does, and the reference with its time."""
    named: dict[tuple[str, str], tuple[str, Duration]] = {}
    for leaf in entry.leaves:
        if isinstance(leaf.value, StepRef):
            kept = commitment_of(library, leaf.value, entry.handbook)
            if kept is not None and kept[0].address != entry.address and not kept[1].time.is_moment:
                named[(".".join(leaf.path[:2]), str(leaf.value))] = str(leaf.value), kept[1].time
    return named


def _typed(
    library: Library, entry: Entry, leaf: Leaf, figure: str, time: Duration,
    promised: Mapping[tuple[str, str], tuple[str, Duration]],
) -> Iterator[Finding]:  # fmt: skip
    home = next((reference for reference, its_time in promised.values() if its_time == time), "")
    if home:
        yield _find(entry, leaf, figure, Times.FIGURE_TYPED, home)
        return
    here = ".".join(leaf.path[:2])
    for (place, _), (reference, its_time) in promised.items():
        if place == here and leaf.path[-1] == "say" and its_time.unit == time.unit:
            yield _find(entry, leaf, figure, Times.FIGURE_CONTRADICTS, reference, its_time)
            return
    if elsewhere := _elsewhere(library, entry, leaf.value, time):
        yield _find(entry, leaf, figure, Times.FIGURE_ELSEWHERE, elsewhere)


def _elsewhere(library: Library, entry: Entry, text: Text, time: Duration) -> str:
    """The one step or commitment with this time in a record that the same text links to; empty where there is none."""
    for piece in parse(text):
        target = library.find(piece.value, entry.handbook) if piece.kind == "link" else None
        if target is None or target.address == entry.address or not isinstance(target.record, Procedure | Policy):
            continue
        name = piece.value.partition("#")[0]
        timed = [
            reference
            for part in target.parts
            if promised_time(library, entry, reference := Reference(f"{name}#{part}")) == time
        ]
        if len(timed) == 1:
            return str(timed[0])
    return ""


def _find(
    entry: Entry, leaf: Leaf, figure: str, rule: Message, home: str, promised: Duration | None = None
) -> Finding:  # fmt: skip
    place = entry.document.place_of(figure, leaf.location)
    values: dict[str, object] = {"figure": figure, "home": home}
    if promised is not None:
        values["promised"] = in_both(promised.say)
    return Finding(entry.document.path, *place, rule, values)
