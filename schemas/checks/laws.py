"""Laws: those that are cited are in force and have the articles, and somebody has looked lately."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from schemas.checks.day import Day
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.laws import FILE, Law
from schemas.library import Library
from schemas.messages import Laws
from schemas.references import ArticleNo, LawRef
from schemas.scalars import Text

_LOOKED_AT_EVERY: Final = timedelta(days=366)
_IN_PROSE: Final = re.compile(
    r"(?:法|法典|条例|规定|办法|规则|细则|解释)(?:》|（[^（）]{1,20}）)*\s*第\s*[0-9〇零一二三四五六七八九十百千]+\s*条"
)


def check_laws(library: Library, entry: Entry, day: Day) -> Iterator[Finding]:
    """Findings about the laws that a record cites, and about articles typed in its prose."""
    if not library.is_broken(FILE, ""):
        for citation in _citations(entry):
            yield from _cited(library, entry, citation, day)
        yield from _cited_twice(entry)
        yield from _in_prose(entry)


def check_list_of_laws(library: Library, day: Day) -> Iterator[Finding]:
    """Findings about the list of laws itself."""
    if not library.is_broken(FILE, ""):
        cited = {law for entry in library.entries.values() for law in _laws_cited(library, entry)}
        yield from _listed(library, cited, day)


def _laws_cited(library: Library, entry: Entry) -> list[str]:
    """The ids of the laws that a record cites, kept so that it need not be read for them."""
    kept = library.keeper.of(f"laws/{entry.address}", library, lambda: _ids_of_laws(entry))
    ids: list[str] = json.loads(kept)
    return ids


def _ids_of_laws(entry: Entry) -> bytes:
    return json.dumps([citation.law for citation in _citations(entry)]).encode()


@dataclass(frozen=True, slots=True)
class _Cited:
    """Where a record cites a law, and the articles with their places."""

    law: str
    location: Location
    articles: tuple[tuple[Location, ArticleNo], ...]


def _citations(entry: Entry) -> Iterator[_Cited]:
    articles: dict[Location, list[tuple[Location, ArticleNo]]] = defaultdict(list)
    for leaf in entry.leaves:
        if isinstance(leaf.value, ArticleNo):
            articles[leaf.location[:-2]].append((leaf.location, leaf.value))
    for leaf in entry.leaves:
        if isinstance(leaf.value, LawRef):
            yield _Cited(str(leaf.value), leaf.location, tuple(articles[leaf.location[:-1]]))


def _cited_twice(entry: Entry) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, citation in enumerate(getattr(entry.record, "laws", ())):
        before = first.setdefault(str(citation.law), number)
        if before != number:
            line = entry.document.place(("laws", before))[0]
            yield entry.document.finding(("laws", number), Laws.LAW_CITED_TWICE, value=citation.law, first=line)


def _cited(library: Library, entry: Entry, citation: _Cited, day: Day) -> Iterator[Finding]:
    if (law := library.law(citation.law)) is None:
        return
    other = library.law(str(law.superseded_by)) if law.superseded_by else None
    if other is not None and (other.effective is None or day.has_come(other.effective)):
        values = {"title": str(law.title), "other": str(other.title), "id": str(other.id)}
        yield entry.document.finding(citation.location, Laws.LAW_SUPERSEDED, **values)
    if law.effective is not None and not day.has_come(law.effective):
        values = {"title": str(law.title), "date": law.effective.isoformat()}
        yield entry.document.finding(citation.location, Laws.LAW_NOT_IN_FORCE, **values)
    for location, article in citation.articles:
        if law.articles is not None and article.article > law.articles:
            beyond = {"title": law.title, "most": law.articles, "value": article.article}
            yield entry.document.finding(location, Laws.NO_SUCH_ARTICLE, **beyond)


def _in_prose(entry: Entry) -> Iterator[Finding]:
    """A printed notice has to name its article: forms are left alone, and so is what a citation says of the law."""
    if entry.kind == "forms" or not {"条", "\\"} & set(entry.document.text):
        return
    for leaf in entry.leaves:
        if isinstance(leaf.value, Text) and leaf.path[0] not in ("laws", "source"):
            for match in _IN_PROSE.finditer(leaf.value):
                place = entry.document.place_of(match[0], leaf.location)
                yield Finding(entry.document.path, *place, Laws.ARTICLE_IN_PROSE, {"value": match[0]})


def _listed(library: Library, cited: set[str], day: Day) -> Iterator[Finding]:
    if (document := library.laws_document) is None:
        return
    used = cited | {str(law.superseded_by) for law in library.laws.laws if law.superseded_by}
    for number, law in enumerate(library.laws.laws):
        here = ("laws", number)
        if str(law.id) not in used and library.is_whole:
            yield document.finding(here, Laws.LAW_UNUSED)
        checked = law.checked.on if law.checked else None
        if checked is not None and not day.has_come(checked):
            yield document.finding((*here, "checked", "on"), Laws.LAW_CHECKED_IN_FUTURE, date=checked.isoformat())
        elif checked is not None and day.is_after(checked + _LOOKED_AT_EVERY):
            yield document.finding((*here, "checked", "on"), Laws.LAW_CHECK_DUE, date=checked.isoformat())
        if (circle := _circle(library, law)) is not None:
            yield document.finding((*here, "superseded_by"), Laws.LAW_SUPERSEDED_IN_A_CIRCLE, value=circle)


def _circle(library: Library, law: Law) -> str | None:
    """The laws that supersede one another, said at the first of them only; None where there is no circle."""
    line = [str(law.id)]
    while (after := library.law(line[-1])) is not None and after.superseded_by is not None:
        following = str(after.superseded_by)
        if following == line[0]:
            return " → ".join((*line, following)) if line[0] == min(line) else None
        if following in line:
            return None
        line.append(following)
    return None
