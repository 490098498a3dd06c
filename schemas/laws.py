"""`laws.yaml`: every law that the library cites, once and for one person to read; and how records cite one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Final

from pydantic import Field, model_validator

from schemas.amounts import Date, Whole
from schemas.punctuation import joined
from schemas.record import Model, OwnId
from schemas.references import ArticleNo, LawRef, LocalRef
from schemas.scalars import Plain, Text
from schemas.words import Bilingual

FILE: Final = "laws.yaml"


class Checking(Model):
    """Who last read a law for being in force, and when."""

    by: Plain = Field(title="谁查的：写姓名", description="Who checked it, by name")
    on: Date = Field(title="哪天查的，如 2026-01-15", description="The day it was checked")


class Law(Model):
    """A law, a regulation or a standard."""

    id: OwnId
    title: Text = Field(title="全称", description="Its full title")
    number: Text | None = Field(
        None, title="文号或标准号，如 国务院令第 812 号", description="Its number, such as State Council Decree No. 812"
    )
    issuer: Text | None = Field(None, title="谁发布的", description="Who issued it")
    effective: Date | None = Field(None, title="从哪天起施行", description="The day it takes effect")
    superseded_by: LocalRef | None = Field(
        None, title="被哪一部代替：这张表里的编号", description="The law of this list that took its place"
    )
    articles: Whole | None = Field(None, title="一共多少条", description="How many articles it has")
    note: Text | None = Field(None, title="要注意什么", description="What to know about it")
    checked: Checking | None = Field(
        None,
        title="谁在哪天查过仍然有效；没查过不写",
        description="Who checked it and when; left out until somebody has",
    )


class LawsFile(Model):
    """Every law of the library."""

    laws: tuple[Law, ...] = Field((), title="各部法规", description="Laws")


class Citation(Model):
    """A law as a record cites it; short, its id alone."""

    law: LawRef = Field(title="哪部法规：laws.yaml 里的编号", description="The law: its id in laws.yaml")
    articles: tuple[ArticleNo, ...] = Field(
        (), title="哪几条：942，第 28 条第 1 款写 28.1", description="Which articles: 942; paragraph 1 of 28 is 28.1"
    )
    says: Text | None = Field(None, title="它怎么说，为什么引用", description="What it says, and what it is cited for")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_law_alone(cls, value: Any) -> Any:
        return {"law": value} if isinstance(value, str) else value


_AFTER: Final = "一二三四五六七八九十"
_ARTICLE: Final = Bilingual("第 {article} 条{after}", "{article}{after}")
_ARTICLES: Final = (Bilingual("{list}", "Article {list}"), Bilingual("{list}", "Articles {list}"))
_PARAGRAPH: Final = Bilingual("第 {number} 款", "({number})")
_ITEM: Final = Bilingual("第 {number} 项", "({number})")


def say_articles(articles: Iterable[ArticleNo], lang: str) -> str:
    """The articles of a citation: `第 942 条、第 28 条第 1 款`, `Articles 942, 28(1)`; empty when there are none."""
    each = [_say_article(article, lang) for article in articles]
    return _ARTICLES[len(each) > 1].say(lang, list=joined(each, lang)) if each else ""


def _say_article(article: ArticleNo, lang: str) -> str:
    number, *inner = article.split(".")
    number, _, after = number.partition("-")
    put_in = Bilingual(f"之{_AFTER[int(after) - 1]}", f"-{after}").say(lang) if after else ""
    parts = (part.say(lang, number=no) for part, no in zip((_PARAGRAPH, _ITEM), inner, strict=False))
    return _ARTICLE.say(lang, article=number, after=put_in) + "".join(parts)


Laws = Annotated[
    tuple[Citation, ...],
    Field(title="依据哪些法规：laws.yaml 里的编号", description="The laws it rests on, by their ids"),
]
"""The laws that a record cites."""
