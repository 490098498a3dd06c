"""Roles as scripts, which a page that is opened as a file may load: all by name, and what the page of each says.

`window.Shouce.data.roles` is
`[[handbook, {language: its short title}, [[role, {language: title}, {language: department}]]]]`.
`window.Shouce.data.days["<address> <language>"]` is `{title, book, url, html}`: what the page of the role says, with
links as its page has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from generators.pages.page import Rendered
from schemas.library import Library
from schemas.reads import derived
from schemas.role import Role

NAMES: Final = "assets/roles.js"
_BEGIN: Final = "<!--day-->"
_END: Final = "<!--/day-->"
"""What stands between these on the page of a role is its day: author text is escaped, so that none can hold a mark."""


def names_file(library: Library) -> bytes:
    """The file of all roles by name."""
    return library.keeper.of("roles", library, partial(_names, library))


def day_path(role: str, lang: str) -> str:
    """The file of what the page of a role says."""
    handbook, _, id_ = role.split("/")
    return f"assets/roles/{handbook}.{id_}.{lang}.js"


def _names(library: Library) -> bytes:
    data = [
        [book, {lang: library.view(lang).names(book)[1] for lang in library.languages}, list(_roles(library, book))]
        for book in library.handbook_ids()
        if library.of_kind("roles", book)
    ]
    return f"window.Shouce.data.roles = {_dumped(data)};\n".encode()


def _roles(library: Library, book: str) -> Iterator[list[Any]]:
    views = {lang: library.view(lang) for lang in library.languages}
    for role in library.of_kind("roles", book):
        titles = {lang: view.heading(role.address, "").title for lang, view in views.items()}
        yield [str(role.id), titles, {lang: department_of(view, role.address) for lang, view in views.items()}]


@derived
def department_of(view: Library, role: str) -> str:
    """The department of a role, in plain words; empty where it has none."""
    entry = view.entries[role]
    assert isinstance(entry.record, Role)
    return view.plain(entry.record.department or "", entry)


def day_file(page: Rendered, book: str) -> bytes:
    """The file of what the page of a role says; *book* is the title of its handbook."""
    address = page.url.removesuffix(".html")
    body = page.content.partition(_BEGIN)[2].partition(_END)[0].strip()
    data = {"title": page.title, "book": book, "url": page.url, "html": body}
    key = json.dumps(f"{address} {page.lang}")
    return f"(window.Shouce.data.days ??= {{}})[{key}] = {_dumped(data)};\n".encode()


def _dumped(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
