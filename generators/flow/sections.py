"""Where a chart too broad for its page is cut into sections.

Every node keeps one arrow, from its nearest forerunner. These arrows make a tree, which is cut where its parts become
narrow enough; a node with too many answers becomes a menu, whose answers each begin a section. Inside a section the
other arrows stay, as far as they reach no further than they may.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generators.flow.chart import Flowchart

ANY: Final = 10_000


@dataclass(frozen=True, slots=True)
class SectionLimits:
    """How much a section may hold."""

    leaves: int = ANY  # ends side by side
    reach: int = ANY  # nodes that an arrow may pass over, in reading order
    answers: int = ANY  # arrows leaving one node


@dataclass(frozen=True, slots=True)
class SectionCut:
    """What to take out of a chart: arrows by index, of which some enter a section, and nodes that become menus."""

    gone: frozenset[int]
    entering: frozenset[int]
    menus: frozenset[str]


def cut(chart: Flowchart, measure: SectionLimits) -> SectionCut:
    """The arrows to take out of *chart*, so that its sections keep to *measure*."""
    return _Tree(chart, measure).cut()


def components(chart: Flowchart) -> list[frozenset[str]]:
    """The ids of nodes that hang together, in the order of their first nodes."""
    group = {node.id: node.id for node in chart.nodes}
    for edge in chart.edges:
        group[_root(group, edge.target)] = _root(group, edge.source)
    members: dict[str, set[str]] = {}
    for node in chart.nodes:
        members.setdefault(_root(group, node.id), set()).add(node.id)
    return [frozenset(ids) for ids in members.values()]


def _root(group: dict[str, str], node: str) -> str:
    while group[node] != node:
        group[node] = group[group[node]]
        node = group[node]
    return node


@dataclass
class _Tree:
    chart: Flowchart
    measure: SectionLimits
    heads: set[str] = field(default_factory=set)

    def cut(self) -> SectionCut:
        """Find the heads of sections, then everything that crosses between sections or reaches too far."""
        self.heads |= {node.id for node in self.chart.nodes if self._is_branch(node.id)}
        while head := self._next_head():
            self.heads.add(head)
        section = self._sections()
        gone = {
            index
            for index, edge in enumerate(self.chart.edges)
            if edge.source in self.menus or section[edge.source] != section[edge.target] or self._is_far(index)
        }
        entering = {self.parents[head] for head in self.heads}
        return SectionCut(frozenset(gone | entering), frozenset(entering), self.menus)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each node in reading order."""
        return {node.id: index for index, node in enumerate(self.chart.nodes)}

    @cached_property
    def leaving(self) -> dict[str, list[int]]:
        """The arrows that leave each node, by index."""
        by_source = defaultdict(list)
        for index, edge in enumerate(self.chart.edges):
            by_source[edge.source].append(index)
        return by_source

    @cached_property
    def menus(self) -> frozenset[str]:
        """The nodes with too many answers."""
        return frozenset(node for node, indexes in self.leaving.items() if len(indexes) > self.measure.answers)

    @cached_property
    def parents(self) -> dict[str, int]:
        """The one arrow by which each node hangs in the tree; a pill's arrow comes before any other."""
        pills = {node.id for node in self.chart.nodes if node.shape == "pill"}
        best: dict[str, tuple[tuple[bool, bool, int], int]] = {}
        for index, edge in enumerate(self.chart.edges):
            if not edge.back:
                span = self.places[edge.target] - self.places[edge.source]
                rank = (edge.source in pills, span > 0, -abs(span))
                best[edge.target] = max(best.get(edge.target, (rank, index)), (rank, index))
        return {target: index for target, (_, index) in best.items()}

    def _is_branch(self, node: str) -> bool:
        """Whether *node* hangs on a menu."""
        return node in self.parents and self.chart.edges[self.parents[node]].source in self.menus

    def _is_far(self, index: int) -> bool:
        edge = self.chart.edges[index]
        if self.parents.get(edge.target) == index:
            return False
        return abs(self.places[edge.source] - self.places[edge.target]) > self.measure.reach

    def _next_head(self) -> str | None:
        """The root of the broadest part that is narrow enough, of the first section that is too broad."""
        counts = self._leaf_counts()
        section = self._sections()
        limit = self.measure.leaves
        broad = next((top for top in dict.fromkeys(section.values()) if counts[top] > limit), None)
        inside = [node for node, top in section.items() if top == broad != node and 1 < counts[node] <= limit]
        return max(inside, key=lambda node: counts[node]) if inside else None

    def _sections(self) -> dict[str, str]:
        """For each node, the first node of its section."""
        tops: dict[str, str] = {}
        for start in self.chart.nodes:
            way = [start.id]
            while (node := way[-1]) not in tops and node in self.parents and node not in self.heads:
                way.append(self.chart.edges[self.parents[node]].source)
            top = tops.get(way[-1], way[-1])
            tops |= dict.fromkeys(way, top)
        return {node.id: tops[node.id] for node in self.chart.nodes}

    def _leaf_counts(self) -> dict[str, int]:
        """How many ends lie below each node; an arrow that is not of the tree, or is cut, is an end by itself."""
        uncut = {index for node, index in self.parents.items() if node not in self.heads}
        counts: dict[str, int] = {}
        for start in self.chart.nodes:
            waiting = [start.id]
            while waiting:
                node = waiting[-1]
                leaving = [] if node in self.menus else self.leaving[node]
                below = [self.chart.edges[index].target for index in leaving if index in uncut]
                if missing := [each for each in below if each not in counts]:
                    waiting += missing
                    continue
                counts[node] = max(1, sum(counts[each] for each in below) + len(leaving) - len(below))
                waiting.pop()
        return {node.id: counts[node.id] for node in self.chart.nodes}
