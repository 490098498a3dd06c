"""What is wrong on the sheet of an item, found anew: the very file of its picture, read as a copy that came back."""

from __future__ import annotations

from filled.reading import read_form
from schemas.agreeing import disagreements
from schemas.blanks import Blanks
from schemas.mistakes import Mistake
from schemas.rules import Rule
from schemas.words import LANGUAGES
from training.item import Item
from training.material import Material
from training.pictures import document_of
from training.sheets.faults import FAULT_OF, of_disagreement, own_fault


def faults_read(material: Material, item: Item, lang: str) -> frozenset[str]:
    """The keys of everything that is wrong on the sheet of an item in one language.

    Raises:
        LookupError: the item shows no picture.
    """
    copy = read_form(material.views.of(lang), document_of(material, item, lang), "sheet.docx")
    blanks, answers = copy.blanks, tuple(copy.answers())
    blocks = {answer.blank.block for answer in answers}
    own = {
        _key(blanks, mistake) for mistake in copy.mistakes if mistake.block in blocks and mistake.rule != Rule.BEFORE
    }
    between = [of_disagreement(one) for one in disagreements(blanks, answers) if one.blank.block in blocks]
    earlier = {(one.blank.block, one.row) for one in between if one.rule == "after"}
    assert earlier == {(each.block, each.row) for each in copy.mistakes if each.rule == Rule.BEFORE}
    return frozenset(own | {one.key for one in between})


def right_keys(material: Material, item: Item) -> frozenset[str]:
    """The keys of the options that are true of the sheet, where it has no other fault; of all its faults otherwise."""
    return faults_read(material, item, LANGUAGES[0])


def _key(blanks: Blanks, mistake: Mistake) -> str:
    """The key of a fault that the reader found."""
    row, _, key = mistake.field.rpartition(".")
    return own_fault(FAULT_OF[mistake.rule], blanks.by_place[mistake.block, row, key], mistake.row).key
