"""A troubleshooting graph: from a symptom through checks to a cause, its remedy, or a hand-over."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from schemas.amounts import Flag
from schemas.anchors import Part
from schemas.duration import TimeSpan
from schemas.graph import Edge, Flow
from schemas.record import Model, Record
from schemas.references import FormRef, LocalRef, RoleRef
from schemas.scalars import Asks, Frozen, Id, Text
from schemas.ways import Branches, Limit, dialogue, edges_from, first_key


class TroubleNode(Model):
    """A symptom, a check with its outcomes, a cause with its remedy, or a hand-over."""

    symptom: Text | None = Field(
        None,
        title="客户看到的现象；也可以从这里开始",
        description="What the customer notices; the graph can begin here",
    )
    check: Text | None = Field(None, title="要检查的问题", description="The question that a check answers")
    how: Text | None = Field(None, title="怎样检查", description="How to check it")
    branches: Branches = Field(
        default_factory=dict,
        title="各种答案，写“编号: {text: 文字, to: 去哪一步}”",
        description="Outcomes of the check, by id",
    )
    cause: Text | None = Field(None, title="原因", description="What is wrong")
    remedy: Text | None = Field(None, title="怎样解决", description="What to do about it")
    escalate: RoleRef | None = Field(None, title="转给哪个岗位", description="The role that takes over")
    do: Text | None = Field(None, title="具体做什么", description="What is handed over, and how")
    say: Text | None = Field(None, title="对客人怎么说", description="What to say to the customer")
    within: TimeSpan | None = Field(None, title="多长时间内，如 30 分钟", description="Within what time")
    forms: tuple[FormRef, ...] = Field((), title="填哪些表或看哪些表", description="Forms filled here")
    next: LocalRef | None = Field(None, title="接下来到哪个节点", description="The node that follows")
    limit: Limit | None = Field(None, title="最多绕回几次", description="How often this node may be come back to")
    end: Flag = Field(False, title="到这里结束，写 true", description="The graph ends here")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")

    @property
    def begins(self) -> bool:
        """Whether the graph can begin here, beside its one start."""
        return self.symptom is not None

    @property
    def question(self) -> str | None:
        """The question, which wants branches."""
        return self.check

    @property
    def heard(self) -> Branches:
        """Nobody answers a fault tree; checks have their outcomes."""
        return {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is noticed, checked, found, done or said."""
        return not (self.symptom or self.check or self.cause or self.remedy or self.do or self.say)

    @property
    def acts_by(self) -> str:
        """The key of what is checked or done; empty where there is only something to notice."""
        if self.cause is None and self.escalate is not None:
            return first_key(self, "check", "remedy", "escalate")
        return first_key(self, "check", "remedy", "do", "say", "cause")

    def edges(self, id_: str) -> Iterator[Edge]:
        """What follows it, as the node *id_*."""
        return edges_from(id_, self.branches, self.next, self.limit)


class Troubleshooting(Record):
    """A decision graph from symptom to remedy."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="Which faults it sorts out")
    start: LocalRef = Field(title="从哪个节点开始", description="The node it starts with")
    nodes: Frozen[Id, TroubleNode] = Field(min_length=1, title="各节点，写“编号: 内容”", description="Nodes by id")

    def parts(self) -> Iterator[Part]:
        """Its nodes."""
        for id_, node in self.nodes.items():
            yield Part("node", str(id_), node.symptom or node.check or node.cause or node.do or "", node)

    def flow(self) -> Flow:
        """From a symptom through checks to a cause, its remedy, or a hand-over."""
        return dialogue(self.nodes, self.start, asks_by="check", goes_on_by="next, branches", loops_bounded=True)
