"""A round of items at the desk: which are asked, how they are answered, what is said and kept at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.library import Library
from tests.training.study.desks import Typing, chance
from training.item import Answering
from training.material import Material
from training.pool import PracticePool, practice_pool
from training.progress import Progress
from training.repetition import answered, due
from training.study.asking import Asked, Head, ask, numbered
from training.study.drawing import Wish, drawn
from training.study.keeping import Keeping
from training.study.session import study
from training.study.typed import UnfitError, numbers_in
from training.study.words import StudyWords

COURSE = "greentown-after-sales/courses/front-desk-induction"
BROTHER = "items.brother"


def on(day: int) -> datetime:
    """A moment of March 2026."""
    return datetime(2026, 3, day, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def pool(library: Library) -> PracticePool:
    """What is practised in the course of the small library."""
    return practice_pool(Material(library), COURSE)


@pytest.mark.parametrize(
    ("typed", "answering", "numbers"),
    [
        ("2", "one", [1]), ("２", "one", [1]), ("3.", "one", [2]), ("1 3", "all", [0, 2]), ("13", "all", [0, 2]),
        ("1、3", "all", [0, 2]), ("1，3", "all", [0, 2]), ("2", "all", [1]), ("3 1 2 4", "order", [2, 0, 1, 3]),
        ("3124", "order", [2, 0, 1, 3]), ("3,1,2,4", "order", [2, 0, 1, 3]),
    ],
)  # fmt: skip
def test_numbers_are_typed_as_one_likes(typed: str, answering: Answering, numbers: list[int]) -> None:
    """With blanks, commas or nothing between them, on a Chinese keyboard too."""
    assert numbers_in(typed, answering, 4, StudyWords("zh")) == numbers


@pytest.mark.parametrize(
    ("typed", "answering", "why"),
    [
        ("", "one", "Type numbers, such as 2; ? shows the text, q leaves."),
        ("two", "order", "Type numbers, such as 3 1 2; ? shows the text, q leaves."),
        ("5", "one", "There is no 5: they go up to 4."),
        ("0", "one", "There is no 0: they go up to 4."),
        ("12", "one", "There is no 12: they go up to 4."),
        ("1 2", "one", "Choose only one."),
        ("1 2 3", "order", "Each number once, 4 in all."),
        ("1 2 3 3", "order", "Each number once, 4 in all."),
    ],
)
def test_what_is_no_answer_is_told_and_asked_again(typed: str, answering: Answering, why: str) -> None:
    """In words that say what to type."""
    with pytest.raises(UnfitError) as raised:
        numbers_in(typed, answering, 4, StudyWords("en"))

    assert str(raised.value) == why


def test_a_round_begins_with_what_is_due_and_what_went_wrong(pool: PracticePool) -> None:
    """What waits longest first, then what was wrong last time, then what is new, then what was right long ago."""
    commonest, _ = Counter(item.kind for item in pool.items).most_common(1)[0]
    pool = replace(pool, items=tuple(item for item in pool.items if item.kind == commonest and not item.picture))
    ids = [item.id for item in pool.items]
    progress = Progress("小王")
    for id_, is_right, day in ((ids[0], True, 1), (ids[1], False, 2), (ids[2], False, 1), (ids[3], False, 8)):
        progress = answered(progress, id_, is_right, COURSE, on(day))
    wish = Wish(count=len(ids))

    asked = [item.id for item in drawn(pool, progress, on(8).date(), wish, chance(1))]

    assert asked[:3] == [ids[2], ids[1], ids[3]]
    assert asked[-1] == ids[0]
    assert sorted(asked) == sorted(ids)


def test_a_round_of_new_ones_has_nothing_that_was_asked(pool: PracticePool) -> None:
    """And a module's round nothing of another; neither has more than was asked for."""
    ids = [item.id for item in pool.items if not item.picture]
    progress = answered(Progress("小王"), ids[0], False, COURSE, on(1))
    new = [item.id for item in drawn(pool, progress, on(2).date(), Wish(500, only_new=True), chance(1))]
    module = [item.id for item in drawn(pool, progress, on(2).date(), Wish(500, "complaints"), chance(1))]

    assert sorted(new) == sorted(ids[1:])
    assert set(module) <= set(pool.by_module["complaints"])
    assert len(drawn(pool, progress, on(2).date(), Wish(4), chance(1))) == 4


def _brother(library: Library, lines: list[str], lang: str = "zh") -> tuple[list[str], bool, bool]:
    """The question that was written by hand, answered with *lines*: what is shown, whether it is right and known."""
    material = Material(library)
    item = next(item for item in practice_pool(material, COURSE).items if BROTHER in item.place)
    typing = Typing(lines, lang)
    kept: list[Asked] = []
    head = Head(1, 3, is_repeated=True, is_safety=True)
    asked = ask(typing.desk, material, item, head, chance(3), kept.append)
    assert kept == [asked]
    return typing.shown, asked.is_right, asked.is_known


def test_an_item_says_at_once_whether_it_is_right_and_where_it_stands(library: Library) -> None:
    """A wrong answer, with what was right; what was typed before and was no answer is told first."""
    shown, is_right, _ = _brother(library, ["7", "2"])

    assert shown == [
        "",
        "第 1 题，共 3 题 · 自己出的题 · 复习 · 安全 · 出自草稿",
        "业主的弟弟来借备用钥匙，没有委托，说业主在开会，怎么办？",
        "  1 看过身份证，登记后借给他",
        "  2 先借给他，等业主散会再补",
        "  3 不借，请业主本人用留存的号码来电授权",
        "没有第 7 个，一共 3 个。",
        "✗ 这题不对，看一下为什么。",
        "明天再问您一次。",
        "对的是：",
        "  3 不借，请业主本人用留存的号码来电授权",
        "没有业主授权，钥匙不借出。",
        "出处：服务承诺",
        "  greentown-after-sales/policies/service-promises.html#article-1-1",
    ]
    assert not is_right


def test_who_looks_first_is_asked_again(library: Library) -> None:
    """The text is shown once; the answer is right, and does not count as known."""
    shown, is_right, is_known = _brother(library, ["？", "3"], "en")

    assert shown[-5:] == [
        "Without the owner’s authority no key is lent.",
        "See Service promises",
        "  greentown-after-sales/policies/service-promises.html#article-1-1",
        "✓ That is right.",
        "You had looked at the text. You will be asked again tomorrow.",
    ]
    assert (is_right, is_known) == (True, False)


def _studied(library: Library, folder: Path, lines: list[str], day: int, wish: Wish) -> tuple[Typing, Keeping]:
    typing = Typing(lines, is_live=True)
    keeping = Keeping(folder, "小王", "zh", lambda: on(day))
    study(typing.desk, Material(library), COURSE, keeping, wish, chance(5))
    return typing, keeping


def test_each_answer_is_kept_at_once_and_leaving_keeps_it(library: Library, tmp_path: Path) -> None:
    """One is answered, then somebody leaves: the file has it, and what is due tomorrow is due tomorrow."""
    typing, keeping = _studied(library, tmp_path, ["1", "q"], 1, Wish(5))

    assert len(keeping.now().items) == 1
    assert typing.desk.has_kept
    assert any(line.startswith("答对 ") and line.endswith("共 1 题") for line in typing.shown)
    assert "今日复习 0 题" in typing.shown[2]


def test_what_was_wrong_is_due_the_next_day_and_retires_with_its_step(library: Library, tmp_path: Path) -> None:
    """The clock moves on: it comes first, and is marked as repeated; a card of no item of the course leaves."""
    keeping = Keeping(tmp_path, "小王", "zh", lambda: on(1))
    item = next(item for item in practice_pool(Material(library), COURSE).items if not item.picture)
    keeping.change(lambda progress: answered(progress, item.id, False, COURSE, on(1)))
    keeping.change(lambda progress: answered(progress, "gone#steps.a/who~0", False, COURSE, on(1)))

    typing, keeping = _studied(library, tmp_path, [], 2, Wish(5))

    assert typing.shown[0] == "有 1 道要复习的题，条文改过，不再问了。"
    assert "今日复习 1 题" in typing.shown[3]
    assert any(line.startswith("第 1 题，共 5 题 · ") and " · 复习" in line for line in typing.shown)
    assert due(keeping.now(), COURSE, on(9).date()) == [item.id]


def test_two_terminals_with_one_nickname_lose_nothing(tmp_path: Path) -> None:
    """In whichever case it is typed; each writes onto what stands there."""
    one, other = (Keeping(tmp_path, name, "zh", lambda: on(1)) for name in ("Wang", "WANG"))
    one.change(lambda progress: answered(progress, "a", True, COURSE, on(1)))
    other.change(lambda progress: answered(progress, "b", True, COURSE, on(1)))

    assert set(one.now().items) == {"a", "b"}
    assert [path.name for path in tmp_path.iterdir()] == ["wang.json"]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_nothing_is_cut_in_a_narrow_terminal(width: int) -> None:
    """A long answer in Chinese, which has no blanks, goes on in the next line."""
    typing = Typing([], width=width)
    text = "先放下业务，照《来电人有危险》做；触电的照《触电》，说不想活了的照《轻生》，别的再说，一个字也不能少。"
    typing.desk.show(numbered([text]))

    assert "".join(line.strip() for line in typing.shown) == f"1 {text}"
