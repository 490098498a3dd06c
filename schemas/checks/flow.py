"""Procedures, scripts and troubleshooting: every part is reached, every way ends, every loop is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.graph import Flow, Moment
from schemas.library import Library
from schemas.messages import Message, Sense, Ways
from schemas.punctuation import without_signs


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

    def _find(self, node: str, rule: Message, **values: str) -> Finding:
        place = self.document.place(self._locations[node], key=True)
        return Finding(self.document.path, *place, rule, {"id": node, **values})

    def _contents(self) -> Iterator[Finding]:
        for moment in self.flow.moments:
            if moment.is_empty:
                yield self._find(moment.id, self.flow.if_empty)
            if moment.question is not None and len(moment.branches) < 2:
                yield self._find(moment.id, Sense.BRANCHES_MISSING)
            if moment.branches and moment.question is None:
                yield self._find(moment.id, Sense.QUESTION_MISSING, key=self.flow.asks_by)
            yield from self._ways_on(moment)
            yield from self._answers(moment)

    def _ways_on(self, moment: Moment) -> Iterator[Finding]:
        """Findings for a node that ends and goes on, or goes on in two ways."""
        leads_by = self.flow.goes_on_by.partition(",")[0]
        if moment.ends and (moment.leads_on or moment.branches or moment.heard):
            key = leads_by if moment.leads_on else "branches" if moment.branches else "listen"
            yield self._find(moment.id, Ways.END_GOES_ON, key=key)
        elif moment.leads_on and moment.branches:
            yield self._find(moment.id, Ways.TWO_WAYS_ON, key=leads_by)

    def _answers(self, moment: Moment) -> Iterator[Finding]:
        """Findings for answers that are no choice."""
        targets = {to for _, to in moment.branches.values()}
        if len(moment.branches) > 1 and len(targets) == 1:
            yield self._find(moment.id, Ways.BRANCHES_TO_ONE, to=targets.pop())
        for key, of_key in (("branches", moment.branches), ("listen", moment.heard)):
            texts = [without_signs(text) for text, _ in of_key.values()]
            for number, (id_, (text, _)) in enumerate(of_key.items()):
                if texts[number] in texts[:number]:
                    location = (*moment.location, key, id_, "text")
                    yield self.document.finding(location, Ways.BRANCHES_ALIKE, text=text)

    def _shape(self) -> Iterator[Finding]:
        graph = self.flow.graph
        reachable = graph.reachable()
        yield from (self._find(node, Sense.UNREACHABLE) for node in graph.lost())
        for node in graph.nodes:
            if node in reachable and node not in graph.ends and not graph.after(node):
                yield self._find(node, Sense.DEAD_END, keys=self.flow.goes_on_by)
        yield from (self._find(node, Sense.NEVER_ENDS) for node in graph.endless())
        yield from (self._find(node, Sense.ESCALATION_IN_A_CIRCLE) for node in graph.circular_limits())
        for node in graph.nodes if not graph.lost() else ():
            if node in graph.limited and not graph.comes_round(node):
                yield self._find(node, Ways.LIMIT_WITHOUT_LOOP)
        if self.flow.loops_bounded:
            yield from (self._find(node, Sense.LOOP_WITHOUT_LIMIT) for node in graph.unlimited_loops())
