"""The player of scripts and fault trees: a phone’s whole screen, an address for every moment, what is handed on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open, ServedSite
from tests.site.practising import SCRIPT

TREE = "call-scripts/troubleshooting/no-sound"
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


def play(page: Page) -> None:
    """Open the player."""
    page.locator("[data-does=play]:visible").first.click()
    expect(page.locator(".is-playing")).to_have_count(1)


@pytest.mark.parametrize("as_file", [False, True])
def test_the_player_fills_a_phone_and_gives_the_page_back(site: ServedSite, visit: Open, as_file: bool) -> None:
    """The page behind stands still; leaving by button, Escape or Back leads to where one was."""
    address = f"{TREE}.html"
    page = visit(site.file(address) if as_file else site.http(address), **PHONE).page
    stage = page.locator("dialog.stage")
    page.evaluate("scrollTo(0, 150)")
    leaves = (
        lambda: page.get_by_role("button", name="退出", exact=True).click(),
        lambda: page.keyboard.press("Escape"),
        page.go_back,
    )

    for leave in leaves:
        play(page)
        expect(stage).to_have_js_property("open", True)
        assert stage.evaluate("e => [e.clientWidth, e.clientHeight]") == [390, 844]
        assert page.evaluate("getComputedStyle(document.documentElement).overflowY") == "hidden"
        leave()
        expect(stage).to_have_count(0)
        expect(page).to_have_url(site.file(address) if as_file else site.http(address))
        assert page.evaluate("scrollY") == 150


def test_a_turned_phone_shows_the_same_moment(site: ServedSite, visit: Open) -> None:
    """Nothing is broader than the screen, and every answer is high enough for a finger."""
    page = visit(site.file(f"en/{SCRIPT}.html#play=explain"), **PHONE).page
    page.locator(".is-playing .key").first.wait_for(state="attached")
    page.keyboard.press("1")

    for width, height in ((844, 390), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".is-playing")).to_have_id("node-search")
        assert page.locator("dialog.stage").evaluate("e => e.scrollWidth - e.clientWidth") == 0
        buttons = page.locator(".stage :is(.mini, summary):visible")
        assert min(buttons.evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")) >= 44


@pytest.mark.parametrize("as_file", [False, True])
def test_a_way_is_handed_on_as_a_link(site: ServedSite, visit: Open, as_file: bool) -> None:
    """The link opens at the moment with the way there; a reload stays, Back takes back one answer after another."""
    address = f"{SCRIPT}.html#play=explain/search/promise"
    page = visit(site.file(address) if as_file else site.http(address)).page
    playing, answers = page.locator(".is-playing"), page.locator(".player__trail b")
    expect(playing).to_have_id("node-promise")
    expect(answers).to_have_text(["好", "没查到"])

    page.keyboard.press("1")
    assert page.url.endswith("#play=explain/search/promise/goodbye")
    page.reload()
    expect(playing).to_have_id("node-goodbye")
    page.go_back()
    expect(playing).to_have_id("node-promise")
    page.keyboard.press("Backspace")
    expect(playing).to_have_id("node-search")
    expect(answers).to_have_text(["好"])


def test_a_link_whose_way_is_gone_says_so(site: ServedSite, visit: Open) -> None:
    """It begins at the moment that is still there; one that names nothing opens nothing."""
    page = visit(site.file(f"{SCRIPT}.html#play=explain/gone/promise")).page
    expect(page.locator(".is-playing")).to_have_id("node-promise")
    expect(page.locator(".player__cut")).to_have_text("链接里走过的路和现在的内容对不上，从这一步接着走。")
    expect(page.locator(".player__trail li")).to_have_count(0)
    page.keyboard.press("1")
    expect(page.locator(".player__cut")).to_be_hidden()

    other = visit(site.file(f"{SCRIPT}.html#play=gone")).page
    expect(other.locator(".player")).to_have_count(0)
    expect(other.locator(".node").first).to_be_visible()


def test_a_hand_over_ends_in_a_work_order(site: ServedSite, visit: Open) -> None:
    """What was asked and answered, who takes over and within what time; as text it is copied, alone it is printed."""
    page = visit(site.http(f"{TREE}.html#play=silence/headset/hand-over"), **PHONE).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fold = page.locator(".player__record")
    expect(fold.locator("summary")).to_have_text("派工单")

    page.get_by_role("button", name="复制文字").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    title, *lines, address = page.evaluate("navigator.clipboard.readText()").split("\n")

    assert title.startswith("派工单 · 通话没有声音 · ")
    assert lines == [
        "客户：＿＿＿＿＿＿　电话：＿＿＿＿＿＿＿＿　地址：＿＿＿＿＿＿＿＿＿＿＿＿",
        "查问经过",
        "1. 接起来没有声音",
        "2. 耳机插紧了吗？ → 插紧了",
        "做：换一部话机接回",
        "转给：话务客服",
        "时限：1 分钟内",
    ]
    assert address == page.url
    page.evaluate("() => { window.print = () => {} }")
    page.get_by_role("button", name="打印这一份").click()
    page.emulate_media(media="print")
    expect(page.locator(".print-alone .record__title")).to_be_visible()
    expect(page.locator(".node:visible, h1:visible, .stage:visible, .print-foot:visible")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-alone")).to_have_count(0)


def test_a_page_is_printed_whole_while_it_is_played(site: ServedSite, visit: Open) -> None:
    """Who prints with the player open on a phone gets the text, not a screen; afterwards one plays on."""
    page = visit(site.file(f"{TREE}.html#play=silence"), **PHONE).page
    expect(page.locator(".is-playing")).to_have_count(1)

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".node:visible")).to_have_count(4)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    page.keyboard.press("1")
    expect(page.locator(".stage .is-playing")).to_have_id("node-headset")


def test_a_fault_that_is_put_right_ends_in_its_remedy(site: ServedSite, visit: Open) -> None:
    """Cause and remedy stand at the end, in English too; before the end the record is folded."""
    page = visit(site.file(f"en/{TREE}.html")).page
    play(page)
    fold = page.locator(".player__record")
    expect(fold).not_to_have_attribute("open", "")
    expect(fold.locator("summary")).to_have_text("The record so far")

    page.keyboard.press("1")
    page.keyboard.press("1")

    expect(fold.locator("summary")).to_have_text("What to do")
    expect(fold.locator(".record__line b")).to_have_text(["Cause", "Remedy"])
    expect(fold.locator(".record__story b")).to_have_text(["→ It was loose"])


def test_what_a_browser_will_not_copy_is_left_selected(site: ServedSite, visit: Open) -> None:
    """It says so, and the text can be taken by hand; a browser that copies the old way needs nothing."""
    page = visit(site.file(f"{SCRIPT}.html#play=explain/hang-up")).page
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error() } }")
    copying = page.get_by_role("button", name="复制文字")
    copying.click()
    expect(page.get_by_text("已复制")).to_be_visible()

    page.evaluate("() => { document.execCommand = () => false }")
    page.get_by_role("button", name="复制链接").click()

    expect(page.get_by_text("浏览器不让复制：文字已选中，请自己复制。")).to_be_visible()
    box = page.locator(".copybox:visible")
    expect(box).to_have_value(page.url)
    assert box.evaluate("e => e.selectionEnd - e.selectionStart") == len(page.url)


def test_a_talk_fills_a_phone_and_its_result_stands_in_the_page(site: ServedSite, visit: Open) -> None:
    """Escape stops the clock as at a desk, and leaves only when pressed again."""
    page = visit(site.file(f"{SCRIPT}.html#practise"), **PHONE).page
    page.locator(".practice__which summary").click()
    page.locator(".customer", has_text="不回答").click()
    stage = page.locator("dialog.stage")
    expect(stage).to_have_js_property("open", True)

    page.keyboard.press("Escape")
    expect(page.locator(".practice__paused")).to_be_visible()
    page.get_by_role("button", name="继续").click()
    page.locator("[data-pick]", has_text="这个问题我需要查一下").click()
    page.locator("[data-pick]", has_text="听不到您的声音").click()

    expect(stage).to_have_count(0)
    expect(page.locator(".practice--result")).to_be_visible()
