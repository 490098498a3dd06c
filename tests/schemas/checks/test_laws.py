"""Laws that are cited: in the list, in force, with articles that they have, looked at by somebody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.schemas.content import COMPLAINTS, FRONT_DESK, GUIDE, KEYS, LAWS, POLICY, Content

CITED = "  - {law: civil-code, articles: [285], says: 业主询问物业服务情况的，及时答复}"
OLD = "laws:\n  - {id: old-law, title: 民法通则, superseded_by: civil-code}\n"


def test_a_law_that_is_not_in_the_list_is_pointed_at(content: Content) -> None:
    """With the one that was probably meant."""
    content.change(COMPLAINTS, "law: civil-code", "law: civil-cod")

    titles = {
        f"{content.place(COMPLAINTS, 'civil-cod')}: 错误: laws.yaml 里没有法规“civil-cod” [unknown-law]",
    }

    assert set(content.titles("zh")) == titles
    assert any(
        "是不是“civil-code”？先写进 handbook/laws.yaml，再引用它的编号。" in line for line in content.check("zh")
    )


def test_a_law_may_be_cited_by_its_id_alone_and_by_any_text(content: Content) -> None:
    """A guide and a policy too."""
    content.write(GUIDE, content.read(GUIDE) + "laws: [civil-code]\n")
    content.write(POLICY, content.read(POLICY) + "laws: [{law: civil-code, articles: [942]}]\n")

    assert content.check() == []


@pytest.mark.parametrize(
    ("until", "cited"), [("", True), ("    effective: 2026-01-20\n", True), ("    effective: 2026-01-21\n", False)]
)
def test_a_law_is_superseded_once_the_new_one_is_in_force(content: Content, until: str, cited: bool) -> None:
    """Before that day the old one holds, and the new one must not be cited."""
    content.change(LAWS, "laws:\n", OLD)
    content.change(LAWS, "    effective: 2021-01-01\n", until)
    content.change(COMPLAINTS, CITED, "  - old-law")
    superseded = (
        f"{content.place(COMPLAINTS, 'old-law')}: warning: 民法通则 has been superseded by 中华人民共和国民法典"
    )

    of_complaints = [title for title in content.titles() if title.startswith(COMPLAINTS)]

    assert of_complaints == ([f"{superseded} [law-superseded]"] if cited else [])


def test_a_circle_of_laws_is_said_once(content: Content) -> None:
    """At the first of them by id."""
    content.change(LAWS, "laws:\n", OLD)
    content.change(LAWS, "    effective: 2021-01-01\n", "    superseded_by: old-law\n")

    circle = "civil-code → old-law → civil-code"
    line = f"handbook/laws.yaml:6:20: error: the laws supersede one another in a circle: {circle}"

    assert [title for title in content.titles() if "circle" in title] == [f"{line} [law-superseded-in-a-circle]"]


@pytest.mark.parametrize(("today", "due"), [(date(2027, 1, 20), False), (date(2027, 1, 21), True)])
def test_a_law_is_looked_at_every_year(content: Content, today: date, due: bool) -> None:
    """From the day after a year on; who has never looked is told so on the page, not here."""
    titles = content.titles("zh", today=today)
    line = "handbook/laws.yaml:7:29: 提示: 上次核对是 2026-01-19，超过一年了 [law-check-due]"

    assert (line in titles) is due


@pytest.mark.parametrize(
    "text",
    ["民法典第九百四十二条", "《民法典》第 942 条", "物业管理条例（国务院令）第45条", "照治安管理处罚法第八十八条处理"],
)
def test_an_article_typed_in_a_text_is_found(content: Content, text: str) -> None:
    """In digits or characters, with or without title marks."""
    content.change(GUIDE, "微笑着说话", f"微笑着说话，{text}")

    assert [title for title in content.titles("zh") if "article-in-prose" in title]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (GUIDE, "微笑着说话", "微笑着说话，按第 3 条办"),
        (KEYS, "title: ", "summary: 依据民法典第九百四十二条\ntitle: "),
        (COMPLAINTS, "says: 业主", "says: 民法典第二百八十五条：业主"),
        (FRONT_DESK, "mission: ", "mission: 有一条是一条，"),
    ],
)
def test_what_is_no_article_of_a_law_in_prose_is_left_alone(content: Content, path: str, old: str, new: str) -> None:
    """An article of one's own policy, a form that has to name its ground, and what a citation says."""
    text = content.read(path)
    content.write(path, text.replace(old, new, 1))

    assert [title for title in content.titles() if "article-in-prose" in title] == []


def test_a_broken_list_is_reported_once(content: Content) -> None:
    """What cites it is not wrong for that."""
    content.change(LAWS, "laws:\n", "law:\n")

    assert [title.partition("[")[2] for title in content.titles()] == ["unknown-key]"]
