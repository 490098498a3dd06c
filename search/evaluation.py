"""How well questions find their answers: hit@1, hit@3 and MRR@10 by language, each with n and its interval.

The questions are those of a file (`search.questions`), or the handbook's own `asks`, each left out of the index while
it is asked.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from search.ask import Searcher
from search.index import Index
from search.question import read_question
from search.questions import ASKS, Alike, Case, alike, own_asks, read_questions
from search.same import Found, addresses

SURE: Final = ("answered", "blank_in_handbook")
"""What is said of an answer that the handbook stands by."""

_DEPTH: Final = 10


@dataclass(frozen=True, slots=True)
class HitRates:
    """Shares of *n* questions, 0 to 1; the intervals are Wilson's, at 95 %."""

    n: int
    hit1: float
    hit1_interval: tuple[float, float]
    hit3: float
    hit3_interval: tuple[float, float]
    mrr10: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """What happens to questions that the handbook does not cover, and to those that it does.

    Attributes:
        off: how many questions no handbook answers.
        refused: the share of them answered with `not_in_handbook`.
        wrong: the share of them that count as answered.
        on: how many questions have an answer.
        kept: the share of them not refused.
        sure: the share of them that count as answered.
        auroc: how often an answerable question is the surer of a pair; None when there are no pairs.
    """

    off: int
    refused: float
    wrong: float
    on: int
    kept: float
    sure: float
    auroc: float | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that is not answered by the right record first, or that is answered though no handbook does.

    Attributes:
        first: the address that comes first, with its part.
        status: what is said of the answer.
    """

    group: str
    lang: str
    question: str
    expect: tuple[str, ...]
    first: str
    status: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole evaluation.

    Keys of measures are `group/lang/record` and `group/lang/step`, both with `/home` where the handbook is known; those
    of the others are `group/lang`.

    Attributes:
        unwritten: how many questions were not asked, as no record that answers them is written yet.
        alike: the asks of records that a question of the file repeats or nearly repeats.
        misses: the questions that went wrong, in the order in which they were asked.
    """

    mode: str
    generation: str
    measures: Mapping[str, HitRates]
    refusals: Mapping[str, Refusal]
    unwritten: Mapping[str, int]
    alike: tuple[Alike, ...]
    misses: tuple[Miss, ...]

    def as_json(self) -> dict[str, Any]:
        """The report as `handbook eval --json` prints it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Ranks:
    """The place of the first answer that is right: 1 is best, 0 is not among the first ten."""

    record: int
    step: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question; *at_home* is what comes of it where the asker's handbook is known.

    Attributes:
        first: the address that comes first, with its part.
        status: what is said of the answer.
        sure: how sure that is, 0 to 1.
    """

    case: Case
    ranks: Ranks
    at_home: Ranks
    first: str
    status: str
    sure: float

    @property
    def is_missed(self) -> bool:
        """Whether it is to be told among the misses."""
        if not self.case.expect:
            return self.status in SURE
        return self.ranks.record != 1 or self.status == "not_in_handbook"

    def is_of(self, group: str, lang: str) -> bool:
        """Whether its question is one of *group* in *lang*."""
        return self.case.group == group and self.case.lang == lang


def evaluate(searcher: Searcher, questions: Path | Sequence[Case] | None = None) -> Evaluation:
    """Ask every question of *questions*, or every ask of the index when None, and measure the answers.

    A question of which no answer is written yet is counted and not asked.

    Raises:
        QuestionsUnreadableError: a line of the file is not a question.
    """
    index = searcher.index
    asks = own_asks(index)
    cases = read_questions(questions) if isinstance(questions, Path) else questions
    written = {passage.record for passage in index.passages}
    outcomes, unwritten = [], Counter[str]()
    for case in asks if cases is None else cases:
        if case.expect and not case.records & written:
            unwritten[f"{case.group}/{case.lang}"] += 1
        else:
            outcomes.append(outcome_of(searcher, case))
    return Evaluation(
        searcher.mode, index.generation, _measures(outcomes), _refusals(outcomes), dict(sorted(unwritten.items())),
        tuple(alike(asks, cases)) if cases is not None else (), tuple(_misses(outcomes)),
    )  # fmt: skip


def _misses(outcomes: Iterable[Outcome]) -> Iterator[Miss]:
    for outcome in outcomes:
        if outcome.is_missed:
            case = outcome.case
            yield Miss(case.group, case.lang, case.question, case.expect, outcome.first, outcome.status)


def _measures(outcomes: Sequence[Outcome]) -> dict[str, HitRates]:
    measures: dict[str, HitRates] = {}
    for group, lang in _places(outcomes):
        on = [outcome for outcome in outcomes if outcome.is_of(group, lang) and outcome.case.expect]
        by_step = [outcome for outcome in on if outcome.case.level_step]
        measures[f"{group}/{lang}/record"] = measure(outcome.ranks.record for outcome in on)
        measures[f"{group}/{lang}/step"] = measure(outcome.ranks.step for outcome in by_step)
        if group.partition("/")[0] != ASKS:
            measures[f"{group}/{lang}/record/home"] = measure(outcome.at_home.record for outcome in on)
            measures[f"{group}/{lang}/step/home"] = measure(outcome.at_home.step for outcome in by_step)
    return measures


def _refusals(outcomes: Sequence[Outcome]) -> dict[str, Refusal]:
    """What no handbook answers, by group, beside the real questions of the same half that it is told from."""
    refusals: dict[str, Refusal] = {}
    for group, lang in _places(outcomes):
        off = [outcome for outcome in outcomes if outcome.is_of(group, lang) and not outcome.case.expect]
        half = group.partition("/")[0]
        on = [outcome for outcome in outcomes if outcome.is_of(half, lang) and outcome.case.expect]
        refusals[f"{group}/{lang}"] = _refusal(on, off)
    return refusals


def _places(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    return sorted({(outcome.case.group, outcome.case.lang) for outcome in outcomes})


def measure(ranks: Iterable[int]) -> HitRates:
    """The measure of a list of ranks: 1 is best, 0 is not found among the first ten."""
    listed = list(ranks)
    first, third = (sum(0 < rank <= depth for rank in listed) for depth in (1, 3))
    count = len(listed)
    reciprocal = sum(1 / rank for rank in listed if rank) / count if count else 0.0
    shares = [round(hits / count, 4) if count else 0.0 for hits in (first, third)]
    return HitRates(count, shares[0], wilson(first, count), shares[1], wilson(third, count), round(reciprocal, 4))


def wilson(hits: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's 95 % interval of *hits* of *count*; (0, 1) when nothing was counted."""
    if count == 0:
        return 0.0, 1.0
    share, scale = hits / count, 1 + z * z / count
    middle = (share + z * z / (2 * count)) / scale
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / scale
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def outcome_of(searcher: Searcher, case: Case) -> Outcome:
    """What comes of one question."""
    read = read_question(case.question, searcher.index.lexical)
    vector = searcher.meaning(read)
    evidence = searcher.weigh_by(read, vector, without=case.without)
    found = searcher.find(evidence, _DEPTH)
    at_home = found
    if case.handbook is not None and case.group != ASKS:
        known = searcher.weigh_by(read, vector, case.handbook)
        at_home = searcher.find(known, _DEPTH)
    first = next(iter(addresses(searcher.index, (one.passage for one in found))), "")
    status, sure = searcher.judge(read, evidence)
    ranks, home = (_ranks(case, searcher.index, answers) for answers in (found, at_home))
    return Outcome(case, ranks, home, first, status, sure)


def _ranks(case: Case, index: Index, found: Sequence[Found]) -> Ranks:
    """Any place of an answer counts: it names them all."""
    given = [[index.passages[number] for number in one.places] for one in found]
    return Ranks(
        _rank([any(passage.record in case.records for passage in places) for places in given]),
        _rank([any(case.is_answered_at(passage.record, passage.part) for passage in places) for places in given]),
    )


def _rank(hits: Sequence[bool]) -> int:
    return next((place for place, is_hit in enumerate(hits[:_DEPTH], start=1) if is_hit), 0)


def _refusal(on: Sequence[Outcome], off: Sequence[Outcome]) -> Refusal:
    pairs = len(on) * len(off)
    won = sum((one.sure > other.sure) + (one.sure == other.sure) / 2 for one in on for other in off)
    return Refusal(
        off=len(off),
        refused=_share(off, "not_in_handbook"),
        wrong=_share(off, *SURE),
        on=len(on),
        kept=round(1 - _share(on, "not_in_handbook"), 4) if on else 0.0,
        sure=_share(on, *SURE),
        auroc=round(won / pairs, 4) if pairs else None,
    )


def _share(outcomes: Sequence[Outcome], *statuses: str) -> float:
    return round(sum(one.status in statuses for one in outcomes) / len(outcomes), 4) if outcomes else 0.0
