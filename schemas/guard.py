"""The guard before the parser: nothing reaches libyaml that could crash it, exhaust memory or hide a meaning.

Measured: a 200 KB file of `[` ends the interpreter inside the C parser's composer, but is harmless as a stream of
events; so depth, aliases, tags and size are judged on events, and characters on the decoded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

import yaml

from schemas import disk
from schemas.findings import Finding
from schemas.limits import MOST_BYTES_OF_RECORD, MOST_CHARACTERS, MOST_DEPTH, MOST_EVENTS
from schemas.messages import Files, Message
from schemas.other_formats import other_format
from schemas.syntax import syntax_findings
from schemas.words import Bilingual, in_both

# C0 and C1 controls but LF and TAB, soft hyphen, zero-width and bidirectional characters, fillers, invisible operators,
# line separators, tags, what Word leaves of an object, BOM in the text and the code points that are no characters; the
# joiner U+200D stays, it makes emoji
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_NAMES: Final = {
    "\x00": Bilingual("空字符", "NUL"),
    "\x85": Bilingual("换行符", "next line"),
    "\u00ad": Bilingual("软连字符", "soft hyphen"),
    "\u200b": Bilingual("零宽空格", "zero-width space"),
    "\u2028": Bilingual("行分隔符", "line separator"),
    "\u2029": Bilingual("段分隔符", "paragraph separator"),
    "\ufeff": Bilingual("字节顺序标记", "byte order mark"),
}
_NAMELESS: Final = Bilingual("", "")


def read_text(path: Path, shown_path: str, root: Path, most_bytes: int = MOST_BYTES_OF_RECORD) -> str | Finding:
    """The text of a file, with LF line ends and without a BOM, or the finding that says why it is refused."""
    try:
        content = _read_bytes(path, shown_path, root, most_bytes)
    except OSError as error:
        return Finding(shown_path, 1, 1, Files.UNREADABLE, {"reason": disk.reason(error)})
    if isinstance(content, Finding):
        return content
    if (what := other_format(content)) is not None:
        return Finding(shown_path, 1, 1, Files.OTHER_FORMAT, {"what": what})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return Finding(shown_path, line, column, Files.NOT_UTF8, {"guess": _guess_encoding(content)})
    if _is_utf_16(content):
        return Finding(shown_path, 1, 1, Files.NOT_UTF8, {"guess": _guess_encoding(content)})
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_bytes(path: Path, shown_path: str, root: Path, most_bytes: int) -> bytes | Finding:
    if (why := _why_no_file(path, root)) is not None:
        return Finding(shown_path, 1, 1, Files.NOT_A_FILE, {"why": why})
    size = path.stat().st_size
    if size > most_bytes:
        return Finding(
            shown_path, 1, 1, Files.FILE_TOO_BIG, {"size": f"{size / 1048576:.1f}", "limit": most_bytes // 1048576}
        )
    return path.read_bytes()


def _why_no_file(path: Path, root: Path) -> Bilingual | None:
    """What there is instead of a file of the library; None where there is one."""
    if path.is_symlink():
        target = path.readlink()
        if not path.exists():
            return _LINK_TO_NOTHING.filled(target=target)
        if not path.resolve().is_relative_to(root.resolve()):
            return _LINK_OUT.filled(target=target)
    if path.is_dir():
        return _FOLDER
    is_inside = path.is_file() and path.resolve().is_relative_to(root.resolve())
    return None if is_inside else _SPECIAL


_FOLDER: Final = Bilingual("这是一个文件夹", "it is a folder")
_LINK_TO_NOTHING: Final = Bilingual("链接指的“{target}”不在", "it is a link to '{target}', which is not there")
_LINK_OUT: Final = Bilingual("链接通到手册库以外的“{target}”", "it is a link out of the library, to '{target}'")
_SPECIAL: Final = Bilingual("这不是普通文件", "it is no plain file")


def _is_utf_16(content: bytes) -> bool:
    """Whether this looks like UTF-16, with a BOM or without: every second byte of an ASCII character is NUL."""
    start = content[:1024]
    return start[:2] in (b"\xff\xfe", b"\xfe\xff") or start.count(0) * 5 > len(start)


def _guess_encoding(content: bytes) -> Bilingual:
    """What the encoding looks like, as the end of a sentence; empty where it looks like none that is common here."""
    if _is_utf_16(content):
        return _LOOKS_LIKE.filled(encoding="UTF-16")
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return _NAMELESS
    signs = _PAIRS.findall(content)
    if _is_korean(signs):
        return _LOOKS_LIKE.filled(encoding="EUC-KR")
    common = sum(_COMMON.fullmatch(pair) is not None for pair in signs)
    return _LOOKS_LIKE.filled(encoding="GBK") if common * 4 >= len(signs) * 3 else _NAMELESS


def _is_korean(signs: Sequence[bytes]) -> bool:
    """Whether pairs are those of Hangul only: of Chinese signs half lie behind them."""
    return len(signs) >= _FEW_SIGNS and all(0xB0 <= pair[0] <= 0xC8 and pair[1] >= 0xA1 for pair in signs)


_FEW_SIGNS: Final = 8
_LOOKS_LIKE: Final = Bilingual("，看起来是 {encoding}", "; it looks like {encoding}")
_PAIRS: Final = re.compile(rb"[\x80-\xff][\x00-\xff]")
_COMMON: Final = re.compile(rb"[\xb0-\xf7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]")
"""Hanzi and punctuation as GB 2312 has them: nearly all that a Chinese text consists of, and little of any other."""


def guard_characters(text: str, shown_path: str) -> list[Finding]:
    """Findings for invisible characters and tabs: the first of each in a line, and no more than `MOST_CHARACTERS`."""
    tabs = islice(_first_in_lines(re.compile("\t"), text), MOST_CHARACTERS)
    return guard_invisible(text, shown_path) + [Finding(shown_path, line, col, Files.TAB) for line, col, _ in tabs]


def guard_invisible(text: str, shown_path: str) -> list[Finding]:
    """Findings for invisible characters: the first in each line, and no more than `MOST_CHARACTERS`."""
    invisible = islice(_first_in_lines(_INVISIBLE, text), MOST_CHARACTERS)
    return [
        Finding(shown_path, line, col, Files.CONTROL_CHARACTER, {"name": _name(what)}) for line, col, what in invisible
    ]


def escaped_character(text: str, shown_path: str, place: tuple[int, int]) -> Finding | None:
    """The finding at *place* for an invisible character or a tab that *text* has, which is written as an escape."""
    if "\t" in text:
        return Finding(shown_path, *place, Files.TAB)
    match = _INVISIBLE.search(text)
    return match and Finding(shown_path, *place, Files.CONTROL_CHARACTER, {"name": _name(match[0])})


def _first_in_lines(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    if pattern.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if match := pattern.search(line):
            yield number, match.start() + 1, match[0]


def _name(character: str) -> Bilingual:
    code = f"U+{ord(character):04X}"
    return in_both(lambda lang: f"{code} {_NAMES.get(character, _NAMELESS).of(lang)}".strip())


class RefusedError(Exception):
    """A text that is no further read.

    Args:
        findings: why.
    """

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


def guarded_events(text: str, shown_path: str) -> Iterator[yaml.Event]:
    """The parser's events for *text*, each looked at before it is handed on.

    Raises:
        RefusedError: at the first anchor, alias, tag or second document, at what is nested too deep or too long, and
            where the text is no YAML.
    """
    depth = documents = 0
    try:
        events: Iterator[Any] = iter(yaml.CSafeLoader(text).get_event, None)
        for count, event in enumerate(events):
            kind = type(event)
            if kind in _DEPTH:
                depth += _DEPTH[kind]
            elif kind is yaml.DocumentStartEvent:
                documents += 1
            is_marked = kind is yaml.AliasEvent or (kind in _NODES and (event.anchor or event.tag))
            if is_marked or depth > MOST_DEPTH or count > MOST_EVENTS or documents > 1:
                raise RefusedError([_refusal(event, _refused(event, depth, documents, count), shown_path)])
            yield event
    except yaml.YAMLError as error:
        raise RefusedError(syntax_findings(error, text, shown_path)) from None


_DEPTH: Final = {
    yaml.SequenceStartEvent: 1, yaml.MappingStartEvent: 1, yaml.SequenceEndEvent: -1, yaml.MappingEndEvent: -1,
}  # fmt: skip
_NODES: Final = frozenset({yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent})
"""Events that may have an anchor and a tag."""


def _refusal(event: Any, rule: Message, shown_path: str) -> Finding:
    mark = event.start_mark
    limit = MOST_EVENTS if rule == Files.TOO_MANY_NODES else MOST_DEPTH
    return Finding(shown_path, mark.line + 1, mark.column + 1, rule, {"limit": limit})


def _refused(event: Any, depth: int, documents: int, count: int) -> Message:
    if depth > MOST_DEPTH:
        return Files.TOO_DEEP
    if count > MOST_EVENTS:
        return Files.TOO_MANY_NODES
    if documents > 1:
        return Files.MANY_DOCUMENTS
    return Files.YAML_ALIAS if event.anchor else Files.YAML_TAG
