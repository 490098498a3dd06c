"""What leaves: only what may be practised, each item once, in an order that gives nothing away."""

from __future__ import annotations

from collections import Counter

import pytest

from schemas.loader import load_library
from tests.schemas.content import COURSE as FILE
from tests.schemas.content import Content
from tests.training.exports import samples
from tests.training.exports.samples import COURSE, going_out, items
from training.exports import outgoing as outgoing_module
from training.exports.banks import Bank, share
from training.exports.outgoing import Left, Outgoing, laid_out
from training.material import Material
from training.pool import exam_pool, practice_pool


def test_the_pool_of_an_exam_never_leaves() -> None:
    """Neither mypy nor the program takes it."""
    material = Material(samples.library())

    with pytest.raises(TypeError, match="only a PracticePool is published, no ExamPool"):
        Outgoing(material, exam_pool(material, COURSE), "zh")  # type: ignore[arg-type]  # that is the point


def test_an_item_that_is_kept_for_exams_is_counted_and_nowhere(content: Content) -> None:
    """It is named among what is left out."""
    content.change(
        FILE, "    topic: keys\n    ask: 业主的弟弟", "    topic: keys\n    private: true\n    ask: 业主的弟弟"
    )
    material = Material(load_library(content.root).require())
    out = Outgoing(material, practice_pool(material, COURSE), "zh")

    assert out.left_out() == Counter({Left.PRIVATE: 1})
    assert [item.id for item in out.items if "brother" in item.id] == []


def test_each_item_is_in_one_category() -> None:
    """The first topic that has it, then the first module, then the rest."""
    categories = {category.title: [item.place for item in category.items] for category in going_out("zh").categories}

    assert categories == {
        "钥匙授权": ["signs", "signs-all"],
        "首问负责": ["signs-order", "plain", "all-but-one"],
        "投诉": ["order", "picture"],
        "其他题目": ["elsewhere"],
    }


def test_an_item_without_its_picture_stays_and_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is asked what is wrong in a form that is not shown."""
    monkeypatch.setattr(outgoing_module, "picture_of", lambda *_: None)
    out = going_out("en")

    assert "picture" not in [item.place for item in out.items]
    assert [reason.say(number).en for reason, number in out.left_out().items()] == ["1 whose picture is missing"]


def test_the_right_answer_stands_in_no_certain_place() -> None:
    """Of 13 computed items, whose right option comes first, it does not always."""
    places = {laid_out(item).index(item.option(item.right[0])) for item in samples.computed("zh").items}

    assert len(places) > 2


def test_a_bank_weighs_what_it_can() -> None:
    """Shares of three right ones among four, and of one; more than ten are left out and counted."""
    by_place = {item.place: item for item in items()}
    all_but_one = by_place["all-but-one"]

    assert [share(all_but_one, option) for option in all_but_one.options] == [
        "33.33333",
        "33.33333",
        "-100",
        "33.33333",
    ]
    many = samples.item("many", [str(number) for number in range(13)], range(11), "all")
    out = going_out("zh")
    out.items = (*out.items, many)
    assert Bank(out).left_out() == Counter({Left.MANY_RIGHT: 1})


def test_a_place_is_named_with_its_part_and_that_it_is_a_draft() -> None:
    """Behind why it is right."""
    plain, draft = (next(item for item in items() if item.place == place) for place in ("plain", "order"))

    assert going_out("zh").why(plain) == "丁：先拍照\n出处：客户投诉处理管理办法 · 受理"
    assert going_out("en").why(draft).split("\n")[2] == "From a draft, not approved yet."
