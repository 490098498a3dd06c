"""A role: who does the work, what they answer for and what they may decide."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model, Record
from schemas.scalars import Id, Number, RecordRef, RoleRef, Text, Texts


class Duty(Model):
    """One numbered duty and the standard by which it is judged."""

    no: Number = Field(description="Printed number, which is also its id")
    text: Text = Field(description="What the role does")
    standard: Text | None = Field(None, description="How one can tell that it is done well")
    basis: Text | None = Field(None, description="Where the number in the standard comes from")
    see: tuple[RecordRef, ...] = Field((), description="The procedures and policies that this duty carries out")


class DutyGroup(Model):
    """Duties that belong together."""

    id: Id = Field(description="ASCII id of the group")
    no: Number | None = Field(None, description="Printed number of the group, where the source numbers it")
    title: Text = Field(description="Title of the group")
    items: tuple[Duty, ...] = Field(min_length=1, description="Numbered duties")


class Authority(Model):
    """What the role decides alone, and what it never does."""

    may: Texts = Field(default_factory=dict, description="What it may decide or sign, by id")
    never: Texts = Field(default_factory=dict, description="What it never promises, gives or decides, by id")


class Role(Record):
    """A post in the department."""

    department: Text | None = Field(None, description="Department the role belongs to")
    grade: Text | None = Field(None, description="Grade of the post")
    reports_to: RoleRef | None = Field(None, description="The role it reports to")
    mission: Text = Field(description="Why the post exists, in a sentence")
    duties: tuple[DutyGroup, ...] = Field(min_length=1, description="Groups of numbered duties")
    authority: Authority = Field(Authority(), description="What it may decide and never may")
    competencies: Texts = Field(default_factory=dict, description="What the person must be able to do, by id")
