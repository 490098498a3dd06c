"""A policy: numbered articles, and the tables that departments hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.anchors import Part
from schemas.authority import Decision
from schemas.conduct import Consequence
from schemas.deadline import AfterHours, Extension
from schemas.duration import TimeSpan
from schemas.laws import Laws
from schemas.messages import Policies
from schemas.numbered import Numbered
from schemas.objective import Objective
from schemas.record import Label, Model, OwnId, Record
from schemas.references import ActorRef, FormRef, RoleRef, StepRef
from schemas.scalars import Asks, Number, Text, Texts
from schemas.tariff import Tariff


class Clause(Numbered):
    """One clause under an article; its address is the article's number, a dot, and its own: `3.1.2`."""

    no: Number = Field(title="在本条里的编号，如 1", description="Its number within the article, such as 1")
    text: Text = Field(title="文字", description="The rule")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )


class Article(Numbered):
    """One numbered article."""

    no: Number = Field(title="印出来的编号，如 3.1.1", description="Printed number, which is also its id")
    title: Text | None = Field(None, title="标题", description="A few words")
    text: Text = Field(title="文字", description="The rule")
    clauses: tuple[Clause, ...] = Field((), title="本条之下的各款、各项", description="Clauses under this article")
    by: tuple[RoleRef, ...] = Field(
        (), title="约束哪些岗位，不是人人时才写", description="Whom it binds, when not everybody"
    )
    forms: tuple[FormRef, ...] = Field((), title="填哪些表或看哪些表", description="Forms it needs")
    say: Text | None = Field(None, title="对客人怎么说", description="The words to say")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where a number comes from"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")


class Section(Numbered):
    """Articles under one heading."""

    id: OwnId
    no: Number | None = Field(None, title="印出来的编号，如 3.1.1", description="Printed number of the section")
    title: Text = Field(title="标题", description="Heading")
    note: Text | None = Field(
        None, title="说明；原文只有标题的写“原文无正文”", description="A note; where the source has no text, that"
    )
    articles: tuple[Article, ...] = Field((), title="编号的条款", description="Numbered articles")

    @model_validator(mode="after")
    def _says_something(self) -> Section:
        if not self.articles and self.note is None:
            raise PydanticCustomError(Policies.EMPTY_SECTION, "{value}", {"value": str(self.title)})
        return self


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


class Policy(Record):
    """Rules that hold all the time."""

    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="What it settles")
    purpose: Text | None = Field(None, title="为什么要有它", description="Why the policy exists")
    scope: Text | None = Field(None, title="管什么，不管什么", description="Whom and what it covers")
    definitions: Texts = Field(
        default_factory=dict, title="用语的意思，写“编号: 文字”", description="Words used in a particular sense, by id"
    )
    sections: tuple[Section, ...] = Field((), title="各节", description="Sections of numbered articles")
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

    @model_validator(mode="after")
    def _lays_something_down(self) -> Policy:
        if not any(getattr(self, name) for name in _SUBSTANCE):
            raise PydanticCustomError(Policies.EMPTY_POLICY, "{value}", {"value": str(self.title)})
        return self

    def parts(self) -> Iterator[Part]:
        """Its sections, their articles and the clauses of these, by their numbers, and what stands in its tables."""
        for section in self.sections:
            yield Part("section", str(section.id), section.title, section)
            for article in section.articles:
                yield from _parts_of_article(article)
        yield from (Part("commitment", str(promise.id), promise.text, promise) for promise in self.commitments)
        yield from (Part("objective", str(objective.id), objective.title, objective) for objective in self.objectives)
        yield from (Part("tariff", str(tariff.id), tariff.item, tariff) for tariff in self.tariffs)
        yield from (Part("decision", str(decision.id), decision.title, decision) for decision in self.authority)
        yield from (Part("reward", str(reward.id), reward.text, reward, cited="") for reward in self.rewards)
        yield from (Part("penalty", str(penalty.id), penalty.text, penalty, cited="") for penalty in self.penalties)


def _parts_of_article(article: Article) -> Iterator[Part]:
    yield Part("article", str(article.no), article.title or article.text, article)
    yield from (Part("clause", f"{article.no}.{clause.no}", clause.text, clause) for clause in article.clauses)


_SUBSTANCE: Final = (
    "sections", "objectives", "commitments", "tariffs", "authority", "rewards", "penalties", "laws", "definitions",
    "never",
)  # fmt: skip
"""What a policy may consist of; one of them is enough."""
