from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.ask import Searcher
from search.evaluation import evaluate, measure, wilson
from search.questions import Case, QuestionsUnreadableError, own_asks, read_questions

RECEIVE = "greentown-after-sales/procedures/complaint-handling#receive"


def test_without_a_file_every_ask_is_a_question_that_leaves_the_index(by_words: Searcher) -> None:
    """Left out, an ask no longer finds itself: the shares are far below those with it in."""
    asks = own_asks(by_words.index)
    left_out = evaluate(by_words).measures
    kept = evaluate(by_words, [Case(c.question, c.lang, c.expect, c.group) for c in asks]).measures

    assert left_out["asks/zh/record"].n + left_out["asks/en/record"].n == len(asks) == 88
    assert kept["asks/zh/record"].hit1 == 1
    assert left_out["asks/zh/record"].hit1 < 0.9


def test_records_and_steps_are_judged_apart(by_words: Searcher) -> None:
    """A question that expects a record only says nothing about steps."""
    cases = [
        Case("怎么处理投诉", "zh", (RECEIVE,), "held"),
        Case("客户投诉处理", "zh", (RECEIVE.partition("#")[0],), "held"),
    ]
    measures = evaluate(by_words, cases).measures

    assert (measures["held/zh/record"].n, measures["held/zh/record"].hit1) == (2, 1)
    assert (measures["held/zh/step"].n, measures["held/zh/step"].hit1) == (1, 1)


def test_refusals_count_both_kinds_of_mistake(by_meaning: Searcher) -> None:
    """An empty `expect` is a question that no handbook answers."""
    cases = [Case("怎么处理投诉", "zh", (RECEIVE,), "x"), Case("怎么做红烧肉", "zh", (), "x")]
    refusal = evaluate(by_meaning, cases).refusals["x/zh"]

    assert (refusal.off, refusal.refused, refusal.wrong) == (1, 1, 0)
    assert (refusal.on, refusal.kept, refusal.sure, refusal.auroc) == (1, 1, 1, 1)


def test_ranks_become_shares_with_their_interval() -> None:
    """Rank 1 is a hit at one, rank 3 at three; 0 is not found."""
    result = measure([1, 3, 0, 2])

    assert (result.n, result.hit1, result.hit3, result.mrr10) == (4, 0.25, 0.75, round((1 + 1 / 3 + 1 / 2) / 4, 4))
    assert result.hit1_interval == wilson(1, 4)
    assert measure([]).hit1 == 0


@pytest.mark.parametrize(
    ("hits", "count", "interval"),
    [(8, 10, (0.4902, 0.9433)), (0, 10, (0.0, 0.2775)), (10, 10, (0.7225, 1.0)), (0, 0, (0.0, 1.0))],
)
def test_the_interval_is_wilsons(hits: int, count: int, interval: tuple[float, float]) -> None:
    """As the formula of 1927 gives it with z 1.96."""
    assert wilson(hits, count) == interval


def test_a_line_that_is_no_question_is_named(tmp_path: Path) -> None:
    """With its number and an example of a good one."""
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "甲", "lang": "zh", "expect": []}\n\n{"question": "乙"}\n', encoding="utf-8")

    with pytest.raises(QuestionsUnreadableError) as raised:
        read_questions(path)

    assert raised.value.say("en") == (
        f"{path}:3: this question cannot be read ('lang'); write each line as "
        '{"question": "…", "lang": "en", "expect": ["handbook/kind/id#part"]}'
    )


@pytest.mark.parametrize("line", ["[" * 200_000, "9" * 10_000, "NaN", "[]", '"a"', "\0"])
def test_whatever_a_line_is_it_is_named(tmp_path: Path, line: str) -> None:
    """A line of any JSON, and of none, is named."""
    (tmp_path / "questions.jsonl").write_text(line, encoding="utf-8")

    with pytest.raises(QuestionsUnreadableError) as raised:
        read_questions(tmp_path / "questions.jsonl")

    assert raised.value.say("en").startswith(f"{tmp_path}/questions.jsonl:1: this question cannot be read (")


def test_the_report_is_plain_json(by_words: Searcher) -> None:
    """As `handbook eval --json` prints it."""
    report = evaluate(by_words, [Case("投诉", "zh", (RECEIVE,), "all")]).as_json()

    assert json.loads(json.dumps(report, allow_nan=False))["measures"]["all/zh/record"]["n"] == 1
    assert report["mode"] == "lexical"


def test_what_is_not_written_yet_is_counted_apart(by_words: Searcher) -> None:
    """It lowers no share; an answer that stands in one handbook is enough, where others will have it too."""
    cases = [
        Case("怎么处理投诉", "zh", (RECEIVE, "property-xst/procedures/complaints"), "held"),
        Case("怎么投保", "zh", ("insurance-strategic-channel/guides/channel",), "held"),
    ]
    report = evaluate(by_words, cases)

    assert (report.measures["held/zh/record"].n, report.unwritten) == (1, {"held/zh": 1})


def test_every_kind_is_told_from_the_real_questions_of_its_half(by_words: Searcher) -> None:
    """What no handbook answers is reported by kind, each beside what staff and customers really ask."""
    cases = [Case("怎么处理投诉", "zh", (RECEIVE,), "held"), Case("怎么做红烧肉", "zh", (), "held/off-topic")]
    refusal = evaluate(by_words, cases).refusals["held/off-topic/zh"]

    assert (refusal.on, refusal.off) == (1, 1)
