"""A YAML file as plain strings with the place of every key and value."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

import yaml

from schemas import odd_spaces
from schemas.findings import Finding, told
from schemas.guard import RefusedError, escaped_character, guard_characters, guarded_events
from schemas.messages import Files, Message
from schemas.quotes import opened_at, runs_into_keys
from schemas.slips import SlipFinder, folded
from schemas.syntax import bad_lines, merged_key
from schemas.words import Bilingual

Location = tuple[str | int, ...]
Position = tuple[int, int]

_NOTHING = ("", "~")
_TITLE = Bilingual("title: …", "title: …")
_QUOTES = ("'", '"')


class Places(NamedTuple):
    """Where everything in a text stands: its values, its keys, and the ends of its scalars."""

    values: dict[Location, Position]
    keys: dict[Location, Position]
    ends: dict[Location, Position]


@dataclass(frozen=True)
class Document:
    """A file that could be composed; places are 1-based (line, column).

    Attributes:
        path: the file, relative to the root.
        text: what stands in it.
        data: the same as dicts, lists, strings and None, until a record has been read from it.
    """

    path: str
    text: str
    data: Any = None

    @cached_property
    def lines(self) -> list[str]:
        """What stands in it, line by line."""
        return self.text.split("\n")

    @cached_property
    def _composed(self) -> tuple[Any, Places]:
        composer = _Composer(self.text, self.path)
        return composer.compose(), composer.places

    @property
    def places(self) -> Places:
        """Where everything stands: composed again from the text, as most files are never pointed into."""
        return self._composed[1]

    @property
    def read(self) -> Any:
        """What stands in it as dicts, lists, strings and None, read again from the text."""
        return self._composed[0]

    @cached_property
    def _beginning(self) -> dict[Position, Location]:
        """The outermost value or key that begins at each position."""
        values, keys, _ = self.places
        found: dict[Position, Location] = {}
        for location, start in (*values.items(), *keys.items()):
            if len(location) <= len(found.get(start, location)):
                found[start] = location
        return found

    @cached_property
    def _scalars(self) -> list[tuple[Position, Location]]:
        """The texts in their order; none lies in another."""
        values, _, ends = self.places
        return sorted(((values[location], location) for location in ends if location in values), key=itemgetter(0))

    def location_at(self, position: Position) -> Location:
        """What stands at *position*: the outermost key, value or item that begins there, or the text that goes on."""
        if position in self._beginning:
            return self._beginning[position]
        before = bisect_right(self._scalars, position, key=itemgetter(0))
        if not before:
            return ()
        location = self._scalars[before - 1][1]
        return location if position < self.places.ends[location] else ()

    def place(self, location: Location, *, key: bool = False) -> Position:
        """Where *location* stands: its key when asked, otherwise its value, else the nearest thing around it."""
        values, keys, ends = self.places
        if key and location in keys:
            return keys[location]
        for end in range(len(location), -1, -1):
            around = location[:end]
            if around in values:
                # a scalar that stands for a whole mapping (`within: 30 分钟`) is itself what is meant
                itself = end == len(location) or around in ends
                return values[around] if itself else keys.get(around, values[around])
        return (1, 1)

    def place_of(self, token: str, location: Location) -> Position:
        """Where *token* stands inside the text at *location*; the beginning of the text when it was typed otherwise."""
        start, end = self.place(location), self.places.ends.get(location)
        if end is None:
            return start
        lines = self.lines[start[0] - 1 : end[0]]
        for number, line in enumerate(lines, start[0]):
            column = line.find(token, start[1] - 1 if number == start[0] else 0)
            if column >= 0 and (number, column) < end:
                return number, column + 1
        return start

    def finding(self, location: Location, rule: Message, **values: Any) -> Finding:
        """A finding at the value of *location*."""
        return Finding(self.path, *self.place(location), rule, values)


def compose(text: str, shown_path: str, least: Bilingual = _TITLE) -> tuple[Document | None, list[Finding]]:
    """Compose *text* into a document; every scalar stays the string that was typed.

    *least* is what such a file must hold.
    """
    if findings := guard_characters(text, shown_path):
        return None, findings
    composer = _Composer(text, shown_path)
    try:
        data = composer.compose()
    except RefusedError as refused:
        return None, told(refused.findings)
    if not isinstance(data, dict):
        colons = bad_lines(text, shown_path, text.count("\n") + 1)
        rule = Files.EMPTY_FILE if data is None else Files.NOT_A_MAPPING
        return None, told(colons) or [Finding(shown_path, 1, 1, rule, {"least": least})]
    return Document(shown_path, text, data), told(composer.findings)


class _Composer:
    """Turns guarded events into strings, lists and dicts, noting places; of a key written twice the first counts."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.slips = SlipFinder(self.lines, path)
        self.events = guarded_events(text, path)
        self.places = Places({}, {}, {})
        self.findings: list[Finding] = []

    def compose(self) -> Any:
        """What the whole text holds; to the end, for what comes behind may be a reason to refuse it.

        Raises:
            RefusedError: as `guarded_events`.
        """
        data = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                data = self._value(event, ())
        return data

    def _value(self, event: Any, location: Location, *, is_in_brackets: bool = False) -> Any:
        """What begins with *event*; its events are used up."""
        self.places.values[location] = _start(event)
        if type(event) is yaml.ScalarEvent:
            return self._scalar(event, location, is_in_brackets)
        if type(event) is yaml.MappingStartEvent:
            return self._mapping(location)
        items: list[Any] = []
        for item in self.events:
            if type(item) is yaml.SequenceEndEvent:
                break
            items.append(self._value(item, (*location, len(items)), is_in_brackets=bool(event.flow_style)))
        return items

    def _scalar(self, event: Any, location: Location, is_in_brackets: bool) -> str | None:
        mark = event.end_mark
        self.findings.extend(self.slips.slips(event, is_in_brackets=is_in_brackets))
        first, end = event.start_mark.line + 1, (mark.line + 1, mark.column + 1)
        self.places.ends[location] = end
        if event.style:
            is_quoted = event.style in _QUOTES and end[0] > first
            if is_quoted and runs_into_keys(self.lines, first - 1, mark.line):
                self.findings.append(opened_at(self.lines, self.path, first - 1, event.start_mark.column))
            if event.style == '"' and (hidden := escaped_character(event.value, self.path, _start(event))):
                self.findings.append(hidden)
            return folded(event, self.lines)
        if space := odd_spaces.around(event.value, self.path, _start(event)):
            self.findings.append(space)
        self.findings.extend(odd_spaces.indents(self.lines[first : end[0]], self.path, first + 1))
        if end[0] > first and (finding := merged_key(self.lines[first : end[0]], self.path, first + 1)):
            self.findings.append(finding)
        return None if event.value in _NOTHING else folded(event, self.lines)

    def _mapping(self, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key in self.events:
            if type(key) is yaml.MappingEndEvent:
                break
            if type(key) is not yaml.ScalarEvent:
                self._pass_over(key)
                self._find(key, Files.COMPLEX_KEY)
                self._pass_over(next(self.events))
            else:
                self._pair(key, (*location, key.value), data)
        return data

    def _pair(self, key: Any, inner: Location, data: dict[str, Any]) -> None:
        event, word = next(self.events), key.value
        if word in data:
            self._pass_over(event)
            self._find(key, Files.DUPLICATE_KEY, key=word, first=self.places.keys[inner][0])
            return
        self.places.keys[inner] = _start(key)
        value = self._value(event, inner)
        if not key.style and (space := odd_spaces.around(word, self.path, _start(key))):
            self.findings.append(space)
        else:
            data[word] = value

    def _pass_over(self, event: Any) -> None:
        """Use up the events of what begins with *event*."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(self.events)

    def _find(self, event: Any, rule: Message, **values: Any) -> None:
        self.findings.append(Finding(self.path, *_start(event), rule, values))


def _start(event: Any) -> Position:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
