"""A course: what a role reads, practises, fills and is examined on."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from schemas.anchors import Part
from schemas.duration import TimeSpan
from schemas.record import Model, OwnId, Record
from schemas.scalars import Count, Flag, FormRef, Percent, RecordRef, RoleRef, ScriptRef, Text, Texts


class Module(Model):
    """A part of the course, done in one go."""

    id: OwnId
    title: Text = Field(title="标题", description="Title")
    aim: Text | None = Field(None, title="学完能做什么", description="What the learner can do afterwards")
    read: tuple[RecordRef, ...] = Field((), title="读哪些记录", description="Records to read")
    practise: tuple[ScriptRef, ...] = Field((), title="练哪些话术、排障", description="Scripts and graphs to play")
    fill: tuple[FormRef, ...] = Field((), title="练习填哪些表", description="Forms to fill as an exercise")
    shifts: Count | None = Field(None, title="跟班几次", description="Shifts worked beside a tutor")
    sign: RoleRef | None = Field(
        None, title="由哪个岗位的带教签字", description="The tutor's role, which signs for the module"
    )


class Exam(Model):
    """The exam at the end."""

    items: Count = Field(title="几道题", description="Number of questions")
    minutes: Count = Field(title="几分钟", description="Minutes allowed")
    pass_: Percent = Field(alias="pass", title="及格线，如 85%", description="Mastery score, in percent")
    attempts: Count = Field(title="可以考几次", description="How many attempts")
    practical: Flag = Field(
        False, title="有实操考核，写 true", description="Whether there is a practical test signed by the tutor"
    )
    must_pass: Texts = Field(
        default_factory=dict, title="必须答对的内容，写“编号: 文字”", description="Topics that must be passed, by id"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the numbers come from"
    )


class Course(Record):
    """What makes a person qualified for a role."""

    role: RoleRef = Field(title="哪个岗位", description="The role it qualifies for")
    level: Text = Field(title="证书等级", description="The level it certifies")
    modules: tuple[Module, ...] = Field(min_length=1, title="各单元，按先后", description="Modules in order")
    exam: Exam | None = Field(None, title="考试", description="The exam")
    valid_for: TimeSpan | None = Field(
        None, title="证书有效多久，如 12 个月", description="How long the certificate is valid"
    )

    def parts(self) -> Iterator[Part]:
        """Its modules."""
        yield from (Part("module", str(module.id), module.title, module) for module in self.modules)
