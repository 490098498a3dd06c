"""From what a person types for a form to the form, in the handbooks of this repository."""

from __future__ import annotations

import pytest

from commands.finding_records import find_forms
from schemas.findings import HandbookError
from tests.schemas.content import handbooks


def codes(typed: str) -> list[str]:
    """The codes of the forms that *typed* means."""
    return [str(form.record.code) for form in find_forms(handbooks(), typed)]


@pytest.mark.parametrize(
    "typed",
    [
        "GT-R-KF-26", "gt-r-kf-26", "ＧＴ－Ｒ－ＫＦ－２６", "GT R KF 26", "kf26", "GT—R—KF—026", " gt_r_kf/26 ",
        "complaint-Register", "ＣＯＭＰＬＡＩＮＴ register", "客户投诉/意见登记表", "《客户投诉／意见登记表》",
        "客户投诉意见登记表", "投诉/意见登记",
    ],
)  # fmt: skip
def test_a_form_is_understood_as_it_is_typed(typed: str) -> None:
    """A code in any case, width and spacing, letters left out; a title, or part of one, in either language."""
    assert codes(typed) == ["GT-R-KF-26"]


def test_a_role_is_understood_by_its_title() -> None:
    """As by its id."""
    assert codes("客服前台") == codes("front-desk") != []


@pytest.mark.parametrize("typed", ["GT-R-KF-2*", "gt-r-kf-2?", "GT-R-KF-2[0-9]", "ｇｔ－ｒ－ｋｆ－２＊"])
def test_a_pattern_means_every_form_that_fits(typed: str) -> None:
    """In any case and width."""
    assert sorted(codes(typed)) == [f"GT-R-KF-2{number}" for number in range(10)]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("GT-R-KF-9*", "没有哪张表的编号、标题或地址和“GT-R-KF-9*”相符。handbook form --list 列出全部。"),
        ("GT-BF-KF-26", "没有“GT-BF-KF-26”。是不是“GT-R-KF-26”？"),
        ("GT-R-KF-260", "没有“GT-R-KF-260”。是不是“GT-R-KF-26”？"),
        ("26", "没有哪张表的编号、标题或地址和“26”相符。handbook form --list 列出全部。"),
    ],
)
def test_what_is_not_understood_is_refused(typed: str, message: str) -> None:
    """A pattern that nothing fits has no closest word; letters that no code has are not passed over."""
    with pytest.raises(HandbookError) as error:
        codes(typed)

    assert error.value.say("zh") == message


def test_what_may_be_several_is_listed() -> None:
    """By title and code, the first six of them."""
    with pytest.raises(HandbookError) as error:
        codes("登记表")

    said = error.value.say("zh")
    assert said.startswith("“登记表”可以是好几个。写出编号或地址：")
    assert "，另有 " in said
