"""A course: what a role reads, practises, fills and is examined on."""

from __future__ import annotations

from pydantic import Field

from schemas.duration import TimeSpan
from schemas.record import Model, Record
from schemas.scalars import Count, Flag, FormRef, Id, Percent, RecordRef, RoleRef, ScriptRef, Text, Texts


class Module(Model):
    """A part of the course, done in one go."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="Title")
    aim: Text | None = Field(None, description="What the learner can do afterwards")
    read: tuple[RecordRef, ...] = Field((), description="Records to read")
    practise: tuple[ScriptRef, ...] = Field((), description="Scripts and graphs to play")
    fill: tuple[FormRef, ...] = Field((), description="Forms to fill as an exercise")
    shifts: Count | None = Field(None, description="Shifts worked beside a tutor")
    sign: RoleRef | None = Field(None, description="The tutor's role, which signs for the module")


class Exam(Model):
    """The exam at the end."""

    items: Count = Field(description="Number of questions")
    minutes: Count = Field(description="Minutes allowed")
    pass_: Percent = Field(alias="pass", description="Mastery score, in percent")
    attempts: Count = Field(description="How many attempts")
    practical: Flag = Field(False, description="Whether there is a practical test signed by the tutor")
    must_pass: Texts = Field(default_factory=dict, description="Topics that must be passed, by id")
    basis: Text | None = Field(None, description="Where the numbers come from")


class Course(Record):
    """What makes a person qualified for a role."""

    role: RoleRef = Field(description="The role it qualifies for")
    level: Text = Field(description="The level it certifies")
    modules: tuple[Module, ...] = Field(min_length=1, description="Modules in order")
    exam: Exam | None = Field(None, description="The exam")
    valid_for: TimeSpan | None = Field(None, description="How long the certificate is valid")
