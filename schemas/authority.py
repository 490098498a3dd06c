"""The authority matrix: what is decided, up to which sum, by whom, who signs with them, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.duration import TimeSpan
from schemas.messages import Policies
from schemas.money import Sum, SumValue
from schemas.record import Label, Model, OwnId
from schemas.references import ActorRef, FormRef
from schemas.scalars import Frozen, Text
from schemas.words import Word, Words

Share = Literal["decides", "countersigns", "reviews", "proposes", "executes", "informed"]
"""What a role or a party does in a decision."""

_SHARES = "decides 决定、countersigns 会签、reviews 审核、proposes 提出、executes 执行、informed 知会"


class Range(Model):
    """From above one sum up to another: what a decision, or one level of it, is about."""

    above: SumValue | None = Field(None, title="超过多少，如 500 元", description="Above what sum, such as 500 元")
    up_to: SumValue | None = Field(
        None,
        title="到多少为止（含），如 5 亿元；最高一级不写",
        description="Up to and including what sum; not at the top",
    )


class SumLevel(Range):
    """One level of a decision: a range of sums, and who does what in it."""

    id: OwnId
    when: Text | None = Field(None, title="什么情况，金额以外的条件", description="In what case, besides the sum")
    within: TimeSpan | None = Field(None, title="多久以内决定", description="Within what time it is decided")
    form: FormRef | None = Field(None, title="在哪张表上签", description="The form it is signed on")
    roles: Frozen[ActorRef, Share] = Field(
        min_length=1, title=f"各岗位、各方在其中做什么：{_SHARES}", description="What each role or party does in it"
    )


class Decision(Range):
    """One line of the authority matrix: who does what in a decision, or in each level of it."""

    id: OwnId
    title: Text = Field(title="标题", description="What is decided")
    when: Annotated[Text | None, Label("情形", "When")] = Field(None, title="什么情况", description="In what case")
    within: TimeSpan | None = Field(
        None, title="多久以内决定，如 2 工作日", description="Within what time it is decided"
    )
    form: FormRef | None = Field(None, title="在哪张表上签", description="The form it is signed on")
    roles: Frozen[ActorRef, Share] = Field(
        default_factory=dict,
        title=f"各岗位、各方在其中做什么：{_SHARES}",
        description="What each role or party does in it",
    )
    levels: tuple[SumLevel, ...] = Field(
        (),
        title="按金额分级，从低到高；分级就不写 roles",
        description="Levels by sum, lowest first, instead of `roles`",
    )
    deputies: Frozen[ActorRef, ActorRef] = Field(
        default_factory=dict, title="不在时由谁代，写“岗位: 代理人”", description="Who stands in for whom"
    )
    note: Text | None = Field(None, title="说明", description="What else has to be minded")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the sums and times come from"
    )

    @model_validator(mode="after")
    def _roles_or_levels(self) -> Decision:
        if bool(self.roles) is bool(self.levels):
            raise PydanticCustomError(Policies.ROLES_OR_LEVELS, "{value}", {"value": str(self.id)})
        return self

    @property
    def rows(self) -> tuple[DecisionRow, ...]:
        """Itself, or its levels where it has some, each from where the one before it ends."""
        rows: list[DecisionRow] = []
        for level in self.levels or (self,):
            before = rows[-1].up_to if rows else self.above
            rows.append(DecisionRow(level, level.above or before, level.up_to))
        return tuple(rows)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision without levels, or one of its levels, with the sums it is about."""

    of: Decision | SumLevel
    above: Sum | None
    up_to: Sum | None

    def say_sums(self, lang: str) -> str:
        """The sums in words: `超过 500 元至 5000 元（含）`; empty where it is about any."""
        words = _Sums(lang)
        low = self.above.say(lang) if self.above else ""
        high = self.up_to.say(lang) if self.up_to else ""
        template = words.between if low and high else words.above if low else words.up_to if high else ""
        return template.format(low=low, high=high)


class _Sums(Words):
    between = Word("超过 {low}至 {high}（含）", "above {low}, up to {high}")
    above = Word("超过 {low}", "above {low}")
    up_to = Word("{high}及以下", "up to {high}")
