"""Which items are asked in a round: what is due first, then what went wrong, then what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from training.item import Item
from training.pool import PracticePool
from training.progress import Progress
from training.repetition import due


@dataclass(frozen=True, slots=True)
class Wish:
    """What a round is to be.

    Attributes:
        count: how many items it has at most.
        module: the module they are of; of the whole course where it is empty.
        only_new: whether only what was never asked.
    """

    count: int
    module: str = ""
    only_new: bool = False


def drawn(pool: PracticePool, progress: Progress, day: date, wish: Wish, random: Random) -> list[Item]:
    """The items of a round, in the order in which they are asked."""
    wanted = set(pool.by_module[wish.module]) if wish.module else {item.id for item in pool.items}
    by_id = {item.id: item for item in pool.items if item.id in wanted}
    if wish.only_new:
        fresh = [item for id_, item in by_id.items() if id_ not in progress.items]
        return _varied(_shuffled(fresh, random)[: wish.count])
    first = [by_id[id_] for id_ in due(progress, pool.course, day) if id_ in by_id][: wish.count]
    others = _shuffled([item for item in by_id.values() if item not in first], random)
    others.sort(key=lambda item: _urgency(item, progress))
    return [*first, *_varied(others[: wish.count - len(first)])]


def _urgency(item: Item, progress: Progress) -> float:
    """Answered wrong last time, never asked, asked longest ago, as in the browser."""
    known = progress.items.get(item.id)
    if known is None:
        return 1
    return 2 + known.at if known.ok else 0


def _shuffled(items: Sequence[Item], random: Random) -> list[Item]:
    return random.sample(items, len(items))


def _varied(items: Sequence[Item]) -> list[Item]:
    """Not the same kind of question twice running where there is another: people stop reading them."""
    left, taken = list(items), list[Item]()
    while left:
        last = taken[-1].kind if taken else None
        taken.append(left.pop(next((at for at, item in enumerate(left) if item.kind != last), 0)))
    return taken
