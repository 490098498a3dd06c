"""Procedures, scripts and troubleshooting: every part is reached, every way ends, every loop is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from schemas.document import Location
from schemas.findings import Finding
from schemas.graph import Graph, graph_of
from schemas.library import Entry, Library
from schemas.procedure import Procedure
from schemas.script import Script

_LOOPS_BOUNDED: Final = ("procedures", "troubleshooting")  # a caller may ask again as often as he likes


def check_flow(library: Library) -> Iterator[Finding]:
    """Findings about the shape of every graph in the library."""
    for entry in library.entries.values():
        graph = graph_of(entry.record)
        if graph is not None:
            yield from _steps(entry)
            yield from _shape(entry, graph)


def _where(entry: Entry, node: str) -> Location:
    if isinstance(entry.record, Procedure):
        return ("steps", [str(step.id) for step in entry.record.steps].index(node))
    return ("nodes", node)


def _finding(entry: Entry, node: str, rule: str) -> Finding:
    place = entry.document.place(_where(entry, node), key=True)
    return Finding(entry.document.path, *place, rule, {"id": node})


def _steps(entry: Entry) -> Iterator[Finding]:
    record = entry.record
    if isinstance(record, Procedure):
        for step in record.steps:
            if step.do is None and step.ask is None:
                yield _finding(entry, step.id, "step-empty")
            yield from _question(entry, step.id, step.ask is not None, len(step.branches))
    elif isinstance(record, Script):
        for id_, node in record.nodes.items():
            if not (node.say or node.do or node.ask or node.note):
                yield _finding(entry, id_, "step-empty")
            yield from _question(entry, id_, node.ask is not None, len(node.branches))


def _question(entry: Entry, node: str, asks: bool, branches: int) -> Iterator[Finding]:
    if asks and branches < 2:
        yield _finding(entry, node, "branches-missing")
    if branches and not asks:
        yield _finding(entry, node, "question-missing")


def _shape(entry: Entry, graph: Graph) -> Iterator[Finding]:
    known = set(graph.nodes)
    if any(edge.target not in known for edge in graph.edges) or not set(graph.starts) <= known:
        return  # already reported as a reference to nothing; what follows from it would only confuse
    reachable, can_end = graph.reachable(), graph.can_end()
    for node in graph.nodes:
        if node not in reachable:
            yield _finding(entry, node, "unreachable")
        elif node not in graph.ends and not graph.after(node):
            yield _finding(entry, node, "dead-end")
    # a circle that nothing leaves is one mistake: it is reported once, at its first node in reading order
    circling = [node for node in graph.nodes if node in reachable and node not in can_end and graph.after(node)]
    if circling and not any(_leads_to_dead_end(graph, node) for node in circling):
        yield _finding(entry, circling[0], "never-ends")
    if entry.kind in _LOOPS_BOUNDED:
        for node in graph.unlimited_loops():
            yield _finding(entry, node, "loop-without-limit")


def _leads_to_dead_end(graph: Graph, node: str) -> bool:
    return any(not graph.after(edge.target) for edge in graph.after(node))
