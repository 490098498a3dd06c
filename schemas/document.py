"""A YAML file as plain strings with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from schemas.findings import Finding
from schemas.guard import guard_characters, guard_events, read_text
from schemas.messages import Files, Message
from schemas.syntax import bad_colons, merged_key, syntax_findings

Location = tuple[str | int, ...]
Position = tuple[int, int]

_NOTHING = ("", "~")
_WIDE_SPACES = "\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Document:
    """A composed file: `data` holds dicts, lists, strings and None; places are 1-based (line, column)."""

    path: str
    text: str
    data: Any
    values: dict[Location, Position] = field(default_factory=dict)
    keys: dict[Location, Position] = field(default_factory=dict)
    ends: dict[Location, Position] = field(default_factory=dict)

    def place(self, location: Location, *, key: bool = False) -> Position:
        """Where *location* stands: its key when asked, otherwise its value, else the nearest thing around it."""
        if key and location in self.keys:
            return self.keys[location]
        for end in range(len(location), -1, -1):
            around = location[:end]
            if around in self.values:
                # a scalar that stands for a whole mapping (`within: 30 分钟`) is itself what is meant
                itself = end == len(location) or around in self.ends
                return self.values[around] if itself else self.keys.get(around, self.values[around])
        return (1, 1)

    def place_of(self, token: str, location: Location) -> Position:
        """Where *token* stands inside the text at *location*; the beginning of the text when it was typed otherwise."""
        start, end = self.place(location), self.ends.get(location)
        if end is None:
            return start
        lines = self.text.split("\n")[start[0] - 1 : end[0]]
        for number, line in enumerate(lines, start[0]):
            column = line.find(token, start[1] - 1 if number == start[0] else 0)
            if column >= 0 and (number, column) < end:
                return number, column + 1
        return start

    def finding(self, location: Location, rule: Message, **values: Any) -> Finding:
        """A finding at the value of *location*."""
        return Finding(self.path, *self.place(location), rule, values)


def read_document(path: Path, root: Path) -> tuple[Document | None, list[Finding]]:
    """Read one file through the guard.

    Returns:
        The document and the findings about its keys, or None with the findings that say why there is none.
    """
    shown_path = path.relative_to(root).as_posix()
    text = read_text(path, shown_path, root)
    if isinstance(text, Finding):
        return None, [text]
    return compose(text, shown_path)


def compose(text: str, shown_path: str) -> tuple[Document | None, list[Finding]]:
    """Compose *text* into a document; every scalar stays the string that was typed."""
    if findings := guard_characters(text, shown_path) or guard_events(text, shown_path):
        return None, findings
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return None, syntax_findings(error, text, shown_path)
    reader = _NodeReader(Document(shown_path, text, None))
    data = reader.read(node, ())
    if not isinstance(data, dict):
        return None, bad_colons(text, shown_path, text.count("\n") + 1) or [
            Finding(shown_path, 1, 1, Files.NOT_A_MAPPING)
        ]
    places = reader.document
    return Document(shown_path, text, data, places.values, places.keys, places.ends), reader.findings


class _NodeReader:
    """Turns nodes into strings, lists and dicts, noting places; of a key written twice the first counts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = document.text.split("\n")
        self.findings: list[Finding] = []

    def read(self, node: yaml.Node | None, location: Location) -> Any:
        if node is None:
            return None
        self.document.values[location] = _start(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*location, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node, location)

    def _scalar(self, node: yaml.ScalarNode, location: Location) -> str | None:
        first, end = self.document.values[location][0], (node.end_mark.line + 1, node.end_mark.column + 1)
        self.document.ends[location] = end
        if not node.style and end[0] > first:
            self._find(merged_key(self.lines[first : end[0]], self.document.path, first + 1))
        return None if not node.style and node.value in _NOTHING else str(node.value)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._find(Finding(self.document.path, *_start(key_node), Files.COMPLEX_KEY))
                continue
            inner = (*location, key_node.value)
            if key_node.value in data:
                first = self.document.keys[inner][0]
                self._at_key(key_node, Files.DUPLICATE_KEY, key=key_node.value, first=first)
                continue
            self.document.keys[inner] = _start(key_node)
            value = self.read(value_node, inner)
            if not key_node.style and key_node.value[:1] in _WIDE_SPACES and key_node.value:
                self._at_key(key_node, Files.FULL_WIDTH_SPACE, key=key_node.value.strip())
                continue
            data[key_node.value] = value
        return data

    def _at_key(self, node: yaml.ScalarNode, rule: Message, **values: Any) -> None:
        self._find(Finding(self.document.path, *_start(node), rule, values))

    def _find(self, finding: Finding | None) -> None:
        if finding is not None:
            self.findings.append(finding)


def _start(node: yaml.Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1
