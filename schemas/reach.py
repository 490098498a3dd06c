"""What the paths in a form's sense reach: a field beside, one that is filled once, a whole column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from schemas.asked import Asked, asked
from schemas.computed import Computed, Dotted, Rate
from schemas.document import Location
from schemas.field import Field
from schemas.form import Form, Grid, Matrix, TextBlock, field_place, fields
from schemas.sense import FieldSense, has_sense
from schemas.sources import STANDS_FOR, place_of
from schemas.words import LANGUAGES


class Reached(NamedTuple):
    """What a path means: one cell, every cell of a column (`whole`), or several that it cannot tell apart; or none."""

    cells: tuple[Asked, ...]
    whole: bool = False


class Held(NamedTuple):
    """A cell, what it has to agree with, and where that is written."""

    cell: Asked
    sense: FieldSense
    location: Location


@dataclass(frozen=True)
class Reach:
    """The cells of a form, and what paths mean from each of them."""

    form: Form
    cells: tuple[Asked, ...]

    @classmethod
    def of(cls, form: Form, lang: str = LANGUAGES[0]) -> Reach:
        """The cells of *form*; what it asks for without a text of its own is in *lang*."""
        return cls(form, tuple(asked(form, str, lang)))

    @cached_property
    def by_name(self) -> Mapping[str, Asked]:
        """Each cell by block, row and key with dots between; a column of a register is one."""
        return {place_of(cell): cell for cell in self.cells}

    @cached_property
    def _once(self) -> frozenset[str]:
        """The blocks whose fields are filled once, and may be named by their ids alone."""
        return frozenset(str(block.body.id) for block in self.form.blocks if isinstance(block.body, Grid | TextBlock))

    def find(self, path: str, at: Asked) -> Reached:
        """What *path* means where *at* stands."""
        if "." not in path:
            beside = self.by_name.get(".".join(filter(None, (at.path[0], at.row, path))))
            if beside is not None:
                return Reached((beside,))
            return Reached(tuple(cell for cell in self.cells if cell.path[0] in self._once and cell.key == path))
        block, _, key = path.rpartition(".")
        if block == at.path[0] and at.row and key != at.key:
            return self.find(key, at)  # in a row of its own matrix
        if (cell := self.by_name.get(path)) is not None:
            return Reached((cell,), cell.is_column and cell.path[0] != at.path[0])
        column = tuple(cell for cell in self.cells if cell.row and (cell.path[0], cell.key) == (block, key))
        if column and any(cell.path[-1] == key for cell in column):
            return Reached(tuple(cell for cell in column if cell != at), True)
        meant = (cell for cell in self.cells if cell.key in STANDS_FOR and f"{cell.path[0]}.{cell.row}" == path)
        return Reached(tuple(meant)[:1])

    def known(self, at: Asked) -> tuple[str, ...]:
        """What may be written where *at* stands, for «did you mean»."""
        beside = [cell.key for cell in self.cells if (cell.path[0], cell.row) == (at.path[0], at.row)]
        once = [cell.key for cell in self.cells if cell.path[0] in self._once]
        near = (at.path[0], *self._once)
        others = [name for name, cell in self.by_name.items() if cell.path[0] not in near]
        return tuple(name for name in dict.fromkeys((*beside, *once, *others)) if name != at.key)

    @cached_property
    def _rates(self) -> Mapping[str, Rate]:
        return dict(_computed_rates(self.form))

    @cached_property
    def fields(self) -> tuple[tuple[Location, str, Field], ...]:
        """The fields of the form itself: where each is written, in which block, and the field."""
        return tuple(_fields(self.form))

    def held(self) -> tuple[Held, ...]:
        """Every cell that has to agree with something; found once."""
        return self._held

    @cached_property
    def _held(self) -> tuple[Held, ...]:
        return tuple(self._all_held())

    def _all_held(self) -> Iterator[Held]:
        locations = {(block, str(field.id)): location for location, block, field in self.fields}
        for cell in self.cells:
            location, rate = locations.get((cell.path[0], cell.key)), self._rates.get(place_of(cell))
            if location is not None and rate is not None and not cell.field.parts:
                yield Held(cell, cell.field.model_copy(update={"rate": rate}), location)
            elif location is not None and has_sense(cell.field):
                yield Held(cell, cell.field, location)
        for path, sense in self.form.sense.items():
            if (named := self.by_name.get(path)) is not None:
                yield Held(named, sense, ("sense", str(path)))


def _computed_rates(form: Form) -> Iterator[tuple[str, Rate]]:
    """The percentages that a report works out from fields of the form itself: they hold for whoever fills it too."""
    computed = form.computed_from
    if computed is None:
        return
    yield from ((path, measure.rate) for path, measure in computed.fields.items() if measure.rate is not None)
    bodies = {str(block.body.id): block.body for block in form.blocks if isinstance(block.body, Matrix)}
    for block, column, rate in (*_crossed(computed), *_rated(computed)):
        rows = bodies[block].rows if block in bodies else ()
        yield from ((f"{block}.{row}.{column}", rate) for row in rows)


def _crossed(computed: Computed) -> Iterator[tuple[str, str, Rate]]:
    for block, crossing in computed.cells.items():
        for column, measure in crossing.columns.items():
            if measure.rate is not None:
                yield str(block), str(column), measure.rate


def _rated(computed: Computed) -> Iterator[tuple[str, str, Rate]]:
    for block, ratings in computed.ratings.items():
        if ratings.rate and ratings.satisfied and ratings.answered:
            rate = Rate(part=Dotted(ratings.satisfied), whole=Dotted(ratings.answered))
            yield str(block), str(ratings.rate), rate


def _fields(form: Form) -> Iterator[tuple[Location, str, Field]]:
    for number, block in enumerate(form.blocks):
        for index, field in enumerate(fields(block.body)):
            location = ("blocks", number, *field_place(block, index))
            yield location, str(getattr(block.body, "id", "")), field
