"""The records of a book as the HTML that is walked: its charts taken out, and the places that it has and leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import lxml.html

_CHART: Final = re.compile(
    r'(?P<before><div class="flow__sheet"[^>]*>)(?P<svg><svg .*?</svg>)</div>'
    r'(?:\s*<svg class="flowchart flow__piece".*?</svg>)*',
    re.DOTALL,
)
_ID: Final = re.compile(r' id="([^"]+)"')
_LINK: Final = re.compile(r' href="#([^"]+)"')


def without_charts(html: str, charts: list[str]) -> str:
    """*html* with a number in place of each chart, which is put into *charts*: HTML knows no upper case, SVG does.

    The pieces that it is printed in beside it go: a book cuts finer.
    """

    def numbered(found: re.Match[str]) -> str:
        charts.append(found["svg"])
        return f'{found["before"]}<img data-chart="{len(charts) - 1}"></div>'

    return _CHART.sub(numbered, html)


def places(texts: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids that *texts* have, and those of them that a link of theirs leads to."""
    found = list(texts)
    ids = frozenset(id_ for text in found for id_ in _ID.findall(text))
    return ids, ids & {target for text in found for target in _LINK.findall(text)}


def parsed(html: str) -> Any:
    """*html* as one element."""
    return lxml.html.fragment_fromstring(html, create_parent="div")
