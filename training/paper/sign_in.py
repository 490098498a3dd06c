"""The sign-in sheet of a class: a row for each paper."""

from __future__ import annotations

from generators.docx import page
from schemas.punctuation import joined
from training.paper.document import document
from training.paper.sheet import Blocks, Class


def sign_in(exam: Class) -> bytes:
    """`sign-in.docx`."""
    sheet = exam.sheet(exam.words.sign_in.format(course=exam.course), _blocks(exam))
    pieces = [page.title(sheet), *exam.blocks(sheet, _blocks(exam))]
    return document(sheet, [exam.section(sheet, pieces, is_secret=False)], exam.course)


def _blocks(exam: Class) -> Blocks:
    words = exam.words
    topics = joined([exam.say(topic.title) for topic in exam.blueprint.topics], exam.lang)
    date = {"value": exam.date} if exam.date else {"type": "date"}
    fields = [
        {"id": "course", "title": words.course, "value": exam.course},
        {"id": "trainer", "title": words.trainer},
        {"id": "date", "title": words.date, "span": "1"} | date,
        {"id": "time", "title": words.time},
        {"id": "place", "title": words.place},
        {"id": "invigilator", "title": words.invigilator},
        *([{"id": "topics", "title": words.topics, "value": topics, "span": "2"}] if topics else []),
    ]
    columns = [
        {"id": "number", "title": words.paper_no, "type": "sequence", "width": "7"},
        {"id": "name", "title": words.name, "width": "17"},
        {"id": "post", "title": words.post, "width": "20"},
        {"id": "sign", "title": words.sign, "width": "20"},
        {"id": "handed-in", "title": words.handed_in, "width": "15"},
        {"id": "remark", "title": words.remark, "width": "21"},
    ]
    return [
        {"grid": {"id": "class", "columns": "2", "fields": fields}},
        {"register": {"id": "present", "rows": str(len(exam.papers)), "columns": columns}},
    ]
