"""What the pages of scripts and troubleshooting share: nodes that lead to one another and can be played."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Protocol, TypeVar

from generators.ellipsis import ellipsis
from generators.pages.folds import Stretch, stretches
from generators.pages.page import Link, Page
from schemas.anchors import anchor
from schemas.graph import Graph
from schemas.scalars import Id
from schemas.ways import Branch, Limit

_WITHIN_A_WORD: Final = re.compile("[A-Za-z0-9’'-]{2}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A way out of a node: what is answered (empty when there is no choice) and the node it leads to."""

    text: str
    title: str
    href: str
    no: str


@dataclass(frozen=True, slots=True)
class Exits:
    """Every way out of a node."""

    answers: tuple[Turn, ...]
    outcomes: tuple[Turn, ...]
    onward: Turn | None
    limit: Turn | None
    times: int
    forms: tuple[Link, ...]

    @property
    def targets(self) -> Iterator[str]:
        """The anchors it leads to."""
        turns: Iterable[Turn | None] = (*self.answers, *self.outcomes, self.onward)
        return (turn.href[1:] for turn in turns if turn)


class NodeHead(Protocol):
    """A node as it stands on its page: its name and its address there."""

    @property
    def title(self) -> str: ...  # noqa: D102 - as it is called
    @property
    def anchor(self) -> str: ...  # noqa: D102 - as it is called


H = TypeVar("H", bound=NodeHead)


def node_stretches(page: Page, graph: Graph, nodes: Iterable[str], views: Iterable[H]) -> tuple[Stretch[H], ...]:
    """The views of *nodes*, those of a branch under its answer where there are many."""
    by_id = dict(zip(map(str, nodes), views, strict=True))
    return stretches(page, graph, by_id, lambda view: Link(view.title, f"#{view.anchor}"))


class Ways:
    """Words the ways out of nodes: *title* gives the heading of a node by its id."""

    def __init__(self, page: Page, title: Callable[[str], str], numbers: Mapping[str, str] | None = None) -> None:
        self._page = page
        self._title = title
        self._numbers = numbers or {}

    def to(self, node: str, text: str = "") -> Turn:
        """The way to *node*."""
        return Turn(text, self._title(str(node)), f"#{anchor('node', str(node))}", self._numbers.get(str(node), ""))

    def branches(self, branches: Mapping[Id, Branch]) -> tuple[Turn, ...]:
        """The ways that named answers lead."""
        return tuple(self.to(branch.to, self._page.plain(branch.text)) for branch in branches.values())

    def limit(self, limit: Limit | None) -> Turn | None:
        """The way out of a loop gone round too often."""
        return self.to(limit.then) if limit else None


def shorten(text: str, width: int = 52) -> str:
    """*text* as the name of a node: its beginning, when it is broader than *width* Latin letters."""
    breadths = list(accumulate(1 + (letter > "\u2e7f") for letter in text))
    if not breadths or breadths[-1] <= width:
        return text
    length = sum(breadth < width for breadth in breadths)
    beginning = text[:length]
    if _WITHIN_A_WORD.match(text, length - 1):
        beginning = beginning.rpartition(" ")[0] or beginning
    return ellipsis(beginning)
