"""The question box in a browser: from a server, from a stick, by keyboard; data is text and every answer is cited."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.asking import COMPLAINTS, OFFLINE, answer
from tests.site.conftest import Open, ServedSite


def ask(page: Page, question: str) -> None:
    """Put a question as one does: `/`, the words, Enter."""
    page.keyboard.press("/")
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-ask-answers] > section")


def test_a_stick_answers_with_who_when_form_words_and_source(site: ServedSite, visit: Open) -> None:
    """Opened as a file, the box answers from the index beside the pages, cites, and leads to the step."""
    page = visit(site.file("index.html")).page

    ask(page, "多久回访投诉人")

    card = page.locator(".answer--sure")
    expect(card.locator(".chip--who")).to_have_count(1)
    expect(card.locator(".cite")).to_contain_text("GT-BF-KF-001")
    expect(card.locator(".cite")).to_contain_text("草稿")
    expect(page.locator(".answer__note")).to_contain_text("离线回答")
    card.locator(".button--first").click()
    page.wait_for_url("**/complaint-handling.html#step-*")


def test_an_answer_of_the_page_has_the_shape_of_the_api(site: ServedSite, visit: Open) -> None:
    """The index gives the same keys as `/api/ask`, so that one script draws both."""
    page = visit(site.file("ask.html")).page
    page.evaluate("names => Promise.all(names.map(Shouce.load))", OFFLINE)

    found = page.evaluate("Shouce.offline.ask('怎么处理投诉', null)")

    expected = answer("answered")
    assert found.keys() == expected.keys()
    assert found["answers"][0].keys() == expected["answers"][0].keys() - {"score"}


def test_full_text_of_the_page_has_the_shape_of_the_api(site: ServedSite, visit: Open) -> None:
    """Where the words stand, as `/api/text` says it: how many places, and the first of them with an excerpt."""
    page = visit(site.file("ask.html")).page
    page.evaluate("names => Promise.all(names.map(Shouce.load))", OFFLINE)

    found = page.evaluate("Shouce.offline.text('KF-26', 'en', 3)")

    assert found.keys() == {"question", "lang", "places", "passages"}
    assert found["places"] > len(found["passages"]) == 3
    keys = {"handbook", "kind", "record", "code", "title", "section", "excerpt", "url"}
    assert [place.keys() for place in found["passages"]] == [keys] * 3
    assert all(place["url"].startswith("en/") for place in found["passages"])


def test_a_server_is_asked_first(site: ServedSite, visit: Open) -> None:
    """With an API on the same host, its answer is shown, and nothing says offline."""
    site.answer = answer("answered", section="由服务器回答")
    page = visit(site.http("index.html")).page

    ask(page, "随便问问")

    expect(page.locator(".answer__key")).to_contain_text("由服务器回答")
    expect(page.locator(".answer__note")).to_have_count(0)


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("lexical", "词面检索：语义索引尚未建成，换个词可能找到更多。"),
        ("encoder-crashed", "词面检索：语义编码器没能处理这个问题，换个词可能找到更多。"),
        ("vectors-away", "词面检索：数据库暂时连不上，换个词可能找到更多。"),
    ],
)
def test_a_server_that_goes_by_words_says_so(site: ServedSite, visit: Open, search: str, words: str) -> None:
    """Answers by words alone are marked, with why, and with what to try."""
    site.answer, site.search = answer("answered"), search
    page = visit(site.http("ask.html?q=投诉")).page

    expect(page.locator(".answer__note")).to_have_text(words)


@pytest.mark.parametrize(
    ("status", "words", "cards"),
    [
        ("answered", "请业主坐下说完。", 1),
        ("unsure", "没有正好对上的条文。", 1),
        ("blank_in_handbook", "你问的这一项留空了。", 1),
        ("not_in_handbook", "手册里没有写。", 0),
    ],
)
def test_each_status_is_worded_plainly(site: ServedSite, visit: Open, status: str, words: str, cards: int) -> None:
    """Four outcomes, four different sentences; only a sure answer is marked as one."""
    site.answer = answer(status)
    page = visit(site.http("ask.html?q=投诉")).page

    expect(page.locator("[data-ask-answers]:visible")).to_contain_text(words)
    expect(page.locator(".answer")).to_have_count(cards)
    expect(page.locator(".answer--sure")).to_have_count(int(status == "answered"))


def test_what_an_answer_says_is_never_markup(site: ServedSite, visit: Open) -> None:
    """HTML inside an answer is shown, not run."""
    evil = "<img src=x onerror=alert(1)><b>x</b>"
    site.answer = answer("answered", title=evil, section=evil, text=evil, by=evil, within=evil, say=evil, code=evil)
    page = visit(site.http("ask.html?q=投诉")).page

    expect(page.locator(".answer__text")).to_have_text(evil)
    assert page.locator(".answer img").count() == 0


def test_an_answer_offers_its_form(site: ServedSite, visit: Open) -> None:
    """The one form that an answer names can be printed and filled from it, named, in the language of the answer."""
    site.answer = answer("answered")
    page = visit(site.http("en/ask.html?q=complaint")).page

    files = page.locator(".answer__buttons a[download]")

    expect(files).to_have_text(["Print 投诉登记表", "Fill in 投诉登记表"])
    assert files.evaluate_all("links => links.map(link => link.href)") == [
        site.http("forms/greentown-after-sales/GT-R-KF-26-complaint-register-blank.docx"),
        site.http("forms/greentown-after-sales/GT-R-KF-26-complaint-register.docx"),
    ]


def test_an_answer_names_each_form_it_prints(site: ServedSite, visit: Open) -> None:
    """An answer that names several forms has a button for each, and none that prints one of them unnamed."""
    site.answer = answer("answered", forms=["GT-R-KF-26", "GT-R-KF-13"])
    page = visit(site.http("ask.html?q=投诉")).page

    files = page.locator(".answer__buttons a[download]")

    expect(files).to_have_text(["打印 投诉登记表", "打印 钥匙借用登记表"])


def test_keys_reach_everything(site: ServedSite, visit: Open) -> None:
    """`/` asks, arrows walk through the answers, Enter opens one, Esc folds the panel away."""
    page = visit(site.file(COMPLAINTS)).page
    ask(page, "投诉多久回访")

    page.keyboard.press("ArrowDown")
    expect(page.locator(".answer__key a")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".other").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-ask-panel]")).to_be_hidden()

    page.keyboard.press("/")
    expect(page.locator("[data-ask-top]")).to_be_focused()


def test_an_empty_box_shows_what_one_might_ask(site: ServedSite, visit: Open) -> None:
    """The examples are questions of the handbook's own records; one click asks one."""
    page = visit(site.file(COMPLAINTS)).page

    page.keyboard.press("/")
    example = page.locator(".askpanel [data-ask-example]").first
    example.click()

    expect(page.locator(".askpanel .answer, .askpanel .verdict").first).to_be_visible()


def test_a_question_of_a_page_without_scripts_reaches_the_ask_page(site: ServedSite, visit: Open) -> None:
    """The box is a plain form; the ask page takes its question from the address."""
    page = visit(site.http("ask.html?q=GT-R-KF-26")).page

    expect(page.locator("[data-ask-page]")).to_have_value("GT-R-KF-26")
    expect(page.locator(".answer__key")).to_contain_text("投诉登记表")


def test_an_answer_in_the_other_language_opens_the_other_site(site: ServedSite, visit: Open) -> None:
    """An English question on a Chinese page is answered in English, with English pages behind it."""
    page = visit(site.file("index.html")).page

    ask(page, "who calls the resident back after a complaint")

    page.locator(".answer .button--first").click()
    page.wait_for_url("**/en/**.html*")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_panel_opens_by_no_tab_and_closes_when_one_leaves(site: ServedSite, visit: Open, width: int) -> None:
    """Passing the box by Tab opens nothing; what was opened and not asked closes; answers stay to be walked to."""
    page = visit(site.file(COMPLAINTS), width, 844).page
    box, panel = page.locator("#ask-top"), page.locator("[data-ask-panel]")
    page.locator(".top__menu:visible, .top__name:visible").first.focus()
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    expect(panel).to_be_hidden()

    page.keyboard.type("x")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()

    page.keyboard.press("Shift+Tab")
    ask(page, "投诉多久回访")
    page.keyboard.press("Tab")
    expect(panel).to_be_visible()
