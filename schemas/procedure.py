"""A procedure: steps with who, within what time, on which form, in which words; decisions with named branches."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from schemas.duration import TimeSpan
from schemas.record import Model, Record
from schemas.scalars import (
    ActorRef,
    Asks,
    Count,
    Date,
    Flag,
    FormRef,
    Frozen,
    Id,
    LocalRef,
    RoleRef,
    StepRef,
    Text,
    Texts,
)


class Deadline(Model):
    """Within what time, counted from which step, and how it may be extended."""

    time: TimeSpan = Field(description="30 分钟, 3 工作日, 当场 …")
    from_: LocalRef | None = Field(None, alias="from", description="The step from whose end the time counts")
    extend: TimeSpan | None = Field(None, description="The longest extension")
    approve: RoleRef | None = Field(None, description="Who approves the extension")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_time_alone(cls, value: Any) -> Any:
        return {"time": value} if isinstance(value, str) else value


class Branch(Model):
    """One named answer to a question, and where it leads."""

    text: Text = Field(description="The answer as printed on the arrow")
    to: LocalRef = Field(description="The step or node it leads to")


Branches = Frozen[Id, Branch]


class Limit(Model):
    """How often a loop may be gone round, and where it goes then."""

    times: Count = Field(description="How many times")
    then: LocalRef = Field(description="The step it goes to after that")


class Step(Model):
    """One step, or a decision when it has `ask` and `branches`."""

    id: Id = Field(description="ASCII id, kept when the text is reworded")
    title: Text | None = Field(None, description="A few words; a decision may use its question instead")
    by: ActorRef = Field(description="Who does it: a role, or a party of the handbook")
    with_: tuple[ActorRef, ...] = Field((), alias="with", description="Who else takes part")
    within: Deadline | None = Field(None, description="Within what time")
    do: Text | None = Field(None, description="What exactly is done")
    forms: tuple[FormRef, ...] = Field((), description="Forms filled or read")
    say: Text | None = Field(None, description="The words to say")
    mind: Text | None = Field(None, description="The risk to mind")
    ask: Text | None = Field(None, description="The question of a decision")
    branches: Branches = Field(default_factory=dict, description="Answers of a decision, by id")
    then: LocalRef | None = Field(None, description="Next step when it is not the following one")
    limit: Limit | None = Field(None, description="How often this loop may be gone round")
    end: Flag = Field(False, description="The procedure ends here")
    cites: tuple[StepRef, ...] = Field((), description="The commitment or article this step keeps")
    basis: Text | None = Field(None, description="Where a number in this step comes from")
    asks: Asks = Field((), description="How staff would ask about this step")

    @property
    def heading(self) -> str:
        """The title, or the question when a decision has no title."""
        return self.title or self.ask or str(self.id)

    @property
    def is_decision(self) -> bool:
        """Whether this step asks a question."""
        return self.ask is not None


class PeriodicWork(Model):
    """Work that recurs by the calendar and not by case."""

    id: Id = Field(description="ASCII id")
    title: Text | None = Field(None, description="A few words")
    every: Text = Field(description="When: 每月 5 日前")
    by: ActorRef = Field(description="Who does it")
    do: Text = Field(description="What exactly is done")
    forms: tuple[FormRef, ...] = Field((), description="Forms filled or read")
    basis: Text | None = Field(None, description="Where a number comes from")
    asks: Asks = Field((), description="How staff would ask about it")


class Keeping(Model):
    """How long a filled form is kept, counted from what, and how it is destroyed."""

    time: TimeSpan = Field(description="2 年")
    from_: Text | None = Field(None, alias="from", description="What the time counts from")
    dispose: Text | None = Field(None, description="How it is destroyed")


class RecordKept(Model):
    """A record that the procedure leaves behind."""

    form: FormRef = Field(description="The form")
    by: RoleRef | None = Field(None, description="Who keeps it")
    note: Text | None = Field(None, description="Where and how")


class Drill(Model):
    """How an emergency plan is rehearsed."""

    every: Text = Field(description="How often")
    by: RoleRef = Field(description="Who leads it")
    do: Text = Field(description="What is rehearsed and how it is judged")


class EmergencyPlan(Model):
    """What turns a procedure into an emergency plan."""

    trigger: Text = Field(description="What sets it off")
    commander: RoleRef = Field(description="Who commands")
    reports: tuple[RoleRef, ...] = Field((), description="Who is told, in order")
    call: Texts = Field(default_factory=dict, description="Numbers to call, by id")
    drills: tuple[Drill, ...] = Field((), description="How it is rehearsed")


class ExternalReference(Model):
    """A law or outside document, with the day somebody looked at it."""

    id: Id = Field(description="ASCII id")
    title: Text = Field(description="Title of the law or document")
    issuer: Text | None = Field(None, description="Who issued it")
    checked: Date | None = Field(None, description="The day it was last checked to be in force")
    note: Text | None = Field(None, description="What it is cited for")


class Procedure(Record):
    """How something is done, from its trigger to its end."""

    summary: Text = Field(description="When it is used and what it settles")
    purpose: Text = Field(description="Why the procedure exists")
    scope: Text = Field(description="What it covers, and what it does not")
    definitions: Texts = Field(default_factory=dict, description="Words used in a particular sense, by id")
    responsibilities: Frozen[RoleRef, Texts] = Field(default_factory=dict, description="Who answers for what, by role")
    plan: EmergencyPlan | None = Field(None, description="Present when this is an emergency plan")
    steps: tuple[Step, ...] = Field(min_length=1, description="Steps and decisions in order")
    periodic: tuple[PeriodicWork, ...] = Field((), description="Work that recurs by the calendar")
    records: tuple[RecordKept, ...] = Field((), description="What it leaves on file")
    references: tuple[ExternalReference, ...] = Field((), description="Laws and outside documents")
