"""The answer sheets of a class: one page for each paper, whose cells lie as those of the key do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generators.docx import page, wml
from generators.docx.flow import Piece, gap
from generators.docx.sheet import Sheet
from training.draw import LETTERS, Paper, Question
from training.paper.document import BUBBLE, MARK, document
from training.paper.front import safety_topics, whose
from training.paper.grid import grid
from training.paper.sheet import Blocks, Class
from training.paper.words import PaperWords

_BUBBLES: Final = dict(zip(LETTERS, map(chr, range(0x24B6, 0x24B6 + 26)), strict=True))
"""The letters in circles."""
_WEIGHTS: Final = (0.17, 0.83)
_HEIGHTS: Final = (380, 430, 660)
_INDENT: Final = 160


def answer_sheets(exam: Class, report: Callable[[int], None]) -> bytes:
    """`answer-sheets.docx`."""
    sheet = exam.sheet(exam.words.answers.format(course=exam.course), whose(exam, exam.papers[0]))
    sections = []
    for done, paper in enumerate(exam.papers, 1):
        number = str(paper.number)
        sections.append(exam.section(sheet, _pieces(exam, sheet, paper), number))
        report(done)
    return document(sheet, sections, exam.course)


def _pieces(exam: Class, sheet: Sheet, paper: Paper) -> list[Piece]:
    above: Blocks = [
        *whose(exam, paper),
        {"text": {"id": "how", "style": "note", "text": exam.words.how_to_answer}},
    ]
    table = grid(sheet, paper, [lambda question: _cell(exam.words, question)], _WEIGHTS, _HEIGHTS)
    return [page.title(sheet), *exam.blocks(sheet, above), gap(), table, gap(), *exam.blocks(sheet, _score(exam))]


def _cell(words: PaperWords, question: Question) -> str:
    """Letters in circles to fill in, or boxes to write letters into."""
    letters = LETTERS[: len(question.options)]
    if question.item.answering == "order":
        return wml.paragraph(wml.run(" ".join([wml.BOX] * len(letters)), BUBBLE), "FormPicture", left=_INDENT)
    content = wml.run(" ".join([_BUBBLES[letter] for letter in letters]), BUBBLE)
    if question.item.answering == "all":
        content += wml.run(f" {words.several}", MARK)
    return wml.paragraph(content, "FormPicture", left=_INDENT)


def _score(exam: Class) -> Blocks:
    """Where the result is written, and who signs."""
    words = exam.words
    safety = {
        "id": "safety",
        "title": words.safety_right,
        "type": "choice",
        "choices": {"all": words.safety_all, "wrong": words.safety_wrong},
        "span": "1",
    }
    choices = {"passed": words.passed.format(right=exam.right), "failed": words.failed}
    right = {"id": "right", "title": words.right, "unit": words.of_items.format(items=exam.exam.items).strip()}
    fields = [right, *([safety] if safety_topics(exam) else [])]
    fields.append({"id": "result", "title": words.result, "type": "choice", "choices": choices, "span": "1"})
    signed = [("candidate", words.candidate), ("invigilator", words.invigilator), ("marker", words.marker)]
    return [
        {"grid": {"id": "score", "columns": str(len(fields)), "fields": fields}},
        {"signatures": {"id": "signed", "items": [{"id": id_, "title": title} for id_, title in signed]}},
    ]
