"""Policies: somebody decides, sums without a gap, formulas that agree with the form, no fines of wages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from schemas.authority import Decision, DecisionRow
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Candidates, Finding
from schemas.form import Form
from schemas.library import Library
from schemas.measures import measure_at, measures_of
from schemas.messages import Links, Policies
from schemas.objective import Objective
from schemas.policy import Policy
from schemas.role import Permission, Role
from schemas.tariff import Band, Tariff
from schemas.words import Bilingual, in_both

_DECIDES: Final = "decides"
_PERCENT: Final = "%"
_FINE: Final = re.compile(
    r"罚款|罚金|(?:扣|扣发|扣除|扣减|减发|停发|克扣)[^，。；、]{0,6}(?:工资|薪|奖金|绩效)|罚[^，。；]{0,4}元|扣[^，。；]{0,4}元"
)
_NOT: Final = re.compile(r"(?:不得?|不能|不准|严禁|禁止|没有|不再?予?以?)[^，。；]{0,4}$")


def check_policies(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about a policy."""
    record = entry.record
    if not isinstance(record, Policy):
        return
    for number, objective in enumerate(record.objectives):
        yield from _objective(library, entry, ("objectives", number), objective)
    for number, tariff in enumerate(record.tariffs):
        yield from _bands(entry, ("tariffs", number, "bands"), tariff)
    for number, decision in enumerate(record.authority):
        yield from _decision(library, entry, ("authority", number), decision)
    yield from _ladders(entry, record.authority)
    yield from _clauses(entry, record)
    for number, penalty in enumerate(record.penalties):
        if fine := _fine_in(penalty.measure):
            yield entry.document.finding(("penalties", number, "measure"), Policies.WAGE_FINE, value=fine)


def _fine_in(text: str) -> str:
    """The words of *text* that take wages; empty where none do, or where they say that none are taken."""
    return next((match[0] for match in _FINE.finditer(text) if not _NOT.search(text[: match.start()])), "")


def _clauses(entry: Entry, record: Policy) -> Iterator[Finding]:
    """The address of a clause is put together, and may be an article's own."""
    numbers = {str(article.no) for section in record.sections for article in section.articles}
    for outer, section in enumerate(record.sections):
        for inner, article in enumerate(section.articles):
            for number, clause in enumerate(article.clauses):
                if (no := f"{article.no}.{clause.no}") in numbers:
                    here = ("sections", outer, "articles", inner, "clauses", number, "no")
                    yield entry.document.finding(here, Policies.CLAUSE_IS_ARTICLE, value=no)


# -- objectives and prices -------------------------------------------------------------------------------------------


def _objective(library: Library, entry: Entry, here: Location, objective: Objective) -> Iterator[Finding]:
    if objective.computed is None:
        return
    for key in ("formula", "sources"):
        if getattr(objective, key):
            yield entry.document.finding((*here, key), Policies.SAID_BY_THE_FORM, key=key, value=objective.computed)
    target = library.find(objective.computed, entry.handbook)
    if target is None or not isinstance(target.record, Form):
        return
    measure = measure_at(library, objective.computed, entry.handbook)
    if measure is None:
        numbers = measures_of(target.record, library.lang)
        values = {
            "value": objective.computed.part, "form": objective.computed.target,
            "guess": Candidates(objective.computed.part, numbers), "known": ", ".join(numbers) or "—",
        }  # fmt: skip
        yield entry.document.finding((*here, "computed"), Policies.NOT_COMPUTED, **values)
    elif measure.is_rate is not (objective.target.quantity.known == _PERCENT):
        found = _RATE if measure.is_rate else _NUMBER
        values = {"value": in_both(objective.target.say), "found": found}
        yield entry.document.finding((*here, "target"), Policies.TARGET_OF_ANOTHER_KIND, **values)


_RATE: Final = Bilingual("百分比", "a percentage")
_NUMBER: Final = Bilingual("数，不是百分比", "a number and no percentage")


def _bands(entry: Entry, here: Location, tariff: Tariff) -> Iterator[Finding]:
    before: Band | None = None
    for number, band in enumerate(tariff.bands):
        if before is not None and before.up_to is not None and band.up_to is not None:
            same = before.up_to.counted_in == band.up_to.counted_in
            if not same or (before.title == band.title and before.up_to.amount >= band.up_to.amount):
                values = {"value": band.up_to, "before": before.up_to}
                yield entry.document.finding((*here, number, "up_to"), Policies.BANDS_IN_DISORDER, **values)
        if before is not None and before.up_to is None and band.title == before.title:
            yield entry.document.finding((*here, number), Policies.BAND_AFTER_THE_LAST, value=band.id)
        before = band


# -- authority -------------------------------------------------------------------------------------------------------


def _decision(library: Library, entry: Entry, here: Location, decision: Decision) -> Iterator[Finding]:
    for number, row in enumerate(decision.rows):
        place = (*here, "levels", number) if decision.levels else here
        deciders = [who for who, share in row.of.roles.items() if share == _DECIDES]
        if not deciders:
            yield entry.document.finding((*place, "roles"), Policies.NOBODY_DECIDES, value=decision.title)
        if len(deciders) > 1:
            values = {"value": decision.title, "who": ", ".join(deciders)}
            yield entry.document.finding((*place, "roles"), Policies.SEVERAL_DECIDE, **values)
        for who in deciders:
            yield from _in_may(library, entry, (*place, "roles", str(who)), decision, row, who)
    yield from _deputies(entry, here, decision)


def _deputies(entry: Entry, here: Location, decision: Decision) -> Iterator[Finding]:
    named = {str(who) for row in decision.rows for who in row.of.roles}
    for who, deputy in decision.deputies.items():
        place = (*here, "deputies", str(who))
        if who == deputy:
            yield entry.document.finding(place, Policies.DEPUTY_OF_HIMSELF, value=who)
        elif who not in named:
            values = {"value": who, "guess": Candidates(str(who), tuple(named)), "known": ", ".join(named)}
            yield entry.document.finding(place, Links.UNKNOWN_LOCAL, **values)
        elif any(row.of.roles.get(who) == _DECIDES and row.of.roles.get(deputy) == "proposes" for row in decision.rows):
            yield entry.document.finding(place, Policies.DEPUTY_PROPOSES, value=deputy)


def _in_may(
    library: Library, entry: Entry, place: Location, decision: Decision, row: DecisionRow, who: str
) -> Iterator[Finding]:
    """Whoever decides has the decision among what his role may decide, with the same sum."""
    role = library.role(who, entry.handbook)
    if role is None or not isinstance(role.record, Role):
        return
    permission = _permission(role.record, decision)
    title = library.titles(role.address)
    if permission is None:
        values = {"who": title, "value": decision.title, "id": decision.id, "role": role.id}
        yield entry.document.finding(place, Policies.NOT_IN_MAY, **values)
        return
    sums = permission.up_to
    limits = [other.up_to for other in decision.rows if other.of.roles.get(who) == _DECIDES]  # type: ignore[call-overload]
    if sums is None or sums.kind != "sum" or row.up_to is None or row.up_to not in limits[-1:]:
        return
    if sums.yuan != row.up_to.yuan:
        values = {"who": title, "role": in_both(sums.say), "here": in_both(row.up_to.say)}
        yield entry.document.finding(place, Policies.MAY_DISAGREES, **values)


def _permission(role: Role, decision: Decision) -> Permission | None:
    """What the role says it may decide of *decision*: under its id, or in a text that links to it."""
    may = role.authority.may
    linked = (one for one in may.values() if f"#{decision.id}]]" in one.text)
    return may.get(decision.id) or next(linked, None)


def _ladders(entry: Entry, decisions: Sequence[Decision]) -> Iterator[Finding]:
    """The sums of one matter, in levels or in lines of the same title and case: no gap, no overlap, an end."""
    ladders: dict[tuple[str, str], list[tuple[Location, DecisionRow]]] = defaultdict(list)
    for number, decision in enumerate(decisions):
        for index, row in enumerate(decision.rows):
            place: Location = ("authority", number, "levels", index) if decision.levels else ("authority", number)
            when = "" if decision.levels else str(decision.when or "")
            ladders[decision.title, when].append((place, row))
    for (title, _), rungs in ladders.items():
        if len(rungs) > 1 or rungs[0][1].up_to is not None:
            yield from _ladder(entry, title, rungs)


def _ladder(entry: Entry, title: str, rungs: Sequence[tuple[Location, DecisionRow]]) -> Iterator[Finding]:
    before: DecisionRow | None = None
    for place, row in rungs:
        if before is not None:
            yield from _rung(entry, place, before, row)
        before = row
    last = rungs[-1][1]
    if last.up_to is not None:
        values = {"value": title, "sum": in_both(last.up_to.say)}
        yield entry.document.finding((*rungs[-1][0], "up_to"), Policies.NOBODY_ABOVE, **values)


def _rung(entry: Entry, place: Location, before: DecisionRow, row: DecisionRow) -> Iterator[Finding]:
    """Whether *row* begins where *before* ends; levels that differ in more than the sum may share one."""
    if before.of.when != row.of.when and before.up_to == row.up_to:
        return
    if before.up_to is None:
        yield entry.document.finding(place, Policies.SUMS_OVERLAP, value=row.of.id)
        return
    end, start = before.up_to.yuan, row.of.above.yuan if row.of.above else before.up_to.yuan
    if start < end or (row.up_to is not None and row.up_to.yuan <= end):
        yield entry.document.finding(place, Policies.SUMS_OVERLAP, value=row.of.id)
    elif start > end:
        values = {"low": in_both(before.up_to.say), "high": in_both(row.of.above.say) if row.of.above else ""}
        yield entry.document.finding((*place, "above"), Policies.SUMS_GAP, **values)
