"""What is wrong with YAML that does not parse, said where the author made the mistake and in his language.

The parser stops a line or more after a full-width colon and names it «mapping values are not allowed»; authors who
type Chinese make this mistake every day, so it is looked for first.
"""

from __future__ import annotations

import re
from typing import Final

import yaml

from schemas.findings import Finding
from schemas.messages import Files
from schemas.slips import slips_in_brackets, text_cut_above, unquoted_markup
from schemas.words import Bilingual

_BAD_COLON: Final = re.compile(r" *(?:- +)*([a-z_][\w-]*)(：|:(?=[^\s/:]))")
_GOOD_KEY: Final = re.compile(r" *(?:- +)*[^\s:]+:(?:\s|$)")
_MERGED_KEY: Final = re.compile(r"\s*(?:- +)*([a-z_]+)：")

# what the parser was in when it gave up on a later line, if the mistake is where that began
_BEGAN_AT: Final = (
    "while scanning a simple key", "while scanning a quoted scalar",
    "while parsing a flow sequence", "while parsing a flow mapping",
)  # fmt: skip

_IN_BRACKETS: Final = ("while parsing a flow sequence", "while parsing a flow mapping")

_PROBLEMS: Final = {
    "mapping values are not allowed in this context": "这里不该又有“: ”；多半是没有对齐，或者文字里的“: ”没有加引号",
    "could not find expected ':'": "这一行缺少“: ”",
    "did not find expected key": "缩进没有和上面对齐，或者引号后面多了字",
    "did not find expected '-' indicator": "列表各项没有对齐",
    "did not find expected ',' or ']'": "方括号没有配对，或者少了逗号；有 [ ] 的文字要加引号",
    "did not find expected ',' or '}'": "花括号没有配对，或者少了逗号；有 { } 的文字要加引号",
    "did not find expected node content": "这里少了内容，或者多了括号、逗号",
    "did not find expected alphabetic or numeric character": "以 * 或 & 开头的文字要加引号",
    "did not find expected whitespace or line break": "以 ! 开头的文字要加引号",
    "did not find expected comment or line break": "“|”或“>”后面不能再写文字",
    "did not find expected <document start>": "前面的内容没有写完整",
    "found character that cannot start any token": "文字不能以这个符号开头，要加引号",
    "found unexpected end of stream": "引号没有配对",
    "found unexpected document indicator": "引号没有配对",
    "found unknown escape character": "双引号里的反斜杠写法不对，改用单引号",
    "found incompatible YAML document": "删掉以 % 开头的这一行",
    "block sequence entries are not allowed in this context": "“- ”要另起一行",
    "mapping keys are not allowed in this context": "以 ? 开头的文字要加引号",
}
"""What libyaml says, in Chinese; what is not here is shown as libyaml says it."""


def syntax_findings(error: yaml.YAMLError, text: str, shown_path: str) -> list[Finding]:
    """The findings for a parser's error; bad colons are named where they stand, not a line later."""
    line, column = _place(error, text)
    if colons := bad_colons(text, shown_path, line):
        return colons
    if slips := _slips(error, text, shown_path):
        return slips
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    bilingual_problem = Bilingual(_PROBLEMS.get(problem, problem), problem)
    return [Finding(shown_path, line, column, Files.YAML_SYNTAX, {"problem": bilingual_problem})]


def _slips(error: yaml.YAMLError, text: str, shown_path: str) -> list[Finding]:
    """What an author slipped in where the parser gave up within brackets, or behind a text that a comment cut."""
    began, stopped = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    lines = text.split("\n")
    if (
        stopped
        and stopped.line < len(lines)
        and (markup := unquoted_markup(lines[stopped.line], shown_path, stopped.line + 1))
    ):
        return markup
    if began and stopped and getattr(error, "context", None) in _IN_BRACKETS:
        return slips_in_brackets(lines, shown_path, began.line + 1, min(stopped.line + 1, len(lines)))
    if stopped and 0 < stopped.line < len(lines):
        return text_cut_above(lines, shown_path, stopped.line)
    return []


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    stopped, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if stopped and began and stopped.line > began.line and getattr(error, "context", None) in _BEGAN_AT:
        stopped = began
    if mark := stopped or began:
        return mark.line + 1, mark.column + 1
    before = text.encode()[: getattr(error, "position", None) or 0].decode("utf-8", "ignore")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def bad_colons(text: str, shown_path: str, last_line: int) -> list[Finding]:
    """The bad colons in *last_line* and above it, up to the nearest line with a sound key, in the order of lines."""
    findings: list[Finding] = []
    lines = text.split("\n")[:last_line]
    for number in range(len(lines), 0, -1):
        colon = bad_colon(lines[number - 1], shown_path, number)
        if colon is not None:
            findings.append(colon)
        elif number < last_line and _GOOD_KEY.match(lines[number - 1]):
            break
    return findings[::-1]


def bad_colon(words: str, shown_path: str, line: int, column: int = 1) -> Finding | None:
    """The finding for *words* that begin with a key and a full-width colon, or a colon without its space.

    *line* and *column* are where *words* begin.
    """
    match = _BAD_COLON.match(words)
    if match is None:
        return None
    rule = Files.FULL_WIDTH_COLON if match[2] == "：" else Files.COLON_WITHOUT_SPACE
    return Finding(shown_path, line, column + match.start(2), rule, {"key": match[1]})


def merged_key(lines: list[str], shown_path: str, first: int) -> Finding | None:
    """A key swallowed by the plain text above it: YAML reads `by: a` and, further in, `title： b` as one text.

    *lines* are the lines of a plain scalar after its first, *first* the number of the first of them.
    """
    for number, line in enumerate(lines, first):
        if match := _MERGED_KEY.match(line):
            return Finding(shown_path, number, match.end(), Files.FULL_WIDTH_COLON, {"key": match[1]})
    return None
