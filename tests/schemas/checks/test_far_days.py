"""Days that no text can mean are found, and what may well be meant is not."""

from __future__ import annotations

import pytest

from tests.schemas.content import COMPLAINTS, TITLE_PAGE, Content


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2013-01-15", []),
        ("1949-10-01", []),
        ("1913-01-15", ["1913-01-15 is far off from today [date-astray]"]),
        ("2206-01-15", ["2206-01-15 is far off from today [date-astray]"]),
        ("2031-01-15", ["the source is dated 2031-01-15, which has not come yet [source-in-future]"]),
    ],
)
def test_the_day_of_an_original(content: Content, day: str, said: list[str]) -> None:
    """It lies in the last hundred years."""
    content.change(TITLE_PAGE, "effective: 2013-01-15", f"effective: {day}")
    place = content.place(TITLE_PAGE, day)

    assert content.titles() == [f"{place}: warning: {each}" for each in said]


@pytest.mark.parametrize(("day", "found"), [("2027-02-01", False), ("2045-01-01", False), ("2062-02-01", True)])
def test_the_day_on_which_a_record_takes_effect(content: Content, day: str, found: bool) -> None:
    """It may be years ahead, but not twenty."""
    content.change(COMPLAINTS, "status: draft", f"status: {{effective: {day}}}")

    astray = [title for title in content.titles() if title.endswith("[date-astray]")]
    assert bool(astray) is found
