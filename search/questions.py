"""Questions with the places of their answers, by which answers are judged: a file of them, or the handbook's own asks.

Every line of a file is a JSON object. `question`, `lang` (zh or en) and `expect` must stand in it: the addresses, each
with or without `#part`, that answer the question; an empty list says that no handbook does. `card` names the emergency
cards that answer it beside them, `kind` what it is for. Everything else is for people and other programs.

Half of the questions is for tuning, the other for reporting. Which half one is in follows from its own words, so that
nobody chooses; `"split": "tune"` keeps one that was known when the search was tuned out of the reported half.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from schemas.findings import HandbookError
from schemas.limits import LONGEST_QUESTION
from schemas.plain_text import normal
from schemas.words import Bilingual
from search.index import Index

FILE: Final = Path("tests/data/evaluation/questions.jsonl")
"""Where the questions of a library stand, below its root."""

ASKS: Final = "asks"
"""The group of questions that come from the handbook itself."""

MAIN: Final = "main"
"""The kind that the others are compared with: what staff and customers really ask."""

NEARLY: Final = 0.8
"""From this share of common pairs of letters on, two questions are nearly the same."""


class QuestionsUnreadableError(HandbookError):
    """A line of a questions file is not what it should be."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(
            "questions-unreadable",
            Bilingual(
                "{path}:{line}: 题目读不懂（{problem}）；每行写成 "
                '{{"question": "…", "lang": "zh", "expect": ["手册/种类/编号#部分"]}}',
                "{path}:{line}: this question cannot be read ({problem}); write each line as "
                '{{"question": "…", "lang": "en", "expect": ["handbook/kind/id#part"]}}',
            ),
            path=path,
            line=line,
            problem=problem,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A question and where its answer stands; `without` is the ask that is left out, as (passage, number)."""

    question: str
    lang: str
    expect: tuple[str, ...]
    group: str
    """The half it is in, and its kind where that is not the main one: `held`, `tune/typo`."""
    without: tuple[int, int] | None = None

    @property
    def level_step(self) -> bool:
        """Whether a part of a record is expected, so that steps can be judged too."""
        return any("#" in place for place in self.expect)

    def is_answered_at(self, record: str, part: str) -> bool:
        """Whether *part* of *record* answers it: it is expected, or the record is and none of its parts."""
        if f"{record}#{part}" in self.expect:
            return True
        return record in self.expect and not any(place.startswith(f"{record}#") for place in self.expect)

    @property
    def handbook(self) -> str | None:
        """The handbook it was written for; None where that is the library itself."""
        first = self.expect[0].partition("#")[0].split("/")[0] if self.expect else "cards"
        return None if first == "cards" else first

    @property
    def records(self) -> frozenset[str]:
        """The addresses of the records that answer it."""
        return frozenset(place.partition("#")[0] for place in self.expect)


@dataclass(frozen=True, slots=True)
class Alike:
    """An ask of a record that a question of the file nearly repeats, so that finding it proves little."""

    ask: str
    place: str
    question: str


def read_questions(path: Path) -> tuple[Case, ...]:
    """The questions of a file.

    Raises:
        QuestionsUnreadableError: a line is not a question.
    """
    return tuple(_read(path))


def half_of(question: str) -> str:
    """The half that a question is in, `tune` or `held`: the first bit of the SHA-256 of its words as it is normalised.

    The order of the file, its other lines and its labels change nothing.
    """
    return "held" if hashlib.sha256(normalised(question).encode()).digest()[0] & 128 else "tune"


def normalised(question: str) -> str:
    """A question without case, width, spaces and punctuation: two that are equal so are one question."""
    folded = normal(question, "NFKC", LONGEST_QUESTION).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def own_asks(index: Index) -> tuple[Case, ...]:
    """The asks of the handbook as questions; expected is the part or record that each stands in."""
    cases = []
    for number, passage in enumerate(index.passages):
        place = f"{passage.record}#{passage.part}" if passage.part else passage.record
        for ask, text in enumerate((*passage.asks_zh, *passage.asks_en)):
            lang = "zh" if ask < len(passage.asks_zh) else "en"
            cases.append(Case(text, lang, (place,), ASKS, (number, ask)))
    return tuple(cases)


def alike(asks: Iterable[Case], cases: Sequence[Case]) -> Iterator[Alike]:
    """Every ask that a question of *cases* repeats or nearly repeats, with the question that is closest to it."""
    pairs = [_pairs(case.question) for case in cases]
    having: Mapping[str, list[int]] = _having(pairs)
    for ask in asks:
        its = _pairs(ask.question)
        common = Counter(number for pair in its for number in having.get(pair, ()))
        shares = {number: shared / len(its | pairs[number]) for number, shared in common.items()}
        closest = max(shares, key=shares.__getitem__, default=None)
        if closest is not None and shares[closest] >= NEARLY:
            yield Alike(ask.question, ask.expect[0], cases[closest].question)


def _pairs(question: str) -> frozenset[str]:
    letters = f"^{normalised(question)}$"
    return frozenset(letters[place : place + 2] for place in range(len(letters) - 1))


def _having(pairs: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for number, its in enumerate(pairs):
        for pair in its:
            having[pair].append(number)
    return having


def _read(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield _case(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise QuestionsUnreadableError(path, number, str(error)) from error


def _case(values: Mapping[str, Any]) -> Case:
    question, lang, kind = str(values["question"]), str(values["lang"]), values.get("kind", MAIN)
    half = str(values.get("split") or half_of(question))
    card = values.get("card", ())
    cards = (card,) if isinstance(card, str) else tuple(card)
    expect = dict.fromkeys((*(_address(name) for name in cards), *values["expect"]))
    return Case(question, lang, tuple(expect), half if kind == MAIN else f"{half}/{kind}")


def _address(card: str) -> str:
    return card if card.startswith("cards/") else f"cards/{card}"
