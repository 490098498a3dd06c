"""A policy: numbered articles, and the tables that departments hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from schemas.anchors import Part
from schemas.deadline import AfterHours, Extension
from schemas.duration import Price, TimeSpan
from schemas.laws import Laws
from schemas.record import Label, Model, OwnId, Record
from schemas.scalars import ActorRef, Asks, FormRef, Frozen, Number, RoleRef, StepRef, Text, Texts


class Article(Model):
    """One numbered article."""

    no: Number = Field(title="印出来的编号，如 3.1.1", description="Printed number, which is also its id")
    title: Text | None = Field(None, title="标题", description="A few words")
    text: Text = Field(title="文字", description="The rule")
    by: tuple[RoleRef, ...] = Field(
        (), title="约束哪些岗位，不是人人时才写", description="Whom it binds, when not everybody"
    )
    forms: tuple[FormRef, ...] = Field((), title="填哪些表或看哪些表", description="Forms it needs")
    say: Text | None = Field(None, title="对客人怎么说", description="The words to say")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")


class Section(Model):
    """Articles under one heading."""

    id: OwnId
    no: Number | None = Field(None, title="印出来的编号，如 3.1.1", description="Printed number of the section")
    title: Text = Field(title="标题", description="Heading")
    articles: tuple[Article, ...] = Field(min_length=1, title="编号的条款", description="Numbered articles")


class Objective(Model):
    """A quality objective that can be computed."""

    id: OwnId
    title: Text = Field(title="标题", description="What is measured")
    formula: Text = Field(title="怎样计算", description="How it is computed")
    sources: tuple[FormRef, ...] = Field((), title="数据来自哪些表", description="Forms whose fields feed the formula")
    target: Text = Field(title="目标值", description="The target")
    every: Text | None = Field(None, title="多久一次，什么时候", description="How often it is measured")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the target comes from"
    )


class Commitment(Model):
    """A promised time that steps of procedures keep and cite."""

    id: OwnId
    text: Text = Field(title="承诺什么", description="The promise")
    time: TimeSpan = Field(title="时限，如 30 分钟、3 工作日、当场", description="The promised time")
    from_: Text | None = Field(None, alias="from", title="从什么算起，如 接报", description="What the time counts from")
    when: Annotated[Text | None, Label("适用", "Applies")] = Field(
        None, title="什么情况下，不是一律时才写", description="When it is promised, if not always"
    )
    extend: Extension | None = Field(
        None, title="怎样延长：{to: 累计多久} 或 {by: 另加多久}", description="How far it may be extended"
    )
    by: ActorRef | None = Field(None, title="由哪个岗位兑现", description="The role that keeps it")
    after_hours: Annotated[AfterHours | None, Label("非服务时间", "After hours")] = Field(
        None, title="非服务时间由谁做，有什么不同", description="Who does it outside the hours, and what differs"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the time comes from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")


class Tariff(Model):
    """One line of a price list."""

    id: OwnId
    item: Text = Field(title="收费项目", description="What is paid for")
    price: Price = Field(title="价格，如 120 元、0.5 元/件", description="120 元, 0.5 元/件")
    note: Text | None = Field(None, title="包含什么", description="What is included")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the price comes from"
    )


Share = Literal["decides", "reviews", "proposes", "informed"]
"""What a role does in a decision."""


class Decision(Model):
    """One line of the authority matrix: who does what in a decision."""

    id: OwnId
    title: Text = Field(title="标题", description="What is decided")
    roles: Frozen[RoleRef, Share] = Field(
        title="各岗位在其中做什么：decides 决定、reviews 审核、proposes 提出、informed 知会",
        description="What each role does in it",
    )


class Consequence(Model):
    """A reward or a penalty."""

    id: OwnId
    text: Text = Field(title="文字", description="What was done")
    measure: Text = Field(title="怎样处理", description="What follows")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the measure comes from"
    )


class Policy(Record):
    """Rules that hold all the time."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="What it settles")
    purpose: Text | None = Field(None, title="为什么要有它", description="Why the policy exists")
    scope: Text | None = Field(None, title="管什么，不管什么", description="Whom and what it covers")
    definitions: Texts = Field(
        default_factory=dict, title="用语的意思，写“编号: 文字”", description="Words used in a particular sense, by id"
    )
    sections: tuple[Section, ...] = Field(min_length=1, title="各节", description="Sections of numbered articles")
    objectives: tuple[Objective, ...] = Field((), title="质量目标", description="Quality objectives")
    commitments: tuple[Commitment, ...] = Field((), title="承诺的时限", description="Promised times")
    tariffs: tuple[Tariff, ...] = Field((), title="价目", description="Price list")
    authority: tuple[Decision, ...] = Field((), title="权限表", description="Authority matrix")
    rewards: tuple[Consequence, ...] = Field((), title="奖励", description="Rewards")
    penalties: tuple[Consequence, ...] = Field((), title="处罚", description="Penalties")
    laws: Laws = ()
    cites: tuple[StepRef, ...] = Field((), title="依据哪条承诺或规定", description="Steps and articles it builds on")
    never: Texts = Field(
        default_factory=dict,
        title="绝不能说的话、做的事，写“编号: 文字”",
        description="Words and acts that are never allowed, by id",
    )

    def parts(self) -> Iterator[Part]:
        """Its articles, by their numbers, its promises, objectives and prices."""
        articles = (article for section in self.sections for article in section.articles)
        yield from (Part("article", str(article.no), article.title or article.text, article) for article in articles)
        yield from (Part("commitment", str(promise.id), promise.text, promise) for promise in self.commitments)
        yield from (Part("objective", str(objective.id), objective.title, objective) for objective in self.objectives)
        yield from (Part("tariff", str(tariff.id), tariff.item, tariff) for tariff in self.tariffs)
