"""What a flowchart says, before anything has a size or a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["card", "decision", "pill", "jump", "menu"]


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of a menu: the answer, and where it leads."""

    text: str
    to: str
    tone: str
    href: str


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the chart.

    `tone` is the colour class (`role-1`, `say` …); `tag` says the same in words, so that colour is never needed.
    `about` is the whole text, for the tooltip and for screen readers; `title` may be only its beginning.
    `prose` titles are sentences, which are set lighter and cut earlier than names and questions.
    """

    id: str
    title: str
    shape: Shape = "card"
    tone: str = "plain"
    tag: str = ""
    sub: str = ""
    chips: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    href: str = ""
    about: str = ""
    number: str = ""
    answers: tuple[MenuEntry, ...] = ()
    prose: bool = False
    start: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow; `back` when it closes a loop. Lines of `label` are separated by newlines."""

    source: str
    target: str
    label: str = ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class Flowchart:
    """Nodes and edges in reading order, with what each tone stands for.

    `numbered`: nodes have no titles of their own, so that a jump needs a number to name its target.
    """

    title: str
    lang: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    legend: tuple[tuple[str, str], ...] = ()
    numbered: bool = False

    @property
    def has_loops(self) -> bool:
        """Whether any arrow goes back."""
        return any(edge.back for edge in self.edges)
