"""Circles: what is worked out from itself, or comes before itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter


def circle(reads: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """A way from a name over what it reads back to itself, begun at the one that stands first; nothing without one."""
    try:
        TopologicalSorter(reads).prepare()
    except CycleError as error:
        way: list[str] = error.args[1][:0:-1]  # each is read by the next, and the first stands at the end again
        first = min(range(len(way)), key=lambda number: list(reads).index(way[number]))
        way = way[first:] + way[:first]
        return (*way, way[0])
    return ()
