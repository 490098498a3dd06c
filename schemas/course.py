"""A course: what a role reads, practises, fills and is examined on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from schemas.amounts import Count, Flag, Percent, Plainnumber
from schemas.anchors import Part
from schemas.duration import TimeSpan
from schemas.patterns import OneAlone
from schemas.record import Label, Model, OwnId, Record
from schemas.references import FormRef, LevelRef, LocalRef, PriorRef, RecordRef, RoleRef, ScriptRef
from schemas.renewal import Renewal
from schemas.scalars import Id, Text, Texts
from schemas.short import Short


def _read_level(value: Any) -> Text | LevelRef:
    is_reference = isinstance(value, str) and "#" in value
    return LevelRef.parse(value) if is_reference else Text.parse(value)  # type: ignore[return-value]


CertifiedLevel = Annotated[
    Text | LevelRef,
    PlainValidator(_read_level),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]
"""A level of a qualification (`qualifications/desk#junior`), or where there is none what the level is called."""


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _alone(values: tuple[str, ...]) -> Any:
    return values[0] if len(values) == 1 else list(values)


Right = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_list),
    PlainSerializer(_alone, when_used="json"),
    OneAlone(),
]
"""The id of the right choice, or of all of them."""


class Module(Model):
    """A part of the course, done in one go."""

    id: OwnId
    title: Text = Field(title="标题", description="Title")
    aim: Text | None = Field(None, title="学完能做什么", description="What the learner can do afterwards")
    hours: Plainnumber | None = Field(None, title="几个课时", description="Hours it takes")
    read: tuple[RecordRef, ...] = Field((), title="读哪些记录", description="Records to read")
    practise: tuple[ScriptRef, ...] = Field((), title="练哪些话术、排障", description="Scripts and graphs to play")
    fill: tuple[FormRef, ...] = Field((), title="练习填哪些表", description="Forms to fill as an exercise")
    shifts: Count | None = Field(None, title="跟班几次", description="Shifts worked beside a tutor")
    sign: RoleRef | None = Field(
        None, title="由哪个岗位的带教签字", description="The tutor's role, which signs for the module"
    )

    @property
    def teaches(self) -> tuple[str, ...]:
        """All that it teaches."""
        return (*self.read, *self.practise, *self.fill)


class Exam(Model):
    """The exam at the end."""

    items: Count = Field(title="几道题", description="Number of questions")
    minutes: Count = Field(title="几分钟", description="Minutes allowed")
    pass_: Percent = Field(alias="pass", title="及格线，如 85%", description="Mastery score, in percent")
    attempts: Count = Field(title="可以考几次", description="How many attempts")
    retake_after: TimeSpan | None = Field(
        None, title="没过的多久以后可以再考，如 3 天", description="How soon one may try again, such as 3 天"
    )
    practical: Flag = Field(
        False, title="有实操考核，写 true", description="Whether there is a practical test signed by the tutor"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the numbers come from"
    )


class Topic(Model):
    """A topic of the exam: how many questions it has at least, and where they come from."""

    id: OwnId
    title: Text = Field(title="标题", description="What it is about")
    least: Count = Field(1, title="至少几道题", description="The least number of questions about it")
    safety: Flag = Field(
        False,
        title="关系人身安全、错一道就不过的，写 true",
        description="Whether people’s safety hangs on it: every question about it must be answered right",
    )
    from_: tuple[RecordRef, ...] = Field(
        (),
        alias="from",
        title="出自哪些记录；编号和某个单元相同的不写",
        description="The records that it is asked from; not needed where a module has the same id",
    )


class Item(Model):
    """A question written by hand."""

    id: OwnId
    topic: LocalRef | None = Field(None, title="属于哪个题目类别", description="The topic it belongs to")
    ask: Text = Field(title="问什么", description="The question")
    choices: Texts = Field(min_length=2, title="可选的答案，写“编号: 文字”", description="Answers, by id")
    right: Right = Field(min_length=1, title="对的答案的编号，几个都对的写列表", description="The right one, or all")
    why: Text | None = Field(None, title="为什么", description="Why it is right")
    from_: RecordRef | None = Field(
        None, alias="from", title="出自哪条记录或哪一步", description="The record or step it is asked from"
    )
    private: Flag = Field(
        False,
        title="只在考试里用、练习里不出现的，写 true",
        description="Whether it is kept for exams: nobody practises it",
    )


class Criterion(Model):
    """A line by which the practical is marked."""

    id: OwnId
    text: Text = Field(title="看什么", description="What is looked at")
    marks: Count = Field(title="几分", description="Marks for it")
    must: Flag = Field(False, title="做不到就不过的，写 true", description="Whether one fails without it")


class Due(Short):
    """By when a course has to be passed."""

    alone: ClassVar[str] = "within"

    within: TimeSpan = Field(title="多久以内，如 30 天", description="Within what time, such as 30 天")
    from_: Text | None = Field(None, alias="from", title="从什么算起，如 到岗", description="What it counts from")


class Course(Record):
    """What makes a person qualified for a role."""

    role: RoleRef = Field(title="哪个岗位", description="The role it qualifies for")
    level: CertifiedLevel = Field(
        title="证书等级：有资质制度的写 qualifications/编号#等级，没有的写名称",
        description="The level it certifies: qualifications/id#level where there is a qualification, else its name",
    )
    requires: tuple[PriorRef, ...] = Field(
        (), title="先要上完哪些课、有哪一级", description="Courses and levels one must have before"
    )
    hours: Annotated[Plainnumber | None, Label("课时", "Hours")] = Field(
        None, title="一共几个课时", description="Hours it takes in all"
    )
    due_within: Due | None = Field(None, title="多久以内要学完考过，如 30 天", description="By when it must be passed")
    modules: tuple[Module, ...] = Field(min_length=1, title="各单元，按先后", description="Modules in order")
    exam: Exam | None = Field(None, title="考试", description="The exam")
    blueprint: tuple[Topic, ...] = Field(
        (), title="考什么：各类至少几道题，哪些错一道就不过", description="What the exam is made of, topic by topic"
    )
    drafts: Flag = Field(
        False,
        title="草案里的内容也出题的，写 true；不写就只从批准了的条文出题",
        description="Whether questions are asked from drafts too; otherwise only from what is approved",
    )
    items: tuple[Item, ...] = Field((), title="自己出的题", description="Questions written by hand")
    rubric: tuple[Criterion, ...] = Field((), title="实操评分表", description="How the practical is marked")
    valid_for: TimeSpan | None = Field(
        None, title="证书有效多久，如 12 个月", description="How long the certificate is valid"
    )
    renew: Renewal | None = Field(None, title="怎样续", description="How it is renewed")
    certificate: FormRef | None = Field(None, title="证书是哪张表", description="The form of the certificate")

    @property
    def has_practical(self) -> bool:
        """Whether there is a practical test."""
        return bool(self.rubric) or (self.exam is not None and self.exam.practical)

    def parts(self) -> Iterator[Part]:
        """Its modules."""
        yield from (Part("module", str(module.id), module.title, module) for module in self.modules)
