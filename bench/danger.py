"""How often danger is recognised and gets the right card, and who gets one without: `python -m bench.danger`.

The emergencies, lookalikes and real questions of `tests/data/evaluation/questions.jsonl` are asked of the whole
library, by its index (`handbook build --only index`), with the encoder and by words alone, as the page does before its
index is there. A real question that names an emergency card among its answers is none of the ordinary ones.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from schemas.words import LANGUAGES
from search.ask import open_searcher
from search.evaluation import wilson
from search.questions import FILE, Case, read_questions

_CARDS: Final = "cards/"

Cards = Callable[[str], Sequence[str]]
"""The cards that a question is given before all else, the most urgent first."""


def share(hits: int, asked: int, name: str) -> str:
    """One line of the report: a share, its number and its interval of 95 %."""
    low, high = wilson(hits, asked)
    return f"{name}: {hits / asked:.3f} of {asked} ({low:.3f} to {high:.3f})\n"


def of_kind(cases: Sequence[Case], group: str) -> list[Case]:
    """The questions of a half and kind; of the main kind those that no card answers."""
    within = [one for one in cases if one.group == group]
    if "/" in group:
        return within
    return [one for one in within if not any(place.startswith(_CARDS) for place in one.expect)]


def said(cards: Cards, cases: Sequence[Case], half: str) -> str:
    """What becomes of the questions of a half, in six lines."""
    emergencies = [(one, cards(one.question)) for one in of_kind(cases, f"{half}/emergency")]
    lines = [
        share(sum(bool(given) for _, given in emergencies), len(emergencies), "recognised"),
        share(
            sum(given[:1] == [one.expect[0]] for one, given in emergencies),
            len(emergencies),
            "the most urgent card first",
        ),
        share(
            sum(bool(set(one.expect) & set(given[:1])) for one, given in emergencies),
            len(emergencies),
            "one of the right cards first",
        ),
        share(
            sum(one.expect[0] in given for one, given in emergencies),
            len(emergencies),
            "the most urgent card among them",
        ),
    ]
    for name, group in (("alarms, ordinary", half), ("alarms, lookalike", f"{half}/calm")):
        harmless = of_kind(cases, group)
        lines.append(share(sum(bool(cards(one.question)) for one in harmless), len(harmless), name))
    return "".join(lines)


def main() -> None:
    """Say it for both halves, each language and both ways."""
    searcher = open_searcher(Path.cwd())
    watch = searcher.index.watch

    def by_meaning(question: str) -> Sequence[str]:
        danger = searcher.ask(question).danger
        return danger.cards if danger else []

    def by_words(question: str) -> Sequence[str]:
        return [watch.perils[number].card for number in watch.look(question, question, None)]

    cases = read_questions(FILE)
    for half in ("tune", "held"):
        for lang in LANGUAGES:
            asked = [one for one in cases if one.lang == lang]
            for name, cards in (("by meaning", by_meaning), ("by words", by_words)):
                sys.stdout.write(f"{half}, {lang}, {name}\n{said(cards, asked, half)}")


if __name__ == "__main__":
    main()
