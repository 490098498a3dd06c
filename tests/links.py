"""The links of a built site: where they lead, from a web server under any path and from files alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from lxml import html

_LINKS: Final = "//@href | //@src | //@action | //@data-href | //@poster"
_IN_STYLES: Final = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_NARROWED: Final = "?"
"""What follows it says how a list is narrowed down."""
_LOST: Final = "404.html"
"""Its page knows no place of its own: its links are those from the root, or the host's."""


def dead_links(site: Path) -> list[str]:
    """The links of all pages and styles that lead to no file, to no place in it, or to another host."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: _page(site / path) for path in sorted(files) if path.endswith(".html")}
    anchors = {path: anchors for path, (anchors, _) in pages.items()}
    links = [(path, link) for path, (_, links) in pages.items() if Path(path).name != _LOST for link in links]
    links += [(path, link) for path in files if path.endswith(".css") for link in _in_styles(site / path)]
    return [f"{path}: {link}" for path, link in links if _is_dead(path, link, files, anchors)]


def _page(path: Path) -> tuple[Set[str], tuple[str, ...]]:
    """The places that can be led to, and the links."""
    tree: Any = html.fromstring(path.read_bytes())
    narrowed = {_NARROWED} if tree.xpath("//*[@data-list]") else set[str]()
    return narrowed | frozenset(map(str, tree.xpath("//@id"))), tuple(map(str, tree.xpath(_LINKS)))


def _in_styles(path: Path) -> Iterator[str]:
    return iter(_IN_STYLES.findall(path.read_text("utf-8")))


def _is_dead(path: str, link: str, files: set[str], anchors: Mapping[str, Set[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme == "tel" or link.startswith("data:image/"):  # a number to call; a picture within the page
        return False
    target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
    is_there = not parts.scheme and not parts.netloc and target in files
    place = _NARROWED if parts.fragment.startswith(_NARROWED) else parts.fragment
    return not is_there or bool(place and target in anchors and place not in anchors[target])
