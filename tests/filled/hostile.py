"""A library in which every text that an author can write is an attack."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from schemas.library import Library
from schemas.record import AnyModel
from schemas.scalars import Text
from schemas.walk import replace_texts

PAYLOAD: Final = (
    """T<script>alert(1)</script>"' onerror=alert(2) x='</title></div></blockquote></li>"""
    "<img src=x onerror=alert(3)>\n\n## H {#h}\n\n[a](javascript:alert(4)) ![b](data:text/html,x) "
    "<https://other.example/> {{ 7*7 }} {% include 'x' %}\n`c` *d* &lt;e&gt; --- \n---\n: {: onclick=alert(5) }"
)


def hostile(library: Library, payload: str = PAYLOAD) -> Library:
    """*library* with *payload* for every translatable text of every record, handbook and setting."""

    def attack(model: AnyModel) -> AnyModel:
        changed: AnyModel = replace_texts(model, lambda path, text: Text(payload))
        return changed

    handbooks = {id_: replace(book, file=attack(book.file)) for id_, book in library.handbooks.items()}
    entries = {address: replace(entry, record=attack(entry.record)) for address, entry in library.entries.items()}
    return replace(
        library,
        settings=attack(library.settings),
        handbooks=MappingProxyType(handbooks),
        entries=MappingProxyType(entries),
        _views={},
    )
