"""Procedures, scripts and troubleshooting: every part is reached, every way ends, every loop is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.findings import Finding
from schemas.graph import Graph, graph_of
from schemas.library import Entry, Library
from schemas.procedure import Procedure
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting

_LOOPS_BOUNDED: Final = ("procedures", "troubleshooting")  # a caller may ask again as often as he likes
_GOES_ON: Final = {
    "procedures": "then, branches",
    "scripts": "next, listen, branches",
    "troubleshooting": "next, branches",
}


def check_flow(library: Library) -> Iterator[Finding]:
    """Findings about the shape of every graph in the library."""
    for entry in library.entries.values():
        graph = graph_of(entry.record)
        if graph is not None:
            yield from _Flow(entry, graph).check()


@dataclass(frozen=True)
class _Flow:
    """The graph of one record, and where its nodes are written."""

    entry: Entry
    graph: Graph

    def check(self) -> Iterator[Finding]:
        yield from self._contents()
        known = set(self.graph.nodes)
        if any(edge.target not in known for edge in self.graph.edges) or not set(self.graph.starts) <= known:
            return  # already reported as a reference to nothing; what follows from it would only confuse
        if len(known) == len(self.graph.nodes):  # the same goes for an id used twice
            yield from self._shape()

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {node: number for number, node in reversed([*enumerate(self.graph.nodes)])}

    def _find(self, node: str, rule: str, **values: str) -> Finding:
        is_step = isinstance(self.entry.record, Procedure)
        location = ("steps", self._numbers[node]) if is_step else ("nodes", node)
        place = self.entry.document.place(location, key=True)
        return Finding(self.entry.document.path, *place, rule, {"id": node, **values})

    def _contents(self) -> Iterator[Finding]:
        record = self.entry.record
        if isinstance(record, Procedure):
            for step in record.steps:
                if step.do is None and step.ask is None:
                    yield self._find(step.id, "step-empty")
                yield from self._question(step.id, "ask", step.ask, len(step.branches))
        elif isinstance(record, Script):
            for id_, node in record.nodes.items():
                if not (node.say or node.do or node.ask or node.note):
                    yield self._find(id_, "node-empty")
                yield from self._question(id_, "ask", node.ask, len(node.branches))
        elif isinstance(record, Troubleshooting):
            for id_, place in record.nodes.items():
                if not (place.symptom or place.check or place.cause or place.remedy or place.do or place.say):
                    yield self._find(id_, "node-empty")
                yield from self._question(id_, "check", place.check, len(place.branches))

    def _question(self, node: str, key: str, question: str | None, branches: int) -> Iterator[Finding]:
        if question is not None and branches < 2:
            yield self._find(node, "branches-missing")
        if branches and question is None:
            yield self._find(node, "question-missing", key=key)

    def _shape(self) -> Iterator[Finding]:
        graph, kind = self.graph, self.entry.kind
        reachable = graph.reachable()
        yield from (self._find(node, "unreachable") for node in graph.lost())
        for node in graph.nodes:
            if node in reachable and node not in graph.ends and not graph.after(node):
                yield self._find(node, "dead-end", keys=_GOES_ON[kind])
        yield from (self._find(node, "never-ends") for node in graph.endless())
        yield from (self._find(node, "escalation-in-a-circle") for node in graph.circular_limits())
        if kind in _LOOPS_BOUNDED:
            yield from (self._find(node, "loop-without-limit") for node in graph.unlimited_loops())
