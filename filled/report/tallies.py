"""Whole tables of a form that is worked out from others: groups, the answers of a survey, and rows repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from filled.report.measures import Desk, add, fit, known_sum, percent, shares, worded
from filled.report.rows import Chosen, CopyRow
from filled.report.words import Remark, RemarkRule
from schemas.asked import Asked
from schemas.computed import Groups, Listing, Ratings
from schemas.form import Matrix, Register, Survey
from schemas.punctuation import joined
from schemas.values import is_blank

_ALL: Final = Decimal(100)


@dataclass(slots=True)
class _Group:
    id: str
    name: str
    amount: Decimal


def grouped(desk: Desk, groups: Groups, register: Register, unnamed: str) -> tuple[dict[str, Any], ...]:
    """The rows of *register*: one a group, with its amount, shares and class.

    *unnamed* is what those without a value are called where the form does not say.
    """
    ordered = _ordered(groups, _gathered(desk, groups, unnamed), register.rows, desk)
    fields = {str(field.id): field for field in register.columns}
    whole, running = add(group.amount for group in ordered), Decimal(0)
    printed, rows = shares([group.amount for group in ordered], desk.computed.places), []
    for number, group in enumerate(ordered):
        running += group.amount
        figures = {
            groups.name: group.id if group.id in fields[groups.name].choices else group.name,
            groups.count: group.amount,
            groups.sum: group.amount,
            groups.share: printed[number],
            groups.running: running,
            groups.cumulative: known_sum(printed[: number + 1]),
            groups.class_: _class(groups, running, whole, first=number == 0),
        }
        rows.append({str(column): fit(f, fields[column]) for column, f in figures.items() if column and f is not None})
    return tuple(rows)


def _gathered(desk: Desk, groups: Groups, unnamed: str) -> list[_Group]:
    """The groups in the order they come up; several choices ticked at once count in each."""
    name, _, path = groups.group.partition(".")
    chosen = desk.sources[name]
    slot = chosen.source.find(path)[0]
    summed = chosen.source.find(groups.of.partition(".")[2])[0] if groups.of else None
    by_id: dict[str, _Group] = {}
    if groups.order == "listed":
        by_id = {id_: _Group(id_, text, Decimal(0)) for id_, text in slot.choices.items()}
    nobody = (str(groups.nameless or ""), groups.nameless or unnamed)
    for row in chosen.where(groups.where, desk.when):
        value = row.get(slot)
        for each in value if isinstance(value, tuple) else (value,):
            id_, text = nobody if is_blank(each) else (str(each), worded(slot, each, desk.lang))
            group = by_id.setdefault(id_, _Group(id_, text, Decimal(0)))
            group.amount += add([row.get(summed)]) if summed else 1
    return list(by_id.values())


def _ordered(groups: Groups, gathered: list[_Group], most: int, desk: Desk) -> list[_Group]:
    """Most first or as listed; the group called other stands last and takes the smallest when there are too many."""
    other = [group for group in gathered if groups.other in (group.id, group.name)]
    rest = [group for group in gathered if group not in other]
    if groups.order == "most":
        rest.sort(key=lambda group: -group.amount)  # stable: equals stay as they came up
    if groups.other is None:
        return rest
    if len(rest) + len(other) > most:
        by_size = sorted(rest, key=lambda group: -group.amount)
        largest = [group for group in rest if group in by_size[: most - 1]]
        last = other[0] if other else _other(groups, desk)
        small = [group for group in rest if group not in largest]
        last.amount += add(group.amount for group in small)
        names = joined((group.name for group in small), desk.lang)
        desk.remarks.append(Remark(RemarkRule.MERGED, {"names": names, "other": last.name, "rows": most}))
        return [*largest, last]
    return [*rest, *other]


def _other(groups: Groups, desk: Desk) -> _Group:
    name, _, path = groups.group.partition(".")
    slot: Asked = desk.sources[name].source.find(path)[0]
    id_ = str(groups.other)
    return _Group(id_, slot.choices.get(id_, id_), Decimal(0))


def _class(groups: Groups, running: Decimal, whole: Decimal, *, first: bool) -> str | None:
    """The class of a row by the exact cumulative share at its end; the first row is always of the first class."""
    if not groups.classes or not whole:
        return None
    limits = list(groups.classes.items())
    if first:
        return str(limits[0][0])
    return str(next((id_ for id_, limit in limits if running * _ALL <= limit * whole), limits[-1][0]))


def rated(desk: Desk, ratings: Ratings, matrix: Matrix, survey: Survey) -> dict[str, dict[str, Any]]:
    """The cells of *matrix* by row: how often each point was chosen for each item, group and all together."""
    name, _, block = ratings.survey.partition(".")
    copies = [row.copy.values.get(block, {}) for row in desk.sources[name].where(ratings.where, desk.when)]
    rows: dict[str, tuple[str, ...]] = {str(item): (str(item),) for group in survey.groups for item in group.items}
    everything = tuple(rows)
    for group in survey.groups:
        rows.setdefault(str(group.id), tuple(map(str, group.items)))
    if ratings.total is not None:
        rows[str(ratings.total)] = everything
    return {str(row): _counted(desk, ratings, matrix, survey, copies, rows[row]) for row in matrix.rows if row in rows}


def _counted(
    desk: Desk, ratings: Ratings, matrix: Matrix, survey: Survey, copies: Sequence[Mapping[str, Any]],
    items: Sequence[str],
) -> dict[str, Any]:  # fmt: skip
    answers = [copy.get(item) for copy in copies for item in items]
    answered = Decimal(sum(answer in survey.scale.points for answer in answers))
    satisfied = Decimal(sum(answer in survey.scale.counts_as_satisfied for answer in answers))
    figures: dict[str | None, Any] = {
        str(point): Decimal(answers.count(point)) for point in (*survey.scale.points, *survey.scale.skip)
    }
    figures |= {ratings.answered: answered, ratings.satisfied: satisfied}
    figures[ratings.rate] = percent(satisfied, answered, desk.computed.places)
    columns = [str(field.id) for field in matrix.columns]
    return {column: figures[column] for column in columns if figures.get(column) is not None}


def listed(desk: Desk, listing: Listing, register: Register) -> tuple[dict[str, Any], ...]:
    """Rows of *register* that repeat those of a source."""
    chosen = desk.sources[listing.of]
    rows = chosen.where(listing.where, desk.when)
    if listing.order is not None:
        slot = chosen.source.find(listing.order)[0]
        rows.sort(key=lambda row: _sortable(row.get(slot)))
    return tuple(filled for row in rows if (filled := dict(_repeated(listing, register, chosen, row, desk.lang))))


def _repeated(
    listing: Listing, register: Register, chosen: Chosen, row: CopyRow, lang: str
) -> Iterator[tuple[str, Any]]:
    fields = {str(field.id): field for field in register.columns}
    for column, path in listing.columns.items():
        slot = chosen.source.find(path)[0]
        value = row.get(slot)
        if is_blank(value):
            continue
        target = fields[str(column)].type
        if target == slot.field.type and not slot.choices:
            yield str(column), value
        elif target == "date" and isinstance(value, datetime):
            yield str(column), value.date()
        elif slot.choices and set(slot.choices) <= {*map(str, fields[str(column)].choices)}:
            yield str(column), value
        else:
            yield str(column), worded(slot, value, lang)


def _sortable(value: Any) -> tuple[int, str | Decimal]:
    """A key that orders values of one kind, nothing last."""
    if is_blank(value):
        return 2, ""
    if isinstance(value, Decimal):
        return 0, value
    return 1, value.isoformat() if isinstance(value, date) else str(value)
