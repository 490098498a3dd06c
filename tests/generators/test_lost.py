"""The page of an address at which there is nothing: it works wherever it is shown, and knows what there was."""

from __future__ import annotations

import json
from typing import Any

from lxml import html

from generators.pages.lost import addresses_script, from_the_root
from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import SETTINGS, Content

BOOK = "greentown-after-sales"
DOCUMENT = (
    '<html lang="en"><link href="../assets/a.css"><a href="./index.html"></a><a href="#content"></a>'
    '<a href="tel:119"></a><a href="../404.html"></a><form action="./ask.html"></form>'
    '<script src="../assets/a.js"></script>'
)
"""The page of the English half in its frame, in small."""


def places(document: str) -> list[str]:
    """Where everything in it leads to."""
    tree: Any = html.fromstring(document)
    return [str(place) for place in tree.xpath("//@href | //@action | //@src")]


def test_every_address_is_given_from_the_root_of_the_host(library: Library, content: Content) -> None:
    """That of the site's own folder, where the library says at which address it is published."""
    document = from_the_root(DOCUMENT, library.view("en"))
    assert places(document) == [
        "/assets/a.css", "/en/index.html", "#content", "tel:119", "/404.html", "/en/ask.html", "/assets/a.js",
    ]  # fmt: skip
    assert '<html data-root="" lang="en">' in document

    content.write(SETTINGS, content.read(SETTINGS) + "base_url: https://handbook.example/desk/\n")
    published = from_the_root(DOCUMENT, load_library(content.root).require().view("en"))
    assert places(published)[:2] == ["/desk/assets/a.css", "/desk/en/index.html"]
    assert '<html data-root="/desk" lang="en">' in published


def test_the_addresses_know_what_a_record_was_called(library: Library) -> None:
    """Its title in the language of the page, its code, and its former addresses in full."""
    view = library.view("en")
    script, title = addresses_script(view).decode(), view.heading(f"{BOOK}/procedures/complaint-handling", "").title
    records = json.loads(script.partition(" = ")[2].rstrip(";\n"))["records"]

    assert [
        f"{BOOK}/procedures/complaint-handling", "GT-BF-KF-001", title,
        [f"{BOOK}/procedures/complaints"],
    ] in records  # fmt: skip
