"""How hit rates fall as a library grows: the same questions in subsets of the handbooks, theirs always among them.

Handbooks are drawn in groups of some hundred passages; the questions of a group are asked of the group alone, of it
with others drawn to it, and of the whole library. Each question is asked once of each size, so that rows differ in
nothing but size.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log2
from pathlib import Path
from typing import Final

import numpy as np
from rich.table import Table

from bench.search_ranks import Remembering, cell, held, ours, ranks_of
from schemas.loader import load_library
from schemas.words import LANGUAGES
from search.aliases import Aliases, read_aliases
from search.ask import Searcher
from search.asked import keys
from search.bm25 import build_lexical
from search.evaluation import HitRates, measure, wilson
from search.index import Index
from search.store import ArrayStore

SIZES: Final = (700, 1500, 4000)
DRAWS: Final = 2
"""How often the whole library is drawn into groups."""
SHOWN: Final = ("record, library", "step, library")


def subset(index: Index, handbooks: frozenset[str], aliases: Aliases) -> Index:
    """*index* with nothing but those handbooks, and what belongs to the library itself."""
    kept = np.array([passage.handbook in handbooks or not passage.handbook for passage in index.passages])
    passages = tuple(passage for passage, is_kept in zip(index.passages, kept, strict=True) if is_kept)
    dense = index.dense
    assert isinstance(dense, ArrayStore)
    store = ArrayStore(dense.texts[:, kept], dense.middles[:, kept])
    lexical = build_lexical(passages, aliases, index.lexical.counts)
    return replace(index, passages=passages, lexical=lexical, dense=store, asked=keys(passages))


def drawn(index: Index, chance: random.Random) -> Iterator[list[frozenset[str]]]:
    """Groups of handbooks that together are the library, each with others drawn to it until it has each size."""
    sizes = Counter(passage.handbook for passage in index.passages if passage.handbook)
    base = len(index.passages) - sizes.total()
    order = sorted(sizes)
    chance.shuffle(order)
    while order:
        chosen = [order.pop()]
        while order and base + sum(sizes[one] for one in chosen) + sizes[order[-1]] / 2 < SIZES[0]:
            chosen.append(order.pop())
        others = sorted(set(sizes) - set(chosen))
        chance.shuffle(others)
        grown = [frozenset(chosen)]
        for size in SIZES[1:]:
            while others and base + sum(sizes[one] for one in chosen) + sizes[others[-1]] / 2 < size:
                chosen.append(others.pop())
            grown.append(frozenset(chosen))
        yield [*grown, frozenset(sizes)]


def table(root: Path, index: Index, encoder: Remembering) -> Table:
    """Hit@1 and hit@3 at each size; a row of a language has the same questions in each."""
    aliases, chance = read_aliases(load_library(root).require().terms.terms), random.Random(16)  # noqa: S311 - a draw
    cases = held(root, index.records)
    ranks: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    passages: dict[int, list[int]] = defaultdict(list)
    whole = Searcher(index, encoder)
    for _ in range(DRAWS):
        for grown in drawn(index, chance):
            asked = [case for case in cases if case.handbook in grown[0]]
            for place, handbooks in enumerate(grown):
                is_whole = place == len(grown) - 1
                searcher = whole if is_whole else Searcher(subset(index, handbooks, aliases), encoder)
                passages[place].append(len(searcher.index.passages))
                for (lang, name), each in ranks_of(asked, ours(searcher)).items():
                    ranks[place, lang, name] += each
    return _table(ranks, passages)


def _table(ranks: dict[tuple[int, str, str], list[int]], passages: dict[int, list[int]]) -> Table:
    names = [f"{round(sum(each) / len(each))} passages" for each in passages.values()]
    title = f"As the library grows: {DRAWS} draws of the whole library, hit@1 · hit@3"
    slope_table = Table("", "n", *names, "hit@1 a doubling", title=title)
    for name in SHOWN:
        for lang in LANGUAGES:
            rates = [_of_draws(ranks[place, lang, name]) for place in passages]
            fall = _slope([sum(each) / len(each) for each in passages.values()], [one.hit1 for one in rates])
            slope_table.add_row(f"{name}, {lang}", str(rates[0].n), *map(cell, rates), f"{fall:+.3f}")
    return slope_table


def _of_draws(ranks: Sequence[int]) -> HitRates:
    """The hit rates of all draws; the intervals are those of one, for the others ask the same questions again."""
    rates, count = measure(ranks), len(ranks) // DRAWS
    first, third = (wilson(round(share * count), count) for share in (rates.hit1, rates.hit3))
    return replace(rates, n=count, hit1_interval=first, hit3_interval=third)


def _slope(sizes: Sequence[float], shares: Sequence[float]) -> float:
    return float(np.polyfit([log2(size) for size in sizes], shares, 1)[0])
