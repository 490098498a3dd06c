"""What a fact may ask of a text, held and missed, on a handbook of five files."""

from __future__ import annotations

from typing import Final

import pytest

from schemas.library import Library
from schemas.loader import load_library
from tests.coverage.holding import missing, missing_of_item, strays
from tests.coverage.source import Coverage, Fact, Item

SAMPLE: Final = {
    "library.yaml": "title: 样本\ngreeting: 样本\nlanguages: [zh]\ndefault: book\norder: [book]\n",
    "book/handbook.yaml": """
title: 样本手册
short: 样本
summary: 样本。
edition: "1"
company: {name: 样本公司}
source: {title: 样本手册 A0 版, edition: A/0, gives: 仅标题}
chapters:
  - {id: posts, title: 第一部分 岗位, records: [roles/agent]}
  - {id: rules, title: 1.1 规定, records: [procedures/work, policies/rules]}
""",
    "book/roles/agent.yaml": """
title: 话务员
source: {title: 岗位职责, code: "2.0", page: 7, gives: 仅标题, note: 其他意见一栏原文空白}
owner: agent
mission: 接电话。
duties:
  - id: basics
    no: "3.1"
    title: 基本动作
    items:
      - {no: 3.1.1, text: 负责接管验收}
      - {no: 3.1.2, text: 负责入伙手续}
  - {id: people, no: "3.2", title: 人际技巧, items: [{no: 3.2.1, text: 善待客户}]}
""",
    "book/policies/rules.yaml": """
title: 守则
code: KF-1
owner: agent
summary: 守则。
asks: [能不能签字]
sections: [{id: all, title: 全部, articles: [{no: "1", text: 不干私活}, {no: "2", text: 3 声之内接起}]}]
""",
    "book/procedures/work.yaml": """
title: 工作
owner: agent
summary: 工作。
purpose: 办事。
scope: 办事。
steps:
  - {id: open, title: 接单, by: agent, within: 当场, do: 签字批准，送交部门。}
  - id: happy
    by: agent
    ask: 满意吗？
    branches: {yes: {text: 满意, to: close}, no: {text: 不满意, to: open}}
    limit: {times: 2, then: close}
  - {id: close, title: 存档, by: agent, within: 当场, do: 签字认可。, end: true}
""",
    "book/guides/about.yaml": """
title: 说明
owner: agent
summary: 说明。
sections: [{id: goals, no: "1", title: 目标, points: [{id: one, text: 以客户为中心}]}]
""",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A handbook with a role, a policy, a procedure and a guide."""
    root = tmp_path_factory.mktemp("sample")
    for path, text in SAMPLE.items():
        file = root / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return load_library(root).require()


def _lacks(sample: Library, item: dict[str, object]) -> list[str]:
    return [lack.what for lack in missing_of_item(sample, "book", Item.model_validate(item))]


AGENT: Final = {"at": "roles/agent", "kind": "role", "title": "岗位职责"}
BASICS: Final = {"at": "roles/agent#basics", "kind": "duties", "title": "基本动作"}
RULES: Final = {"at": "policies/rules", "kind": "policy", "title": "守则"}
WORK: Final = {"at": "procedures/work", "kind": "procedure", "title": "工作"}
GOALS: Final = {"at": "guides/about#goals", "kind": "guide", "title": "目标"}
CHAPTER: Final = {"at": "#chapters.rules", "kind": "part", "title": "规定"}
NAMED: Final = [
    (AGENT | {"code": "2.0", "page": "7"}, []),
    (AGENT | {"title": "话务"}, []),
    (AGENT | {"title": "接管"}, ["it is not called “接管”"]),
    (AGENT | {"code": "2.1"}, ["it has not the code 2.1"]),
    (AGENT | {"page": "8"}, ["its source is not on page 8"]),
    (AGENT | {"at": "roles/nobody"}, []),
    (BASICS | {"code": "3.1"}, []),
    (BASICS | {"at": "roles/agent#3.1"}, []),
    (BASICS | {"at": "roles/agent#extras"}, ["the record has no part “extras” (基本动作)"]),
    (RULES | {"code": "KF-1"}, []),
    (GOALS | {"code": "1"}, []),
    (CHAPTER | {"code": "1.1"}, []),
    (CHAPTER | {"code": "1"}, ["it has not the code 1"]),
    (CHAPTER | {"kind": "org"}, ["handbook.yaml has no organisation chart"]),
    (CHAPTER | {"at": "#chapters.forms"}, []),
]


@pytest.mark.parametrize(("item", "expected"), NAMED)
def test_an_item_is_called_what_the_source_calls_it(
    sample: Library, item: dict[str, object], expected: list[str]
) -> None:
    """An item is found by title, code and page at its address; one that is yet to be written lacks nothing."""
    assert _lacks(sample, item) == expected


FACTS: Final = [
    (RULES, "不干私活", []),
    (RULES, "３声 之内，接起", []),
    (RULES, "不拿回扣", ["“不拿回扣”: it does not say “不拿回扣”"]),
    (RULES, "能不能签字", ["“能不能签字”: it does not say “能不能签字”"]),
    (RULES, {"find": ["回扣|私活"]}, []),
    (RULES, {"find": ["回扣|红包"]}, ["“原文”: it does not say “回扣” or “红包”"]),
    (AGENT, "空白", ["“空白”: it does not say “空白”"]),
    (AGENT, {"source": ["空白", "善待客户"]}, []),
    (AGENT, {"source": ["缺失"]}, ["“原文”: neither it nor what it says of its source has “缺失”"]),
    (BASICS, "善待客户", ["“善待客户”: it does not say “善待客户”"]),
    (AGENT, {"in": "people", "find": "善待客户"}, []),
    (AGENT, {"in": "extras", "find": "善待客户"}, ["“原文”: there is no part “extras”"]),
    (WORK, {"order": ["批准", "送交", "认可"]}, []),
    (WORK, {"order": ["接单", "认可", "批准"]}, ["“原文”: no part after that has “批准”"]),
    (WORK, {"order": ["验收"]}, ["“原文”: no part has “验收”"]),
    (AGENT, {"numbered": {"3.1.1": "接管验收", "3.1.2": ["入伙", "手续"]}}, []),
    (AGENT, {"numbered": {"3.1.2": "接管"}}, ["“原文”: 3.1.2 does not say “接管”"]),
    (AGENT, {"numbered": {"3.1.3": "档案"}}, ["“原文”: there is no 3.1.3"]),
    (AGENT, {"numbered": {"3.1.2": [], "3.1.1": []}}, ["“原文”: 3.1.1 comes too early"]),
    (AGENT, {"count": {"duties": "3"}}, []),
    (BASICS, {"count": {"duties": "2"}}, []),
    (AGENT, {"count": {"duties": "36"}}, ["“原文”: it has 3 duties, not 36"]),
    (RULES, {"count": {"articles": "10"}}, ["“原文”: it has 2 articles, not 10"]),
    (GOALS, {"count": {"points": "7"}}, ["“原文”: it has 1 points, not 7"]),
    (WORK, {"count": {"boxes": "2"}}, []),
    (WORK, {"count": {"boxes": "3"}}, ["“原文”: it has 2 boxes, not 3"]),
    (WORK, {"branches": ["满意", "不满意"]}, []),
    (WORK, {"branches": ["很满意"]}, ["“原文”: no answer is “很满意”"]),
    (CHAPTER, {"holds": ["procedures/work", "procedures/later", "policies/rules"]}, []),
    (CHAPTER, {"holds": ["policies/rules", "procedures/work"]},
     ["“原文”: the chapter holds procedures/work, policies/rules, not policies/rules, procedures/work"]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "fact", "expected"), FACTS)
def test_a_fact_is_held_or_missed(
    sample: Library, item: dict[str, object], fact: str | dict[str, object], expected: list[str]
) -> None:
    """Each thing that a fact may ask of a text: where it holds nothing is said, where it does not, what is missing."""
    asked = fact if isinstance(fact, str) else {"fact": "原文", **fact}

    assert _lacks(sample, item | {"facts": [asked]}) == expected


def test_a_handbook_is_held_to_its_own_facts(sample: Library) -> None:
    """Title, source, order of the chapters and words anywhere in its records are asked of a handbook as a whole."""
    facts = [
        {"fact": "版本 A0", "source": "A0 版"},
        {"fact": "第一部分", "order": ["岗位", "规定"]},
        "不干私活",
        {"fact": "次序", "in": "chapters.rules", "holds": ["policies/rules", "procedures/work"]},
        "网上营业厅",
    ]
    book = {"title": "样本工作手册", "facts": facts, "items": []}

    assert [
        str(lack) for lack in missing(sample, Coverage.model_validate({"ours": {}, "handbooks": {"book": book}}))
    ] == [
        "book: it is not called “样本工作手册”",
        "book: “次序”: the chapter holds procedures/work, policies/rules, not policies/rules, procedures/work",
        "book: “网上营业厅”: it does not say “网上营业厅”",
    ]


def test_a_record_that_nobody_asked_for_is_named(sample: Library) -> None:
    """A record is known by an item of it or of a part of it, by the house list, or as ours."""
    items = [AGENT, GOALS]
    known = Coverage.model_validate(
        {"ours": {"book/policies/rules": "样本"}, "handbooks": {"book": {"title": "样本手册", "items": items}}}
    )

    assert list(strays(sample, known, ())) == ["book/procedures/work"]
    assert list(strays(sample, known, ["book/procedures/work"])) == []


def test_a_fact_must_ask_for_something() -> None:
    """A fact that nothing could miss is refused."""
    with pytest.raises(ValueError, match="nothing is asked of “原文”"):
        Fact.model_validate({"fact": "原文"})
