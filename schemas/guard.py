"""The guard before the parser: nothing reaches libyaml that could crash it, exhaust memory or hide a meaning.

Measured: a 200 KB file of `[` ends the interpreter inside the C parser's composer, but is harmless as a stream of
events; so depth, aliases, tags and size are judged on events, and characters on the decoded text.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

import yaml

from schemas.findings import Finding

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_DEPTH: Final = 64
MAX_EVENTS: Final = 500_000

# C0 and C1 controls but LF and TAB, line separators, BOM inside the text, bidirectional overrides
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FULL_WIDTH_COLON: Final = re.compile(r"^\s*(?:- )?([A-Za-z_][\w-]*)：", re.MULTILINE)
_OTHER_ENCODINGS: Final = (("gb18030", "GBK"), ("utf-16", "UTF-16"))


def read_text(path: Path, shown: str, root: Path) -> str | Finding:
    """The text of a YAML file, or the finding that says why it is refused."""
    if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        return Finding(shown, 1, 1, "not-a-file")
    size = path.stat().st_size
    if size > MAX_BYTES:
        return Finding(shown, 1, 1, "file-too-big", {"size": f"{size / 1048576:.1f}", "limit": MAX_BYTES // 1048576})
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return Finding(shown, line, column, "not-utf8", {"guess": _guess_encoding(content)})
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess_encoding(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    for encoding, name in _OTHER_ENCODINGS:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return name
    return "?"


def _at(shown: str, text: str, offset: int, rule: str, **values: object) -> Finding:
    line = text.count("\n", 0, offset) + 1
    return Finding(shown, line, offset - text.rfind("\n", 0, offset), rule, values)


def guard_characters(text: str, shown: str) -> list[Finding]:
    """Findings for invisible characters and tabs, at most one of each kind a line."""
    found = []
    for match in _INVISIBLE.finditer(text):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
        found.append(_at(shown, text, match.start(), "control-character", name=name))
    found.extend(_at(shown, text, match.start(), "tab") for match in re.finditer(r"^[^\t\n]*\t", text, re.MULTILINE))
    return [_move_to_tab(finding, text) if finding.rule == "tab" else finding for finding in found]


def _move_to_tab(finding: Finding, text: str) -> Finding:
    column = text.split("\n")[finding.line - 1].index("\t") + 1
    return Finding(finding.path, finding.line, column, "tab")


def guard_events(text: str, shown: str) -> list[Finding]:
    """Findings for depth, anchors, aliases, tags, several documents and plain syntax errors; empty when safe."""
    depth = documents = 0
    try:
        for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
            mark = event.start_mark
            place = (shown, mark.line + 1, mark.column + 1)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            if rule := _refused(event, depth, documents, count):
                return [Finding(*place, rule, {"limit": MAX_EVENTS if rule == "too-many-nodes" else MAX_DEPTH})]
    except yaml.YAMLError as error:
        return [syntax_finding(error, text, shown)]
    return []


def _refused(event: yaml.Event, depth: int, documents: int, count: int) -> str | None:
    if depth > MAX_DEPTH:
        return "too-deep"
    if count > MAX_EVENTS:
        return "too-many-nodes"
    if documents > 1:
        return "many-documents"
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "yaml-alias"
    if getattr(event, "tag", None):
        return "yaml-tag"
    return None


def syntax_finding(error: yaml.YAMLError, text: str, shown: str) -> Finding:
    """The finding for a parser's error; a full-width colon is named where it stands, not a line later."""
    if colon := find_full_width_colon(text, shown):
        return colon
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Finding(shown, line, column, "yaml-syntax", {"problem": problem})


def find_full_width_colon(text: str, shown: str, first_line: int = 1) -> Finding | None:
    """The first key from *first_line* on that is followed by a full-width colon, if there is one."""
    for match in _FULL_WIDTH_COLON.finditer(text):
        finding = _at(shown, text, match.end() - 1, "full-width-colon", key=match[1])
        if finding.line >= first_line:
            return finding
    return None
