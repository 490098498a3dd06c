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


UNALIGNED = "这里不该又有“: ”；多半是没有对齐，或者文字里的“: ”没有加引号"


@pytest.mark.parametrize(
    ("text", "place", "zh", "en"),
    [
        ("a: 1\n b: 2\n", "2:3", UNALIGNED, "mapping values are not allowed in this context"),
        ("a: b: c\n", "1:5", UNALIGNED, "mapping values are not allowed in this context"),
        ("a: 1\nb\n", "2:1", "这一行缺少“: ”", "could not find expected ':'"),
        ("a: 'x\nb: y\n", "1:4", "引号没有配对", "found unexpected end of stream"),
        (
            "a: [1,\nb: c\n",
            "1:4",
            "方括号没有配对，或者少了逗号；有 [ ] 的文字要加引号",
            "did not find expected ',' or ']'",
        ),
        (
            "a: {b: c {d} e}\n",
            "1:10",
            "花括号没有配对，或者少了逗号；有 { } 的文字要加引号",
            "did not find expected ',' or '}'",
        ),
        ("a: @x\n", "1:4", "文字不能以这个符号开头，要加引号", "found character that cannot start any token"),
        ("a: *重*\n", "1:5", "以 * 或 & 开头的文字要加引号", "did not find expected alphabetic or numeric character"),
        ("a: 'x' y\n", "1:8", "缩进没有和上面对齐，或者引号后面多了字", "did not find expected key"),
        ('a: "x\\q"\n', "1:6", "双引号里的反斜杠写法不对，改用单引号", "found unknown escape character"),
        ("- a\nb: c\n", "2:1", "列表各项没有对齐", "did not find expected '-' indicator"),
        ("a: - b\n", "1:4", "“- ”要另起一行", "block sequence entries are not allowed in this context"),
        ("%YAML 3.0\n---\na: b\n", "1:1", "删掉以 % 开头的这一行", "found incompatible YAML document"),
    ],
)
def test_the_parser_speaks_the_language_of_the_author(text: str, place: str, zh: str, en: str) -> None:
    """What libyaml says is said in Chinese too, at the place where the mistake began."""
    assert said(text, "zh") == [f"{place} yaml-syntax: YAML 写法不对：{zh}"]
    assert said(text, "en") == [f"{place} yaml-syntax: this is not valid YAML: {en}"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "just words\n", "- a\n- b\n", "~\n", "--- \n..."])
def test_a_file_without_keys_says_so(content: Content, text: str) -> None:
    """An empty file, a list and a mere text have no keys."""
    path = f"{BOOK}/policies/broken.yaml"
    content.write(path, text)

    assert content.check("zh") == [
        f"{path}:1:1: 错误: 文件里没有“键: 值” [not-a-mapping]\n    参照同一文件夹里的其他记录。"
    ]
