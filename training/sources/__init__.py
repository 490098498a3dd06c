"""Where items come from: each module computes some kinds of them from the records of some kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from schemas.kinds import KindName
from training.item import Item
from training.material import Subject
from training.sources.absences import items_absent, items_night, items_promised_at_night
from training.sources.branches_of_steps import items_branch
from training.sources.deadlines_of_steps import items_within
from training.sources.deciders import items_decide_of_matrix
from training.sources.first_on_cards import items_first_act, items_first_call
from training.sources.follows_of_nodes import items_branch_of_scripts, items_branch_of_trees
from training.sources.forms_of_steps import items_form
from training.sources.licensed import items_decide_of_levels, items_decide_on_cards
from training.sources.limits_of_roles import items_decide_of_roles, items_never_of_roles
from training.sources.mistakes import items_mistake
from training.sources.never_on_cards import items_never_on_cards
from training.sources.orders import items_order
from training.sources.posts_of_steps import items_who
from training.sources.promises import items_promised
from training.sources.recurring import items_every
from training.sources.says_of_scripts import items_say_in_scripts
from training.sources.says_on_cards import items_say_on_cards
from training.sources.ways import items_next
from training.sources.words_never_said import items_never_said_in_scripts

Source = Callable[[Subject[Any]], Iterator[Item]]
"""Computes items from a record."""

SOURCES: Final[Mapping[KindName, tuple[Source, ...]]] = {
    "roles": (items_never_of_roles, items_decide_of_roles, items_absent),
    "procedures": (
        items_who,
        items_within,
        items_every,
        items_form,
        items_next,
        items_branch,
        items_order,
        items_night,
    ),
    "policies": (items_promised, items_promised_at_night, items_decide_of_matrix),
    "scripts": (items_say_in_scripts, items_branch_of_scripts, items_never_said_in_scripts),
    "troubleshooting": (items_branch_of_trees,),
    "qualifications": (items_decide_of_levels,),
    "cards": (items_first_act, items_first_call, items_say_on_cards, items_never_on_cards, items_decide_on_cards),
    "forms": (items_mistake,),
}
"""What is computed from the records of each kind."""


def items_of(subject: Subject[Any]) -> Iterator[Item]:
    """Every item that can be computed from a record, in the order of its fields."""
    for source in SOURCES.get(subject.entry.kind, ()):
        yield from source(subject)
