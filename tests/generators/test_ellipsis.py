"""Texts that are cut short."""

from __future__ import annotations

import pytest

from generators.ellipsis import ellipsis
from generators.flow.measure import excerpt, width


@pytest.mark.parametrize(
    ("beginning", "shown"),
    [
        ("再照《确认", "再照《确认…》"),
        ("我是〔客服姓名〕，请转告〔顾客", "我是〔客服姓名〕，请转告〔顾客…〕"),
        ("写“改约（修好再打", "写“改约（修好再打…）”"),
        ("再照《", "再照…"),  # nothing is left to close
        ("I don’t know (yet", "I don’t know (yet…)"),  # an apostrophe is no mark that closes
        ("登记，", "登记…"),
    ],
)
def test_what_is_cut_short_closes_what_it_opened(beginning: str, shown: str) -> None:
    """The innermost mark first, behind the sign that more follows."""
    assert ellipsis(beginning) == shown


def test_a_box_of_a_chart_closes_what_an_earlier_line_opened() -> None:
    """And is no broader for it."""
    lines = excerpt("复述一遍（时间、房号、来意、电话、是谁）", 10, 80, 2)

    assert lines[-1].endswith("…）")
    assert all(width(line, 10) <= 80 for line in lines)
