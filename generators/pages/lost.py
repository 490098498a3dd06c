"""The page of an address at which there is nothing: head, box and strip as everywhere, and what it may have meant.

Nobody knows at what depth it is shown, so that everything in it is addressed from the root of the host; in its place
`handbook serve` puts what leads there from the address that was asked (`server/site.py`).
"""

from __future__ import annotations

import json
import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from markupsafe import escape

from generators.pages.links import ROOT
from generators.pages.page import CARDS, Link, Page, Rendered
from schemas.kinds import full_address
from schemas.languages import PREFIX
from schemas.library import Library

LOST: Final = "404.html"

_RELATIVE: Final = re.compile(r'\b(href|src|action)="(?![#"]|[a-z]+:)([^"]*)"')


def lost_page(view: Library) -> Rendered:
    """The page, without its frame."""
    page = Page(view, LOST)
    books = [Link(view.names(id_)[1], page.href(f"{id_}/index.html")) for id_ in view.handbook_ids()]
    ways = [Link(page.t.home, page.href("index.html")), Link(page.t.all_forms, page.href("forms.html"))]
    if view.of_kind("cards"):
        ways.append(Link(page.t.cards, page.href(CARDS)))
    return page.finish("lost.html.j2", page.t.lost, page.t.lost_lead, books=books, ways=ways)


def from_the_root(document: str, view: Library) -> str:
    """*document*, the whole page in its frame, with every address given from the root of the host."""
    top = urlsplit(str(view.settings.base_url or "")).path.rstrip("/")
    here = f"{top}/{PREFIX.of(view.lang)}{LOST}"
    placed = _RELATIVE.sub(lambda match: f'{match[1]}="{urljoin(here, match[2])}"', document)
    return placed.replace("<html ", f'<html {ROOT}="{escape(top)}" ', 1)


def addresses_script(view: Library) -> bytes:
    """`assets/addresses-<lang>.js`: what every address is called, with its code and its former addresses."""
    return view.keeper.of("addresses", view, lambda: _addresses(view).encode())


def _addresses(view: Library) -> str:
    records = [
        [
            entry.address,
            entry.code,
            view.heading(entry.address, "").title,
            _former(entry.handbook, entry.names.formerly),
        ]
        for entry in view.entries.values()
    ]
    data = {"handbooks": {id_: view.names(id_)[1] for id_ in view.handbooks}, "records": records}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.Shouce.data.addresses = {text};\n"


def _former(handbook: str, addresses: tuple[str, ...]) -> list[str]:
    return [full_address(address, handbook) for address in addresses]
