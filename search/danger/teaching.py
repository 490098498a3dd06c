"""Both opinions are taught when the index is built: by the cries and calm sentences of the cards, and ordinary asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from schemas.words import LANGUAGES, ByLanguage, Language
from search.danger.fitting import Numbers, Rows, fit_many, fit_two
from search.danger.meaning import Meaning
from search.danger.perils import Peril
from search.danger.signs import signs
from search.danger.watch import Watch
from search.danger.words import UNIT, Words, stands_in
from search.encoder import Vectors, unit
from search.normalize import has_cjk, normalize
from search.passages import Passage

ASKS: Final = 1500
"""So many ordinary asks of a language are learnt from at most; more made no difference that could be measured."""

_CRY, _CALM, _ASKED, _ORDINARY, _EVERYDAY = 1.0, 0.3, 0.5, 0.9, 1.0
"""What a sentence of each kind counts."""
_CRIES: Final = 2
"""What is said every day counts in all at most so many times what the cries do, of which a library may have few."""
_IS_CHINESE: Final = ByLanguage(True, False)
_RIDGE_OF_WORDS: Final = 0.1
_RIDGE_OF_MEANING: Final = 10.0
_RIDGE_OF_CARDS: Final = 3.0
_SCALE: Final = 10
"""Vectors of length one are stretched so far before they are fitted."""
_NO_CARD: Final = -1
"""The card of a sentence that means no danger."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A normalised sentence to learn from: the number of the card that it cries for or -1, and what it counts."""

    plain: str
    card: int
    weight: float


Lessons = ByLanguage[tuple[Taught, ...]]
"""What is learnt from, in each language."""


def lessons(perils: Sequence[Peril], passages: Sequence[Passage]) -> Lessons:
    """What is learnt from, in each language."""
    return ByLanguage(*(tuple(_lesson(perils, passages, lang)) for lang in LANGUAGES))


def _lesson(perils: Sequence[Peril], passages: Sequence[Passage], lang: Language) -> Iterator[Taught]:
    numbers = {peril.card: number for number, peril in enumerate(perils)}
    for number, peril in enumerate(perils):
        yield from (Taught(normalize(cry), number, _CRY) for cry in peril.cries.of(lang))
        yield from (Taught(normalize(calm), _NO_CARD, _CALM) for calm in peril.calm.of(lang))
    if not any(peril.cries.of(lang) for peril in perils):
        return
    asks = {
        ask: passage.record for passage in passages for ask in ByLanguage(passage.asks_zh, passage.asks_en).of(lang)
    }
    yield from (Taught(normalize(ask), numbers[card], _ASKED) for ask, card in asks.items() if card in numbers)
    yield from (Taught(normalize(ask), _NO_CARD, _ORDINARY) for ask in _ordinary(asks, perils, lang))
    everyday = [sentence for sentence in _everyday() if has_cjk(sentence) == _IS_CHINESE.of(lang)]
    cries = sum(len(peril.cries.of(lang)) for peril in perils)
    share = min(1.0, _CRIES * cries / len(everyday))
    yield from (Taught(normalize(sentence), _NO_CARD, _EVERYDAY * share) for sentence in everyday)


def _ordinary(asks: Mapping[str, str], perils: Sequence[Peril], lang: Language) -> list[str]:
    """Asks that name no danger, a part of them that depends on nothing but their words."""
    cards = {peril.card for peril in perils}
    words = [normalize(word) for peril in perils for word in peril.words.of(lang)]
    mixed = sorted((blake2b(ask.encode(), digest_size=8).digest(), ask) for ask, of in asks.items() if of not in cards)
    calm = (ask for _, ask in mixed if not _names_any(words, normalize(ask)))
    return list(islice(calm, ASKS))


def _names_any(words: Sequence[str], plain: str) -> bool:
    return any(stands_in(word, plain) for word in words)


def _everyday() -> list[str]:
    """What people type who are in no danger: nothing of any desk, or what only has words of a danger in it."""
    return Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8").splitlines()


def asked(learnt_from: Lessons) -> list[str]:
    """What the encoder has to read for it, as it is normalised when somebody asks."""
    return list(dict.fromkeys(taught.plain for lesson in learnt_from.both() for taught in lesson))


def teach(perils: Sequence[Peril], learnt_from: Lessons, vectors: Mapping[str, Vectors]) -> Watch:
    """Who looks at every question; by words alone where there are no *vectors*."""
    words = ByLanguage(*(teach_words(learnt_from.of(lang), perils, lang) for lang in LANGUAGES))
    return Watch(perils, words, teach_meaning(learnt_from, vectors, len(perils)) if vectors else None)


def teach_words(lesson: Sequence[Taught], perils: Sequence[Peril], lang: Language) -> Words:
    """The opinion by words of a language."""
    lexicon = [[normalize(word) for word in peril.words.of(lang)] for peril in perils]
    spoken = [signs(taught.plain) for taught in lesson]
    said: list[Counter[str]] = [Counter() for _ in perils]
    for taught, its in zip(lesson, spoken, strict=True):
        if taught.card != _NO_CARD:
            said[taught.card].update(its)
    for words, counted in zip(lexicon, said, strict=True):
        counted.update(sign for word in words for sign in signs(word))
    often = Counter(sign for its in spoken for sign in its)
    vocabulary = sorted({sign for sign, times in often.items() if times > 1}.union(*said))
    weights = np.rint(_weights(lesson, spoken, vocabulary) * UNIT).astype(int).tolist()
    each = zip(vocabulary, weights[:-1], strict=True)
    rows = {sign: [weight, *_counted(sign, said)] for sign, weight in each}
    return Words(weights[-1], rows, [its.total() for its in said], lexicon)


def _counted(sign: str, said: Sequence[Mapping[str, int]]) -> Iterator[int]:
    """By turns the number of a card and how often its cries have the *sign*."""
    for card, its in enumerate(said):
        if sign in its:
            yield from (card, its[sign])


def _weights(lesson: Sequence[Taught], spoken: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> Numbers:
    """What each sign of the vocabulary weighs, and the bias after them."""
    if not lesson:
        return np.zeros(len(vocabulary) + 1)
    numbers = {sign: number for number, sign in enumerate(vocabulary)}
    known = [[numbers[sign] for sign in its if sign in numbers] for its in spoken]
    lengths = np.array([len(its) for its in known])
    row, sign = np.repeat(np.arange(len(known)), lengths), np.array([one for its in known for one in its], dtype=int)
    share = 1 / np.sqrt(np.maximum(lengths, 1))[row]
    size, count = len(vocabulary), len(known)
    rows = Rows(
        size,
        weigh=lambda weights: np.bincount(row, weights[sign] * share, count).astype(np.float64),
        gather=lambda error: np.bincount(sign, error[row] * share, size).astype(np.float64),
    )
    return fit_two(rows, _is_danger(lesson), _counts(lesson), _RIDGE_OF_WORDS)


def teach_meaning(taught: Lessons, vectors: Mapping[str, Vectors], cards: int) -> ByLanguage[Meaning] | None:
    """The opinions by meaning, from the *vectors* of the sentences; None where no card has cries.

    The cries of both languages tell the cards apart, each less what all of its language have in common.
    """
    known = [[one for one in taught.of(lang) if one.plain in vectors] for lang in LANGUAGES]
    rows = [np.array([vectors[one.plain] for one in lesson]) for lesson in known]
    cries = [_cries(lesson, of) for lesson, of in zip(known, rows, strict=True)]
    if not all(len(numbers) for _, numbers in cries):
        return None
    means = [of.mean(axis=0) for of in rows]
    spread = np.vstack([of - mean for (of, _), mean in zip(cries, means, strict=True)])
    whose = np.concatenate([numbers for _, numbers in cries])
    apart, spoken = fit_many(spread * _SCALE, whose, cards, _RIDGE_OF_CARDS), unit(spread)
    ends = np.cumsum([0, *(len(numbers) for _, numbers in cries)]).astype(np.int32)
    each = zip(known, rows, means, pairwise(ends), strict=True)
    return ByLanguage(
        *(_meaning(lesson, of, _moved(apart, mean), np.array(own), (spoken, whose)) for lesson, of, mean, own in each)
    )


def _cries(lesson: Sequence[Taught], rows: Vectors) -> tuple[Vectors, NDArray[np.int32]]:
    """The vectors of what is said in danger, and their cards."""
    numbers = [number for number, taught in enumerate(lesson) if taught.card != _NO_CARD]
    return rows[numbers], np.array([lesson[number].card for number in numbers], dtype=np.int32)


def _meaning(
    lesson: Sequence[Taught], rows: Vectors, cards: Vectors, own: NDArray[np.int32],
    spoken: tuple[Vectors, NDArray[np.int32]],
) -> Meaning:  # fmt: skip
    is_danger, middle = _is_danger(lesson), rows.mean(axis=0)
    spread = (rows - middle) * _SCALE
    learnt = Rows(rows.shape[1], weigh=lambda weights: spread @ weights, gather=lambda error: spread.T @ error)
    fitted = fit_two(learnt, is_danger, _counts(lesson), _RIDGE_OF_MEANING)
    others = unit(rows[is_danger == 0] - middle)
    return Meaning(middle, _moved(fitted, middle), cards, own, others, *spoken)


def _moved(fitted: Numbers, mean: Vectors) -> Vectors:
    """Weights for vectors as they are, of those *fitted* to vectors less their *mean* that were stretched."""
    weights = fitted[:-1] * _SCALE
    moved: Vectors = np.concatenate([weights, [fitted[-1] - mean @ weights]]).astype(np.float32)
    return moved


def _is_danger(lesson: Sequence[Taught]) -> Numbers:
    return np.array([float(taught.card != _NO_CARD) for taught in lesson])


def _counts(lesson: Sequence[Taught]) -> Numbers:
    return np.array([taught.weight for taught in lesson])
