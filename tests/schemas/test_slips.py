"""What YAML would cut, or read otherwise than it was meant, is said where it stands; what was meant so is let pass."""

from __future__ import annotations

import pytest

from schemas.document import compose
from tests.schemas.content import COMPLAINTS, Content


def titles(text: str, lang: str = "en") -> list[str]:
    """The findings of a text, each `line:col: severity: title`."""
    _, findings = compose(text, "x.yaml")
    return [f"{finding.line}:{finding.col}: {finding.severity}: {finding.title(lang)}" for finding in findings]


def data(text: str) -> object:
    """What a text is read as."""
    document, _ = compose(text, "x.yaml")
    assert document is not None
    return document.data


CUT = "is not read: ' #' begins a comment"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("do: 写下 #3 号楼的时间\n", f"1:8: error: '#3 号楼的时间' {CUT}"),
        ("do: write #3 down\n", f"1:11: error: '#3 down' {CUT}"),
        ("by: front-desk #前台\n", f"1:16: error: '#前台' {CUT}"),
        ("do: #3 号楼\nby: x\n", f"1:5: error: '#3 号楼' {CUT}"),
        ("asks:\n  - #3 号楼怎么走\n  - b\n", f"2:5: error: '#3 号楼怎么走' {CUT}"),
        ('do: "写下" #3 号楼\n', f"1:10: error: '#3 号楼' {CUT}"),
        ("do: |  #3 号楼\n  写下\n", f"1:8: error: '#3 号楼' {CUT}"),
        ("do: 写下\n  #3 号楼\nby: x\n", f"2:3: error: '#3 号楼' {CUT}"),
        ("do: 写下 #3\n  号楼的时间\n", f"1:8: error: '#3' {CUT}"),
        ("asks: [去 #3 号楼, 怎么走]\nby: x\n", f"1:10: error: '#3 号楼, 怎么走]' {CUT}"),
        ("a: {do: 写下 #3 号楼, by: x}\nb: 1\n", f"1:12: error: '#3 号楼, by: x}}' {CUT}"),
        ("do: 写下 # 3 号楼的时间\n", "1:8: warning: '# 3 号楼的时间' is a comment, which no reader sees"),
        ("do: write it # 3 down\n", "1:14: warning: '# 3 down' is a comment, which no reader sees"),
        ("do: 写下\n  # 3 号楼\nby: x\n", "2:3: warning: '# 3 号楼' is a comment, which no reader sees"),
    ],
)
def test_what_a_hash_cuts_off_is_named(text: str, finding: str) -> None:
    """` #` ends a text wherever it stands: the rest is quoted at its place, as an error where it was surely meant."""
    assert titles(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "# 整行的注释\ndo: 写下\n",
        "do: 写下\n# by: y\n#by: y\nby: x\n",
        "by: front-desk  # 前台\nrows: 16 # so many\n",
        "steps: # 各步骤\n  - a\n  # 下一步\n  - b\n  #- c\n  - d\n",
        "do: \"写下 #3 号楼的时间\"\nby: '去 #3'\n",
        "do: |\n  写下 #3 号楼\n  #4\n",
        "do: 写下#3 号楼，C#\n",
        'edition: "1"   # of this text\n',
        "asks: [a, b] # 够了\n",
        "code: # none yet\n",
    ],
)
def test_a_comment_is_a_comment(text: str) -> None:
    """A line of its own, a note behind an id or a number, and a hash inside a quoted text are what they look like."""
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("asks: [夜里怎么巡楼，how]\n", "1:14: warning: '夜里怎么巡楼，how' is one item: '，' separates nothing"),
        ("zh: [客户、顾客]\n", "1:8: warning: '客户、顾客' is one item: '、' separates nothing"),
        ("zh: [客户；顾客, 用户]\n", "1:8: warning: '客户；顾客' is one item: '；' separates nothing"),
        ("a: {time: 30 分钟，from: receive}\n", "1:16: error: '，' stands between what is in brackets"),
        ("a: {b: [x, y]、c: d}\n", "1:14: error: '、' stands between what is in brackets"),
    ],
)  # fmt: skip
def test_a_full_width_comma_separates_nothing(text: str, finding: str) -> None:
    """In `[…]` and `{…}` it is pointed at, whether YAML can read the line or not."""
    assert titles(text) == [finding]


def test_commas_of_a_text_are_its_own() -> None:
    """Quoted in a list, in a list of lines, and in a text a full-width comma is punctuation."""
    assert (
        titles('asks: ["急了，怎么办", b]\nmore:\n  - 急了，怎么办\ndo: 先断电，再救人\nb: {text: 好的，没有了}\n')
        == []
    )


@pytest.mark.parametrize("text", ["edition: “1”\n", "edition: ‘1’\n", "edition: 「1」\n", "a: [“1”]\n", "a: ＂1＂\n"])
def test_typographic_quotes_quote_nothing(text: str) -> None:
    """A text that stands in them whole is said to show them."""
    value = text.split(": ")[1].strip().strip("[]")
    column = text.index(value) + 1

    assert titles(text) == [f"1:{column}: warning: the quotes around '{value}' are shown as they stand"]


@pytest.mark.parametrize("text", ["do: “一站式”服务\n", "do: 说“请稍等”\n", "say: '“请稍等”'\n", "do: “甲”和“乙”\n"])
def test_quotes_within_a_text_stay(text: str) -> None:
    """Around a word they belong to the text; around all of it too, once it is quoted in ASCII."""
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("say: {name}您好\nby: x\n", "1:6", "{name}"),
        ("say: [[GT-R-KF-26]] 登记\nby: x\n", "1:6", "[[GT-R-KF-26]]"),
        ("a:\n  - {project.phone}，请打\n  - b\n", "2:5", "{project.phone}"),
        ("a: [{name}您好, b]\n", "1:5", "{name}"),
        ("a: [请{name}等, b]\n", "1:6", "{name}"),
        ("say:\n  {name}您好\n", "2:3", "{name}"),
    ],
)
def test_a_text_with_our_markup_is_to_be_quoted_where_yaml_asks_for_it(text: str, place: str, value: str) -> None:
    """At the beginning of a text and in lists braces and brackets mean something to YAML: that is what is said."""
    assert titles(text) == [f"{place}: error: a text with '{value}' is not quoted"]


def test_our_markup_within_a_text_needs_no_quotes() -> None:
    """Behind other words, outside of brackets, a link and a blank are text to YAML too."""
    assert titles("say: 请{name}等\nmind: 见 [[GT-R-KF-26]]\nasks:\n  - 问{name}\n") == []


def test_an_item_under_a_text_is_named() -> None:
    """A line that begins with a dash under `do: …` is read as more of that text, which nobody means."""
    text = "do: 第一件\n  - 第二件\nby: x\n"

    assert titles(text) == ["2:3: warning: '- 第二件' continues the text above and is no item"]
    assert titles("do:\n  第一件，\n  第二件\n") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 第一行，\n  第二行\n", "第一行，第二行"),
        ("a: 甲 乙\n  丙\n", "甲 乙丙"),
        ("a: 打\n  GT-R-KF-26\n  登记\n", "打 GT-R-KF-26 登记"),
        ("a: one\n  two\n", "one two"),
        ("a: >\n  一\n  二\n\n  三\n", "一二\n三"),
        ('a: "一\n  二"\n', "一二"),
        ("a: '一\n\n  二'\n", "一\n二"),
        ("a: |\n  一\n  二\n", "一\n二"),
        ("a: |+\n  一\n\n", "一"),
    ],
)
def test_a_line_break_puts_no_space_between_chinese_characters(text: str, value: str) -> None:
    """A text over several lines reads as if it stood in one; English keeps its spaces, and typed ones stay."""
    assert data(text) == {"a": value}


def test_a_tab_in_an_escape_is_found() -> None:
    r"""`"\t"` in double quotes is as much a tab as one that was typed."""
    assert titles('a: "x\\ty"\n') == ["1:4: error: there is a tab"]


def test_an_error_keeps_the_record_from_use_and_a_warning_does_not(content: Content) -> None:
    """What is cut off is an error in both languages, with the way to put it right."""
    content.change(COMPLAINTS, "    do: 说明事实", "    do: 说明 #3 号楼的事实")
    place = content.place(COMPLAINTS, "#3 号楼的事实")

    [finding] = [text for text in content.check("zh") if "text-cut" in text]
    assert finding.startswith(f"{place}: 错误: “#3 号楼的事实")
    assert finding.endswith(
        "”不会被读到：YAML 把空格后面的 # 当作注释 [text-cut]\n"
        "    是正文就把整段文字用引号括起来；是注释就另起一行，以“# ”开头。"
    )


def test_brackets_that_never_close_are_what_is_wrong(content: Content) -> None:
    """Not the Chinese commas of the texts below, which are no part of them."""
    path = "handbook/greentown-after-sales/procedures/night-leak.yaml"
    content.change(path, "within: {time: 5 分钟, from: answer}", "within: {time: 5 分钟, from: answer")

    assert [title.partition("错误: ")[2] for title in content.titles("zh")] == [
        "YAML 写法不对：花括号没有配对，或者少了逗号 [yaml-syntax]"
    ]
