"""Where it goes on from a step or a moment: answers with a branch each, and loops with a limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final, Protocol

from pydantic import Field

from schemas.amounts import Count
from schemas.graph import Answers, Edge, Flow, Graph, Moment
from schemas.messages import Sense
from schemas.record import Model
from schemas.references import LocalRef
from schemas.scalars import Frozen, Id, Text


class Branch(Model):
    """One named answer to a question, and where it leads."""

    text: Text = Field(title="文字", description="The answer as printed on the arrow")
    to: LocalRef = Field(title="去哪里", description="The step or node it leads to")


Branches = Frozen[Id, Branch]
_NONE: Final[Mapping[Id, Branch]] = MappingProxyType({})


class Limit(Model):
    """How often a loop may be gone round, and where it goes then."""

    times: Count = Field(title="最多几次", description="How many times")
    then: LocalRef = Field(title="到了次数去哪一步", description="The step it goes to after that")


def answers(branches: Branches) -> Answers:
    """*branches* as a graph knows them."""
    return {str(id_): (str(branch.text), str(branch.to)) for id_, branch in branches.items()}


def edges_from(
    node: str, branches: Branches, following: str | None, limit: Limit | None, heard: Branches = _NONE
) -> Iterator[Edge]:
    """What follows *node*: by its branches, by what is *heard* from the other side, simply next, or at its limit."""
    yield from (Edge(node, str(branch.to), "branch", str(branch.text)) for branch in branches.values())
    yield from (Edge(node, str(branch.to), "answer", str(branch.text)) for branch in heard.values())
    if following is not None:
        yield Edge(node, str(following))
    if limit is not None:
        yield Edge(node, str(limit.then), "limit", times=limit.times)


def first_key(node: Model, *keys: str) -> str:
    """The first of *keys* under which *node* says something; empty where there is none."""
    return next((key for key in keys if getattr(node, key)), "")


class Node(Protocol):
    """A moment of a dialogue, as far as the dialogue as a whole is concerned."""

    @property
    def branches(self) -> Branches:
        """Answers to its question."""

    @property
    def heard(self) -> Branches:
        """What the other side may answer."""

    @property
    def next(self) -> LocalRef | None:
        """The node that simply follows."""

    @property
    def limit(self) -> Limit | None:
        """How often it may be come back to."""

    @property
    def end(self) -> bool:
        """Whether the dialogue ends here."""

    @property
    def begins(self) -> bool:
        """Whether the dialogue can begin here, beside its one start."""

    @property
    def question(self) -> str | None:
        """The question it asks."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""

    def edges(self, id_: str) -> Iterator[Edge]:
        """What follows it, as the node *id_*."""


def dialogue(nodes: Mapping[Id, Node], start: str, *, asks_by: str, goes_on_by: str, loops_bounded: bool) -> Flow:
    """The flow of a record whose parts are named nodes: a script, a troubleshooting graph."""
    named = {str(id_): node for id_, node in nodes.items()}
    graph = Graph(
        nodes=tuple(named),
        starts=(str(start), *(id_ for id_, node in named.items() if node.begins)),
        ends=frozenset(id_ for id_, node in named.items() if node.end),
        edges=tuple(chain.from_iterable(node.edges(id_) for id_, node in named.items())),
        limited=frozenset(id_ for id_, node in named.items() if node.limit),
    )
    moments = (
        Moment(
            id_,
            ("nodes", id_),
            node.is_empty,
            node.question,
            answers(node.branches),
            answers(node.heard),
            node.next is not None,
            node.end,
        )
        for id_, node in named.items()
    )
    return Flow(
        graph=graph, moments=tuple(moments), if_empty=Sense.NODE_EMPTY, asks_by=asks_by, goes_on_by=goes_on_by,
        loops_bounded=loops_bounded,
    )  # fmt: skip
