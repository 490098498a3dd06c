"""Who answers: the server whenever there is one; why it was not asked, or gave no answer, is said beside the answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from schemas.limits import LONGEST_QUESTION
from tests.site.asking import COMPLAINTS, answer, ask, places
from tests.site.conftest import Open, ServedSite

QUESTION = "投诉登记完交给谁"


def questions(site: ServedSite) -> int:
    """How often `/api/ask` was asked."""
    return len([path for path in site.asked if path.startswith("/api/ask")])


@pytest.mark.parametrize("status", [400, 403, 429, 500])
def test_a_server_that_fails_says_so_and_is_asked_again(site: ServedSite, visit: Open, status: int) -> None:
    """No answer of the index is passed off for the server's: the failure is shown, and a button asks once more."""
    site.answer, site.status = answer("answered", section="由服务器回答"), status
    page = visit(site.http(COMPLAINTS)).page
    ask(page, QUESTION)
    expect(page.locator(".verdict")).to_contain_text(f"服务器出了错（{status}），没有回答。")
    expect(page.locator(".answer")).to_have_count(0)

    site.status = 200
    page.locator(".verdict button").click()

    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")


def test_a_busy_server_is_asked_twice_and_again_with_the_next_question(site: ServedSite, visit: Open) -> None:
    """Busy both times, the index answers and says why; the next question goes to the server."""
    site.answer, site.status = answer("answered", section="由服务器回答"), 503
    page = visit(site.http(COMPLAINTS)).page
    ask(page, QUESTION)
    expect(page.locator(".answer__note")).to_contain_text("离线回答：服务器正忙")
    assert questions(site) == 2

    site.status = 200
    ask(page, "怎么回访")

    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")
    expect(page.locator(".answer__note")).to_have_count(0)


def test_a_server_that_cannot_be_reached_is_tried_with_every_question(site: ServedSite, visit: Open) -> None:
    """While the network is away the index answers and says so; nothing is remembered when it is back."""
    site.answer = answer("answered", section="由服务器回答")
    page = visit(site.http(COMPLAINTS)).page

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/api/**", refuse)
    ask(page, QUESTION)
    expect(page.locator(".answer__note")).to_contain_text("离线回答：连不上服务器")

    page.unroute("**/api/**", refuse)
    ask(page, "怎么回访")

    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")
    assert page.evaluate("sessionStorage.length") == 0


def test_the_server_is_told_to_be_away_and_back(site: ServedSite, visit: Open) -> None:
    """Above what the page answers by itself, not noted; once the server is back it says so, and answers when asked."""
    site.answer = answer("answered", section="由服务器回答")
    page = visit(site.http("ask.html"), 390, 844).page

    def refuse(route: Route) -> None:
        route.abort()

    page.route(re.compile("/api/|/healthz"), refuse)
    ask(page, QUESTION)
    line = page.get_by_role("status").filter(has_text="服务器")
    expect(line).to_have_text("离线回答：连不上服务器，现在由页面自己回答，问题没有记下；服务器一回来，这里就会说。")
    expect(line).to_be_in_viewport()
    expect(page.locator("[data-ask-answers] > .danger-line + *")).to_have_text(line.inner_text())

    page.unroute(re.compile("/api/|/healthz"), refuse)
    expect(line.locator("span:not(.i)").first).to_have_text("服务器又连上了，下一个问题由它回答。")
    line.get_by_role("button", name="再问一次").click()
    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")


@pytest.mark.parametrize("status", [502, 504])
def test_what_stands_before_a_server_that_is_gone_is_no_server(site: ServedSite, visit: Open, status: int) -> None:
    """A proxy that says so is as good as no reply: the page answers."""
    site.answer, site.status = answer("answered"), status
    page = visit(site.http(COMPLAINTS)).page
    ask(page, QUESTION)
    expect(page.locator(".answer__note--away")).to_contain_text("离线回答：连不上服务器")


def test_a_server_that_keeps_one_waiting_and_is_not_there_is_waited_for_no_more(site: ServedSite, visit: Open) -> None:
    """After some seconds the page answers, though nothing is refused; a slow one that is there is waited for."""
    site.answer = answer("answered", section="由服务器回答")
    page = visit(site.http(COMPLAINTS)).page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/ask**", hold)
    page.route("**/healthz", hold)
    ask(page, QUESTION)
    expect(page.locator(".answer__note--away")).to_be_visible()

    page.unroute("**/healthz", hold)
    page.locator("[data-ask-input]:visible").first.fill("怎么回访")
    with page.expect_response("**/healthz"):
        page.keyboard.press("Enter")
    held[-1].continue_()
    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")


def test_a_host_of_plain_files_is_said_and_asked_each_time(site: ServedSite, visit: Open) -> None:
    """Where there is no API the index answers; should one come, the next question finds it."""
    page = visit(site.http(COMPLAINTS)).page
    ask(page, QUESTION)
    expect(page.locator(".answer__note")).to_contain_text("离线回答：这里没有问答服务器")

    site.answer = answer("answered", section="由服务器回答")
    ask(page, "怎么回访")

    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")


def test_a_question_that_is_too_long_is_told_its_length(site: ServedSite, visit: Open) -> None:
    """An address may hold more than a server takes: nobody is asked, and it is said how long a question may be."""
    site.answer = answer("answered")
    page = visit(site.http(f"ask.html?q={'问' * (LONGEST_QUESTION + 100)}")).page

    expect(page.locator(".verdict")).to_have_text("问题太长：最多 500 字，这里有 600 字。请只写要紧的一句。")
    assert site.asked == []


@pytest.mark.parametrize("path", ["ask.html", "index.html", COMPLAINTS])
def test_the_box_counts_and_takes_no_more_than_is_allowed(site: ServedSite, visit: Open, path: str) -> None:
    """From four fifths on the characters are counted; what would be too long is not taken in, and that is said."""
    page = visit(site.file(path)).page
    box, count = page.locator("[data-ask-input]:visible").first, page.locator("[data-ask-count]:visible")
    expect(box).to_have_attribute("maxlength", str(LONGEST_QUESTION))

    box.fill("问" * 300)
    expect(count).to_have_count(0)
    box.fill("问" * 450)
    expect(count).to_have_text("450 / 500 字")
    box.press_sequentially("问" * 60)
    expect(count).to_have_text("已到 500 字，多出的没有收进来。")
    expect(box).to_have_value("问" * LONGEST_QUESTION)


@pytest.mark.parametrize("text", [None, places(1, 1)])
def test_a_server_without_full_text_still_answers(site: ServedSite, visit: Open, text: dict[str, Any] | None) -> None:
    """The answer stands alone, and it is said that the text could not be searched."""
    site.answer, site.text = answer("answered"), text
    page = visit(site.http(COMPLAINTS)).page

    ask(page, QUESTION)

    expect(page.locator(".answer")).to_be_visible()
    said = "正文中：1 处" if text else "正文检索此刻用不了。"
    expect(page.locator(".texts")).to_contain_text(said)
