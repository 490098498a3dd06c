"""Guides: cut into points and pairs."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.guide import Guide, GuideSection, Point
from search.cutting import Cut, Scissors, part_cut


def cut_guide(at: Scissors, record: Guide) -> Iterator[Cut]:
    """The whole, sections, points, do / don't pairs section by section."""
    sections = " ".join(at.plain(section.title) for section in record.sections)
    yield Cut(text=at.plain(record.summary), hints=at.plain(record.purpose, sections), asks=at.asks())
    for section in record.sections:
        yield _section(at, section)
        yield from (_point(at, point, section) for point in section.points)
        if section.pairs:
            text = at.marks.semicolon.join(
                at.words.pair.format(do=at.plain(pair.do), dont=at.plain(pair.dont)) for pair in section.pairs
            )
            yield Cut(key=f"pairs-{section.id}", section=at.words.pairs.format(at.plain(section.title)), text=text)
    yield from at.laws(record.laws)


def _section(at: Scissors, section: GuideSection) -> Cut:
    """A section: what it says itself, and what its points are about."""
    points = at.listed(point.title or point.text for point in section.points)
    text = at.joined(at.plain(section.intro), points) or at.plain(section.title)
    asks = tuple(map(str, section.asks))
    return part_cut("section", str(section.id), at.plain(section.title), text, asks=asks)


def _point(at: Scissors, point: Point, section: GuideSection) -> Cut:
    heading = at.plain(point.title) or at.plain(section.title)
    return part_cut(
        "point", str(point.id), heading, at.plain(point.text), say=at.plain(point.say),
        asks=tuple(map(str, point.asks)), hints=at.plain(section.title),
    )  # fmt: skip
