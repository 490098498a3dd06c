"""What stands beside a right answer, and how a question is put: nothing that is found, or lost, without knowing it."""

from __future__ import annotations

from functools import cache

import pytest

from schemas.duration import Duration
from schemas.loader import load_library
from schemas.words import Bilingual
from tests.schemas.content import CATALOGUE, COMPLAINTS, Content, handbooks
from training.item import Item, ItemKind
from training.material import Material
from training.sources import items_of
from training.sources.deadlines_of_steps import since
from training.sources.recurring import are_apart
from training.sources.terms import items_of_terms
from training.sources.times import Offered, item_about_time

_GREENTOWN = "greentown-after-sales"


@cache
def _material() -> Material:
    return Material(handbooks())


def _items(address: str, kind: ItemKind, material: Material | None = None) -> dict[str, Item]:
    every = items_of((material or _material()).subject(address))
    return {item.place: item for item in every if item.kind == kind}


def test_beside_what_a_post_decides_stands_what_other_posts_decide() -> None:
    """At most one of the wrong answers is never done at all: an act that nobody would allow shows by its tone."""
    for item in _items("greentown-after-sales/roles/control-room", "decide").values():
        never = [option.key for option in item.options if ".never." in option.key]
        assert len(never) <= 1 < len(item.options) - len(never) - 1


def test_nobody_is_asked_for_an_act_that_condemns_itself() -> None:
    """To waive rules for acquaintances: whoever never saw the handbook answers that."""
    asked = _items("property-xst/roles/service-supervisor", "never")
    offered = [option.key for item in asked.values() for option in item.options]
    assert ("authority.never.favour" in asked, [key for key in offered if key.endswith("never.favour")]) == (False, [])


def test_a_card_asks_for_one_thing_that_is_never_done() -> None:
    """One act among single acts: of two joined by a semicolon the only pair would be the answer."""
    items = _items("cards/illness", "never")
    assert items
    assert all("；" not in option.text.zh for item in items.values() for option in item.options)


def test_the_fire_service_is_not_wrong_where_a_door_has_to_be_opened() -> None:
    """It opens the door of somebody in danger as well as a locksmith does."""
    item = _items("cards/locked-in", "decide").get("licensed.lock")
    assert item is None or not any("消防" in option.text.zh for option in item.options)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("service-and-confidentiality/procedures/returns-and-refunds", "steps.track.after_hours"),
        ("five-part-service/procedures/incident-response", "steps.seal.after_hours"),
        ("seven-step-service/procedures/contract-changes", "steps.issue.after_hours"),
    ],
)
def test_nobody_stands_in_where_the_post_goes_on_itself(address: str, place: str) -> None:
    """It looks at it the next day, decides by telephone, or it waits for Monday."""
    assert place not in _items(address, "night")


def test_a_first_act_is_not_beside_its_own_opposite() -> None:
    """«First cut the power, then touch» beside «touch before the power is off»."""
    items = _items("cards/electric-shock", "first")
    assert not [option for item in items.values() for option in item.options if "没断电就碰" in option.text.zh]


def test_a_case_that_goes_on_from_the_one_before_is_not_asked() -> None:
    """«Only spoken of»: on the card it stands below what is spoken of, in a question it does not."""
    assert "calls.12356" not in _items("cards/suicide-threat", "first")


def test_titles_that_english_links_to_are_in_quotation_marks(handbook_root: object) -> None:
    """In Chinese they have 《》; without any, «changes by Changes after signing» is read twice."""
    views = Material(load_library(handbook_root, keep=True).require()).views  # type: ignore[arg-type]
    text = "Complaints by [[GT-BF-KF-001]], as “[[GT-BF-KF-001]]” says."
    said = "Complaints by “Handling customer complaints”, as “Handling customer complaints” says."
    assert (views.en.quoted_in(text, _GREENTOWN), views.zh.quoted_in("照《[[GT-BF-KF-001]]》", _GREENTOWN)) == (
        said,
        "照《客户投诉处理管理办法》",
    )


def test_what_a_step_only_refers_to_is_no_part_of_the_question() -> None:
    """Noise and lost keys have procedures of their own: what is said at this step does not hang on them."""
    item = _items(f"{_GREENTOWN}/procedures/help-requests", "say")["steps.arrange"]
    assert ("Noise" in item.stem.en, "Send somebody or arrange a time" in item.stem.en) == (False, True)


def test_beside_the_words_of_a_step_stand_words_of_its_post() -> None:
    """A line from another counter is seen to be wrong by the crowd that it speaks to."""
    material = _material()
    items = _items("vanke-service-department/procedures/inspection-and-review", "say")
    for place, item in items.items():
        post = _post_of(material, item.record, place.removeprefix("steps."))
        others = [option.key.split("#") for option in item.options if not option.key.startswith(item.record)]
        assert all(_post_of(material, *other) == post for other in others)


def _post_of(material: Material, address: str, step: str) -> str:
    return next(str(each.by) for each in material.subject(address).record.steps if each.id == step)


def test_terms_that_plain_english_uses_for_the_same_people_do_not_stand_side_by_side() -> None:
    """Whoever lives in a flat is a resident; an occupier and an occupant live there too."""
    taught = ["vanke-service-department/policies/complaints", "vanke-service-department/procedures/tenant-complaints"]
    items = items_of_terms(_material(), "vanke-service-department", taught)
    people = {"resident", "occupier", "tenant"}
    together = [{option.text.en for option in item.options} & people for item in items]
    assert together
    assert max(map(len, together)) <= 1


@pytest.mark.parametrize(("time", "wrong"), [("次日 9:00 前", "4 小时"), ("次日 9:00 前", "次日 10:00 前")])
def test_no_time_needs_a_digit_or_two_measures_to_be_compared(time: str, wrong: str) -> None:
    """Hours beside a day that ends at some hour; ten o’clock beside nine."""
    subject = _material().subject(f"{_GREENTOWN}/procedures/complaint-handling")
    siblings = [[Offered(Duration.parse(wrong))]]
    item = item_about_time(
        subject, "steps.x", "", stem=subject.title, time=Duration.parse(time), siblings=siblings,
        never=(), texts=(), fields=(), why=subject.title,
    )  # fmt: skip
    assert item is not None
    assert wrong not in {option.key for option in item.options}


@pytest.mark.parametrize(
    ("every", "other", "apart"),
    [
        ("每个工作日 9:00 前", "每个工作日 9:30 前", False),
        ("每个工作日 9:00 前", "每个工作日 17:00 前", True),
        ("每月 5 日前", "每月 3 日前", False),
        ("每月 5 日前", "每月 25 日前", True),
    ],
)
def test_regular_times_are_told_apart_by_more_than_a_digit(every: str, other: str, apart: bool) -> None:
    """Half an hour or two days make no difference that anybody has to know by heart."""
    assert are_apart(every, other) == apart


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("it is found", "counted from when it is found"),
        ("the day it is numbered", "counted from the day it is numbered"),
        ("the client’s word that it is not accepted", "counted from the client’s word that it is not accepted"),
    ],
)
def test_a_noun_with_a_clause_of_its_own_is_still_a_noun(event: str, said: str) -> None:
    """`when` stands before a sentence only."""
    assert since(event, "en") == said


def test_a_step_is_not_asked_for_by_a_name_that_points_elsewhere(content: Content) -> None:
    """`Tell them` says neither whom nor what: on the page it does."""
    content.change(CATALOGUE, 'msgstr "Follow-up"', 'msgstr "Tell them"')
    material = Material(load_library(content.root, keep=True).require())
    address = COMPLAINTS.removeprefix("handbook/").removesuffix(".yaml")
    assert "steps.follow-up" not in _items(address, "within", material)


def test_a_step_that_counts_otherwise_than_its_promise_is_not_asked_for_its_time() -> None:
    """The promise counts from passing on, the step from taking over: who knows one of them is not wrong."""
    items = _items(f"{_GREENTOWN}/procedures/major-complaints", "within")
    assert ("steps.carry-out" in items, bool(items)) == (False, True)


def test_one_of_the_wrong_times_is_near() -> None:
    """Among weeks two days show: nobody would be wrong by so much."""
    subject = _material().subject(f"{_GREENTOWN}/procedures/complaint-handling")
    far = [Offered(Duration.parse(time)) for time in ("15 工作日", "20 工作日")]
    near = [Duration.parse(f"{days} 工作日") for days in (1, 3, 5, 7, 10)]
    item = item_about_time(
        subject, "steps.x", "", stem=subject.title, time=Duration.parse("2 工作日"), siblings=[far], never=near,
        texts=(), fields=(), why=subject.title,
    )  # fmt: skip
    assert item is None


def test_a_talk_does_not_begin_with_either_of_two_apologies() -> None:
    """The caller was called by a wrong name: «sorry, my mistake» does as well, whatever follows."""
    item = _items("call-scripts/scripts/customer-name", "say").get("nodes.wrong-name.entry")
    assert item is None or not any("my mistake" in option.text.en for option in item.options)


def test_it_is_clear_who_is_off_duty() -> None:
    """`When off duty` would be said of whoever stands in."""
    item = _items("property-org-duties/roles/service-officer", "night")["stands_in.otherwise"]
    assert item.stem == Bilingual(
        "“客服专员”不在岗时由谁顶替？", "Service officer: who stands in for them when they are off duty?"
    )
