"""Whether one step comes after another at all: some only stand below it, and begin with an event of their own."""

from __future__ import annotations

import re
from typing import Final

from schemas.graph import Graph
from schemas.procedure import Procedure
from schemas.references import LocalRef
from training.material import Material, Subject
from training.sources.steps import StepOf, steps_of

_OWN_EVENT: Final = re.compile(
    "^每|月 [0-9]|[0-9] 日|[0-9]:[0-9]{2}|季度|提出|异议|响铃|到岗|到期|期限到|期满|日子|送到|开口|下一次"
)
"""What a time counts from where it is a date, or what somebody outside does."""
_RULES: Final = 2
"""With so many more events of their own than steps that count from steps, a procedure is a list of rules."""


def begins_of_itself(step: StepOf) -> bool:
    """Whether a step waits for a date or for what an outsider does, and not for the step before it."""
    clock = step.clock.zh
    return clock is not None and bool(_OWN_EVENT.search(clock.event))


def is_sequence(subject: Subject[Procedure]) -> bool:
    """Whether the steps of a procedure are done one after the other, and are not rules for different days."""
    return subject.material.once(_is_sequence, subject.address)


def _is_sequence(material: Material, address: str) -> bool:
    steps = steps_of(material.subject(address))
    events = sum(begins_of_itself(step) for step in steps)
    return events - sum(bool(counts_from(step)) for step in steps) < _RULES


def counts_from(step: StepOf) -> str:
    """The id of the step that the time of a step counts from; empty where it counts from none."""
    deadline = step.step.within
    return str(deadline.from_) if deadline is not None and isinstance(deadline.from_, LocalRef) else ""


def hangs_on(step: StepOf, last: StepOf) -> bool:
    """Whether a step can come only after another: it counts from it, or reads what it writes.

    Elsewhere those who know the work may see to both side by side, or the other way round.
    """
    if begins_of_itself(step):
        return False
    return counts_from(step) == last.id or bool({*map(str, step.step.reads)} & {*map(str, last.step.writes)})


def bound_to(step: StepOf) -> frozenset[str]:
    """The ids of the steps that cannot come before a step is done: what hangs on it, on a decision about it, and so on.

    Whatever else comes later may as well be done at once by whoever knows the work.
    """
    return step.subject.material.once(_bound_to, f"{step.subject.address}#{step.id}")


def _bound_to(material: Material, place: str) -> frozenset[str]:
    address, _, id_ = place.partition("#")
    steps = {step.id: step for step in steps_of(material.subject(address))}
    bound: list[StepOf] = [steps.pop(id_)]
    for done in bound:
        following = followers(done.subject, done.id)
        for other in tuple(steps.values()):
            follows = other.id in following and (done.step.is_decision or other.step.is_decision)
            if follows or hangs_on(other, done):
                bound.append(steps.pop(other.id))
    return frozenset(other.id for other in bound[1:])


def graph_of(subject: Subject[Procedure]) -> Graph:
    """What follows what in a procedure."""
    return subject.material.once(_graph_of, subject.address)


def _graph_of(material: Material, address: str) -> Graph:
    procedure: Procedure = material.subject(address).record
    return procedure.flow().graph


def followers(subject: Subject[Procedure], step: str) -> frozenset[str]:
    """The ids of whatever may follow a step, by any way out of it."""
    return frozenset(str(edge.target) for edge in graph_of(subject).after(step))


def before(step: StepOf) -> tuple[StepOf, ...]:
    """The steps that a step may follow."""
    return tuple(other for other in steps_of(step.subject) if step.id in followers(step.subject, other.id))


def leads_to(step: StepOf, other: StepOf) -> bool:
    """Whether one comes from a step to the other, by whichever way."""
    seen: set[str] = set()
    waiting = [step.id]
    while waiting:
        new = followers(step.subject, waiting.pop()) - seen
        seen |= new
        waiting += new
    return other.id in seen
