"""What things are called and how they are written: where an author types a title, the id that he could have meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from schemas.annotations import annotation_at
from schemas.document import Document, Location
from schemas.findings import Called
from schemas.messages import Message, Shapes
from schemas.record import Model
from schemas.references import CardActor, CardPlace, LawRef, LocalRef

_TITLE: Final = re.compile(r"^title: *(['\"]?)(.+?)\1 *$", re.MULTILINE)
_NAMES: Final = ("title", "label", "text", "zh")
"""The keys under which a part of a record says what it is called."""

_ANSWERS: Final = ("branches", "choices")
"""What is no part that another leads to."""


class Titles:
    """The titles of a library, which grow while its files are read; findings ask them when they are worded."""

    def __init__(self) -> None:
        self._roles: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._records: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.others: defaultdict[type, dict[str, str]] = defaultdict(dict)
        """Of laws, actors and places by the type of reference that names one."""

    def add(self, handbook: str, kind: str, id_: str, text: str) -> None:
        """Note a record by its id and by the title that its *text* has."""
        match = _TITLE.search(text)
        names = (id_, match[2]) if match else (id_,)
        for name in names:
            self._records[handbook].setdefault(name, f"{kind}/{id_}")
            if kind == "roles":
                self._roles[handbook].setdefault(name, id_)

    def add_parties(self, handbook: str, parties: Mapping[str, str]) -> None:
        """Note those who sign and are no role, by their titles."""
        for id_, title in parties.items():
            self._roles[handbook].setdefault(title, id_)

    def meant(self, document: Document, model: type[Model], location: Location, rule: Message, word: str) -> Called:
        """What *word*, at *location* of a file, could have meant, if it is refused by *rule*."""
        parts = PurePosixPath(document.path).parts
        handbook = parts[1] if len(parts) > 2 else ""
        if rule == Shapes.BAD_ROLE:
            return Called(word, self._roles[handbook])
        if rule == Shapes.BAD_REFERENCE:
            return Called(word, self._records[handbook])
        kind = annotation_at(model, location)
        if isinstance(kind, type) and issubclass(kind, LocalRef):
            return Called(word, dict(_parts(document.data)))
        return Called(word, self.others[kind] if kind in _OTHERS else {})


_OTHERS: Final = (LawRef, CardActor, CardPlace)


def _parts(data: Any) -> Iterator[tuple[str, str]]:
    """What the parts of a record are called, each with its id."""
    if isinstance(data, list):
        for item in data:
            yield from _parts(item)
    elif isinstance(data, dict):
        yield from _named(data.get("id"), data)
        for key, value in data.items():
            if key not in _ANSWERS:
                yield from _named(key, value)
                yield from _parts(value)


def _named(id_: Any, part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(id_, str) and isinstance(part, dict):
        name = next((part[key] for key in _NAMES if isinstance(part.get(key), str)), None)
        if name:
            yield name, id_
