"""Every question that the exam of a course can be drawn from: a trainer reads them through and strikes some out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from commands import context
from commands.finding_records import find_course
from schemas.library import Library
from schemas.words import Bilingual, Counted
from training.item import KIND_TITLES, Item
from training.material import Material
from training.place import place_of
from training.pool import exam_pool, struck_out

_RIGHT: Final = "*"
_PRIVATE: Final = Bilingual("只在考试里用", "kept for exams")
_QUESTIONS: Final = Counted("{number} 道题", "{number} question", "{number} questions")
_STRUCK: Final = Counted("划掉了 {number} 道", "{number} struck out", "{number} struck out")
_GONE: Final = Counted(
    "划掉的 {number} 道题已经不出了：条文改过以后是另一道题。从 handbook/struck.yaml 删掉：",
    "{number} question that was struck out is no longer made, as its fields have changed. "
    "Delete it from handbook/struck.yaml:",
    "{number} questions that were struck out are no longer made, as their fields have changed. "
    "Delete them from handbook/struck.yaml:",
)


def list_questions(library: Library, course: str, lang: str) -> None:
    """Print the questions of a course with their ids, answers and places; then how many are struck out."""
    material = Material(library)
    entry = find_course(library, course)
    items = exam_pool(material, entry.address).items
    struck, gone = struck_out(material.subject(entry.address))
    view = library.view(lang)
    for number, item in enumerate(items, 1):
        for line in _lines(view, item, number):
            context.out.print(line, markup=False)
    counts = (_QUESTIONS.of(len(items)), _STRUCK.of(len(struck)))
    context.out.print("; ".join(count.of(context.lang()) for count in counts), style="bold", markup=False)
    _tell_gone(gone)


def _lines(view: Library, item: Item, number: int) -> Iterator[str]:
    place = place_of(view, item)
    kept = (_PRIVATE.of(view.lang),) if item.is_private else ()
    where = " · ".join(
        (KIND_TITLES[item.kind].of(view.lang), *filter(None, (place.code, place.title, place.part)), *kept)
    )
    yield f"{number}. {where}"
    yield f"   {item.id}"
    yield f"   {item.stem.of(view.lang)}"
    for option in item.options:
        yield f"   {_RIGHT if option.key in item.right else ' '} {option.text.of(view.lang)}"
    yield f"   → {item.why.of(view.lang)}"
    yield ""


def _tell_gone(gone: Sequence[str]) -> None:
    if gone:
        context.err.print(_GONE.of(len(gone)).of(context.lang()), style="yellow", markup=False)
        for id_ in gone:
            context.err.print(f"  {id_}", markup=False)
