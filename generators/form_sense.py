"""What a field has to agree with, in words: `等于“人工费”＋“材料费”`, `not after “Due”`."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from generators.labels import Labels
from schemas.asked import Asked
from schemas.blanks import Place
from schemas.form import Form
from schemas.reach import Held, Reach
from schemas.sense import ORDERS, Paths
from schemas.working_out import places_of


class Places(NamedTuple):
    """What a path means: the places of fields, and whether it is the whole of their column."""

    places: tuple[Place, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class RuleOfSense:
    """One thing that a field has to agree with.

    Attributes:
        key: what is said of it, as authors write it: `total`, `at_most`, `required_if`.
        read: the fields it depends on.
        words: the same in words.
        less: what is taken off a total.
        wanted: values of which the field that it depends on has one.
        places: the decimals of a percentage.
    """

    key: str
    read: tuple[Places, ...]
    words: str
    less: tuple[Places, ...] = ()
    wanted: tuple[str, ...] = ()
    places: int = 0


class Speaker(Protocol):
    """A page or a sheet: its language, the words of the product, and texts without markup."""

    @property
    def lang(self) -> str:
        """The language."""

    @property
    def t(self) -> Labels:
        """The words of the product."""

    @property
    def plain(self) -> Callable[[str], str]:
        """A text without markup."""


class SenseSayer:
    """Words the sense of one form, in the language of a page or a sheet."""

    def __init__(self, page: Speaker, form: Form) -> None:
        self._page = page
        self._reach = Reach.of(form, page.lang)
        self._held: dict[tuple[str, str], Held] = {}
        self._elsewhere = [one for one in self._reach.held() if one.location[0] == "sense"]
        for one in self._reach.held():
            if one.location[0] != "sense":
                self._held.setdefault((one.cell.path[0], one.cell.key), one)

    def notes(self, block: str, field: str) -> Iterator[str]:
        """What one field of a block has to agree with, a line each."""
        if (one := self._held.get((block, field))) is not None:
            yield from self._lines(one)

    def rule_lines(self, block: str, field: str, but: Container[str] = ()) -> str:
        """The rules of one field of a block in a row, *but* those under some keys; empty where it has none."""
        one = self._held.get((block, field))
        return self._in_a_row(one, but) if one is not None else ""

    def lines_elsewhere(self, block: str, but: Container[str] = ()) -> Iterator[tuple[str, str]]:
        """The same of what is no field of a block: what it is called, and its rules."""
        for one in self._elsewhere:
            if one.cell.path[0] == block and (rules := self._in_a_row(one, but)):
                yield self._page.plain(one.cell.label), rules

    @property
    def has_rules(self) -> bool:
        """Whether anything has to agree with anything."""
        return bool(self._reach.held())

    def _in_a_row(self, one: Held, but: Container[str]) -> str:
        return self._page.t.list_separator.join(rule.words for rule in self._rules(one) if rule.key not in but)

    def elsewhere(self) -> tuple[str, ...]:
        """What is no field of the form has to agree with: `业主 · 日期：不早于“完工”`."""
        held = self._elsewhere
        named = ((self._page.plain(one.cell.label), self._page.t.list_separator.join(self._lines(one))) for one in held)
        return tuple(f"{label}{self._page.t.colon}{lines}" for label, lines in named)

    def rules(self) -> Iterator[tuple[Place, tuple[RuleOfSense, ...]]]:
        """What every field has to agree with, for a script that marks it: its place, and each rule."""
        for one in self._reach.held():
            yield _place(one.cell), tuple(self._rules(one))

    def _lines(self, one: Held) -> Iterator[str]:
        yield from (rule.words for rule in self._rules(one))
        for word in one.sense.allows:
            yield self._page.t.may_be_none if word == "none" else self._page.t.may_be_anonymous

    def _rules(self, one: Held) -> Iterator[RuleOfSense]:
        t, sense = self._page.t, one.sense
        if sense.total:
            less = "".join(f" − {name}" for name in self._names(one, sense.less))
            words = t.is_sum.format(fields=" + ".join(self._names(one, sense.total)) + less)
            yield RuleOfSense("total", self._reached(one, sense.total), words, less=self._reached(one, sense.less))
        if sense.product:
            words = t.is_sum.format(fields=" × ".join(self._names(one, sense.product)))
            yield RuleOfSense("product", self._reached(one, sense.product), words)
        if sense.rate is not None:
            part, whole = self._names(one, sense.parts)
            places = places_of(self._reach.form)
            words = t.is_rate.format(part=part, whole=whole, places=places)
            yield RuleOfSense("rate", self._reached(one, sense.parts), words, places=places)
        for order, word in zip(ORDERS, (t.not_before, t.not_after, t.not_less, t.not_more), strict=True):
            for path in getattr(sense, order):
                yield RuleOfSense(order, self._reached(one, [path]), word.format(field=self._title(one, path)))
        if sense.in_month is not None:
            words = t.in_month.format(field=self._title(one, sense.in_month))
            yield RuleOfSense("in_month", self._reached(one, [sense.in_month]), words)
        for path, wanted in sense.required_if.items():
            cell = self._cell(one, path)
            values = t.list_separator.join(self._value(cell, word) for word in wanted)
            words = t.required_if.format(field=self._title(one, path), values=values)
            yield RuleOfSense("required_if", self._reached(one, [path]), words, wanted=tuple(map(str, wanted)))

    def _reached(self, one: Held, paths: Iterable[str]) -> tuple[Places, ...]:
        found = (self._reach.find(path, one.cell) for path in paths)
        return tuple(Places(tuple(map(_place, reached.cells)), reached.whole) for reached in found)

    def _cell(self, one: Held, path: str) -> Asked | None:
        return next(iter(self._reach.find(path, one.cell).cells), None)

    def _title(self, one: Held, path: str) -> str:
        reached = self._reach.find(path, one.cell)
        if not reached.cells:
            return path
        cell = reached.cells[0]
        is_near = reached.whole or (cell.row and (cell.path[0], cell.row) == (one.cell.path[0], one.cell.row))
        is_told_apart = cell.field.id == cell.key and not is_near
        return self._page.plain(cell.label if is_told_apart else cell.field.title)

    def _names(self, one: Held, paths: Paths) -> list[str]:
        t = self._page.t
        words = ((t.whole_column if self._reach.find(path, one.cell).whole else t.summed, path) for path in paths)
        return [word.format(field=self._title(one, path)) for word, path in words]

    def _value(self, cell: Asked | None, word: str) -> str:
        t = self._page.t
        words = {"empty": t.is_empty, "filled": t.is_filled, "true": t.is_ticked, "false": t.is_not_ticked}
        if cell is None or word not in cell.choices:
            return words.get(word, t.is_value.format(value=word))
        return t.is_value.format(value=self._page.plain(cell.choices[word]))


def _place(cell: Asked) -> Place:
    return cell.path[0], cell.row, cell.key
