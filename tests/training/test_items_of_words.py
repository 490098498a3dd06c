"""Items that are computed from words, limits, cards and terms: what each asks, and what retires it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from schemas.authority import DecisionRow
from schemas.loader import load_library
from schemas.words import Bilingual
from tests.schemas.content import Content, handbooks
from tests.training.proof.right import right_keys
from tests.training.subjects import every_subject
from training.item import Item, Option
from training.material import Material
from training.place import Place, place_of
from training.pool import practice_pool, records_of_course
from training.sources import items_of
from training.sources.acts import as_act
from training.sources.deciders import sample_of
from training.sources.terms import items_of_terms

_SCRIPT = "handbook/call-scripts/scripts/hold-and-call-back.yaml"
_HOLD = "call-scripts/scripts/hold-and-call-back"
_FIRE = "handbook/cards/fire.yaml"
_DESK = "handbook/greentown-after-sales/policies/desk-management.yaml"
_COURSE = "greentown-after-sales/courses/front-desk-induction"


def _items(root: Path) -> tuple[Material, dict[str, Item]]:
    material = Material(load_library(root, keep=True).require())
    subjects = (subject for handbook in material.handbooks for subject in every_subject(material, handbook))
    return material, {_name(item): item for subject in subjects for item in items_of(subject)}


def _name(item: Item) -> str:
    return item.id.partition("~")[0]


def _texts(item: Item) -> tuple[str, str, set[str]]:
    """The question, the right answer and the wrong ones, in Chinese."""
    wrong = {option.text.zh for option in item.options if option.key not in item.right}
    return item.stem.zh, item.option(item.right[0]).text.zh, wrong


def test_what_one_says_now_is_what_the_answer_leads_to(handbook_root: Path) -> None:
    """What one has said, what the other side did, and among the words of the script those of the node it leads to."""
    item = _items(handbook_root)[1]["call-scripts/scripts/hold-and-call-back#nodes.explain.listen.silent/say"]
    assert _texts(item) == (
        "《顾客在线等待》：你说：“这个问题我需要查一下，请您稍等，好吗？”对方的反应：“不回答”。你接着怎么说？",
        "听不到您的声音，我先挂断，稍后给您回拨。",
        {
            "我在〔时间〕前打给您。",
            "让您久等了。您问的……，是这样的：……。",
            "您好，我是刚才的客服〔姓名〕，让您久等了。",
        },
    )


def test_a_card_asks_for_the_words_of_a_condition_beside_those_of_its_others() -> None:
    """With smoke in the flat one is told to stay; to go back in, right in the stairs, is wrong then, and offered."""
    subject = Material(handbooks()).subject("cards/smoke")
    item = next(item for item in items_of(subject) if item.place == "say.leaking-in")
    assert _texts(item) == (
        "应急卡“楼道有烟”：烟进了屋，怎么说？",
        "退到离烟最远、有窗的房间，关门堵缝，低下身，在窗口挥布、打手电。",
        {
            "别往下跑！关紧门，湿布堵门缝，到没有烟的窗口，打 119 报房号，等消防。",
            "别穿过烟！退回最近的屋里或避难层，关好门；只有下面没有烟，才往下走。",
        },
    )


def test_beside_a_first_act_stands_nothing_of_another_card() -> None:
    """What saves a life by one card is not called wrong on another: only what the card forbids, or does later."""
    material = Material(handbooks())
    cards = [entry.address for entry in material.library.of_kind("cards")]
    acts = [
        item
        for card in cards
        for item in items_of(material.subject(card))
        if item.kind == "first" and item.place.startswith("acts.")
    ]
    assert acts
    assert {option.key.partition("#")[0] == item.record for item in acts for option in item.options} == {True}


def test_the_lowest_level_is_asked_for_among_those_of_its_line() -> None:
    """With those before and after it, and without the brackets that say what it may."""
    subject = Material(handbooks()).subject("certified-service/qualifications/service-staff")
    item = next(item for item in items_of(subject) if item.place == "levels.support-two.may.p1")
    assert {option.text.zh for option in item.options} == {"见习", "技术支持一级", "技术支持二级", "技术支持三级"}


def test_a_line_of_the_matrix_is_asked_with_a_sum_that_only_it_is_about(handbook_root: Path) -> None:
    """Each level by a plain sum of its own; nobody who decides or signs with them is a wrong answer."""
    material, items = _items(handbook_root)
    matrix = material.subject("greentown-after-sales/policies/desk-management").record.authority
    rows = next(decision for decision in matrix if decision.id == "compensation").rows
    sums = [sample.yuan for row in rows if (sample := sample_of(row)) is not None]
    within = [[number for number, row in enumerate(rows) if _holds(row, yuan)] for yuan in sums]
    assert within == [[number] for number in range(len(rows))]
    item = items["greentown-after-sales/policies/desk-management#authority.compensation.middle/decide"]
    assert _texts(item)[:2] == (
        "《客服前台管理办法》：赔偿。责任在我方，业主接受一次性了结。这次 3200 元，由谁决定？",
        "服务中心经理",
    )


def _holds(row: DecisionRow, yuan: Decimal) -> bool:
    return (row.above is None or yuan > row.above.yuan) and (row.up_to is None or yuan <= row.up_to.yuan)


def test_only_numbers_that_not_everybody_knows_are_asked_for() -> None:
    """Nobody has to learn 119 for a fire or 120 for somebody hurt; the grid’s number one does."""
    material = Material(handbooks())
    asked = {card: {item.place for item in _first_calls(material, card)} for card in ("cards/fire", "cards/power-cut")}
    assert asked["cards/fire"] == set()
    assert "calls.95598" in asked["cards/power-cut"]


def test_the_proof_finds_a_number_that_is_right_too() -> None:
    """The number that is called, offered a second time as a wrong one, is found."""
    material = Material(handbooks())
    item = next(item for item in _first_calls(material, "cards/power-cut") if item.place == "calls.119")
    options = (*item.options, Option("119", Bilingual("甲", "A")))
    assert right_keys(material, replace(item, options=options, right=())) == {"119"}


def _first_calls(material: Material, card: str) -> list[Item]:
    return [item for item in items_of(material.subject(card)) if item.place.startswith("calls.")]


@pytest.mark.parametrize(
    ("zh", "en", "act"),
    [
        (
            "不借出钥匙，不代收代放",
            "Never lend a key, never hold things",
            ("借出钥匙，代收代放", "Lend a key, or hold things"),
        ),
        ("没有批准，不给人看", "Never show it without approval", None),
        ("不等厂家回话再停", "Stop it before the maker answers", None),
        ("不搜身、不扣人", "Search nobody, hold nobody", None),
    ],
)
def test_what_is_forbidden_is_put_as_an_act_only_where_both_languages_allow_it(
    zh: str, en: str, act: tuple[str, str] | None
) -> None:
    """A condition, a text that says what to do instead, and a «nobody» are left out."""
    assert as_act(Bilingual(zh, en)) == (Bilingual(*act) if act else None)


@pytest.mark.parametrize(
    ("name", "right_too"),
    [
        (f"{_HOLD}#nodes.explain.listen.silent/say", "听不到您的声音，我先挂断，稍后给您回拨"),
        (f"{_HOLD}#nodes.search.branches.found/branch", "让您久等了。您问的……，是这样的：……。"),
    ],
)
def test_the_proof_finds_words_that_are_right_too(handbook_root: Path, name: str, right_too: str) -> None:
    """The right words offered a second time, under another key and without their full stop, are found."""
    material, items = _items(handbook_root)
    item = items[name]
    tampered = replace(item, options=(*item.options, Option("other", Bilingual(right_too, "A"))))
    assert right_keys(material, tampered) == {*item.right, "other"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("greentown-after-sales/policies/desk-management#authority.compensation.small/decide",
         "greentown-after-sales/roles/service-supervisor"),
        ("greentown-after-sales/qualifications/front-desk#levels.tutor.may.sign/decide", "tutor"),
    ],
)  # fmt: skip
def test_the_proof_finds_posts_that_are_right_too(handbook_root: Path, name: str, key: str) -> None:
    """Whoever decides, the level that allows it: offered as wrong, each is found."""
    material, items = _items(handbook_root)
    tampered = replace(items[name], options=(Option(key, Bilingual("甲", "A")),), right=())
    assert right_keys(material, tampered) == {key}


@pytest.mark.parametrize(
    ("path", "old", "new", "retired"),
    [
        (
            _SCRIPT,
            "say: 听不到您的声音，我先挂断，稍后给您回拨。",
            "say: 听不到您的声音，我先挂断，过会儿给您回拨。",
            {"call-scripts/scripts/hold-and-call-back#nodes.explain.listen.silent/say"},
        ),
        (
            _DESK,
            "title: 延长处理时限",
            "title: 延长处理的时限",
            {"greentown-after-sales/policies/desk-management#authority.extension/decide"},
        ),
    ],
)
def test_a_changed_field_retires_the_items_it_is_in_and_no_others(
    content: Content, path: str, old: str, new: str, retired: set[str]
) -> None:
    """Those whose question or right answer it is; every other id stays, whatever stands beside it."""
    before = _ids(_items(content.root)[1].values())
    content.change(path, old, new)
    after = _ids(_items(content.root)[1].values())
    assert {id_.partition("~")[0] for id_ in before - after} == retired
    assert {id_.partition("~")[0] for id_ in after - before} == retired


def _ids(items: Iterable[Item]) -> set[str]:
    return {item.id for item in items}


def test_a_course_asks_about_the_terms_in_what_it_teaches() -> None:
    """Each belongs to the module that has it first, and leads to its line of the glossary."""
    pool = practice_pool(Material(handbooks()), _COURSE)
    terms = [item for item in pool.items if item.kind == "term"]
    in_modules = [id_ for ids in pool.by_module.values() for id_ in ids]
    assert {"glossary.html#term-grid-officer", "glossary.html#term-pass-on"} < {item.url for item in terms}
    assert all(in_modules.count(item.id) == 1 for item in terms)


def test_a_term_is_asked_by_its_definition_in_english_and_among_others_of_its_sort() -> None:
    """Where the Chinese definition betrays the term, its English is asked there: an English reader reads no Chinese."""
    pool = practice_pool(Material(handbooks()), _COURSE)
    item = next(item for item in pool.items if item.place == "pass-on.english")
    assert item.stem == Bilingual(
        "“转交”的英文，本手册怎么写？",
        "Which term is this? “To give a case to a person or department of our own, with a name and a time, and to "
        "follow it. To an outside body it is referred.”",
    )
    assert {option.text.zh for option in item.options} == {"pass on", "accept", "reply", "call-back"}


def test_every_term_of_every_course_has_one_right_answer() -> None:
    """A dozen a course at most, with English that no other of the terms beside it has."""
    material = Material(handbooks())
    courses = [material.subject(entry.address) for entry in material.library.of_kind("courses")]
    terms = [list(items_of_terms(material, each.handbook, records_of_course(each))) for each in courses]
    wrong = [item.id for items in terms for item in items if right_keys(material, item) != set(item.right)]
    assert (wrong, max(map(len, terms))) == ([], 12)


def test_a_term_is_at_its_line_of_the_glossary_and_a_moment_at_its_script(handbook_root: Path) -> None:
    """Whoever shows where an item stands, on paper, in a terminal or elsewhere, is told the place by its name."""
    material, items = _items(handbook_root)
    in_all = Material(handbooks())
    term = next(item for item in practice_pool(in_all, _COURSE).items if item.kind == "term")
    moment = items[f"{_HOLD}#nodes.explain.listen.silent/say"]
    english = term.option(term.right[0]).text.en
    assert place_of(in_all.views.en, term) == Place("", "Glossary", english)
    assert place_of(material.views.zh, moment) == Place(
        "1.1.5", "顾客在线等待", "这个问题我需要查一下，请您稍等，好吗？"
    )
