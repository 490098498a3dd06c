"""Talks at the desk: a customer's way through a script, what an answer is worth, the transcript and its score."""

from __future__ import annotations

import pytest

from schemas.library import Library
from tests.schemas.content import handbooks
from tests.training.study.desks import Typing, chance
from training.material import Material
from training.study.matching import Level, forbidden, likeness, matched
from training.study.play import Play, Way, play_of
from training.study.role_play import role_play
from training.study.talk import choices, talk_of

HOLD = "call-scripts/scripts/hold-and-call-back"
TREE = "call-scripts/troubleshooting/no-sound"
EXPLAIN = "这个问题我需要查一下，请您稍等，好吗？"


@pytest.fixture(scope="module")
def hold(library: Library) -> Play:
    """A script."""
    return play_of(Material(library).subject(HOLD), "zh")


@pytest.mark.parametrize(
    ("typed", "line", "level", "missing"),
    [
        ("这个问题我要查一下，请您稍等好吗", EXPLAIN, "said", ()),
        ("请您稍等，好吗？", EXPLAIN, "nearly", ("这个问题我需要查一下",)),
        ("祝愉快", EXPLAIN, "missed", ("这个问题我需要查一下", "请您稍等")),
        ("", EXPLAIN, "missed", ("这个问题我需要查一下", "请您稍等")),
        ("let me look that up, would you mind holding", "I need to look that up. Would you mind holding?", "said", ()),
    ],
)
def test_a_typed_line_is_recognised_by_its_words(typed: str, line: str, level: Level, missing: tuple[str, ...]) -> None:
    """Said, nearly, or not, and what was left out."""
    found = matched(typed, line)

    assert (found.level, found.missing) == (level, missing)
    assert 0 <= found.share <= 1


def test_words_that_are_never_said_are_found() -> None:
    """A phrase, one of several, a quoted one, one that depends; a single sound only where it stands alone."""
    never = ["恩", "不知道、我也不清楚", "“Soon”, “in a few days”", "马上到（没有确认的）"]

    assert [each.phrase for each in forbidden("恩恩，嗯，我也不清楚", never)] == ["恩", "我也不清楚"]
    assert [each.phrase for each in forbidden("It will be done soon.", never)] == ["Soon"]
    assert [(each.phrase, each.when) for each in forbidden("师傅马上到", never)] == [("马上到", "没有确认的")]
    assert forbidden("感恩有您，sooner or later", never) == []
    assert forbidden("不知道", never, line="您说不知道密码") == []


def test_every_talk_ends_and_together_they_take_every_way(library: Library) -> None:
    """Within 80 moments, and no answer is never given."""
    _all_are_taken(library)


@pytest.mark.prove
def test_every_talk_of_the_handbooks_ends_and_every_way_is_taken() -> None:
    """The same of every script and fault tree of the handbooks."""
    _all_are_taken(handbooks())


def _all_are_taken(library: Library) -> None:
    material = Material(library)
    played = (*library.of_kind("scripts"), *library.of_kind("troubleshooting"))
    assert played
    for entry in played:
        play, met = play_of(material.subject(entry.address), "en"), set[Way]()
        answers = {way for moment in play.moments.values() for way in moment.ways if way.kind in ("heard", "decided")}
        for round_ in range(len(answers)):
            talk = talk_of(play, chance(round_), met)
            assert (talk.last.is_end, bool(talk.turns)) == (True, True), entry.address
            assert len(talk.ways) < 80
            met.update(talk.ways)
        assert answers <= met, (entry.address, answers - met)


def test_of_the_lines_to_choose_one_is_right_and_none_reads_alike(hold: Play) -> None:
    """Two to four of them, whatever the turn."""
    for seed in range(20):
        talk = talk_of(hold, chance(seed), set())
        for turn in talk.turns:
            offered = choices(hold, turn, chance(seed))
            lines = [choice.act.shows for choice in offered]
            assert [choice.act for choice in offered if choice.is_right] == [turn.act]
            assert 2 <= len(lines) <= 4
            assert all(likeness(one, other) <= 0.8 for one in lines for other in lines if one != other)


def _first(play: Play, lines: list[str], lang: str = "zh") -> tuple[Typing, tuple[int, int] | None]:
    typing = Typing(lines, lang, width=100)
    seed = _explaining(play) if play.is_script else 0
    return typing, role_play(typing.desk, play, chance(seed), set())


def _explaining(play: Play) -> int:
    """A number by which the talk begins as the script does."""
    return next(seed for seed in range(50) if talk_of(play, chance(seed), set()).turns[0].moment.id == play.starts[0])


def test_a_talk_is_scored_and_told_line_by_line(hold: Play) -> None:
    """Typed, chosen, forbidden, gone back from; the transcript has the last answer of each, and what was better."""
    talk = talk_of(hold, chance(_explaining(hold)), set())
    right = [turn.act.shows if turn.act.says else None for turn in talk.turns]
    lines = ["不知道，您稍等", "b", EXPLAIN, *(line or "1" for line in right[1:])]
    typing, result = _first(hold, lines)
    shown = typing.shown

    assert result is not None
    score, of = result
    assert of == sum(3 if turn.seconds else 2 for turn in talk.turns)
    assert shown[:2] == ["顾客在线等待", "开始了，轮到你 · b 退回一步，q 离开"]
    assert "✗ “不知道”不能说。" in shown
    assert f"好的说法：{EXPLAIN}" in shown
    told = shown[shown.index("对话记录") :]
    assert told[1:3] == [f"你：{EXPLAIN}", "✓ 对了"]
    assert "✗ “不知道”不能说。" not in told
    assert told[-2].startswith(f"得分 {score} 分，满分 {of} · ")


def test_who_leaves_a_talk_has_no_score(hold: Play) -> None:
    """And to go back before the first line is told to be nothing."""
    typing, result = _first(hold, ["b", "9", "q"])

    assert result is None
    assert typing.shown.count("这是第一步。") == 1
    assert any(line.startswith("没有第 9 个") for line in typing.shown)
    assert "对话记录" not in typing.shown


def test_a_fault_tree_is_played_by_its_checks(library: Library) -> None:
    """What the customer notices, what is checked, what turns out, what is done: by number, since nothing is said."""
    play = play_of(Material(library).subject(TREE), "zh")
    typing, result = _first(play, ["插紧了吗", "1", "1", "1"])

    assert result is not None
    assert typing.shown[3] == "客户：接起来没有声音"
    assert "写编号。" in typing.shown
    assert any(line.startswith("客户：耳机插紧了吗？ ") for line in typing.shown)


def test_a_line_that_takes_too_long_loses_its_point(hold: Play) -> None:
    """Sixty seconds are the script's own rule; the clock runs only where somebody sits before it."""
    seconds = iter(range(0, 100_000, 61))
    typing = Typing([EXPLAIN, "q"], width=100, is_live=True)
    role_play(typing.desk, hold, chance(_explaining(hold)), set(), clock=lambda: float(next(seconds)))

    assert any(line.endswith(" · 限时 60 秒") for line in typing.shown)
    assert "✓ 对了 · 超时" in typing.shown
