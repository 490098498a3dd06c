"""Days that no text can mean are found, and what may well be meant is not."""

from __future__ import annotations

import pytest

from tests.schemas.content import COMPLAINTS, GUIDE, POLICY, TITLE_PAGE, Content


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


@pytest.mark.parametrize(("day", "found"), [("2027-02-01", False), ("2030-12-31", False), ("2035-02-01", True)])
def test_the_day_on_which_a_record_takes_effect(content: Content, day: str, found: bool) -> None:
    """It may be years ahead, but not five."""
    content.change(COMPLAINTS, "status: draft", f"status: {{effective: {day}}}")

    astray = [title for title in content.titles() if title.endswith("[date-astray]")]
    assert bool(astray) is found


@pytest.mark.parametrize(("day", "found"), [("2006-02-01", False), ("1990-01-15", True)])
def test_the_day_on_which_a_text_was_signed(content: Content, day: str, found: bool) -> None:
    """A text of ours that was signed more than twenty years ago has a wrong year, or is read by nobody."""
    content.change(GUIDE, "owner: ", f"status: {{approved: {{name: 陈静, on: {day}}}}}\nowner: ")

    assert any(title.endswith("[date-astray]") for title in content.titles()) is found


def test_what_is_older_than_its_source(content: Content) -> None:
    """Who signs a text made from an original of 2013 signs after that; so it takes effect."""
    content.change(TITLE_PAGE, "on: 2026-01-12}", "on: 2012-01-12}")
    content.change(COMPLAINTS, "status: draft", "status: {effective: 2012-02-01}")
    said = "is before the source (2013-01-15) [signed-before-source]"

    assert content.titles() == [
        f"{content.place(TITLE_PAGE, '2012-01-12')}: warning: checking (2012-01-12) {said}",
        f"{content.place(COMPLAINTS, '2012-02-01')}: warning: taking effect (2012-02-01) {said}",
    ]


def test_the_revisions_of_a_handbook(content: Content) -> None:
    """They have happened, stand from old to new, and the edition in force is one of them."""
    first = '- {edition: "1", on: 2026-01-15, what: 第一版草案}'
    days = {"A/0": "2026-01-15", "A/1": "2026-01-10", "A/2": "2031-01-10"}
    listed = [first.replace('"1"', edition).replace("2026-01-15", on) for edition, on in days.items()]
    content.change(TITLE_PAGE, first, "\n    ".join(listed))

    assert [title.partition(": ")[0::2] for title in content.titles()] == [
        (
            content.place(TITLE_PAGE, "- {edition: A/0"),
            "warning: the revisions do not list the edition in force, '1' [revision-missing]",
        ),
        (
            content.place(TITLE_PAGE, "2026-01-10"),
            "warning: this revision (2026-01-10) is before the one above (2026-01-15) [revisions-out-of-order]",
        ),
        (
            content.place(TITLE_PAGE, "2031-01-10"),
            "warning: the day of this revision, 2031-01-10, has not come yet [revised-in-future]",
        ),
    ]


def test_what_was_withdrawn_before_it_was_approved(content: Content) -> None:
    """A text has been signed when it is withdrawn; it need not have taken effect."""
    line = "  withdrawn: {name: 陈静, on: 2026-01-09}\n  replaced_by: GT-ZY-KF-002\n"
    content.change(POLICY, "  effective: 2026-01-15\n", f"  effective: 2026-01-15\n{line}")
    place = content.place(POLICY, "2026-01-09")

    assert [title for title in content.titles() if title.startswith(f"{POLICY}:9")] == [
        f"{place}: warning: withdrawal (2026-01-09) is before approval (2026-01-10) [signed-out-of-order]"
    ]

    content.change(POLICY, "2026-01-09", "2026-01-12")
    assert not [title for title in content.titles() if title.endswith("[signed-out-of-order]")]
