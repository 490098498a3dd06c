"""What any search answers to the reporting half of the frozen questions, as ranks that can be compared: only totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.words import LANGUAGES
from search.ask import Searcher
from search.encoder import Encoder, Vectors, unit
from search.evaluation import HitRates, Ranks, measure
from search.index import Index
from search.question import read_question
from search.questions import FILE, Case, read_questions

DEPTH: Final = 10
GROUP: Final = "held"
MEASURES: Final = ("record, handbook known", "record, library", "step, handbook known", "step, library")

Place = tuple[str, str]
"""The address of a record, and the part; the part is empty for the record as a whole."""
Answers = Sequence[Sequence[Place]]
"""What is answered, best first; one answer may stand at several places."""
Search = Callable[[Case, str | None], Answers]
"""What a search answers to a question, in one handbook or in the library."""


@dataclass(frozen=True)
class Remembering:
    """An encoder that reads no question twice, however many indexes are asked."""

    encoder: Encoder
    known: dict[str, Vectors]

    def encode_query(self, text: str, /) -> Vectors:
        """The vector of a question."""
        if text not in self.known:
            self.known[text] = unit(self.encoder.encode_query(text))
        return self.known[text]

    def encode_document(self, text: str, /) -> Vectors:
        """That of a passage."""
        return unit(self.encoder.encode_document(text))


def held(root: Path, written: Iterable[str]) -> list[Case]:
    """The reported questions of which a record is *written*, in the handbook that they were written for."""
    known = frozenset(written)
    cases = (case for case in read_questions(root / FILE) if case.group == GROUP and case.expect)
    return [case for case in cases if case.handbook is not None and case.records & known]


def ours(searcher: Searcher) -> Search:
    """The product's own search."""

    def search(case: Case, handbook: str | None) -> Answers:
        read = read_question(case.question, searcher.index.lexical)
        found = searcher.find(searcher.weigh(read, handbook), DEPTH)
        return [[place_of(searcher.index, number) for number in one.places] for one in found]

    return search


def place_of(index: Index, number: int) -> Place:
    """Where a passage stands."""
    return index.passages[number].record, index.passages[number].part


def ranks_of(cases: Sequence[Case], search: Search) -> dict[tuple[str, str], list[int]]:
    """The ranks of all *cases*, by language and measure; 0 where the answer is not among the first ten."""
    ranks: dict[tuple[str, str], list[int]] = {(lang, name): [] for lang in LANGUAGES for name in MEASURES}
    for case in cases:
        home, library = _ranks(case, search(case, case.handbook)), _ranks(case, search(case, None))
        each = dict(zip(MEASURES, (home.record, library.record, home.step, library.step), strict=True))
        for name, rank in each.items():
            if name.startswith("record") or case.level_step:
                ranks[case.lang, name].append(rank)
    return ranks


def measured(ranks: Mapping[tuple[str, str], Sequence[int]]) -> dict[tuple[str, str], HitRates]:
    """The hit rates of those ranks."""
    return {place: measure(each) for place, each in ranks.items()}


def cell(rates: HitRates) -> str:
    """Hit@1 and hit@3 with their intervals."""
    pairs = ((rates.hit1, rates.hit1_interval), (rates.hit3, rates.hit3_interval))
    return " · ".join(f"{share:.3f} ({low:.2f}–{high:.2f})" for share, (low, high) in pairs)


def _ranks(case: Case, answers: Answers) -> Ranks:
    by_record = (any(record in case.records for record, _ in places) for places in answers[:DEPTH])
    by_step = (any(case.is_answered_at(*place) for place in places) for places in answers[:DEPTH])
    record, step = (next((rank for rank, hit in enumerate(hits, 1) if hit), 0) for hits in (by_record, by_step))
    return Ranks(record, step)
