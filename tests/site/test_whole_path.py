"""The whole path of a new hire: from the handbook's first page to the same progress in another browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open, ServedSite
from tests.site.learners import ASKED, BOOK, COURSE, Learner, fill
from tests.site.practising import (
    CARD,
    LINES,
    SCRIPT,
    Lines,
    acts_in_order,
    choose,
    says_and_never_does,
)

REGISTER: Final = f"{BOOK}/forms/complaint-register"
FIRST_DAY: Final = datetime.fromisoformat("2026-11-27T23:30:00+08:00")
NEXT_DAY: Final = datetime.fromisoformat("2026-11-28T00:05:00+08:00")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands on the pages in one language."""

    post: str
    right: str
    promised: str
    card: str
    to_change: str
    noted: str
    wrong_one: str
    repeat: str
    moved: str


SAID: Final = {
    "": Said(
        post="客服前台",
        right="全对。",
        promised="60 秒内查到了吗？没查到",
        card="火警",
        to_change="还有 2 处要改",
        noted="没有违反这张表的规则",
        wrong_one="答对 9 题，共 10 题",
        repeat="今日复习 1 题",
        moved="已导入",
    ),
    "en/": Said(
        post="Front desk",
        right="Everything right.",
        promised="Found within 60 seconds?Not found",
        card="Fire",
        to_change="To put right: 2",
        noted="none of the form’s rules is broken",
        wrong_one="9 of 10 right",
        repeat="Repeat today: 1",
        moved="Imported",
    ),
}


def fits(page: Page) -> None:
    """Nothing is broader than the screen."""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def practises_both_branches(learner: Learner, lines: Lines, said: Said) -> None:
    """From the course, with a customer for whom it is found and with one for whom it is not."""
    page = learner.page
    learner.task("manners", "practise").locator("a").click()
    page.locator(".practice__which summary").click()
    page.locator(".customer").first.click()
    for line in lines.found:
        choose(page, line)
    expect(page.locator(".practice h2")).to_have_text(said.right)
    page.locator(".practice__go .i-list").click()
    page.locator(".practice__which summary").click()
    page.locator(".customer", has_text=lines.not_found).click()
    for line in lines.promised[:2]:
        choose(page, line)
    expect(page.locator(".talk__fact").last).to_have_text(said.promised)
    for line in lines.promised[2:]:
        choose(page, line)
    expect(page.locator(".practice h2")).to_have_text(said.right)
    fits(page)
    learner.comes_back()


def practises_the_card(page: Page, lines: Lines, said: Said) -> None:
    """From the first page of the handbook, against the clock."""
    page.locator(".ecards a", has_text=said.card).click()
    page.locator("[data-does=practise]:visible").first.click()
    page.get_by_role("button", name=lines.cover).click()
    expect(page.locator(".practice .clock")).to_be_visible()
    acts_in_order(page, lines)
    says_and_never_does(page, lines)
    page.get_by_role("button", name=lines.done).click()
    expect(page.locator(".practice h2")).to_have_text(said.right)
    expect(page.locator(".score p")).to_have_text("12 / 12")
    fits(page)


def fills_until_nothing_is_wrong(learner: Learner, said: Said) -> None:
    """A form as an exercise: one field is missing and one is too early, until both are put right."""
    page = learner.page
    learner.task("complaints", "fill").locator("a").click()
    check = page.locator("[data-fill] [type=submit]")
    fill(page, {"entries||received": "2026-11-27T09:00", "entries||passed": "2026-11-27T08:00"})
    check.click()
    expect(page.locator("[data-said]")).to_contain_text(said.to_change)
    fill(page, {"entries||matter": "3-1801", "entries||passed": "2026-11-27T09:20"})
    check.click()
    expect(page.locator("[data-said]")).to_contain_text(said.noted)
    fits(page)
    learner.comes_back()


def repeats_what_is_due(learner: Learner, wrong: str, said: Said) -> None:
    """What was answered wrong the day before is due, and nothing else."""
    page = learner.page
    page.get_by_role("button", name=said.repeat).click()
    expect(page.locator(".quiz__stem")).to_be_focused()
    assert page.evaluate(ASKED)["id"] == wrong
    fits(page)
    assert learner.answers() == []
    page.locator(".quiz__bar .button--first").click()
    expect(page.get_by_role("button", name=said.repeat)).to_have_count(0)


@pytest.mark.prove
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["", "en/"], ids=["zh", "en"])
@pytest.mark.parametrize("way", ["http", "file"])
def test_a_new_hire_goes_the_whole_path(
    site: ServedSite, visit: Open, way: str, lang: str, width: int, tmp_path: Path
) -> None:
    """Chooses the post, reads, practises both branches of a script and a card against the clock, fills a form, tests
    herself; what was wrong is due the next day; and all of it stands in another browser once it was taken there.
    """
    said, lines = SAID[lang], LINES[lang]
    handbook = getattr(site, way)(f"{lang}{BOOK}/index.html")
    phone = {"has_touch": True, "is_mobile": True} if width < 400 else {}

    def at(moment: datetime) -> Learner:
        learner = Learner(visit("about:blank", width, 844, timezone_id="Asia/Shanghai", **phone).page)
        learner.page.clock.install(time=moment)
        learner.opens_course_of(said.post, handbook)
        return learner

    learner = at(FIRST_DAY)
    page = learner.page
    learner.is_called("小王")
    learner.reads_what_is_next()
    practises_both_branches(learner, lines, said)
    page.goto(handbook)
    practises_the_card(page, lines, said)
    learner.opens_course_of(said.post, handbook)
    fills_until_nothing_is_wrong(learner, said)
    (wrong,) = learner.test("complaints", wrong=1)
    expect(page.locator(".quiz h4")).to_have_text(said.wrong_one)
    page.locator(".quiz__bar .button--first").click()
    expect(learner.left).not_to_contain_text(said.repeat)

    page.clock.set_fixed_time(NEXT_DAY)
    learner.opens_course_of(said.post, handbook)
    repeats_what_is_due(learner, wrong, said)
    fits(page)
    (person,) = learner.kept()["people"]
    assert set(person["done"]) == {
        f"read {BOOK}/guides/front-desk-essentials",
        f"practise {SCRIPT}",
        f"card {CARD}",
        f"fill {REGISTER}",
        f"test {COURSE}#complaints",
    }
    assert {card: kept["due"] for card, kept in person["cards"].items()} == {wrong: "2026-11-30"}
    far = str(learner.far.text_content())
    file = learner.exports_to(tmp_path)
    learner.leaves()
    expect(learner.far).not_to_have_text(far)

    other = at(NEXT_DAY)
    other.takes_in(file)
    expect(other.page.locator(".who__said").last).to_contain_text(said.moved)
    expect(other.page.locator(".who__line > b")).to_have_text("小王")
    expect(other.far).to_have_text(far)
    fits(other.page)
    (moved,) = other.kept()["people"]
    assert moved == person
