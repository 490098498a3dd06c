"""A script: a dialogue as a graph, with its rules and the words that are never said."""

from __future__ import annotations

from pydantic import Field

from schemas.duration import TimeSpan
from schemas.procedure import Branches, Limit
from schemas.record import Model, Record
from schemas.scalars import Asks, Flag, FormRef, Frozen, Id, LocalRef, Text, Texts


class ScriptRule(Model):
    """A rule of the conversation: three rings, sixty seconds."""

    id: Id = Field(description="ASCII id")
    text: Text = Field(description="The rule")
    limit: TimeSpan | None = Field(None, description="The time it sets, if any")
    basis: Text | None = Field(None, description="Where a number comes from")


class ScriptNode(Model):
    """One moment of the dialogue."""

    say: Text | None = Field(None, description="What is said")
    do: Text | None = Field(None, description="What is done meanwhile")
    note: Text | None = Field(None, description="What to bear in mind")
    entry: Text | None = Field(None, description="The dialogue can begin here; the name of this beginning")
    listen: Branches = Field(default_factory=dict, description="What the other side may answer, by id")
    ask: Text | None = Field(None, description="A question that the speaker decides silently")
    branches: Branches = Field(default_factory=dict, description="Answers to `ask`, by id")
    timer: TimeSpan | None = Field(None, description="How long this moment may last")
    next: LocalRef | None = Field(None, description="The node that follows")
    limit: Limit | None = Field(None, description="How often this node may be come back to")
    forms: tuple[FormRef, ...] = Field((), description="Forms filled here")
    end: Flag = Field(False, description="The dialogue ends here")
    asks: Asks = Field((), description="How staff would ask about this moment")


class Script(Record):
    """A conversation that can be read, searched and practised."""

    summary: Text = Field(description="When it is used")
    rules: tuple[ScriptRule, ...] = Field((), description="Rules of the conversation")
    never: Texts = Field(default_factory=dict, description="Words never said, by id")
    start: LocalRef = Field(description="The node it starts with")
    nodes: Frozen[Id, ScriptNode] = Field(min_length=1, description="Nodes by id")
