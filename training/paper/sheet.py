"""The stationery of an exam: that of the handbook's forms, with the title of the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generators.docx import wml
from generators.docx.blocks import apart, draw_blocks
from generators.docx.flow import Piece
from generators.docx.measure import ems
from generators.docx.page import Corner, framed
from generators.docx.sheet import Sheet
from schemas.course import Course, Exam
from schemas.entry import Entry
from schemas.form import Form
from schemas.library import Library
from schemas.picture import PictureFile
from schemas.words import Bilingual
from training.blueprint import Blueprint, exam_of, items_to_pass
from training.draw import Paper
from training.material import Material, Subject
from training.paper.document import Section
from training.paper.words import KeyWords, PaperWords

Pictures = Mapping[str, PictureFile]
"""The pictures of items by what the items call them."""
Blocks = Sequence[Mapping[str, Any]]
"""Blocks of a form as an author writes them."""


@dataclass(frozen=True, slots=True)
class Class:
    """An exam for a class.

    Attributes:
        material: the library.
        subject: the course.
        blueprint: what the exam is made of.
        safety_items: the ids of those items that must be answered right.
        papers: one for each candidate.
        pictures: what their items show.
        seed: what they were drawn with.
        date: the day of the exam as it is printed; empty where it is to be written by hand.
        lang: the language of the papers.
    """

    material: Material
    subject: Subject[Course]
    blueprint: Blueprint
    safety_items: frozenset[str]
    papers: Sequence[Paper]
    pictures: Pictures
    seed: str
    date: str
    lang: str

    @property
    def words(self) -> PaperWords:
        """The words of papers."""
        return PaperWords(self.lang)

    @property
    def key_words(self) -> KeyWords:
        """The words of the key."""
        return KeyWords(self.lang)

    @property
    def exam(self) -> Exam:
        """The exam of the course."""
        return exam_of(self.subject)

    @property
    def right(self) -> int:
        """How many answers must be right."""
        return items_to_pass(self.exam)

    @property
    def library(self) -> Library:
        """The library in the language of the papers."""
        return self.material.views.of(self.lang)

    @property
    def course(self) -> str:
        """What the course is called."""
        return self.say(self.subject.title)

    @property
    def pass_mark(self) -> str:
        """The pass mark: `85%`."""
        return f"{self.exam.pass_.normalize():f}%"

    def say(self, text: Bilingual) -> str:
        """*text* in the language of the papers."""
        return text.of(self.lang)

    def sheet(self, title: str, blocks: Blocks) -> Sheet:
        """A sheet of a title, with *blocks* as a form has them."""
        entry: Entry = self.library.entries[self.subject.address]
        form = _form(title, blocks)
        return Sheet(self.library, replace(entry, record=form), form, False, self.library.logo(entry.handbook))

    def blocks(self, sheet: Sheet, blocks: Blocks) -> list[Piece]:
        """The pieces of more blocks on a sheet."""
        return apart(draw_blocks(replace(sheet, form=_form(str(sheet.form.title), blocks), grid_widths={})))

    def section(self, sheet: Sheet, pieces: Sequence[Piece], number: str = "", *, is_secret: bool = True) -> Section:
        """Pages of a sheet, of the paper of a *number* where there is one; `is_secret` is what shows the questions."""
        handbook = self.library.handbooks[self.subject.handbook].file.title
        text = self.words.number.format(number=number) if number else ""
        footer = self.words.footer.format(handbook=sheet.plain(handbook), course=self.course)
        return Section(pieces, _corner(sheet, text, self.words.confidential if is_secret else ""), footer)


def _form(title: str, blocks: Blocks) -> Form:
    return Form.model_validate({"title": title, "summary": title, "blocks": list(blocks)})


def _corner(sheet: Sheet, text: str, frame: str = "") -> Corner:
    """What stands at the right of the header: a text, and a word in a frame."""
    content = (wml.run(text) if text else "") + (framed(sheet, frame) if frame else "")
    return Corner(content, ems(text) + (ems(frame) + 2 if frame else 0))
