"""Every kind of record and how it is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any, Final

from schemas.library import Entry, Library
from search.cuts_form import cut_form
from search.cuts_rules import cut_guide, cut_policy
from search.cuts_talk import cut_script, cut_troubleshooting
from search.cuts_work import cut_course, cut_procedure, cut_role
from search.cutting import Cut, Scissors

_CUTTERS: Final[MappingProxyType[str, Callable[[Scissors, Any], Iterator[Cut]]]] = MappingProxyType(
    {
        "roles": cut_role,
        "procedures": cut_procedure,
        "policies": cut_policy,
        "guides": cut_guide,
        "scripts": cut_script,
        "troubleshooting": cut_troubleshooting,
        "forms": cut_form,
        "courses": cut_course,
    }
)


def cut(library: Library, entry: Entry) -> Iterator[Cut]:
    """The pieces of *entry*, which is an entry of *library*: the record as a whole, then its parts in reading order."""
    return _CUTTERS[entry.kind](Scissors(library, entry), entry.record)
