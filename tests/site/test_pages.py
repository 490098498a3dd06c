"""Every kind of page in a browser: desk and phone, server and stick, with scripts and without, on screen and paper."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from generators.printing.pdf import page_count
from tests.site.accessible import barriers, kind_of, lost_focus
from tests.site.conftest import Open, ServedSite

BOOK = "greentown-after-sales"
COMPLAINTS = f"{BOOK}/procedures/complaint-handling.html"
SCRIPT = "call-scripts/scripts/hold-and-call-back.html"
TREE = "call-scripts/troubleshooting/no-sound.html"
FORM = f"{BOOK}/forms/key-loan-register.html"
COURSE = f"{BOOK}/courses/front-desk-induction.html"
KINDS = [
    "index.html", "ask.html", "forms.html", "glossary.html", f"{BOOK}/index.html", f"{BOOK}/registers.html", COMPLAINTS,
    SCRIPT, TREE, COURSE, f"{BOOK}/forms/key-loan-register.html", f"{BOOK}/forms/opinion-survey.html",
    f"{BOOK}/roles/front-desk.html", f"{BOOK}/policies/service-promises.html",
    f"{BOOK}/guides/front-desk-essentials.html", "cards.html", "cards/fire.html", "laws.html",
    f"{BOOK}/procedures/night-leak.html", f"{BOOK}/policies/desk-management.html",
    f"{BOOK}/qualifications/front-desk.html", f"{BOOK}/forms/duty-roster.html",
    "roles.html", f"{BOOK}/who.html", "owner.html", "overview.html", "form-kinds.html", "registers.html",
]  # fmt: skip


def test_every_kind_of_page_is_among_them(built_site: ServedSite) -> None:
    """Whatever the build makes: a page at an address of another kind has to be tried as well."""
    made = {kind_of(path.relative_to(built_site.folder)) for path in built_site.folder.rglob("*.html")}

    assert made - {kind_of(Path(path)) for path in KINDS} == {"404.html"}  # tests/site/test_lost.py


@pytest.mark.parametrize("path", [*KINDS, *(f"en/{path}" for path in KINDS)])
def test_a_page_is_clean_and_fits_desk_and_phone(site: ServedSite, visit: Open, path: str) -> None:
    """Under a strict policy nothing is refused, nothing asks another host, and nothing is broader than the screen.

    At a desk from a server, on a phone from a stick: neither changes with the other. Nor does either keep anybody out:
    a Chinese page by daylight at a desk, by finger and by keyboard on a phone; an English one in the dark on a phone.
    """
    is_english = path.startswith("en/")
    scheme: Literal["dark", "light"] = "dark" if is_english else "light"
    for url, width in ((site.http(path), 1280), (site.file(path), 390)):
        touch = {"has_touch": True, "is_mobile": True} if width == 390 else {}
        page = visit(url, width, 844, color_scheme=scheme, **touch).page

        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(overflow) == 0, (url, width)
        expect(page.locator("h1")).to_have_count(1)
        if is_english == (width == 390):
            assert barriers(page) == []
        if width == 390 and not is_english:
            assert small_targets(page) == []
            assert lost_focus(page) == []


def small_targets(page: Page) -> list[str]:
    """The buttons, boxes and answers that a finger misses: those that are less than 44 pixels high."""
    boxes = ".top__ask input, .askbox input, .filter input"
    targets = page.locator(f".button, .mini, .top__icon, {boxes}, .answers a, .turn--choice, .download")
    small: list[str] = targets.evaluate_all(
        "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
    )
    return small


@pytest.mark.parametrize("path", [f"{BOOK}/index.html", f"{BOOK}/policies/desk-management.html"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_table_is_read_without_scrolling(site: ServedSite, visit: Open, language: str, path: str) -> None:
    """On a desk and on a phone, where a row with many cells stands as a card of its own that has all of them."""
    for width in (1280, 390):
        tables = visit(site.file(language + path), width).page.locator(".scroll:has(table)")

        assert tables.count() > 0
        assert tables.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).length") == 0


@pytest.mark.parametrize("path", ["cards/fire.html", "en/cards/fire.html", "cards/gas.html", "en/cards/gas.html"])
def test_a_card_is_printed_on_one_sheet(site: ServedSite, visit: Open, path: str) -> None:
    """However much of it there is, and with every mark of a list beside what it marks."""
    page = visit(site.http(path)).page

    assert page_count(page.pdf(prefer_css_page_size=True)) == 1
    page.emulate_media(media="print")
    indents = "all => all.map(e => parseFloat(getComputedStyle(e).paddingLeft))"
    assert all(indent > 9 for indent in page.locator("ul.plain > li").evaluate_all(indents))


@pytest.mark.parametrize("path", [COMPLAINTS, f"{BOOK}/procedures/night-leak.html"])
@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 720)])
def test_the_first_step_stands_on_the_first_screen(
    site: ServedSite, visit: Open, path: str, language: str, width: int, height: int
) -> None:
    """Below the numbers and the question of what it is, above what stands at the lower edge of a phone."""
    page = visit(site.file(language + path), width, height).page
    step, dock = page.locator(".steps .step h3").first.bounding_box(), page.locator(".dock").bounding_box()

    assert step is not None
    assert step["y"] + step["height"] <= (dock["y"] if dock else height)


def test_a_phone_has_the_steps_and_the_way_up_at_hand(site: ServedSite, visit: Open) -> None:
    """The contents open above the edge, lead to a step and close; the steps are ticked from there."""
    page = visit(site.file(COMPLAINTS), 390, 844).page
    dock = page.locator(".dock")
    dock.locator("summary").click()
    dock.locator("ul a").nth(3).click()

    expect(dock.locator("ul")).to_be_hidden()
    assert page.evaluate("scrollY") > 0
    dock.get_by_role("link", name="顶部").click()
    page.wait_for_function("scrollY < 100")
    dock.get_by_role("button", name="打勾").click()
    expect(page.locator(".ticks")).to_be_visible()


def test_what_is_folded_is_printed(site: ServedSite, visit: Open) -> None:
    """Open on paper, and as it was afterwards."""
    page = visit(site.file(COMPLAINTS)).page
    about = page.locator("#about")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert about.get_attribute("open") is not None
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert about.get_attribute("open") is None


def test_the_language_switch_keeps_the_place(site: ServedSite, visit: Open) -> None:
    """From a step one comes to the same step in the other language, over HTTP and as a file."""
    for url in (site.http(COMPLAINTS), site.file(COMPLAINTS)):
        page = visit(f"{url}#step-handle").page
        page.locator(".top__lang").click()
        page.wait_for_url("**/en/greentown-after-sales/procedures/complaint-handling.html#step-handle")


def test_ticks_live_in_the_tab(site: ServedSite, visit: Open) -> None:
    """Ticks survive a reload of the tab and are unknown to another one."""
    page = visit(site.http(COMPLAINTS)).page
    page.locator("[data-does=checklist]:visible").click()
    page.locator(".step > .tick").nth(0).check()
    page.locator(".step .answers a").first.click()
    page.reload()

    expect(page.locator(".ticks b")).to_contain_text("2 / ")
    assert "#" in page.url
    other = page.context.new_page()
    other.goto(site.http(COMPLAINTS))
    expect(other.locator(".ticks")).to_have_count(0)


def test_a_fault_tree_is_played_and_taken_back(site: ServedSite, visit: Open) -> None:
    """One node at a time: choose an outcome, go on, go back, see everything again."""
    page = visit(site.file(TREE)).page
    page.locator("[data-does=play]:visible").click()
    first = page.locator(".is-playing")
    expect(first).to_have_count(1)
    started = first.get_attribute("id")

    page.locator(".is-playing [data-exit]").first.click()

    assert page.locator(".is-playing").get_attribute("id") != started
    expect(page.locator(".player__trail li")).to_have_count(1)
    page.locator("[data-back]").click()
    assert page.locator(".is-playing").get_attribute("id") == started
    page.get_by_role("button", name="看全部").click()
    expect(page.locator("[data-node]:visible")).to_have_count(page.locator("[data-node]").count())


def test_a_dialogue_is_practised_by_keyboard(site: ServedSite, visit: Open) -> None:
    """What the other side says is chosen with Tab and Enter."""
    page = visit(site.file(SCRIPT)).page
    page.locator("[data-does=play]:visible").click()
    started = page.locator(".is-playing").get_attribute("id")

    page.locator(".is-playing [data-exit]").first.focus()
    page.keyboard.press("Enter")

    assert page.locator(".is-playing").get_attribute("id") != started


@pytest.mark.parametrize("path", [COMPLAINTS, SCRIPT, TREE])
def test_without_scripts_everything_can_be_read(site: ServedSite, visit: Open, path: str) -> None:
    """Steps, dialogue and fault tree are whole lists with working links."""
    page = visit(site.file(path), java_script_enabled=False).page
    parts = page.locator(".step, .node")

    assert parts.count() > 3
    assert all(parts.nth(number).is_visible() for number in range(parts.count()))
    page.locator(".answers a, .turn").first.click()
    assert "#" in page.url


def test_forms_are_filtered_as_one_types(site: ServedSite, visit: Open) -> None:
    """Part of a code, a word, or nothing that fits."""
    page = visit(site.file("forms.html")).page
    box, shown = page.locator("[data-filter]"), page.locator("[data-filter-item]:visible")

    box.fill("kf-26")
    expect(shown).to_have_count(1)
    box.fill("钥匙")
    expect(shown.locator(".code")).to_have_text("GT-R-KF-13")
    box.fill("没有这种表")
    expect(shown).to_have_count(0)
    expect(page.locator("[data-filter-none]")).to_be_visible()
    box.press("Escape")
    expect(page.locator("[data-filter-none]")).to_be_hidden()


def test_terms_are_filtered_in_either_language(site: ServedSite, visit: Open) -> None:
    """An English word finds the Chinese term."""
    page = visit(site.file("glossary.html")).page
    every = page.locator("[data-filter-item]").count()
    english = page.locator("[data-filter-item] .term span").first.text_content()

    page.locator("[data-filter]").fill(str(english))

    assert 0 < page.locator("[data-filter-item]:visible").count() < every


def test_the_menu_opens_on_a_phone_and_closes(site: ServedSite, visit: Open) -> None:
    """The button opens the contents of the handbook, Esc closes them."""
    page = visit(site.file(COMPLAINTS), 390, 844).page
    expect(page.locator(".nav")).not_to_be_in_viewport()

    page.locator(".top__menu").press("Enter")
    expect(page.locator(".nav .is-here")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".nav")).not_to_be_in_viewport()


def test_the_menu_opens_on_a_phone_without_scripts(site: ServedSite, visit: Open) -> None:
    """Where no script runs the same place in the head is a link to the contents; Back closes them."""
    page = visit(site.file(COMPLAINTS), 390, 844, java_script_enabled=False).page

    page.locator("a.top__menu").click()
    expect(page.locator(".nav .is-here")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".nav")).not_to_be_in_viewport()


def test_the_scheme_is_remembered(site: ServedSite, visit: Open) -> None:
    """Dark once chosen stays dark on the next page."""
    page = visit(site.http("index.html"), color_scheme="light").page
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page.locator(".top__scheme").click()
    page.goto(site.http(COMPLAINTS))

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_no_page_brings_the_search_of_the_theme(site: ServedSite, visit: Open) -> None:
    """There is one box to ask in: no index, dialog or worker of the theme's search, nor anything else of the theme."""
    page = visit(site.http(COMPLAINTS)).page

    assert not (site.folder / "search").exists()
    expect(page.locator("[class*=md-], [id^=__]")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "more"),
    [("index.html", []), (COMPLAINTS, []), (FORM, ["filling.js"]), (SCRIPT, ["practice.css", "practice.js"])],
)
def test_a_page_loads_one_script_and_one_stylesheet_named_by_content(
    site: ServedSite, visit: Open, path: str, more: list[str]
) -> None:
    """Beside those and the few lines that choose the colours, a form loads what fills it, a script what plays it."""
    page = visit(site.http(path)).page
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)")
    ours = [path for path in loaded if path.endswith((".js", ".css"))]

    assert sorted(re.sub(r"\.[0-9a-f]{16}\.", ".", path) for path in ours) == [
        "/assets/early.js", *(f"/assets/{name}" for name in more), "/assets/shouce.css", "/assets/shouce.js",
    ]  # fmt: skip
    for path in ours:
        digest = hashlib.sha256((site.folder / path[1:]).read_bytes()).hexdigest()
        assert path.split(".")[-2] == digest[:16]


def test_scripts_put_one_name_on_the_page(site: ServedSite, visit: Open) -> None:
    """Whatever is loaded, also to answer and to fill a form without a server, `Shouce` is the only global of ours."""
    page = visit(site.file(FORM)).page
    page.evaluate(
        "Promise.all(['offline.js', 'zip.js', 'learning.js', 'fsrs.js', 'practice.js', 'assets/index.js', "
        "'assets/catalogue.js']"
        ".map(Shouce.load))"
    )

    names = "Object.getOwnPropertyNames(window)"
    ours = set(page.evaluate(names)) - set(visit(site.file("assets/favicon.svg")).page.evaluate(names))

    assert ours == {"Shouce"}


def test_paper_says_on_every_sheet_what_it_is(site: ServedSite, visit: Open, tmp_path: Path) -> None:
    """A printed procedure carries code, title, edition, status and page number on each sheet, and no buttons."""
    pdftotext = shutil.which("pdftotext")
    assert pdftotext, "pdftotext is missing: apt-get install poppler-utils"
    page = visit(site.file(COMPLAINTS)).page
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)

    done = subprocess.run([pdftotext, "-layout", tmp_path / "printed.pdf", "-"], capture_output=True, check=True)
    sheets = done.stdout.decode().rstrip("\f\n").split("\f")

    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert "GT-BF-KF-001 客户投诉处理管理办法" in sheet
        assert "第 1 版 · 草稿" in sheet
        assert re.search(rf"\b{number} ?/ ?{len(sheets)}\b", sheet)
    assert "边做边打勾" not in done.stdout.decode()
    last = "".join(sheets[-1].split())
    assert all(f"{word}：" in last for word in ("编制", "审核", "批准"))
    assert re.search(r"打印日期：\d{4}-\d\d-\d\d", last)
    assert "份号" not in last


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("path", ["forms.html", "glossary.html"])
def test_a_list_is_no_longer_than_a_screen_before_one_chooses(
    site: ServedSite, visit: Open, path: str, width: int, height: int
) -> None:
    """Every sector can be seen and opened without scrolling."""
    page = visit(site.file(path), width, height).page

    for sector in page.locator(".sector > summary").all():
        expect(sector).to_be_in_viewport(ratio=1)


def test_a_chosen_handbook_is_remembered(site: ServedSite, visit: Open) -> None:
    """The first page begins with its moments, its questions and its cards, also next time and in the other language."""
    page = visit(site.http("index.html")).page
    moments = page.locator(f"section[data-of={BOOK}]")
    expect(page.locator("[data-my-handbook]:visible")).to_have_count(0)

    page.locator("#sector-property > summary").click()
    page.locator(f"[data-mine={BOOK}]").click()

    expect(moments.locator("h2 a")).to_be_focused()
    expect(moments.locator(".tile")).to_have_count(2)
    expect(page.locator("[data-of='']").first).to_be_hidden()
    page.goto(site.http("en/index.html"))
    expect(moments).to_be_in_viewport()
    expect(page.locator(".tries:visible")).to_have_attribute("data-of", BOOK)
    page.locator(".top__links [data-my-handbook]").click()
    expect(page).to_have_url(site.http(f"en/{BOOK}/index.html"))


def test_a_choice_is_taken_back(site: ServedSite, visit: Open) -> None:
    """On the handbook's own page, where it was made, or on the first page; then nothing is chosen."""
    page = visit(site.http(f"{BOOK}/index.html")).page
    choice = page.locator(f"[data-mine={BOOK}]")

    choice.click()
    expect(choice).to_have_attribute("aria-pressed", "true")
    expect(choice).to_have_text("我的手册", use_inner_text=True)
    choice.click()
    expect(choice).to_have_attribute("aria-pressed", "false")
    choice.click()
    page.goto(site.http("index.html"))
    page.locator(".desk:visible [data-does=mine]").click()
    page.reload()
    expect(page.locator("section[data-of]:visible")).to_have_count(0)


def test_lists_begin_with_the_chosen_handbook_open(site: ServedSite, visit: Open) -> None:
    """Its forms are there at once; a link to a term opens the sector that it stands in."""
    page = visit(site.http(f"{BOOK}/index.html")).page
    page.locator(f"[data-mine={BOOK}]").click()

    page.goto(site.http("forms.html"))
    expect(page.locator(f"#book-{BOOK} [data-filter-item]").first).to_be_visible()
    page.goto(site.http("glossary.html#term-complaint"))
    expect(page.locator("#term-complaint")).to_be_in_viewport()


def test_a_handbook_that_is_gone_is_forgotten(site: ServedSite, visit: Open) -> None:
    """The first page then offers the choice again."""
    page = visit(site.http("index.html")).page
    page.evaluate("localStorage.setItem('shouce.handbook', 'gone')")
    page.reload()

    expect(page.locator(".ecards--few")).to_be_visible()
    assert page.evaluate("localStorage.getItem('shouce.handbook')") is None


def test_folds_close_again_when_the_filter_is_cleared(site: ServedSite, visit: Open) -> None:
    """While one types what is found stands open; afterwards the folds are as they were left."""
    page = visit(site.file("forms.html")).page
    box, found = page.locator("[data-filter]"), page.locator("[data-filter-item]:visible")
    expect(found).to_have_count(0)

    box.fill("钥匙")
    expect(found).to_have_count(1)
    box.fill("")
    expect(found).to_have_count(0)


@pytest.mark.parametrize("path", ["cards/fire.html", "en/cards/fire.html", "cards/gas.html", "en/cards/gas.html"])
def test_a_card_is_whole_on_the_first_screen_of_a_desk(site: ServedSite, visit: Open, path: str) -> None:
    """On a phone its numbers and all that is done first."""
    desk, phone = (visit(site.file(path), width, height).page for width, height in ((1280, 720), (390, 844)))
    end = "e => e.getBoundingClientRect().bottom"

    assert desk.locator(".ecard").evaluate(end) <= 720
    assert phone.locator(".ecard__acts").evaluate(end) <= 844


def test_what_is_wrong_on_a_page_is_told_with_its_edition(site: ServedSite, visit: Open) -> None:
    """At the foot of every page: from a stick, or where no server takes it, as lines to hand over."""
    for url in (site.file(COMPLAINTS), site.file("en/index.html")):
        page = visit(f"{url}#steps").page
        page.locator("[data-does=tell]").click()
        expect(page.locator("[data-tell] textarea")).to_have_value(
            re.compile(r"(complaint-handling|en/index)\.html#steps\n(版本：\S+ · [0-9a-f]{12}|Edition: –)\n")
        )

    page = visit(site.http(COMPLAINTS)).page
    page.locator("[data-does=tell]").click()
    page.locator("[data-tell] textarea").fill("第 3 步的电话换了")
    page.locator("[data-tell] button").click()
    expect(page.locator("[data-tell] textarea")).to_have_value(re.compile(r"要改的：第 3 步的电话换了$"))
