"""Time limits typed beside the step or the commitment they are about, which has another.

A text is about what it links to in the same sentence. What a duty, a point, a question or a field of a form refers to,
it is about as a whole. Steps are left out there: what they say is done on the way has times of its own. The text of a
commitment is about its own time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from schemas.clock import after_hours_of, clock_of, promised_time
from schemas.course import Course
from schemas.deadline import Deadline
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.markup import parse
from schemas.messages import Message, Times
from schemas.policy import Commitment
from schemas.procedure import Step
from schemas.punctuation import joined
from schemas.quantities import times_in
from schemas.references import RecordRef, Reference, StepRef
from schemas.scalars import Text
from schemas.walk import Leaf, leaves
from schemas.words import Bilingual, in_both

_SENTENCE: Final = re.compile(r"[^。；！？\n]+")
_LIMIT: Final = r"\s*[之以]?内"
_WRONG: Final = re.compile("不对|错")
_DAY: Final = 86_400
_MOST_LISTED: Final = 6


_Length = tuple[int, bool]
"""How many seconds, and whether they are those of working days: 3 天 is not 3 工作日."""


class Limit(NamedTuple):
    """A time limit in a text: as it is written, and what it means."""

    figure: str
    time: Duration


class _Home(NamedTuple):
    """A part with a time of its own, by its reference, and all the times that stand there: extended, after hours."""

    reference: str
    time: Duration
    times: frozenset[_Length]


def check_restated(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for time limits that are none of those of the step or the commitment which the text names."""
    named = _Named(library, entry, tuple(_references(entry)))
    for leaf in entry.leaves:
        if not (isinstance(leaf.value, Text) and "内" in leaf.value and _is_told(entry, leaf)):
            continue
        is_commitment = leaf.path[0] == "commitments" and leaf.path[2:] == ("text",)
        yield from named.unkept(leaf) if is_commitment else named.contradicted(leaf)


def _references(entry: Entry) -> Iterator[tuple[tuple[str, ...], Reference]]:
    """What the items of a record refer to, each with the path of the item: a duty, a point, a question, a field."""
    for leaf in entry.leaves:
        if isinstance(leaf.value, RecordRef) or (isinstance(leaf.value, StepRef) and "promise" in leaf.path):
            path = leaf.path[:-1] if leaf.path[-1].isdigit() else leaf.path
            item = path[: path.index("promise")] if "promise" in path else path[:-1]
            if len(item) > 1:
                yield item, leaf.value


def _is_told(entry: Entry, leaf: Leaf) -> bool:
    """Whether a text says how it is: a wrong answer, what is asked, and notes on the source do not."""
    if leaf.path[-1] in ("ask", "gives", "note", "basis") or leaf.path[0] in ("laws", "definitions"):
        return False
    if "choices" not in leaf.path or not isinstance(entry.record, Course):
        return True
    item = next((one for one in entry.record.items if str(one.id) == leaf.path[1]), None)
    return item is not None and leaf.path[-1] in map(str, item.right) and not _WRONG.search(item.ask)


@dataclass(frozen=True)
class _Named:
    """A record, and what its items refer to."""

    library: Library
    entry: Entry
    references: Sequence[tuple[tuple[str, ...], Reference]]

    def contradicted(self, leaf: Leaf) -> Iterator[Finding]:
        of_item = [reference for item, reference in self.references if leaf.path[: len(item)] == item]
        for sentence in _SENTENCE.findall(leaf.value):
            limits = _limits(sentence)
            links = [piece.value for piece in parse(sentence) if piece.kind == "link"] if limits else []
            if links and all("#" in link for link in links):
                yield from self._other(leaf, limits, links)
            elif len(links) == 1:
                yield from self._nowhere(leaf, limits, links[0])
            elif limits and of_item and not links:
                yield from self._other(leaf, limits, of_item)

    def unkept(self, leaf: Leaf) -> Iterator[Finding]:
        """The finding for the text of a commitment that says another time than the commitment has."""
        part = self.entry.parts[leaf.path[1]]
        if not isinstance(part.body, Commitment):
            return  # its id is used twice, which another finding says
        limits = _limits(leaf.value)
        times = {part.body.time, *_others(self.library, self.entry, part.body)}
        if part.body.time.is_moment or not {_length(limit.time) for limit in limits}.isdisjoint(map(_length, times)):
            return
        home = f"{self.entry.names.code or f'{self.entry.kind}/{self.entry.id}'}#{part.id}"
        for limit in limits:
            if _are_alike(part.body.time, limit.time):
                values = {"home": home, "promised": in_both(part.body.time.say)}
                yield self._find(leaf, limit, Times.FIGURE_CONTRADICTS, **values)

    def _other(self, leaf: Leaf, limits: Sequence[Limit], references: Sequence[str]) -> Iterator[Finding]:
        """The finding for a limit that is none of the times of the parts which are named."""
        homes = [home for reference in references if (home := self._home(reference)) is not None]
        if not homes or len(homes) < len(references):
            return  # it may be that of the one which has no time
        known = frozenset().union(*(home.times for home in homes))
        if any(_length(limit.time) in known for limit in limits):
            return
        for limit in limits:
            comparable = [home for home in homes if _are_alike(home.time, limit.time)]
            is_own = leaf.path[-1] == "standard"  # a standard may ask for more than is promised
            if comparable and not (is_own and not limit.time.may_exceed(comparable[0].time)):
                values = {"home": comparable[0].reference, "promised": in_both(comparable[0].time.say)}
                yield self._find(leaf, limit, Times.FIGURE_CONTRADICTS, **values)

    def _nowhere(self, leaf: Leaf, limits: Sequence[Limit], reference: str) -> Iterator[Finding]:
        """The finding for a limit which the one record that is linked to has nowhere."""
        target = self.library.find(reference, self.entry.handbook)
        if target is None or target.address == self.entry.address:
            return
        homes = [home for part in target.parts if (home := self._home(f"{reference}#{part}")) is not None]
        known = frozenset().union(*(home.times for home in homes))
        if any(_length(limit.time) in known for limit in limits):
            return
        for limit in limits:
            if times := {home.time for home in homes if home.time.unit == limit.time.unit}:
                yield self._find(leaf, limit, Times.FIGURE_NOT_THERE, home=reference, times=_listed(times))

    def _home(self, reference: str) -> _Home | None:
        """The part that *reference* names, if it has a length of time."""
        target = self.library.find(reference, self.entry.handbook)
        part = target.parts.get(reference.partition("#")[2]) if target else None
        time = promised_time(self.library, self.entry, Reference(reference)) if part else None
        if target is None or part is None or time is None or time.is_moment:
            return None
        assert isinstance(part.body, Step | Commitment)
        said = (leaf.value for leaf in leaves(part.body) if isinstance(leaf.value, Text))
        times = (
            time,
            *_others(self.library, target, part.body),
            *(limit.time for text in said for limit in _limits(text)),
        )
        return _Home(reference, time, frozenset(map(_length, times)))

    def _find(self, leaf: Leaf, limit: Limit, rule: Message, **values: object) -> Finding:
        document = self.entry.document
        place = document.place_of(limit.figure, leaf.location)
        return Finding(document.path, *place, rule, {"figure": limit.figure, **values})


def _listed(times: Iterable[Duration]) -> Bilingual:
    """Times of one unit in words, the shortest first."""
    shortest = sorted(times, key=lambda time: time.amount)[:_MOST_LISTED]
    return in_both(lambda lang: joined((time.say(lang) for time in shortest), lang))


def _limits(text: str) -> list[Limit]:
    """The times within which something is done, by a text: `2 小时内`."""
    if "内" not in text:
        return []
    times = (Limit(*found) for found in times_in(text))
    return [limit for limit in times if re.search(re.escape(limit.figure) + _LIMIT, text)]


def _others(library: Library, entry: Entry, body: Step | Commitment) -> Iterator[Duration]:
    """What else is the time of a step or a commitment: extended, after hours."""
    deadline: Deadline | Commitment | None = body.within if isinstance(body, Step) else body
    clock = clock_of(library, entry, deadline) if deadline is not None else None
    if clock is not None and clock.extend is not None:
        in_all = clock.extend.to or (clock.time.plus(clock.extend.by) if clock.extend.by else None)
        yield from (time for time in (in_all, clock.extend.by) if time is not None)
    after_hours, _ = after_hours_of(library, entry, body)
    if after_hours is not None and after_hours.within is not None:
        yield after_hours.within


def _length(time: Duration) -> _Length:
    return time.seconds, time.unit == "working-day"


def _are_alike(one: Duration, other: Duration) -> bool:
    """Whether both are of one size, so that one may stand for the other: minutes and hours, or days and more."""
    return _is_of_days(one) == _is_of_days(other)


def _is_of_days(time: Duration) -> bool:
    return time.unit not in ("second", "minute", "hour") or time.seconds >= _DAY
