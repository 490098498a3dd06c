"""The collection at a glance, its forms by kind, its controlled lists: every number adds up and is listed."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import parse_qsl

import pytest
from lxml import html

from generators.pages.all_registers import all_registers_page
from generators.pages.form_kinds import KINDS_OF_FORM, form_kinds_page, traits_of
from generators.pages.handbook import handbook_page
from generators.pages.overview import overview_page
from generators.pages.registers import registers_page
from generators.pages.standing import Standing, standing_of, sum_of
from schemas.form import Form
from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import KEYS, LIBRARY, Content

BOOK = "greentown-after-sales"
GROUP = {"id": "g", "title": "一", "items": {"i": "灯"}}
KINDS = {
    "opinion-survey": "survey", "missed-visit-card": "agreement", "complaint-month": "summary",
    "complaint-report": "approval", "complaint-register": "register", "key-loan-register": "register",
    "duty-roster": "register", "qualification-register": "register", "repair-bill": "sheet",
}  # fmt: skip


def tree(content: str) -> Any:
    """A page, parsed."""
    return html.fromstring(content)


@cache
def page_at(url: str) -> Any:
    """A page of the small library that lists records, parsed."""
    view = load_library(LIBRARY).require().view("zh")
    if url == "registers.html":
        return tree(all_registers_page(view).content)
    return tree(registers_page(view, dirname(url)).content)


def listed(href: str) -> int:
    """How many rows the list at *href* shows, as its address narrows it down."""
    path, _, asked = href.partition("#?")
    rows = page_at(normpath(join(dirname("overview.html"), path))).xpath("//tr[@data-filter-item and @data-status]")
    wanted = [(name, value) for name, value in parse_qsl(asked) if name != "sort"]
    return sum(all(row.get(f"data-{name}") == value for name, value in wanted) for row in rows)


def numbers(row: Any, prefix: str) -> list[int]:
    """The numbers of a line."""
    cells = row.xpath(f".//td[starts-with(@data-cell, '{prefix}')]")
    return [int(cell.text_content()) for cell in cells]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_numbers_of_the_collection_add_up(library: Library, lang: str) -> None:
    """By kind and by state a line comes to its total, and all lines together come to what the library has."""
    found = tree(overview_page(library.view(lang)).content)
    (whole,) = found.xpath("//tbody[@class='glance__whole']/tr")
    lines = found.xpath("//tr[@data-filter-item]")

    for row in (whole, *lines):
        assert numbers(row, "total") == [sum(numbers(row, "kind-"))] == [sum(numbers(row, "state-"))]
        days = row.xpath(".//@data-dues")[0].split()
        book = (row.get("id") or "").removeprefix("book-")
        books = ["" if book == "cards" else book] if book else [*library.handbook_ids(), ""]
        undated = sum(standing_of(library, each).undated for each in books)
        assert sum(int(each.partition(":")[2]) for each in days) + undated == numbers(row, "total")[0]
    for prefix in ("kind-", "state-", "total"):
        assert [sum(column) for column in zip(*(numbers(row, prefix) for row in lines), strict=True)] == numbers(
            whole, prefix
        )
    assert numbers(whole, "total") == [len(library.entries)]


def test_every_number_opens_the_list_of_what_it_counts(library: Library) -> None:
    """As many stand there; a nought leads nowhere."""
    found = tree(overview_page(library.view("zh")).content)
    cells = found.xpath("//td[starts-with(@data-cell, 'kind-') or starts-with(@data-cell, 'state-')]")

    for cell in cells:
        links = cell.xpath("./a/@href")
        assert [listed(href) for href in links] == ([int(cell.text_content())] if links else []), links
        assert bool(links) is (cell.text_content() != "0")


def test_what_is_approved_and_has_no_day_of_review_is_counted_so(content: Content) -> None:
    """One form in the line of its handbook and in that of all."""
    before = standing_of(content.library(), BOOK)
    content.change(KEYS, "review_by: 2027-01-15\n", "status: {approved: {name: 陈静, on: 2026-01-10}}\n")
    view = content.library().view("zh")

    standing = standing_of(view, BOOK)
    assert standing.in_state("approved") == before.in_state("approved") + 1
    assert standing.undated == before.undated + 1
    undated = sum(standing_of(view, book).undated for book in (*view.handbook_ids(), ""))
    assert f"另有 {undated} 份没有写评审日期。" in overview_page(view).content
    both = sum_of((standing, Standing((("cards", 2),), (("draft", 2),), (("2020-01-01", 2),), 0)))
    assert (both.total, both.undated, both.reviews[0]) == (standing.total + 2, standing.undated, ("2020-01-01", 2))


def test_a_form_is_of_the_kind_that_is_in_it(library: Library) -> None:
    """The first that fits; what a record is called says nothing."""
    view = library.view("zh")
    found = {entry.address.rpartition("/")[2]: traits_of(view, entry.address).kind for entry in view.of_kind("forms")}
    assert found == KINDS


@pytest.mark.parametrize(
    ("kind", "block"),
    [
        ("notice", {"receipt": {"id": "a", "title": "签收", "signed_by": "resident"}}),
        ("agreement", {"consent": {"id": "a", "text": "同意"}}),
        ("agreement", {"text": {"id": "a", "style": "letter", "text": "您好"}}),
        ("checklist", {"checklist": {"id": "a", "results": {"y": "好"}, "groups": [GROUP]}}),
        ("other", {"seal": {"id": "a", "title": "盖章"}}),
        ("other", {"text": {"id": "a", "style": "note", "text": "填表说明"}}),
    ],
)  # fmt: skip
def test_one_block_makes_the_kind(kind: str, block: dict[str, Any]) -> None:
    """What no form of the small library is."""
    form = Form.model_validate({"title": "一张表", "summary": "用来试", "blocks": [block]})
    assert next(each.id for each in KINDS_OF_FORM if each.holds(form)) == kind


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_stands_once_under_its_kind(library: Library, lang: str) -> None:
    """Each group says how it is told, and its rows what they are found by; both buttons name the form."""
    view = library.view(lang)
    found = tree(form_kinds_page(view).content)
    rows = found.xpath("//tr[@data-filter-item]")

    assert Counter(row.get("data-kind") for row in rows) == Counter(KINDS.values())
    for group in found.xpath("//details[@data-sector]"):
        kind = next(each for each in KINDS_OF_FORM if f"sector-{each.id}" == group.get("id"))
        assert group.xpath("./summary/span/text()") == [kind.how.of(lang)]
        assert {row.get("data-kind") for row in group.xpath(".//tr[@data-filter-item]")} == {kind.id}
    for row in rows:
        name = " ".join(row.xpath(".//td[1]/a//text()"))
        buttons = row.xpath(".//td[last()]/a/@aria-label")
        assert [button.endswith(name) for button in buttons] == [True, True]


def test_the_lists_of_all_handbooks_say_how_long_a_form_is_kept(library: Library) -> None:
    """Every record of the library stands there once, forms with what they are found by."""
    found = tree(all_registers_page(library.view("zh")).content)
    rows = found.xpath("//tr[@data-filter-item]")

    assert Counter(row.get("data-kind") for row in rows) == Counter(entry.kind for entry in library.entries.values())
    assert all(bool(row.get("data-keep")) is (row.get("data-kind") == "forms") for row in rows)
    assert found.xpath("//select[@data-by='keep']/option/@value")[0] == ""


def test_every_handbook_leads_to_the_lists_of_all(library: Library) -> None:
    """Its own lists, its forms by kind, its line at a glance."""
    found = tree(handbook_page(library.view("zh"), BOOK).content)
    links = {
        Path(href.partition("#")[0]).name: href.partition("#")[2]
        for href in found.xpath("//div[@class='actions']/a/@href")
    }
    assert links == {"registers.html": "", "form-kinds.html": f"?book={BOOK}", "overview.html": f"book-{BOOK}"}
