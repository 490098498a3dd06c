"""The card of an answer and what is told to the owner, in a browser: with the real server, and from a stick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from commands.answering import IndexAnswers
from schemas.words import LANGUAGES
from search.ask import open_searcher
from search.card import card_of
from server.app import create_app
from server.editions import Editions
from server.question_log import FILE, QuestionLog
from tests.builds import Built
from tests.server.over_http import over_http
from tests.server.test_app import NoForms
from tests.site.asking import OFFLINE
from tests.site.conftest import Open, ServedSite

FOLLOW_UP = "ask.html?q=投诉多久回访"
NOT_WRITTEN = "ask.html?q=年假怎么请"


@dataclass(frozen=True, slots=True)
class Served:
    """The small library behind the real server, and its log."""

    base: str
    log: QuestionLog

    def lines(self) -> list[dict[str, str]]:
        """What the log holds."""
        self.log.settle()
        return [json.loads(line) for line in self.log.path.read_text("utf-8").splitlines()]


@pytest.fixture
def served(built_library: Built, site: ServedSite, tmp_path: Path) -> Iterator[Served]:
    log = QuestionLog(tmp_path / FILE, print)
    editions = Editions(
        built_library.site.parent, lambda: IndexAnswers(open_searcher(built_library.root)), NoForms, NoForms()
    )
    with over_http(create_app(editions, log, print)) as base:
        site.base = base.rstrip("/")
        yield Served(site.base, log)


def test_the_card_is_the_same_with_and_without_a_server(
    served: Served, built_library: Built, site: ServedSite, visit: Open
) -> None:
    """Of the same answer the page makes the very card that the server gives, in both languages."""
    searcher = open_searcher(built_library.root)
    page = visit(site.file("ask.html")).page
    page.evaluate("names => Promise.all(names.map(Shouce.load))", [*OFFLINE, "assets/catalogue.js"])
    for question in (
        "投诉多久回访",
        "投诉登记填哪张表",
        "投诉处理完谁来回访",
        "怎么处理投诉",
        "how soon is a complaint answered",
    ):
        for lang in LANGUAGES:
            found = searcher.ask(question, lang=lang)
            given = page.evaluate("answer => Shouce.offline.card(answer)", found.as_json())
            assert given == json.loads(json.dumps(card_of(searcher.index, found).as_json())), question


def test_a_card_begins_with_the_fact_and_says_where_its_step_stands(served: Served, visit: Open) -> None:
    """The fact large and first, then which step of how many, and the ways to the steps before and after."""
    page = visit(f"{served.base}/{FOLLOW_UP}").page

    expect(page.locator(".answer > :first-child")).to_contain_text("1 个工作日内")
    expect(page.locator(".answer__place")).to_contain_text("第 7 步，共 10 步")
    page.locator(".answer__place a").first.click()
    page.wait_for_url("**/complaint-handling.html#step-handle")


def test_what_is_never_done_stands_on_the_card(served: Served, visit: Open) -> None:
    """Also in English."""
    page = visit(f"{served.base}/en/ask.html?q=how to handle complaint").page

    expect(page.locator(".answer__never .tag")).to_have_text("Never")
    expect(page.locator(".answer__never li")).to_have_count(2)


def test_a_dead_end_offers_what_is_nearest(served: Served, site: ServedSite, visit: Open) -> None:
    """Three places and the forms of a code like it, from the server and from a stick."""
    for address in (f"{served.base}/ask.html?q=GT-R-KF-99", site.file("ask.html?q=GT-R-KF-99")):
        page = visit(address).page
        expect(page.locator(".others").nth(0).locator(".other")).to_have_count(3)
        expect(page.locator(".others").nth(1)).to_contain_text("GT-R-KF-26")


def test_a_reader_says_what_did_not_help(served: Served, visit: Open) -> None:
    """By keyboard: no, then why; the log has it, and the page says so."""
    page = visit(f"{served.base}/{FOLLOW_UP}").page
    page.get_by_role("button", name="没用").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="不是我问的事")).to_be_focused()
    page.get_by_role("button", name="缺我要的那一点").press("Enter")

    expect(page.locator(".tell--vote > .tell__said")).to_have_text("记下了，手册负责人会看到。")
    (line,) = served.lines()
    assert (line["vote"], line["reason"], line["status"]) == ("down", "incomplete", "answered")


def test_the_owner_sees_what_was_asked_and_copies_the_line(served: Served, visit: Open) -> None:
    """The note of a reader stands masked with its question; the line of YAML is one press away."""
    page = visit(f"{served.base}/{NOT_WRITTEN}").page
    page.locator(".tell textarea").fill("客人 138-1234-5678 在等")
    page.get_by_role("button", name="发给负责人").click()
    expect(page.locator(".tell__said")).to_have_text("记下了，手册负责人会看到。")

    owner = visit(f"{served.base}/owner.html", permissions=["clipboard-read", "clipboard-write"]).page
    group = owner.locator(".owner__group")
    expect(group.locator("h2")).to_have_text("年假怎么请")
    expect(group).to_contain_text("客人 ************* 在等")
    copy = group.get_by_role("button").first
    copy.click()
    expect(copy).to_contain_text("已复制")
    assert owner.evaluate("navigator.clipboard.readText()") == "title: 年假怎么请"


def test_without_a_server_there_are_words_to_hand_over(site: ServedSite, visit: Open) -> None:
    """A stick gives the question and the nearest place to copy; the owner’s page says where it is to be opened."""
    page = visit(site.file(NOT_WRITTEN)).page
    assert page.locator(".tell textarea").input_value().startswith("手册里没有找到：年假怎么请\n最接近：")

    owner = visit(site.file("owner.html")).page
    expect(owner.locator(".banner")).to_contain_text("handbook serve")
