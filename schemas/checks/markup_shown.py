"""Markup of other programs in a text: Markdown, HTML. Pages show its signs as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.words import Bilingual

_SUSPECT: Final = re.compile(r"[*_<&`|]|\]\(|^[ \t]*(?:#{1,6}|[-+>])[ \t]", re.MULTILINE)
_TAGS: Final = (
    "br|hr|strong|em|del|ins|sub|sup|big|small|mark|font|span|div|center|code|pre|img|ul|ol|li|dl|dt|dd|table|thead|"
    "tbody|tr|td|th|h[1-6]|blockquote|details|summary|input|button|iframe|script|style"
)
_SHORT_TAGS: Final = "b|i|u|s|p|a|q"
"""Each stands for a tag only where it is closed or says more: `<a>` may be a key or a building."""
_ENTITIES: Final = (
    "nbsp|ensp|emsp|lt|gt|amp|quot|apos|copy|reg|times|divide|middot|mdash|ndash|hellip|[lr][ds]quo|yen|[lr]arr|deg"
)


class Foreign(NamedTuple):
    """Markup as it was found, and what to write instead."""

    token: str
    instead: Bilingual


_BOLD: Final = Bilingual(
    "去掉这些符号：文字里没有粗体；要人当心的写进 mind，要照着说的写进 say。",
    "Take the signs out: no text is bold. What to beware of goes into `mind`, what is said into `say`.",
)
_UNDERLINED: Final = Bilingual(
    "去掉下划线；留给人填的空写成 {name}，或者写成表单的栏目。",
    "Take the lines out; a blank that somebody fills is {name}, or a field of a form.",
)
_OF_HTML: Final = Bilingual(
    "去掉它：文字里不用 HTML；要分开的，各写成一步、一条或一点。",
    "Take it out: texts have no HTML. What stands apart is a step, an article or a point of its own.",
)
_CHARACTER: Final = Bilingual("直接写这个字符；空格就写空格。", "Write the character itself; for a space, a space.")
_HEADED: Final = Bilingual(
    "去掉 #；标题写进 title，下面的文字各写成一步、一条或一点。",
    "Take the # out; a heading is a `title`, and what stands below it a step, an article or a point of its own.",
)
_LISTED: Final = Bilingual(
    "去掉它；几项就各写成一步、一条或一点，每项有自己的 id。",
    "Take it out; several items are steps, articles or points, each with an id of its own.",
)
_QUOTED: Final = Bilingual("去掉反引号；要引起来的用“”。", "Take the backquotes out; “ ” quote a word.")
_LINKED: Final = Bilingual(
    "手册里的写成 [[编号]] 或 [[地址]]；网址照样写在文字里。",
    "What is in the handbook is [[code]] or [[address]]; an address of the web is written as it is.",
)
_IN_A_TABLE: Final = Bilingual(
    "去掉竖线；要填的写成表单，要看的每行写成一条。",
    "Take the bars out; what is filled in is a form, and what is read has an article or a point for each row.",
)
_STOPS: Final = "，。、；：！？,.;:!?"
_FORMS_OF_IT: Final = (
    (re.compile(rf"(?<!\*)\*\*(?![\s*{_STOPS}和与或及])[^*\n]{{1,200}}(?<![\s*，、；：,;:])\*\*(?!\*)"), _BOLD),
    (re.compile(rf"(?<![\w_])__(?![\s_])[^_\s{_STOPS}]{{2,60}}__(?![\w_])"), _UNDERLINED),
    (re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,200}})?/?>", re.IGNORECASE), _OF_HTML),
    (re.compile(rf"</(?:{_SHORT_TAGS})>|<(?:{_SHORT_TAGS})\s[a-z]{{1,12}}=[^<>\n]{{0,200}}>", re.IGNORECASE), _OF_HTML),
    (re.compile(rf"&(?:{_ENTITIES}|#[0-9]{{1,6}}|#x[0-9a-f]{{1,5}});", re.IGNORECASE), _CHARACTER),
    (re.compile(r"^[ \t]*#{1,6}[ \t]+(?![键号])[^\n]{1,80}", re.MULTILINE), _HEADED),
    (re.compile(r"^[ \t]*[-+*>][ \t]+(?!\d)[^\n]{1,80}", re.MULTILINE), _LISTED),
    (re.compile(r"`{3}|`[^`\n]{1,80}`"), _QUOTED),
    (re.compile(r"!?\[[^\[\]\n]{1,200}\]\([^()\s]{1,200}\)"), _LINKED),
    (re.compile(r"^[ \t]*\|[^\n]{1,80}\|[ \t]*$", re.MULTILINE), _IN_A_TABLE),
)  # fmt: skip
"""What each is, and what is written for it here. Masked names have two stars too: 张**、李**."""


def foreign_markup(text: str) -> Iterator[Foreign]:
    """The first of each form of markup in *text* that is none here."""
    if _SUSPECT.search(text) is None:  # as nearly all are
        return
    for pattern, instead in _FORMS_OF_IT:
        if match := pattern.search(text):
            yield Foreign(match[0].strip(), instead)
