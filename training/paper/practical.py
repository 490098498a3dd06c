"""The practical on paper: what is looked at and for how many marks, by two examiners, with the tutor's signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generators.docx import page
from generators.docx.flow import Piece, Table, gap
from generators.docx.sheet import Sheet
from training.paper.document import document
from training.paper.sheet import Blocks, Class
from training.paper.tables import Column, ruled

_BLANK_ROWS: Final = 8
_ROW: Final = 640
"""The height of a row in twips: two lines to write on."""


def practical(exam: Class) -> bytes:
    """`practical.docx`: the sheet of one candidate, to be copied."""
    title = exam.words.practical.format(course=exam.course)
    sheet = exam.sheet(title, _above(exam))
    pieces: list[Piece] = [page.title(sheet), *exam.blocks(sheet, _above(exam)), gap(), _criteria(exam, sheet), gap()]
    pieces += exam.blocks(sheet, _below(exam))
    return document(sheet, [exam.section(sheet, pieces, is_secret=False)], exam.course)


def _above(exam: Class) -> Blocks:
    words, key_words = exam.words, exam.key_words
    how = key_words.how_practical if exam.subject.record.rubric else key_words.blank_rubric
    date: dict[str, Any] = {"value": exam.date} if exam.date else {"type": "date"}
    fields = [
        {"id": "name", "title": key_words.examined},
        {"id": "post", "title": words.post},
        {"id": "date", "title": words.date, "span": "1"} | date,
        {"id": "place", "title": words.place},
        {"id": "scene", "title": key_words.scene, "lines": "2", "span": "2"},
    ]
    return [
        {"grid": {"id": "whose", "columns": "2", "fields": fields}},
        {"text": {"id": "how", "style": "note", "text": how}},
    ]


def _criteria(exam: Class, sheet: Sheet) -> Table:
    words = exam.key_words
    columns = [
        Column(sheet.words.number, 7, "center"),
        Column(words.criterion, 39),
        Column(words.must, 7, "center"),
        Column(words.full, 8, "center"),
        Column(words.first, 10, "center"),
        Column(words.second, 10, "center"),
        Column(words.remark, 19),
    ]
    return ruled(sheet, columns, [*_rows(exam)], _ROW)


def _rows(exam: Class) -> Iterator[tuple[str, ...]]:
    rubric = exam.subject.record.rubric
    for number, criterion in enumerate(rubric):
        text = exam.say(exam.subject.say(lambda record: record.rubric[number].text))  # noqa: B023 - said at once
        must = exam.key_words.must_mark if criterion.must else ""
        yield str(number + 1), text, must, str(criterion.marks), "", "", ""
    for number in range(0 if rubric else _BLANK_ROWS):
        yield str(number + 1), "", "", "", "", "", ""
    total = str(sum(criterion.marks for criterion in rubric)) if rubric else ""
    yield "", exam.key_words.total, "", total, "", "", ""


def _below(exam: Class) -> Blocks:
    words = exam.key_words
    musts = {"done": words.done, "missed": words.missed}
    results = {"passed": words.passed, "failed": words.failed}
    fields = [
        {"id": "average", "title": words.average},
        {"id": "musts", "title": words.musts_done, "type": "choice", "choices": musts, "span": "1"},
        {"id": "result", "title": words.result, "type": "choice", "choices": results, "span": "1"},
    ]
    signed = [("first", words.first), ("second", words.second), ("tutor", words.tutor)]
    items = [{"id": id_, "title": title, "date": "true"} for id_, title in signed]
    return [
        {"grid": {"id": "score", "columns": "3", "fields": fields}},
        {"signatures": {"id": "signed", "items": items}},
    ]
