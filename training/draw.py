"""Drawing an exam from the items that a course is examined with, and laying it out as papers.

The same course, seed and content give the same paper on any machine; a seed that nobody knows gives one that nobody
can foresee, for items are drawn by their rank: a hash of the seed and the item's id. Nothing here reads or writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, Literal

from schemas.findings import HandbookError
from schemas.words import Bilingual
from training.blueprint import Blueprint, TopicShare
from training.choosing import gives_away, rank
from training.item import Answering, Item, Option
from training.pool import ExamPool

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Copies = Literal["shuffled", "alike", "each"]
"""The same items in another order on every paper, the same order on all, or items of its own for each paper."""

TOO_FEW: Final = "exam-too-few"
GIVEN_AWAY: Final = "exam-given-away"
_ATTEMPTS: Final = 12
_BY_CHANCE: Final = 6
"""A drawing that gets stuck is begun anew: so often as it comes, then with those first that keep few others off."""
_OF_ONE_KIND: Final = 5
"""At most one in so many items is of the same kind, as long as there are others."""
_LONG: Final = 8
"""An answer of so many Chinese characters gives itself away wherever it stands; a shorter one within its own record."""
_ANSWERINGS: Final[tuple[Answering, ...]] = ("one", "all", "order")

_TOO_FEW: Final = Bilingual(
    "《{course}》出不了卷：“{topic}”至少要 {least} 道题，题库里只有 {has} 道。"
    "把它的 least 改小，或在 from 里多写几条记录，或自己多出几道题",
    "no paper can be drawn for “{course}”: “{topic}” asks for {least} questions, its pool has {has}. "
    "Lower its least, name more records in from, or write more items",
)
_TOO_CLOSE: Final = Bilingual(
    "《{course}》出不了卷：“{topic}”至少要 {least} 道题，题库里有 {has} 道，互不透露答案的只有 {apart} 道。"
    "把它的 least 改小，或在 from 里多写几条记录，或自己多出几道题",
    "no paper can be drawn for “{course}”: “{topic}” asks for {least} questions; its pool has {has}, of which only "
    "{apart} can be on one paper, as the others give answers away. Lower its least, name more records in from, "
    "or write more items",
)
_TOO_FEW_IN_ALL: Final = Bilingual(
    "《{course}》出不了卷：全卷要 {items} 道题，题库里只有 {has} 道。把 exam.items 改小，或多学几条记录、多出几道题",
    "no paper can be drawn for “{course}”: the exam has {items} questions, the pool {has}. Lower exam.items, or add "
    "records to its modules, or items",
)
_TOO_CLOSE_IN_ALL: Final = Bilingual(
    "《{course}》出不了卷：全卷要 {items} 道题，题库里有 {has} 道，互不透露答案的只有 {apart} 道。"
    "把 exam.items 改小，或多学几条记录、多出几道题",
    "no paper can be drawn for “{course}”: the exam has {items} questions; the pool has {has}, of which only {apart} "
    "can be on one paper, as the others give answers away. Lower exam.items, or add records to its "
    "modules, or items",
)
_TOO_MANY: Final = Bilingual(
    "《{course}》出不了卷：各类至少要的题加起来 {sum} 道，全卷只有 {items} 道。把 exam.items 改大，或把 least 改小",
    "no paper can be drawn for “{course}”: its topics ask for {sum} questions together, the exam has {items}. Raise "
    "exam.items, or lower least",
)


class CannotDrawError(HandbookError):
    """A blueprint asks for more than there is."""


@dataclass(frozen=True, slots=True)
class Question:
    """An item as it stands on a paper: its options are printed in this order."""

    item: Item
    options: tuple[Option, ...]

    @property
    def answer(self) -> str:
        """The letters of the right answer: `B`, `AC`; in their order where the item is to be put in order: `CABD`."""
        places = {option.key: letter for option, letter in zip(self.options, LETTERS, strict=False)}
        letters = [places[key] for key in self.item.right]
        return "".join(letters if self.item.answering == "order" else sorted(letters))


@dataclass(frozen=True, slots=True)
class Paper:
    """The questions of one paper in their order: those with one right answer, with several, and to be put in order."""

    number: int
    questions: tuple[Question, ...]


def papers(pool: ExamPool, blueprint: Blueprint, seed: str, count: int, copies: Copies = "shuffled") -> list[Paper]:
    """*count* papers, numbered from 1.

    Raises:
        CannotDrawError: the blueprint asks for more than the pool has.
    """
    if copies == "each":
        drawn = (draw(pool, blueprint, f"{seed}/{number}") for number in range(1, count + 1))
        return [lay_out(items, seed, number) for number, items in enumerate(drawn, 1)]
    items = draw(pool, blueprint, seed)
    if copies == "alike":
        return [replace(lay_out(items, seed, 1), number=number) for number in range(1, count + 1)]
    return [lay_out(items, seed, number) for number in range(1, count + 1)]


def draw(pool: ExamPool, blueprint: Blueprint, seed: str) -> tuple[Item, ...]:
    """The items of an exam: the least of each topic, the rest in fair shares from all topics and modules.

    No two of them give each other away. Half of what a topic needs is by hand as far as there is such, beginning with
    what nobody could practise; the other half is computed, or the same items would stand in every exam.

    Raises:
        CannotDrawError: the blueprint asks for more than the pool has.
    """
    needed = sum(topic.least for topic in blueprint.topics)
    if needed > blueprint.items:
        raise CannotDrawError(TOO_FEW, _TOO_MANY, course=blueprint.title, sum=needed, items=blueprint.items)
    attempt, blocked = 0, dict.fromkeys((item.id for item in pool.items), 0)
    while True:
        try:
            return _Drawing(pool, blueprint, f"{seed}/{attempt}", blocked).draw()
        except CannotDrawError as error:
            attempt += 1
            if error.rule != GIVEN_AWAY or attempt == _ATTEMPTS:
                raise
            if attempt == _BY_CHANCE:
                blocked = _blocked(pool.items)


class _Drawing:
    """Items that are drawn, and those that still may be; those go first that keep fewer others off, by *blocked*."""

    def __init__(self, pool: ExamPool, blueprint: Blueprint, seed: str, blocked: Mapping[str, int]) -> None:
        self.drawn: list[Item] = []
        self._pool = pool
        self._blueprint = blueprint
        self._open = {item.id: item for item in pool.items}
        self._ranks = {id_: rank(blueprint.course, seed, id_) for id_ in self._open}
        self._kinds: Counter[str] = Counter()
        self._blocked = blocked
        self._most = max(1, -(-blueprint.items // _OF_ONE_KIND))

    def draw(self) -> tuple[Item, ...]:
        """The items: those of the scarcest topic are drawn first.

        Raises:
            CannotDrawError: there are too few, or too few that do not give each other away.
        """
        topics = self._blueprint.topics
        for topic in sorted(topics, key=lambda topic: len(self._pool.by_topic[topic.id]) - topic.least):
            self._take_least(topic)
        self._take_rest()
        return tuple(self.drawn)

    def _take_least(self, topic: TopicShare) -> None:
        """Draw what *topic* needs at least."""
        ids = frozenset(self._pool.by_topic[topic.id])
        while (has := sum(item.id in ids for item in self.drawn)) < topic.least:
            by_hand = sum(item.id in ids and item.kind == "own" for item in self.drawn)
            item = self._best(ids, "first" if 2 * by_hand < topic.least else "last")
            if item is None:
                rule, line = (TOO_FEW, _TOO_FEW) if len(ids) < topic.least else (GIVEN_AWAY, _TOO_CLOSE)
                values = {"topic": topic.title, "least": topic.least, "has": len(ids), "apart": has}
                raise CannotDrawError(rule, line, course=self._blueprint.title, **values)
            self._take(item)

    def _take_rest(self) -> None:
        """Draw the rest: always from where the fewest are from, of a kind that there is not enough of as yet."""
        groups = self._groups()
        while len(self.drawn) < self._blueprint.items:
            counts = [sum(item.id in ids for item in self.drawn) for ids in groups]
            fewest_first = [ids for _, ids in sorted(zip(counts, groups, strict=True), key=lambda pair: pair[0])]
            item = self._first(fewest_first)
            if item is None:
                has, items = len(self._ranks), self._blueprint.items
                rule, line = (TOO_FEW, _TOO_FEW_IN_ALL) if has < items else (GIVEN_AWAY, _TOO_CLOSE_IN_ALL)
                values = {"items": items, "has": has, "apart": len(self.drawn)}
                raise CannotDrawError(rule, line, course=self._blueprint.title, **values)
            self._take(item)

    def _groups(self) -> list[frozenset[str]]:
        """The ids of the items of each topic and each module, and of those that are of none."""
        groups = [frozenset(ids) for ids in (*self._pool.by_topic.values(), *self._pool.by_module.values())]
        return [*groups, frozenset(self._ranks).difference(*groups)]

    def _first(self, groups: Sequence[frozenset[str]]) -> Item | None:
        of_kinds_wanted = (item for ids in groups if (item := self._best(ids)) and not self._is_full(item))
        any_kind = (item for ids in groups if (item := self._best(ids)))
        return next(of_kinds_wanted, None) or next(any_kind, None)

    def _best(self, ids: frozenset[str], by_hand: Literal["first", "last", "any"] = "any") -> Item | None:
        """The next item among *ids*, one by hand first or last; None where there is none left."""
        turn = {"first": -1, "last": 1, "any": 0}[by_hand]

        def order(item: Item) -> tuple[bool, int, int, int, str]:
            own = turn * (item.kind == "own") * (2 if item.is_private else 1)
            return self._is_full(item), own, self._blocked[item.id], self._kinds[item.kind], self._ranks[item.id]

        return min((item for id_, item in self._open.items() if id_ in ids), key=order, default=None)

    def _is_full(self, item: Item) -> bool:
        """Whether there are enough of its kind; those by hand are of as many kinds as there are."""
        return item.kind != "own" and self._kinds[item.kind] >= self._most

    def _take(self, item: Item) -> None:
        self.drawn.append(item)
        self._kinds[item.kind] += 1
        self._open = {id_: other for id_, other in self._open.items() if are_apart(item, other)}


def _blocked(items: Sequence[Item]) -> dict[str, int]:
    """How many others of *items* each of them keeps off the paper."""
    blocked = dict.fromkeys((item.id for item in items), 0)
    for item, other in combinations(items, 2):
        if not are_apart(item, other):
            blocked[item.id] += 1
            blocked[other.id] += 1
    return blocked


def are_apart(item: Item, other: Item) -> bool:
    """Whether two items may stand on one paper: they are not of one step, and neither says what the other asks."""
    if item.record == other.record:
        is_one_place = item.place == other.place or (item.anchor != "" and item.anchor == other.anchor)
        if (
            is_one_place
            or _forbidden(item) & _forbidden(other)
            or {item.kind, other.kind} in ({"next", "order"}, {"order"})
        ):
            return False
    return not (_says(item, other) or _says(other, item))


def _forbidden(item: Item) -> set[str]:
    """What its answers name of what a card forbids, which goes by twos: `lift` and `smoke`."""
    keys = (option.key.partition("#never.")[2] for option in item.options)
    return {id_ for key in keys for id_ in key.split("+") if id_}


def _says(item: Item, other: Item) -> bool:
    """Whether the question of *item* says the answer of *other*."""
    if other.answering == "order":
        return False
    answers = (other.option(key).text for key in other.right)
    return any(
        (item.record == other.record or len(answer.zh) >= _LONG) and gives_away(item.stem, answer) for answer in answers
    )


def lay_out(items: Iterable[Item], seed: str, number: int) -> Paper:
    """The paper of a number: items and options in an order of its own, the right answers spread over the letters."""
    own = sorted(items, key=lambda item: (_ANSWERINGS.index(item.answering), rank(seed, str(number), item.id)))
    places = dict(_places(own, seed, number))
    return Paper(number, tuple(_question(item, places.get(item.id), seed, number) for item in own))


def _places(items: Iterable[Item], seed: str, number: int) -> Iterator[tuple[str, int]]:
    """Where the right answer of each item with one stands; items with few options first, as they have less choice."""
    used: Counter[int] = Counter()
    ones = [item for item in items if item.answering == "one"]
    for item in sorted(ones, key=lambda item: (len(item.options), rank("place", seed, str(number), item.id))):
        free = range(len(item.options))
        place = min(free, key=lambda place: (used[place], rank(seed, str(number), item.id, LETTERS[place])))
        used[place] += 1
        yield item.id, place


def _question(item: Item, place: int | None, seed: str, number: int) -> Question:
    shuffled = sorted(item.options, key=lambda option: rank(seed, str(number), item.id, option.key))
    if place is not None:
        (right,) = item.right
        shuffled = [option for option in shuffled if option.key != right]
        shuffled.insert(place, item.option(right))
    if item.answering == "order" and tuple(option.key for option in shuffled) == item.right:
        shuffled = [*shuffled[1:], shuffled[0]]
    return Question(item, tuple(shuffled))
