from __future__ import annotations

import pytest

from schemas.kinds import KINDS
from schemas.library import Library
from schemas.loader import load_library
from search.cutting import Scissors, cut_by_parts
from search.library_cuts import cut_library
from search.passages import Passage
from tests.schemas.content import Content

BOOK = "greentown-after-sales"
RECEIVE = f"{BOOK}/procedures/complaint-handling#step-receive"


@pytest.fixture(scope="module")
def passages(library: Library) -> dict[str, Passage]:
    """The passages of the small library by id."""
    cut = cut_library(library)
    found = {passage.id: passage for passage in cut}
    assert len(found) == len(cut)
    return found


def test_every_record_is_a_passage_and_so_is_every_part_of_it(library: Library, passages: dict[str, Passage]) -> None:
    """The record comes first; a part's anchor is the one that its page has. A card is one passage."""
    for entry in library.entries.values():
        ours = [passage for passage in passages.values() if passage.record == entry.address]
        anchors = {part.anchor for part in entry.parts.values()} if entry.kind != "cards" else set()

        assert ours[0].is_record
        assert {passage.anchor for passage in ours if passage.anchor} == anchors


def test_a_part_is_asked_for_in_its_own_ways_and_in_those_at_the_end_of_the_record(
    passages: dict[str, Passage],
) -> None:
    """A block of a form, which has no asks of its own, is found by them too."""
    step, block = (
        passages[f"{BOOK}/procedures/night-leak#step-cut-off"],
        passages[f"{BOOK}/forms/key-loan-register#block-loans"],
    )

    assert step.asks_zh[-1] == "楼上没人开门总阀谁去关"
    assert step.asks_en[-1] == "can I shut the valve without asking the flat above"
    assert (block.asks_zh, block.asks_en) == (("谁几点拿走了哪把钥匙",), ("which line says who has the spare key",))


def test_a_block_without_a_title_is_called_by_its_kind(passages: dict[str, Passage]) -> None:
    """It is weighed by its kind, too: who signs is asked of another block than what is written."""
    block = passages[f"{BOOK}/forms/key-loan-register#block-loans"]

    assert (block.zh.section, block.en.section, block.sort) == ("登记栏", "Lines to fill in", "register")


def test_who_is_called_by_a_project_alone_leaves_no_gap(content: Content) -> None:
    """The number and its name are in the handbook; the passage of the card begins with the next number."""
    content.change("handbook/cards/gas.yaml", "project.gas-company, who: 燃气抢修}", "project.gas-company}")
    (gas,) = [passage for passage in cut_library(load_library(content.root).require()) if passage.record == "cards/gas"]

    assert gas.zh.text.startswith("119 火警和抢险救援、120 医疗急救。")


def test_every_kind_is_cut(passages: dict[str, Passage]) -> None:
    """The small library has a record of every kind, and none is left out."""
    assert {passage.kind for passage in passages.values()} == set(KINDS)


def test_a_step_carries_what_its_answer_shows(passages: dict[str, Passage]) -> None:
    """Who, within what time, on which form, in which words, in both languages."""
    step = passages[RECEIVE]

    assert (step.zh.section, step.zh.by, step.zh.within) == ("受理", "客服前台", "当场")
    assert (step.en.section, step.en.by, step.en.within) == ("Taking the complaint", "Front desk", "on the spot")
    assert step.forms == ("GT-R-KF-26",)
    assert step.zh.say == "您说的我记下来了，是这样，……，您看有没有漏的？"
    assert step.asks_zh == ("业主骂人怎么办",)
    assert step.asks_en == ("what do I write down when someone complains",)
    assert step.url == f"{BOOK}/procedures/complaint-handling.html#step-receive"
    assert step.start


def test_a_role_answers_who_is_there_and_with_which_licence(passages: dict[str, Passage]) -> None:
    """When it is on duty and who stands in, each licence, a duty with its own asks, what it may decide up to which sum;
    a group of duties speaks where the source left a note.
    """
    role, unit = f"{BOOK}/roles/control-room", f"{BOOK}/roles/customer-service"
    desk, licence = passages[f"{BOOK}/roles/front-desk#on-duty"], passages[f"{role}#licence-fire-panel"]
    duty, note = passages[f"{role}#duty-1-1"], passages[f"{unit}#group-3-1-2"]

    assert desk.zh.text == "每天 8:00–20:00；夜间由监控室值班员替；休假外出由客服专员替"
    assert desk.en.text == (
        "every day, 8:00–20:00; Control-room operator stands in at night; Service officer stands in during leave"
    )
    assert licence.zh.text == (
        "消防设施操作员证（四级）；消防行业职业技能鉴定机构；证书有效期 3 年；有效期由客服主管查"
    )
    assert (duty.asks_zh, duty.asks_en) == (("消防主机响了先做什么",), ("the fire panel is sounding",))
    assert (
        passages[f"{role}#authority"].zh.text
        == "有烟有火时直接组织疏散，不等任何人同意；夜间叫外包抢修 限额：500 元/次"
    )
    assert (note.zh.section, note.zh.text) == ("3.1.2 经营职责", "原文仅标题，无正文。")


def test_a_deadline_says_from_when_it_counts_and_how_far_it_may_be_extended(passages: dict[str, Passage]) -> None:
    """The step it counts from is named by its heading."""
    step = passages[f"{BOOK}/procedures/complaint-handling#step-handle"]

    assert step.zh.within == "自“分级转交”起 3 个工作日内；可延至累计 5 个工作日，须服务中心经理批准"
    assert step.en.within == (
        "within 3 working days of “Grading and handing over”; "
        "extendable to 5 working days in all with the approval of Service centre manager"
    )


def test_a_price_is_said_in_the_language_of_the_passage(passages: dict[str, Passage]) -> None:
    """What it is paid for comes from the catalogue."""
    price = passages[f"{BOOK}/policies/service-promises#tariff-key-copy"]

    assert (price.zh.text, price.en.text) == ("10 元/把", "RMB 10 per key")


def test_a_decision_says_where_each_answer_leads(passages: dict[str, Passage]) -> None:
    """The text of a decision is its branches."""
    step = passages[f"{BOOK}/procedures/complaint-handling#step-can-answer"]

    assert step.zh.text == "能 → 当场答复；不能 → 分级转交。"


def test_a_form_is_found_by_its_labels_and_says_how_long_it_is_kept(passages: dict[str, Passage]) -> None:
    """Labels are no answer; the time of keeping is."""
    form = passages[f"{BOOK}/forms/key-loan-register"]
    keeping = passages[f"{BOOK}/forms/key-loan-register#keeping"]

    assert "应还时间" in form.hints_zh
    assert "应还时间" not in form.zh.text
    assert (keeping.zh.within, keeping.en.within) == ("2 年", "2 years")


def test_no_text_of_a_passage_is_empty_or_has_markup(passages: dict[str, Passage]) -> None:
    """Links are shown as titles and blanks as 〔titles〕."""
    for passage in passages.values():
        for wording in (passage.zh, passage.en):
            assert wording.text.strip(), passage.id
            assert not {"[[", "]]", "{", "}"} & set(wording.text), passage.id


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_kind_that_needs_nothing_more_exact_is_cut_by_its_parts(library: Library, lang: str) -> None:
    """The record as a whole, then each part with its heading, its words, its forms and its asks: for every kind."""
    view = library.view(lang)
    for entry in view.entries.values():
        whole, *parts = cut_by_parts(Scissors(view, entry), entry.record)

        assert (whole.key, whole.asks) == ("", tuple(map(str, entry.record.asks)))
        assert [(cut.part, cut.anchor) for cut in parts] == [(part.id, part.anchor) for part in entry.parts.values()]
        assert all(cut.text.strip() for cut in (whole, *parts))


def test_a_part_is_cut_with_all_that_it_says(library: Library) -> None:
    """Words, forms and asks; what the record says around its parts is only found by."""
    entry = library.entries[f"{BOOK}/procedures/complaint-handling"]
    whole, receive, *_ = cut_by_parts(Scissors(library, entry), entry.record)

    assert "让每一件投诉有人接" in whole.hints
    assert (receive.section, receive.forms, receive.asks) == (
        "受理", ("GT-R-KF-26",), ("业主骂人怎么办", "what do I write down when someone complains"),
    )  # fmt: skip
    assert receive.text.startswith("请业主坐下说完，不打断、不辩解；记下房号、姓名、电话、诉求；复述要点请业主确认；")
