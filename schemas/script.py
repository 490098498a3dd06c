"""A script: a dialogue as a graph, with its rules and the words that are never said."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from schemas.amounts import Flag
from schemas.anchors import Part
from schemas.duration import TimeSpan
from schemas.graph import Edge, Flow
from schemas.record import Model, OwnId, Record
from schemas.references import FormRef, LocalRef
from schemas.scalars import Asks, Frozen, Id, Text, Texts
from schemas.ways import Branches, Limit, dialogue, edges_from, first_key


class ScriptRule(Model):
    """A rule of the conversation: three rings, sixty seconds."""

    id: OwnId
    text: Text = Field(title="文字", description="The rule")
    limit: TimeSpan | None = Field(None, title="规定的时间，如 60 秒", description="The time it sets, if any")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )


class ScriptNode(Model):
    """One moment of the dialogue."""

    say: Text | None = Field(None, title="对客人怎么说", description="What is said")
    do: Text | None = Field(None, title="具体做什么", description="What is done meanwhile")
    note: Text | None = Field(None, title="注意什么", description="What to bear in mind")
    entry: Text | None = Field(
        None,
        title="也可以从这里开始，写这种开头的名字",
        description="The dialogue can begin here; the name of this beginning",
    )
    listen: Branches = Field(
        default_factory=dict,
        title="对方可能怎么答，写“编号: {text: 文字, to: 去哪里}”",
        description="What the other side may answer, by id",
    )
    ask: Text | None = Field(None, title="要判断的问题", description="A question that the speaker decides silently")
    branches: Branches = Field(
        default_factory=dict,
        title="各种答案，写“编号: {text: 文字, to: 去哪一步}”",
        description="Answers to `ask`, by id",
    )
    timer: TimeSpan | None = Field(
        None,
        title="这一刻最多多久；写了 listen 的，是等对方多久",
        description="How long this moment may last; with `listen`, how long one waits for the other side",
    )
    next: LocalRef | None = Field(None, title="接下来到哪个节点", description="The node that follows")
    limit: Limit | None = Field(None, title="最多绕回几次", description="How often this node may be come back to")
    forms: tuple[FormRef, ...] = Field((), title="填哪些表或看哪些表", description="Forms filled here")
    end: Flag = Field(False, title="到这里结束，写 true", description="The dialogue ends here")
    asks: Asks = Field(
        (), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about this moment"
    )

    @property
    def begins(self) -> bool:
        """Whether the dialogue can begin here, beside its one start."""
        return self.entry is not None

    @property
    def question(self) -> str | None:
        """The question, which wants branches."""
        return self.ask

    @property
    def heard(self) -> Branches:
        """What the other side may answer."""
        return self.listen

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said, done, asked or noted."""
        return not (self.say or self.do or self.ask or self.note)

    @property
    def waits(self) -> bool:
        """Whether its time is how long one waits for the other side, and not how long one may take."""
        return bool(self.listen)

    @property
    def acts_by(self) -> str:
        """The key of what is said or done; empty where there is nothing to do."""
        return first_key(self, "say", "do")

    def edges(self, id_: str) -> Iterator[Edge]:
        """What follows it, as the node *id_*."""
        return edges_from(id_, self.branches, self.next, self.limit, self.listen)


class Script(Record):
    """A conversation that can be read, searched and practised."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="When it is used")
    rules: tuple[ScriptRule, ...] = Field((), title="通话的规矩", description="Rules of the conversation")
    never: Texts = Field(
        default_factory=dict, title="绝不能说的话、做的事，写“编号: 文字”", description="Words never said, by id"
    )
    start: LocalRef = Field(title="从哪个节点开始", description="The node it starts with")
    nodes: Frozen[Id, ScriptNode] = Field(min_length=1, title="各节点，写“编号: 内容”", description="Nodes by id")

    def parts(self) -> Iterator[Part]:
        """Its rules and its nodes."""
        yield from (Part("rule", str(rule.id), rule.text, rule, cited="") for rule in self.rules)
        for id_, node in self.nodes.items():
            yield Part("node", str(id_), node.say or node.ask or node.do or "", node, cited=node.entry or "")

    def flow(self) -> Flow:
        """The dialogue; a caller may ask again as often as he likes."""
        return dialogue(self.nodes, self.start, asks_by="ask", goes_on_by="next, listen, branches", loops_bounded=False)
