"""Our search against its peers on the reporting half of the frozen questions: `python -m bench.search_peers`.

It needs what `handbook build` made of this library, `jieba` (development) and `setup/npm-tool.sh pagefind`. Peers get
the same passages and asks: BM25 over words that jieba cuts, as `bm25s` does it, and the packaged multilingual-e5-small
alone, both by the best row of a passage; and Pagefind, whose passages are the pages of the site.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import bm25s
import jieba
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from bench import search_slope
from bench.pagefind import PROGRAM, pagefind
from bench.search_ranks import (
    DEPTH,
    MEASURES,
    Answers,
    Remembering,
    Search,
    cell,
    held,
    measured,
    ours,
    place_of,
    ranks_of,
)
from schemas.words import LANGUAGES
from search.ask import Searcher
from search.building import CACHE
from search.encoder import identity, load_encoder
from search.evaluation import HitRates
from search.index import Index, open_index
from search.lines import all_said
from search.normalize import normalize
from search.questions import Case
from search.rows import rows_of
from search.vector_cache import VectorCache

OURS = "handbook ask"
WIDTH = 240

Scores = NDArray[Any]
Rates = Mapping[tuple[str, str], HitRates]


def by_rows(index: Index, owners: NDArray[Any], scores: Callable[[Case], Scores]) -> Search:
    """A search that scores rows: a passage is as good as its best row, a record as its best passage."""
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    handbooks = np.array([passage.handbook for passage in index.passages])

    def search(case: Case, handbook: str | None) -> Answers:
        best = np.maximum.reduceat(scores(case), firsts)
        if handbook is not None:
            best = np.where((handbooks == handbook) | (handbooks == ""), best, -np.inf)
        places: dict[str, int] = {}
        for number in np.argsort(-best, kind="stable"):
            if len(places) == DEPTH or not np.isfinite(best[number]):
                break
            places.setdefault(index.passages[number].record, int(number))
        return [[place_of(index, number)] for number in places.values()]

    return search


def by_jieba(index: Index) -> Search:
    """BM25 over the words of jieba, as it cuts for search engines."""
    jieba.setLogLevel(logging.WARNING)
    rows = [row for number, passage in enumerate(index.passages) for row in rows_of(number, passage)]
    made = bm25s.BM25()
    made.index([_words(row.text) for row in rows], show_progress=False)
    owners = np.array([row.passage for row in rows])
    return by_rows(index, owners, lambda case: np.asarray(made.get_scores(_words(case.question) or [""])))


def _words(text: str) -> list[str]:
    return [word for word in jieba.lcut_for_search(normalize(text)) if word.strip() and word.isalnum()]


def by_vectors(root: Path, index: Index, encoder: Remembering) -> Search:
    """The encoder alone: the nearest of what a passage says, in both languages, and of its asks."""
    said = all_said(index.passages)
    texts = [text for one in said for text in one.texts]
    vectors, _ = VectorCache(root / CACHE).embed(texts, encoder, identity(index.encoder))
    owners = np.array([one.passage for one in said for _ in one.texts])
    return by_rows(index, owners, lambda case: vectors @ encoder.encode_query(case.question))


def table(rates: Mapping[str, Rates], passages: int) -> Table:
    """Each search, language by language, and the share of the best peer's misses that ours does not have."""
    title = f"{passages} passages, {datetime.now():%Y-%m-%d %H:%M}, load {os.getloadavg()[0]:.1f}: hit@1 · hit@3"
    peers_table = Table("", "search", *MEASURES, title=title)
    for lang in LANGUAGES:
        counts = (rates[OURS][lang, name].n for name in MEASURES)
        peers_table.add_row(lang, "questions", *map(str, counts))
        for name, each in rates.items():
            peers_table.add_row("", name, *(cell(each[lang, measure]) for measure in MEASURES))
        peers_table.add_row("", "of the best peer’s misses gone", *(_gone(rates, lang, one) for one in MEASURES))
        peers_table.add_section()
    return peers_table


def _gone(rates: Mapping[str, Rates], lang: str, measure: str) -> str:
    shares = []
    for hit in ("hit1", "hit3"):
        best = max(getattr(each[lang, measure], hit) for name, each in rates.items() if name != OURS)
        shares.append(1 - (1 - getattr(rates[OURS][lang, measure], hit)) / ((1 - best) or 1.0))
    return " · ".join(f"{share:.0%}" for share in shares)


def main() -> None:
    """Print the table of peers, then that of the slope."""
    root, console = Path.cwd(), Console(width=WIDTH)
    index = open_index(root)
    encoder = Remembering(load_encoder(index.encoder), {})
    cases = held(root, index.records)
    searches = {
        OURS: ours(Searcher(index, encoder)),
        "BM25 over jieba": by_jieba(index),
        "multilingual-e5-small": by_vectors(root, index, encoder),
    }
    with ExitStack() as stack:
        if PROGRAM.is_file():
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            searches["Pagefind"] = stack.enter_context(pagefind(root / "build" / "site", folder, index))
        else:
            console.print("Pagefind is left out; setup/npm-tool.sh pagefind installs it.")
        rates = {name: measured(ranks_of(cases, search)) for name, search in searches.items()}
    console.print(table(rates, len(index.passages)))
    console.print(search_slope.table(root, index, encoder))


if __name__ == "__main__":
    main()
