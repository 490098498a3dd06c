"""The key of a class, for whoever marks: how to mark, the answers of every paper, where each question comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generators.docx import cells, page, wml
from generators.docx.flow import Piece
from generators.docx.sheet import Sheet
from schemas.course import Course
from schemas.punctuation import Marks
from schemas.references import LevelRef
from training.draw import Paper, Question
from training.item import Item
from training.paper.document import STRONG, document
from training.paper.front import safety_topics
from training.paper.grid import grid
from training.paper.sheet import Class
from training.paper.tables import Column, ruled
from training.place import place_of

_STAR: Final = "★"
_WEIGHTS: Final = (0.2, 0.55, 0.25)
_HEIGHTS: Final = (255, 265, 300)


def key(exam: Class) -> bytes:
    """`key.docx`."""
    items = tuple({question.item.id: question.item for paper in exam.papers for question in paper.questions}.values())
    lines = [exam.words.rule.format(no=no, text=text) for no, text in enumerate(_how(exam, items), 1)]
    how = [{"text": {"id": "how", "title": exam.key_words.how, "style": "body", "text": "\n".join(lines)}}]
    sheet = exam.sheet(exam.words.key.format(course=exam.course), how)
    numbers = {item.id: number for number, item in enumerate(items, 1)}
    pieces = [page.title(sheet), *exam.blocks(sheet, how)]
    for paper in exam.papers:
        pieces += _paper(exam, sheet, paper, numbers)
    pieces += [*cells.heading(sheet, exam.key_words.sources), _sources(exam, sheet, items)]
    return document(sheet, [exam.section(sheet, pieces)], exam.course)


def _how(exam: Class, items: Sequence[Item]) -> Iterator[str]:
    words = exam.key_words
    yield words.drawn.format(seed=exam.seed)
    yield words.find
    yield words.one_mark
    yield words.pass_line.format(items=exam.exam.items, right=exam.right, pass_=exam.pass_mark)
    if topics := safety_topics(exam):
        yield words.safety.format(topics=topics)
    if exam.subject.record.has_practical:
        yield _practical(exam)
    yield _attempts(exam)
    if drafts := sum(item.is_draft for item in items):
        yield words.all_drafts if drafts == len(items) else words.drafts.format(count=drafts)


def _practical(exam: Class) -> str:
    """How the practical counts: beside the exam, or as a share of the marks that the level says."""
    course: Course = exam.subject.record
    if isinstance(course.level, LevelRef):
        entry = exam.library.find(str(course.level), exam.subject.handbook)
        levels = getattr(entry.record, "levels", ()) if entry else ()
        level = next((level for level in levels if str(level.id) == str(course.level).partition("#")[2]), None)
        if level is not None and level.exam is not None and level.exam.practical:
            share = f"{level.exam.practical.normalize():f}%"
            return exam.key_words.practical_share.format(
                marks=level.exam.marks, share=share, pass_=f"{level.exam.pass_.normalize():f}"
            )
    return exam.key_words.practical


def _attempts(exam: Class) -> str:
    words, marks = exam.key_words, Marks(exam.lang)
    parts = [words.attempts.format(attempts=exam.exam.attempts)]
    if exam.exam.retake_after:
        parts.append(words.retake.format(time=exam.exam.retake_after.say(exam.lang)))
    text = marks.semicolon.join(parts) + marks.stop
    return text[0].upper() + text[1:]


def _paper(exam: Class, sheet: Sheet, paper: Paper, numbers: dict[str, int]) -> list[Piece]:
    """The answers of one paper under its number; they stay on one page."""
    safe = exam.safety_items

    def answer(question: Question) -> str:
        star = f" {_STAR}" if question.item.id in safe else ""
        return wml.paragraph(wml.run(question.answer, STRONG) + wml.run(star), "FormCell", jc="center")

    def source(question: Question) -> str:
        return wml.paragraph(wml.run(str(numbers[question.item.id]), "FormSmall"), "FormCell", jc="center")

    number = str(paper.number)
    (heading,) = cells.heading(sheet, exam.words.number.format(number=number))
    return [heading, grid(sheet, paper, [answer, source], _WEIGHTS, _HEIGHTS)]


def _sources(exam: Class, sheet: Sheet, items: Sequence[Item]) -> Piece:
    words, safe = exam.key_words, exam.safety_items
    columns = [Column(words.no, 8, "center"), Column(words.question, 56), Column(words.source, 36)]
    tells_drafts = not all(item.is_draft for item in items)
    rows = []
    for number, item in enumerate(items, 1):
        star = _STAR if item.id in safe else ""
        draft = f"\n{words.draft}" if item.is_draft and tells_drafts else ""
        answered = words.answer.format(text=_right(exam, item))
        rows.append((f"{number}{star}{draft}", f"{item.stem.of(exam.lang)}\n{answered}", _source(exam, item)))
    return ruled(sheet, columns, rows)


def _right(exam: Class, item: Item) -> str:
    texts = [item.option(key).text.of(exam.lang) for key in item.right]
    marks = Marks(exam.lang)
    return exam.key_words.arrow.join(texts) if item.answering == "order" else marks.semicolon.join(texts)


def _source(exam: Class, item: Item) -> str:
    """The record and the step of an item: code, title, and what the step is called."""
    words = exam.key_words
    place = place_of(exam.library, item)
    where = (words.coded if place.code else words.titled).format(code=place.code, title=place.title)
    lines = [words.step.format(where=where, step=place.part) if place.part else where]
    if item.kind == "own":
        lines.append(words.private if item.is_private else words.by_hand)
    return "\n".join(lines)
