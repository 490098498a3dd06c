"""Times as people say them: the hint says how each is written, and guesses nothing that it cannot tell."""

from __future__ import annotations

import pytest

from schemas.duration import Duration
from schemas.meant import how_to_write
from schemas.messages import Shapes
from tests.schemas.content import BOOK, TITLE_PAGE, Content

LEAK = f"{BOOK}/procedures/night-leak.yaml"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("1h", "1 小时"),
        ("48H", "48 小时"),
        ("1.5h", "1.5 小时"),
        ("2 hrs", "2 小时"),
        ("an hour", "1 小时"),
        ("30 mins", "30 分钟"),
        ("half an hour", "30 分钟"),
        ("within 30 minutes", "30 分钟"),
        ("3 business days", "3 工作日"),
        ("3d", "3 天"),
        ("2w", "2 周"),
        ("半小时", "30 分钟"),
        ("半个钟头", "30 分钟"),
        ("一个半小时", "1.5 小时"),
        ("两小时半", "2.5 小时"),
        ("一刻钟", "15 分钟"),
        ("两天", "2 天"),
        ("1 天半", "1.5 天"),
        ("半年", "6 个月"),
        ("一年半", "18 个月"),
        ("2 小时 30 分", "150 分钟"),
        ("24小时内", "24 小时"),
        ("30 分钟以内", "30 分钟"),
        ("不超过 3 天", "3 天"),
        ("约 30 分钟", "30 分钟"),
        ("5 天左右", "5 天"),
        ("3-5 天", "5 天"),
        ("3～5 个工作日", "5 工作日"),
        ("次日 9 点前", "次日 9:00 前"),
        ("18:00 前", "当日 18:00 前"),
    ],
)
def test_what_is_said_otherwise_is_written_for_the_author(said: str, written: str) -> None:
    """And what is written is taken."""
    remedy = how_to_write(Shapes.BAD_DURATION, said)

    assert (remedy.zh, remedy.en) == (f"写成 {written}。", f"Write {written}.")
    assert str(Duration.parse(written)) == written


@pytest.mark.parametrize("said", ["尽快", "半天", "次日上午", "月底前", "7*24 小时", "x 天", "h", "", "9" * 50 + " 天"])
def test_what_cannot_be_told_is_not_guessed(said: str) -> None:
    """The hint shows what can be written."""
    assert how_to_write(Shapes.BAD_DURATION, said).zh.startswith(
        "写成 30 分钟、3 工作日、5 自然日、12 个月，或当场、立即"
    )


def test_the_title_of_a_step_is_no_start(content: Content) -> None:
    """A time that is to count from a step names its id; other words are what happens."""
    place = content.put(LEAK, "within: {time: 5 分钟, from: ~answer~}", "接听")

    assert content.check("zh") == [
        (
            f"{place}: 警告: “接听”是步骤“answer”的标题，写在这里只算一句话 [from-a-title]\n"
            "    从那一步做完算起，就写 from: answer。"
        )
    ]
    content.change(LEAK, "from: 接听", "from: 接到报修")
    assert content.check("zh") == []


@pytest.mark.parametrize(
    ("night", "both"),
    [
        ("20:00-8:00", ""),
        ("22:00-6:00", ""),
        ("19:00-8:00", "每天 19:00–20:00"),
        ("20:00-9:30", "每天 8:00–9:30"),
    ],
)
def test_a_night_begins_when_the_desk_closes(content: Content, night: str, both: str) -> None:
    """Otherwise two texts name two people for the same hour; a desk that never closes has a night all the same."""
    content.change(TITLE_PAGE, "night: 20:00-8:00", f"night: {night}")
    found = [title for title in content.titles("zh") if "[night-while-open]" in title]

    assert [title.partition("警告: ")[2] for title in found] == (
        [f"夜间和开放时间重叠：{both} [night-while-open]"] if both else []
    )
    content.change(TITLE_PAGE, "open: 8:00-20:00", "open: 24 小时")
    assert "night-while-open" not in {finding.rule for finding in content.findings()}
