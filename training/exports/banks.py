"""What question banks share, whatever the format: which items they can weigh, how, and what each is called there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from training.exports.outgoing import Category, Left, Outgoing
from training.item import KIND_TITLES, Item, Option

MOST_RIGHT: Final = 10
"""The full marks are shared among so many right answers at most: banks know only certain shares, a tenth the least."""
LONGEST_NAME: Final = 255
LONGEST_ID: Final = 100
"""Characters that Moodle keeps of the name and of the id of a question."""


class Bank:
    """A course as a bank of questions.

    Args:
        outgoing: the course.
        shows_pictures: whether its format can hold pictures.
    """

    def __init__(self, outgoing: Outgoing, *, shows_pictures: bool = True) -> None:
        self.outgoing = outgoing
        self._left = {item.id: left for item in outgoing.items if (left := _left(item, shows_pictures)) is not None}
        self.categories = tuple(self._categories())
        self.count = sum(len(category.items) for category in self.categories)

    def left_out(self) -> Counter[Left]:
        """How many items of the course are not in the bank, by reason."""
        return self.outgoing.left_out() + Counter(self._left.values())

    def path(self, category: Category) -> tuple[str, ...]:
        """The categories around the questions of *category*, the outermost first."""
        return self.outgoing.title, category.title

    def name(self, item: Item) -> str:
        """What a question is listed as: what its kind is called, and the place that it is about."""
        kind = KIND_TITLES[item.kind].of(self.outgoing.lang)
        return self.outgoing.t.name.format(kind=kind, title=self.outgoing.place_title(item))[:LONGEST_NAME]

    def _categories(self) -> Iterator[Category]:
        for category in self.outgoing.categories:
            if items := tuple(item for item in category.items if item.id not in self._left):
                yield Category(category.id, category.title, items)


def _left(item: Item, shows_pictures: bool) -> Left | None:
    """Why a bank cannot hold an item; None where it can."""
    if item.picture and not shows_pictures:
        return Left.PICTURE
    return Left.MANY_RIGHT if item.answering != "order" and len(item.right) > MOST_RIGHT else None


def id_of(item: Item) -> str:
    """By what a question is known to the bank: the id of its item, or the end of a long one."""
    return item.id[-LONGEST_ID:]


def share(item: Item, option: Option) -> str:
    """What an answer is worth, in percent of the marks; where several are right, whoever ticks all gets nothing."""
    if option.key in item.right:
        return _percent(100 / len(item.right))
    wrong = len(item.options) - len(item.right)
    return "0" if item.answering == "one" else _percent(-100 / min(wrong, MOST_RIGHT))


def _percent(value: float) -> str:
    """As banks write it: 33.33333."""
    return f"{value:.7g}"
