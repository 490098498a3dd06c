"""Forms worked out from others, and totals: every id leads somewhere, to something that can be counted or added."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from schemas.asked import Asked, asked
from schemas.checks.local import block_id, form_fields, tables
from schemas.checks.reading import DATES, NUMBERS, TEXTS, SourceReader, Types, reader_of
from schemas.circles import circle
from schemas.computed import Computed, Crossing, Dotted, Groups, Listing, Measure, Ratings
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Candidates, Finding
from schemas.form import Chart, Form, Matrix, Register, Survey, fields
from schemas.library import Library
from schemas.messages import Sums
from schemas.record import Model
from schemas.scalars import Id
from schemas.sources import place_of
from schemas.words import LANGUAGES

_HERE: Final = "computed_from"


def check_computed(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the totals and the `computed_from` of a form."""
    if isinstance(entry.record, Form):
        yield from _totals(entry, entry.record)
        yield from _computed(library, entry)


def computed_findings(library: Library, entry: Entry) -> tuple[Finding, ...]:
    """The errors in the `computed_from` of one form: with any, it cannot be worked out."""
    return tuple(finding for finding in _computed(library, entry) if finding.severity == "error")


def _computed(library: Library, entry: Entry) -> Iterator[Finding]:
    if isinstance(entry.record, Form) and entry.record.computed_from is not None:
        reader = reader_of(library, entry, entry.record.computed_from)
        own = {place_of(slot): slot for slot in asked(entry.record, str, LANGUAGES[0]) if not slot.is_column}
        yield from _Check(entry.record, entry.record.computed_from, reader, own).all()


def _totals(entry: Entry, form: Form) -> Iterator[Finding]:
    """What conditions and sums of totals may not be; that their fields are there is checked with other local ids."""
    for number, total in enumerate(form.totals):
        fields_by_id = form_fields(form, str(total.count or ""))
        reader = SourceReader(entry.document)
        summed = fields_by_id.get(str(total.sum))
        if summed is not None and summed.type not in NUMBERS:
            yield from reader.typed(("totals", number, "sum"), summed, NUMBERS)
        for id_, wanted in total.where.items():
            if (field := fields_by_id.get(str(id_))) is not None and {"past", "period"} & {*wanted} - {*field.choices}:
                yield from reader.typed(("totals", number, "where", str(id_)), field, DATES)


@dataclass(frozen=True, slots=True)
class _Check:
    form: Form
    computed: Computed
    reader: SourceReader
    own: Mapping[str, Asked]

    def all(self) -> Iterator[Finding]:
        yield from self._sources()
        yield from self._period()
        for path, measure in self.computed.fields.items():
            yield from self._own((_HERE, "fields", str(path)), path, key=True)
            yield from self._measure((_HERE, "fields", str(path)), measure, self.own)
        yield from self._blocks("groups", self.computed.groups, Register, self._groups)
        yield from self._blocks("cells", self.computed.cells, Matrix, self._crossing)
        yield from self._blocks("ratings", self.computed.ratings, Matrix, self._ratings)
        yield from self._blocks("lists", self.computed.lists, Register, self._listing)
        for number, agreement in enumerate(self.computed.agree):
            for index, path in enumerate(agreement.fields):
                yield from self._own((_HERE, "agree", number, "fields", index), path)
        yield from self._circles()

    def _sources(self) -> Iterator[Finding]:
        for name, source in self.computed.sources.items():
            here: Location = (_HERE, "sources", str(name))
            form = self.reader.forms[str(name)]
            if form is not None and self.reader.sources[str(name)] is None:
                yield self.reader.unknown((*here, "rows"), str(source.rows), tables(form))
            if source.date is not None:
                yield from self.reader.field((*here, "date"), str(name), source.date, DATES)
            if source.one_per is not None:
                yield from self.reader.field((*here, "one_per"), str(name), source.one_per)
            yield from self.reader.conditions((*here, "where"), str(name), source.where)

    def _period(self) -> Iterator[Finding]:
        types: Mapping[str, Types] = {
            "first": ("date",),
            "last": ("date",),
            "month": ("month",),
            "said": TEXTS,
        }
        for key, wanted in types.items():
            if (path := getattr(self.computed.period, key)) is not None:
                yield from self._own((_HERE, "period", key), path, wanted)

    def _own(
        self, location: Location, path: str, types: Types = (), *, key: bool = False
    ) -> Iterator[Finding]:  # fmt: skip
        if path not in self.own:
            yield self.reader.unknown(location, path, self.own, key=key)
        else:
            yield from self.reader.typed(location, self.own[path].field, types)

    def _measure(self, here: Location, measure: Measure, near: Collection[str]) -> Iterator[Finding]:
        """Findings about a measure; *near* are the fields it may be worked out from."""
        if measure.count is not None:
            yield from self.reader.source((*here, "count"), measure.count)
        if measure.sum is not None:
            yield from self.reader.path((*here, "sum"), measure.sum, NUMBERS)
        for key, path in (("take", measure.take), ("list", measure.list_)):
            if path is not None:
                yield from self.reader.path((*here, key), path)
        yield from self.reader.conditions((*here, "where"), measure.source, measure.where)
        for location, read in _reads(here, measure):
            if read not in near and read not in self.own:
                yield self.reader.unknown(location, read, near)
        if measure.threshold is not None and measure.threshold not in (lines := self._lines()):
            yield self.reader.unknown((*here, "threshold"), measure.threshold, lines)
        if measure.working is not None and not self._is_rate(measure.working):
            yield self.reader.document.finding((*here, "working"), Sums.NOT_A_RATE, value=measure.working)

    def _lines(self) -> tuple[str, ...]:
        """The charts that have a line to be measured against."""
        bodies = (block.body for block in self.form.blocks)
        return tuple(str(body.id) for body in bodies if isinstance(body, Chart) and body.threshold is not None)

    def _is_rate(self, path: Dotted) -> bool:
        measure = self.computed.fields.get(path)
        return path not in self.own or (measure is not None and measure.rate is not None)

    def _blocks(
        self, key: str, items: Mapping[Id, Any], kind: type[Model], check: Callable[..., Iterator[Finding]]
    ) -> Iterator[Finding]:
        """Findings about the blocks that *items* fill, each of which must be of *kind*, and what *check* finds."""
        bodies = {block_id(block): block.body for block in self.form.blocks}
        for id_, item in items.items():
            here: Location = (_HERE, key, str(id_))
            body = bodies.get(str(id_))
            if body is None:
                block_ids = [name for name, inner in bodies.items() if isinstance(inner, kind)]
                yield self.reader.unknown(here, str(id_), block_ids, key=True)
            elif not isinstance(body, kind):
                yield self.reader.wrong_block(here, str(id_), body, kind, key=True)
            else:
                yield from check(here, item, body)

    def _columns(
        self, here: Location, item: Model, body: Register | Matrix, types: Mapping[str, Types]
    ) -> Iterator[Finding]:
        """Findings about the columns that the keys of *item* name."""
        columns = {str(field.id): field for field in body.columns}
        for key, wanted in types.items():
            if (name := getattr(item, f"{key}_" if key == "class" else key)) is None:
                continue
            if name not in columns:
                yield self.reader.unknown((*here, key), name, columns)
            else:
                yield from self.reader.typed((*here, key), columns[name], wanted)

    def _groups(self, here: Location, groups: Groups, body: Register) -> Iterator[Finding]:
        numbers = ("count", "sum", "share", "running", "cumulative")
        types: dict[str, Types] = {"name": (*TEXTS, "choice"), "class": ("choice",)}
        types |= dict.fromkeys(numbers, NUMBERS)
        yield from self._columns(here, groups, body, types)
        yield from self.reader.path((*here, "group"), groups.group)
        if groups.of is not None:
            yield from self.reader.path((*here, "of"), groups.of, NUMBERS)
        name, _, rest = groups.group.partition(".")
        yield from self.reader.conditions((*here, "where"), name, groups.where)
        slot = self.reader.slot(name, rest)
        if groups.other is not None and slot is not None and slot.choices and groups.other not in slot.choices:
            yield self.reader.unknown((*here, "other"), groups.other, tuple(slot.choices))
        column = next((field for field in body.columns if field.id == groups.class_), None)
        for id_ in groups.classes:
            if column is not None and column.choices and id_ not in column.choices:
                yield self.reader.unknown((*here, "classes", str(id_)), id_, tuple(column.choices), key=True)

    def _crossing(self, here: Location, crossing: Crossing, body: Matrix) -> Iterator[Finding]:
        columns = {str(field.id): field for field in body.columns}
        for id_, measure in crossing.columns.items():
            if id_ not in columns:
                yield self.reader.unknown((*here, "columns", str(id_)), id_, columns, key=True)
            yield from self._measure((*here, "columns", str(id_)), measure, columns)
        if crossing.total is not None and crossing.total not in body.rows:
            yield self.reader.unknown((*here, "total"), crossing.total, body.rows)
        used = dict.fromkeys(measure.source for measure in crossing.columns.values() if measure.source)
        for id_, where in crossing.rows.items():
            if id_ not in body.rows:
                yield self.reader.unknown((*here, "rows", str(id_)), id_, body.rows, key=True)
            for name in self._read_by_fields(used):
                yield from self.reader.conditions((*here, "rows", str(id_)), name, where)
        if crossing.by is not None:
            for name in self._read_by_fields(used):
                yield from self.reader.field((*here, "by"), name, crossing.by)
                slot = self.reader.slot(name, crossing.by)
                rows = [id_ for id_ in body.rows if id_ != crossing.total and id_ not in crossing.rows]
                yield from self._unmatched((*here, "by"), rows, tuple(slot.choices) if slot else ())

    def _read_by_fields(self, names: Collection[str]) -> list[str]:
        """The sources of *names* that are not matrices: in those the row of the same id is read."""
        return [name for name in names if (source := self.reader.sources.get(name)) is not None and not source.rows]

    def _unmatched(self, here: Location, rows: Collection[str], expected_ids: Collection[str]) -> Iterator[Finding]:
        for row in rows:
            if expected_ids and row not in expected_ids:
                values = {"value": row, "guess": Candidates(row, tuple(expected_ids)), "known": ", ".join(expected_ids)}
                yield self.reader.document.finding(here, Sums.ROW_OF_NOTHING, **values)

    def _ratings(self, here: Location, ratings: Ratings, body: Matrix) -> Iterator[Finding]:
        yield from self._columns(here, ratings, body, dict.fromkeys(("answered", "satisfied", "rate"), NUMBERS))
        if ratings.total is not None and ratings.total not in body.rows:
            yield self.reader.unknown((*here, "total"), ratings.total, body.rows)
        name, _, block = ratings.survey.partition(".")
        yield from self.reader.source((*here, "survey"), name)
        form = self.reader.forms.get(name)
        if form is None:
            return
        surveys = {block_id(inner): inner.body for inner in form.blocks if isinstance(inner.body, Survey)}
        survey = surveys.get(block)
        if not isinstance(survey, Survey):
            yield self.reader.unknown((*here, "survey"), ratings.survey, [f"{name}.{id_}" for id_ in surveys])
            return
        yield from self.reader.conditions((*here, "where"), name, ratings.where)
        items = [str(item) for group in survey.groups for item in group.items]
        groups = [str(group.id) for group in survey.groups]
        yield from self._unmatched(here, [row for row in body.rows if row != ratings.total], (*items, *groups))
        for item in items:
            if item not in body.rows:
                yield self.reader.document.finding(here, Sums.ROW_MISSING, value=item)

    def _listing(self, here: Location, listing: Listing, body: Register) -> Iterator[Finding]:
        yield from self.reader.source((*here, "of"), listing.of)
        column_ids = [str(field.id) for field in fields(body)]
        for column, path in listing.columns.items():
            if column not in column_ids:
                yield self.reader.unknown((*here, "columns", str(column)), column, column_ids, key=True)
            yield from self.reader.field((*here, "columns", str(column)), listing.of, path)
        if listing.order is not None:
            yield from self.reader.field((*here, "order"), listing.of, listing.order)
        yield from self.reader.conditions((*here, "where"), listing.of, listing.where)

    def _circles(self) -> Iterator[Finding]:
        measures = {str(path): tuple(map(str, measure.reads)) for path, measure in self.computed.fields.items()}
        for block, crossing in self.computed.cells.items():
            for column, measure in crossing.columns.items():
                near = [path if "." in path else f"{block}.{path}" for path in measure.reads]
                measures.setdefault(f"{block}.{column}", tuple(near))
        # a cell of a row is what its whole column is, unless it has a measure of its own
        whole = {path: (_without_row(path) if path not in measures else path) for path in _all(measures)}
        measures = {path: tuple(whole[read] for read in reads) for path, reads in measures.items()}
        if way := circle(measures):
            yield self.reader.document.finding((_HERE,), Sums.COMPUTED_IN_A_CIRCLE, value=" → ".join(way))


def _without_row(path: str) -> str:
    block, *rest = path.split(".")
    return f"{block}.{rest[-1]}" if rest else path


def _all(reads: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {path for paths in reads.values() for path in paths}


def _reads(here: Location, measure: Measure) -> Iterator[tuple[Location, Dotted]]:
    """The fields of its own form that a measure reads, each with its place."""
    for key, paths in (("total", measure.total or ()), ("less", measure.less)):
        for number, path in enumerate(paths):
            yield (*here, key, number), path
    if measure.rate is not None:
        yield (*here, "rate", "part"), measure.rate.part
        yield (*here, "rate", "whole"), measure.rate.whole
    if measure.working is not None:
        yield (*here, "working"), measure.working
