"""A sheet as somebody hands it in: what is written on it, right or wrong, and the faults that are found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.answers import FilledBlank
from schemas.blanks import Blank, Blanks, Place
from schemas.field_values import read_value
from schemas.specimen import disagreeing, lacking
from schemas.values import UnfitError, Value, write_value
from training.sheets.faults import FAULT_OF, Fault, of_disagreement, own_fault


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What is written on a sheet.

    Attributes:
        blanks: the form.
        answers: what is written; a choice of which several are ticked is a tuple.
        in_words: the amounts in capital characters that are not those in figures.
    """

    blanks: Blanks
    answers: tuple[FilledBlank, ...]
    in_words: Mapping[tuple[int, Place], Decimal] = field(default_factory=dict)

    def value(self, blank: Blank, row: int) -> Value | None:
        """What is written in a blank; in a row of a register where it stands in one."""
        at = (row if blank.is_column else 0, blank.place)
        return next((one.value for one in self.answers if (one.row, one.blank.place) == at), None)

    def with_value(self, blank: Blank, row: int, value: Value | None) -> HandedIn:
        """The sheet with something else written in a blank; nothing where that is None."""
        others = [one for one in self.answers if (one.row, one.blank.place) != (row, blank.place)]
        answers = others if value is None else [*others, FilledBlank(blank, row, value)]
        return HandedIn(self.blanks, tuple(answers), self.in_words)

    def faults(self) -> frozenset[str]:
        """The keys of everything that is wrong on it, in the blocks that it shows."""
        return frozenset(fault.key for fault in self._faults())

    def _faults(self) -> Iterator[Fault]:
        for answer in self.answers:
            yield from _unfit(answer)
        yield from (own_fault("missing", *each) for each in lacking(self.blanks, self.answers))
        yield from map(of_disagreement, disagreeing(self.blanks, self.answers))
        for row, place in self.in_words:
            yield own_fault("words", self.blanks.by_place[place], row)


def _unfit(answer: FilledBlank) -> Iterator[Fault]:
    blank, row, value = answer
    if blank.field.holds == "choice" and isinstance(value, tuple):
        yield own_fault("several", blank, row)
    elif blank.field.holds in ("text", "number"):
        try:
            read_value(blank.field, write_value(value), blank.texts)
        except UnfitError as error:
            yield own_fault(FAULT_OF[error.rule], blank, row)
