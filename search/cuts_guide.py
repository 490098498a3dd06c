"""Guides: cut into points and pairs."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.guide import Guide, GuideSection, Point
from search.cutting import Cut, Scissors, part_cut


def cut_guide(at: Scissors, record: Guide) -> Iterator[Cut]:
    """The whole, points, do / don't pairs section by section."""
    sections = " ".join(at.plain(section.title) for section in record.sections)
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.purpose, sections), asks=at.asks())
    for section in record.sections:
        yield from (_point(at, point, section) for point in section.points)
        if section.pairs:
            text = at.marks.semicolon.join(
                at.words.pair.format(do=at.plain(pair.do), dont=at.plain(pair.dont)) for pair in section.pairs
            )
            yield Cut(key=f"pairs-{section.id}", section=at.words.pairs.format(at.plain(section.title)), text=text)


def _point(at: Scissors, point: Point, section: GuideSection) -> Cut:
    heading = at.plain(point.title) or at.plain(section.title)
    return part_cut(
        "point", str(point.id), heading, at.plain(point.text), say=at.plain(point.say),
        asks=tuple(map(str, point.asks)), hints=at.plain(section.title),
    )  # fmt: skip
