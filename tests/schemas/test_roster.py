"""A roster: written by its shifts, printed and filled as a register with a column for each day."""

from __future__ import annotations

import pytest

from filled.filling import fill_form
from filled.reading import read_form
from schemas.blanks import blanks_of
from tests.schemas.content import BOOK, Content

ROSTER = f"{BOOK}/forms/duty-roster.yaml"


def test_a_day_is_a_choice_of_shifts(content: Content) -> None:
    """31 of them, between the columns at the left and those at the right; a row for each person."""
    blanks = blanks_of(content.library(), content.entry(ROSTER))
    days = blanks.by_block["days"]

    assert [blank.key for blank in days] == ["name", "post", *(f"d{day}" for day in range(1, 32)), "hours", "rest"]
    assert {blank.choice("night", "en") for blank in days[2:33]} == {"N"}
    assert blanks.registers["days"].rows == 12


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_filled_in_is_read_back(content: Content, lang: str) -> None:
    """By the ids of shifts, whatever their marks are called."""
    view = content.library().view(lang)
    entry = view.entries[content.entry(ROSTER).address]
    days = ({"name": "李明", "d1": "early", "d31": "rest"}, {"name": "王芳", "d2": "night"})
    copy = read_form(view, fill_form(view, entry, {"days": days}), "roster.docx")

    assert copy.values["days"] == days


@pytest.mark.parametrize(
    ("marked", "new", "zh", "en"),
    [
        (
            "month: ~head.month~\n      people", "head.team",
            "错误: 字段“team”的种类是 text，这里要 month [wrong-field-type]",
            "error: field 'team' is of type text; month is needed here [wrong-field-type]",
        ),
        (
            "month: ~head.month~\n      people", "head.moth",
            "错误: 这里没有“head.moth”可指 [unknown-local]",
            "error: there is no 'head.moth' to point at here [unknown-local]",
        ),
        (
            "late: ~{mark: 晚, title: 晚班, hours: 12:00-20:00}~", "{mark: 早, title: 晚班}",
            "警告: “early”和“late”写的都是“早” [choices-alike]",
            "warning: 'early' and 'late' both say '早' [choices-alike]",
        ),
    ],
)  # fmt: skip
def test_what_a_roster_is_refused_for(content: Content, marked: str, new: str, zh: str, en: str) -> None:
    """A month that is none, and marks that cannot be told apart, each where it stands."""
    place = content.put(ROSTER, marked, new)

    assert content.titles("zh") == [f"{place}: {zh}"]
    assert content.titles("en") == [f"{place}: {en}"]
