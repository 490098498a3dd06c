"""Quotes that never close, and text behind those that do: named at the quote, however far the parser has read on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

import yaml

from schemas.findings import Finding
from schemas.messages import Files
from schemas.words import Bilingual

_STRUCTURE: Final = re.compile(r" *(?:- +|(?:- +)*[a-z_][\w-]*:(?: |$))")
"""How a line begins that is no text: an item of a list, or a key."""
_BEHIND: Final = re.compile(r"[^,\]}]*")
_ENDED: Final = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *$""")
_SHOWN: Final = 40
_WRITE: Final = Bilingual("写成 {value}。", "Write {value}.")
_TYPOGRAPHIC: Final = Bilingual(
    "里面的引号改用“ ”，外面只留一对。", "Use “ ” for the quotes within, and keep one pair around."
)


def open_quote(error: yaml.YAMLError, text: str, path: str) -> Finding | None:
    """The quote that was not closed in its line, so that keys and items below count as its text."""
    lines = text.split("\n")
    scanned = getattr(error, "context", None) == "while scanning a quoted scalar"
    last = getattr(error, "problem_mark", None)
    unread = getattr(error, "context_mark", None) if scanned else None
    for start, end in _quoted(text, last):
        if runs_into_keys(lines, start.line, end.line):
            return _opened(lines, path, start)
    is_open = unread and str(getattr(error, "problem", "")).startswith("found unexpected")
    return _opened(lines, path, unread) if is_open else None


def runs_into_keys(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether a quoted text from line *first* to line *last*, counted from 0, has a key or an item in it."""
    return any(_STRUCTURE.match(line) for line in lines[first + 1 : last + 1])


def opened_at(lines: Sequence[str], path: str, line: int, column: int) -> Finding:
    """The finding for the quote at *line* and *column*, counted from 0."""
    value = lines[line][column : column + _SHOWN].rstrip()
    return Finding(path, line + 1, column + 1, Files.QUOTE_OPEN, {"value": value, "sign": value[:1]})


def _opened(lines: Sequence[str], path: str, mark: Any) -> Finding:
    return opened_at(lines, path, mark.line, mark.column)


def _quoted(text: str, last: Any) -> Iterator[tuple[Any, Any]]:
    """Where the quoted texts of several lines begin and end, as far as the parser comes and up to the mark *last*."""
    loader = yaml.CSafeLoader(text)
    with suppress(yaml.YAMLError):
        while (token := loader.get_token()) is not None:
            if last is not None and token.start_mark.index > last.index:
                return
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if is_quoted and token.end_mark.line > token.start_mark.line:
                yield token.start_mark, token.end_mark


def text_behind_quotes(error: yaml.YAMLError, lines: Sequence[str], path: str) -> Finding | None:
    """The finding for text that follows a quoted one in its line, at which the parser gave up."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or mark.line >= len(lines):
        return None
    line = lines[mark.line]
    quoted = _ENDED.search(line[: mark.column])
    rest = _BEHIND.match(line, mark.column)
    if quoted is None or rest is None or not rest[0].strip():
        return None
    whole = line[quoted.start() : rest.end()].rstrip()
    values = {"rest": rest[0].strip()[:_SHOWN], "remedy": _repaired(whole)}
    return Finding(path, mark.line + 1, mark.column + 1, Files.TEXT_AFTER_QUOTES, values)


def _repaired(whole: str) -> Bilingual:
    """How a text that its own quotes cut short is written: within those of the other kind."""
    if "'" not in whole:
        return _WRITE.filled(value=f"'{whole}'")
    if '"' not in whole and len(whole) > 2 and whole[0] == whole[-1]:
        return _WRITE.filled(value=f'"{whole[1:-1]}"')
    return _TYPOGRAPHIC
