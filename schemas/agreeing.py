"""What the answers of a filled copy do not agree in, by the sense of their form.

`schemas.answers` and the reader tell what one field does not take; this tells what two fields say against each other.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from schemas.answers import FilledBlank, mistake
from schemas.asked import Asked
from schemas.blanks import Blank, Blanks, Place
from schemas.by_name import ByName, T
from schemas.mistakes import Mistake
from schemas.punctuation import joined
from schemas.reach import Held, Reach
from schemas.rules import Rule
from schemas.sense import ORDERS
from schemas.stand_ins import is_stand_in
from schemas.values import Value, comes_before, write_value
from schemas.words import Bilingual, in_both
from schemas.working_out import comes_to

Disagreeing = Literal[
    "total", "product", "rate", "after", "before", "at_least", "at_most", "in_month", "required_if",
]  # fmt: skip
"""The key of the sense that does not hold."""


@dataclass(frozen=True, kw_only=True)
class _ByKey(ByName[Disagreeing, T]):
    total: T
    product: T
    rate: T
    after: T
    before: T
    at_least: T
    at_most: T
    in_month: T
    required_if: T


_WORKED_OUT: Final = Bilingual("{field}不等于{others}", "{field} is not {others}")
_WORDS: Final = _ByKey(
    total=_WORKED_OUT,
    product=_WORKED_OUT,
    rate=_WORKED_OUT,
    after=Bilingual("{field}比{others}还早", "{field} lies before {others}"),
    before=Bilingual("{field}比{others}还晚", "{field} lies after {others}"),
    at_least=Bilingual("{field}比{others}还小", "{field} is less than {others}"),
    at_most=Bilingual("{field}比{others}还大", "{field} is more than {others}"),
    in_month=Bilingual("{field}不在{others}写的那个月里", "{field} is not in the month that {others} names"),
    required_if=Bilingual("{others}，{field}就要填，却空着", "{others}, so {field} must be filled in, but is blank"),
)
_IS: Final = Bilingual("{other}选了“{value}”", "{other} is “{value}”")
_STATES: Final = {
    "filled": Bilingual("{other}填了", "{other} is filled in"),
    "empty": Bilingual("{other}空着", "{other} is blank"),
    "true": Bilingual("{other}勾了", "{other} is ticked"),
    "false": Bilingual("{other}没有勾", "{other} is not ticked"),
}
_COLUMN: Final = Bilingual("各行{other}相加", "the sum of {other}")
_PLUS, _MINUS, _TIMES = Bilingual("加", " plus "), Bilingual("减", " minus "), Bilingual("乘", " times ")
_PERCENT: Final = Bilingual("{part}占{whole}的百分比", "{part} as a percentage of {whole}")
_QUOTED: Final = Bilingual("“{label}”", "“{label}”")
_IN_ROW: Final = Bilingual("第 {row} 行：{words}", "Row {row}: {words}")


def quoted(blank: Blank) -> Bilingual:
    """A blank as a sentence names it: `“电话”`."""
    return _QUOTED.filled(label=blank.label)


def in_row(words: Bilingual, row: int) -> Bilingual:
    """What is said of a row of a register: `第 2 行：“断开”比“连上”还早`; as it is where there is none."""
    return _IN_ROW.filled(words=words, row=row) if row else words


class Disagreement(NamedTuple):
    """A rule that does not hold.

    Attributes:
        key: which.
        blank: where it stands.
        row: the row of its register; 0 elsewhere.
        others: what it was to agree with.
        says: those in words: for `required_if` what they say, for a sum or a product how it is worked out.
        right: what a sum or a product comes to.
    """

    key: Disagreeing
    blank: Blank
    row: int
    others: tuple[Blank, ...]
    says: Bilingual
    right: Decimal | None = None

    @property
    def words(self) -> Bilingual:
        """What is said of it: `“到场时间”比“接报时间”还早`."""
        return in_row(_WORDS[self.key].filled(field=quoted(self.blank), others=self.says), self.row)


def _state(other: Blank, word: str) -> Bilingual:
    """That *other* is as a condition wants it: `“结果”是“退款”`."""
    if word in other.choices:
        return _IS.filled(other=quoted(other), value=other.choices[word])
    return _STATES.get(word, _IS).filled(other=quoted(other), value=word)


def _chain(terms: Sequence[tuple[Bilingual, Bilingual]]) -> Bilingual:
    """Terms with their signs, the first without: `“保证金”减“扣除”`."""
    first, *rest = terms
    return in_both(lambda lang: first[1].of(lang) + "".join(sign.of(lang) + term.of(lang) for sign, term in rest))


class Judged(NamedTuple):
    """A rule as it stands in a copy: what would be said if it did not hold, and whether that is so."""

    disagreement: Disagreement
    is_broken: bool


def judged(blanks: Blanks, answers: Sequence[FilledBlank]) -> Iterator[Judged]:
    """Every rule of the form's sense in a copy with *answers*, where all that it needs is written."""
    copy = _Copy(blanks, blanks.reach, {(one.row, one.blank.place): one.value for one in answers})
    for one in copy.reach.held():
        for row in copy.rows(one.cell):
            yield from copy.judged(one, row)


def disagreements(blanks: Blanks, answers: Sequence[FilledBlank]) -> Iterator[Disagreement]:
    """The rules of the form's sense that *answers* do not keep."""
    yield from (disagreement for disagreement, is_broken in judged(blanks, answers) if is_broken)


_RULES: Final = _ByKey(
    total=Rule.COMES_TO_OTHER,
    product=Rule.COMES_TO_OTHER,
    rate=Rule.COMES_TO_OTHER,
    after=Rule.BEFORE,
    before=Rule.AFTER,
    at_least=Rule.TOO_SMALL,
    at_most=Rule.TOO_GREAT,
    in_month=Rule.OTHER_MONTH,
    required_if=Rule.REQUIRED_HERE,
)
SENSE_RULES: Final = frozenset(rule for _, rule in _RULES.items())
"""The rules that say what two fields of a copy say against each other."""


def senseless(blanks: Blanks, answers: Sequence[FilledBlank], wrong: Container[tuple[int, Place]]) -> Iterator[Mistake]:
    """The rules of the form's sense that *answers* do not keep, as mistakes.

    Args:
        blanks: the form.
        answers: what is written and could be read.
        wrong: rows and places of what could not be read, which is not missing.
    """
    given = {(answer.row, answer.blank.place): answer.value for answer in answers}
    for found in disagreements(blanks, answers):
        at = (found.row, found.blank.place)
        if at in wrong or (found.key == "required_if" and found.blank.is_signature):
            continue
        other = found.others[0] if found.others else found.blank
        limit = given.get((found.row if other.is_column else 0, other.place), "")
        values = {
            "other": other.label,
            "others": found.says,
            "limit": write_value(limit),
            "right": "" if found.right is None else write_value(found.right),
        }
        written = write_value(given[at]) if at in given else ""
        yield mistake(blanks, found.blank, found.row, _RULES[found.key], written, **values)


def holds_for(value: Value | None, word: str) -> bool:
    """Whether what is written is what a *word* of a condition wants."""
    if word in ("empty", "filled"):
        return (value is None or value is False or is_stand_in(value)) == (word == "empty")
    if isinstance(value, bool) or word in ("true", "false"):
        return (value is True) == (word == "true")
    return word in value if isinstance(value, tuple) else value is not None and str(value) == word


@dataclass(frozen=True)
class _Copy:
    """What is written in a copy, by row and place."""

    blanks: Blanks
    reach: Reach
    given: Mapping[tuple[int, Place], Value]

    def rows(self, cell: Asked) -> Sequence[int]:
        """The rows in which anything is written in the register of *cell*; 0 elsewhere."""
        if not cell.is_column:
            return (0,)
        return sorted({row for row, place in self.given if place[0] == cell.path[0]})

    def judged(self, one: Held, row: int) -> Iterator[Judged]:
        blank = self._blank(one.cell)
        value = self._value(blank, row)
        if one.sense.required_if:
            yield from self._required(one, blank, row, is_empty=value in (None, False))
        if isinstance(value, Decimal) and one.sense.parts:
            yield from self._worked_out(one, blank, row, value)
        if value is not None:
            yield from self._bounded(one, blank, row, value)

    def _required(self, one: Held, blank: Blank, row: int, *, is_empty: bool) -> Iterator[Judged]:
        others, states, hold = list[Blank](), list[Bilingual](), is_empty
        for path, wanted in one.sense.required_if.items():
            for other in self._others(one, path)[:1]:
                value = self._value(other, row)
                met = next((str(word) for word in wanted if holds_for(value, word)), None)
                others.append(other)
                states.append(_state(other, met or str(wanted[0])))
                hold = hold and met is not None
        says = in_both(lambda lang: joined((state.of(lang) for state in states), lang))
        yield Judged(Disagreement("required_if", blank, row, tuple(others), says), hold)

    def _worked_out(self, one: Held, blank: Blank, row: int, value: Decimal) -> Iterator[Judged]:
        numbers = {key: number for key, number in self.given.items() if isinstance(number, Decimal)}
        right = comes_to(self.reach, one, row, numbers)
        if right is not None:
            key: Disagreeing = "rate" if one.sense.rate else "product" if one.sense.product else "total"
            others, says = self._others(one, *one.sense.parts), self._formula(one)
            yield Judged(Disagreement(key, blank, row, others, says, right), right != value)

    def _formula(self, one: Held) -> Bilingual:
        """How a cell is worked out, in words."""
        sense = one.sense
        if sense.rate is not None:
            return _PERCENT.filled(part=self._term(one, sense.rate.part), whole=self._term(one, sense.rate.whole))
        signs = ((_PLUS, sense.total), (_MINUS, sense.less), (_TIMES, sense.product))
        return _chain([(sign, self._term(one, path)) for sign, paths in signs for path in paths])

    def _term(self, one: Held, path: str) -> Bilingual:
        reached = self.reach.find(path, one.cell)
        if not reached.cells:
            return Bilingual(path, path)
        blank = self._blank(reached.cells[0])
        return _COLUMN.filled(other=_QUOTED.filled(label=blank.heading)) if reached.whole else quoted(blank)

    def _bounded(self, one: Held, blank: Blank, row: int, value: Value) -> Iterator[Judged]:
        for key in ORDERS:
            for path in getattr(one.sense, key):
                for other in self._others(one, path):
                    if (limit := self._value(other, row)) is not None:
                        disagreement = Disagreement(key, blank, row, (other,), quoted(other))
                        yield Judged(disagreement, _is_beyond(key, value, limit))
        if one.sense.in_month is not None and isinstance(value, date):
            for other in self._others(one, one.sense.in_month):
                if (month := self._value(other, row)) is not None:
                    disagreement = Disagreement("in_month", blank, row, (other,), quoted(other))
                    yield Judged(disagreement, month != f"{value:%Y-%m}")

    def _others(self, one: Held, *paths: str) -> tuple[Blank, ...]:
        return tuple(self._blank(cell) for path in paths for cell in self.reach.find(path, one.cell).cells)

    def _blank(self, cell: Asked) -> Blank:
        return self.blanks.by_place[cell.path[0], cell.row, cell.key]

    def _value(self, blank: Blank, row: int) -> Value | None:
        return self.given.get((row if blank.is_column else 0, blank.place))


def _is_beyond(key: str, value: Value, limit: Value) -> bool:
    if key == "after":
        return comes_before(value, limit)
    if key == "before":
        return comes_before(limit, value)
    if not isinstance(value, Decimal) or not isinstance(limit, Decimal):
        return False
    return value < limit if key == "at_least" else value > limit
