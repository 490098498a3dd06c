"""`handbook.yaml`: a handbook's title page, chapters, organisation, parties and the project's own values."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model, Source
from schemas.scalars import Date, Id, LocalRef, Plain, RecordRef, RoleRef, Text, Texts


class Chapter(Model):
    """A chapter: its records in reading order, or chapters within it."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="Title as the source prints it")
    records: tuple[RecordRef, ...] = Field((), description="Records in reading order")
    chapters: tuple[Chapter, ...] = Field((), description="Chapters within this one")


class Post(Model):
    """A box of the organisation chart."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="Name of the unit or post")
    under: LocalRef | None = Field(None, description="The box above it")
    role: RoleRef | None = Field(None, description="The role it stands for")


class Revision(Model):
    """A line of the revision record."""

    edition: Plain = Field(description="Edition")
    on: Date = Field(description="Day")
    what: Text = Field(description="What changed")


class Control(Model):
    """Document control: who wrote, checked and approved, and who has a copy."""

    written: Text | None = Field(None, description="Who wrote it")
    checked: Text | None = Field(None, description="Who checked it")
    approved: Text | None = Field(None, description="Who approved it")
    revisions: tuple[Revision, ...] = Field((), description="Revision record")
    distribution: tuple[Text, ...] = Field((), description="Who has a copy")


class Company(Model):
    """Whose stationery the forms are printed on."""

    name: Text = Field(description="Full name, printed in the header of every form")
    short: Text | None = Field(None, description="Short name")
    logo: Plain | None = Field(None, description="A PNG or JPEG file beside handbook.yaml, printed 8 mm high")


class HandbookFile(Model):
    """The title page and everything that is said once for the whole handbook."""

    title: Text = Field(description="Title as the source prints it")
    short: Text = Field(description="Short title for menus")
    summary: Text = Field(description="For whom it is and what it covers")
    edition: Plain = Field(description="Edition of this library's text")
    effective: Date | None = Field(None, description="Day this edition takes effect")
    company: Company = Field(description="The company or department that issues it")
    source: Source | None = Field(None, description="The original document")
    chapters: tuple[Chapter, ...] = Field(min_length=1, description="Chapters in order")
    organisation: tuple[Post, ...] = Field((), description="Organisation chart")
    parties: Texts = Field(default_factory=dict, description="Those who sign but are no role: resident, borrower")
    blanks: Texts = Field(default_factory=dict, description="Names in braces that the speaker fills, by id")
    project: Texts = Field(default_factory=dict, description="The project's own values: {project.phone}")
    control: Control = Field(Control(), description="Document control")
