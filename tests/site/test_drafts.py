"""Drafts of forms in a real browser: what is kept of every kind of field, and what never is."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import ServedSite

FORMS: Final = "greentown-after-sales/forms"
BILL: Final = "repair-bill"
SAID: Final = "业主王某13800138000"
CLOSED: Final = {"choice", "choices", "rating", "tick", "number", "money", "date", "month", "datetime", "time"}
KEEPS: Final = {
    "": "草稿只留选项、勾、数字、金额、日期和时间，供下次接着填。姓名、房号、电话、证件号、签名、编号、"
    "所有自己写的文字和标锁的栏目都不留：它们只在下载的文件里。",
    "en/": "A draft keeps choices, ticks, numbers, amounts, days and times only, to go on later. Names, flats, phones, "
    "identity numbers, signatures, serial numbers, every text you write and all fields with a lock are not kept: "
    "they are in the downloaded file only.",
}
WRITE: Final = """secret => {
  const said = { date: "2026-11-05", month: "2026-11", time: "09:15", "datetime-local": "2026-11-05T09:15" };
  for (const input of document.querySelectorAll("[data-fill] [data-place]")) {
    if (input.matches("fieldset")) input.querySelector("input").click();
    else if (input.type === "checkbox") input.click();
    else if (input.matches("select")) input.selectedIndex = 1;
    else input.value = said[input.type] ?? (input.type === "number" ? "3" : secret);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
"""Writes something into every input, and a sentence about somebody wherever words may stand."""
STORED: Final = """async () => JSON.stringify([
  Object.entries(localStorage), Object.entries(sessionStorage), (await indexedDB.databases()).map(({ name }) => name),
])"""


@pytest.fixture
def page(browser: Browser) -> Any:
    """A fresh page that may download."""
    with browser.new_context(accept_downloads=True) as context:
        yield context.new_page()


def definition(page: Page) -> Any:
    """What the script of a form goes by."""
    return json.loads(page.evaluate("document.querySelector('[data-fill-definition]').content.textContent"))


def forms(site: ServedSite) -> list[str]:
    """The forms of the handbook that have a page to fill in."""
    pages = sorted((site.folder / FORMS).glob("*.html"))
    return [path.stem for path in pages if "data-fill-definition" in path.read_text("utf-8")]


def keep(page: Page) -> dict[str, Any]:
    """Ask for a draft of what is written; the draft."""
    page.locator("[data-draft]").check()
    expect(page.locator("[data-said]")).to_contain_text("草稿已存在这台电脑上")
    (draft,) = drafts(page).values()
    return dict(draft)


def drafts(page: Page) -> dict[str, Any]:
    """The drafts of the form that is open, by what they are called."""
    prefix = f"shouce.draft.{definition(page)['form']}#"
    stored = dict(json.loads(page.evaluate(STORED))[0])
    return {name: json.loads(text) for name, text in stored.items() if name.startswith(prefix)}


def test_a_draft_holds_no_words_and_nothing_personal(site: ServedSite, page: Page) -> None:
    """With something in every field of every form, only choices, ticks, numbers, days and times are in any storage."""
    seen, kept = set[str](), set[str]()
    for form in forms(site):
        page.goto(site.http(f"{FORMS}/{form}.html"))
        blanks = {blank["place"]: blank for blank in definition(page)["blanks"]}
        page.evaluate(WRITE, SAID)
        draft = keep(page)
        stored = page.evaluate(STORED)

        assert "王某" not in stored
        assert "13800138000" not in stored
        assert json.loads(stored)[2] == []
        seen |= {blank["type"] for blank in blanks.values()}
        kept |= {blanks[place]["type"] for place, _, _ in draft["values"]}
    assert {"text", "longtext", "room", "phone", "serial", "signature"} <= seen
    assert kept == seen & CLOSED
    assert {"choice", "date", "month", "datetime", "number", "money"} <= kept


@pytest.mark.parametrize("lang", KEEPS)
def test_the_page_says_what_a_draft_keeps(site: ServedSite, page: Page, lang: str) -> None:
    """Beside the box that asks for a draft, in the language of the page."""
    page.goto(site.http(f"{lang}{FORMS}/{BILL}.html"))

    expect(page.locator("#draft-keeps")).to_have_text(KEEPS[lang])


def test_an_old_draft_is_cleaned_when_its_page_is_opened(site: ServedSite, page: Page) -> None:
    """What an earlier page kept of words is deleted and said, also that of other forms; what a draft keeps is left."""
    page.goto(site.http(f"{FORMS}/{BILL}.html"))
    own, other, broken = (f"shouce.draft.{FORMS}/{name}" for name in (BILL, "complaint-register", "gone"))
    values = [["job||fault", 0, SAID], ["job||payer", 0, "owner"], ["job||month", 0, "2026-11"]]
    old = json.dumps({"printed": "x", "at": 1, "rows": {}, "values": values})
    page.evaluate("items => items.forEach((item) => localStorage.setItem(...item))", [[own, old], [other, old]])
    page.evaluate("item => localStorage.setItem(...item)", [broken, SAID])
    page.reload()

    expect(page.locator("[data-said]")).to_have_text("以前存的草稿里有文字或个人信息，已经删去。")
    expect(page.locator("[data-draft-found]")).to_be_visible()
    stored = dict(json.loads(page.evaluate(STORED))[0])
    assert json.loads(stored[own])["values"] == values[1:]
    assert json.loads(stored[other])["values"] == values[2:]
    assert broken not in stored


def test_the_downloaded_copy_is_the_keeper(site: ServedSite, page: Page) -> None:
    """After the download the page says so, and deletes the draft when asked."""
    page.goto(site.http(f"{FORMS}/{BILL}.html"))
    page.locator("[data-place='job||month']").fill("2026-11")
    keep(page)
    page.locator("[data-fill] [type=submit]").click()
    with page.expect_download():
        page.locator("[data-said] button").click()

    said = page.locator("[data-said]")
    expect(said).to_contain_text("完整的一份是下载的文件，请保管好它；这台电脑上的草稿用不着了。")
    said.get_by_role("button", name="删除草稿").click()
    expect(said).to_have_text("草稿已删除。")
    assert [key for key, _ in json.loads(page.evaluate(STORED))[0] if key.startswith("shouce.draft")] == []


def test_several_drafts_of_one_form(site: ServedSite, page: Page) -> None:
    """Each time a form is filled it has a draft of its own, named by its time and how much it holds; one is gone on
    with, another deleted, and neither touches the other.
    """
    page.goto(site.http(f"{FORMS}/{BILL}.html"))
    page.locator("[data-place='job||month']").fill("2026-10")
    keep(page)
    page.reload()
    page.locator("[data-place='job||month']").fill("2026-11")
    page.locator("[data-place='cost||labour']").fill("50")
    page.locator("[data-draft]").check()
    expect(page.locator("[data-said]")).to_contain_text("草稿已存在这台电脑上")
    page.reload()

    found = page.locator("[data-draft-found]")
    expect(found.locator("p")).to_have_text("这台电脑上有 2 份草稿（没有文字和个人信息）：")
    expect(found.locator("li").first).to_contain_text("存，3 栏")
    expect(found.locator("li").last).to_contain_text("存，1 栏")
    found.locator("li").first.get_by_role("button", name="删除草稿").click()
    expect(found.locator("li")).to_have_count(1)
    found.locator("li").get_by_role("button", name="填回").click()
    expect(page.locator("[data-place='job||month']")).to_have_value("2026-10")
    page.locator("[data-place='cost||labour']").fill("60")
    page.locator("[data-place='cost||labour']").blur()
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('\"60\"'))")

    (draft,) = drafts(page).values()
    assert ["job||month", 0, "2026-10"] in draft["values"]
    assert ["cost||labour", 0, "60"] in draft["values"]
