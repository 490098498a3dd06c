"""Talks at the desk: customers, what an answer is worth, the transcript and its score."""

from __future__ import annotations

import pytest

from schemas.library import Library
from tests.schemas.content import handbooks
from tests.training.role_play_table import TABLE, plays, written
from tests.training.study.desks import Typing, chance
from training.material import Material
from training.study.choices import choices
from training.study.customers import Customer, customers_of
from training.study.matching import likeness
from training.study.play import Play, play_of
from training.study.practising import next_customer
from training.study.role_play import role_play
from training.study.talk import talk_of

HOLD = "call-scripts/scripts/hold-and-call-back"
TREE = "call-scripts/troubleshooting/no-sound"
EXPLAIN = "这个问题我需要查一下，请您稍等，好吗？"


@pytest.fixture(scope="module")
def hold(library: Library) -> Play:
    """A script."""
    return play_of(Material(library).subject(HOLD), "zh")


def test_the_table_holds_what_is_worked_out() -> None:
    """Of lines their marks, of graphs their customers, of talks their turns; the browser's test reads the same."""
    assert TABLE.read_text("utf-8") == written()


def _every_way_belongs_to_a_customer(library: Library) -> None:
    for page, play in plays(library):
        customers = customers_of(play)
        visits = [visit for customer in customers for visit in customer.visits]
        answers = {way for moment in play.moments.values() for way in moment.ways if way.is_answer}
        assert answers <= {visit.way for visit in visits}, page
        assert set(play.moments) == {visit.moment.id for visit in visits}, page
        assert all(customer.visits[-1].moment.is_end for customer in customers), page
        assert all(talk_of(play, customer.visits).turns for customer in customers), page


def test_every_way_belongs_to_a_customer(library: Library) -> None:
    """Every answer is given, every moment come to, every talk ends and has something to do."""
    _every_way_belongs_to_a_customer(library)


@pytest.mark.prove
def test_every_way_of_the_handbooks_belongs_to_a_customer() -> None:
    """The same of every script and fault tree of the handbooks, in both languages."""
    _every_way_belongs_to_a_customer(handbooks())


def test_a_customer_comes_who_was_not_there_yet(hold: Play) -> None:
    """Until all were; then any."""
    customers = customers_of(hold)
    met: list[str] = []
    for round_ in range(len(customers)):
        met.append(next_customer(customers, met, chance(round_)).key)

    assert sorted(met) == sorted(customer.key for customer in customers)
    assert next_customer(customers, met, chance(0)).key in met


def test_of_the_lines_to_choose_one_is_right_and_none_reads_alike(hold: Play) -> None:
    """Two to four of them, whatever the turn."""
    turns = [turn for customer in customers_of(hold) for turn in talk_of(hold, customer.visits).turns]
    for seed, turn in enumerate(turns):
        offered = choices(hold, turn, chance(seed))
        lines = [choice.act.shows for choice in offered]
        assert [choice.act for choice in offered if choice.moment == turn.moment] == [turn.act]
        assert 2 <= len(lines) <= 4
        assert all(likeness(one, other) <= 0.8 for one in lines for other in lines if one != other)


def _first(play: Play) -> Customer:
    return customers_of(play)[0]


def test_a_talk_is_scored_and_told_line_by_line(hold: Play) -> None:
    """Typed, chosen, forbidden, gone back from; the transcript has the last answer of each, and what was better."""
    talk = talk_of(hold, _first(hold).visits)
    right = [turn.act.says or None for turn in talk.turns]
    lines = ["不知道，您稍等", "b", EXPLAIN, *(line or "1" for line in right[1:])]
    typing = Typing(lines, width=100)
    result = role_play(typing.desk, hold, _first(hold), chance(0))
    shown = typing.shown

    assert result is not None
    score, of = result
    assert of == sum(3 if turn.seconds else 2 for turn in talk.turns)
    assert shown[:4] == ["顾客在线等待", "b 退回一步，q 离开", "", "（开始了，轮到你）"]
    assert "✗ “不知道”不能说。" in shown
    assert f"好的说法：{EXPLAIN}" in shown
    told = shown[shown.index("对话记录") :]
    assert told[1:4] == ["（开始了，轮到你）", f"你：{EXPLAIN}", "✓ 对了"]
    assert "✗ “不知道”不能说。" not in told
    assert told[-2].startswith(f"得分 {score} 分，满分 {of} · ")


def test_who_leaves_a_talk_has_no_score(hold: Play) -> None:
    """And to go back before the first line is told to be nothing."""
    typing = Typing(["b", "9", "q"], width=100)

    assert role_play(typing.desk, hold, _first(hold), chance(0)) is None
    assert typing.shown.count("这是第一步。") == 1
    assert any(line.startswith("没有第 9 个") for line in typing.shown)
    assert "对话记录" not in typing.shown


def test_a_fault_tree_is_played_by_its_checks(library: Library) -> None:
    """What the customer notices, what is checked, what turns out, what is done: by number, since nothing is said."""
    play = play_of(Material(library).subject(TREE), "zh")
    typing = Typing(["插紧了吗", "1", "1"], width=100)

    assert role_play(typing.desk, play, customers_of(play)[1], chance(0)) is not None
    assert typing.shown[3] == "客户：接起来没有声音"
    assert "写编号。" in typing.shown
    assert "客户：耳机插紧了吗？ 插紧了" in typing.shown
    assert any(line.endswith("转交 话务客服") for line in typing.shown)


def test_a_line_that_takes_too_long_loses_its_point(hold: Play) -> None:
    """Sixty seconds are the script's own rule; the clock runs only where somebody sits before it."""
    seconds = iter(range(0, 100_000, 61))
    typing = Typing([EXPLAIN, "q"], width=100, is_live=True)
    role_play(typing.desk, hold, _first(hold), chance(0), clock=lambda: float(next(seconds)))

    assert any(line.endswith(" · 限时 60 秒") for line in typing.shown)
    assert "✓ 对了 · 超时" in typing.shown
