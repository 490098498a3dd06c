"""Procedures, scripts and troubleshooting as one kind of graph: what follows what, for checks and drawings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from schemas.document import Location
from schemas.messages import Sense

EdgeKind = Literal["next", "branch", "answer", "limit"]


@dataclass(frozen=True, slots=True)
class Edge:
    """From one node to another; `label` is a branch's text, `times` the limit of a loop after which it is taken."""

    source: str
    target: str
    kind: EdgeKind = "next"
    label: str = ""
    times: int = 0


@dataclass(frozen=True)
class Graph:
    """Nodes in reading order, where it can begin, where it ends, and what follows what."""

    nodes: tuple[str, ...]
    starts: tuple[str, ...]
    ends: frozenset[str]
    edges: tuple[Edge, ...]
    limited: frozenset[str]

    @cached_property
    def _leaving(self) -> Mapping[str, list[Edge]]:
        leaving: dict[str, list[Edge]] = {}
        for edge in self.edges:
            leaving.setdefault(edge.source, []).append(edge)
        return leaving

    def after(self, node: str) -> tuple[Edge, ...]:
        """The edges that leave *node*."""
        return tuple(self._leaving.get(node, ()))

    def reachable(self) -> frozenset[str]:
        """The nodes that some start leads to."""
        return _closure(self.starts, _neighbours(self.edges))

    def led_to(self, node: str, without: str = "") -> frozenset[str]:
        """What *node* leads to, itself only if it comes round to itself; on ways that do not touch *without*."""
        following = [edge.target for edge in self.after(node)]
        return _closure(following, _neighbours(self.edges), {without})

    def only_through(self, node: str) -> frozenset[str]:
        """What no way from a start leads to but through *node*, itself among it."""
        return self.reachable() - _closure(self.starts, _neighbours(self.edges), {node})

    def comes_round(self, node: str) -> bool:
        """Whether some way leads from *node* back to it, before any limit of its own is used up."""
        following = [edge.target for edge in self.after(node) if edge.kind != "limit"]
        return node in _closure(following, _neighbours(self.edges))

    def lost(self) -> tuple[str, ...]:
        """The nodes that nothing leads to; what only follows from one of them is not named a second time."""
        neighbours, reached, lost_nodes = _neighbours(self.edges), set(self.reachable()), []
        led_to = {edge.target for edge in self.edges if edge.source not in reached and edge.source != edge.target}
        first = [node for node in self.nodes if node not in led_to]
        for node in (*first, *self.nodes):
            if node not in reached:
                lost_nodes.append(node)
                reached |= _closure([node], neighbours)
        return self._sorted(lost_nodes)

    def endless(self) -> tuple[str, ...]:
        """The first node of each circle that no way leaves; a way that stops short of an end is another mistake."""
        stopped = [node for node in self.nodes if not self.after(node)]
        leaving = _closure([*self.ends, *stopped], _neighbours(self.edges, backward=True))
        circling = self.reachable() - leaving
        return self._sorted(
            min(loop, key=self._rank.__getitem__)
            for loop in _loops(self.nodes, self.edges)
            if loop <= circling and all(edge.target in loop for node in loop for edge in self.after(node))
        )

    def circular_limits(self) -> tuple[str, ...]:
        """The nodes whose `limit` leads, when it is used up, back to themselves."""
        neighbours = _neighbours(self.edges)
        limits = [edge for edge in self.edges if edge.kind == "limit"]
        return tuple(edge.source for edge in limits if edge.source in _closure([edge.target], neighbours))

    def unlimited_loops(self) -> tuple[str, ...]:
        """The first node, in reading order, of each loop that no `limit` bounds."""
        free = [e for e in self.edges if e.source not in self.limited and e.target not in self.limited]
        return self._sorted(min(loop, key=self._rank.__getitem__) for loop in _loops(self.nodes, free))

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {node: number for number, node in enumerate(self.nodes)}

    def _sorted(self, nodes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(nodes, key=self._rank.__getitem__))


Answers = Mapping[str, tuple[str, str]]
"""Answers by id: the text of each, and the node it leads to."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A node as it is written.

    Attributes:
        id: the node.
        location: where it is written.
        is_empty: whether it says nothing.
        question: the question it asks.
        branches: the answers to it by id, each as its text and where it leads.
        heard: what the other side may answer, likewise.
        leads_on: whether it says itself what follows.
        ends: whether it says that nothing does.
    """

    id: str
    location: Location
    is_empty: bool
    question: str | None
    branches: Answers
    heard: Answers
    leads_on: bool
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A record as a graph, with what is needed to say in its author's own keys what is wrong with it.

    Attributes:
        graph: what follows what.
        moments: the nodes of the graph as they are written.
        if_empty: the rule that a node breaks which says nothing.
        asks_by: the key of a question.
        goes_on_by: the keys that lead on, first the one that leads to a single node.
        loops_bounded: whether a loop needs a limit.
    """

    graph: Graph
    moments: tuple[Moment, ...]
    if_empty: Sense
    asks_by: str
    goes_on_by: str
    loops_bounded: bool


def _neighbours(edges: Iterable[Edge], *, backward: bool = False) -> Mapping[str, list[str]]:
    neighbours: dict[str, list[str]] = {}
    for edge in edges:
        source, target = (edge.target, edge.source) if backward else (edge.source, edge.target)
        neighbours.setdefault(source, []).append(target)
    return neighbours


def _closure(
    starts: Iterable[str], neighbours: Mapping[str, list[str]], without: Collection[str] = ()
) -> frozenset[str]:
    """The nodes that *starts* lead to, themselves among them, on ways that touch none of *without*."""
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        node = waiting.pop()
        if node not in seen and node not in without:
            seen.add(node)
            waiting.extend(neighbours.get(node, ()))
    return frozenset(seen)


def _loops(nodes: Iterable[str], edges: Iterable[Edge]) -> Iterator[frozenset[str]]:
    """The sets of nodes that lead to each other (Kosaraju's two passes); a node alone is one if it leads to itself."""
    edges = list(edges)
    ahead, behind = _neighbours(edges), _neighbours(edges, backward=True)
    taken: set[str] = set()
    for node in reversed(_in_order_of_leaving(nodes, ahead)):
        if node not in taken:
            loop = _closure([node], behind, taken)
            taken |= loop
            if len(loop) > 1 or node in ahead.get(node, ()):
                yield loop


def _in_order_of_leaving(nodes: Iterable[str], ahead: Mapping[str, list[str]]) -> list[str]:
    """The nodes in the order in which a depth-first walk is done with them."""
    left: list[str] = []
    seen: set[str] = set()
    for start in nodes:
        waiting = [(start, False)]
        while waiting:
            node, done = waiting.pop()
            if done:
                left.append(node)
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))
                waiting.extend((after, False) for after in ahead.get(node, ()))
    return left
