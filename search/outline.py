"""The outline of a record: what number each of its parts has, and what comes before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.passages import Passage


@dataclass(frozen=True, slots=True)
class Part:
    """A passage in the outline of its record; neighbours are places in the outline.

    Attributes:
        number: what the page prints before a step, or its place among the parts of its sort; 0 where it has none.
        of: the last number of its sort; 0 where it has none.
        before, after: what may come before and after it; after a record as a whole where it begins.
    """

    number: int
    of: int
    before: tuple[int, ...]
    after: tuple[int, ...]


def outline(passages: Sequence[Passage]) -> tuple[Part, ...]:
    """The outline of a record, whose *passages* are all there, in their order."""
    after = [*_after(passages)]
    before: list[list[int]] = [[] for _ in passages]
    for at, ways in enumerate(after):
        for way in ways if passages[at].part else ():
            before[way].append(at)
    numbers = _numbers(passages)
    last = Counter[str]()
    for passage, number in zip(passages, numbers, strict=True):
        last[_sort(passage)] = max(last[_sort(passage)], number)
    return tuple(
        Part(number, last[_sort(passage)] if number else 0, tuple(comes), ways)
        for passage, number, comes, ways in zip(passages, numbers, before, after, strict=True)
    )


def _after(passages: Sequence[Passage]) -> Iterator[tuple[int, ...]]:
    """What may follow each: by what is written, otherwise in reading order the next one of its sort."""
    places = {passage.part: at for at, passage in enumerate(passages) if passage.part}
    is_graph = any(passage.follows for passage in passages)
    for at, passage in enumerate(passages):
        if passage.is_record:
            yield tuple(one for one, other in enumerate(passages) if other.start)
        elif is_graph:
            yield tuple(places[part] for part in passage.follows if part in places)
        else:
            following = (one for one in range(at + 1, len(passages)) if _is_like(passage, passages[one]))
            yield tuple(one for one in [next(following, None)] if one is not None)


def _numbers(passages: Sequence[Passage]) -> list[int]:
    """Those of the page where it prints some; in another graph none, in other records by reading order."""
    if any(passage.number or passage.follows for passage in passages):
        return [passage.number for passage in passages]
    seen = Counter[str]()
    numbers = []
    for passage in passages:
        seen[_sort(passage)] += 1 if passage.part else 0
        numbers.append(seen[_sort(passage)] if passage.part else 0)
    return numbers


def _is_like(one: Passage, other: Passage) -> bool:
    return bool(one.part and other.part) and _sort(one) == _sort(other)


def _sort(passage: Passage) -> str:
    """The kind of the part, which its anchor begins with."""
    return passage.anchor.partition("-")[0]
