"""YAML that does not parse is named where the mistake is, in the author's language."""

from __future__ import annotations

import pytest

from schemas.document import compose
from tests.schemas.content import BOOK, COMPLAINTS, KEYS, TITLE_PAGE, Content


def said(text: str, lang: str = "en") -> list[str]:
    """The findings of a text, each `line:col: rule: title`."""
    _, findings = compose(text, "x.yaml")
    return [f"{finding.line}:{finding.col} {finding.rule}: {finding.title(lang)}" for finding in findings]


class TestFullWidthColon:
    """The mistake that everybody who types Chinese makes is named at the colon, wherever it is."""

    @pytest.mark.parametrize(
        ("path", "old", "new", "key"),
        [
            (COMPLAINTS, "purpose: 让", "purpose： 让", "purpose"),
            (COMPLAINTS, "purpose: 让", "purpose：让", "purpose"),
            (COMPLAINTS, "steps:\n", "steps：\n", "steps"),
            (COMPLAINTS, "  - id: answer-now", "  - id：answer-now", "id"),
            (COMPLAINTS, "    do: 说明事实", "    do： 说明事实", "do"),
            (COMPLAINTS, "responsibilities:\n", "responsibilities：\n", "responsibilities"),
            (COMPLAINTS, "{time: 30 分钟, from: receive}", "{time： 30 分钟, from: receive}", "time"),
            (COMPLAINTS, "{time: 2 小时, from: grade}", "time：2 小时", "time"),
            (KEYS, "      rows: 16\n", "      rows： 16\n", "rows"),
            (TITLE_PAGE, "short: 绿城售后服务", "short：绿城售后服务", "short"),
        ],
        ids=[
            "top",
            "no space",
            "list below",
            "item",
            "in item",
            "mapping",
            "flow",
            "one value",
            "nested",
            "title page",
        ],
    )
    def test_it_is_found_where_it_stands(self, content: Content, path: str, old: str, new: str, key: str) -> None:
        """At top level, nested, in a list item and in braces, the finding points at the colon itself."""
        content.change(path, old, new)
        prefix, _, suffix = new.partition("：")
        place = content.place(path, f"：{suffix}", skip=prefix)

        assert content.check("zh") == [
            f"{place}: 错误: “{key}”后面是全角冒号 [full-width-colon]\n    改成半角冒号加一个空格：“{key}: ”。"
        ]
        assert content.titles("en") == [f"{place}: error: a full-width colon follows '{key}' [full-width-colon]"]

    def test_several_in_a_row_are_all_found(self) -> None:
        """Somebody whose keyboard is Chinese types them all so; he hears of all at once."""
        assert said("title： x\nsummary：y\ncode: z\n") == [
            "1:6 full-width-colon: a full-width colon follows 'title'",
            "2:8 full-width-colon: a full-width colon follows 'summary'",
        ]

    def test_a_file_with_nothing_else_is_not_called_empty(self) -> None:
        """Where no line has a sound colon, the bad ones are named and not the lack of keys."""
        assert said("title： x\nsummary： y\n") == [
            "1:6 full-width-colon: a full-width colon follows 'title'",
            "2:8 full-width-colon: a full-width colon follows 'summary'",
        ]

    def test_a_key_swallowed_by_the_text_above_is_found(self) -> None:
        """Indented too far, the line parses as part of the text above; it is found all the same."""
        assert said("a:\n  by: x\n    title： y\n  c: d\n") == [
            "3:10 full-width-colon: a full-width colon follows 'title'"
        ]

    def test_in_a_text_it_is_a_colon_like_any_other(self, content: Content) -> None:
        """In quoted and literal texts, and after words, a full-width colon is punctuation."""
        content.change(COMPLAINTS, "purpose: 让", 'purpose: "wifi：让')
        content.change(COMPLAINTS, "有期限、有结果、有回访。", '有期限、有结果、有回访。"')
        content.change(COMPLAINTS, "scope: 服务", "scope: |-\n  wifi：见墙上\n  服务")

        assert content.check() == []


def test_a_colon_without_its_space_is_found() -> None:
    """`title:投诉` is one word to YAML; the finding says that a space is missing."""
    assert said("title:投诉\ncode: x\n") == ["1:6 colon-without-space: there is no space after 'title:'"]
    assert said("steps:\n  - id:a\n    by: b\n", "zh") == ["2:7 colon-without-space: “id:”后面没有空格"]


@pytest.mark.parametrize("text", ["title: a:b\n", "see: http://x.cn/a:b\n", "at: 12:30\n", "x: '@a'\nb: c:d\n"])
def test_a_colon_inside_a_value_is_fine(text: str) -> None:
    """Times, addresses and the like keep their colons."""
    assert said(text) == []


ALIGN = ("缩进没有和上面对齐", "the indentation matches none of the lines above")
LACKS = ("这一行缺少“: ”", "this line lacks its ': '")


@pytest.mark.parametrize(
    ("text", "place", "zh", "en"),
    [
        ("a: 1\n b: 2\n", "2:2", *ALIGN),
        ("a: b\n  c\n d: e\n", "3:2", *ALIGN),
        ("a: b: c\n", "1:5", "这里不该又有“: ”", "there is a second ': ' here"),
        ("a: 1\nb\n", "2:1", *LACKS),
        ("title 接听\nby: x\n", "1:1", *LACKS),
        (
            "a: [1,\nb: c\n",
            "1:4",
            "方括号没有配对，或者少了逗号",
            "a bracket is not closed, or a comma is missing",
        ),
        (
            "a: {b: c {d} e}\n",
            "1:10",
            "花括号没有配对，或者少了逗号",
            "a brace is not closed, or a comma is missing",
        ),
        ("a: @x\n", "1:4", "文字以这个符号开头，没有加引号", "a text that starts with this sign is not quoted"),
        ("a: *重*\n", "1:5", "以 * 或 & 开头的文字没有加引号", "a text that starts with * or & is not quoted"),
        (
            'a: "x\\q"\n',
            "1:6",
            "双引号里的反斜杠写法不对",
            "a backslash within double quotes is not followed by what it may be",
        ),
        ("- a\nb: c\n", "2:1", "列表各项没有对齐", "the items of the list are not aligned"),
        ("a: - b\n", "1:4", "“- ”和键写在同一行", "'- ' stands on the line of its key"),
        ("%YAML 3.0\n---\na: b\n", "1:1", "以 % 开头的行不是正文", "a line that starts with % is no content"),
    ],
)
def test_the_parser_speaks_the_language_of_the_author(text: str, place: str, zh: str, en: str) -> None:
    """What libyaml says is said in our words, at the place where the mistake began."""
    assert said(text, "zh") == [f"{place} yaml-syntax: YAML 写法不对：{zh}"]
    assert said(text, "en") == [f"{place} yaml-syntax: this is not valid YAML: {en}"]


class TestOddSpaces:
    """A space that looks like one and is none to YAML is named at its own line and column, and alone."""

    @pytest.mark.parametrize(
        ("text", "place", "zh", "en"),
        [
            (
                "title:\u3000接\nby: a\n",
                "1:7",
                "“title:”后面是全角空格 U+3000",
                "full-width space U+3000 after 'title:'",
            ),
            (
                "title:\u00a0接\nby: a\n",
                "1:7",
                "“title:”后面是不换行空格 U+00A0",
                "no-break space U+00A0 after 'title:'",
            ),
            ("title:\u2003接\nby: a\n", "1:7", "“title:”后面是特殊空格 U+2003", "special space U+2003 after 'title:'"),
            ("title:\u202f接\n", "1:7", "“title:”后面是不换行空格 U+202F", "no-break space U+202F after 'title:'"),
            ("title: \u3000接\n", "1:8", "“接”前面是全角空格 U+3000", "full-width space U+3000 before '接'"),
            ("title: 接\u3000\n", "1:9", "“接”后面是全角空格 U+3000", "full-width space U+3000 after '接'"),
            ("title\u3000: 接\n", "1:6", "“title”后面是全角空格 U+3000", "full-width space U+3000 after 'title'"),
            ("a:\n  - x\n  -\u3000y\n", "3:4", "“-”后面是全角空格 U+3000", "full-width space U+3000 after '-'"),
            ("a: [x,\u3000y]\n", "1:7", "“y”前面是全角空格 U+3000", "full-width space U+3000 before 'y'"),
            ("a: x\n   by:\u3000y\n", "2:7", "“by:”后面是全角空格 U+3000", "full-width space U+3000 after 'by:'"),
            (
                "s:\n  - id: x\n\u00a0\u00a0\u00a0\u00a0by: a\n    do: b\n",
                "3:1",
                "行首是不换行空格 U+00A0",
                "no-break space U+00A0 at the beginning of the line",
            ),
            (
                "do: 一\n  \u3000\u3000二\n",
                "2:3",
                "行首是全角空格 U+3000",
                "full-width space U+3000 at the beginning of the line",
            ),
        ],
    )
    def test_it_is_named_where_it_stands(self, text: str, place: str, zh: str, en: str) -> None:
        """Behind a colon or a dash, before a key, as indentation, and at either end of a text."""
        assert said(text, "zh") == [f"{place} full-width-space: {zh}"]
        assert said(text, "en") == [f"{place} full-width-space: there is a {en}"]

    @pytest.mark.parametrize("text", ["a: 第一条\u3000总则\n", "a: '\u3000x'\n", "a: |\n  \u3000\u3000一段\n"])
    def test_within_a_text_it_may_stand(self, text: str) -> None:
        """Between words, in quotes, and as the indentation of a paragraph in a literal text."""
        assert said(text) == []


class TestQuotes:
    """A quote that never closes is named at the quote, however far below the parser gives up."""

    @pytest.mark.parametrize(
        ("text", "place", "value"),
        [
            ('title: "接听\nby: x\n', "1:8", '"接听'),
            ("title: '接听\nby: x\n", "1:8", "'接听"),
            ('title: "接听\nby: a\ndo: "好"\n', "1:8", '"接听'),
            ('title: "接听”\nby: a\n', "1:8", '"接听”'),
            ('a: ["x", "y]\nb: "c"\n', "1:10", '"y]'),
            ('title: "a\nsummary: "\n', "1:8", '"a'),
        ],
    )
    def test_an_open_one_is_named_where_it_opens(self, text: str, place: str, value: str) -> None:
        """Also where another below closes it, by luck or not."""
        assert said(text, "zh") == [f"{place} quote-open: “{value}”开头的引号没有配对"]
        assert said(text, "en") == [f"{place} quote-open: the quote that opens {value} is never closed"]

    def test_a_long_text_in_quotes_may_take_several_lines(self) -> None:
        """As long as none of them begins as a key or an item does."""
        assert said('a: "x\n  y，z: w"\nb: c\n') == []

    @pytest.mark.parametrize(
        ("text", "place", "rest", "zh", "en"),
        [
            ('a: "接听"电话\n', "1:8", "电话", "写成 '\"接听\"电话'。", "Write '\"接听\"电话'."),
            ("a: 'it's'\nb: c\n", "1:8", "s'", '写成 "it\'s"。', 'Write "it\'s".'),
            ('a: ["他说"好"", b]\n', "1:9", '好""', '写成 \'"他说"好""\'。', 'Write \'"他说"好""\'.'),
            (
                'a: "x"y\'s\n',
                "1:7",
                "y's",
                "里面的引号改用“ ”，外面只留一对。",
                "Use “ ” for the quotes within, and keep one pair around.",
            ),
        ],
    )
    def test_text_behind_them_is_named_with_its_repair(
        self, text: str, place: str, rest: str, zh: str, en: str
    ) -> None:
        """A text that begins with a quoted word takes another pair around all of it."""
        (finding,) = compose(text, "x.yaml")[1]

        assert said(text, "zh") == [f"{place} text-after-quotes: 引号在“{rest}”前面就结束了"]
        assert said(text, "en") == [f"{place} text-after-quotes: the quotes end before '{rest}'"]
        assert finding.hint("en") == en
        assert finding.hint("zh") == zh


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a:\n  - id: b\n    c: d\n  -id: e\n    c: f\n", "4:3", "id:"),
        ("a:\n  - x\n  -关水阀\n", "3:3", "关水阀"),
    ],
)
def test_a_dash_without_its_space_is_found(text: str, place: str, word: str) -> None:
    """An item of a list that begins `-id:` is no item."""
    assert said(text, "zh") == [f"{place} dash-without-space: “-{word}”的连字符后面没有空格"]
    assert said(text, "en") == [f"{place} dash-without-space: there is no space after the dash of '-{word}'"]


@pytest.mark.parametrize("sign", ["–", "—", "－", "·", "•", "1.", "2、", "3）", "（一）", "①"])
def test_items_that_begin_otherwise_are_found(sign: str) -> None:
    """With the dashes, dots and numbers of other programs; the sign is named, and how the item is written."""
    text = f"a:\n  - id: b\n    c: d\n  {sign} id: e\n    c: f\n"
    (finding,) = compose(text, "x.yaml")[1]

    assert said(text, "zh") == [f"4:3 not-a-dash: 列表的一项以“{sign}”开头"]
    assert said(text, "en") == [f"4:3 not-a-dash: an item of a list starts with '{sign}'"]
    assert finding.hint("zh") == "换成半角连字符加一个空格：“- id:”。"
    assert finding.hint("en") == "Use an ASCII hyphen and a space: '- id:'."


@pytest.mark.parametrize("sign", ["·", "1.", "-"])
def test_a_first_item_that_begins_otherwise_is_found_alone(content: Content, sign: str) -> None:
    """The next ones go on with its text: nothing more is said of them."""
    content.change(COMPLAINTS, "  - 业主在前台大吵大闹怎么办", f"  {sign}业主在前台大吵大闹怎么办")

    rule = "dash-without-space" if sign == "-" else "not-a-dash"
    assert [line.rpartition(" ")[2] for line in content.titles("en")] == [f"[{rule}]"]


@pytest.mark.parametrize("sign", ["、", "；", ";", "|"])
def test_items_are_separated_by_commas_alone(content: Content, sign: str) -> None:
    """References that another sign keeps apart are one to YAML: the sign is named at its place, and nothing else."""
    content.change(COMPLAINTS, "related: [GT-ZY-KF-006, GT-R-KF-26]", f"related: [GT-ZY-KF-006{sign}GT-R-KF-26]")

    assert content.titles("en") == [
        f"{COMPLAINTS}:15:23: error: '{sign}' stands between what is in brackets [wide-comma-in-brackets]"
    ]


def test_a_number_that_begins_a_text_is_no_item(content: Content) -> None:
    """`1.1.5` is a code where a list of references is wanted, and not the first of a list."""
    content.change(COMPLAINTS, "related: [GT-ZY-KF-006, GT-R-KF-26]", "related: 1.1.5")

    assert [line.rpartition(" ")[2] for line in content.titles("en")] == ["[expected-list]"]


def test_full_width_brackets_are_found() -> None:
    """Braces and brackets of a Chinese keyboard hold nothing together, nor do round ones."""
    assert said("a: ｛b: c｝\n", "zh") == ["1:4 full-width-bracket: “｛”不是 YAML 的括号"]
    assert said("a: 【b: c】\n") == ["1:4 full-width-bracket: '【' is not a bracket of YAML"]
    assert said("a: （b: c, d: e）\n") == ["1:4 full-width-bracket: '（' is not a bracket of YAML"]
    assert said("a: (b: c, d: e)\n") == ["1:4 full-width-bracket: '(' is not a bracket of YAML"]
    assert said("a: （夜里）先看: 再说\n", "zh") == ["1:10 yaml-syntax: YAML 写法不对：这里不该又有“: ”"]


LEAST = "每行写一个“键: 值”，至少写：title: …, summary: …。"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "~\n", "--- \n..."])
def test_an_empty_file_says_what_goes_into_it(content: Content, text: str) -> None:
    """The keys without which there is no record of its kind."""
    path = f"{BOOK}/policies/broken.yaml"
    content.write(path, text)

    assert content.check("zh") == [f"{path}:1:1: 错误: 文件是空的 [empty-file]\n    {LEAST}不要它就删掉。"]
    assert content.check("en") == [
        (
            f"{path}:1:1: error: the file is empty [empty-file]\n"
            "    Write 'key: value', one a line, at least: title: …, summary: …. Delete the file if it is not wanted."
        )
    ]


@pytest.mark.parametrize("text", ["just words\n", "- a\n- b\n"])
def test_a_file_without_keys_says_so(content: Content, text: str) -> None:
    """A list and a mere text have no keys."""
    path = f"{BOOK}/policies/broken.yaml"
    content.write(path, text)

    assert content.check("zh") == [f"{path}:1:1: 错误: 文件里没有“键: 值” [not-a-mapping]\n    {LEAST}"]
