"""What is wrong on the sheet of an item, found anew: the very file of its picture, read as a copy that came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filled.reading import read_form
from schemas.agreeing import SENSE_RULES, disagreements
from schemas.answers import FilledBlank
from schemas.blanks import Blanks
from schemas.mistakes import Mistake
from schemas.rules import Rule
from schemas.values import comes_before
from schemas.words import LANGUAGES
from training.item import Item
from training.material import Material
from training.pictures import document_of
from training.sheets.faults import EARLIER, FAULT_OF, of_disagreement, own_fault


def right_on_sheets(material: Material, item: Item, lang: str = LANGUAGES[0]) -> frozenset[str]:
    """The keys of everything that is wrong on the sheet of an item, and of its statements about dates that are true.

    Raises:
        LookupError: the item shows no picture.
    """
    copy = read_form(material.views.of(lang), document_of(material, item, lang), "sheet.docx")
    answers = tuple(copy.answers())
    blocks = {answer.blank.block for answer in answers if answer.value is not False}  # a tick is always there
    own = {_key(copy.blanks, one) for one in copy.mistakes if one.block in blocks and one.rule not in SENSE_RULES}
    between = [of_disagreement(one) for one in disagreements(copy.blanks, answers) if one.blank.block in blocks]
    early = {(one.blank.block, one.row) for one in between if one.rule == "after"}
    if early != {(one.block, one.row) for one in copy.mistakes if one.rule == Rule.BEFORE}:
        raise AssertionError(f"{item.id}: the reader finds other dates in the wrong order")
    return frozenset(own | {one.key for one in between} | set(_true_of_dates(item, answers)))


def _true_of_dates(item: Item, answers: Sequence[FilledBlank]) -> Iterator[str]:
    """The keys of the options that say of two dates what is so."""
    values = {own_fault("missing", one.blank, one.row).place: one.value for one in answers}
    for option in item.options:
        rule, _, places = option.key.partition("/")
        if rule == EARLIER:
            place, other = places.split("/")
            if comes_before(values[place], values[_beside(place, other)]):
                yield option.key


def _beside(place: str, other: str) -> str:
    """The place of a column in the same row as *place*: `calls.2.due` beside `calls.2.called`."""
    block, *row, _ = place.split(".")
    return ".".join((block, *row, other.rpartition(".")[2])) if row and other.count(".") == 1 else other


def _key(blanks: Blanks, mistake: Mistake) -> str:
    """The key of a fault that the reader found."""
    row, _, key = mistake.field.rpartition(".")
    return own_fault(FAULT_OF[mistake.rule], blanks.by_place[mistake.block, row, key], mistake.row).key
