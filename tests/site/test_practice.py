"""Practice with a customer who answers, in a browser: scripts, fault trees, cards; looking up by keys."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open, ServedSite
from tests.site.practising import CARD, LINES, SCRIPT, acts_in_order, begin, choose, say, says_and_never_does

TREE = "call-scripts/troubleshooting/no-sound"
BEST = LINES[""].found


def played(site: ServedSite, visit: Open) -> Page:
    """The page of the script, with what plays it."""
    page = visit(site.file(f"{SCRIPT}.html")).page
    page.wait_for_function("Shouce.playing?.talk")
    return page


def test_a_talk_is_practised_until_every_customer_was_there(site: ServedSite, visit: Open) -> None:
    """What is right at each turn scores in full; the next customer is one whose answers were not practised yet."""
    page = visit(site.file(f"{SCRIPT}.html")).page
    begin(page)
    expect(page.locator(".coverage p")).to_have_text("4 种客户，练过 0 种")
    page.locator(".customer").first.click()

    for line in BEST:
        choose(page, line)

    expect(page.locator(".practice h2")).to_have_text("全对。")
    expect(page.locator(".score p")).to_have_text("12 / 12")
    expect(page.locator(".turned__cues").nth(2)).to_have_text("60 秒内查到了吗？ 查到了")
    expect(page.locator(".turned .tell")).to_have_text(["对了"] * 4)
    done = page.evaluate(f"Shouce.learning.done('practise', '{SCRIPT}')")
    assert (done["score"], done["of"], done["ways"]) == (12, 12, ["node-explain"])
    page.get_by_role("button", name="换一位客户").click()
    expect(page.locator(".practice__bar > b")).not_to_have_text("第 1 位客户")
    page.reload()
    begin(page)
    expect(page.locator(".coverage p")).to_have_text("4 种客户，练过 1 种")
    expect(page.locator(".customer.is-done")).to_have_count(1)


def test_the_other_branch_wants_the_other_line(site: ServedSite, visit: Open) -> None:
    """Nothing was found: the line for «found» is not right, and it is said what it is for; the talk goes on rightly."""
    page = visit(site.http(f"{SCRIPT}.html")).page
    begin(page)
    page.locator(".customer", has_text="没查到").click()
    choose(page, BEST[0])
    choose(page, BEST[1])
    expect(page.locator(".talk__fact").last).to_have_text("60 秒内查到了吗？没查到")

    choose(page, BEST[2])

    expect(page.locator(".talk__we").last.locator(".tell")).to_have_text("不对那是“查到了”时才对。")
    expect(page.locator(".talk__we").last.locator(".good")).to_have_text("好的说法我在时间前打给您。")
    choose(page, "感谢来电")
    expect(page.locator(".score p")).to_have_text("10 / 12")
    expect(page.locator(".turned").nth(2).locator(".also")).to_have_text("同时做登记回拨时间，设提醒")


def test_what_is_typed_is_matched_to_the_line(site: ServedSite, visit: Open) -> None:
    """In other words it is right; what was left out is marked; words never said are told at once, and cost the turn."""
    page = visit(site.http(f"{SCRIPT}.html")).page
    begin(page, typed="自己打字说", untimed=True)
    page.locator(".customer").first.click()
    box, hint = page.locator(".compose textarea"), page.locator(".compose__hint")

    box.fill("我不知道")
    expect(hint).to_have_text("“不知道”是不说的话，换个说法？")
    box.fill("这个我要查一下，请您稍等好吗")
    expect(hint).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(".talk__we .tell").last).to_have_text("对了")
    choose(page, BEST[1])
    say(page, "让您久等了。")
    expect(page.locator(".talk__we .tell").last).to_have_text("差一点漏了标出的地方。")
    expect(page.locator(".talk .good mark")).to_have_text(["您问的", "是这样的"])
    say(page, "不知道，再见")

    expect(page.locator(".turned .tell").last).to_have_text("用了不说的话“不知道”不能说。")
    expect(page.locator(".score p")).to_have_text("5 / 8")


def test_a_line_of_another_moment_is_known(site: ServedSite, visit: Open) -> None:
    """In English too: who types a line of the script too early is told so, and who types something else is not."""
    page = visit(site.file(f"en/{SCRIPT}.html")).page
    begin(page, typed="Type what you would say", untimed=True)
    page.locator(".customer").first.click()

    say(page, "Thank you for calling. Goodbye!")
    expect(page.locator(".talk__we .tell").last).to_have_text("Not rightThat belongs to another moment.")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Leave").click()
    page.locator(".practice__which summary").click()
    page.locator(".customer").first.click()
    say(page, "I’ll need to look it up; would you mind holding a moment?")
    expect(page.locator(".talk__we .tell").last).to_have_text("Right")


def test_sixty_seconds_turn_colour_at_forty_five(site: ServedSite, visit: Open) -> None:
    """They stand still while one pauses; out of time the turn can still be finished, but its second is lost."""
    page = visit(site.http(f"{SCRIPT}.html")).page
    page.clock.install()
    begin(page)
    page.locator(".customer").first.click()
    clock = page.locator(".clock")

    page.clock.run_for(44_000)
    expect(clock).not_to_have_class(re.compile("is-late"))
    page.clock.run_for(1_000)
    expect(clock).to_have_class("clock is-late")
    expect(clock.get_by_role("status")).to_have_text("还剩 15 秒")
    page.keyboard.press("Escape")
    page.clock.run_for(60_000)
    page.get_by_role("button", name="继续").click()
    expect(clock.locator(".clock__time")).to_have_text("0:45 / 1:00")
    page.clock.run_for(15_000)
    expect(clock).to_have_class("clock is-late is-out")

    for line in BEST:
        choose(page, line)

    expect(page.locator(".turned").first.locator(".tell")).to_have_text(["对了", "超时"])
    expect(page.locator(".score p")).to_have_text("11 / 12")


def test_looking_up_goes_by_keys(site: ServedSite, visit: Open) -> None:
    """A number takes that way, Backspace comes back, Escape leaves; the address names the moment, the clock runs."""
    page = visit(site.file(f"{SCRIPT}.html")).page
    page.clock.install()
    page.locator("[data-does=play]:visible").click()
    playing = page.locator(".is-playing")
    expect(playing.locator(".key")).to_have_text(["1", "2", "3"])
    expect(playing).to_be_focused()

    page.keyboard.press("1")
    expect(playing).to_have_id("node-search")
    assert page.url.endswith("#play=explain/search")
    page.clock.run_for(45_000)
    expect(page.locator(".player .clock")).to_have_class("clock is-late")
    page.keyboard.press("2")
    expect(page.locator(".player__trail b")).to_have_text(["好", "没查到"])
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    expect(playing).to_have_id("node-explain")
    page.keyboard.press("9")
    expect(playing).to_have_id("node-explain")
    page.keyboard.press("Escape")
    expect(page.locator(".node:visible")).to_have_count(page.locator(".node").count())
    expect(page.locator(".key")).to_have_count(0)


def test_looking_up_begins_at_the_moment_of_the_address(site: ServedSite, visit: Open) -> None:
    """From an answer one comes to a moment: it is played from there, and the other language opens at the same one."""
    page = visit(site.http(f"{SCRIPT}.html#node-promise")).page
    page.locator("[data-does=play]:visible").click()
    expect(page.locator(".is-playing")).to_have_id("node-promise")

    page.keyboard.press("1")
    page.locator(".top__lang").click()

    page.wait_for_url(f"**/en/{SCRIPT}.html#play=promise/goodbye")
    expect(page.locator(".is-playing")).to_have_id("node-goodbye")


def test_a_fault_tree_is_practised_with_its_outcomes(site: ServedSite, visit: Open) -> None:
    """The device answers by the outcome of each check; from a course the practice is open at once."""
    page = visit(site.http(f"en/{TREE}.html#practise")).page
    page.locator(".practice__which summary").click()
    page.locator(".customer", has_text="firm").click()
    expect(page.locator(".talk__they")).to_have_count(1)

    choose(page, "Is the headset plugged in")
    page.locator("[data-pick]", has_text="Hand over to").click()

    expect(page.locator(".practice h2")).to_have_text("Everything right.")
    expect(page.locator(".score p")).to_have_text("4 / 4")


def test_what_is_done_about_a_fault_is_told_with_its_cause(site: ServedSite, visit: Open) -> None:
    """Who chose wrong is told what is done and why; what is said then stands beside it."""
    page = visit(site.file(f"{TREE}.html#practise")).page
    said = "document.querySelector('#node-fixed h3').insertAdjacentHTML('afterend', '<p data-part=say>您再听听。</p>')"
    page.evaluate(said)
    page.locator(".practice__which summary").click()
    page.locator(".customer", has_text="松了").click()
    choose(page, "耳机插紧了吗")

    choose(page, "转交")

    last = page.locator(".turned").last
    expect(last.locator(".tell")).to_have_text("不对那是“插紧了”时才对。")
    expect(last.locator(".good")).to_have_text("该这样插紧后请对方再说一遍")
    expect(last.locator(".also")).to_have_text(["原因耳机接触不良", "说您再听听。"])


def test_a_loop_leads_on_at_its_limit(site: ServedSite, visit: Open) -> None:
    """Come back to more often than its limit says, a moment gives way to the one that the limit names."""
    page = played(site, visit)
    page.evaluate("""() => {
      const node = document.getElementById("node-explain");
      node.dataset.limit = "1";
      node.insertAdjacentHTML("beforeend", '<p class="goto--limit"><a href="#node-hang-up"></a></p>');
    }""")
    look = """() => {
      const graph = Shouce.playing.readGraph(document.querySelector("[data-play]"));
      const one = Shouce.playing.customersOf(graph).find(({ isLimited }) => isLimited);
      const { turns } = Shouce.playing.turnsOf(graph, one.visits);
      return { ways: one.visits.map(({ moment }) => moment.id), cues: turns.at(-1).cues.map(({ text }) => text) };
    }"""

    found = page.evaluate(look)

    assert found["ways"].count("node-explain") == 2
    assert found["ways"][-1] == "node-hang-up"
    assert found["cues"] == ["还有", "已经绕回 1 次，到头了"]


def test_a_transcript_is_printed_alone(site: ServedSite, visit: Open) -> None:
    """On paper stand the talk, its score and room for two names; not the script that one was tested in."""
    page = visit(site.file(f"{SCRIPT}.html")).page
    begin(page, untimed=True)
    page.locator(".customer", has_text="不回答").click()
    choose(page, BEST[0])
    choose(page, "听不到您的声音")

    page.emulate_media(media="print")

    expect(page.locator(".transcript")).to_be_visible()
    expect(page.locator(".transcript__sign")).to_be_visible()
    expect(page.locator(".node:visible, .button:visible, h1:visible, .practice__go:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(".node").first).to_be_visible()


def test_a_card_is_practised_by_keyboard_and_never_in_the_way(site: ServedSite, visit: Open) -> None:
    """It begins when that is asked for, not by its address; meanwhile one tap shows the card again."""
    page = visit(site.http(f"{CARD}.html#practise")).page
    page.clock.install()
    card = page.locator(".ecard")
    expect(card).to_be_visible()
    expect(page.locator(".clock")).to_have_count(0)

    page.get_by_role("button", name="盖住卡片，开始").click()
    expect(card).to_be_hidden()
    page.get_by_role("button", name="真的出事了？点这里看应急卡").click()
    expect(card).to_be_visible()
    page.locator("[data-does=practise]:visible").first.click()
    page.get_by_role("button", name="盖住卡片，开始").click()
    acts_in_order(page, LINES[""])
    says_and_never_does(page, LINES[""])
    page.clock.run_for(50_000)
    page.get_by_role("button", name="就这样").click()

    expect(page.locator(".practice h2")).to_have_text("全对。")
    expect(page.locator(".practice__head p").first).to_contain_text("一分钟之内")
    expect(page.locator(".score p")).to_have_text("12 / 12")
    expect(card).to_be_visible()
    assert page.evaluate("Shouce.learning.done('card', 'cards/fire').score") == 12


def test_what_went_wrong_with_a_card_stands_beside_what_it_says(site: ServedSite, visit: Open) -> None:
    """In English, more than a minute: the wrong number, and what the card says instead."""
    page = visit(site.file(f"en/{CARD}.html")).page
    page.clock.install()
    page.locator("[data-does=practise]:visible").first.click()
    page.get_by_role("button", name="Cover the card and start").click()

    choose(page, "120")
    choose(page, "120")
    for _ in range(3):
        page.locator("[data-pick][aria-pressed=false]").first.click()
    page.clock.run_for(61_000)
    page.get_by_role("button", name="That is it").click()
    page.locator("[data-pick]").first.click()
    page.locator("[data-pick]").first.click()
    page.get_by_role("button", name="That is it").click()

    first = page.locator(".turned").first
    expect(first.locator(".tell")).to_have_text("Not right")
    expect(first.locator(".card-good")).to_have_text("120 Ambulance")
    expect(first.locator(".good")).to_have_text("The card says119 Fire and rescue")
    expect(page.locator(".practice__head p").first).to_contain_text("more than the minute")


@pytest.mark.parametrize("path", [f"{SCRIPT}.html", f"en/{TREE}.html", f"{CARD}.html", f"en/{CARD}.html"])
def test_practice_fits_a_phone(site: ServedSite, visit: Open, path: str) -> None:
    """Nothing is broader than the screen, and what there is to press is high enough for a finger."""
    page = visit(site.file(f"{path}#practise"), 390, 844, has_touch=True, is_mobile=True).page
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    small = "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
    targets = page.locator(".practice :is(button, summary)")

    assert page.evaluate(overflow) == 0
    assert targets.evaluate_all(small) == []
    page.locator(".practice .button--first").click()
    assert page.evaluate(overflow) == 0
    assert targets.evaluate_all(small) == []
