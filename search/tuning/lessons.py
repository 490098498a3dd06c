"""What the encoder learns from: of each passage a question and what answers it, siblings of a record side by side.

A batch has several parts of each of its records: what answers one of them is wrong for the others, and the wrong answer
that is nearest. Two passages that say the same are not held against each other, nor a record and its parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from search.lines import said_of
from search.passages import Passage

SIBLINGS: Final = 4
"""So many parts of a record stand side by side in a batch."""
BATCH: Final = 16
"""So many records, or parts of one, make a batch."""
_ASK, _TEXT, _ACROSS, _CROP = "ask", "text", "across", "crop"
_SHARES: Final = {_TEXT: 40, _ASK: 30, _ACROSS: 20, _CROP: 10}
"""How often of a hundred times an ask is answered by the text, by another ask, by the text in the other language, and a
piece of the text by the text."""
_CROPPED: Final = 12
"""Characters that a piece of a text has at least."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question, and a document that is near to it; *passage* is the number of what both are about."""

    question: str
    document: str
    passage: int


def rounds(passages: Sequence[Passage], left_out: Collection[str], seed: int, number: int) -> Iterator[list[Lesson]]:
    """The batches of a round, in which every passage is met once but those of handbooks that are *left_out*.

    The same *seed* and *number* give the same batches.
    """
    random = Random(f"{seed} {number}")  # noqa: S311 - it only mixes
    by_record = defaultdict[str, list[int]](list)
    for place, passage in enumerate(passages):
        if passage.handbook not in left_out:
            by_record[passage.record].append(place)
    groups = [group for places in by_record.values() for group in _cut(_mixed(places, random), SIBLINGS)]
    for batch in _cut(_mixed(groups, random), BATCH):
        yield [_lesson(passages[place], place, random) for group in batch for place in group]


def may_be_held_against(lessons: Sequence[Lesson], passages: Sequence[Passage]) -> NDArray[np.bool_]:
    """Whether the document of each lesson is a wrong answer to the question of each, shape (questions, documents)."""
    their = [passages[lesson.passage] for lesson in lessons]
    texts = np.array([_letters(passage.zh.text) for passage in their])
    sections = np.array([_letters(passage.zh.title + passage.zh.section) for passage in their])
    records = np.array([passage.record for passage in their])
    whole = np.array([passage.is_record for passage in their])
    documents = np.array([lesson.document for lesson in lessons])
    same = _equal(texts) | _equal(sections) | _equal(documents)
    right: NDArray[np.bool_] = same | _equal(records) & (whole[:, None] | whole[None, :])
    return ~right


def _equal(values: NDArray[np.str_]) -> NDArray[np.bool_]:
    equal: NDArray[np.bool_] = values[:, None] == values[None, :]
    return equal


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _mixed(values: Sequence[T], random: Random) -> list[T]:
    return random.sample(values, len(values))


def _cut(values: Sequence[T], size: int) -> list[Sequence[T]]:
    return [values[start : start + size] for start in range(0, len(values), size)]


def _lesson(passage: Passage, place: int, random: Random) -> Lesson:
    languages = said_of(passage).both()
    mine, other = random.sample(languages, 2)
    text, asks = mine[0], mine[1:]
    sort = random.choices(list(_SHARES), list(_SHARES.values()))[0]
    if sort == _CROP or not asks:
        return Lesson(_piece(text, random), random.choice((text, other[0])), place)
    if sort == _ASK and len(asks) > 1:
        asked, document = random.sample(asks, 2)
        return Lesson(asked, document, place)
    return Lesson(random.choice(asks), other[0] if sort == _ACROSS else text, place)


def _piece(text: str, random: Random) -> str:
    """A third to two thirds of *text*."""
    length = max(_CROPPED, random.randint(len(text) // 3, 2 * len(text) // 3))
    start = random.randint(0, max(0, len(text) - length))
    return text[start : start + length]
