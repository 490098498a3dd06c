"""What a trainer would strike out: items of procedures that are not asked, and wrong answers that are not offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.loader import load_library
from schemas.words import Bilingual
from tests.schemas.content import COMPLAINTS, Content
from training.item import Item, Option
from training.material import Material
from training.sources import items_of
from training.sources.forms_of_steps import OfferedForm
from training.sources.sequence import bound_to
from training.sources.steps import StepOf, much_alike, steps_of

_COMPLAINTS = COMPLAINTS.removeprefix("handbook/").removesuffix(".yaml")
_UNABLE = "steps.can-answer.branches.unable"


def _steps(root: Path) -> dict[str, StepOf]:
    subject = Material(load_library(root, keep=True).require()).subject(_COMPLAINTS)
    return {step.id: step for step in steps_of(subject)}


def _items(root: Path) -> dict[tuple[str, str], Item]:
    subject = Material(load_library(root, keep=True).require()).subject(_COMPLAINTS)
    return {(item.place, item.kind): item for item in items_of(subject)}


def test_only_posts_that_come_near_are_offered(handbook_root: Path) -> None:
    """Neither the control room, of another department, nor an outsider is a wrong answer: rather there are fewer."""
    asked = _items(handbook_root)["steps.grade", "who"]
    assert {option.text.zh for option in asked.options} == {"客服前台", "责任部门负责人", "客服主管"}


def test_a_question_says_what_stands_before_it(handbook_root: Path) -> None:
    """«Can the desk answer?» is asked behind the step before it, which is done, and so is no answer."""
    asked = _items(handbook_root)[_UNABLE, "branch"]
    assert asked.stem.zh == (
        "《客户投诉处理管理办法》里，“受理”之后问“前台能否当场答复清楚？”（能／不能），答案是“不能”，接着是哪一步？"
    )
    assert "receive" not in {option.key for option in asked.options}


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ((("text: 不能", "text: 材料不齐"), ("title: 分级转交", "title: 退回补齐")), (_UNABLE, "branch")),
        ((("text: 不能", "text: 有人受伤"),), (_UNABLE, "branch")),
        ((("title: 分级转交", "title: 派人"), ("title: 首次联系与核实", "title: 上门核实")), ("steps.grade", "next")),
        ((("title: 分级转交", "title: 前台转交"),), ("steps.grade", "who")),
        ((("title: 首次联系与核实", "title: 每天打一次电话"),), ("steps.grade", "next")),
    ],
)
def test_what_anybody_answers_is_not_asked(
    content: Content, changes: tuple[tuple[str, str], ...], gone: tuple[str, str]
) -> None:
    """Papers missing → back, somebody hurt → help, send → go there; and what is done daily comes after nothing."""
    assert gone in _items(content.root)
    for old, new in changes:
        content.change(COMPLAINTS, old, new)
    assert gone not in _items(content.root)


def test_what_hangs_on_nothing_may_come_at_once(content: Content) -> None:
    """The follow-up comes after the handling that it counts from; without that it may be done before it as well."""
    assert "follow-up" in bound_to(_steps(content.root)["handle"])
    content.change(COMPLAINTS, "within: {time: 1 工作日, from: handle}", "within: 当日")
    assert "follow-up" not in bound_to(_steps(content.root)["handle"])


def test_steps_called_much_alike_are_not_told_apart(handbook_root: Path) -> None:
    """«处理» stands in «审批处理意见»; «受理» and «结案归档» have nothing in common."""
    steps = _steps(handbook_root)
    assert much_alike(steps["handle"], steps["approve"])
    assert not much_alike(steps["receive"], steps["close"])


def test_forms_called_much_alike_are_not_told_apart() -> None:
    """«回访记录» stands in «报修回访记录»; «投诉登记表» does not."""
    form = OfferedForm(Option("f", Bilingual("回访记录", "Follow-up record")), is_for_anything=False)
    assert form.is_much_like(Bilingual("报修回访记录", "Repair calls made"))
    assert not form.is_much_like(Bilingual("投诉登记表", "Complaints"))
