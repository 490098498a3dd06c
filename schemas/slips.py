"""Slips of the pen that YAML takes without a word: each would cut what an author wrote, or read it otherwise.

` #` begins a comment, a full-width comma separates nothing, a typographic quote quotes nothing, and a line that begins
with a dash goes on with the text above. All of them parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from schemas.findings import Finding
from schemas.messages import Files, Shapes, Slips

_COMMENT: Final = re.compile(r"(?:^|(?<=[\s,\]}]))#(.*)")
_WORDS: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|\S\s+\S")
_MARKUP_FIRST: Final = re.compile(
    r"(?:^ *|[:,-] +|\[ *)(\{[^\s{}:,]{1,80}\}|\[\[[^\[\]]{1,200}\]\]|\[[^\[\]:,]{1,80}\]) *[^ ,}\]]"
)
_MARKUP_IN_LIST: Final = re.compile(r"(?<=[^\s,:\[{])(\{[A-Za-z][\w.#/-]{0,80}\})")
_SEPARATORS: Final = re.compile("[，、；]")
_QUOTED: Final = re.compile('“[^“”]*[”"]|[“”][^“”"]*"|‘[^‘’]*’|「[^「」]*」|＂[^＂]*＂|＇[^＇]*＇')
_ASIAN: Final = re.compile(r"[\u2014\u2018-\u201d\u2026\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\uff01-\uff60]")
_QUOTES: Final = frozenset("“‘「＂＇")
_BLOCK: Final = ("|", ">")


class SlipFinder:
    """Looks at the scalars of one text as the parser hands them out.

    Args:
        lines: the text, line by line.
        path: the file, as findings name it.
    """

    def __init__(self, lines: Sequence[str], path: str) -> None:
        self.lines = lines
        self.path = path
        self.commented = frozenset(number for number, line in enumerate(lines) if _COMMENT.search(line))

    def slips(self, event: Any, *, is_in_brackets: bool) -> Iterable[Finding]:
        """The slips in a scalar, and in what stands right behind it; *is_in_brackets*: it is an item of `[…]`."""
        is_plain_line = _is_on_one_line(event) and event.value[:1] not in _QUOTES
        if not self.commented and (event.style or (is_plain_line and not is_in_brackets)):
            return ()  # as nearly all are
        return self._slips(event, is_in_brackets)

    def _slips(self, event: Any, is_in_brackets: bool) -> Iterator[Finding]:
        if self.commented:
            yield from self._comments(event)
        if event.style:
            return
        if event.end_mark.line > event.start_mark.line:
            yield from self._dashes(event)
        if _QUOTED.fullmatch(event.value):
            yield self._finding(_start(event), Slips.QUOTES_SHOWN, value=event.value)
        elif is_in_brackets and (sign := _SEPARATORS.search(event.value)):
            column = event.start_mark.column + sign.start() if _is_on_one_line(event) else event.start_mark.column
            place = event.start_mark.line, column
            yield self._finding(place, Slips.WIDE_COMMA_IN_LIST, value=event.value, sign=sign[0])

    def _comments(self, event: Any) -> Iterator[Finding]:
        block = event.style in _BLOCK
        number, column = _start(event) if block else (event.end_mark.line, event.end_mark.column)
        if number in self.commented:
            yield from self._comment(number, column, event)
        if number + 1 in self.commented and not event.style and event.value:
            line = self.lines[number + 1]
            indent = len(line) - len(line.lstrip())
            if line.lstrip().startswith("#") and indent > indent_of(self.lines[event.start_mark.line], dashes=True):
                yield from self._comment(number + 1, indent, event)

    def _comment(self, number: int, column: int, event: Any) -> Iterator[Finding]:
        """The finding for a comment behind *column*: text that was meant to be read, or may have been."""
        match = _COMMENT.search(self.lines[number], column)
        if match is None or (column and self.lines[number][column : match.start()].strip(" |>+-0123456789,]}")):
            return
        place, rest = (number, match.start()), match[0].rstrip()
        if match[1][:1].strip(" #!"):
            yield self._finding(place, Slips.TEXT_CUT, rest=rest)
        elif not event.style and _WORDS.search(event.value):
            yield self._finding(place, Slips.COMMENT_AFTER_TEXT, rest=rest)

    def _dashes(self, event: Any) -> Iterator[Finding]:
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                yield self._finding((number, indent_of(line)), Slips.DASH_IN_TEXT, rest=line.strip())

    def _finding(self, place: tuple[int, int], rule: Slips, **values: str) -> Finding:
        return Finding(self.path, place[0] + 1, place[1] + 1, rule, values)


_NEXT_KEY: Final = re.compile(r" *(?:- +)?[a-z_][\w-]*:(?: |$)")


def slips_in_brackets(lines: Sequence[str], path: str, first: int, last: int) -> list[Finding]:
    """The slips for which brackets that open in line *first* never close before line *last*, both 1-based."""
    for number in range(first, last + 1):
        line = lines[number - 1]
        if number > first and _NEXT_KEY.match(line) and indent_of(line) <= indent_of(lines[first - 1]):
            return []  # what is here is no part of the brackets: they were never closed
        if (comment := _COMMENT.search(line)) and comment[1][:1].strip(" #!"):
            return [Finding(path, number, comment.start() + 1, Slips.TEXT_CUT, {"rest": comment[0].rstrip()})]
        if markup := _MARKUP_IN_LIST.search(line):
            place = number, markup.start(1) + 1
            return [Finding(path, *place, Slips.MARKUP_UNQUOTED, {"value": markup[1]})]
        if sign := _SEPARATORS.search(line):
            return [Finding(path, number, sign.start() + 1, Slips.WIDE_COMMA_IN_BRACKETS, {"sign": sign[0]})]
    return []


def unquoted_markup(line: str, path: str, number: int) -> list[Finding]:
    """The slip in a *line*, the *number*th, in which a text begins with a link or a blank, as only a quoted one may."""
    match = _MARKUP_FIRST.search(line)
    return [Finding(path, number, match.start(1) + 1, Slips.MARKUP_UNQUOTED, {"value": match[1]})] if match else []


def text_cut_above(lines: Sequence[str], path: str, last: int) -> list[Finding]:
    """The slip in line *last*, 1-based, whose text was to go on in the next one but for a comment that ends it."""
    comment = _COMMENT.search(lines[last - 1])
    if comment is None or not comment[1][:1].strip(" #!") or not lines[last - 1][: comment.start()].strip():
        return []
    return [Finding(path, last, comment.start() + 1, Slips.TEXT_CUT, {"rest": comment[0].rstrip()})]


def not_said_otherwise(slips: Iterable[Finding], mistakes: Iterable[Finding]) -> Iterator[Finding]:
    """The *slips* of a record that are not, in other words, among its *mistakes*, and do not only follow from one."""
    mistakes = tuple(mistakes)
    commas = {(each.line, each.col) for each in mistakes if each.rule == Slips.WIDE_COMMA_IN_BRACKETS}
    items = {each.line for each in mistakes if each.rule in _NO_ITEMS}
    for slip in slips:
        if slip.rule == Slips.DASH_IN_TEXT and slip.line - 1 in items:
            items.add(slip.line)
        elif (slip.line, slip.col) not in commas:
            yield slip


_NO_ITEMS: Final = frozenset({Files.DASH_WITHOUT_SPACE, Files.NOT_A_DASH, Shapes.EXPECTED_LIST})
"""Where the first item of a list is none, the next ones go on with its text."""


def folded(event: Any, lines: Sequence[str]) -> str:
    """What a scalar says: a line break that YAML turns into a space leaves none between two Chinese characters.

    The line break that ends a literal or folded text is none of its words.
    """
    value = str(event.value)
    if event.style in _BLOCK:
        value = value.rstrip("\n")
    return value if event.style == "|" or _is_on_one_line(event) else _joined(value, _typed_lines(event, lines))


def _typed_lines(event: Any, lines: Sequence[str]) -> Iterator[str]:
    """The lines of a scalar as they were typed, without its quotes."""
    start, end = event.start_mark, event.end_mark
    for number in range(start.line + (event.style == ">"), min(end.line + 1, len(lines))):
        line = lines[number][: end.column] if number == end.line else lines[number]
        line = line[start.column :] if number == start.line else line
        yield line.strip().strip(event.style or "")


def _joined(value: str, typed_lines: Iterator[str]) -> str:
    """*value* without the spaces that stand for a line break between Chinese characters."""
    words: list[str] = []
    end = 0
    for line in filter(None, typed_lines):
        start = value.find(line, end)
        if start < 0:
            return value  # escapes: what was typed is not what is read
        between = value[end:start]
        is_fold = between == " " and _ASIAN.match(value[end - 1]) and _ASIAN.match(line)
        words += ["" if is_fold else between, line]
        end = start + len(line)
    return "".join((*words, value[end:]))


def _is_on_one_line(event: Any) -> bool:
    return bool(event.start_mark.line == event.end_mark.line)


def indent_of(line: str, *, dashes: bool = False) -> int:
    """How far the words of *line* are indented; with *dashes*, behind those of a list."""
    return len(line) - len(line.lstrip(" -" if dashes else " "))


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column
