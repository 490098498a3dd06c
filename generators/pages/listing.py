"""What a list can be narrowed down by and sorted by: the bar above its rows (`site/docs/assets/lists.js`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: its value in the rows and in the address, and what it is called."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What rows differ in: rows have their value, or several with blanks between, as `data-<name>`."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def facet(name: str, title: str, pairs: Iterable[tuple[str, str]]) -> Facet:
    """What the rows of a list have, as value and title; each once, in the order in which they come."""
    return Facet(name, title, tuple(Choice(*pair) for pair in dict.fromkeys(pairs) if pair[0]))


def telling(*facets: Facet) -> tuple[Facet, ...]:
    """Those that tell rows apart."""
    return tuple(each for each in facets if len(each.choices) > 1)
