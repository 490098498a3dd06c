"""Rewards and penalties: what was done, what follows, who decides it, and how one may object."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from schemas.amounts import Plainnumber
from schemas.duration import TimeSpan
from schemas.record import Label, Model, OwnId
from schemas.references import ActorRef, RoleRef
from schemas.scalars import Text
from schemas.short import Short

GradeEffect = Literal["promotes", "holds", "lowers", "suspends", "revokes"]
"""What becomes of somebody's grade."""


class Appeal(Short):
    """How one may object."""

    alone: ClassVar[str] = "within"

    within: TimeSpan = Field(title="多久以内可以申诉，如 5 工作日", description="Within what time one may object")
    to: ActorRef | None = Field(None, title="向谁申诉：岗位或签字方的编号", description="Whom one turns to")


class Consequence(Model):
    """A reward or a penalty."""

    id: OwnId
    text: Text = Field(title="文字", description="What was done")
    measure: Text = Field(title="怎样处理；不得罚款、扣工资", description="What follows; never a fine of wages")
    points: Annotated[Plainnumber | None, Label("积分", "Points")] = Field(
        None, title="加几分或扣几分，只写数字", description="How many points are added, or taken off for a penalty"
    )
    grade: GradeEffect | None = Field(
        None,
        title="对等级的影响：promotes 升级、holds 暂缓升级、lowers 降级、suspends 暂停、revokes 取消",
        description="What becomes of the grade: promotes, holds, lowers, suspends or revokes it",
    )
    by: RoleRef | None = Field(None, title="由谁决定：岗位编号", description="The role that decides it")
    appeal: Appeal | None = Field(None, title="多久以内可以申诉", description="Within what time one may object")
    counts: Annotated[TimeSpan | None, Label("计算期", "Counts for")] = Field(
        None, title="记多久，如 12 个月", description="How long it counts"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the measure comes from"
    )
