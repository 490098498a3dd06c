"""Who asks is in danger or not: both opinions joined, and the one place where their thresholds stand.

The weights and thresholds were chosen on the tuning half of the questions; what they do to the other half is in
`tests/data/dangers/README.md`. Whoever is in danger and not recognised may die of it, whoever is not and is recognised
sees a card too many: so the thresholds lie where 3 of 100 ordinary questions are taken for a cry.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from schemas.languages import PREFIX
from schemas.words import LANGUAGES, ByLanguage
from search.danger.meaning import Meaning
from search.danger.perils import Number, Peril
from search.danger.words import Heard, Words
from search.encoder import Vectors
from search.normalize import has_cjk

NAMED: Final = 2.5
"""What a word that means a danger weighs beside the opinion by words: more than everyday words around it, as a name."""
_WORDS, _NAMED, _NEARER = 0.7, 2.0, 20.0
"""What the opinion by words, such a word, and being nearer to cries weigh beside the opinion by meaning."""
WITH_VECTORS: Final = ByLanguage(1.7, 0.4)
BY_WORDS: Final = ByLanguage(0.85, 0.7)
"""From this weight on it is a danger, where vectors take part and where they do not."""
SECOND: Final = 0.1
SECOND_WITH_VECTORS: Final = 0.02
"""A second card is given when it is so likely: by words alone, and where vectors take part, which are surer."""


@dataclass(frozen=True, slots=True)
class Danger:
    """What whoever is in danger needs first. The keys are those of `handbook ask --json` and `/api/ask`."""

    card: str
    title: str
    url: str
    numbers: list[dict[str, str]]
    also: list[dict[str, str]]

    @property
    def cards(self) -> list[str]:
        """The addresses of the cards, the more urgent first."""
        return [self.card, *(other["card"] for other in self.also)]


@dataclass(frozen=True, slots=True)
class Watch:
    """Looks at every question, beside the search.

    Attributes:
        perils: the dangers that have a card.
        words: the opinion by words, of each language.
        meaning: the opinion by meaning; None without vectors.
    """

    perils: Sequence[Peril]
    words: ByLanguage[Words]
    meaning: ByLanguage[Meaning] | None = None

    def look(self, plain: str, meant: str, vector: Vectors | None) -> list[int]:
        """The numbers of the perils that somebody is in who asks; mostly none, one, or two.

        Args:
            plain: the question as it was typed, normalised.
            meant: the same with its slips put right.
            vector: the unit vector of what is meant.
        """
        if not self.perils:
            return []
        lang = LANGUAGES[0] if has_cjk(meant) else LANGUAGES[1]
        words = self.words.of(lang)
        heard = max((words.hear(text) for text in dict.fromkeys((plain, meant))), key=weight_of_words)
        if vector is None or self.meaning is None:
            in_danger = weight_of_words(heard) >= BY_WORDS.of(lang)
            return _likely(words.tell_apart(heard.plain), SECOND) if in_danger else []
        meaning = self.meaning.of(lang)
        felt = meaning.feel(vector)
        weight = _WORDS * heard.weighs + _NAMED * heard.named + felt.weighs + _NEARER * felt.nearer
        if weight < WITH_VECTORS.of(lang):
            return []
        return _likely(words.tell_apart(heard.plain) + meaning.tell_apart(vector), SECOND_WITH_VECTORS)

    def danger(self, numbers: Sequence[int], lang: str, handbook: str | None) -> Danger | None:
        """What to do about the perils of these *numbers*, in *lang*, for whoever uses *handbook*; None for none."""
        if not numbers:
            return None
        first, *others = (self.perils[number] for number in numbers)
        called: dict[str, Number] = {}
        for one in (one for peril in (first, *others) for one in peril.numbers_in(handbook)):
            called.setdefault(one.number, one)
        given = called.values()
        return Danger(
            **_named(first, lang),
            numbers=[{"number": one.number, "who": one.who.of(lang), "when": one.when.of(lang)} for one in given],
            also=[_named(other, lang) for other in others],
        )


def weight_of_words(heard: Heard) -> float:
    """What words alone make of a sentence."""
    return heard.weighs + NAMED * heard.named


def _likely(cards: NDArray[Any], least: float) -> list[int]:
    """The most likely card, and the second where it is at *least* so likely."""
    first, *others = (int(number) for number in np.argsort(-cards, kind="stable"))
    total = float(np.exp(cards - cards[first]).sum())
    return [first, *(other for other in others[:1] if math.exp(cards[other] - cards[first]) / total >= least)]


def _named(peril: Peril, lang: str) -> dict[str, Any]:
    return {"card": peril.card, "title": peril.title.of(lang), "url": f"{PREFIX.of(lang)}{peril.card}.html"}


NOBODY: Final = Watch((), ByLanguage(Words(0, {}, (), ()), Words(0, {}, (), ())))
"""The watch of a library without cards."""
