"""How well questions find their answers: hit@1, hit@3 and MRR@10 by language, each with n and its interval.

With a questions file every line is `{"question", "lang", "expect": [address or address#part …], "split"}`; an empty
`expect` is a question that no handbook answers. Without one the handbook's own `asks` are the questions, each left out
of the index while it is asked.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from schemas.findings import HandbookError
from schemas.words import Bilingual
from search.ask import Searcher
from search.encoder import Encoder
from search.index import Index
from search.question import read_question

ASKS: Final = "asks"
"""The group of questions that come from the handbook itself."""

_DEPTH: Final = 10


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
    without: tuple[int, int] | None = None

    @property
    def level_step(self) -> bool:
        """Whether every expected place is a part of a record, so that steps can be judged too."""
        return bool(self.expect) and all("#" in place for place in self.expect)


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
class Evaluation:
    """The whole evaluation. Keys: `group/lang/record` and `group/lang/step` of measures, `group/lang` of refusals."""

    mode: str
    generation: str
    measures: Mapping[str, HitRates]
    refusals: Mapping[str, Refusal]

    def as_json(self) -> dict[str, Any]:
        """The report as `handbook eval --json` prints it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Outcome:
    case: Case
    record_rank: int
    step_rank: int
    status: str
    sure: float


def evaluate(index: Index, encoder: Encoder | None, questions: Path | Sequence[Case] | None = None) -> Evaluation:
    """Ask every question of *questions*, or every ask of the index when None, and measure the answers.

    Raises:
        QuestionsUnreadableError: a line of the file is not a question.
    """
    searcher = Searcher(index, encoder)
    cases = read_questions(questions) if isinstance(questions, Path) else questions
    outcomes = [_ask(searcher, case) for case in (own_asks(index) if cases is None else cases)]
    places = sorted({(outcome.case.group, outcome.case.lang) for outcome in outcomes})
    measures: dict[str, HitRates] = {}
    refusals: dict[str, Refusal] = {}
    for group, lang in places:
        here = [outcome for outcome in outcomes if (outcome.case.group, outcome.case.lang) == (group, lang)]
        on = [outcome for outcome in here if outcome.case.expect]
        measures[f"{group}/{lang}/record"] = measure(outcome.record_rank for outcome in on)
        measures[f"{group}/{lang}/step"] = measure(outcome.step_rank for outcome in on if outcome.case.level_step)
        refusals[f"{group}/{lang}"] = _refusal(on, [outcome for outcome in here if not outcome.case.expect])
    return Evaluation(searcher.mode, index.generation, measures, refusals)


def read_questions(path: Path) -> tuple[Case, ...]:
    """The questions of a file, grouped by `split` and, where it is not `main`, by `set`.

    Raises:
        QuestionsUnreadableError: a line is not a question.
    """
    return tuple(_read(path))


def own_asks(index: Index) -> tuple[Case, ...]:
    """The asks of the handbook as questions; expected is the part or record that each stands in."""
    cases = []
    for number, passage in enumerate(index.passages):
        place = f"{passage.record}#{passage.part}" if passage.part else passage.record
        for ask, text in enumerate((*passage.asks_zh, *passage.asks_en)):
            lang = "zh" if ask < len(passage.asks_zh) else "en"
            cases.append(Case(text, lang, (place,), ASKS, (number, ask)))
    return tuple(cases)


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


def _ask(searcher: Searcher, case: Case) -> _Outcome:
    read = read_question(case.question, searcher.index.lexical)
    evidence = searcher.weigh(read, without=case.without)
    passages = [searcher.index.passages[number] for number in searcher.choose(evidence, 2 * _DEPTH)]
    records = list(dict.fromkeys(passage.record for passage in passages))
    steps = [f"{passage.record}#{passage.part}" if passage.part else passage.record for passage in passages]
    status, sure = searcher.judge(read, evidence)
    wanted = {place.partition("#")[0] for place in case.expect}
    return _Outcome(case, _rank(records, wanted), _rank(steps, set(case.expect)), status, sure)


def _rank(ranking: Sequence[str], wanted: set[str]) -> int:
    return next((place for place, one in enumerate(ranking[:_DEPTH], start=1) if one in wanted), 0)


def _refusal(on: Sequence[_Outcome], off: Sequence[_Outcome]) -> Refusal:
    pairs = len(on) * len(off)
    won = sum((one.sure > other.sure) + (one.sure == other.sure) / 2 for one in on for other in off)
    return Refusal(
        off=len(off),
        refused=_share(off, "not_in_handbook"),
        wrong=_share(off, "answered", "blank_in_handbook"),
        on=len(on),
        kept=round(1 - _share(on, "not_in_handbook"), 4) if on else 0.0,
        sure=_share(on, "answered", "blank_in_handbook"),
        auroc=round(won / pairs, 4) if pairs else None,
    )


def _share(outcomes: Sequence[_Outcome], *statuses: str) -> float:
    return round(sum(one.status in statuses for one in outcomes) / len(outcomes), 4) if outcomes else 0.0


def _read(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            group = "/".join(filter(None, [values.get("split", "all"), _apart(values.get("set", ""))]))
            yield Case(str(values["question"]), str(values["lang"]), tuple(values["expect"]), group)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise QuestionsUnreadableError(path, number, str(error)) from error


def _apart(name: str) -> str:
    """Noise is reported apart; questions off the topic are reported with the real ones that they are told from."""
    return "" if name in ("main", "off") else name
