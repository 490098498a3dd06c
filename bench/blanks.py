"""How often a fact that the handbook leaves open is told from one that it gives: `python -m bench.blanks`.

The questions of `tests/data/evaluation/blanks.jsonl` ask for what no record says; the real questions of the tuning half
ask for what one does. Both are asked of the whole library, by its index (`handbook build --only index`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from schemas.words import LANGUAGES
from search.ask import Searcher, open_searcher
from search.evaluation import wilson
from search.question import read_question
from search.questions import FILE, half_of, read_questions

BLANKS: Final = Path("tests/data/evaluation/blanks.jsonl")
_REAL: Final = ("tune", "tune/typo")


def blanks(lang: str, half: str) -> list[str]:
    """The questions of a half whose fact is left open."""
    lines = map(json.loads, BLANKS.read_text(encoding="utf-8").splitlines())
    return [one["question"] for one in lines if one["lang"] == lang and half_of(one["question"]) == half]


def real(lang: str, written: set[str]) -> list[str]:
    """The questions of the tuning half that have an answer."""
    cases = read_questions(FILE)
    return [one.question for one in cases if one.group in _REAL and one.lang == lang and one.records & written]


def said_blank(searcher: Searcher, questions: Sequence[str], name: str) -> str:
    """How many of the questions are answered by `blank_in_handbook`, in words."""
    reads = [read_question(question, searcher.index.lexical) for question in questions]
    hits = sum(searcher.judge(read, searcher.weigh(read))[0] == "blank_in_handbook" for read in reads)
    low, high = wilson(hits, len(reads))
    return f"{name}: {hits / len(reads):.3f} of {len(reads)} ({low:.2f} to {high:.2f})\n"


def main() -> None:
    """Say it for each language."""
    searcher = open_searcher(Path.cwd())
    written = set(searcher.index.records)
    for lang in LANGUAGES:
        for half in ("tune", "held"):
            sys.stdout.write(said_blank(searcher, blanks(lang, half), f"{lang} blanks, {half}"))
        sys.stdout.write(said_blank(searcher, real(lang, written), f"{lang} real, tune: false blanks"))


if __name__ == "__main__":
    main()
