"""Laws: once in a list, cited by their ids with articles, which are said in both languages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from schemas.laws import Citation, Law, say_articles
from schemas.messages import Message, Shapes


@pytest.mark.parametrize(
    ("articles", "zh", "en"),
    [
        ([], "", ""),
        (["942"], "第 942 条", "Article 942"),
        (["942", "944"], "第 942 条、第 944 条", "Articles 942, 944"),
        (["28.1"], "第 28 条第 1 款", "Article 28(1)"),
        (["28.1.2"], "第 28 条第 1 款第 2 项", "Article 28(1)(2)"),
        (["133-1"], "第 133 条之一", "Article 133-1"),
        (["291-2.1"], "第 291 条之二第 1 款", "Article 291-2(1)"),
    ],
)
def test_articles_are_said(articles: list[str], zh: str, en: str) -> None:
    """As a lawyer writes them, with digits."""
    citation = Citation.model_validate({"law": "civil-code", "articles": articles})

    assert (say_articles(citation.articles, "zh"), say_articles(citation.articles, "en")) == (zh, en)


def test_a_law_alone_is_a_citation() -> None:
    """Where no article is needed its id will do."""
    assert Citation.model_validate("fire-law") == Citation.model_validate({"law": "fire-law"})


@pytest.mark.parametrize("article", ["第942条", "九百四十二", "0", "942.", "28.1.2.3", "133-11", "12345"])
def test_what_is_no_article_is_refused(article: str) -> None:
    """Digits, with paragraph and item after full stops."""
    with pytest.raises(ValidationError) as refused:
        Citation.model_validate({"law": "civil-code", "articles": [article]})

    assert [error["type"] for error in refused.value.errors()] == [Shapes.BAD_ARTICLE]


WHOLE = {
    "id": "gas-regulation", "title": "城镇燃气管理条例", "number": "国务院令第 583 号", "issuer": "国务院",
    "effective": "2011-03-01", "articles": "55", "note": "2016 年修订",
    "checked": {"by": "示例法务", "on": "2026-01-19"},
}  # fmt: skip


def test_a_law_says_all_that_an_auditor_asks() -> None:
    """Its number, who issued it, from when it holds, and who looked when."""
    law = Law.model_validate(WHOLE)

    assert (law.number, str(law.effective), law.checked and law.checked.by) == (
        "国务院令第 583 号", "2011-03-01", "示例法务",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("checked", {"on": "2026-01-19"}, "missing"),
        ("checked", {"by": "示例法务"}, "missing"),
        ("checked", {"by": "示例法务", "on": "去年"}, Shapes.BAD_DATE),
        ("effective", "2011", Shapes.BAD_DATE),
        ("articles", "五十五", Shapes.BAD_WHOLE_NUMBER),
    ],
)
def test_half_a_law_is_refused(key: str, value: object, rule: Message | str) -> None:
    """Nobody has checked a law who does not say when, or whose name is not there."""
    with pytest.raises(ValidationError) as refused:
        Law.model_validate({**WHOLE, key: value})

    assert [error["type"] for error in refused.value.errors()] == [rule]
