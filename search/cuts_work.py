"""Procedures and roles: cut into steps and duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from schemas.columns import column_title
from schemas.on_duty import ABSENCES
from schemas.presence import say_on_duty
from schemas.procedure import EmergencyPlan, PeriodicWork, Procedure, Step
from schemas.role import Duty, DutyGroup, Licence, Permission, Role, all_groups
from search.cutting import Cut, Scissors, part_cut


def cut_procedure(at: Scissors, record: Procedure) -> Iterator[Cut]:
    """The whole, responsibilities by role, definitions, the emergency plan, steps, periodic work."""
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.purpose, record.scope), asks=at.asks())
    for role, texts in record.responsibilities.items():
        name = at.actors(role)
        section = at.words.duties_of.format(name)
        yield Cut(key=f"role-{role}", section=section, text=at.listed(texts.values()), by=name)
    for id_, text in record.definitions.items():
        yield Cut(key=f"definition-{id_}", section=at.words.definition, text=at.plain(text))
    if record.plan:
        yield _plan(at, record.plan)
    headings = {str(step.id): at.plain(step.heading) for step in record.steps}
    for number, step in enumerate(record.steps):
        yield _step(at, step, headings, start=number == 0)
    yield from (_periodic(at, work) for work in record.periodic)
    yield from at.laws(record.laws)


def _step(at: Scissors, step: Step, headings: Mapping[str, str], *, start: bool) -> Cut:
    question = at.plain(step.ask) if step.is_decision else ""
    pieces = [
        question if step.title else "",
        at.branches(step.branches, headings),
        at.plain(step.do),
        at.labelled(step, "mind"),
        at.after_hours(step),
        *_conditions(at, step),
    ]
    return part_cut(
        "step", str(step.id), headings[str(step.id)], at.joined(*pieces), by=at.actors(step.by, *step.with_),
        within=at.deadline(step.within), forms=at.forms(step.every_form), say=at.plain(step.say),
        asks=tuple(map(str, step.asks)), hints=at.titles(step.every_form), start=start,
    )  # fmt: skip


def _conditions(at: Scissors, step: Step) -> Iterator[str]:
    """When there is the step, which licence it needs, whom to call, which columns it fills in and reads."""
    yield at.labelled(step, "applies")
    if step.card and (card := at.library.find(step.card, at.entry.handbook)) is not None:
        yield at.with_label(step, "card", at.plain(card.record.title))
    if step.picture:
        yield at.plain(step.picture.text)
    licence = at.library.licence(step.licence, at.entry.handbook) if step.licence else None
    if licence is not None:
        yield at.with_label(step, "licence", at.plain(licence.title))
    if step.calls:
        yield at.with_label(step, "calls", at.marks.enumeration.join(at.call(call) for call in step.calls))
    for name, references in (("writes", step.writes), ("reads", step.reads)):
        titles = (column_title(at.library, reference, at.entry.handbook) for reference in references)
        if columns := at.marks.enumeration.join(filter(None, titles)):
            yield at.with_label(step, name, columns)


def _periodic(at: Scissors, work: PeriodicWork) -> Cut:
    return part_cut(
        "periodic", str(work.id), at.plain(work.title or work.every), at.plain(work.do), by=at.actors(work.by),
        within=at.plain(work.every), forms=at.forms(work.every_form), asks=tuple(map(str, work.asks)),
        hints=at.titles(work.every_form),
    )  # fmt: skip


def _plan(at: Scissors, plan: EmergencyPlan) -> Cut:
    drills = (at.plain(drill.every, drill.do) for drill in plan.drills)
    text = at.listed([plan.trigger, at.actors(*plan.reports), *plan.call.values(), *drills])
    return Cut(key="plan", section=at.words.plan, text=text, by=at.actors(plan.commander))


def cut_role(at: Scissors, record: Role) -> Iterator[Cut]:
    """The whole, duties, what the role may and may not decide, what it must be able to do."""
    groups = [*all_groups(record.duties)]
    duties = " ".join(at.plain(group.title) for group in groups)
    text = at.plain(record.summary, record.mission) or duties
    yield Cut(text=text, hints=at.plain(record.department, record.grade, duties), asks=at.asks())
    for group in groups:
        yield _group(at, group)
        yield from (_duty(at, duty, at.plain(group.title)) for duty in group.items)
    name = at.plain(record.title)
    if record.on_duty or record.stands_in:
        yield Cut(key="on-duty", section=at.words.on_duty, text=_on_duty(at, record), by=name)
    yield from (_licence(at, licence, name) for licence in record.licences)
    if record.authority.may:
        yield _permissions(at, record.authority.may.values(), name)
    if record.authority.never:
        text = at.listed(record.authority.never.values())
        yield Cut(key="limits", section=at.words.limits, text=text, by=name)
    if record.competencies:
        yield Cut(key="competencies", section=at.words.competencies, text=at.listed(record.competencies.values()))


def _duty(at: Scissors, duty: Duty, group: str) -> Cut:
    pieces = [at.plain(duty.text), at.labelled(duty, "standard")]
    section = f"{duty.no} {group}"
    return part_cut(
        "duty", str(duty.no), section, at.joined(*pieces), by=at.plain(at.entry.record.title),
        asks=tuple(map(str, duty.asks)),
    )  # fmt: skip


def _group(at: Scissors, group: DutyGroup) -> Cut:
    """What a group says itself, and its duties without their standards."""
    section = f"{group.no or ''} {at.plain(group.title)}".strip()
    text = at.joined(at.plain(group.note), at.listed(duty.text for duty in group.items))
    return part_cut("group", group.address, section, text or section, by=at.plain(at.entry.record.title))


def _on_duty(at: Scissors, role: Role) -> str:
    """When somebody is there, and who stands in."""
    said = [say_on_duty(role.on_duty, at.lang)] if role.on_duty else []
    said += (
        at.words.stands_in.format(role=at.actors(stand_in), when=ABSENCES[when].of(at.lang))
        for when, stand_in in role.stands_in.items()
    )
    return at.marks.semicolon.join(said)


def _licence(at: Scissors, licence: Licence, name: str) -> Cut:
    """A licence that the person in the post must hold, as the post that says what it is says it."""
    licence = at.library.licence(str(licence.id), at.entry.handbook) or licence
    checks = at.words.checked_by.format(at.actors(licence.checks)) if licence.checks else ""
    valid = at.words.valid.format(licence.valid_for.say(at.lang)) if licence.valid_for else ""
    law = at.law(licence.law) if licence.law else ""
    pieces = (at.plain(licence.title), at.plain(licence.issuer), law, valid, checks)
    text = at.marks.semicolon.join(filter(None, pieces))
    return part_cut("licence", str(licence.id), at.words.licence, text, by=name)


def _permissions(at: Scissors, permissions: Iterable[Permission], name: str) -> Cut:
    """What the role may decide, each with its sum."""
    permissions = tuple(permissions)
    texts = (" ".join(filter(None, (at.plain(each.text), at.labelled(each, "up_to")))) for each in permissions)
    forms = at.forms(each.form for each in permissions if each.form)
    return Cut(key="authority", section=at.words.authority, text=at.listed(texts), by=name, forms=forms)
