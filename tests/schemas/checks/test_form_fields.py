"""What a form asks for: privacy, choices, and codes of our own, each with its message in both languages."""

from __future__ import annotations

import pytest

from tests.schemas.content import KEYS, REGISTER, REPORT, SETTINGS, SURVEY, Content


def test_an_identity_number_on_a_public_form_is_an_error(content: Content) -> None:
    """Whatever the privacy of the field itself is: who may see the form sees it."""
    content.change(SURVEY, "keep: {time", "privacy: public\nkeep: {time")
    place = content.put(
        SURVEY, "~{id: serial, title: 问卷编号, type: serial}~", "{id: idn, title: 证件, type: id-number}"
    )

    assert content.check("zh") == [
        (
            f"{place}: 错误: 这张表的 privacy 是 public，“证件”却是证件号码 [public-but-personal]\n"
            "    表的 privacy 改成 personal 或 sensitive，或者删掉这一栏。"
        )
    ]
    assert content.check("en") == [
        (
            f"{place}: error: this form is `privacy: public`, yet '证件' is an identity number [public-but-personal]\n"
            "    Make the form's privacy personal or sensitive, or take this field out."
        )
    ]


def test_a_sensitive_field_on_a_public_form_is_an_error(content: Content) -> None:
    """A phone that residents may write is not: only what is marked as sensitive."""
    content.change(SURVEY, "keep: {time", "privacy: public\nkeep: {time")
    place = content.put(SURVEY, "~{id: room, title: 房号, type: room}~", "{id: ill, title: 病情, privacy: sensitive}")

    assert content.titles("zh") == [
        f"{place}: 错误: 这张表的 privacy 是 public，“病情”却是敏感信息（privacy: sensitive） [public-but-personal]"
    ]
    assert content.titles() == [
        f"{place}: error: this form is `privacy: public`, yet '病情' is sensitive [public-but-personal]"
    ]


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        (REPORT, "choices: {major: 重大~, ordinary: 一般~}, required"),
        (REPORT, "choices: {agree: 同意~, change: 修改~}"),
        (SURVEY, "points: {satisfied: 满意~, neutral: 一般, dissatisfied: 不满意~}"),
    ],
)
def test_one_choice_only_is_a_warning(content: Content, path: str, marked: str) -> None:
    """A field, a stage of an approval and a scale alike: what cannot be chosen is no choice."""
    content.put(path, marked, "")

    assert [line.partition("warning: ")[2] for line in content.titles()] == [
        {
            "choices: {major": "'分级' has one choice only [one-choice]",
            "choices: {agree": "'服务中心经理意见' has one choice only [one-choice]",
            "points: {satisf": "'ratings' has one choice only [one-choice]",
        }[marked[:15]]
    ]


def test_two_choices_with_one_text_are_a_warning(content: Content) -> None:
    """Who ticks one of them has said nothing; the second stands in the finding."""
    place = content.put(KEYS, "present: 业主到场, phone: ~预留电话核实~", "业主到场")

    assert content.check("zh") == [
        f"{place}: 警告: “present”和“phone”写的都是“业主到场” [choices-alike]\n    改成不同的文字，或者删掉一项。"
    ]
    assert content.check("en") == [
        (
            f"{place}: warning: 'present' and 'phone' both say '业主到场' [choices-alike]\n"
            "    Word them differently, or delete one."
        )
    ]


def test_our_own_prefix_is_no_sources(content: Content) -> None:
    """`own_codes` may not be what a source's codes begin with."""
    content.write(SETTINGS, content.read(SETTINGS) + "own_codes: GT-R-KF-1\n")
    place = content.place(KEYS, "GT-R-KF-13", skip="{title: 钥匙借用登记表, code: ")

    assert [line for line in content.check("zh") if "own-code-of-source" in line] == [
        (
            f"{place}: 错误: “GT-R-KF-13”是原文件的编号，自编表单的编号以“GT-R-KF-1”开头，会混在一起 "
            "[own-code-of-source]\n"
            "    在 library.yaml 的 own_codes 里换一个没有来源用的开头。"
        )
    ]
    assert [line for line in content.titles() if "own-code-of-source" in line] == [
        (
            f"{place}: error: 'GT-R-KF-13' is a source's code, yet forms of our own have codes with 'GT-R-KF-1' too "
            "[own-code-of-source]"
        )
    ]


def test_a_form_that_no_source_has_takes_our_own_prefix(content: Content) -> None:
    """One whose source gives its code does not."""
    content.write(SETTINGS, content.read(SETTINGS) + "own_codes: SC-\n")
    content.change(REGISTER, "code: GT-R-KF-26", "code: SC-26")
    content.change(REPORT, "edition:", "source: {title: 客户投诉报告单, code: GT-R-KF-27, gives: 仅标题}\nedition:")

    assert [line for line in content.titles() if "own-code" in line] == []

    content.change(REPORT, "title: 客户投诉报告单, code: GT-R-KF-27, gives", "title: 客户投诉报告单, gives")
    place = content.place(REPORT, "GT-R-KF-27")

    assert [line for line in content.check("zh") if "own-code" in line] == [
        (
            f"{place}: 警告: 原文件里没有这张表，编号“GT-R-KF-27”却不是自编的“SC-…” [own-code-missing]\n"
            "    换成 SC- 开头的编号；原文件有的，写上 source 的 code。"
        )
    ]
    assert [line for line in content.titles() if "own-code" in line] == [
        (
            f"{place}: warning: no source has this form, yet its code 'GT-R-KF-27' is not one of our own ('SC-…') "
            "[own-code-missing]"
        )
    ]


def test_a_form_of_our_own_has_no_code_of_a_source(content: Content) -> None:
    """Without a prefix too: the source gives that number to another form."""
    content.change(KEYS, "code: GT-R-KF-13, edition: A/0", "code: GT-R-KF-27, edition: A/0")
    place = content.place(REPORT, "GT-R-KF-27")

    assert content.check("zh") == [
        f"{place}: 错误: 编号“GT-R-KF-27”是原文件给另一张表的：{KEYS} [code-of-source]\n    自编的表换一个编号。"
    ]
    assert content.titles() == [
        f"{place}: error: the source gives code 'GT-R-KF-27' to another form: {KEYS} [code-of-source]"
    ]


@pytest.mark.parametrize(("time", "found"), [("30 年", False), ("50 年", False), ("51 年", True), ("999 个月", True)])
def test_copies_kept_for_ever_are_found(content: Content, time: str, found: bool) -> None:
    """What a department keeps it keeps for years, not for centuries."""
    place = content.put(SURVEY, "keep: {time: ~3 年~", time)

    titles = [title for title in content.titles("zh") if "keep-too-long" in title]
    assert titles == ([f"{place}: 警告: 填好的表要保存 {time} [keep-too-long]"] if found else [])


@pytest.mark.parametrize(("time", "found"), [("1 天", True), ("3 周", True), ("1 个月", False), ("30 天", False)])
def test_copies_gone_before_anybody_asks_are_found(content: Content, time: str, found: bool) -> None:
    """Whoever complains or audits comes months later."""
    place = content.put(SURVEY, "keep: {time: ~3 年~", time)

    titles = [title for title in content.titles("zh") if "keep-too-short" in title]
    assert titles == ([f"{place}: 警告: 填好的表只保存 {time} [keep-too-short]"] if found else [])


@pytest.mark.parametrize(
    ("value", "found"), [("一月", True), ("2026 年", True), ("2026-01", False), ("2026 年 1 月", False)]
)
def test_what_is_filled_in_beforehand_fits_its_field(content: Content, value: str, found: bool) -> None:
    """A copy would come back with a mistake that nobody who filled it made."""
    field = "{id: month, title: 月份, type: month, required: true"
    content.change(KEYS, field, f"{field}, value: {value}")

    said = f"error: '月份' takes a month, and '{value}' is filled in [value-unfit]"
    assert content.titles() == ([f"{content.place(KEYS, value)}: {said}"] if found else [])
