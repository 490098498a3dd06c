"""Procedures, scripts and troubleshooting: every part is reached, every way ends, every loop is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.document import Document, Location
from schemas.findings import Finding
from schemas.graph import Flow
from schemas.library import Entry, Library
from schemas.messages import Sense


def check_flow(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the shape of a record's graph, if it has one."""
    flow = entry.record.flow()
    if flow is not None:
        yield from _Flowing(entry.document, flow).check()


@dataclass(frozen=True)
class _Flowing:
    """The graph of one record, and where its nodes are written."""

    document: Document
    flow: Flow

    def check(self) -> Iterator[Finding]:
        yield from self._contents()
        graph, nodes = self.flow.graph, set(self.flow.graph.nodes)
        if any(edge.target not in nodes for edge in graph.edges) or not set(graph.starts) <= nodes:
            return  # already reported as a reference to nothing; what follows from it would only confuse
        if len(nodes) == len(graph.nodes):  # the same goes for an id used twice
            yield from self._shape()

    @cached_property
    def _locations(self) -> dict[str, Location]:
        return {moment.id: moment.location for moment in reversed(self.flow.moments)}

    def _find(self, node: str, rule: Sense, **values: str) -> Finding:
        place = self.document.place(self._locations[node], key=True)
        return Finding(self.document.path, *place, rule, {"id": node, **values})

    def _contents(self) -> Iterator[Finding]:
        for moment in self.flow.moments:
            if moment.is_empty:
                yield self._find(moment.id, self.flow.if_empty)
            if moment.question is not None and moment.branches < 2:
                yield self._find(moment.id, Sense.BRANCHES_MISSING)
            if moment.branches and moment.question is None:
                yield self._find(moment.id, Sense.QUESTION_MISSING, key=self.flow.asks_by)

    def _shape(self) -> Iterator[Finding]:
        graph = self.flow.graph
        reachable = graph.reachable()
        yield from (self._find(node, Sense.UNREACHABLE) for node in graph.lost())
        for node in graph.nodes:
            if node in reachable and node not in graph.ends and not graph.after(node):
                yield self._find(node, Sense.DEAD_END, keys=self.flow.goes_on_by)
        yield from (self._find(node, Sense.NEVER_ENDS) for node in graph.endless())
        yield from (self._find(node, Sense.ESCALATION_IN_A_CIRCLE) for node in graph.circular_limits())
        if self.flow.loops_bounded:
            yield from (self._find(node, Sense.LOOP_WITHOUT_LIMIT) for node in graph.unlimited_loops())
