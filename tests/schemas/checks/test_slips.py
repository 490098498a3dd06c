"""What was meant as a link, a blank or several items, and would be shown as it stands, is found with its place."""

from __future__ import annotations

import pytest

from tests.schemas.content import COMPLAINTS, TERMS, Content

NO_LINK = "is shown as it stands; it is no link"
NO_BLANK = "is shown as it stands and never filled"


@pytest.mark.parametrize(
    ("text", "token", "title"),
    [
        ("登记 ［［GT-R-KF-26］］。", "［［GT-R-KF-26］］", f"'［［GT-R-KF-26］］' {NO_LINK} [wide-brackets]"),
        ("登记 【【GT-R-KF-26】】。", "【【GT-R-KF-26】】", f"'【【GT-R-KF-26】】' {NO_LINK} [wide-brackets]"),
        ("登记 [［GT-R-KF-26］]。", "[［GT-R-KF-26］]", f"'[［GT-R-KF-26］]' {NO_LINK} [wide-brackets]"),
        ("登记 [GT-R-KF-26]。", "[GT-R-KF-26]", f"'[GT-R-KF-26]' {NO_LINK} [single-brackets]"),
        ("登记【GT-R-KF-26】。", "【GT-R-KF-26】", f"'【GT-R-KF-26】' {NO_LINK} [single-brackets]"),
        ("见 [roles/front-desk]。", "[roles/front-desk]", f"'[roles/front-desk]' {NO_LINK} [single-brackets]"),
        ("见《GT-R-KF-26》。", "《GT-R-KF-26》", f"'《GT-R-KF-26》' {NO_LINK} [single-brackets]"),
        ("见 <GT-R-KF-26>。", "<GT-R-KF-26>", f"'<GT-R-KF-26>' {NO_LINK} [single-brackets]"),
        ("见 [GT-R-KF-99]。", "[GT-R-KF-99]", f"'[GT-R-KF-99]' {NO_LINK} [single-brackets]"),
        ("见 [forms/none]。", "[forms/none]", f"'[forms/none]' {NO_LINK} [single-brackets]"),
        ("填[GT-R-KF-26、GT-R-KF-27]。", "[GT-R-KF-26、GT-R-KF-27]",
         f"'[GT-R-KF-26、GT-R-KF-27]' {NO_LINK} [single-brackets]"),
        ("填 [登记表](GT-R-KF-26)。", "[登记表](GT-R-KF-26)", f"'[登记表](GT-R-KF-26)' {NO_LINK} [single-brackets]"),
        ("请｛name｝等一下。", "｛name｝", f"'｛name｝' {NO_BLANK} [wide-braces]"),
        ("请{name｝等一下。", "{name｝", f"'{{name｝' {NO_BLANK} [wide-braces]"),
        ("请｛姓名}等一下。", "｛姓名}", f"'｛姓名}}' {NO_BLANK} [wide-braces]"),
        ("请{name 等一下。", "{name", "'{name' lacks its other brace [half-blank]"),
        ("请 name}等一下。", "name}", "'name}' lacks its other brace [half-blank]"),
        ("到{{ project.name }}找。", "{{ project.name }}",
         "'{{ project.name }}' is shown with its signs, not as a blank [double-braces]"),
        ("到${project.name}找。", "${project.name}",
         "'${project.name}' is shown with its signs, not as a blank [double-braces]"),
    ],
)  # fmt: skip
def test_markup_that_is_none_is_found(content: Content, text: str, token: str, title: str) -> None:
    """Full-width signs, one bracket for two, half a blank: each at its place, though a page would show it."""
    content.change(COMPLAINTS, "    do: 说明事实", f"    do: {text}说明事实")

    place = content.place(COMPLAINTS, token, skip=text.partition(token)[0])
    assert content.titles() == [f"{place}: warning: {title}"]


@pytest.mark.parametrize(
    "text",
    [
        "登记 [[GT-R-KF-26]]",
        "见【附件】和 [注1]",
        "用 {{ name }} 或 {% if %}",
        "数组 [1]、[2026]",
        "［备注］",
        "照《民法典》和《GB/T 20647》",
        "二选一 [a/b]",
        "登记表（GT-R-KF-26）",
    ],
)
def test_other_brackets_are_text(content: Content, text: str) -> None:
    """Links, notes, other template languages and numbers in brackets are what they look like."""
    content.change(COMPLAINTS, "    do: 说明事实", f"    do: {text}，说明事实")

    assert content.titles() == []


def test_the_way_to_put_it_right_is_said(content: Content) -> None:
    """A single bracket names the link that it should be; a full-width blank the sign to use."""
    content.change(COMPLAINTS, "    do: 说明事实", "    do: 请｛name｝看【GT-R-KF-26】说明事实")

    hints = [text.partition("\n")[2].strip() for text in content.check("zh")]
    assert hints == ["空格写成半角的 {name}。", "链接写两层方括号：[[GT-R-KF-26]]。"]


@pytest.mark.parametrize(
    "ask", ["投诉怎么办，how do I handle it", "how do I handle it; 投诉怎么办", "投诉怎么办, how do I handle it"]
)
def test_two_questions_in_one_are_found(content: Content, ask: str) -> None:
    """A Chinese and an English question that stand in one item, with whatever comma, are asked for one by one."""
    content.change(COMPLAINTS, "asks:\n", f'asks:\n  - "{ask}"\n')

    place = content.place(COMPLAINTS, f'"{ask}"')
    assert content.titles() == [f"{place}: warning: '{ask}' looks like several items in one [items-run-together]"]


def test_english_words_in_a_chinese_question_are_fine(content: Content) -> None:
    """Names of things in Latin letters do not make a question two."""
    content.change(COMPLAINTS, "asks:\n", "asks:\n  - 客人急了，wifi 还是上不去怎么办\n")

    assert content.titles() == []


@pytest.mark.parametrize("alias", ["客诉、抱怨", "客诉，抱怨", "complaint, grievance"])
def test_two_aliases_in_one_are_found(content: Content, alias: str) -> None:
    """An alias with a comma would match nothing that anybody types."""
    content.write(
        TERMS,
        f"terms:\n  - id: complaint\n    zh: 投诉\n    en: complaint\n    aliases:\n      zh:\n        - {alias}\n",
    )

    place = content.place(TERMS, alias)
    assert content.titles() == [f"{place}: warning: '{alias}' looks like several items in one [items-run-together]"]
