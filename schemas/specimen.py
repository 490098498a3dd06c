"""The specimen of a form: a part of it that is filled in right, as its author wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from schemas.agreeing import Disagreement, disagreements
from schemas.answers import FilledBlank
from schemas.blanks import Blank, Blanks
from schemas.computed import Dotted
from schemas.field_values import read_value
from schemas.values import UnfitError, Value


def blank_at(blanks: Blanks, path: str) -> tuple[Blank, int] | None:
    """The blank that a path of a specimen means, and the row of its register; None when there is none."""
    block, *inner = path.split(".")
    row = 0
    if block in blanks.registers and inner:
        number, *inner = inner
        row = int(number) if number.isdecimal() else 0
        if not 0 < row <= blanks.registers[block].rows:
            return None
    blank = blanks.by_place.get((block, "".join(inner[:-1]), inner[-1])) if inner else None
    return (blank, row) if blank is not None and blank.is_column == bool(row) else None


def read_entered(blank: Blank, text: str) -> Value:
    """What is entered in a specimen, as its field keeps it.

    Raises:
        UnfitError: it is no value of this field.
    """
    if blank.field.holds == "tick":
        return str(text).lower() == "true"
    return read_value(blank.field, str(text), blank.texts)


def answers_of(blanks: Blanks, specimen: Mapping[Dotted, str]) -> tuple[FilledBlank, ...]:
    """The answers of a specimen; what has no place or does not fit is passed over: `check` tells it."""
    return tuple(_answers(blanks, specimen))


def _answers(blanks: Blanks, specimen: Mapping[Dotted, str]) -> Iterator[FilledBlank]:
    for path, text in specimen.items():
        if (found := blank_at(blanks, path)) is not None:
            blank, row = found
            try:
                yield FilledBlank(blank, row, read_entered(blank, text))
            except UnfitError:
                continue


def shown(blanks: Blanks, answers: Sequence[FilledBlank]) -> tuple[str, ...]:
    """The blocks that a specimen is of, in the order of the form."""
    filled = {answer.blank.block for answer in answers}
    return tuple(block for block in blanks.by_block if block in filled)


def lacking(blanks: Blanks, answers: Sequence[FilledBlank]) -> Iterator[tuple[Blank, int]]:
    """What must be filled in the blocks that are shown and is not, with its row.

    A row of a register counts once anything is written in it. A signature is made by hand and never missing.
    """
    settled = {(row, blank.place) for blank, row, value in answers if value is not False}
    for block in shown(blanks, answers):
        rows = sorted({row for row, place in settled if place[0] == block}) if block in blanks.registers else (0,)
        for blank in blanks.by_block[block]:
            if blank.field.required and not blank.is_signature and blank.given is None:
                yield from ((blank, row) for row in rows if (row, blank.place) not in settled)


def disagreeing(blanks: Blanks, answers: Sequence[FilledBlank]) -> Iterator[Disagreement]:
    """The rules of the form's sense that do not hold in the blocks that are shown."""
    blocks = shown(blanks, answers)
    yield from (one for one in disagreements(blanks, answers) if one.blank.block in blocks)
