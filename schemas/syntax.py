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
from schemas.odd_spaces import ODD, behind, odd_space
from schemas.quotes import open_quote, text_behind_quotes
from schemas.slips import indent_of, slips_in_brackets, text_cut_above, unquoted_markup
from schemas.yaml_problems import OTHERWISE, PROBLEMS

_BAD_COLON: Final = re.compile(rf" *(?:- +)*([a-z_][\w-]*) ?([：﹕∶]|:(?=[{ODD}]|[^\s/:]))")
_GOOD_KEY: Final = re.compile(r" *(?:- +)*[^\s:]+:(?: |$)")
_MERGED_KEY: Final = re.compile(rf"\s*(?:- +)*[a-z_]+(?=：|:[{ODD}])")

# what the parser was in when it gave up on a later line, if the mistake is where that began
_BEGAN_AT: Final = (
    "while scanning a simple key", "while scanning a quoted scalar",
    "while parsing a flow sequence", "while parsing a flow mapping",
)  # fmt: skip

_IN_BRACKETS: Final = ("while parsing a flow sequence", "while parsing a flow mapping")

_DASH: Final = re.compile(r" *(?:- +)*-([a-z_][\w-]*:) ")
_DASH_OF_TEXT: Final = re.compile(r" *-([^\s\d-]\S{0,19})")
_FIRST_KEY: Final = re.compile(r" *(?:- +)*[^\s:]+ *(?=:(?: |$))")
_COLON_MISSING: Final = "could not find expected ':'"
_NOT_ALIGNED: Final = "did not find expected key"
_NO_ITEM: Final = "did not find expected '-' indicator"
_SECOND_COLON: Final = "mapping values are not allowed in this context"
_OTHER_DASH: Final = re.compile(
    r" *(?P<sign>[–—−－‐‑―·•●○▪■◆*+]|[0-9]{1,2}[.、．）)](?![0-9])|[（(][0-9一二三四五六七八九十]{1,2}[)）]|[①-⑳])"
    r" *(?P<word>\S{1,20})"
)
"""What other programs and pens begin an item of a list with."""
_WIDE_BRACKET: Final = re.compile(r" *(?:- +)*(?:[a-z_][\w-]*: *)?([｛［【]|[（(](?=[a-z_][\w-]* ?[:：]))")
_PAIRS: Final = {"｛": "{ }", "［": "[ ]", "【": "[ ]", "（": "{ }", "(": "{ }"}


def syntax_findings(error: yaml.YAMLError, text: str, shown_path: str) -> list[Finding]:
    """The findings for a parser's error: what an author slipped in, where it stands, before the parser's own reason."""
    lines = text.split("\n")
    if quote := open_quote(error, text, shown_path):
        return [quote]
    line, column = _place(error, text)
    if slips := bad_lines(text, shown_path, line) or _slips(error, lines, shown_path):
        return slips
    if line <= len(lines) and (dash := dash_of_text(lines[line - 1], shown_path, line)):
        return [dash]
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None))
    if said == _NO_ITEM and (sign := other_dash(lines[line - 1], shown_path, line)):
        return [sign]
    key = _FIRST_KEY.match(lines[line - 1]) if said == _SECOND_COLON else None
    if key and key.end() == column - 1:
        said, line, column = _first_colon(lines, line)
    problem = PROBLEMS.get(said, OTHERWISE)
    values = {"problem": problem.said, "remedy": problem.remedy}
    return [Finding(shown_path, line, column, Files.YAML_SYNTAX, values)]


def _first_colon(lines: list[str], line: int) -> tuple[str, int, int]:
    """What is wrong where the parser refuses the first colon of *line*: the line above lacks its own, or the indent."""
    indent = indent_of(lines[line - 1])
    above = next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), 0)
    if above and indent_of(lines[above - 1]) == indent and not _GOOD_KEY.match(lines[above - 1]):
        return _COLON_MISSING, above, indent + 1
    return _NOT_ALIGNED, line, indent + 1


def _slips(error: yaml.YAMLError, lines: list[str], shown_path: str) -> list[Finding]:
    """What an author slipped in where the parser gave up within brackets, or behind a text that a comment cut."""
    began, stopped = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if stopped and stopped.line < len(lines):
        number = stopped.line + 1
        if markup := unquoted_markup(lines[stopped.line], shown_path, number):
            return markup
        if behind := text_behind_quotes(error, lines, shown_path):
            return [behind]
        if bracket := wide_bracket(lines[stopped.line], shown_path, number):
            return [bracket]
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


def bad_lines(text: str, shown_path: str, last_line: int) -> list[Finding]:
    """The bad colons, dashes and spaces in *last_line* and above it, up to the nearest line with a sound key."""
    findings: list[Finding] = []
    lines = text.split("\n")[:last_line]
    for number in range(len(lines), 0, -1):
        if bad := _bad_line(lines[number - 1], shown_path, number):
            findings.append(bad)
        elif number < last_line and _GOOD_KEY.match(lines[number - 1]):
            break
    return findings[::-1]


def _bad_line(line: str, shown_path: str, number: int) -> Finding | None:
    if finding := bad_colon(line, shown_path, number) or odd_space(line, shown_path, number):
        return finding
    return _dash(_DASH.match(line), shown_path, number, 1)


def dash_of_text(words: str, shown_path: str, line: int, column: int = 1) -> Finding | None:
    """The finding for *words* that begin with a dash without its space, as an item of a list is not written."""
    return _dash(_DASH_OF_TEXT.match(words), shown_path, line, column)


def other_dash(words: str, shown_path: str, line: int, column: int = 1) -> Finding | None:
    """The finding for *words* that begin as an item of a list does elsewhere: `– a`, `· a`, `1. a`."""
    match = _OTHER_DASH.match(words)
    if match is None:
        return None
    values = {"sign": match["sign"], "word": match["word"]}
    return Finding(shown_path, line, column + match.start("sign"), Files.NOT_A_DASH, values)


def _dash(match: re.Match[str] | None, path: str, line: int, column: int) -> Finding | None:
    if match is None:
        return None
    return Finding(path, line, column + match.start(1) - 1, Files.DASH_WITHOUT_SPACE, {"word": match[1]})


def bad_colon(words: str, shown_path: str, line: int, column: int = 1) -> Finding | None:
    """The finding for *words* that begin with a key and a full-width colon, or a colon without its space.

    *line* and *column* are where *words* begin.
    """
    match = _BAD_COLON.match(words)
    if match is None:
        return None
    after = words[match.end() : match.end() + 1]
    if match[2] == ":" and after.isspace():
        return behind(f"{match[1]}:", after, shown_path, (line, column + match.end()))
    rule = Files.COLON_WITHOUT_SPACE if match[2] == ":" else Files.FULL_WIDTH_COLON
    return Finding(shown_path, line, column + match.start(2), rule, {"key": match[1]})


def wide_bracket(words: str, shown_path: str, line: int, column: int = 1) -> Finding | None:
    """The finding for *words* that begin with a full-width bracket, behind their key or without one."""
    match = _WIDE_BRACKET.match(words)
    if match is None:
        return None
    values = {"sign": match[1], "pair": _PAIRS[match[1]]}
    return Finding(shown_path, line, column + match.start(1), Files.FULL_WIDTH_BRACKET, values)


def merged_key(lines: list[str], shown_path: str, first: int) -> Finding | None:
    """A key swallowed by the plain text above it: YAML reads `by: a` and, further in, `title： b` as one text.

    *lines* are the lines of a plain scalar after its first, *first* the number of the first of them.
    """
    for number, line in enumerate(lines, first):
        if _MERGED_KEY.match(line):
            return bad_colon(line.lstrip(), shown_path, number, len(line) - len(line.lstrip()) + 1)
    return None
