"""Items that are computed from procedures, promises and posts: one right answer each, and what retires them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from schemas.duration import Duration
from schemas.library import Library
from schemas.loader import load_library
from schemas.words import Bilingual
from tests.schemas.content import CATALOGUE, COMPLAINTS, Content, handbooks
from tests.training.proof.right import PROOFS, right_keys
from tests.training.subjects import every_subject
from training.item import Item, Option
from training.material import Material
from training.sources import items_of
from training.sources.times import Offered

_COMPLAINTS = COMPLAINTS.removeprefix("handbook/").removesuffix(".yaml")


def _items(root: Path) -> tuple[Material, tuple[Item, ...]]:
    return _computed(load_library(root, keep=True).require())


def _computed(library: Library) -> tuple[Material, tuple[Item, ...]]:
    material = Material(library)
    subjects = [subject for handbook in material.handbooks for subject in every_subject(material, handbook)]
    every = {subject.address: subject for subject in subjects}.values()
    return material, tuple(item for subject in every for item in items_of(subject))


def _ids(items: Iterable[Item]) -> set[str]:
    return {item.id for item in items}


def test_every_item_of_every_handbook_has_one_right_answer_and_an_id_of_its_own() -> None:
    """No field of any record makes another of its answers right; and no id stands for two items."""
    material, items = _computed(handbooks())
    provable = [item for item in items if item.kind in PROOFS]
    wrong = [item.id for item in provable if right_keys(material, item) != set(item.right)]
    twice = [id_ for id_, times in Counter(item.id for item in items).items() if times > 1]
    assert (len(provable) > 0, wrong, twice) == (True, [], [])


@pytest.mark.parametrize(
    ("place", "kind", "other"),
    [
        ("steps.verify", "who", "greentown-after-sales/roles/department-head"),
        ("steps.handle", "within", "5 工作日"),
        ("steps.verify", "within", "120 分钟"),
        ("steps.receive", "form", "greentown-after-sales/forms/complaint-register"),
        ("steps.can-answer.branches.able", "branch", "answer-now"),
    ],
)
def test_the_proof_finds_an_answer_that_is_right_too(handbook_root: Path, place: str, kind: str, other: str) -> None:
    """Who takes part, how far a time is extended, the same time in another unit: offered as wrong, each is found."""
    material, items = _items(handbook_root)
    item = next(each for each in items if each.record == _COMPLAINTS)
    options = (Option(other, Bilingual("甲", "A")),)
    tampered = replace(item, place=place, kind=kind, options=options, right=())  # type: ignore[arg-type]
    assert right_keys(material, tampered) == {other}


def test_an_order_with_another_way_is_no_order(handbook_root: Path) -> None:
    """Steps between which something hangs on a decision can come in more than one order: the proof says so."""
    material, items = _items(handbook_root)
    item = next(each for each in items if each.record == _COMPLAINTS)
    steps = ("receive", "grade", "verify")
    options = tuple(Option(step, Bilingual(step, step)) for step in steps)
    assert right_keys(material, replace(item, kind="order", options=options, right=steps)) == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "retired"),
    [
        (
            "title: 回访",
            "title: 打回访电话",
            {"steps.follow-up/who", "steps.follow-up/within"},
        ),
        (
            "within: {time: 1 工作日, from: handle}",
            "within: {time: 2 工作日, from: handle}",
            {"steps.follow-up/within"},
        ),
    ],
)
def test_a_changed_step_retires_its_own_items_and_no_others(
    content: Content, old: str, new: str, retired: set[str]
) -> None:
    """Those that ask for the step, and those whose right answer it is; every other id stays."""
    before = _ids(_items(content.root)[1])
    content.change(COMPLAINTS, old, new)
    after = _ids(_items(content.root)[1])
    assert {id_.partition("#")[2].partition("~")[0] for id_ in before - after} == retired
    assert {id_.partition("#")[2].partition("~")[0] for id_ in after - before} == retired


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CATALOGUE, 'msgstr "Follow-up"', 'msgstr "Calling again"'),
        (COMPLAINTS, "asks: [业主骂人怎么办,", "asks: [有人骂我怎么办,"),
    ],
)
def test_other_english_and_other_asks_retire_none(content: Content, path: str, old: str, new: str) -> None:
    """What an item is computed from is in the department's language; how staff would ask is no part of it."""
    before = _ids(_items(content.root)[1])
    content.change(path, old, new)
    assert _ids(_items(content.root)[1]) == before


def test_nobody_is_wrong_to_save_somebody_sooner(content: Content) -> None:
    """Of a step that keeps people safe only longer times are offered beside the right one."""
    content.change(COMPLAINTS, "title: 回访", "title: 先救人")
    content.change(COMPLAINTS, "within: {time: 1 工作日, from: handle}", "within: {time: 30 分钟, from: handle}")
    items = _items(content.root)[1]
    item = next(
        item
        for item in items
        if (item.record, item.place) == (_COMPLAINTS, "steps.follow-up") and item.kind == "within"
    )
    spans = {option.key: Offered(Duration.parse(option.key)).span for option in item.options}
    right = spans.pop(item.right[0])
    assert right is not None
    assert all(span is not None and span[0] > right[1] for span in spans.values())


def test_no_two_times_of_an_item_may_last_as_long(handbook_root: Path) -> None:
    """A minute beside sixty seconds: both would be seen to be wrong."""
    items = [item for item in _items(handbook_root)[1] if item.kind == "within" and "periodic" not in item.place]
    times = [[Offered(Duration.parse(option.key)) for option in item.options] for item in items]
    assert items
    assert all(one.is_apart(other) for some in times for one, other in combinations(some, 2))
