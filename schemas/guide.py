"""A guide: what a person should know or be good at, as points and do / don't pairs."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from schemas.anchors import Part
from schemas.laws import Laws
from schemas.record import Model, OwnId, Record
from schemas.references import RecordRef
from schemas.scalars import Asks, Number, Text


class Point(Model):
    """One thing to know."""

    id: OwnId
    title: Text | None = Field(None, title="标题", description="A few words")
    text: Text = Field(title="文字", description="What to know or do")
    say: Text | None = Field(None, title="对客人怎么说", description="The words to say")
    see: tuple[RecordRef, ...] = Field((), title="详见哪些规程、制度", description="Where it is settled in detail")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")


class Pair(Model):
    """The right way beside the wrong one."""

    id: OwnId
    do: Text = Field(title="对的做法", description="The right way")
    dont: Text = Field(title="错的做法", description="The wrong way")


class GuideSection(Model):
    """Points under one heading, or a text of its own."""

    id: OwnId
    no: Number | None = Field(None, title="印出来的编号，如 3.1.1", description="Printed number of the section")
    title: Text = Field(title="标题", description="Heading")
    intro: Text | None = Field(
        None,
        title="各要点前面的一两句话；没有要点的一节，全部文字写在这里",
        description="A sentence or two before the points; all of the text in a section without points",
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")
    points: tuple[Point, ...] = Field((), title="各要点", description="What to know")
    pairs: tuple[Pair, ...] = Field((), title="对的和错的做法", description="Do / don't pairs")


class Guide(Record):
    """Knowledge rather than steps."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="What the reader knows afterwards")
    purpose: Text | None = Field(None, title="为什么要有它", description="Why it was written")
    sections: tuple[GuideSection, ...] = Field(min_length=1, title="各节", description="Sections")
    laws: Laws = ()

    def parts(self) -> Iterator[Part]:
        """Its sections, each with its points."""
        for section in self.sections:
            yield Part("section", str(section.id), section.title, section)
            yield from (Part("point", str(point.id), point.title or point.text, point) for point in section.points)
