"""A YAML file as plain strings with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from schemas.findings import Finding
from schemas.guard import find_full_width_colon, guard_characters, guard_events, read_text, syntax_finding

Location = tuple[str | int, ...]
Place = tuple[int, int]

_NOTHING = ("", "~")


@dataclass(frozen=True, slots=True)
class Document:
    """A composed file: `data` holds dicts, lists, strings and None; places are 1-based (line, column)."""

    path: str
    text: str
    data: Any
    values: dict[Location, Place] = field(default_factory=dict)
    keys: dict[Location, Place] = field(default_factory=dict)

    def place(self, location: Location, *, key: bool = False) -> Place:
        """Where *location* stands: its key when asked, otherwise its value, else the nearest thing around it."""
        if key and location in self.keys:
            return self.keys[location]
        for end in range(len(location), -1, -1):
            around = location[:end]
            if around in self.values:
                return self.values[around] if end == len(location) else self.keys.get(around, self.values[around])
        return (1, 1)

    def finding(self, location: Location, rule: str, **values: Any) -> Finding:
        """A finding at the value of *location*."""
        return Finding(self.path, *self.place(location), rule, values)


def read_document(path: Path, root: Path) -> tuple[Document | None, list[Finding]]:
    """Read one file through the guard.

    Returns:
        The document, or None with the findings that say why there is none.
    """
    shown = path.relative_to(root).as_posix()
    text = read_text(path, shown, root)
    if isinstance(text, Finding):
        return None, [text]
    return compose(text, shown)


def compose(text: str, shown: str) -> tuple[Document | None, list[Finding]]:
    """Compose *text* into a document; every scalar stays the string that was typed."""
    if findings := guard_characters(text, shown) or guard_events(text, shown):
        return None, findings
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        problem = error if isinstance(error, yaml.YAMLError) else yaml.YAMLError("nested too deep")
        return None, [syntax_finding(problem, text, shown)]
    document = Document(shown, text, None)
    reader = _Reader(document)
    data = reader.read(node, ())
    if not isinstance(data, dict):
        colon = find_full_width_colon(text, shown)
        return None, [colon or Finding(shown, 1, 1, "not-a-mapping")]
    whole = Document(shown, text, data, document.values, document.keys)
    return (None, reader.findings) if reader.findings else (whole, [])


class _Reader:
    """Turns nodes into strings, lists and dicts, noting places and refusing duplicate keys."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: list[Finding] = []

    def read(self, node: yaml.Node | None, location: Location) -> Any:
        if node is None:
            return None
        self.document.values[location] = _start(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*location, index)) for index, item in enumerate(node.value)]
        return None if not node.style and node.value in _NOTHING else node.value

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.findings.append(Finding(self.document.path, *_start(key_node), "complex-key"))
                continue
            inner = (*location, key_node.value)
            if key_node.value in data:
                first = self.document.keys[inner][0]
                values = {"key": key_node.value, "first": first}
                self.findings.append(Finding(self.document.path, *_start(key_node), "duplicate-key", values))
                continue
            self.document.keys[inner] = _start(key_node)
            data[key_node.value] = self.read(value_node, inner)
        return data


def _start(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1
