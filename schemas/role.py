"""A role: who does the work, what they answer for and what they may decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from schemas.anchors import Part
from schemas.record import Label, Model, Record
from schemas.scalars import Id, Number, RecordRef, RoleRef, Text, Texts


class Duty(Model):
    """One numbered duty and the standard by which it is judged."""

    no: Number = Field(title="印出来的编号，如 3.1.1", description="Printed number, which is also its id")
    text: Text = Field(title="文字", description="What the role does")
    standard: Annotated[Text | None, Label("标准", "Standard")] = Field(
        None, title="怎样算做好", description="How one can tell that it is done well"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the number in the standard comes from"
    )
    see: tuple[RecordRef, ...] = Field(
        (), title="详见哪些规程、制度", description="The procedures and policies that this duty carries out"
    )


class DutyGroup(Model):
    """Duties that belong together."""

    id: Id = Field(title="编号：小写英文字母、数字和连字符；改文字不改它", description="ASCII id of the group")
    no: Number | None = Field(
        None, title="印出来的编号，如 3.1.1", description="Printed number of the group, where the source numbers it"
    )
    title: Text = Field(title="标题", description="Title of the group")
    items: tuple[Duty, ...] = Field(min_length=1, title="各项，写“编号: 文字”", description="Numbered duties")


class Authority(Model):
    """What the role decides alone, and what it never does."""

    may: Texts = Field(
        default_factory=dict,
        title="可以决定或签字的事，写“编号: 文字”",
        description="What it may decide or sign, by id",
    )
    never: Texts = Field(
        default_factory=dict,
        title="绝不能说的话、做的事，写“编号: 文字”",
        description="What it never promises, gives or decides, by id",
    )


class Role(Record):
    """A post in the department."""

    department: Text | None = Field(None, title="所属部门", description="Department the role belongs to")
    grade: Text | None = Field(None, title="职级", description="Grade of the post")
    reports_to: RoleRef | None = Field(None, title="向哪个岗位汇报", description="The role it reports to")
    mission: Text = Field(title="为什么设这个岗位，一句话", description="Why the post exists, in a sentence")
    duties: tuple[DutyGroup, ...] = Field(min_length=1, title="分组编号的职责", description="Groups of numbered duties")
    authority: Authority = Field(
        Authority(), title="能决定什么，绝不能做什么", description="What it may decide and never may"
    )
    competencies: Texts = Field(
        default_factory=dict, title="要会什么，写“编号: 文字”", description="What the person must be able to do, by id"
    )

    def parts(self) -> Iterator[Part]:
        """Its duties, by their numbers."""
        yield from (Part("duty", str(duty.no), duty.text, duty) for group in self.duties for duty in group.items)
