"""The printed book of the small library."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from generators.book import book_files
from schemas.library import Library

ASSETS = Path(__file__).parents[2] / "site" / "docs" / "assets"


@pytest.fixture(scope="module")
def books(library: Library) -> dict[str, bytes]:
    """Every book of the small library, by file name."""
    return dict(book_files(library, ASSETS))


def test_one_book_a_handbook_in_each_language(books: dict[str, bytes]) -> None:
    """Each handbook has a Chinese and an English book."""
    assert sorted(books) == [
        "call-scripts.en.html",
        "call-scripts.html",
        "greentown-after-sales.en.html",
        "greentown-after-sales.html",
    ]


def test_every_record_is_in_it_once_in_the_order_of_the_chapters(books: dict[str, bytes], library: Library) -> None:
    """The articles of a book are the emergency cards and then the records of its handbook, in library order."""
    tree = lxml.html.fromstring(books["greentown-after-sales.html"])
    printed = [article.get("id") for article in tree.iter("article") if article.get("class") == "sheet"]

    records = [f"{entry.kind}-{entry.id}" for entry in library.of_handbook("greentown-after-sales")]

    assert printed == ["cards-fire", "cards-gas", *records]


@pytest.mark.parametrize("name", ["greentown-after-sales.html", "call-scripts.en.html"])
def test_links_lead_within_the_book(books: dict[str, bytes], name: str) -> None:
    """No id stands twice, and every link of the book leads to a place in it."""
    tree = lxml.html.fromstring(books[name])
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    targets = {target for link in tree.iter("a") if (target := link.get("href"))}

    assert len(ids) == len(set(ids))
    assert {target for target in targets if not target.startswith("tel:") and target[1:] not in ids} == set()


def test_nothing_of_a_record_is_folded_away(books: dict[str, bytes]) -> None:
    """Numbers, purpose, laws and the chart of a procedure stand in the book, though its page folds them."""
    tree = lxml.html.fromstring(books["greentown-after-sales.html"])
    articles = {article.get("id"): article for article in tree.iter("article")}
    leak, complaint = articles["procedures-night-leak"], articles["procedures-complaint-handling"]
    calls = [link.get("href") for link in leak.iter("a") if str(link.get("href")).startswith("tel:")]
    classes = [each.get("class") for each in complaint.iter("ul")]
    charts = [fold for fold in tree.iter("details") if fold.get("class") == "chart"]

    assert calls[:2] == ["tel:120", "tel:119"]
    assert "让每一件投诉有人接、有期限、有结果、有回访。" in "".join(map(str, complaint.itertext()))
    assert "laws" in classes
    assert charts
    assert all("open" in chart.attrib for chart in charts)


def test_it_asks_nothing_of_anybody(books: dict[str, bytes]) -> None:
    """The file is complete: no script and no style sheet from outside, and every picture stands in it."""
    for content in books.values():
        tree = lxml.html.fromstring(content)
        assert not list(tree.iter("script", "link", "iframe"))
        sources = [image.get("src") or "" for image in tree.iter("img")]
        assert [source for source in sources if not source.startswith("data:image/")] == []


def test_a_book_is_a_plain_page(books: dict[str, bytes], browser: Browser) -> None:
    """Its styles are its own: none of what the lists of the site draw as a tile takes hold of its body."""
    page = browser.new_page()
    page.set_content(books["greentown-after-sales.html"].decode())

    shown = page.evaluate(
        "(({ display, borderLeftWidth }) => [display, borderLeftWidth])(getComputedStyle(document.body))"
    )
    page.close()

    assert shown == ["block", "0px"]
