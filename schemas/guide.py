"""A guide: what a person should know or be good at, as points and do / don't pairs."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model, Record
from schemas.scalars import Asks, Id, Number, RecordRef, Text


class Point(Model):
    """One thing to know."""

    id: Id = Field(description="ASCII id")
    title: Text | None = Field(None, description="A few words")
    text: Text = Field(description="What to know or do")
    say: Text | None = Field(None, description="The words to say")
    see: tuple[RecordRef, ...] = Field((), description="Where it is settled in detail")
    basis: Text | None = Field(None, description="Where a number comes from")
    asks: Asks = Field((), description="How staff would ask about it")


class Pair(Model):
    """The right way beside the wrong one."""

    id: Id = Field(description="ASCII id")
    do: Text = Field(description="The right way")
    dont: Text = Field(description="The wrong way")


class GuideSection(Model):
    """Points under one heading."""

    id: Id = Field(description="ASCII id")
    no: Number | None = Field(None, description="Printed number of the section")
    title: Text = Field(description="Heading")
    intro: Text | None = Field(None, description="A sentence or two before the points")
    points: tuple[Point, ...] = Field((), description="What to know")
    pairs: tuple[Pair, ...] = Field((), description="Do / don't pairs")


class Guide(Record):
    """Knowledge rather than steps."""

    summary: Text = Field(description="What the reader knows afterwards")
    purpose: Text | None = Field(None, description="Why it was written")
    sections: tuple[GuideSection, ...] = Field(min_length=1, description="Sections")
