"""Found steps as one paragraph: asked for by a button, each sentence with its step, and whose words they are."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.site.asking import COMPLAINTS, answer, ask
from tests.site.conftest import Open, ServedSite

QUESTION = "怎么处理投诉"
DANGER = {"card": "cards/fire", "title": "火警", "url": "cards/fire.html", "numbers": [], "also": []}
SENTENCE = {"text": "先请业主坐下说完。", "cites": [1]}


def test_a_paragraph_is_asked_for_and_cites(site: ServedSite, visit: Open) -> None:
    """Nothing is sent to a model before the button; then each sentence leads to its step, and it says who wrote it."""
    site.answer, site.told = answer("answered"), {"sentences": [SENTENCE], "dropped": 2, "model": "qwen"}
    page = visit(site.http("ask.html"), 390, 844).page
    ask(page, QUESTION)
    expect(page.locator(".told button")).to_have_text("用一段话说")
    assert not [path for path in site.asked if path.startswith("/api/paragraph")]

    page.locator(".told button").click()

    expect(page.locator(".told__text")).to_have_text("先请业主坐下说完。[1]")
    cited = page.locator(".told__cite")
    assert (cited.get_attribute("href") or "").endswith(f"{COMPLAINTS}#step-receive")
    expect(cited).to_have_attribute("aria-label", "客户投诉处理管理办法 · 受理")
    expect(page.locator(".told .answer__note")).to_have_text(
        "这段话是 qwen 照标出的步骤写的，不是手册原文；以手册为准。 没有出处的 2 句没有显示。"
    )


def test_what_has_no_source_is_not_shown(site: ServedSite, visit: Open) -> None:
    """Where every sentence was dropped it says so, and the steps stand as before."""
    site.answer, site.told = answer("answered"), {"sentences": [], "dropped": 3, "model": "qwen"}
    page = visit(site.http("en/ask.html")).page
    ask(page, "how to handle complaint")

    page.locator(".told button").click()

    expect(page.locator(".told")).to_have_text(
        "Nothing that qwen wrote has a source, so none of it is shown. Go by the steps above."
    )
    expect(page.locator(".answer")).to_be_visible()


def test_nobody_is_offered_a_paragraph_without_a_model_or_in_danger(site: ServedSite, visit: Open) -> None:
    """A server that names no model has no button; where somebody may be in danger the card alone is shown."""
    site.answer = answer("answered")
    page = visit(site.http(COMPLAINTS)).page
    ask(page, QUESTION)
    expect(page.locator(".told")).to_have_count(0)

    site.told = {"sentences": [SENTENCE], "dropped": 0, "model": "qwen"}
    site.answer = {**answer("answered"), "danger": DANGER}
    ask(page, "着火了")

    expect(page.locator(".answer")).to_be_visible()
    expect(page.locator(".told")).to_have_count(0)
