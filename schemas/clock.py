"""A deadline as it is said: its figure looked up where it is at home, and what it counts from in words."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.deadline import AfterHours, Deadline, Extension
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.field import Promise
from schemas.library import Library
from schemas.policy import Commitment
from schemas.procedure import Step
from schemas.references import LocalRef, Reference
from schemas.saying import say_after_hours, say_deadline, say_extension, say_within


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline, complete.

    Attributes:
        time: the time itself.
        start: the step it counts from, as words; empty where it counts from none.
        event: what else it counts from, as words; empty where that is not said.
        extend: how far it may be extended.
        home: the record that says so, from which an approver is named.
    """

    time: Duration
    start: str
    event: str
    extend: Extension | None
    home: Entry


def commitment_of(view: Library, reference: Reference, handbook: str) -> tuple[Entry, Commitment] | None:
    """The commitment that *reference* means as seen from *handbook*, with its policy; None where it means none."""
    policy = view.find(reference, handbook)
    part = policy.parts.get(reference.part) if policy else None
    if policy is None or part is None or not isinstance(part.body, Commitment):
        return None
    return policy, part.body


def clock_of(view: Library, entry: Entry, deadline: Deadline | Commitment) -> Clock | None:
    """The deadline of a step or a commitment of *entry*; None where the commitment that it keeps is not there."""
    if isinstance(deadline, Commitment):
        event = view.plain(deadline.from_, entry) if deadline.from_ else ""
        return Clock(deadline.time, "", event, deadline.extend, entry)
    start, event = _start(view, entry, deadline)
    if deadline.time is not None:
        return Clock(deadline.time, start, event, deadline.extend, entry)
    if deadline.keeps is None or (kept := commitment_of(view, deadline.keeps, entry.handbook)) is None:
        return None
    policy, promise = kept
    promised = clock_of(view, policy, promise)
    assert promised is not None
    extend, home = (deadline.extend, entry) if deadline.extend else (promised.extend, policy)
    return Clock(promised.time, start, event or ("" if start else promised.event), extend, home)


def _start(view: Library, entry: Entry, deadline: Deadline) -> tuple[str, str]:
    """The step or else the event that a deadline counts from, as words."""
    if deadline.from_ is None:
        return "", ""
    if not isinstance(deadline.from_, LocalRef):
        return "", view.plain(deadline.from_, entry)
    step = entry.parts.get(str(deadline.from_))
    return (view.plain(step.title, entry) if step else str(deadline.from_)), ""


def time_of(view: Library, entry: Entry, deadline: Deadline | None) -> Duration | None:
    """The time of a deadline of *entry*, if it has one that is there."""
    clock = clock_of(view, entry, deadline) if deadline else None
    return clock.time if clock else None


def within(view: Library, entry: Entry, deadline: Deadline | None) -> str:
    """The time alone, where there is no room for more: `30 分钟内`."""
    time = time_of(view, entry, deadline)
    return say_within(time, view.lang) if time else ""


def in_full(view: Library, entry: Entry, deadline: Deadline | Commitment | None) -> str:
    """The time and what it counts from: `自“登记”起 30 分钟内`."""
    clock = clock_of(view, entry, deadline) if deadline else None
    return say_deadline(clock.time, clock.start, clock.event, view.lang) if clock else ""


def extension(view: Library, entry: Entry, deadline: Deadline | Commitment | None) -> str:
    """How far it may be extended, and who approves that."""
    clock = clock_of(view, entry, deadline) if deadline else None
    if clock is None or clock.extend is None:
        return ""
    approve = clock.extend.approve
    return say_extension(clock.extend, view.actor_title(approve, clock.home.handbook) if approve else "", view.lang)


def after_hours(view: Library, entry: Entry, part: Step | Commitment) -> str:
    """Who does it outside the hours and what differs then, if only the commitment that it keeps says so; else empty."""
    other, home = after_hours_of(view, entry, part)
    if other is None:
        return ""
    role = view.actor_title(other.by, home.handbook) if other.by else ""
    return say_after_hours(role, other.within, view.plain(other.do, home) if other.do else "", view.lang)


def after_hours_of(view: Library, entry: Entry, part: Step | Commitment) -> tuple[AfterHours | None, Entry]:
    """What is different outside the hours, and the record that says so."""
    keeps = part.within.keeps if isinstance(part, Step) and part.within is not None else None
    if part.after_hours is None and keeps is not None:
        kept = commitment_of(view, keeps, entry.handbook)
        if kept is not None:
            policy, promise = kept
            return promise.after_hours, policy
    return part.after_hours, entry


def kept_time(view: Library, entry: Entry, promise: Promise) -> Duration | None:
    """The time that a field or a stage of the form *entry* keeps: its own, else that of the step or the commitment."""
    return promise.time or promised_time(view, entry, promise.step)


def promised_time(view: Library, entry: Entry, reference: Reference) -> Duration | None:
    """The time of the step or the commitment that a form of *entry* promises."""
    target = view.find(reference, entry.handbook)
    part = target.parts.get(reference.part) if target else None
    if target is None or part is None:
        return None
    if isinstance(part.body, Commitment):
        return part.body.time
    return time_of(view, target, part.body.within) if isinstance(part.body, Step) else None
