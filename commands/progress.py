"""How far a long piece of work is, on the error stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Literal, TypedDict

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from commands import context
from schemas.words import Bilingual

PartName = Literal["forms", "prints", "index", "site", "book", "papers", "pictures", "sheets"]
PartProgress = Callable[[PartName, int, int], None]
"""Told what is being done, how much of it is done, and how much there is (0 when unknown)."""


class _Parts(TypedDict):
    forms: Bilingual
    prints: Bilingual
    index: Bilingual
    site: Bilingual
    book: Bilingual
    papers: Bilingual
    pictures: Bilingual
    sheets: Bilingual


_PARTS: Final[_Parts] = {
    "forms": Bilingual("表单", "forms"),
    "prints": Bilingual("PDF 和图片", "PDFs and pictures"),
    "index": Bilingual("索引", "index"),
    "site": Bilingual("网站", "site"),
    "book": Bilingual("印刷本", "book"),
    "papers": Bilingual("试卷", "papers"),
    "pictures": Bilingual("题目的图", "pictures of questions"),
    "sheets": Bilingual("一页纸", "sheets of one page"),
}


@contextmanager
def progress() -> Iterator[PartProgress]:
    """A line a part while it is built; it is gone when everything is done."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
    )
    shown_to_nobody = not context.err.is_terminal  # who reads a file wants the result alone
    with Progress(*columns, TimeElapsedColumn(), console=context.err, transient=True, disable=shown_to_nobody) as bars:
        tasks: dict[PartName, TaskID] = {}

        def report(part: PartName, done: int, total: int) -> None:
            if part not in tasks:
                tasks[part] = bars.add_task(part_name(part), total=None)
            bars.update(tasks[part], completed=done, total=total or None)

        yield report


def part_name(part: PartName) -> str:
    """What a part of the work is called."""
    return _PARTS[part].say(context.lang())


def silently(part: PartName, done: int, total: int) -> None:
    """How far it is stands nowhere: the terminal is somebody else's, or has said it before."""
