"""How far a long piece of work is, on the error stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from commands import context

Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is (0 when unknown)."""

_PARTS: Final = {
    "forms": ("表单", "forms"), "prints": ("PDF 和图片", "PDFs and pictures"), "index": ("索引", "index"),
    "site": ("网站", "site"), "book": ("印刷本", "book"),
}  # fmt: skip


@contextmanager
def progress() -> Iterator[Report]:
    """A line a part while it is built; it is gone when everything is done."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
    )
    shown_to_nobody = not context.err.is_terminal  # who reads a file wants the result alone
    with Progress(*columns, TimeElapsedColumn(), console=context.err, transient=True, disable=shown_to_nobody) as shown:
        tasks: dict[str, TaskID] = {}

        def report(part: str, done: int, total: int) -> None:
            if part not in tasks:
                tasks[part] = shown.add_task(part_name(part), total=None)
            shown.update(tasks[part], completed=done, total=total or None)

        yield report


def part_name(part: str) -> str:
    """What a part of the work is called."""
    return context.say(*_PARTS[part])
