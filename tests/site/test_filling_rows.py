"""The rows of a register on its page: by keyboard, pasted from a spreadsheet, taken back and done again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import ServedSite
from tests.site.filling import REGISTER, cell, download, fresh_page, open_copy, open_form

ROWS: Final = 30
BEGIN: Final = datetime(2026, 11, 2, 9, 15)
WIDTHS: Final = pytest.mark.parametrize("width", [1280, 390])


@pytest.fixture
def page(browser: Browser, site: ServedSite) -> Iterator[Page]:
    """A fresh page to fill in."""
    with fresh_page(browser, site) as page:
        yield page


def received(row: int) -> datetime:
    """When the complaint of a row came in."""
    return BEGIN + timedelta(hours=row)


EXPECTED: Final = tuple(
    {
        "received": received(row),
        "room": f"3-1-{1200 + row}",
        "matter": f"第 {row} 件\n“漏水”, 厨房",
        "closed": date(2026, 11, 9),
    }
    for row in range(ROWS)
)


def paste(page: Page, text: str) -> None:
    """Paste *text* where the cursor is, as people do."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")


def as_sheet(rows: tuple[dict[str, Any], ...]) -> str:
    """*rows* as a spreadsheet copies them: tabs between, quoted where there are breaks and quotes."""
    return "".join(
        f'{row["received"]:%Y/%m/%d %H:%M}\t{row["room"]}\t"{row["matter"].replace(chr(34), chr(34) * 2)}"\t\t'
        f'{row["closed"]:%Y/%m/%d}\r\n'
        for row in rows
    )  # fmt: skip


def place(page: Page) -> str:
    """The cell that has the focus: its column and its row, from 1."""
    return str(
        page.evaluate("""() => {
          const cell = document.activeElement.closest("[data-place]");
          const row = cell?.closest(".fill__row");
          return row ? `${cell.dataset.place.split("|")[2]} ${[...row.parentElement.children].indexOf(row) + 1}` : "";
        }""")
    )


def tab(page: Page, column: str, row: int) -> None:
    """Press Tab until the next cell is reached: an input for a moment has parts to tab through."""
    for _ in range(9):
        page.keyboard.press("Tab")
        if place(page) == f"{column} {row}":
            return
    pytest.fail(f"{column} {row} is not reached, but {place(page)}")


def type_row(page: Page, row: int, wanted: dict[str, Any]) -> None:
    """Write a row by keyboard, from its first cell to the first of the next row."""
    keys = page.keyboard
    keys.type(f"{wanted['received']:%m%d%Y%I%M%p}")
    tab(page, "room", row)
    keys.insert_text(wanted["room"])
    tab(page, "matter", row)
    first, last = wanted["matter"].split("\n")
    keys.insert_text(first)
    keys.press("Alt+Enter")
    keys.insert_text(last)
    tab(page, "passed", row)
    tab(page, "closed", row)
    keys.type(f"{wanted['closed']:%m%d%Y}")
    keys.press("Enter")


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (1280, 5),
        (390, 5),
        pytest.param(1280, ROWS, marks=pytest.mark.prove),
        pytest.param(390, ROWS, marks=pytest.mark.prove),
    ],
)
def test_rows_by_keyboard(site: ServedSite, page: Page, tmp_path: Path, width: int, rows: int) -> None:
    """Tab leads on, Enter into the next row where one began, a row comes after the last: the copy that is downloaded
    has what was typed, and the empty row at its end is none.
    """
    open_form(page, site.file(REGISTER), width)
    cell(page, "received", 1).focus()
    for row, wanted in enumerate(EXPECTED[:rows], 1):
        type_row(page, row, wanted)
        assert place(page) == f"received {row + 1}"

    _, copy = download(page, tmp_path)
    assert copy.values == {"entries": EXPECTED[:rows]}
    assert copy.mistakes == ()


def test_enter_and_arrows(site: ServedSite, page: Page) -> None:
    """Enter stays in its column and adds a row; arrows lead on from the edges of a text, not out of its middle."""
    open_form(page, site.file(REGISTER))
    keys = page.keyboard
    cell(page, "room", 1).click()
    keys.insert_text("3-1")
    keys.press("Enter")
    assert place(page) == "room 2"
    for key, reached in [
        ("ArrowUp", "room 1"), ("ArrowRight", "matter 1"), ("ArrowLeft", "room 1"), ("End", "room 1"),
        ("ArrowLeft", "room 1"), ("ArrowLeft", "room 1"), ("ArrowLeft", "room 1"), ("ArrowLeft", "received 1"),
        ("ArrowDown", "received 1"), ("Enter", "received 2"), ("Shift+Enter", "received 1"),
    ]:  # fmt: skip
        keys.press(key)
        assert place(page) == reached, key
    expect(page.locator("[data-rows] > *")).to_have_count(2)


@WIDTHS
def test_a_sheet_is_pasted_downloaded_opened_and_read(site: ServedSite, page: Page, tmp_path: Path, width: int) -> None:
    """Thirty rows of a spreadsheet, with breaks and quotes in cells, are in the copy, and so they are once the copy was
    opened again in an empty page.
    """
    open_form(page, site.http(REGISTER), width)
    cell(page, "received", 1).focus()
    paste(page, as_sheet(EXPECTED))
    expect(page.locator("[data-said]")).to_contain_text("已贴入 120 格（第 1—30 行）。")
    path, copy = download(page, tmp_path)
    assert copy.values == {"entries": EXPECTED}

    open_form(page, site.http(REGISTER), width)
    expect(open_copy(page, path)).to_contain_text(f"已打开 {path.name}，填回 120 栏。")
    _, copy = download(page, tmp_path)
    assert copy.values == {"entries": EXPECTED}
    assert copy.mistakes == ()


BAD: Final = "2026/11/3 9:00\t3-1-1201\t灯不亮\t\t下周二\t多出来的\n昨天\t3-1-1202\t门不关\t\t2026-11-09\n"


@pytest.mark.parametrize(
    ("lang", "pasted", "left"),
    [
        (
            "",
            "已贴入 6 格（第 1—2 行）。",
            [
                "第 1 行“结案日期”：“下周二” — 应为日期，如 2026-01-05",
                "第 1 行右边没有栏了：“多出来的”",
                "第 2 行“受理时间”：“昨天” — 应为日期和时间，如 2026-01-05 08:30",
            ],
        ),
        (
            "en/",
            "Pasted: 6 cells (rows 1 to 2).",
            [
                "Row 1, “Closed on”: “下周二” — a date is expected, such as 2026-01-05",
                "Row 1 has no further column for: “多出来的”",
                "Row 2, “Taken at”: “昨天” — a date and time are expected, such as 2026-01-05 08:30",
            ],
        ),
    ],
)
def test_what_is_pasted_and_does_not_go_in_is_said(
    site: ServedSite, page: Page, lang: str, pasted: str, left: list[str]
) -> None:
    """Each cell by its row and column, with what it said; the rest is in."""
    open_form(page, site.http(f"{lang}{REGISTER}"))
    cell(page, "received", 1).focus()
    paste(page, BAD)

    said = page.locator("[data-said]")
    expect(said).to_contain_text(pasted)
    assert said.locator("li").all_text_contents() == left
    expect(cell(page, "received", 1)).to_have_value("2026-11-03T09:00")
    expect(cell(page, "matter", 2)).to_have_value("门不关")
    expect(cell(page, "received", 2)).to_have_value("")


PICKED: Final = """([texts, text]) => {
  const input = document.createElement("fieldset");
  const inputs = { entries: () => [], write: (_, ids) => { input.ids = ids; } };
  const definition = { words: { fill_no_choice: "none" }, rules: {} };
  const why = window.Shouce.filling.putterOf(inputs, definition)({ blank: { type: "choices", texts }, input }, text);
  return why || input.ids;
}"""
"""Which choices a text is put in as, by the texts that stand for them."""


def test_a_choice_with_a_comma_is_one(site: ServedSite, page: Page) -> None:
    """As the reader takes it: the longest choice that stands there."""
    open_form(page, site.http(REGISTER))
    texts = {"Lights": "l", "Account": "a", "Account, password": "p", "厨房、卫生间": "k"}
    asked = ["Account, password", "Lights, Account, password; 厨房、卫生间", "Account, Lights", "、Lights、、", "x"]

    assert [page.evaluate(PICKED, [texts, text]) for text in asked] == [
        ["p"], ["l", "p", "k"], ["a", "l"], ["l"], "none",
    ]  # fmt: skip


def test_columns_are_found_by_their_names(site: ServedSite, page: Page) -> None:
    """Where the first row has the names of columns, in either language, what is below goes there."""
    open_form(page, site.http(REGISTER))
    cell(page, "received", 1).focus()
    paste(page, "诉求\t房号\tClosed on\n灯不亮\t3-1-1201\t2026-11-09\n")

    expect(page.locator("[data-said]")).to_contain_text("已贴入 3 格（第 1—1 行）。 第一行是栏名，按栏名对上了。")
    expect(cell(page, "matter", 1)).to_have_value("灯不亮")
    expect(cell(page, "room", 1)).to_have_value("3-1-1201")
    expect(cell(page, "closed", 1)).to_have_value("2026-11-09")


def test_every_step_is_taken_back(site: ServedSite, page: Page) -> None:
    """With Ctrl+Z and with the button: a row that was removed, what was pasted, what was written before."""
    open_form(page, site.http(REGISTER))
    undo = page.locator("[data-undo]")
    expect(undo).to_be_disabled()
    cell(page, "room", 1).fill("3-1-1201")
    cell(page, "matter", 1).focus()
    paste(page, "灯不亮\n门不关\n水不来")  # several lines in a long text are one text
    expect(cell(page, "matter", 1)).to_have_value("灯不亮\n门不关\n水不来")
    cell(page, "room", 1).focus()
    paste(page, "3-1-1\n3-1-2\n3-1-3")
    expect(page.locator("[data-rows] > *")).to_have_count(3)
    page.locator(".fill__row:nth-child(2) [data-remove]").click()
    expect(page.locator("[data-said]")).to_contain_text("第 2 行已删去。")
    expect(cell(page, "room", 2)).to_have_value("3-1-3")

    page.keyboard.press("Control+Z")
    expect(page.locator("[data-said]")).to_have_text("已撤销上一步。")
    expect(cell(page, "room", 2)).to_have_value("3-1-2")
    undo.click()
    expect(page.locator("[data-rows] > *")).to_have_count(1)
    expect(cell(page, "room", 1)).to_have_value("3-1-1201")
    undo.click()
    undo.click()
    expect(cell(page, "room", 1)).to_have_value("")
    expect(undo).to_be_disabled()


def test_every_step_is_done_again(site: ServedSite, page: Page) -> None:
    """With Ctrl+Y, Ctrl+Shift+Z and a button, what was taken back; once something else is written, no more."""
    open_form(page, site.http(REGISTER))
    undo, redo = page.locator("[data-undo]"), page.locator("[data-redo]")
    expect(redo).to_be_disabled()
    cell(page, "room", 1).focus()
    paste(page, "3-1-1\n3-1-2\n3-1-3")
    page.locator(".fill__row:nth-child(2) [data-remove]").click()
    cell(page, "matter", 1).fill("灯不亮")
    cell(page, "matter", 1).blur()
    for _ in range(3):
        undo.click()
    expect(cell(page, "room", 1)).to_have_value("")

    page.keyboard.press("Control+Y")
    expect(page.locator("[data-said]")).to_have_text("已重做。")
    expect(cell(page, "room", 2)).to_have_value("3-1-2")
    page.keyboard.press("Control+Shift+Z")
    expect(cell(page, "room", 2)).to_have_value("3-1-3")
    redo.click()
    expect(cell(page, "matter", 1)).to_have_value("灯不亮")
    expect(redo).to_be_disabled()
    undo.click()
    expect(redo).to_be_enabled()
    cell(page, "matter", 1).fill("门不关")
    cell(page, "matter", 1).blur()
    expect(redo).to_be_disabled()


def test_sums_are_no_steps_of_their_own(site: ServedSite, page: Page) -> None:
    """What was worked out is taken back and done again with what it was worked out of."""
    open_form(page, site.http("greentown-after-sales/forms/repair-bill.html"))
    first = page.locator("[data-fill] input[type=number], [data-fill] [inputmode=decimal]")
    assert first.count()
    first.nth(0).fill("3")
    first.nth(1).fill("2")
    first.nth(1).blur()
    before = page.evaluate(WRITTEN)
    for _ in range(2):
        page.locator("[data-undo]").click()
    expect(first.nth(0)).to_have_value("")
    for _ in range(2):
        page.locator("[data-redo]").click()

    assert page.evaluate(WRITTEN) == before
    expect(page.locator("[data-redo]")).to_be_disabled()


WRITTEN: Final = """() => [...document.querySelectorAll("[data-fill] [data-place]")].map(({ value }) => value ?? "")"""
"""What every input holds."""


INSIDE: Final = """() => [...document.querySelectorAll("[data-fill] input[type^=date]")].filter((input) => {
  const whole = input.cloneNode();
  whole.style.width = whole.style.minWidth = "max-content";
  input.after(whole);
  const needed = whole.getBoundingClientRect().width;
  whole.remove();
  return needed > input.getBoundingClientRect().width + 0.5;
}).map((input) => input.dataset.place)"""
"""The inputs for days and moments that are narrower than what they show."""


@pytest.mark.parametrize("width", [1280, 1000, 700, 390, 320])
def test_moments_are_whole_at_every_width(site: ServedSite, page: Page, width: int) -> None:
    """A day and a time with AM or PM have room, in a row as in a grid."""
    for form in ("complaint-register", "repair-bill"):
        open_form(page, site.http(f"en/greentown-after-sales/forms/{form}.html"), width)
        assert page.locator("[data-fill] input[type=datetime-local]").count()
        assert page.evaluate(INSIDE) == []


def test_without_scripts_the_page_says_why_and_leads_to_the_file(site: ServedSite, browser: Browser) -> None:
    """The form is hidden, and above the downloads stands the reason, with the file to fill in instead."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.http(REGISTER))
        expect(page.locator("[data-fill]")).to_be_hidden()
        expect(page.locator(".fill__off")).to_have_text(
            "浏览器没有启用脚本：核对内容、生成 Word 文件都要靠它，所以网页上填不了。请下载可填写的 Word 文件来填。"
            " 下载可填写的 Word 文件"
        )
        with page.expect_download() as got:
            page.locator(".fill__off a").click()
        assert got.value.suggested_filename == "GT-R-KF-26-complaint-register.docx"


def test_the_form_comes_first(site: ServedSite, page: Page) -> None:
    """Then its downloads and its picture; the facts about it are folded below."""
    open_form(page, site.http(REGISTER))

    assert page.locator("h2").evaluate_all("all => all.map(({ id }) => id)")[:3] == ["fill", "download", "picture"]
    facts = page.locator("details.about .facts")
    expect(facts).to_be_hidden()
    page.locator("details.about summary").click()
    expect(facts).to_contain_text("GT-R-KF-26")
