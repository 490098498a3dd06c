"""The index by words in shards, of which the page loads those that a question needs.

A unit is a Chinese character with all pairs that begin with it, or a Latin word or code. Units that are asked together
stand together, so that a question needs few shards; none is much larger than `LARGEST`.

    index-words-<n>.js   window.Shouce.data.words[n] = {…}

Keys
    generation   as in the index: a shard of another one is not read
    postings     numbers in digits (`search/packed.py`); for each term in turn: how many postings, then for each twice
                 the distance of its row from the one before (the first from -1, so never 0); one more than that where
                 the term stands there more than once, and then how often. Where a character stands before another one
                 follows from its pairs, so that it has only those of its postings that are left
    asked        base64 of 32-bit numbers, low byte first: `search.asked.key` of the asks whose first token is here
    asks         in digits: the passage of each of them, as the distance from the one before
    places, shifts, tokens   of the terms that the student knows: in digits, the place of each among the terms of the
                 shard as the distance from the one before; base64 of bytes, how often its numbers are doubled; base64
                 of these, in bits (`search/packed.py`)

The vocabulary is in the index, `units`: for each shard `[characters, numbers, words]`. Numbers, in digits, say for each
of the characters in how many rows it stands (0: it has no postings of its own) and how many pairs begin with it, then
for each pair the place of its second character in `seconds`, as the distance from the place after the one before, and
in how many rows it stands. Words are `<how often>,<word>,<word>;` …. Postings stand in the same order.

Rows are numbered passage by passage: its own words, then its asks, the shortest first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.index import Index
from search.lexical import Counts, LexicalIndex
from search.packed import base64_of, in_bits, in_digits
from search.student import TOKEN_BITS, Student, shifts_of
from search.tokens import tokenize

LARGEST: Final = 16_000
"""Bytes of postings: of shards twice as large a question needs one less, and half as many bytes more."""

_LEARNT_FROM: Final = 20_000
"""So many asks say which units are asked together."""
_MOST: Final = 2000
"""Units of a script that stand together where they are asked together: the others are asked seldom."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some units: their terms in the order of their postings, and how the vocabulary writes them."""

    terms: tuple[str, ...]
    characters: str
    numbers: str
    words: str


def unit_of(token: str) -> str:
    """The unit that a token belongs to."""
    return token if token.isascii() else token[0]


def cut_words(index: Index) -> tuple[Shard, ...]:
    """The vocabulary of *index*, cut into shards."""
    lexical = index.lexical
    terms: dict[str, list[str]] = defaultdict(list)
    for term in lexical.terms:
        terms[unit_of(term)].append(term)
    sizes, asks = _sizes(lexical, terms), _asked(index)
    often = Counter(unit for ask in asks for unit in ask)
    units = sorted(terms, key=lambda unit: (-often[unit], unit))
    chinese, latin = ([unit for unit in units if unit.isascii() is is_ascii] for is_ascii in (False, True))
    groups = [*_grouped(chinese, sizes, asks), *_grouped(latin, sizes, asks)]
    places = {second: place for place, second in enumerate(seconds_of(lexical))}
    return tuple(_shard(group, terms, lexical.frequencies, places) for group in groups)


def seconds_of(lexical: LexicalIndex) -> str:
    """The characters that stand second in a pair, those of most pairs first: most of the distances are small then."""
    pairs = Counter(term[1] for term in lexical.terms if not term.isascii() and len(term) > 1)
    return "".join(sorted(pairs, key=lambda second: (-pairs[second], second)))


def words_of(index: Index, shards: Sequence[Shard]) -> Iterator[dict[str, Any]]:
    """What the file of each shard holds, as the module's docstring describes it."""
    counts = _renumbered(_left(index.lexical), _order(index.lexical))
    asks = _asks_by_unit(index)
    for shard in shards:
        numbers = [index.lexical.number(term) for term in shard.terms]
        asked = sorted(pair for unit in dict.fromkeys(map(unit_of, shard.terms)) for pair in asks.get(unit, ()))
        passages = [passage for passage, _ in asked]
        yield {
            "generation": index.generation,
            "postings": in_digits(_postings(counts, numbers)),
            "asked": base64_of(np.array([key for _, key in asked], dtype="<u4").tobytes()),
            "asks": in_digits(_distances(passages)),
            **(_tokens(index.student, numbers) if index.student else {}),
        }


def lengths_of(lexical: LexicalIndex) -> NDArray[np.int64]:
    """How many tokens each row has, in the page's order; asks but the first as the distance from the one before."""
    order = _order(lexical)
    lengths, is_own = _tokens_of_rows(lexical)[order], lexical.asks[order] < 0
    later = ~is_own & ~np.r_[True, is_own[:-1]]
    return np.where(later, np.diff(lengths, prepend=0), lengths)


def _order(lexical: LexicalIndex) -> NDArray[np.intp]:
    """The rows in the order in which the page numbers them."""
    return np.lexsort((_tokens_of_rows(lexical), lexical.asks >= 0, lexical.owners))


def _tokens_of_rows(lexical: LexicalIndex) -> NDArray[np.int64]:
    counts = lexical.counts
    return np.bincount(counts.rows, weights=counts.often, minlength=lexical.rows).astype(np.int64)


def _renumbered(counts: Counts, order: NDArray[np.intp]) -> Counts:
    """The same counts where rows have numbers by their place in *order*."""
    numbers = np.zeros(len(order), dtype=np.int32)
    numbers[order] = np.arange(len(order))
    rows = numbers[counts.rows]
    terms = np.repeat(np.arange(len(counts.terms)), np.diff(counts.starts))
    ascending = np.lexsort((rows, terms))
    return replace(counts, rows=rows[ascending], often=counts.often[ascending])


def _distances(numbers: Sequence[int]) -> NDArray[np.int64]:
    """How far each of *numbers*, ascending, is from the one before; the first from 0."""
    distances = np.array(numbers, dtype=np.int64)
    distances[1:] -= distances[:-1].copy()
    return distances


def _tokens(student: Student, terms: Sequence[int]) -> dict[str, str]:
    places, tokens = student.of_terms(terms)
    shifts = shifts_of(tokens)
    return {
        "places": in_digits(_distances(places)),
        "shifts": base64_of(shifts.tobytes()),
        "tokens": base64_of(in_bits(tokens >> shifts[:, None].astype(np.int8), TOKEN_BITS)),
    }


def _asked(index: Index) -> list[frozenset[str]]:
    """The units of asks, of so many of them as it takes to learn what is asked together."""
    asks = [ask for passage in index.passages for ask in (*passage.asks_zh, *passage.asks_en)]
    return [frozenset(map(unit_of, tokenize(ask))) for ask in asks[:: len(asks) // _LEARNT_FROM + 1]]


def _sizes(lexical: LexicalIndex, terms: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """About how many bytes the postings of each unit take."""
    counts = _left(lexical)
    gaps = np.diff(counts.rows, prepend=0)
    bytes_each = 1 + (np.abs(gaps) >= 64) + (np.abs(gaps) >= 8192) + (counts.often > 1)
    ends = np.r_[0, np.cumsum(bytes_each)]
    by_term = ends[counts.starts[1:]] - ends[counts.starts[:-1]] + 1
    return {unit: int(sum(by_term[lexical.number(term)] for term in its)) for unit, its in terms.items()}


def _grouped(units: Sequence[str], sizes: Mapping[str, int], asks: Iterable[frozenset[str]]) -> Iterator[list[str]]:
    """Groups of *units*, of which the first are asked most: each takes what is asked beside its own most."""
    beside, size = _asked_together(units[:_MOST], asks), np.array([sizes[unit] for unit in units], dtype=np.int64)
    left = np.ones(len(units), dtype=np.bool_)
    for seed in range(len(units)):
        group, near, room = list[str](), np.zeros(len(units)), LARGEST
        fitting = np.array([seed] if left[seed] else [], dtype=np.intp)
        while len(fitting):
            chosen = int(fitting[np.argmax(near[fitting] / size[fitting])])
            group.append(units[chosen])
            left[chosen] = False
            room -= int(size[chosen])
            if chosen < len(beside):
                near[: len(beside)] += beside[chosen]
            fitting = np.flatnonzero(left & (size <= room))
        if group:
            yield group


def _asked_together(units: Sequence[str], asks: Iterable[frozenset[str]]) -> NDArray[np.float64]:
    """How often each of the *units* is asked beside each other one."""
    numbers = {unit: number for number, unit in enumerate(units)}
    beside = np.zeros((len(units), len(units)))
    for ask in asks:
        its = np.array([numbers[unit] for unit in ask if unit in numbers], dtype=np.intp)
        beside[its[:, None], its] += 1
    return beside


def _shard(
    units: Sequence[str], terms: Mapping[str, Sequence[str]], often: Mapping[str, int], places: Mapping[str, int]
) -> Shard:
    chinese, latin = ([unit for unit in units if unit.isascii() is is_ascii] for is_ascii in (False, True))
    ordered, numbers = list[str](), list[int]()
    for unit in chinese:
        pairs = sorted((term for term in terms[unit] if term != unit), key=lambda term: places[term[1]])
        ordered += [*([unit] if unit in often else []), *pairs]
        steps = np.diff([places[pair[1]] for pair in pairs], prepend=-1) - 1
        of_pairs = (number for pair, step in zip(pairs, steps.tolist(), strict=True) for number in (step, often[pair]))
        numbers += [often.get(unit, 0), len(pairs), *of_pairs]
    words = sorted(latin, key=lambda term: (often[term], term))
    listed = (f"{count},{','.join(its)};" for count, its in groupby(words, often.__getitem__))
    packed = in_digits(np.array(numbers, dtype=np.int64))
    return Shard((*ordered, *words), "".join(chinese), packed, "".join(listed))


def _asks_by_unit(index: Index) -> Mapping[str, list[tuple[int, int]]]:
    """The asks by the unit of their first token, each as (passage, key)."""
    texts = (
        (number, ask) for number, passage in enumerate(index.passages) for ask in (*passage.asks_zh, *passage.asks_en)
    )
    asks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (number, ask), key in zip(texts, index.asked.tolist(), strict=True):
        first = next(iter(tokenize(ask)), None)
        if first is not None:
            asks[unit_of(first)].append((number, key))
    return asks


def _left(lexical: LexicalIndex) -> Counts:
    """The counts without what follows from them: a character stands in a row as often as its pairs, and those left."""
    counts = lexical.counts
    places = np.array([_of_pair(lexical, term) for term in counts.terms], dtype=np.int64)
    of_pairs, rows = np.repeat(places, np.diff(counts.starts)), counts.rows.astype(np.int64)
    keys = np.repeat(np.arange(len(counts.terms)), np.diff(counts.starts)) * len(counts.digests) + rows
    paired = of_pairs >= 0
    whole = np.searchsorted(keys, of_pairs[paired] * len(counts.digests) + rows[paired])
    left = counts.often - np.bincount(whole, counts.often[paired], len(keys)).astype(np.int64)
    starts = np.r_[0, np.cumsum(left > 0)][counts.starts].astype(np.int32)
    return replace(counts, rows=counts.rows[left > 0], often=left[left > 0].astype(np.uint16), starts=starts)


def _of_pair(lexical: LexicalIndex, term: str) -> int:
    """The number of the character that *term* begins with, where it is a pair of them; otherwise -1."""
    is_pair = not term.isascii() and len(term) > 1 and lexical.knows(term[0])
    return lexical.number(term[0]) if is_pair else -1


def _postings(counts: Counts, terms: Sequence[int]) -> NDArray[np.int64]:
    """The numbers of `postings` of *terms*, in their order."""
    sizes = np.diff(counts.starts)[terms].astype(np.int64)
    heads = np.r_[0, np.cumsum(sizes)[:-1]] if len(sizes) else sizes
    taken = np.arange(sizes.sum()) + np.repeat(counts.starts[:-1][terms] - heads, sizes)
    rows, often = counts.rows[taken].astype(np.int64), counts.often[taken].astype(np.int64)
    before = np.r_[-1, rows[:-1]] if len(rows) else rows
    before[heads] = -1
    repeated = (often > 1).astype(np.int64)
    passed = np.cumsum(repeated) - repeated
    places = np.arange(len(rows)) + np.repeat(np.arange(len(sizes)), sizes) + 1 + passed
    numbers = np.zeros(len(sizes) + len(rows) + int(repeated.sum()), dtype=np.int64)
    numbers[places] = 2 * (rows - before) + repeated
    numbers[places[repeated > 0] + 1] = often[repeated > 0]
    numbers[heads + np.arange(len(sizes)) + passed[heads]] = sizes
    return numbers
