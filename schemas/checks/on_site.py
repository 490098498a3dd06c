"""Who does a step is there when it has to be done, and holds the licence that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from schemas.clock import time_of
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.hours import WHOLE_WEEK, minutes
from schemas.library import Library
from schemas.messages import Times
from schemas.presence import covered, say_minutes
from schemas.procedure import Procedure, Step
from schemas.punctuation import joined
from schemas.role import Role
from schemas.words import Bilingual, in_both

_AT_ONCE: Final = 8 * 3600
"""What has to be done within so many seconds does not wait until somebody is there."""


def check_on_site(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about who does the steps of a procedure."""
    procedure = entry.record
    if not isinstance(procedure, Procedure):
        return
    for number, step in enumerate(procedure.steps):
        yield from _licence(library, entry, step, ("steps", number))
        if _is_at_once(library, entry, procedure, step) and step.after_hours is None:
            yield from _on_duty(library, entry, procedure, step, ("steps", number, "by"))


def _is_at_once(library: Library, entry: Entry, procedure: Procedure, step: Step) -> bool:
    """Whether the step cannot wait for the morning: all of an emergency plan, and what has to be done within hours."""
    if procedure.plan is not None:
        return True
    time = time_of(library, entry, step.within)
    return time is not None and time.longest is not None and time.longest <= _AT_ONCE


def _on_duty(library: Library, entry: Entry, procedure: Procedure, step: Step, location: Location) -> Iterator[Finding]:
    role = library.role(step.by, entry.handbook)
    if role is None or not isinstance(role.record, Role) or role.record.on_duty is None or role.record.on_duty.rota:
        return
    desk = library.handbooks[entry.handbook].file.hours
    needed = WHOLE_WEEK
    for applies in filter(None, (procedure.applies, step.applies)):
        needed &= applies.minutes(minutes(desk.days, desk.open) if desk else None)
    missing = needed & ~covered(library, role.address)
    if missing:
        when = in_both(lambda lang: say_minutes(missing, lang))
        yield entry.document.finding(location, Times.NOBODY_ON_DUTY, role=role.record.title, when=when)


def _licence(library: Library, entry: Entry, step: Step, here: Location) -> Iterator[Finding]:
    """The finding for a licence that nobody who takes part in the step holds; what parties hold is not known."""
    licence = library.licence(step.licence, entry.handbook) if step.licence else None
    if step.licence is None or licence is None:
        return
    instead = step.after_hours.by if step.after_hours else None
    for doer, location in ((step.by, (*here, "licence")), (instead, (*here, "after_hours"))):
        taking_part = [library.role(actor, entry.handbook) for actor in (doer, *step.with_) if actor]
        if doer is not None and not any(role is None or _holds(role, step.licence) for role in taking_part):
            holders = _holders(library, entry.handbook, step.licence)
            values = {"role": library.actor_title(doer, entry.handbook), "licence": licence.title, "holders": holders}
            yield entry.document.finding(location, Times.LICENCE_NOT_HELD, **values)


def _holders(library: Library, handbook: str, licence: str) -> Bilingual:
    """The posts that hold a licence."""
    holding = [role.address for role in library.of_kind("roles", handbook) if _holds(role, licence)]
    return in_both(lambda lang: joined(map(library.view(lang).title, holding), lang))


def _holds(role: Entry, licence: str) -> bool:
    return isinstance(role.record, Role) and any(held.id == licence for held in role.record.licences)
