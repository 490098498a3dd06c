"""Whoever works from a handbook is answered from it, by the server or without; one press looks in all of them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.site.asking import BOOK, OFFLINE, answer, ask
from tests.site.conftest import Open, ServedSite

ONLY = ".answer__note:has-text('只找了《')"


def handbooks(site: ServedSite) -> list[str]:
    """Which handbook `/api/ask` was asked each time; empty where it was asked all."""
    asked = [urlsplit(path).query for path in site.asked if path.startswith("/api/ask")]
    return [parse_qs(query).get("handbook", [""])[0] for query in asked]


def choose(page: Page, handbook: str) -> None:
    """Work from a handbook, as the first page remembers it."""
    page.evaluate("handbook => { localStorage.setItem('shouce.handbook', handbook); }", handbook)
    page.reload()


def test_the_server_is_asked_the_chosen_handbook(site: ServedSite, visit: Open) -> None:
    """The answer says so; a press asks all handbooks, which the address keeps."""
    site.answer = answer("answered")
    page = visit(site.http("ask.html")).page
    choose(page, BOOK)
    ask(page, "投诉登记完交给谁")
    expect(page.locator(ONLY)).to_contain_text("和应急卡。")

    page.locator(f"{ONLY} button").click()

    expect(page.locator(ONLY)).to_have_count(0)
    assert handbooks(site) == [BOOK, ""]
    assert parse_qs(urlsplit(page.url).query)["in"] == ["all"]
    page.reload()
    expect(page.locator(".answer__key")).to_be_visible()
    assert handbooks(site) == [BOOK, "", ""]


def test_without_a_choice_all_handbooks_are_asked(site: ServedSite, visit: Open) -> None:
    """Nothing is said of it then."""
    site.answer = answer("answered")
    page = visit(site.http("ask.html")).page
    ask(page, "投诉登记完交给谁")

    expect(page.locator(ONLY)).to_have_count(0)
    assert handbooks(site) == [""]


def test_a_handbook_that_is_gone_is_asked_for_once(site: ServedSite, visit: Open) -> None:
    """The server refuses it; then all are asked."""
    site.answer, site.status = answer("answered"), 422
    page = visit(site.http("ask.html")).page
    choose(page, "sold-long-ago")
    ask(page, "投诉登记完交给谁")

    assert handbooks(site) == ["sold-long-ago", ""]


def test_the_page_itself_asks_the_chosen_handbook(site: ServedSite, visit: Open) -> None:
    """What its own search gives is what it gives in that handbook, and the page says so."""
    page = visit(site.file("ask.html")).page
    choose(page, BOOK)
    ask(page, "怎么处理投诉")

    expect(page.locator(ONLY)).to_be_visible()
    links = page.locator("[data-ask-answers] :is(.answer__key a, .other)")
    shown = links.evaluate_all("links => links.map(link => link.pathname)")
    assert shown
    assert [path for path in shown if f"/{BOOK}/" not in path and "/cards/" not in path] == []


def test_the_page_itself_asks_all_where_the_chosen_handbook_is_gone(site: ServedSite, visit: Open) -> None:
    """It does not find nothing then."""
    page = visit(site.file("ask.html")).page
    page.evaluate("paths => Promise.all(paths.map(Shouce.load))", list(OFFLINE))
    given = "book => Shouce.offline.ask('怎么处理投诉', null, 5, book).then(({answers}) => answers.map(({url}) => url))"

    assert page.evaluate(given, "sold-long-ago") == page.evaluate(given, "") != []
