"""A chart too large to be read, or to be laid out in one piece, as several: each a stretch of it in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generators.flow.chart import Flowchart
from generators.flow.jumps import with_jumps
from generators.flow.sections import SectionCut

_MOST_NODES: Final = 60
_MOST_ARROWS: Final = 100
"""Boxes of a part, and arrows that leave them; no chart that somebody wrote to be read has so many."""


def by_part(chart: Flowchart) -> list[Flowchart]:
    """*chart* in parts that can be laid out, *chart* itself where it is one; jumps lead from part to part."""
    parts = list(_parts(chart))
    if len(parts) == 1:
        return [chart]
    jumping = replace(with_jumps(chart, _between(chart, parts)), numbered=False)
    return [_part(jumping, ids) for ids in parts]


def _parts(chart: Flowchart) -> Iterator[frozenset[str]]:
    """The nodes in reading order, as many together as a part may hold."""
    leaving = Counter(edge.source for edge in chart.edges)
    part: list[str] = []
    arrows = 0
    for node in chart.nodes:
        arrows += leaving[node.id]
        if part and (len(part) == _MOST_NODES or arrows > _MOST_ARROWS):
            yield frozenset(part)
            part, arrows = [], leaving[node.id]
        part.append(node.id)
    yield frozenset(part)


def _between(chart: Flowchart, parts: list[frozenset[str]]) -> SectionCut:
    """The arrows from part to part; the first that goes on to a part says where that one came from."""
    part_of = {id_: number for number, ids in enumerate(parts) for id_ in ids}
    gone = [index for index, edge in enumerate(chart.edges) if part_of[edge.source] != part_of[edge.target]]
    entering: dict[int, int] = {}
    for index in gone:
        if not chart.edges[index].back:
            entering.setdefault(part_of[chart.edges[index].target], index)
    return SectionCut(frozenset(gone), frozenset(entering.values()), frozenset())


def _part(chart: Flowchart, ids: frozenset[str]) -> Flowchart:
    """The boxes *ids* with the jumps that lead to and from them."""
    edges = tuple(edge for edge in chart.edges if edge.source in ids or edge.target in ids)
    there = ids.union(*((edge.source, edge.target) for edge in edges))
    return replace(chart, nodes=tuple(node for node in chart.nodes if node.id in there), edges=edges)
