"""The opinion by words: the words of a card's `dangers`, and what each sign of a sentence weighs.

The page has the same numbers and the same rules (`site/docs/assets/offline-danger.js`). Weights are whole 64ths, so
that sums are exact on both sides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.danger.signs import signs

UNIT: Final = 64
"""So many parts of a whole a weight is counted in."""
RARE: Final = 0.03
"""How often a sign counts as said on a card on which it is not; chosen on the tuning half."""
SIGNS, MEANT = 0.5, 1.0
"""What the signs of a sentence weigh, and a word that means the danger of a card, when it is asked which card it is."""
_LATIN: Final = re.compile("[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Heard:
    """What words say of a sentence.

    Attributes:
        plain: the sentence.
        weighs: how much they sound like a cry; below 0 like anything else.
        named: whether a word that means a danger stands there.
    """

    plain: str
    weighs: float
    named: bool


@dataclass(frozen=True)
class Words:
    """The opinion by words, of one language.

    Attributes:
        bias: what a sentence weighs before it is read, in 64ths.
        signs: of each sign its weight in 64ths, then by turns a card and how often its cries have the sign.
        totals: how many signs the cries of each card have.
        lexicon: the words that mean the danger of each card, normalised.
    """

    bias: int
    signs: Mapping[str, Sequence[int]]
    totals: Sequence[int]
    lexicon: Sequence[Sequence[str]]

    def hear(self, plain: str) -> Heard:
        """What is thought of a sentence that `normalize` has been over."""
        known = self._known(plain)
        weighs = (sum(sign[0] for sign in known) / _length(known) + self.bias) / UNIT
        return Heard(plain, weighs, any(word in plain and stands_in(word, plain) for word in self._words))

    def tell_apart(self, plain: str) -> NDArray[np.float64]:
        """For each card how much a sentence sounds like it, as the logarithm of a probability but for a constant."""
        known = self._known(plain)
        named = np.array([any(stands_in(word, plain) for word in words) for words in self.lexicon], dtype=bool)
        cards = np.array([len(known) * math.log(RARE / (total + RARE * len(self.signs))) for total in self.totals])
        for _, *counted in known:
            for card, often in zip(counted[::2], counted[1::2], strict=True):
                cards[card] += math.log(1 + often / RARE)
        return SIGNS * cards / _length(known) + MEANT * named

    def _known(self, plain: str) -> list[Sequence[int]]:
        return [self.signs[sign] for sign in signs(plain) if sign in self.signs]

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that mean any danger."""
        return frozenset(chain.from_iterable(self.lexicon))

    def as_json(self) -> dict[str, Any]:
        """The same for a file, and for the page."""
        return asdict(self)


def _length(known: Sequence[Sequence[int]]) -> float:
    return math.sqrt(max(1, len(known)))


def stands_in(word: str, plain: str) -> bool:
    """Whether *word* stands in *plain*; one of Latin letters as a whole word or several."""
    at = plain.find(word)
    while at >= 0:
        if not _LATIN.match(word) or not (_is_letter(plain, at - 1) or _is_letter(plain, at + len(word))):
            return True
        at = plain.find(word, at + 1)
    return False


def _is_letter(plain: str, at: int) -> bool:
    return at >= 0 and _LATIN.match(plain, at) is not None
