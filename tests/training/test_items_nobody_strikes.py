"""What a trainer would strike out: items of procedures that are not asked, and wrong answers that are not offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generators.pages.chapters import Shelf, shelves
from schemas.loader import load_library
from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.words import Bilingual
from tests.schemas.content import COMPLAINTS, Content, handbooks
from training.item import Item, Option
from training.material import Material, Subject
from training.sources import items_of
from training.sources.forms_of_steps import OfferedForm
from training.sources.recurring import says_what_is_done
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
        ((("title: 分级转交", "title: 转给部门"),), ("steps.grade", "who")),
        ((("title: 分级转交", "title: 双方核对"),), ("steps.grade", "who")),
        ((("title: 分级转交", "title: 先救人"),), ("steps.grade", "who")),
        ((("title: 分级转交", "title: 接电话"),), ("steps.grade", "who")),
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


def test_a_question_with_a_title_is_asked_at_its_own_step(content: Content) -> None:
    """What stands before it is another step; the question belongs to the one that asks it."""
    content.change(
        COMPLAINTS, "    ask: 前台能否当场答复清楚？", "    title: 先看能不能答\n    ask: 前台能否当场答复清楚？"
    )
    stem = _items(content.root)[_UNABLE, "branch"].stem
    assert stem.zh.startswith("《客户投诉处理管理办法》里，“先看能不能答”这一步问“前台能否当场答复清楚？”")


def test_no_post_and_no_form_is_the_answer_all_the_time(handbook_root: Path) -> None:
    """Who has answered «front desk» three times answers it unread; of forms twice is enough."""
    asked = Counter((item.kind, item.right[0]) for item in _items(handbook_root).values())
    most = {kind: max(times for (of, _), times in asked.items() if of == kind) for kind in ("who",)}
    assert most == {"who": 3}


@pytest.mark.parametrize(
    ("zh", "en", "is_named"),
    [
        ("档案检查", "Check of the files", True),
        ("目标和达标", "Target", False),
        ("漏接回拨", "Missed calls", False),
        ("没补好的", "Open items", False),
        ("在施单元", "Look at units under works", False),
    ],
)
def test_regular_work_is_asked_for_by_a_title_that_says_what_is_done(zh: str, en: str, is_named: bool) -> None:
    """In both languages: a thing or a day is no work."""
    assert says_what_is_done(Bilingual(zh, en)) == is_named


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


def test_beside_a_form_stand_forms_of_its_procedure_and_its_chapter() -> None:
    """A form of another chapter is about other matters: nobody would fill in one for the other."""
    material = Material(handbooks())
    handbook = "greentown-after-sales"
    chapters = [{entry.address for entry in shelf.entries} for shelf in _leaves(shelves(material.library, handbook))]
    for subject in material.of_kind("procedures", handbook):
        chapter = next(addresses for addresses in chapters if subject.address in addresses)
        asked = [item for item in items_of(subject) if item.kind == "form"]
        filled = {form for each in chapter if "/procedures/" in each for form in _filled_in(material.subject(each))}
        assert {option.key for item in asked for option in item.options} <= filled


def _leaves(some: Iterable[Shelf]) -> Iterator[Shelf]:
    for shelf in some:
        yield shelf
        yield from _leaves(shelf.shelves)


def _filled_in(subject: Subject[Procedure]) -> Iterator[str]:
    parts: tuple[Step | PeriodicWork, ...] = (*subject.record.steps, *subject.record.periodic)
    for part in parts:
        for name in part.every_form:
            if (form := subject.find(str(name))) is not None:
                yield form.address


def test_forms_called_much_alike_are_not_told_apart() -> None:
    """«回访记录» stands in «报修回访记录»; «投诉登记表» does not."""
    form = OfferedForm(Option("f", Bilingual("回访记录", "Follow-up record")))
    assert form.is_much_like(Bilingual("报修回访记录", "Repair calls made"))
    assert not form.is_much_like(Bilingual("投诉登记表", "Complaints"))
