"""The pictures that the questions of a paper show."""

from __future__ import annotations

from dataclasses import replace

from training.paper.questions import Pictures
from training.paper.sheet import Class
from training.pool import ExamPool


def pictures_of(exam: Class) -> Pictures:
    """The picture of every item that shows one, in the language of the papers, by what the item calls it."""
    return {}


def printable(pool: ExamPool) -> ExamPool:
    """The items of a pool that can be printed."""
    items = tuple(item for item in pool.items if not item.picture)
    ids = {item.id for item in items}
    return replace(
        pool,
        items=items,
        by_topic={topic: tuple(id_ for id_ in of if id_ in ids) for topic, of in pool.by_topic.items()},
        by_module={module: tuple(id_ for id_ in of if id_ in ids) for module, of in pool.by_module.items()},
    )
