"""Which arrows close a loop, and how often each loop may be gone round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from generators.flow.chart import Edge
from generators.flow.words import FlowWords, at_most, more_than
from schemas.ways import Limit

Counts = Literal["leaving", "reaching"]


def close_loops(
    edges: Iterable[Edge], order: Sequence[str], limits: Mapping[str, Limit], lang: str, counts: Counts
) -> tuple[tuple[Edge, ...], frozenset[str]]:
    """Mark the arrows that go back, print each loop's limit on them, and add where a loop goes after its limit.

    *order* is the node ids, beginnings first: a walk in it decides which arrow of a cycle is the one going back.
    *limits* are by the id of the node that sets them, and *counts* says whether such a limit first of all counts the
    arrows leaving its node or those reaching it. A limit that belongs to no arrow is for its node to show: the ids of
    these nodes are returned too.
    """
    node_ids = frozenset(order)
    excess = [Edge(node, limit.then, more_than(limit.times, lang)) for node, limit in limits.items()]
    drawn = [edge for edge in _distinct([*edges, *excess]) if edge.source in node_ids and edge.target in node_ids]
    going_back = _back_edges(drawn, order)
    labels: dict[int, str] = {}
    unplaced = set()
    for node, limit in limits.items():
        leaving = [index for index in going_back if drawn[index].source == node]
        reaching = [index for index in going_back if drawn[index].target == node]
        looping = (leaving or reaching) if counts == "leaving" else (reaching or leaving)
        labels |= dict.fromkeys(looping, at_most(limit.times, lang))
        if not looping:
            unplaced.add(node)
    for index in going_back:
        edge = drawn[index]
        name = edge.label or (FlowWords(lang).again if edge.source == edge.target and index not in labels else "")
        drawn[index] = replace(edge, back=True, label="\n".join(filter(None, (name, labels.get(index)))))
    return tuple(drawn), frozenset(unplaced)


def _distinct(edges: Iterable[Edge]) -> list[Edge]:
    """The arrows without repetitions; an unlabelled arrow beside a labelled one of the same ends says nothing more."""
    listed = list(dict.fromkeys(edges))
    labelled = {(edge.source, edge.target) for edge in listed if edge.label}
    return [edge for edge in listed if edge.label or (edge.source, edge.target) not in labelled]


def _back_edges(edges: Sequence[Edge], order: Sequence[str]) -> list[int]:
    """Indexes of the arrows that lead to a node still being walked, in a depth-first walk in *order*."""
    leaving: dict[str, list[int]] = {node: [] for node in order}
    for index, edge in enumerate(edges):
        leaving[edge.source].append(index)
    seen: set[str] = set()
    walked: set[str] = set()
    going_back: list[int] = []
    for root in order:
        path = [] if root in seen else [(root, iter(leaving[root]))]
        seen.add(root)
        while path:
            step = next(path[-1][1], None)
            if step is None:
                walked.add(path.pop()[0])
            elif (target := edges[step].target) not in seen:
                seen.add(target)
                path.append((target, iter(leaving[target])))
            elif target not in walked:
                going_back.append(step)
    return sorted(going_back)
