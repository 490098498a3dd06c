"""All that is printed for an exam of a class, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from training.paper.answer_sheet import answer_sheets
from training.paper.exam_paper import exam_papers
from training.paper.key import key
from training.paper.practical import practical
from training.paper.sheet import Class
from training.paper.sign_in import sign_in

Report = Callable[[int, int], None]
"""Told how many sheets are laid out, and how many there are."""


def exam_files(exam: Class, report: Report) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each file; `practical.docx` only where the course has a practical."""
    count = len(exam.papers)
    yield "papers.docx", exam_papers(exam, lambda done: report(done, 2 * count))
    yield "answer-sheets.docx", answer_sheets(exam, lambda done: report(count + done, 2 * count))
    yield "key.docx", key(exam)
    if exam.subject.record.has_practical:
        yield "practical.docx", practical(exam)
    yield "sign-in.docx", sign_in(exam)
