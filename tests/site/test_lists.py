"""Lists of forms, terms, laws and controlled documents: cards or tables, narrowed down, sorted and taken along."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from generators.printing.pdf import page_count
from tests.site.conftest import Open, ServedSite

BOOK = "greentown-after-sales"
REGISTERS = f"{BOOK}/registers.html"
LISTS = ["forms.html", "form-kinds.html", "glossary.html", "laws.html", "registers.html", REGISTERS]
SHOWN = "[data-filter-item]:visible"


def unfold(page: Page) -> None:
    """Open every fold of the list."""
    page.evaluate("document.querySelectorAll('.sheet details').forEach(fold => { fold.open = true })")


def count(page: Page) -> str:
    """How many are said to be shown, of how many."""
    return page.locator("[data-filter-count]").inner_text()


@pytest.mark.parametrize("path", [*LISTS, *(f"en/{path}" for path in LISTS)])
def test_a_list_has_cards_on_a_phone_and_a_table_at_a_desk(site: ServedSite, visit: Open, path: str) -> None:
    """From 320 to 1280 pixels nothing is broader than the screen, also when all is open; a title has room for words."""
    page = visit(site.file(path), 320).page

    for width in (320, 390, 600, 768, 900, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        unfold(page)
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(overflow) == 0, width
        heads = page.locator(":is(.sectors, .sheet > section, .sheet) > :not(.list-flat) thead, .sheet > .list thead")
        expect(heads.first).to_be_visible(visible=width > 900)
        names = page.locator(".list__name:visible")
        assert min(names.evaluate_all("all => all.map(e => e.clientWidth)")) >= 120, width


def test_a_phone_presses_what_narrows_a_list_down(site: ServedSite, visit: Open) -> None:
    """Every button, choice and box of the bar is high enough for a finger; what is chosen is folded until then."""
    page = visit(site.file("forms.html"), 390, 844, has_touch=True, is_mobile=True).page
    targets = page.locator(".listbar :is(select, .mini, summary, .listbar__tick):visible, .listcount button:visible")
    expect(targets).to_have_count(1)

    page.locator(".listbar summary").click()
    page.locator("[data-filter]").fill("钥匙")

    expect(targets).to_have_count(6)
    assert min(targets.evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")) >= 44


def test_what_is_shown_is_counted_and_an_empty_list_says_how_to_go_on(site: ServedSite, visit: Open) -> None:
    """The count is said as it changes; where nothing fits one button clears all."""
    page = visit(site.file("forms.html")).page
    every = page.locator("[data-filter-item]").count()
    expect(page.get_by_role("status").filter(has_text=f"{every} / {every}")).to_have_count(1)

    page.locator("[data-filter]").fill("没有这种表")

    assert count(page) == f"0 / {every}"
    expect(page.locator(".empty:visible p")).to_have_text("没有符合的条目。换个词，或清空筛选。")
    page.locator(".empty").get_by_role("button", name="清除筛选").click()
    assert count(page) == f"{every} / {every}"
    expect(page.locator("[data-filter]")).to_be_focused()
    assert "#" not in page.url


@pytest.mark.parametrize(
    ("typed", "code"),
    [("kf26", "GT-R-KF-26"), ("KF-26", "GT-R-KF-26"), ("yezhuyijian", "GT-R-KF-28"), ("yzyj", "GT-R-KF-28")],
)
def test_a_form_is_found_by_code_and_pinyin(site: ServedSite, visit: Open, typed: str, code: str) -> None:
    """However its code is typed, and by the sounds of its title, in full or by their first letters."""
    for url in (site.http("forms.html"), site.file("forms.html")):
        page = visit(url).page

        page.locator("[data-filter]").fill(typed)

        expect(page.locator(SHOWN).locator(".code")).to_have_text([code])


@pytest.mark.parametrize("as_file", [False, True])
def test_the_address_keeps_what_was_chosen(site: ServedSite, visit: Open, as_file: bool) -> None:
    """It can be handed on and reloaded, Back takes a choice back, and the other language narrows down the same."""
    page = visit(site.file(REGISTERS) if as_file else site.http(REGISTERS)).page
    page.locator("[data-by=kind]").select_option("roles")
    roles = count(page)
    page.locator("[data-by=sort]").select_option("title")
    assert page.url.endswith("#?kind=roles&sort=title")

    page.reload()
    expect(page.locator("[data-by=sort]")).to_have_value("title")
    assert count(page) == roles
    page.locator(".top__lang").click()
    page.wait_for_url(f"**/en/{REGISTERS}#?kind=roles&sort=title")
    assert count(page) == roles
    page.go_back()
    page.go_back()
    expect(page.locator("[data-by=sort]")).to_have_value("")
    page.go_back()
    expect(page.locator("[data-by=kind]")).to_have_value("")
    assert count(page) != roles


def test_what_is_due_is_due_by_the_clock_of_the_reader(site: ServedSite, visit: Open) -> None:
    """Thirty days from the day one looks, and what is overdue; not from the day on which the site was built."""
    page = visit(site.file("forms.html")).page
    due = sorted(page.locator("[data-filter-item]").evaluate_all("all => all.map(e => e.dataset.due)"))
    last = date.fromisoformat(due[-1])
    tick = page.locator("[data-by=due]")

    for today, shown in ((last - timedelta(days=30), len(due)), (date.fromisoformat(due[0]) - timedelta(days=31), 0)):
        page.clock.set_fixed_time(f"{today}T09:00:00")
        tick.uncheck()
        tick.check()
        assert count(page) == f"{shown} / {len(due)}"


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_collection_counts_what_is_due_on_the_day_one_looks(site: ServedSite, visit: Open, language: str) -> None:
    """In each line and in all of them as many as the list shows that the number opens; it is printed on one sheet."""
    page = visit(site.file(language + "overview.html")).page
    days = page.locator("[data-filter-item]").evaluate_all("all => all.map(e => e.dataset.due).filter(Boolean)")
    page.clock.set_fixed_time(f"{min(days)}T09:00:00")
    page.reload()

    cells = page.locator("[data-cell=due]")
    numbers = [int(text) for text in cells.all_inner_texts()]
    assert numbers[0] == sum(numbers[1:]) > 0
    assert page_count(page.pdf(prefer_css_page_size=True)) == 1
    cells.first.locator("a").click()
    page.wait_for_url("**/registers.html#?due=30")
    assert count(page).startswith(f"{numbers[0]} / ")


def test_sorting_puts_what_is_folded_together(site: ServedSite, visit: Open) -> None:
    """All terms in one table, each once; as they stood they stand in their folds again."""
    page = visit(site.file("en/glossary.html")).page
    page.locator("[data-by=sort]").select_option("title")

    terms = page.locator(".list-flat tr:visible .term b").all_inner_texts()

    assert terms == sorted(terms, key=str.casefold)
    assert len(terms) == page.locator("[data-filter-item]:not([data-again])").count()
    expect(page.locator(".sectors .sector:visible")).to_have_count(0)
    page.locator("[data-by=sort]").select_option("")
    expect(page.locator(".list-flat")).to_be_hidden()
    unfold(page)
    assert page.locator(SHOWN).count() == page.locator("[data-filter-item]").count()


def test_a_table_is_sorted_where_it_stands(site: ServedSite, visit: Open) -> None:
    """Forms of one handbook by code; those without one come last."""
    page = visit(site.file("forms.html")).page
    unfold(page)
    page.locator("[data-by=sort]").select_option("code")

    rows = page.locator(SHOWN).evaluate_all("all => all.map(e => e.querySelector('.code')?.textContent ?? '')")
    codes = [code for code in rows if code]

    assert codes == sorted(codes)
    assert rows[: len(codes)] == codes


def saved(page: Page, name: str, folder: Path) -> Path:
    """The file that the button gives."""
    with page.expect_download() as download:
        page.locator(f"[data-save={name}]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_what_is_shown_is_taken_along_as_csv(site: ServedSite, visit: Open, tmp_path: Path) -> None:
    """Excel reads it (the mark is there), and what a spreadsheet would take for a formula is text."""
    page = visit(site.file("forms.html")).page
    page.evaluate("document.querySelector('[data-field=\"2\"]').textContent = '=HYPERLINK(\"x\"), \\n“a”'")
    page.locator("[data-filter]").fill("kf-")

    path = saved(page, "csv", tmp_path)

    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    heads, *lines = csv.reader(raw.decode("utf-8-sig").splitlines())
    assert path.name == f"全部表单 {date.today()}.csv"
    assert heads == ["编号", "名称", "用途", "手册", "状态", "下次评审", "保存"]
    assert len(lines) == page.locator(SHOWN).count()
    assert all(len(line) == len(heads) and line[0].startswith("GT-R-KF") for line in lines)
    assert lines[0][2] == '\'=HYPERLINK("x"), “a”'


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_is_shown_is_taken_along_as_a_workbook(
    site: ServedSite, visit: Open, tmp_path: Path, language: str
) -> None:
    """A sheet for each list of the page; openpyxl reads it, and no cell is a formula."""
    page = visit(site.http(language + REGISTERS)).page
    page.evaluate("document.querySelector('.list [data-field=\"1\"]').textContent = '=1+1 <&> \\u0007'")

    path = saved(page, "xlsx", tmp_path)

    book = load_workbook(path)
    titles = page.locator("table[data-sheet]").evaluate_all("all => all.map(e => e.dataset.sheet.slice(0, 31))")
    assert book.sheetnames == titles
    first = book[titles[0]]
    assert first["B2"].value == "=1+1 <&> "
    assert {cell.data_type for row in first.iter_rows() for cell in row} <= {"inlineStr", "s", "n"}
    assert sum(sheet.max_row - 1 for sheet in book) == page.locator("[data-filter-item]").count()


def test_a_term_of_two_sectors_counts_once(site: ServedSite, visit: Open) -> None:
    """Found by a word it stands once; under one sector it stands there too."""
    page = visit(site.file("glossary.html")).page
    again = page.locator("[data-again]")

    page.locator("[data-filter]").fill("e")

    shown, every = map(int, count(page).split(" / "))
    assert shown == page.locator(SHOWN).count()
    assert every == page.locator("[data-filter-item]:not([data-again])").count()
    expect(page.locator("[data-again]:visible")).to_have_count(0)
    assert again.count() >= 0


def test_paper_has_what_is_shown_and_how_many_that_is(site: ServedSite, visit: Open) -> None:
    """Not the bar: the rows that were found, as a table, below how many of how many they are."""
    page = visit(site.file("forms.html")).page
    page.locator("[data-filter]").fill("kf-26")

    page.emulate_media(media="print")

    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator("[data-filter-count]")).to_be_visible()
    expect(page.locator(".listbar:visible, .mini:visible")).to_have_count(0)
