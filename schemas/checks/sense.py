"""The sense of forms: what is added, multiplied and compared fits, and can be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.asked import Asked
from schemas.checks.ranges import ranges
from schemas.checks.reading import NUMBERS, SourceReader
from schemas.circles import circle
from schemas.document import Location
from schemas.entry import Entry
from schemas.field import Field
from schemas.field_types import FIELD_TYPES, FieldType
from schemas.findings import Finding
from schemas.form import Form, Grid
from schemas.library import Library
from schemas.messages import Forms, Sums
from schemas.reach import Held, Reach
from schemas.roster import Roster
from schemas.sense import ORDERS, has_sense
from schemas.sources import place_of
from schemas.words import Bilingual

_DAYS: Final = ("date", "datetime")
_NAMELESS: Final = ("text", "longtext", "room", "phone", "id-number", "signature")
"""The types in which somebody may stay without a name."""
_OF_OTHERS: Final = ("date", "time", "number", "text")
"""What may be «none» and has no choices for it."""
_ALLOWED: Final = {"none": "无", "anonymous": "匿名"}
_TO_TELL: Final = ("true", "false", "empty", "filled")


def check_sense(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the sense of a form."""
    form = entry.record
    if not isinstance(form, Form):
        return
    has_roster = any(block.key == "roster" for block in form.blocks)
    if has_roster or form.sense or any(map(_says_something, form.fields())):
        yield from _Check(entry, form, SourceReader(entry.document), Reach.of(form)).all()


def kind_of_value(cell: Asked) -> Bilingual:
    """What is written in a cell, with its unit: `数字（户）`, `number, 户`."""
    name, unit = FIELD_TYPES[cell.field.type].name, cell.field.unit
    return Bilingual(f"{name.zh}（{unit}）", f"{name.en}, {unit}") if unit else name


def _says_something(own: Field) -> bool:
    return bool(own.draft_safe) or has_sense(own)


@dataclass(frozen=True)
class _Check:
    entry: Entry
    form: Form
    reader: SourceReader
    reach: Reach
    orders: dict[str, list[str]] = field(default_factory=dict)
    works: dict[str, list[str]] = field(default_factory=dict)

    def all(self) -> Iterator[Finding]:
        for path in self.form.sense:
            if path not in self.reach.by_name:
                yield self.reader.unknown(("sense", str(path)), path, self.reach.by_name, key=True)
        yield from self._rosters()
        held = tuple(self.reach.held())
        for one in held:
            yield from self._paths(one)
            yield from self._types(one)
            yield from self._required(one)
            yield from self._allowed(one)
        yield from self._drafts()
        yield from self._circles()
        yield from self._misses(held)
        for one, key, why in ranges(self.reach, held):
            yield self._finding((*one.location, key), Forms.NEVER_HOLDS, title=one.cell.field.title, why=why)

    def _finding(self, location: Location, rule: Forms | Sums, **values: object) -> Finding:
        return self.entry.document.finding(location, rule, **values)

    def _rosters(self) -> Iterator[Finding]:
        """Findings about the months of rosters."""
        for number, block in enumerate(self.form.blocks):
            if isinstance(block.written, Roster):
                here: Location = ("blocks", number, "roster", "month")
                at = next(cell for cell in self.reach.cells if cell.path[0] == block.written.id)
                reached = self.reach.find(block.written.month, at)
                if len(reached.cells) == 1 and not reached.whole:
                    yield from self.reader.typed(here, reached.cells[0].field, ("month",))
                else:
                    yield self.reader.unknown(here, block.written.month, self.reach.known(at))

    def _paths(self, one: Held) -> Iterator[Finding]:
        """Findings about paths that lead nowhere or to too much; the others are noted for circles."""
        for key, number, path in one.sense.read():
            here = (*one.location, key) if number is None else (*one.location, key, number)
            reached = self.reach.find(path, one.cell)
            if not reached.cells and not reached.whole:
                yield self.reader.unknown(here, path, self.reach.known(one.cell))
            elif reached.whole and key not in ("total", "less"):
                yield self._finding(here, Forms.WHOLE_COLUMN, value=path)
            elif len(reached.cells) > 1 and not reached.whole:
                known = ", ".join(map(place_of, reached.cells))
                yield self._finding(here, Sums.AMBIGUOUS_FIELD, value=path, known=known)
            else:
                self._note(one, key, tuple(map(place_of, reached.cells)))

    def _note(self, one: Held, key: str, names: tuple[str, ...]) -> None:
        own = place_of(one.cell)
        if key in ("total", "less", "product", "rate"):
            self.works.setdefault(own, []).extend(names)
        elif key in ("after", "at_least"):
            self.orders.setdefault(own, []).extend(names)
        elif key in ("before", "at_most"):
            for name in names:
                self.orders.setdefault(name, []).append(own)

    def _cells(self, one: Held, *keys: str) -> Iterator[tuple[Location, Asked]]:
        """The cells that the paths under *keys* mean, each with its place."""
        for key, number, path in one.sense.read():
            if key in keys:
                reached = self.reach.find(path, one.cell)
                here = (*one.location, key) if number is None else (*one.location, key, number)
                if reached.cells and (len(reached.cells) == 1 or reached.whole):
                    yield here, reached.cells[0]

    def _types(self, one: Held) -> Iterator[Finding]:
        """Findings about what does not go together: money with numbers, days with hours."""
        sense, cell = one.sense, one.cell
        for key, types in (("total", NUMBERS), ("product", NUMBERS), ("rate", ("number",)), ("in_month", _DAYS)):
            if getattr(sense, key) and cell.field.type not in types:
                values = {"title": cell.field.title, "found": cell.field.type, "key": key}
                yield self._finding((*one.location, key), Forms.NOT_WORKED_OUT, **values, expected=" / ".join(types))
                return
        for here, other in self._cells(one, "total", "less"):
            if not _alike(cell, other):
                yield self._unlike(here, Forms.ADDS_OTHER_KIND, cell, other)
        yield from self._product(one)
        yield from self._rate(one)
        for key in ORDERS:
            expected = ("date", "time") if key in ("after", "before") else ("number",)
            for here, other in self._cells(one, key):
                fits = cell.field.holds in expected and other.field.holds == cell.field.holds
                if not fits or (expected == ("number",) and not _alike(cell, other)):
                    yield self._unlike(here, Forms.COMPARES_OTHER_KIND, cell, other)
        for here, other in self._cells(one, "in_month"):
            yield from self.reader.typed(here, other.field, ("month",))

    def _unlike(self, here: Location, rule: Forms, cell: Asked, other: Asked) -> Finding:
        values = {"title": cell.field.title, "kind": kind_of_value(cell)}
        return self._finding(here, rule, **values, other=other.field.title, other_kind=kind_of_value(other))

    def _product(self, one: Held) -> Iterator[Finding]:
        factors = [cell for _, cell in self._cells(one, "product")]
        if len(factors) < len(one.sense.product) or not factors:
            return
        if any(factor.field.type not in NUMBERS for factor in factors):
            for here, factor in self._cells(one, "product"):
                yield from self.reader.typed(here, factor.field, NUMBERS)
            return
        amounts = [factor.field.type for factor in factors].count("money")
        found: FieldType | None = "number" if not amounts else "money" if amounts == 1 else None
        if found != one.cell.field.type:
            what = FIELD_TYPES[found].name if found is not None else Bilingual("金额乘金额", "money times money")
            values = {"title": one.cell.field.title, "kind": FIELD_TYPES[one.cell.field.type].name, "found": what}
            yield self._finding((*one.location, "product"), Forms.BAD_PRODUCT, **values)

    def _rate(self, one: Held) -> Iterator[Finding]:
        """A finding about a part and a whole that are not of one kind, or no numbers."""
        cells = list(self._cells(one, "rate"))
        if len(cells) == 2 and not _alike(cells[0][1], cells[1][1]):
            (here, part), (_, whole) = cells
            yield self._unlike(here, Forms.COMPARES_OTHER_KIND, part, whole)

    def _required(self, one: Held) -> Iterator[Finding]:
        if one.sense.required_if and one.cell.field.required:
            yield self._finding((*one.location, "required_if"), Forms.REQUIRED_ANYWAY, title=one.cell.field.title)
        for path, wanted in one.sense.required_if.items():
            here = (*one.location, "required_if", str(path))
            reached = self.reach.find(path, one.cell)
            if not reached.cells:
                yield self.reader.unknown(here, path, self.reach.known(one.cell), key=True)
            elif reached.whole:
                yield self._finding(here, Forms.WHOLE_COLUMN, value=path)
            elif len(reached.cells) > 1:
                known = ", ".join(map(place_of, reached.cells))
                yield self._finding(here, Sums.AMBIGUOUS_FIELD, value=path, known=known)
            else:
                yield from self._wanted(one, here, reached.cells[0], wanted)

    def _wanted(self, one: Held, here: Location, other: Asked, wanted: tuple[str, ...]) -> Iterator[Finding]:
        words = _words(other)
        for number, word in enumerate(wanted):
            if words and word not in words:
                yield self.reader.unknown((*here, number) if len(wanted) > 1 else here, word, words)
        why = None
        if other == one.cell:
            why = Bilingual("说的是它自己", "it speaks of itself")
        elif other.field.required and set(wanted) == {"empty"}:
            why = Bilingual(f"“{other.field.title}”必填，不会空着", f"'{other.field.title}' is required, never empty")
        if why is not None:
            yield self._finding(here, Forms.NEVER_REQUIRED, title=one.cell.field.title, why=why)

    def _allowed(self, one: Held) -> Iterator[Finding]:
        type_ = one.cell.field.type
        for number, word in enumerate(one.sense.allows):
            fits = type_ in _NAMELESS if word == "anonymous" else one.cell.field.holds in _OF_OTHERS
            if not fits or (word == "none" and one.cell.field.of_type.is_signed):
                values = {"type": FIELD_TYPES[type_].name, "word": _ALLOWED[word]}
                yield self._finding((*one.location, "allows", number), Forms.ALLOWS_IN_VAIN, **values)

    def _drafts(self) -> Iterator[Finding]:
        for location, _, own in self.reach.fields:
            if own.draft_safe and not own.may_stay_in_draft:
                yield self._finding((*location, "draft_safe"), Forms.DRAFT_NOT_SAFE, title=own.title)

    def _circles(self) -> Iterator[Finding]:
        for reads, rule in ((self.works, Sums.COMPUTED_IN_A_CIRCLE), (self.orders, Forms.ORDER_IN_A_CIRCLE)):
            if way := circle(reads):
                one = next(one for one in self.reach.held() if place_of(one.cell) in way)
                yield self._finding(one.location, rule, value=" → ".join(way))

    def _misses(self, held: tuple[Held, ...]) -> Iterator[Finding]:
        """Findings for sums that leave out a column of their kind: one that no rule says anything about."""
        told = {name for names in (self.works, self.orders) for own, read in names.items() for name in (own, *read)}
        for one in held:
            summed = [cell for _, cell in self._cells(one, "total") if cell.path[0] == one.cell.path[0]]
            if len(summed) < len(one.sense.total) or len(summed) < 2:
                continue
            for cell in self._between(one.cell, summed):
                if _alike(cell, one.cell) and place_of(cell) not in told:
                    values = {"title": one.cell.field.title, "missing": cell.field.title, "kind": kind_of_value(cell)}
                    yield self._finding((*one.location, "total"), Forms.SUM_MISSES, **values)

    def _between(self, own: Asked, summed: list[Asked]) -> list[Asked]:
        """The cells that a sum might have to hold: a register's row, or what lies in between."""
        row = [cell for cell in self.reach.cells if (cell.path[0], cell.row) == (own.path[0], own.row)]
        body = next(block.body for block in self.form.blocks if getattr(block.body, "id", None) == own.path[0])
        if not isinstance(body, Grid):
            return row
        places = [row.index(cell) for cell in summed]
        return row[min(places) : max(places)]


def _alike(one: Asked, other: Asked) -> bool:
    """Whether two cells hold numbers of one type and unit; money without a unit is in yuan."""
    return one.field.type == other.field.type and one.field.type in NUMBERS and _unit(one) == _unit(other)


def _unit(cell: Asked) -> str:
    return str(cell.field.unit or ("元" if cell.field.type == "money" else ""))


def _words(cell: Asked) -> tuple[str, ...]:
    """What a condition on a cell may say; empty where it may be any value."""
    if cell.choices:
        return (*cell.choices, "empty", "filled")
    return _TO_TELL if cell.field.holds == "tick" else ()
