"""Texts that stand twice where each has to be told from the others: steps, articles, items, answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.messages import Sense
from schemas.punctuation import without_signs
from schemas.scalars import Text
from schemas.walk import Leaf

_OF_LISTS: Final = frozenset({
    ("steps", "title"), ("steps", "do"), ("steps", "ask"), ("periodic", "title"), ("periodic", "do"),
    ("duties", "title"), ("duties", "items", "text"), ("sections", "title"), ("sections", "articles", "title"),
    ("sections", "articles", "text"), ("sections", "points", "title"), ("sections", "points", "text"),
    ("modules", "title"), ("items", "ask"), ("rubric", "text"), ("totals", "title"),
    ("acts", "do"), ("say", "when"), ("say", "say"),
})  # fmt: skip
"""What each item of a list says by itself, and no other of the record does."""
_BY_ID: Final = frozenset({"items", "rows", "skip", "needs"})
"""What holds texts by id, each of which is another."""
_RIGHTS: Final = frozenset({"may", "never"})
"""What one may do is nothing that one never may."""
_ANSWERS: Final = ("items", "choices")
"""Of a course: those of a form are looked at with its fields."""

_PAIR: Final = ("sections", "pairs")
"""What is done and what is not."""


def check_said_twice(library: Library, entry: Entry) -> Iterator[Finding]:
    """The finding for each text that says what one before it in the same list says, but for signs, case and width."""
    first: dict[tuple[Location, str], Leaf] = {}
    for leaf in entry.leaves:
        if isinstance(leaf.value, Text) and not leaf.is_key and (group := _group(leaf.location)):
            other = first.setdefault((group, without_signs(leaf.value)), leaf)
            if other is not leaf:
                line = entry.document.place(other.location)[0]
                yield entry.document.finding(leaf.location, Sense.SAID_TWICE, text=leaf.value, first=line)


def _group(location: Location) -> Location:
    """The list that a text stands in with others; empty where it may say what others do."""
    if not isinstance(location[-1], str) or len(location) < 2:
        return ()
    names = tuple(name for name in location if isinstance(name, str))
    if names in _OF_LISTS:
        return names
    within = location[:-1] if location[-1] == "text" else location
    if len(within) > 1 and within[-2] in _RIGHTS:
        return (*within[:-2], "may")
    if location[-2] in _BY_ID or names[:2] == _ANSWERS or names[:-1] == _PAIR:
        return location[:-1]
    is_of_a_register = "register" in names and location[-3:-2] == ("columns",) and location[-1] == "title"
    return location[:-2] if is_of_a_register else ()
