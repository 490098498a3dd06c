"""A form worked out from filled copies of others: what stands in it, and what a supervisor should know about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from filled.report.errors import WrongFormError
from filled.report.measures import Desk
from filled.report.periods import Period, around, day_of
from filled.report.rows import Chosen, When, choose, is_of_sheet, rows_of
from filled.report.tallies import grouped, listed, rated
from filled.report.words import ROWS, Remark, RemarkRule, ReportWords
from schemas.blanks import blanks_of
from schemas.checks.computed import computed_findings
from schemas.computed import Computed, SourceForm
from schemas.entry import Entry
from schemas.filled import Filled
from schemas.form import Block, Chart, Form, Grid, Matrix, Register, Survey, TextBlock
from schemas.library import Library
from schemas.punctuation import joined
from schemas.scalars import Id
from schemas.sources import Source, source_of
from schemas.values import plain
from schemas.words import LANGUAGES, Counted

Copies = Mapping[str, Sequence[Filled]]
"""Filled copies by the address of their form, in the order of their file names."""

_COPIES: Final = Counted("{number} 份", "{number} copy", "{number} copies")


@dataclass(frozen=True, slots=True)
class _Read:
    """A source as it is read: its form and the copies of it."""

    source: Source
    form: Form
    copies: Sequence[Filled]
    worked: Worked | None = None
    """How it was worked out itself, where nobody has filled it in."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A form worked out: its values by block, the time they are about, and remarks for whoever signs it."""

    values: Mapping[str, Any]
    period: Period | None
    remarks: tuple[Remark, ...]
    counted: Mapping[str, int]
    """Rows counted, by the name of their source."""


def work_out(
    library: Library, entry: Entry, copies: Copies, when: When, *, within: frozenset[str] = frozenset()
) -> Worked:  # fmt: skip
    """The values of the form *entry*, worked out from *copies*.

    A source that nobody has filled in, but which is itself worked out from copies that are there, is worked out first.

    Args:
        library: the view whose language texts are in.
        entry: a form of it that has `computed_from`.
        copies: filled copies of its sources.
        when: today, and the time the form is about; without one it is all months the copies are of.
        within: addresses of forms being worked out already.

    Raises:
        WrongFormError: its `computed_from` names what is not there.
    """
    form = entry.record
    if not isinstance(form, Form) or form.computed_from is None:
        raise TypeError(f"{entry.address} is not worked out from other forms")
    for finding in computed_findings(library, entry):
        raise WrongFormError(finding)
    computed = form.computed_from
    read = dict(_read_sources(library, entry, computed, copies, when, within))
    if when.period is None:
        when = replace(when, period=around(_days(computed, read)), by_sheet=True)
    sources = {name: choose(computed.sources[Id(name)], one.source, one.copies, when) for name, one in read.items()}
    desk = Desk(computed, sources, _once(form), _matrices(form), _lines(form), when, library.lang)
    values = _values(desk, form, {name: one.form for name, one in read.items()})
    remarks = (*_remarks(computed, read, sources), *desk.remarks, *_disagreements(desk, library, entry))
    return Worked(
        values, when.period, _once_each(remarks), {name: len(chosen.rows) for name, chosen in sources.items()}
    )


def _read_sources(
    library: Library, entry: Entry, computed: Computed, copies: Copies, when: When, within: frozenset[str]
) -> Iterator[tuple[str, _Read]]:  # fmt: skip
    for name, spec in computed.sources.items():
        target = library.find(spec.form, entry.handbook)
        assert target is not None
        assert isinstance(target.record, Form)
        source = source_of(target.record, spec.rows, _say(library, target), library.lang)
        assert source is not None
        given = copies.get(target.address, ())
        inside, worked = within | {entry.address}, None
        is_now = spec.period == "this" and target.address not in inside
        if not given and is_now and target.record.computed_from is not None:
            worked = work_out(library, target, copies, when, within=inside)
            given = _made(library, target, worked)
        yield str(name), _Read(source, target.record, given, worked)


def _say(library: Library, entry: Entry) -> Any:
    return lambda text: library.plain(text, entry) if "[[" in text or "{" in text else str(text)


def _made(library: Library, entry: Entry, worked: Worked) -> Sequence[Filled]:
    """A copy that nobody filled in; none where nothing was counted for it."""
    if not any(worked.counted.values()):
        return ()
    record = entry.record
    return (
        Filled(
            entry.address, str(record.code or ""), str(record.edition), entry.fingerprint, library.lang,
            str(record.code or entry.id), library.titles(entry.address), worked.values, blanks_of(library, entry),
        ),
    )  # fmt: skip


def _days(computed: Computed, read: Mapping[str, _Read]) -> Iterator[date]:
    """The days that decide which period rows of this period's sources belong to; one that a sheet denies does not."""
    for name, one in read.items():
        spec: SourceForm = computed.sources[Id(name)]
        if spec.date is not None and spec.period == "this":
            slot = one.source.find(spec.date)[0]
            dated = ((row, day_of(row.get(slot))) for row in rows_of(one.source, spec.rows, one.copies))
            yield from (day for row, day in dated if day is not None and is_of_sheet(row, day, one.source))
        elif one.worked is not None and one.worked.period is not None:
            yield from (one.worked.period.first, one.worked.period.last)


def _once(form: Form) -> dict[str, Any]:
    """The fields that have a place of their own, by `block.field` and `block.row.column`."""
    by_path: dict[str, Any] = {}
    for body in _bodies(form.blocks):
        if isinstance(body, Grid | TextBlock):
            fields = body.fields if isinstance(body, Grid) else body.blanks
            by_path |= {f"{body.id}.{field.id}": field for field in fields}
        elif isinstance(body, Matrix):
            by_path |= {f"{body.id}.{row}.{field.id}": field for row in body.rows for field in body.columns}
    return by_path


def _bodies(blocks: Iterable[Block]) -> Iterator[Any]:
    return (block.body for block in blocks)


def _matrices(form: Form) -> dict[str, Matrix]:
    return {str(body.id): body for body in _bodies(form.blocks) if isinstance(body, Matrix)}


def _lines(form: Form) -> dict[str, Decimal]:
    charts = (body for body in _bodies(form.blocks) if isinstance(body, Chart))
    return {str(chart.id): chart.threshold for chart in charts if chart.threshold is not None}


def _values(desk: Desk, form: Form, forms: Mapping[str, Form]) -> dict[str, Any]:
    """Every figure in its block; tables first, because single fields may be worked out from their cells."""
    computed, values = desk.computed, dict[str, Any]()
    registers = {str(body.id): body for body in _bodies(form.blocks) if isinstance(body, Register)}
    for id_, groups in computed.groups.items():
        values[id_] = grouped(desk, groups, registers[id_], ReportWords(desk.lang).unnamed)
    for id_, listing in computed.lists.items():
        values[id_] = listed(desk, listing, registers[id_])
    for id_, ratings in computed.ratings.items():
        name, _, block = ratings.survey.partition(".")
        survey = next(body for body in _bodies(forms[name].blocks) if isinstance(body, Survey) and body.id == block)
        cells = rated(desk, ratings, desk.matrices[id_], survey)
        desk.figures |= {f"{id_}.{row}.{column}": v for row, inner in cells.items() for column, v in inner.items()}
    _write_period(desk)
    for path, field in desk.fields.items():
        if (figure := desk.figure(path)) is not None and field.of_type.is_asked:
            _put(values, path, figure)
    ordered = {str(body.id): values.get(str(body.id)) for body in _bodies(form.blocks)}
    return {block: inner for block, inner in ordered.items() if inner}


def _put(values: dict[str, Any], path: str, figure: Any) -> None:
    block, *keys = path.split(".")
    inside = values.setdefault(block, {})
    for key in keys[:-1]:
        inside = inside.setdefault(key, {})
    inside[keys[-1]] = figure


def _write_period(desk: Desk) -> None:
    period, fields = desk.when.period, desk.computed.period
    if period is None:
        return
    month = f"{period.first:%Y-%m}" if period.months == 1 else None
    figures = {fields.first: period.first, fields.last: period.last, fields.month: month,
               fields.said: period.say(desk.lang)}  # fmt: skip
    desk.figures |= {str(path): value for path, value in figures.items() if path is not None}


def _remarks(computed: Computed, read: Mapping[str, _Read], sources: Mapping[str, Chosen]) -> Iterator[Remark]:
    """What was not counted, and why."""
    for name, chosen in sources.items():
        spec = computed.sources[Id(name)]
        if (worked := read[name].worked) is not None:
            yield from worked.remarks
        if not read[name].copies and spec.period == "this":
            yield Remark(RemarkRule.NO_COPIES, {"form": str(spec.form)})
        if not chosen.rows and spec.period == "last":
            yield Remark(RemarkRule.NO_LAST, {"form": str(spec.form)})
        what = ROWS if spec.rows else _COPIES
        for rule, count, path in (
            (RemarkRule.UNDATED, len(chosen.left("undated")), spec.date),
            (RemarkRule.REPEATED, len(chosen.left("repeated")), spec.one_per),
        ):
            if count and path is not None:
                label = chosen.source.find(path)[0].label
                yield Remark(rule, {"form": str(spec.form), "count": count, "counted": what.of(count), "field": label})


def _once_each(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Each remark once: two sources may be one form. Of those that differ in their count the greatest stays."""
    by_wording: dict[str, Remark] = {}
    for remark in remarks:
        without = Remark(remark.rule, {**remark.values, "counted": ""}).say(LANGUAGES[0])
        if without not in by_wording or remark.values.get("count", 0) > by_wording[without].values.get("count", 0):
            by_wording[without] = remark
    return tuple(by_wording.values())


def _disagreements(desk: Desk, library: Library, entry: Entry) -> Iterator[Remark]:
    for agreement in desk.computed.agree:
        figures = [desk.figure(path) for path in agreement.fields]
        if len(set(figures)) > 1:
            titles = [str(desk.fields[str(path)].title) for path in agreement.fields]
            texts = [plain(figure) if figure is not None else "—" for figure in figures]
            pairs = joined((f"{title} {figure}" for title, figure in zip(titles, texts, strict=True)), desk.lang)
            title = library.plain(agreement.title, entry)
            yield Remark(RemarkRule.DISAGREE, {"title": title, "figures": pairs})
