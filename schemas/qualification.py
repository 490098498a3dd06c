"""A qualification: its levels, what each requires and allows, and how one loses it or is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from schemas.amounts import Count, Percent, Plainnumber, Whole
from schemas.anchors import Part
from schemas.duration import TimeSpan
from schemas.laws import Laws
from schemas.record import Label, Model, OwnId, Record
from schemas.references import CourseRef, FormRef, LocalRef, RoleRef
from schemas.renewal import Renewal
from schemas.scalars import Asks, Text, Texts
from schemas.short import Short


class Assessment(Model):
    """How a level is examined: of how many marks so many are needed, and how much the practical counts."""

    marks: Count = Field(100, title="满分多少，如 100", description="All the marks there are, such as 100")
    pass_: Plainnumber = Field(alias="pass", title="多少分及格，如 80", description="The marks needed, such as 80")
    practical: Annotated[Percent | None, Label("实操占比", "Practical")] = Field(
        None, title="实操占总分的多少，如 40%", description="How much of the marks is practical, such as 40%"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the numbers come from"
    )


class Level(Model):
    """One level: what it takes, how long it is valid, and what one may do with it."""

    id: OwnId
    title: Text = Field(title="名称，如 初级", description="Its name")
    rank: Count = Field(title="第几级，最低的是 1", description="Its place from below; the lowest is 1")
    requires: tuple[LocalRef, ...] = Field((), title="先要有哪几级：本制度里的编号", description="Levels one must have")
    months: Whole | None = Field(None, title="先要工作满几个月", description="Months of work before it")
    needs: Texts = Field(
        default_factory=dict, title="还要什么条件，写“编号: 文字”", description="What else it takes, by id"
    )
    course: CourseRef | None = Field(None, title="要上完哪门课", description="The course that leads to it")
    exam: Assessment | None = Field(
        None,
        title="考核：{marks: 100, pass: 80, practical: 40%}",
        description="How it is examined: {marks: 100, pass: 80, practical: 40%}",
    )
    valid_for: TimeSpan | None = Field(None, title="有效多久，如 24 个月", description="How long it is valid")
    renew: Renewal | None = Field(None, title="怎样续", description="How it is renewed")
    may: Texts = Field(
        default_factory=dict, title="有了这一级可以做什么，写“编号: 文字”", description="What one may do with it, by id"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the numbers come from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")


class Loss(Model):
    """When a qualification is suspended or lowered, by whom, and how one gets it back."""

    id: OwnId
    when: Text = Field(title="什么情况", description="In what case")
    by: RoleRef | None = Field(None, title="由谁决定：岗位编号", description="The role that decides it")
    lasts: Annotated[TimeSpan | None, Label("期限", "For")] = Field(
        None, title="多久，如 1 个月", description="How long it lasts"
    )
    to: LocalRef | None = Field(None, title="降到哪一级：本制度里的编号", description="The level it is lowered to")
    then: Annotated[Text | None, Label("恢复", "To get it back")] = Field(
        None, title="怎样恢复", description="How one gets it back"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )


class Recheck(Short):
    """How those who have a level are looked at again."""

    alone: ClassVar[str] = "every"

    every: Text = Field(title="多久一次，什么时候", description="How often, and when")
    by: RoleRef | None = Field(None, title="谁来查：岗位编号", description="The role that does it")
    do: Text | None = Field(None, title="查什么、怎样查", description="What is looked at, and how")
    form: FormRef | None = Field(None, title="填哪张表", description="The form it is written on")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )


class Qualification(Record):
    """The levels that staff can reach, and the rules about them."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="Whom it is for and what it settles")
    scope: Text | None = Field(None, title="管什么，不管什么", description="Whom and what it covers")
    roles: tuple[RoleRef, ...] = Field((), title="哪些岗位", description="The roles it is for")
    levels: tuple[Level, ...] = Field(min_length=1, title="各级，从低到高", description="Levels, lowest first")
    suspend: tuple[Loss, ...] = Field((), title="什么情况暂停", description="When it is suspended")
    downgrade: tuple[Loss, ...] = Field((), title="什么情况降级", description="When it is lowered")
    recheck: Recheck | None = Field(None, title="怎样复核，如 每年 12 月", description="How it is checked again")
    register_: FormRef | None = Field(
        None, alias="register", title="登记在哪张表", description="The form in which those who have it are entered"
    )
    laws: Laws = ()

    def parts(self) -> Iterator[Part]:
        """Its levels, and what makes one lose them."""
        yield from (Part("level", str(level.id), level.title, level) for level in self.levels)
        yield from (Part("suspension", str(loss.id), loss.when, loss, cited="") for loss in self.suspend)
        yield from (Part("downgrade", str(loss.id), loss.when, loss, cited="") for loss in self.downgrade)
