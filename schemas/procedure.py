"""A procedure: steps with who, within what time, on which form, in which words; decisions with named branches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Annotated

from pydantic import BeforeValidator, Field

from schemas.amounts import Flag
from schemas.anchors import Part
from schemas.applies import Applies
from schemas.calls import Call
from schemas.deadline import AfterHours, Deadline
from schemas.graph import Edge, Flow, Graph, Moment
from schemas.laws import Laws
from schemas.messages import Sense
from schemas.patterns import OneAlone
from schemas.record import Label, Model, OwnId, Record
from schemas.references import ActorRef, CardRef, FieldRef, FormRef, LicenceRef, LocalRef, RoleRef, StepRef
from schemas.scalars import Asks, Frozen, Id, Plain, Text, Texts
from schemas.ways import Branches, Limit, answers, edges_from

Written = Annotated[
    tuple[FieldRef, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) and value.strip() else value),
    OneAlone(),
]
"""Fields and columns of forms; one of them alone may be written."""


def _every_form(forms: Iterable[FormRef], *fields: Iterable[FieldRef]) -> tuple[FormRef, ...]:
    named = (FormRef(field.target) for some in fields for field in some)
    return tuple(dict.fromkeys((*forms, *named)))


class Picture(Model):
    """A picture of what a step is about: which valve, which panel."""

    file: Plain = Field(
        title="图片的文件名：PNG 或 JPEG，放在这份文件旁边", description="A PNG or JPEG file beside the record"
    )
    text: Text = Field(
        title="图上是什么，印在图下，也读给看不见图的人", description="What it shows: printed under it, and read aloud"
    )


class Step(Model):
    """One step, or a decision when it has `ask` and `branches`."""

    id: Id = Field(
        title="编号：小写英文字母、数字和连字符；改文字不改它", description="ASCII id, kept when the text is reworded"
    )
    title: Text | None = Field(None, title="标题", description="A few words; a decision may use its question instead")
    by: ActorRef = Field(
        title="谁来做：岗位或签字方的编号", description="Who does it: a role, or a party of the handbook"
    )
    with_: tuple[ActorRef, ...] = Field((), alias="with", title="还有谁参加", description="Who else takes part")
    within: Deadline | None = Field(
        None,
        title="多长时间内，如 30 分钟；照制度承诺的写 编号#承诺",
        description="Within what time: 30 分钟, or CODE#commitment whose time it keeps",
    )
    licence: Annotated[LicenceRef | None, Label("须持证", "Licence needed")] = Field(
        None,
        title="须持什么证才能做：岗位 licences 里的编号",
        description="The licence it needs: an id of a role's licences",
    )
    applies: Annotated[Applies | None, Label("什么时候", "When")] = Field(
        None,
        title="什么时候才有这一步：open、closed，或几点到几点",
        description="When there is this step at all: open, closed, or the hours",
    )
    after_hours: Annotated[AfterHours | None, Label("非服务时间", "After hours")] = Field(
        None, title="非服务时间由谁做，有什么不同", description="Who does it outside the hours, and what differs"
    )
    do: Text | None = Field(None, title="具体做什么", description="What exactly is done")
    picture: Picture | None = Field(
        None, title="配一张图：{file: 文件名, text: 图上是什么}", description="A picture: {file, text}"
    )
    card: Annotated[CardRef | None, Label("应急卡", "Emergency card")] = Field(
        None, title="照哪张应急卡办，如 cards/fire", description="The emergency card that says what is done: cards/fire"
    )
    calls: Annotated[tuple[Call, ...], Label("打电话", "Call")] = Field(
        (), title="打什么电话：110、119 或 project.编号", description="Numbers to call: 119, project.key"
    )
    forms: tuple[FormRef, ...] = Field((), title="填哪些表或看哪些表", description="Forms filled or read")
    writes: Annotated[Written, Label("填写", "Fills in")] = Field(
        (), title="填表的哪几栏，如 GT-R-KF-26#received", description="Fields and columns it fills in: FORM#column"
    )
    reads: Annotated[Written, Label("查看", "Reads")] = Field(
        (), title="看表的哪几栏，如 GT-R-KF-26#received", description="Fields and columns it reads: FORM#column"
    )
    say: Text | None = Field(None, title="对客人怎么说", description="The words to say")
    mind: Annotated[Text | None, Label("注意", "Mind")] = Field(
        None, title="要当心什么", description="The risk to mind"
    )
    ask: Text | None = Field(None, title="要判断的问题", description="The question of a decision")
    branches: Branches = Field(
        default_factory=dict,
        title="各种答案，写“编号: {text: 文字, to: 去哪一步}”",
        description="Answers of a decision, by id",
    )
    then: LocalRef | None = Field(
        None, title="下一步，不是紧接着的那步时才写", description="Next step when it is not the following one"
    )
    limit: Limit | None = Field(None, title="最多绕回几次", description="How often this loop may be gone round")
    end: Flag = Field(False, title="到这里结束，写 true", description="The procedure ends here")
    cites: tuple[StepRef, ...] = Field(
        (), title="依据哪条承诺或规定", description="The commitment or article this step keeps"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number in this step comes from"
    )
    asks: Asks = Field(
        (), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about this step"
    )

    @property
    def every_form(self) -> tuple[FormRef, ...]:
        """The forms it names, and those of whose fields it fills in or reads some."""
        return _every_form(self.forms, self.writes, self.reads)

    @property
    def heading(self) -> str:
        """The title, or the question when a decision has no title."""
        return self.title or self.ask or str(self.id)

    @property
    def is_decision(self) -> bool:
        """Whether this step asks a question."""
        return self.ask is not None

    @property
    def is_card(self) -> bool:
        """Whether there is nothing here but an emergency card to act by, after which it ends or goes on elsewhere."""
        leads_away = self.end or self.then is not None
        return self.card is not None and leads_away and self.do is None and self.ask is None

    @property
    def is_numbered(self) -> bool:
        """Whether it has a printed number: a decision has none, nor has a branch that ends in a card."""
        return not (self.is_decision or self.is_card)


class PeriodicWork(Model):
    """Work that recurs by the calendar and not by case."""

    id: OwnId
    title: Text | None = Field(None, title="标题", description="A few words")
    every: Text = Field(title="多久一次，什么时候", description="When: 每月 5 日前")
    by: ActorRef = Field(title="谁来做：岗位或签字方的编号", description="Who does it")
    do: Text = Field(title="具体做什么", description="What exactly is done")
    forms: tuple[FormRef, ...] = Field((), title="填哪些表或看哪些表", description="Forms filled or read")
    writes: Annotated[Written, Label("填写", "Fills in")] = Field(
        (), title="填表的哪几栏，如 GT-R-KF-26#received", description="Fields and columns it fills in: FORM#column"
    )
    reads: Annotated[Written, Label("查看", "Reads")] = Field(
        (), title="看表的哪几栏，如 GT-R-KF-26#received", description="Fields and columns it reads: FORM#column"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")

    @property
    def every_form(self) -> tuple[FormRef, ...]:
        """The forms it names, and those of whose fields it fills in or reads some."""
        return _every_form(self.forms, self.writes, self.reads)


class RecordKept(Model):
    """A record that the procedure leaves behind."""

    form: FormRef = Field(title="哪张表", description="The form")
    by: RoleRef | None = Field(None, title="谁保管", description="Who keeps it")
    note: Text | None = Field(None, title="放在哪里，怎么放", description="Where and how")


class Drill(Model):
    """How an emergency plan is rehearsed."""

    every: Text = Field(title="多久一次，什么时候", description="How often")
    by: RoleRef = Field(title="谁组织", description="Who leads it")
    do: Text = Field(title="具体做什么", description="What is rehearsed and how it is judged")


class EmergencyPlan(Model):
    """What turns a procedure into an emergency plan."""

    trigger: Text = Field(title="什么情况下启动", description="What sets it off")
    commander: RoleRef = Field(title="谁指挥", description="Who commands")
    reports: tuple[RoleRef, ...] = Field((), title="依次报给谁", description="Who is told, in order")
    call: Texts = Field(default_factory=dict, title="打什么电话，写“编号: 号码”", description="Numbers to call, by id")
    drills: tuple[Drill, ...] = Field((), title="怎样演练", description="How it is rehearsed")


class Procedure(Record):
    """How something is done, from its trigger to its end."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="When it is used and what it settles")
    purpose: Text | None = Field(None, title="为什么要有它", description="Why the procedure exists")
    scope: Text | None = Field(None, title="管什么，不管什么", description="What it covers, and what it does not")
    applies: Annotated[Applies | None, Label("适用时间", "When")] = Field(
        None,
        title="什么时候适用，不是全天时才写：open、closed，或几点到几点",
        description="When it applies, if not at all hours: open, closed, or the hours",
    )
    definitions: Texts = Field(
        default_factory=dict, title="用语的意思，写“编号: 文字”", description="Words used in a particular sense, by id"
    )
    responsibilities: Frozen[RoleRef, Texts] = Field(
        default_factory=dict, title="各岗位负责什么", description="Who answers for what, by role"
    )
    plan: EmergencyPlan | None = Field(None, title="应急预案才写", description="Present when this is an emergency plan")
    steps: tuple[Step, ...] = Field(min_length=1, title="各步骤，按先后", description="Steps and decisions in order")
    periodic: tuple[PeriodicWork, ...] = Field(
        (), title="按日历做的工作", description="Work that recurs by the calendar"
    )
    records: tuple[RecordKept, ...] = Field((), title="留下哪些记录", description="What it leaves on file")
    laws: Laws = ()

    def parts(self) -> Iterator[Part]:
        """Its steps and its periodic work."""
        yield from (Part("step", str(step.id), step.heading, step) for step in self.steps)
        yield from (Part("periodic", str(work.id), work.title or work.every, work) for work in self.periodic)

    def flow(self) -> Flow:
        """Step by step; what is not said otherwise goes on to the step that stands next."""
        graph = Graph(
            nodes=tuple(str(step.id) for step in self.steps),
            starts=(str(self.steps[0].id),),
            ends=frozenset(str(step.id) for step in self.steps if step.end),
            edges=tuple(self._edges()),
            limited=frozenset(str(step.id) for step in self.steps if step.limit),
        )
        moments = tuple(
            Moment(
                str(step.id),
                ("steps", number),
                not (step.do or step.ask or step.card),
                step.ask,
                answers(step.branches),
                {},
                step.then is not None,
                step.end,
            )
            for number, step in enumerate(self.steps)
        )
        return Flow(
            graph=graph, moments=moments, if_empty=Sense.STEP_EMPTY, asks_by="ask", goes_on_by="then, branches",
            loops_bounded=True,
        )  # fmt: skip

    def _edges(self) -> Iterator[Edge]:
        for step, standing_next in zip_longest(self.steps, self.steps[1:]):
            goes_on = standing_next is not None and not (step.end or step.branches)
            following = step.then or (standing_next.id if goes_on else None)
            yield from edges_from(str(step.id), step.branches, following, step.limit)


def step_numbers(steps: Iterable[Step]) -> Mapping[str, str]:
    """The printed number of each step by its id; empty where it has none."""
    by_step: dict[str, str] = {}
    count = 0
    for step in steps:
        count += step.is_numbered
        by_step[str(step.id)] = str(count) if step.is_numbered else ""
    return by_step
