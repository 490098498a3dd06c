"""What was meant as a link, a blank or several items, and would be shown as it stands, is found with its place."""

from __future__ import annotations

import pytest

from tests.schemas.content import CATALOGUE, COMPLAINTS, LAWS, SETTINGS, TERMS, TITLE_PAGE, Content

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


SIGNS = "is shown as it stands, signs and all [markup-shown]"
BOLD = "Take the signs out: no text is bold. What to beware of goes into `mind`, what is said into `say`."
UNDERLINED = "Take the lines out; a blank that somebody fills is {name}, or a field of a form."
HTML = "Take it out: texts have no HTML. What stands apart is a step, an article or a point of its own."
LINK = "What is in the handbook is [[code]] or [[address]]; an address of the web is written as it is."


@pytest.mark.parametrize(
    ("text", "token", "instead"),
    [
        ("**先问人的情况**", "**先问人的情况**", BOLD),
        ("__先问人__", "__先问人__", UNDERLINED),
        ("先问<br>再答", "<br>", HTML),
        ("<b>先问</b>", "</b>", HTML),
        ("<span style='color:red'>先问", "<span style='color:red'>", HTML),
        ("先问&nbsp;再答", "&nbsp;", "Write the character itself; for a space, a space."),
        ("`先问`", "`先问`", "Take the backquotes out; “ ” quote a word."),
        ("见[网站](https://a.example)", "[网站](https://a.example)", LINK),
    ],
)
def test_markup_of_other_programs_is_found(content: Content, text: str, token: str, instead: str) -> None:
    """Markdown and HTML, with what is written for it here."""
    content.change(COMPLAINTS, "    do: 说明事实", f'    do: "{text}')
    content.change(COMPLAINTS, "在登记表写明答复内容。", '在登记表写明答复内容。"')

    place = content.place(COMPLAINTS, token, skip=text.partition(token)[0])
    assert content.check() == [f"{place}: warning: '{token}' {SIGNS}\n    {instead}"]


@pytest.mark.parametrize(
    ("before", "token", "after"),
    [
        ("do: |\n      ", "# 怎么答", "说明事实。"),
        ("先问清：\n      ", "- 是谁", "- 什么事"),
        ("先问清：\n      ", "* 是谁", "* 什么事"),
        ("do: |\n      ", "| 事 | 人 |", "| --- | --- |"),
        ("do: |\n      ", "```", "说明事实。"),
    ],
)
def test_markup_at_the_beginning_of_lines_is_found(content: Content, before: str, token: str, after: str) -> None:
    """Headings, lists, tables and fences, at the first line of each."""
    lines = before.removeprefix("do: |\n      ") + f"{token}\n      {after}"
    whole = "do: 说明事实、依据和下一步，问业主是否还有疑问；在登记表写明答复内容。"
    content.change(COMPLAINTS, whole, f"do: |\n      {lines}")

    place = content.place(COMPLAINTS, token, skip=before)
    assert content.titles() == [f"{place}: warning: '{token}' {SIGNS}"]


@pytest.mark.parametrize(
    "text",
    [
        "张**和李**一起来", "电话 138****1234", "长*宽 5*3*2", "__月__日至__月__日", "姓名__________", "# 键结束",
        "气温 < 5 ℃", "<A> 栋和 <B> 栋", "R&D 和 A&B", "1. 先看\n2. 再问", "①先看②再问", "- 5 ℃ 以下", "好的~~", "a|b",
        "[注1](见附件 二)",
    ],
)  # fmt: skip
def test_what_looks_like_markup_is_text(content: Content, text: str) -> None:
    """Masked names and numbers, blanks on paper, keys of a telephone, buildings, degrees and numbered lines."""
    quoted = text.replace("\n", "\\n")
    content.change(COMPLAINTS, "    do: 说明事实", f'    do: "{quoted}，说明事实')
    content.change(COMPLAINTS, "在登记表写明答复内容。", '在登记表写明答复内容。"')

    assert content.titles() == []


def test_markup_of_other_programs_in_english(content: Content) -> None:
    """What only the translation has is found there."""
    content.change(CATALOGUE, 'msgstr "Taking the complaint"', 'msgstr "**Taking the complaint**"')

    place = content.place(CATALOGUE, 'msgctxt "procedures/complaint-handling#steps.receive.title"')
    assert content.titles() == [f"{place}: warning: '**Taking the complaint**' {SIGNS}"]


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        (TERMS, "zh: ~投诉~\n"),
        (LAWS, "title: ~中华人民共和国民法典~\n"),
        (SETTINGS, "greeting: ~客人在面前，怎么办？~\n"),
        (TITLE_PAGE, "name: ~示范园区~\n"),
    ],
)
def test_markup_of_other_programs_in_what_is_no_record(content: Content, path: str, marked: str) -> None:
    """Terms, laws, the library and title pages are shown as well."""
    place = content.put(path, marked, "办<br>法")
    line, column = place.rsplit(":", 2)[1:]

    assert f"{path}:{line}:{int(column) + 1}: warning: '<br>' {SIGNS}" in content.titles()


NO_CODE = "looks like a code of this handbook; no record has it [code-unknown]"


@pytest.mark.parametrize(
    ("token", "title"),
    [
        ("GT-R-KF-62", f"'GT-R-KF-62' {NO_CODE}"),
        ("GT-R-KF-99", f"'GT-R-KF-99' {NO_CODE}"),
        *((token, f"'{token}' must be GT-R-KF-26; it is shown as typed, no link [code-mistyped]") for token in (
            "GT－R－KF－26", "ＧＴ-R-KF-２６", "GT–R–KF–26", "gt-r-kf-26", "GT-R-KF - 26", "GT-R-KF-026",
        )),
    ],
)  # fmt: skip
def test_a_code_that_leads_nowhere_is_found(content: Content, token: str, title: str) -> None:
    """One in the manner of the handbook's own that no record has, and one in other signs than its record has it."""
    content.change(COMPLAINTS, "    do: 说明事实", f"    do: 记在{token}，说明事实")

    assert content.titles() == [f"{content.place(COMPLAINTS, token)}: warning: {title}"]


def test_the_code_that_was_meant_is_said(content: Content) -> None:
    """As a guess where none has it, as the link to write where one does."""
    content.change(COMPLAINTS, "    do: 说明事实", "    do: 记在GT-R-KF-62和GT-R-KF－26，说明事实")

    assert [said.partition("\n    ")[2] for said in content.check("zh")] == [
        "是不是“GT-R-KF-28”？改成有的编号，写成 [[编号]]；别处的编号，写明是哪里的，再写 accept。",
        "写成 [[GT-R-KF-26]]。",
    ]


@pytest.mark.parametrize(
    "text",
    ["GT-R-KF-26", "GB-2312", "ISO 9001-2015", "GT-R-KF-26-2013", "GT-R-KF-2013", "NB-IOT-01", "A-62 栋", "KF-62",
     "[[GT-R-KF-26]]", "GT-R-XX-XX"],
)  # fmt: skip
def test_codes_of_others_are_text(content: Content, text: str) -> None:
    """A bare code that a record has, standards, models, and a code with the year of its edition."""
    content.change(COMPLAINTS, "    do: 说明事实", f"    do: 照 {text} 说明事实")

    assert content.titles() == []


def test_a_source_has_codes_of_its_own(content: Content) -> None:
    """What the original names need not be in the handbook."""
    content.change(COMPLAINTS, "page: 49, gives: 仅标题}", "page: 49, gives: 仅标题, note: 原文另附 GT-R-KF-62}")

    assert content.titles() == []


@pytest.mark.parametrize("token", ["[front-desk]", "【front-desk】", "`front-desk`", "<front-desk>"])
def test_an_id_in_brackets_is_found(content: Content, token: str) -> None:
    """It is the id of a record of its handbook, whose address makes the link."""
    content.change(COMPLAINTS, "    do: 说明事实", f"    do: 请{token}说明事实")

    said = f"{content.place(COMPLAINTS, token)}: warning: '{token}' {NO_LINK} [single-brackets]"
    assert content.check() == [f"{said}\n    A link has two brackets on each side: [[roles/front-desk]]."]


@pytest.mark.parametrize("token", ["[front]", "[fire]", "[a-b]", "front-desk"])
def test_other_words_in_brackets_are_text(content: Content, token: str) -> None:
    """Ids of nothing, of another handbook, and an id without brackets."""
    content.change(COMPLAINTS, "    do: 说明事实", f"    do: 请{token}说明事实")

    assert content.titles() == []
