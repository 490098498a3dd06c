"""The handbooks by sector, and what the first page begins with."""

from __future__ import annotations

import re
import shutil

from generators.pages.forms import forms_page
from generators.pages.home import home_page
from generators.pages.page import Page
from generators.pages.sectors import by_sector, cover, sectors_of
from schemas.library import Library
from tests.schemas.content import SETTINGS, TITLE_PAGE, Content

BOOKS = ("greentown-after-sales", "call-scripts")


def test_a_handbook_stands_in_the_sector_of_its_trade(library: Library) -> None:
    """In the order of library.yaml, with what the trades are called."""
    page = Page(library, "index.html")
    sectors = by_sector(page, ((id_, id_) for id_ in BOOKS))

    assert [(each.id, each.title, each.about, each.items) for each in sectors] == [
        ("property", "物业", "物业服务", ("greentown-after-sales",)),
        ("desks", "服务台", "呼叫中心", ("call-scripts",)),
    ]


def test_a_handbook_of_no_sector_stands_under_others(content: Content) -> None:
    """It is neither lost nor put where it does not belong; a sector that has no handbook is not shown."""
    content.change(TITLE_PAGE, "trade: property\n", "")
    page = Page(content.library(), "index.html")

    assert [(each.id, each.title, each.items) for each in by_sector(page, ((id_, id_) for id_ in BOOKS))] == [
        ("desks", "服务台", ("call-scripts",)),
        ("others", "其他", ("greentown-after-sales",)),
    ]


def test_a_library_without_sectors_is_one(content: Content) -> None:
    """Its handbooks stand beside one another and nothing is folded."""
    content.write(SETTINGS, re.sub(r"sectors:\n(  - .*\n)+", "", content.read(SETTINGS)))
    library = content.library()

    assert sectors_of(library) == (("", "", BOOKS),)
    assert "<details" not in home_page(library).content


def test_a_cover_says_for_whom_a_handbook_is_and_how_much_is_in_it(library: Library) -> None:
    """The posts are those that it has a course for."""
    shown = cover(Page(library, "index.html"), "greentown-after-sales")

    assert shown.posts == ("客服前台",)
    assert dict(shown.counts)["表单"] == len(library.of_kind("forms", "greentown-after-sales"))


def test_the_first_page_has_the_moments_of_each_handbook(library: Library) -> None:
    """Hidden until the handbook is chosen; those of the library stand there before."""
    content = home_page(library).content
    desk = re.search(r'<section class="desk" data-of="greentown-after-sales" hidden>.*?</section>', content, re.DOTALL)

    assert desk
    assert re.findall(r'<a class="tile" href="greentown-after-sales/([^"]*)"', desk[0]) == [
        "procedures/complaint-handling.html", "forms/key-loan-register.html",
    ]  # fmt: skip
    assert re.findall(r'data-of="([^"]*)" hidden>', content) == [*BOOKS, *BOOKS]


def test_where_there_is_one_handbook_there_is_nothing_to_choose(content: Content) -> None:
    """The first page begins with its moments, and no list of forms is folded."""
    shutil.rmtree(content.root / "handbook/call-scripts")
    content.change(SETTINGS, "order: [greentown-after-sales, call-scripts]\n", "")
    content.write(SETTINGS, re.sub(r"tasks:\n(  - .*\n)+", "", content.read(SETTINGS)))
    library = content.library()
    first, forms = home_page(library).content, forms_page(library).content

    assert '<section class="desk">' in first
    assert "data-of" not in first
    assert 'data-book="greentown-after-sales" open>' in forms
