"""Cases that both searches are held to, the server's and the page's: tokens, corrections, scores, answers, full text.

`tests/data/search-cases.json` has them, one a line, with what the server's search gives over the small library. Who
adds one writes `{"question": …}` into its group, and `python -m tests.search.cases` writes the rest; a look at the diff
tells which answers a change moves.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from schemas.loader import load_library
from search.ask import Searcher
from search.building import build_index
from search.index import Index
from search.lexical import Scores
from search.normalize import normalize
from search.question import read_question
from search.sought import sought_in
from search.tokens import tokenize
from tests.schemas.content import LIBRARY

CASES: Final = Path(__file__).parents[1] / "data" / "search-cases.json"

Cases = dict[str, list[dict[str, Any]]]
"""The cases of each group: the question, which is a text or a word in some, and what is expected."""


def small_index() -> Index:
    """The index of the small library, by words."""
    with tempfile.TemporaryDirectory() as folder:
        return build_index(load_library(LIBRARY).require(), Path(folder), dense=False)


def read_cases() -> Cases:
    """The cases as they stand in the file."""
    cases: Cases = json.loads(CASES.read_text(encoding="utf-8"))
    return cases


def answered(cases: Cases, index: Index) -> Cases:
    """The same cases with what the server's search gives for each."""
    searcher, lexical = Searcher(index), index.lexical
    ways: dict[str, Callable[[str], dict[str, Any]]] = {
        "tokens": lambda text: {"tokens": tokenize(text)},
        "corrections": lambda word: {"tokens": read_question(word, lexical).tokens},
        "sought": lambda text: {"words": [(word.way, word.text) for word in sought_in(normalize(text), lexical.knows)]},
        "answers": lambda question: _answer(searcher, question),
        "texts": lambda question: _texts(searcher, question),
    }
    return {
        group: [{"question": case["question"], **give(case["question"])} for case in cases[group]]
        for group, give in ways.items()
    }


def _answer(searcher: Searcher, question: str) -> dict[str, Any]:
    read = read_question(question, searcher.index.lexical)
    answer = searcher.ask(question)
    return {
        "lang": answer.lang, "tokens": read.tokens, "status": answer.status,
        "answers": [hit.url for hit in answer.answers],
        "scores": list(_greatest(searcher.index.lexical.scores(read.tokens))),
        "danger": answer.as_json()["danger"],
    }  # fmt: skip


def _greatest(scores: Scores) -> Iterator[list[float]]:
    """The ten passages that score most, by number, and their scores."""
    for number in np.argsort(-scores, kind="stable")[:10].tolist():
        yield [number, float(scores[number])]


def _texts(searcher: Searcher, question: str) -> dict[str, Any]:
    given = searcher.text(question, top=4)
    return {**given, "passages": [{key: place[key] for key in ("url", "excerpt")} for place in given["passages"]]}


def written(cases: Cases) -> str:
    """The file: one case a line."""
    groups = (
        f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in group) + "\n]"
        for name, group in cases.items()
    )
    return "{\n" + ",\n".join(groups) + "\n}\n"


if __name__ == "__main__":
    CASES.write_text(written(answered(read_cases(), small_index())), encoding="utf-8")
