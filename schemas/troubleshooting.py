"""A troubleshooting graph: from a symptom through checks to a cause, its remedy, or a hand-over."""

from __future__ import annotations

from pydantic import Field

from schemas.duration import TimeSpan
from schemas.procedure import Branches, Limit
from schemas.record import Model, Record
from schemas.scalars import Asks, Flag, FormRef, Frozen, Id, LocalRef, RoleRef, Text


class TroubleNode(Model):
    """A symptom, a check with its outcomes, a cause with its remedy, or a hand-over."""

    symptom: Text | None = Field(None, description="What the customer notices; the graph can begin here")
    check: Text | None = Field(None, description="The question that a check answers")
    how: Text | None = Field(None, description="How to check it")
    branches: Branches = Field(default_factory=dict, description="Outcomes of the check, by id")
    cause: Text | None = Field(None, description="What is wrong")
    remedy: Text | None = Field(None, description="What to do about it")
    escalate: RoleRef | None = Field(None, description="The role that takes over")
    do: Text | None = Field(None, description="What is handed over, and how")
    say: Text | None = Field(None, description="What to say to the customer")
    within: TimeSpan | None = Field(None, description="Within what time")
    forms: tuple[FormRef, ...] = Field((), description="Forms filled here")
    next: LocalRef | None = Field(None, description="The node that follows")
    limit: Limit | None = Field(None, description="How often this node may be come back to")
    end: Flag = Field(False, description="The graph ends here")
    basis: Text | None = Field(None, description="Where a number comes from")
    asks: Asks = Field((), description="How staff would ask about it")


class Troubleshooting(Record):
    """A decision graph from symptom to remedy."""

    summary: Text = Field(description="Which faults it sorts out")
    start: LocalRef = Field(description="The node it starts with")
    nodes: Frozen[Id, TroubleNode] = Field(min_length=1, description="Nodes by id")
