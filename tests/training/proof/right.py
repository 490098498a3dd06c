"""A second opinion on items: which of an item's answers any field of any record makes right.

It is worked out anew from the records, and by none of the code that made the item: that chooses wrong answers so that
they are wrong, this looks for anything that would make them right. Whatever can be taken for right counts as right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tests.training.proof.cards import right_first
from tests.training.proof.forms import right_forms
from tests.training.proof.limits import forbidden, left_to
from tests.training.proof.mistakes import right_on_sheets
from tests.training.proof.posts import right_posts, right_posts_after_hours
from tests.training.proof.terms import right_term
from tests.training.proof.times import right_times
from tests.training.proof.ways import right_after_an_answer, right_next, right_order
from tests.training.proof.words import right_after_a_check, right_to_say
from training.item import Item, ItemKind
from training.material import Material

Proof = Callable[[Material, Item], frozenset[str]]
"""The keys of the answers of an item that are right."""

_AFTER: Final[Mapping[str, Proof]] = {"procedures": right_after_an_answer}
PROOFS: Final[Mapping[ItemKind, Proof]] = {
    "who": right_posts,
    "night": right_posts_after_hours,
    "within": right_times,
    "form": right_forms,
    "next": right_next,
    "branch": lambda material, item: _AFTER.get(item.record.split("/")[-2], right_after_a_check)(material, item),
    "order": right_order,
    "say": right_to_say,
    "never": forbidden,
    "decide": left_to,
    "first": right_first,
    "term": right_term,
    "mistake": right_on_sheets,
    "own": lambda material, item: frozenset(item.right),
}
"""By kind; what somebody wrote by hand is right as they wrote it."""


def right_keys(material: Material, item: Item) -> frozenset[str]:
    """The keys of every answer of *item* that any field of any record makes right."""
    return PROOFS[item.kind](material, item)
