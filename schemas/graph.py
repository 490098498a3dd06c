"""Procedures, scripts and troubleshooting as one kind of graph: what follows what, for checks and drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schemas.procedure import Branch, Limit, Procedure
from schemas.record import Record
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting

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

    def after(self, node: str) -> tuple[Edge, ...]:
        """The edges that leave *node*."""
        return tuple(edge for edge in self.edges if edge.source == node)

    def reachable(self) -> frozenset[str]:
        """The nodes that some start leads to."""
        return _closure(self.starts, _neighbours((edge.source, edge.target) for edge in self.edges))

    def can_end(self) -> frozenset[str]:
        """The nodes from which some end can be reached."""
        return _closure(self.ends, _neighbours((edge.target, edge.source) for edge in self.edges))

    def unlimited_loops(self) -> tuple[str, ...]:
        """The first node of each loop that no `limit` bounds."""
        free = [e for e in self.edges if e.source not in self.limited and e.target not in self.limited]
        neighbours = _neighbours((edge.source, edge.target) for edge in free)
        found: list[str] = []
        for node in self.nodes:
            ahead = _closure(neighbours.get(node, ()), neighbours)
            if node in ahead and not any(node in _closure(neighbours.get(seen, ()), neighbours) for seen in found):
                found.append(node)
        return tuple(found)


def _neighbours(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    neighbours: dict[str, list[str]] = {}
    for source, target in pairs:
        neighbours.setdefault(source, []).append(target)
    return neighbours


def _closure(starts: Iterable[str], neighbours: Mapping[str, list[str]]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting.extend(neighbours.get(node, ()))
    return frozenset(seen)


def graph_of(record: Record) -> Graph | None:
    """The graph of a record; None for a kind that has none."""
    if isinstance(record, Procedure):
        return _procedure(record)
    if isinstance(record, Script):
        return _script(record)
    if isinstance(record, Troubleshooting):
        return _troubleshooting(record)
    return None


def _branches(source: str, branches: Mapping[object, Branch], kind: EdgeKind) -> Iterator[Edge]:
    for branch in branches.values():
        yield Edge(source, str(branch.to), kind, str(branch.text))


def _limit(source: str, limit: Limit | None) -> Iterator[Edge]:
    if limit is not None:
        yield Edge(source, str(limit.then), "limit", times=limit.times)


def _procedure(procedure: Procedure) -> Graph:
    ids = [str(step.id) for step in procedure.steps]
    edges: list[Edge] = []
    for number, step in enumerate(procedure.steps):
        here = ids[number]
        edges.extend(_branches(here, step.branches, "branch"))
        if step.then is not None:
            edges.append(Edge(here, str(step.then)))
        elif not step.end and not step.branches and number + 1 < len(ids):
            edges.append(Edge(here, ids[number + 1]))
        edges.extend(_limit(here, step.limit))
    ends = frozenset(str(step.id) for step in procedure.steps if step.end)
    limited = frozenset(str(step.id) for step in procedure.steps if step.limit)
    return Graph(tuple(ids), (ids[0],), ends, tuple(edges), limited)


def _script(script: Script) -> Graph:
    edges: list[Edge] = []
    for id_, node in script.nodes.items():
        edges.extend(_branches(id_, node.branches, "branch"))
        edges.extend(_branches(id_, node.listen, "answer"))
        edges.extend([Edge(str(id_), str(node.next))] if node.next else [])
        edges.extend(_limit(id_, node.limit))
    starts = (str(script.start), *(str(id_) for id_, node in script.nodes.items() if node.entry))
    return Graph(
        tuple(map(str, script.nodes)), starts, frozenset(str(id_) for id_, node in script.nodes.items() if node.end),
        tuple(edges), frozenset(str(id_) for id_, node in script.nodes.items() if node.limit),
    )  # fmt: skip


def _troubleshooting(tree: Troubleshooting) -> Graph:
    edges: list[Edge] = []
    for id_, node in tree.nodes.items():
        edges.extend(_branches(id_, node.branches, "branch"))
        edges.extend([Edge(str(id_), str(node.next))] if node.next else [])
        edges.extend(_limit(id_, node.limit))
    starts = (str(tree.start), *(str(id_) for id_, node in tree.nodes.items() if node.symptom))
    return Graph(
        tuple(map(str, tree.nodes)), starts, frozenset(str(id_) for id_, node in tree.nodes.items() if node.end),
        tuple(edges), frozenset(str(id_) for id_, node in tree.nodes.items() if node.limit),
    )  # fmt: skip
