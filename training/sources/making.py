"""What items have in common whose answers are texts: wrong ones that are wrong, and betray the right one by nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import Any, Final

from schemas.words import Bilingual
from training.choosing import WRONG, gives_away, rank, with_wrong
from training.item import Item, ItemKind, Option
from training.likeness import Worded, nearest, says_the_same, stands_out
from training.making import item_of
from training.material import Subject

_MORE: Final = 3
"""So many more wrong answers are looked at where the first ones betray the right one."""


def item_of_texts(
    subject: Subject[Any],
    kind: ItemKind,
    place: str,
    *,
    part: str,
    stem: Bilingual,
    right: Worded,
    others: Iterable[Iterable[Worded]],
    fields: Iterable[object],
    why: Bilingual,
    never: Collection[str] = (),
    asked: Sequence[Bilingual] = (),
) -> Item | None:
    """An item whose answers are texts; None where too few wrong ones are left, or the right one stands out.

    Args:
        subject: the record it is asked from.
        kind: what it asks for.
        place: the field of the record.
        part: the part of the record that is shown.
        stem: the question.
        right: the right answer.
        others: wrong ones in groups, those that are taken first in the first.
        fields: what stem and right answer come from, in the language of the department.
        why: what is shown afterwards.
        never: the keys of those that may be right as well.
        asked: the parts of the question that must not betray the right answer by themselves either.
    """
    if gives_away(stem, right.option.text):
        return None
    name = f"{subject.address}#{place}/{kind}"
    beside = _unlike(
        name, right, ((each for each in some if not gives_away(stem, each.option.text)) for some in others)
    )
    wrong = (each for each in beside if each.option.key not in never)
    chosen = _unbetrayed([Worded(Option("", text)) for text in (stem, *asked)], right, wrong)
    options = with_wrong(name, [right.option], [[each.option] for each in chosen])
    if options is None:
        return None
    return item_of(subject, kind, place, part, stem=stem, options=options, right=right.option, fields=fields, why=why)


def _unbetrayed(asked: Sequence[Worded], right: Worded, beside: Iterator[Worded]) -> Sequence[Worded]:
    """The first wrong answers that do not betray the right one; none where there are none such.

    So an item does not come and go with the wording of one of its wrong answers.
    """
    tried = list(islice(beside, WRONG))
    if not tried or not stands_out(asked, right, tried):
        return tried
    tried += islice(beside, _MORE)
    every = combinations(tried, min(WRONG, len(tried)))
    return next((some for some in every if not stands_out(asked, right, some)), ())


def _unlike(name: str, right: Worded, others: Iterable[Iterable[Worded]]) -> Iterator[Worded]:
    """Wrong answers one by one, in their order; of those that say the same as one another only the first."""
    taken: list[Worded] = []
    for group in (group for some in others for group in nearest(right, some)):
        for each in sorted(group, key=lambda worded: rank(name, worded.option.key)):
            if not any(says_the_same(each, other) for other in taken):
                taken.append(each)
                yield each


def option_of(options: Iterable[Worded], key: str) -> Worded:
    """The one of this key."""
    return next(option for option in options if option.option.key == key)
