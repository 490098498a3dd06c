"""Deadlines: within what is promised, counted from what comes before, extended by somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from schemas.clock import commitment_of, time_of
from schemas.deadline import AfterHours, Deadline, Extension
from schemas.document import Location
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.graph import Edge, Graph
from schemas.library import Library
from schemas.messages import Message, Times
from schemas.policy import Commitment, Policy
from schemas.procedure import Procedure, Step
from schemas.references import LocalRef, StepRef
from schemas.scalars import Text
from schemas.words import in_both


def check_deadlines(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the times of every step and every commitment."""
    if isinstance(entry.record, Procedure):
        yield from _Timed(library, entry, entry.record).check()
    elif isinstance(entry.record, Policy):
        for number, promise in enumerate(entry.record.commitments):
            yield from _commitment(library, entry, promise, ("commitments", number))


def _commitment(library: Library, entry: Entry, promise: Commitment, here: Location) -> Iterator[Finding]:
    yield from _no_longer(entry, promise, (*here, "extend"))
    if promise.by is not None:
        yield from _self_approval(library, entry, promise.by, promise.extend, (*here, "extend"))
        yield from _after_hours(library, entry, promise.by, promise.after_hours, (*here, "after_hours"))


@dataclass(frozen=True)
class _Timed:
    """A procedure whose times are looked at."""

    library: Library
    entry: Entry
    procedure: Procedure

    def check(self) -> Iterator[Finding]:
        for number, step in enumerate(self.procedure.steps):
            here: Location = ("steps", number)
            yield from self._people(step, here)
            if step.within is not None:
                yield from self._promised(step, step.within, here)
                yield from self._start(step, step.within, (*here, "within", "from"))
                extend = step.within.extend
                yield from _self_approval(self.library, self.entry, step.by, extend, (*here, "within", "extend"))
                yield from _no_longer(self.entry, step.within, (*here, "within", "extend"))
        yield from self._ring()

    def _find(self, location: Location, rule: Message, **values: object) -> Finding:
        return self.entry.document.finding(location, rule, **values)

    def _people(self, step: Step, here: Location) -> Iterator[Finding]:
        yield from _after_hours(self.library, self.entry, step.by, step.after_hours, (*here, "after_hours"))
        for index, actor in enumerate(step.with_):
            if actor == step.by:
                role = _title(self.library, self.entry, actor)
                yield self._find((*here, "with", index), Times.TAKES_PART_TWICE, role=role)

    def _promised(self, step: Step, deadline: Deadline, here: Location) -> Iterator[Finding]:
        """Findings for a time that is longer than a commitment allows which the step keeps or cites."""
        if deadline.keeps is not None:
            yield from self._keeps(deadline.keeps, (*here, "within", "keeps"))
        for reference in (*step.cites, *filter(None, [deadline.keeps])):
            kept = commitment_of(self.library, reference, self.entry.handbook)
            if kept is not None:
                yield from self._compared(step, deadline, kept[1], reference, here)

    def _keeps(self, reference: StepRef, location: Location) -> Iterator[Finding]:
        target = self.library.find(reference, self.entry.handbook)
        if target is None or (reference.part and reference.part not in target.parts):
            return  # said already
        if commitment_of(self.library, reference, self.entry.handbook) is None:
            commitments = target.record.commitments if isinstance(target.record, Policy) else ()
            known = ", ".join(f"{reference.target}#{one.id}" for one in commitments) or "—"
            yield self._find(location, Times.KEEPS_NO_COMMITMENT, value=reference, known=known)

    def _compared(
        self, step: Step, deadline: Deadline, promise: Commitment, reference: StepRef, here: Location
    ) -> Iterator[Finding]:
        times = [((*here, "within", "time"), deadline.time, promise.time)]
        if deadline.extend is not None:
            longest = _in_all(promise.time, promise.extend) or promise.time
            own = deadline.time or promise.time
            times.append(((*here, "within", "extend"), _in_all(own, deadline.extend), longest))
        if step.after_hours is not None and promise.after_hours is not None:
            times.append(
                ((*here, "after_hours", "within"), step.after_hours.within, promise.after_hours.within or promise.time)
            )
        for location, time, promised in times:
            if time is not None and promised is not None and time.may_exceed(promised):
                values = {"time": in_both(time.say), "promise": reference, "promised": in_both(promised.say)}
                yield self._find(location, Times.SLOWER_THAN_PROMISED, **values)

    def _start(self, step: Step, deadline: Deadline, location: Location) -> Iterator[Finding]:
        start = deadline.from_
        if isinstance(start, Text) and (named := self._named.get(str(start))) is not None:
            yield self._find(location, Times.FROM_A_TITLE, value=start, id=named)
        if not isinstance(start, LocalRef) or start not in self._graph.nodes or self._graph.lost():
            return  # an event, or said already
        if str(start) == str(step.id):
            yield self._find(location, Times.FROM_ITSELF, value=step.id)
        elif str(step.id) not in self._graph.led_to(str(start)):
            yield self._find(location, Times.FROM_NOT_BEFORE, start=start, value=step.id)
        else:
            yield from self._outlasted(step, deadline, str(start), location[:-1])

    def _outlasted(self, step: Step, deadline: Deadline, start: str, location: Location) -> Iterator[Finding]:
        """The finding for a step that must be gone through on the way and may take longer than the whole way."""
        time = time_of(self.library, self.entry, deadline)
        for between in self.procedure.steps if time else ():
            if str(between.id) in (start, str(step.id)) or between.within is None:
                continue
            longer = time_of(self.library, self.entry, between.within)
            counts_after = between.within.from_ is None or between.within.from_ == start
            if not (time and longer and counts_after and longer.may_exceed(time)):
                continue
            if str(step.id) not in self._graph.led_to(start, without=str(between.id)):
                values = {"time": in_both(time.say), "longer": in_both(longer.say)}
                yield self._find(location, Times.DEADLINE_OUTLASTED, start=start, between=between.id, **values)
                return

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """The steps by what they are called."""
        return {str(step.heading): str(step.id) for step in reversed(self.procedure.steps)}

    @cached_property
    def _graph(self) -> Graph:
        return self.procedure.flow().graph

    def _ring(self) -> Iterator[Finding]:
        """The finding for roles of which each approves what the next one wants extended."""
        edges: dict[tuple[str, str], Location] = {}
        for number, step in enumerate(self.procedure.steps):
            extend = step.within.extend if step.within else None
            if extend is not None and extend.approve is not None and extend.approve != step.by:
                where: Location = ("steps", number, "within", "extend", "approve")
                edges.setdefault((str(step.by), str(extend.approve)), where)
        roles = tuple(dict.fromkeys(role for edge in edges for role in edge))
        graph = Graph(roles, (), frozenset(), tuple(Edge(*edge) for edge in edges), frozenset())
        for first in graph.unlimited_loops():
            ring = [role for role in roles if role in graph.led_to(first) and first in graph.led_to(role)]
            value = " → ".join(_title(self.library, self.entry, role) for role in (*ring, first))
            location = next(where for (asks, _), where in edges.items() if asks == first)
            yield self._find(location, Times.APPROVALS_IN_A_RING, value=value)


def _in_all(time: Duration, extend: Extension | None) -> Duration | None:
    """The longest that *time* may be when it is extended; None where it is not, or where they do not add up."""
    if extend is None:
        return None
    return extend.to or (time.plus(extend.by) if extend.by else None)


def _no_longer(entry: Entry, within: Deadline | Commitment, location: Location) -> Iterator[Finding]:
    """The finding for a time that is extended to no more than it is."""
    extended, time = within.extend.to if within.extend else None, within.time
    if extended is None or time is None:
        return
    if extended == time or time.may_exceed(extended):
        values = {"time": in_both(time.say), "extended": in_both(extended.say)}
        yield entry.document.finding((*location, "to"), Times.EXTENSION_NO_LONGER, **values)


def _self_approval(
    library: Library, entry: Entry, by: str, extend: Extension | None, location: Location
) -> Iterator[Finding]:
    if extend is not None and extend.approve == by:
        role = _title(library, entry, by)
        yield entry.document.finding((*location, "approve"), Times.SELF_APPROVAL, role=role)


def _after_hours(
    library: Library, entry: Entry, by: str, other: AfterHours | None, location: Location
) -> Iterator[Finding]:
    if other is not None and other.by == by:
        role = _title(library, entry, by)
        yield entry.document.finding((*location, "by"), Times.SAME_AFTER_HOURS, role=role)


def _title(library: Library, entry: Entry, actor: str) -> str:
    return library.actor_title(actor, entry.handbook)
