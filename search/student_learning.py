"""The student is taught: what each token means, so that the sum of those of an ask is near its own passage.

Two things are learnt at once: the vectors of tokens, and the projection of the encoder's numbers to the student's. For
each ask a softmax over all passages is brought near to a mixture: the passage that the ask stands at, and what the
encoder finds near. Tokens are left out at random, so that none is relied on alone.

Nothing but asks of the library is learnt from. It takes a minute and is done when vectors are shipped, not in a build.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.encoder import Vectors, unit
from search.lines import Said
from search.student import coarse
from search.student_shipped import Taught, meanings
from search.tokens import tokenize

DIMENSIONS: Final = 64
LEAST: Final = 6
"""A token is learnt that stands in so many lines; the others are in too few asks to be learnt."""

_EPOCHS: Final = 4
_BATCH: Final = 256
_SHARP: Final = 20.0
"""What a cosine is multiplied by."""
_FROM_ENCODER: Final = 0.5
"""The share of the mixture that is the encoder's; its cosines count as so many times their spread, doubled."""
_LEFT_OUT: Final = 0.2
_TOKENS_RATE: Final = 0.05
_PROJECTION_RATE: Final = 2e-3
_GREATEST: Final = 127

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Lesson:
    """Asks to learn from: the tokens of each, the passage it stands at, and its vector, apart from what all share."""

    tokens: Sequence[Rows]
    passages: Rows
    vectors: Vectors


def learn(said: Sequence[Said], vectors: Vectors, middles: Vectors) -> Taught:
    """What the student knows after it was taught all asks of passages.

    Args:
        said: what is said of each passage in each language.
        vectors: of each text of it, shape (texts, dimension).
        middles: as `search.store.VectorStore` has them.
    """
    each = [(one, number) for one in said for number in range(len(one.texts))]
    bags = [list(dict.fromkeys(tokenize(one.texts[number]))) for one, number in each]
    often = Counter(token for bag in bags for token in bag)
    terms = sorted(token for token, count in often.items() if count >= LEAST)
    numbers = {term: number for number, term in enumerate(terms)}
    rows = [np.array([numbers[token] for token in bag if token in numbers], dtype=np.intp) for bag in bags]
    vectors, means = _apart(vectors, np.array([one.english for one, _ in each]))
    projection = _principal(vectors)
    asks = np.flatnonzero([number > 0 for _, number in each])
    owners = np.array([each[ask][0].passage for ask in asks], dtype=np.intp)
    lesson = Lesson([rows[ask] for ask in asks], owners, vectors[asks])
    weights = np.log(len(bags) / np.array([often[term] for term in terms], dtype=np.float32))
    tokens = _means_of_tokens(rows, vectors @ projection, len(terms)) * weights[:, None]
    usual = np.float32(np.median(np.linalg.norm(tokens, axis=1)) or 1.0)
    pupil = _Pupil(tokens / usual, projection, meanings(middles, means))
    pupil.study(lesson)
    scale = _GREATEST / (float(np.abs(pupil.tokens).max()) or 1.0)
    return Taught(terms, coarse(np.rint(pupil.tokens * scale).astype(np.int8)), pupil.projection, means)


def _apart(vectors: Vectors, english: NDArray[np.bool_]) -> tuple[Vectors, Vectors]:
    """*vectors* without what those of their language have in common, and that."""
    means = np.stack([vectors[english == is_english].mean(0) for is_english in (False, True)])
    return unit(vectors - means[english.astype(np.intp)]), means


def _principal(vectors: Vectors) -> Vectors:
    """The projection to the dimensions in which *vectors* differ most."""
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    projection: Vectors = np.ascontiguousarray(axes[:, ::-1][:, :DIMENSIONS], dtype=np.float32)
    return projection


def _means_of_tokens(rows: Sequence[Rows], vectors: Vectors, terms: int) -> Vectors:
    """The mean of the vectors of the lines that each token stands in."""
    sums, counts = np.zeros((terms, vectors.shape[1]), dtype=np.float32), np.zeros(terms, dtype=np.float32)
    for row, vector in zip(rows, vectors, strict=True):
        sums[row] += vector
        counts[row] += 1
    return np.asarray(sums / np.maximum(counts, 1)[:, None], dtype=np.float32)


class _Pupil:
    def __init__(self, tokens: Vectors, projection: Vectors, passages: Vectors) -> None:
        self.tokens, self.projection = tokens.copy(), projection.copy()
        self._passages = passages
        self._moved = np.full(len(tokens), 1e-8, dtype=np.float32)
        self._mean, self._square = np.zeros_like(self.projection), np.zeros_like(self.projection)
        self._steps = 0

    def study(self, lesson: Lesson) -> None:
        """Go through the lesson some times, each time in another order."""
        random = np.random.default_rng(0)
        for _ in range(_EPOCHS):
            order = random.permutation(len(lesson.tokens))
            for start in range(0, len(order), _BATCH):
                self._step(lesson, order[start : start + _BATCH], random)

    def _step(self, lesson: Lesson, batch: Rows, random: np.random.Generator) -> None:
        kept = [_some(lesson.tokens[one], random) for one in batch]
        flat, whose = np.concatenate(kept), np.repeat(np.arange(len(batch)), [len(one) for one in kept])
        sums = np.zeros((len(batch), self.tokens.shape[1]), dtype=np.float32)
        np.add.at(sums, whose, self.tokens[flat])
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
        asked, projected = sums / lengths, self._passages @ self.projection
        spread = np.maximum(np.linalg.norm(projected, axis=1, keepdims=True), 1e-6)
        passages = projected / spread
        away = _SHARP * self._away(lesson, batch, asked @ passages.T)
        self._move_tokens(flat, _turned(away @ passages, asked, lengths)[whose])
        self._move_projection(
            np.asarray(self._passages.T @ _turned(away.T @ asked, passages, spread) / len(batch), dtype=np.float32)
        )

    def _away(self, lesson: Lesson, batch: Rows, cosines: Vectors) -> Vectors:
        """How far what is given to each passage is from what should be."""
        near = lesson.vectors[batch] @ self._passages.T
        near = 2 * (near - near.mean(1, keepdims=True)) / near.std(1, keepdims=True)
        away: Vectors = _softmax(_SHARP * cosines) - _FROM_ENCODER * _softmax(near)
        away[np.arange(len(batch)), lesson.passages[batch]] -= 1 - _FROM_ENCODER
        return away

    def _move_tokens(self, flat: Rows, gradients: Vectors) -> None:
        """By Adagrad, one rate for each token."""
        moved, places = np.unique(flat, return_inverse=True)
        sums = np.zeros((len(moved), gradients.shape[1]), dtype=np.float32)
        np.add.at(sums, places, gradients)
        self._moved[moved] += (sums * sums).mean(1)
        self.tokens[moved] -= _TOKENS_RATE * sums / np.sqrt(self._moved[moved])[:, None]

    def _move_projection(self, gradient: Vectors) -> None:
        """By Adam."""
        self._steps += 1
        self._mean = 0.9 * self._mean + 0.1 * gradient
        self._square = 0.99 * self._square + 0.01 * gradient * gradient
        mean, square = self._mean / (1 - 0.9**self._steps), self._square / (1 - 0.99**self._steps)
        self.projection -= (_PROJECTION_RATE * mean / (np.sqrt(square) + 1e-9)).astype(np.float32)


def _some(tokens: Rows, random: np.random.Generator) -> Rows:
    """*tokens* without some of them, where there are more than two."""
    return tokens[random.random(len(tokens)) >= _LEFT_OUT] if len(tokens) > 2 else tokens


def _softmax(values: Vectors) -> Vectors:
    powers = np.exp(values - values.max(1, keepdims=True))
    shares: Vectors = powers / powers.sum(1, keepdims=True)
    return shares


def _turned(gradient: Vectors, directions: Vectors, lengths: Vectors) -> Vectors:
    """The gradient of vectors, given that of their *directions*."""
    turned: Vectors = (gradient - (gradient * directions).sum(1, keepdims=True) * directions) / lengths
    return turned
