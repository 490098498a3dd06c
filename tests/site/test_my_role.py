"""«I am …»: the role chosen, the first page as its day, switched, forgotten; two roles beside one another."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open, ServedSite

BOOK = "greentown-after-sales"
DESK = f"{BOOK}/roles/front-desk"
OFFICER = f"{BOOK}/roles/service-officer"
AGENT = "call-scripts/roles/agent"
NOW = "2026-11-28T08:00:00+08:00"


def choose(page: Page, typed: str) -> None:
    """Say which role is one's own: from the header, pressed twice as by a hurried hand, by typing."""
    page.locator(".top__me").dblclick()
    expect(page.locator(".iam__find")).to_be_focused()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")


def keys(page: Page, part: str) -> list[str]:
    """What stands in a part of a page, by what each is known by."""
    found: list[str] = page.locator(f"[data-part={part}] [data-item]").evaluate_all(
        "all => all.map(e => e.dataset.item)"
    )
    return found


@pytest.mark.parametrize(
    ("lang", "typed", "said", "title"),
    [
        ("", "客服前台", "我是：客服前台", "我的一天：客服前台"),
        ("en/", "front desk", "I am: Front desk", "My day: Front desk"),
    ],
)
@pytest.mark.parametrize("where", ["http", "file"])
def test_the_first_page_is_the_day_of_the_role(
    site: ServedSite, visit: Open, where: str, lang: str, typed: str, said: str, title: str
) -> None:
    """Chosen by keyboard alone, from a server and from a stick; it says what the page of the role says."""
    address = site.http if where == "http" else site.file
    page = visit(address(f"{lang}index.html")).page
    choose(page, typed)

    expect(page.locator(".day__title")).to_be_focused()
    expect(page.locator(".day__title")).to_have_text(title)
    expect(page.locator("[data-me]")).to_have_text(said)
    parts = ("cards", "cases", "forms", "duties")
    mine = {part: keys(page, part) for part in parts}
    links = page.locator(".day a[href]").evaluate_all("all => all.map(e => e.href)")
    page.goto(address(f"{lang}{DESK}.html"))
    assert mine == {part: keys(page, part) for part in parts}
    assert mine["cases"]
    own = page.locator(".sheet a[href]").evaluate_all("all => all.map(e => e.href)")
    assert set(links) <= {*own, page.url} or where == "http"
    expect(page.locator("[data-me]")).to_have_text(said)


def test_the_day_says_what_is_due_in_the_course(site: ServedSite, visit: Open) -> None:
    """What comes next of the course of the role, as this browser knows it; one press leads there."""
    page = visit(site.file("index.html")).page
    choose(page, "客服前台")
    page.locator(".mylearn .button--first").click()

    expect(page.locator(".reading")).to_be_visible()
    page.locator(".reading .button--first").click()
    page.goto(site.file("index.html"))
    expect(page.locator(".mylearn__now")).to_contain_text("已完成")


def test_the_next_person_is_two_presses_away(site: ServedSite, visit: Open) -> None:
    """From any page: the button in the header, and a role that was used at this computer before."""
    page = visit(site.http("index.html")).page
    choose(page, "客服前台")
    expect(page.locator(".day__title")).to_have_text("我的一天：客服前台")
    choose(page, "客服专员")
    expect(page.locator(".day__title")).to_have_text("我的一天：客服专员")

    page.goto(site.http("glossary.html"))
    page.locator(".top__me").click()
    expect(page.locator(".iam__now")).to_contain_text("现在：客服专员 · 绿城售后服务")
    page.locator(".iam__book").first.get_by_role("button", name="客服前台").click()
    expect(page.locator(".day__title")).to_have_text("我的一天：客服前台")
    assert page.url == site.http("index.html")


def test_a_shift_ends_by_itself_or_by_a_press(site: ServedSite, visit: Open) -> None:
    """After twelve hours, though the page stays open, or at once; the nickname of whoever learned is left with it."""
    page = visit(site.http("glossary.html")).page
    page.clock.install(time=datetime.fromisoformat(NOW))
    page.goto(site.http("index.html"))
    page.evaluate("localStorage.setItem('shouce.learning', JSON.stringify({format: 1, current: '小陈', people: []}))")
    choose(page, "客服前台")
    expect(page.locator(".day__until")).to_contain_text("自动忘记")
    page.clock.run_for("11:59:00")
    expect(page.locator("[data-me]")).to_have_text("我是：客服前台")
    page.clock.run_for("00:02:00")
    expect(page.locator("[data-me]")).to_have_text("我是…")
    expect(page.locator(".day")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('shouce.role')") is None
    page.wait_for_function("JSON.parse(localStorage.getItem('shouce.learning')).current === ''")

    choose(page, "客服前台")
    page.locator(".day").get_by_role("button", name="下班").click()
    expect(page.locator(".top__me")).to_be_focused()
    expect(page.locator(".day")).to_be_hidden()
    expect(page.locator(".iam-ask").first).to_be_visible()


def test_a_shift_that_ended_while_nothing_was_open_is_forgotten_before_the_page_is_drawn(
    site: ServedSite, visit: Open
) -> None:
    """The next morning's first page is that of nobody; what is none of ours does no harm."""
    page = visit(site.http("glossary.html")).page
    for kept in (f'{{"role": "{DESK}", "titles": {{}}, "until": 1}}', "[]", "nonsense", '{"until": "x"}'):
        page.evaluate("kept => localStorage.setItem('shouce.role', kept)", kept)
        page.goto(site.http("index.html"))

        assert page.evaluate("document.documentElement.dataset.role") is None
        expect(page.locator("[data-me]")).to_have_text("我是…")


def test_a_role_that_is_gone_is_said_and_forgotten(site: ServedSite, visit: Open) -> None:
    """With its name, so that one knows what to choose instead."""
    page = visit(site.http("glossary.html")).page
    kept = f'{{"role": "{BOOK}/roles/gone", "titles": {{"zh": "门童"}}, "until": 9999999999999}}'
    page.evaluate("kept => localStorage.setItem('shouce.role', kept)", kept)
    page.goto(site.http("index.html"))

    expect(page.locator(".day__said")).to_have_text("“门童”在手册里已经没有了，所以不再记着。请再选一次。")
    expect(page.locator("[data-me]")).to_have_text("我是…")


def test_a_browser_that_keeps_nothing_has_the_role_for_this_page(site: ServedSite, visit: Open) -> None:
    """And says so."""
    page = visit(site.http("glossary.html")).page
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})")
    page.goto(site.http("index.html"))
    choose(page, "客服前台")

    expect(page.locator(".day__until")).to_have_text("这个浏览器不让网页存东西，所以只在这一页有效。")
    expect(page.locator("[data-me]")).to_have_text("我是：客服前台")
    page.reload()
    expect(page.locator("[data-me]")).to_have_text("我是…")


def test_nothing_moves_while_the_day_arrives(site: ServedSite, visit: Open) -> None:
    """Neither in the header nor below it, and before a role is chosen the page asks for no file more than it did."""
    page = visit(site.http("index.html")).page
    assert not page.evaluate("performance.getEntriesByType('resource').filter(e => /role/.test(e.name)).length")
    choose(page, "客服前台")
    expect(page.locator(".day__title")).to_be_visible()
    page.add_init_script(
        "window.moved = 0;"
        "new PerformanceObserver(list => list.getEntries().forEach(e => { window.moved += e.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.reload()
    expect(page.locator(".mylearn__now")).to_be_visible()
    assert page.evaluate("window.moved") < 0.01


@pytest.mark.parametrize("width", [1280, 390])
def test_two_roles_stand_beside_one_another(site: ServedSite, visit: Open, width: int) -> None:
    """What both have once, the rest under whoever has it; the address brings others to the same two."""
    page = visit(site.file("roles.html"), width).page
    page.locator("select[name=a]").select_option(DESK)
    page.locator("select[name=b]").select_option(OFFICER)
    cases = page.locator(".compared__part", has=page.get_by_role("heading", name="有事时做什么"))

    expect(cases.locator("summary").first).to_contain_text("客户投诉处理管理办法")
    cases.locator("summary").first.click()
    sides = cases.locator(".compared__pair").first.locator(".compared__side")
    counts = [sides.nth(at).locator("li").count() for at in (0, 1)]
    expect(cases.locator("summary").first).to_contain_text(f"客服前台 {counts[0]} · 客服专员 {counts[1]}")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator(".compared__part [id]").count() == 0

    address, shown = page.url, page.locator("[data-compared]").inner_text()
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".compared__part").first).to_be_visible()
    assert page.locator("[data-compared]").inner_text().split()[:9] == shown.split()[:9]
    page.locator(".top__lang").click()
    expect(page.locator(".compared__who").first).to_contain_text("Front desk")


def test_the_list_of_roles_is_narrowed_down_and_a_role_is_taken_from_it(site: ServedSite, visit: Open) -> None:
    """By what one types; «I am» beside a role makes the first page its day."""
    page = visit(site.http("roles.html")).page
    page.locator("#filter").fill("前台")
    expect(page.locator(".staff li:visible")).to_have_text(["客服前台我是客服前台"])
    page.locator(".staff button:visible").click()

    expect(page.locator(".day__title")).to_have_text("我的一天：客服前台")


def test_the_same_role_twice_is_not_compared(site: ServedSite, visit: Open) -> None:
    """Said in words; one's own role is the first of the two from the start."""
    page = visit(site.file("index.html")).page
    choose(page, "话务客服")
    page.goto(site.file("roles.html"))
    expect(page.locator("select[name=a]")).to_have_value(AGENT)
    page.locator("select[name=b]").select_option(AGENT)

    expect(page.locator("[data-compared]")).to_have_text("请选两个不同的岗位。")


def test_without_scripts_the_header_leads_to_the_list_of_roles(site: ServedSite, visit: Open) -> None:
    """Where each leads to its page, and nothing is offered that only a script does."""
    page = visit(site.file("index.html"), java_script_enabled=False).page
    page.locator("a.top__me").click()

    assert page.url == site.file("roles.html")
    expect(page.locator("[data-compare]")).to_be_hidden()
    assert page.locator(".staff a").count() == page.locator("select[name=a] option").count() - 1
