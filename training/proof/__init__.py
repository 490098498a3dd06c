"""A second opinion on items: which of an item's answers any field of any record makes right.

It is worked out anew from the records, and by none of the code that made the item: that chooses wrong answers so that
they are wrong, this looks for anything that would make them right. Whatever can be taken for right counts as right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from training.item import Item, ItemKind
from training.material import Material
from training.proof.forms import right_forms
from training.proof.posts import right_posts, right_posts_after_hours
from training.proof.times import right_times
from training.proof.ways import right_after_an_answer, right_next, right_order

Proof = Callable[[Material, Item], frozenset[str]]
"""The keys of the answers of an item that are right."""

PROOFS: Final[Mapping[ItemKind, Proof]] = {
    "who": right_posts,
    "night": right_posts_after_hours,
    "within": right_times,
    "form": right_forms,
    "next": right_next,
    "branch": right_after_an_answer,
    "order": right_order,
    "own": lambda material, item: frozenset(item.right),
}
"""By kind; what somebody wrote by hand is right as they wrote it."""


def right_keys(material: Material, item: Item) -> frozenset[str]:
    """The keys of every answer of *item* that any field of any record makes right."""
    return PROOFS[item.kind](material, item)
