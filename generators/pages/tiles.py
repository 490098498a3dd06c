"""Tiles of a first page: what has just happened, and the page that settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.pages.page import Page
from schemas.icons import Icon
from schemas.library_file import Task


@dataclass(frozen=True, slots=True)
class Tile:
    """A task: what has happened, and the page that settles it."""

    title: str
    text: str
    href: str
    icon: Icon


def tiles(page: Page, tasks: Iterable[Task], handbook: str) -> Iterator[Tile]:
    """The tasks whose record there is, as seen from *handbook*."""
    for task in tasks:
        target = page.view.find(task.to, handbook)
        if target is not None:
            part = task.to.partition("#")[2]
            yield Tile(str(task.title), str(task.text), page.part_href(target, part), task.icon or "document")
