"""The papers of a class in one file, each on leaves of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generators.docx import page, wml
from generators.docx.flow import Prose, gap
from generators.docx.sheet import Sheet
from training.draw import Paper
from training.paper.document import Section, document
from training.paper.front import rules, whose
from training.paper.questions import questions
from training.paper.sheet import Class

Report = Callable[[int], None]
"""Told how many papers are laid out."""


def exam_papers(exam: Class, report: Report) -> bytes:
    """`papers.docx`."""
    sheet = exam.sheet(exam.words.paper.format(course=exam.course), whose(exam, exam.papers[0]))
    names = {picture: f"item{number}" for number, picture in enumerate(_shown(exam.papers), 1)}
    sections = []
    for done, paper in enumerate(exam.papers, 1):
        sections.append(_section(exam, sheet, paper, names))
        report(done)
    shown = {name: exam.pictures[picture] for picture, name in names.items()}
    return document(sheet, sections, exam.course, shown)


def _shown(papers: Iterable[Paper]) -> Iterable[str]:
    """The pictures on papers, each once."""
    return dict.fromkeys(
        question.item.picture for paper in papers for question in paper.questions if question.item.picture
    )


def _section(exam: Class, sheet: Sheet, paper: Paper, names: dict[str, str]) -> Section:
    number = str(paper.number)
    pieces = [
        page.title(sheet),
        *exam.blocks(sheet, [*whose(exam, paper), *rules(exam, paper)]),
        *questions(sheet, paper, names, exam.pictures),
        gap(),
        _end(sheet, exam.words.end.format(number=number)),
    ]
    return exam.section(sheet, pieces, number)


def _end(sheet: Sheet, text: str) -> Prose:
    pitch = sheet.faces.pitch(sheet.faces.note)
    return Prose(wml.run(text), "FormNote", 1, pitch, pitch + 20, jc="center")
