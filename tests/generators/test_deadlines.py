"""The deadlines of a procedure, on one line."""

from __future__ import annotations

import pytest

from generators.pages.deadlines import deadlines
from generators.pages.page import Page
from schemas.library import Library
from schemas.procedure import Procedure
from tests.schemas.content import Content

LEAK = "handbook/greentown-after-sales/procedures/night-leak.yaml"
ADDRESS = "greentown-after-sales/procedures/night-leak"


def shown(library: Library) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """The groups: what they count from, then time, step and length of each bar."""
    entry = library.entries[ADDRESS]
    assert isinstance(entry.record, Procedure)
    page = Page(library, entry.url, entry)
    return [
        (group.start, [(due.within, due.step.title, due.mark) for due in group.dues])
        for group in deadlines(page, entry.record)
    ]


def test_what_counts_from_one_thing_stands_together(library: Library) -> None:
    """The shortest first, each with its step; what has no beginning of its own says so."""
    groups = dict(shown(library))

    assert groups == {
        "没有另写从哪里算起": [("立即", "接听", 1), ("立即", "照火警卡办", 1), ("立即", "先救人", 1)],
        "从“接听”做完算起": [("5 分钟内", "派人", 3)],
        "从接报算起": [("30 分钟内", "断电关水", 3)],
        "从“断电关水”做完算起": [("次日 8:30 前", "交给前台", 5)],
    }


@pytest.mark.parametrize(
    ("time", "mark"),
    [
        ("当场", 1), ("1 分钟", 2), ("60 分钟", 3), ("61 分钟", 4), ("24 小时", 4), ("3 工作日", 5), ("7 天", 6),
        ("8 天", 7), ("每月 5 日前", 0),
    ],
)  # fmt: skip
def test_a_bar_is_as_long_as_the_time(content: Content, time: str, mark: int) -> None:
    """To the mark that the time reaches; a day of the calendar has no length."""
    content.change(LEAK, "within: {time: 5 分钟, from: answer}", f"within: {{time: {time}, from: answer}}")

    assert [due[2] for _, dues in shown(content.library()) for due in dues if due[1] == "派人"] == [mark]


def test_few_deadlines_need_no_line(content: Content) -> None:
    """One sees them at their steps."""
    text = content.read(LEAK)
    content.write(LEAK, "\n".join(line for line in text.split("\n") if "within:" not in line))

    assert shown(content.library()) == []
