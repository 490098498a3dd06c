"""What stands beside a right answer, and how a question is put: nothing that is found, or lost, without knowing it."""

from __future__ import annotations

from functools import cache
from itertools import combinations

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
from training.sources.steps import steps_of
from training.sources.terms import items_of_terms
from training.sources.times import Offered, item_about_time

_GREENTOWN = "greentown-after-sales"


@cache
def _material() -> Material:
    return Material(handbooks())


def _items(address: str, kind: ItemKind, material: Material | None = None) -> dict[str, Item]:
    every = items_of((material or _material()).subject(address))
    return {item.place: item for item in every if item.kind == kind}


def test_beside_a_decision_stand_decisions_of_its_kind() -> None:
    """«Approve» is not beside «settle»; to tell, to send and to refuse are no decisions, and are not asked for."""
    items = _items("insurance-strategic-channel/roles/strategic-department-head", "decide").values()
    assert items
    assert {len({option.text.zh.startswith("批") for option in item.options}) for item in items} == {1}
    assert not _items("greentown-after-sales/roles/control-room", "decide")


def test_what_is_never_done_stands_among_what_one_may_do() -> None:
    """A duty or a rescue beside it would show at once which is the wrong thing to do."""
    items = _items("service-execution/roles/stock-keeper", "never").values()
    wrong = [option.key for item in items for option in item.options if option.key not in item.right]
    assert (bool(wrong), [key for key in wrong if ".may." not in key]) == (True, [])


def test_english_that_leaves_never_to_its_heading_is_shown_with_it() -> None:
    """«Go into an unsold flat alone», shown as the explanation, would say that one may."""
    item = _items("property-org-duties/roles/duty-manager", "never")["authority.never.solo-entry"]
    assert item.why == Bilingual("不一个人进空置房", "Never: Go into an unsold flat alone")


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


def test_no_step_is_asked_for_its_words() -> None:
    """What a step says to do tells its words: only a talk, in which several lines could come, asks for them."""
    procedures = _material().of_kind("procedures", _GREENTOWN)
    assert not [item.id for subject in procedures for item in items_of(subject) if item.kind == "say"]


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
        ("每季度末", "每季度一次", False),
    ],
)
def test_regular_times_are_told_apart_by_more_than_a_digit(every: str, other: str, apart: bool) -> None:
    """Half an hour or two days make no difference that anybody has to know by heart."""
    assert are_apart(every, other) == apart


@pytest.mark.parametrize("event", ["Call", "it is found", "the client’s word that it is not accepted"])
def test_what_a_time_counts_from_stands_in_quotation_marks(event: str) -> None:
    """A heading, a sentence, a noun with a clause: no words around it have to agree with it."""
    assert since(event, "en") == f"counted from “{event}”"


@pytest.mark.parametrize(
    ("procedure", "step", "said"),
    [
        ("procedures/dogs", "loose", ("从“接报”算起，3 分钟内", "within 3 minutes, counted from “Call”")),
        ("procedures/duty-and-handover", "prepare", ("到点前 30 分钟内", "within 30 minutes before the hour")),
        (
            "procedures/reopened-complaints",
            "escalate",
            ("自“再次回访”起 1 个工作日内", "within 1 working day of “Make another follow-up call”"),
        ),
    ],
)
def test_a_time_is_told_in_words_that_fit_what_it_counts_from(procedure: str, step: str, said: tuple[str, str]) -> None:
    """From an event, back from one, and from a question, which is nothing to count from."""
    steps = steps_of(_material().subject(f"{_GREENTOWN}/{procedure}"))
    assert next(each.time for each in steps if each.id == step) == Bilingual(*said)


def test_a_time_of_one_level_of_urgency_is_not_that_of_the_step() -> None:
    """15 minutes for P1, 1 hour for P2: the step alone has no time limit."""
    items = _items("certified-service/procedures/technical-support", "within")
    assert (bool(items), {"steps.reproduce", "steps.workaround"} & set(items)) == (True, set())


def test_where_a_loop_ends_at_its_limit_no_time_is_asked_for() -> None:
    """One comes there by silence or by a second amendment: from when the time counts hangs on that."""
    items = _items("account-service/procedures/contact-report", "within")
    assert (bool(items), "steps.ring" in items) == (True, False)


def test_no_step_before_is_invented_for_a_time_that_counts_from_none() -> None:
    """A bare «same day»: the step before it may have been days ago."""
    items = _items(f"{_GREENTOWN}/procedures/key-missing", "within")
    assert (bool(items), "steps.notify" in items) == (True, False)


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


def test_no_two_wrong_rhythms_are_the_same() -> None:
    """«At the end of each quarter» and «once a quarter» would show each other to be wrong."""
    subjects = _material().of_kind("procedures", _GREENTOWN)
    items = [item for subject in subjects for item in items_of(subject) if item.place.startswith("periodic.")]
    rhythms = [[option.key for option in item.options] for item in items if item.kind == "within"]
    assert rhythms
    assert all(are_apart(one, other) for some in rhythms for one, other in combinations(some, 2))


@pytest.mark.parametrize(
    ("time", "wrong"),
    [("当日", ["2 小时", "4 小时"]), ("24 小时", ["5 工作日", "7 工作日", "10 工作日"])],
)
def test_no_time_shows_by_what_it_is_counted_in(time: str, wrong: list[str]) -> None:
    """Within four hours is the same day as well; among working days the hours show."""
    subject = _material().subject(f"{_GREENTOWN}/procedures/complaint-handling")
    item = item_about_time(
        subject, "steps.x", "", stem=subject.title, time=Duration.parse(time),
        siblings=[[Offered(Duration.parse(each)) for each in wrong]], never=(), texts=(), fields=(), why=subject.title,
    )  # fmt: skip
    assert item is None or not {option.key for option in item.options} >= set(wrong)


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


def test_what_differs_after_hours_is_asked_for_outside_service_hours() -> None:
    """«Off duty» may be anybody who is away: the field is about the hours."""
    stem = _items("five-part-service/procedures/order-handling", "night")["steps.track.after_hours"].stem
    assert stem == Bilingual(
        "非服务时间，《订单处理》走到“物流追踪”这一步，由谁来办？",
        "In “Handling orders”, who acts at the step “Track the delivery” outside service hours?",
    )


def test_it_is_clear_who_is_off_duty() -> None:
    """`When off duty` would be said of whoever stands in."""
    item = _items("property-org-duties/roles/service-officer", "night")["stands_in.otherwise"]
    assert item.stem == Bilingual(
        "“客服专员”不在岗时由谁顶替？", "Service officer: who stands in for them when they are off duty?"
    )
