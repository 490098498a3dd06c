"""What a value looks like, as a message shows it, is read from the model and never typed twice."""

from __future__ import annotations

import pytest

from schemas.handbook import HandbookFile
from schemas.kinds import KINDS
from schemas.record import Model
from schemas.skeleton import least_of, shape_of
from tests.schemas.content import COMPLAINTS, TITLE_PAGE, Content


@pytest.mark.parametrize(
    ("model", "key", "zh", "en"),
    [
        (HandbookFile, "company", "{name: …}", "{name: …}"),
        (HandbookFile, "chapters", "[{id: 编号, title: …}]", "[{id: id, title: …}]"),
        (HandbookFile, "effective", "2026-01-15", "2026-01-15"),
        (KINDS["procedures"].model, "steps", "[{id: 编号, by: 岗位编号}]", "[{id: id, by: id-of-a-role}]"),
        (KINDS["procedures"].model, "related", "[编号或地址, 编号或地址]", "[code-or-address, code-or-address]"),
        (KINDS["forms"].model, "totals", "[{id: 编号, title: …}]", "[{id: id, title: …}]"),
        (KINDS["courses"].model, "valid_for", "30 分钟", "30 分钟"),
    ],
)
def test_the_keys_that_a_model_needs_are_shown(model: type[Model], key: str, zh: str, en: str) -> None:
    """With examples of dates and times, and words for ids and references."""
    shape = shape_of(model.model_fields[key].annotation)

    assert (shape.zh, shape.en) == (zh, en)


def test_a_file_begins_with_what_it_must_have() -> None:
    """As an empty file is told."""
    assert least_of(KINDS["guides"].model).zh == "title: …, summary: …, sections: [{id: 编号, title: …}]"


def test_a_value_that_should_be_keys_is_told_which(content: Content) -> None:
    """`company: 示例物业` has neither name nor short name."""
    content.change(TITLE_PAGE, "company: {name: 示例物业服务有限公司, short: 示例物业}", "company: 示例物业")
    place = content.place(TITLE_PAGE, "示例物业", skip="company: ")

    assert content.check("zh") == [
        (
            f"{place}: 错误: 这里应当是“键: 值”，写成了“示例物业” [expected-mapping]\n"
            "    写成 {name: …}，或另起一行，缩进，每行一个“键: 值”。"
        )
    ]
    assert content.check("en")[0].endswith("\n    Write {name: …}, or indented lines below of one 'key: value' each.")


def test_a_key_that_is_missing_is_shown_whole(content: Content) -> None:
    """So that an author can write it."""
    content.change(TITLE_PAGE, "company: {name: 示例物业服务有限公司, short: 示例物业}\n", "")

    assert content.check("zh") == [
        f"{TITLE_PAGE}:1:1: 错误: 缺少“company” [missing-key]\n    补上“company: {{name: …}}”（发布的公司或部门）。"
    ]


def test_a_text_that_should_be_a_list_is_shown_one(content: Content) -> None:
    """Of what its items are."""
    before = next(line for line in content.read(COMPLAINTS).split("\n") if line.startswith("related: "))
    content.change(COMPLAINTS, before, "related: GT-R-KF-26")

    assert content.check("en")[0].endswith(
        "Write [code-or-address, code-or-address] with commas between items, or start each on a line of its own "
        "with '- '."
    )
