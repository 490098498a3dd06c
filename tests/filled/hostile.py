"""A library in which every text that an author can write is an attack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from operator import is_
from types import MappingProxyType
from typing import Any, Final

from schemas.composite import Composite
from schemas.library import Library
from schemas.record import AnyModel, Model
from schemas.scalars import Ask, Plain, Text

PAYLOAD: Final = (
    """T<script>alert(1)</script>"' onerror=alert(2) x='</title></div></blockquote></li>"""
    "<img src=x onerror=alert(3)>\n\n## H {#h}\n\n[a](javascript:alert(4)) ![b](data:text/html,x) "
    "<https://other.example/> {{ 7*7 }} {% include 'x' %}\n`c` *d* &lt;e&gt; --- \n---\n: {: onclick=alert(5) }"
)

Payload = Callable[[int], str]
"""What stands in place of the text of a number."""


class Attack:
    """Puts attacks in the place of texts, each text its own, and counts them.

    Args:
        payload: what stands in the place of the text of each number.
    """

    def __init__(self, payload: Payload) -> None:
        self._payload, self._numbers, self.count = payload, count(), 0

    def on(self, value: Any, kinds: tuple[type[str], ...] = (Text, Ask)) -> Any:
        """A copy of *value* in which every scalar of *kinds* is an attack."""
        if isinstance(value, kinds):
            self.count += 1
            return type(value)(self._payload(next(self._numbers)))
        if isinstance(value, Model):
            after = {name: self.on(each, kinds) for name, each in value.__dict__.items()}
            changed = {name: each for name, each in after.items() if each is not value.__dict__[name]}
            return value.model_copy(update=changed) if changed else value
        if isinstance(value, tuple):
            items = tuple(self.on(each, kinds) for each in value)
            return value if all(map(is_, items, value)) else items
        if isinstance(value, Mapping):
            return MappingProxyType({key: self.on(each, kinds) for key, each in value.items()})
        if isinstance(value, Composite):
            return value.with_texts(lambda name, text: Text(self.on(text)))
        return value


def hostile(library: Library, payload: str | Payload = PAYLOAD) -> Library:
    """*library* with *payload* for every text and question of every record, handbook, setting, law and term."""
    return attacked(library, Attack(payload if callable(payload) else lambda number: payload))


def attacked(library: Library, attack: Attack) -> Library:
    """*library* after *attack*."""

    def every(model: AnyModel) -> AnyModel:
        changed: AnyModel = attack.on(model)
        return changed

    handbooks = {id_: replace(book, file=every(book.file)) for id_, book in library.handbooks.items()}
    entries = {address: replace(entry, record=every(entry.record)) for address, entry in library.entries.items()}
    return replace(
        library,
        settings=every(library.settings),
        laws=every(library.laws),
        terms=attack.on(library.terms, (Plain,)),
        handbooks=MappingProxyType(handbooks),
        entries=MappingProxyType(entries),
        _views={},
    )
