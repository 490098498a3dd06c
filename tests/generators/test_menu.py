"""The menu beside a page: its own chapter, the way to all others, and no longer for however many records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from lxml import html

from generators.pages.menu import LONGEST, OTHERS, Menus
from schemas.keeper import Keeper, View
from schemas.kept import Kept
from schemas.library import Library
from schemas.loader import load_library
from tests.copies import more_handbooks, more_procedures
from tests.schemas.content import COMPLAINTS as COMPLAINTS_FILE
from tests.schemas.content import LIBRARY, SETTINGS, Content

BOOK = "greentown-after-sales"
COMPLAINTS = f"{BOOK}/procedures/complaint-handling"


def menu(library: Library, url: str, lang: str = "zh") -> Any:
    """The menu of a page, parsed."""
    return html.fromstring(Menus(library.view(lang)).of(url))


def links(library: Library, url: str) -> dict[str, str]:
    """Where the menu of a page leads to, from the top of the site, and what each link says."""
    found = menu(library, url).xpath("//a")
    return {normpath(join(dirname(url), link.get("href"))): link.text_content() for link in found}


class Noticing(Keeper):
    """A keeper that notices which menus are rendered."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(kept, "1")
        self.menus: list[str] = []

    def renew(self, key: str, view: View, make: Callable[[], bytes]) -> bytes:
        """As `Keeper.renew`."""
        if key.startswith("menu/"):
            self.menus.append(key)
        return super().renew(key, view, make)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library whose two procedures stand ninety times each in their chapter."""
    root = more_procedures(LIBRARY, tmp_path_factory.mktemp("grown") / "root", 90)
    return load_library(root).require()


def test_ones_own_chapter_is_open_and_the_others_are_links(library: Library) -> None:
    """The records of the chapter one is in; every other chapter leads to its place on the handbook's page."""
    tree = menu(library, f"{COMPLAINTS}.html")
    leads = links(library, f"{COMPLAINTS}.html")

    assert tree.xpath("//details[@open]/summary/text()") == ["规程和制度", "客户服务"]
    assert leads[f"{COMPLAINTS}.html"] == "客户投诉处理管理办法"
    assert leads[f"{BOOK}/index.html#chapter-forms"] == "记录表单"
    assert leads[f"{BOOK}/index.html#chapter-manners"] == "仪态"
    assert f"{BOOK}/forms/key-loan-register.html" not in leads
    assert {"index.html", "ask.html", "forms.html", "glossary.html", f"{BOOK}/registers.html"} <= leads.keys()


@pytest.mark.parametrize(
    "url", ["index.html", "glossary.html", f"{BOOK}/index.html", f"{BOOK}/registers.html", f"{COMPLAINTS}.html"]
)
def test_one_link_says_that_one_is_there(library: Library, url: str) -> None:
    """The page's own, to the eye and to a screen reader."""
    (here,) = menu(library, url).xpath("//a[@aria-current='page' and @class='is-here']")

    assert normpath(join(dirname(url), here.get("href"))) == url


def test_every_record_is_in_its_own_menu(grown: Library) -> None:
    """However long its chapter is, with as many around it as a menu lists, and the way to all of them."""
    menus = Menus(grown.view("en"))
    for entry in grown.of_kind("procedures"):
        tree: Any = html.fromstring(menus.of(entry.url))
        (here,) = tree.xpath("//a[@aria-current='page']")
        rows = here.xpath("ancestor::ul[1]/li/a[not(@class) or @class='is-here']")

        assert here.get("href") == f"{entry.id}.html"
        assert len(rows) == LONGEST
        (to_all,) = tree.xpath("//a[@class='nav__all']")
        assert (to_all.text, to_all.get("href")) == ("All 182", "../index.html#chapter-service")


def test_a_menu_is_no_longer_for_more_records(grown: Library, library: Library) -> None:
    """What is added to a chapter that is full, or to another chapter, adds nothing."""
    sizes = {len(Menus(grown.view("en")).of(entry.url)) for entry in grown.of_kind("procedures")}
    forms = [entry.url for entry in library.of_kind("forms")]

    assert max(sizes) < 8_000
    assert [Menus(grown).of(url) for url in forms] == [Menus(library).of(url) for url in forms]


def test_other_handbooks_are_a_few_and_the_way_to_all(tmp_path: Path) -> None:
    """The first ones, and then the list of all on the first page."""
    many = load_library(more_handbooks(LIBRARY, tmp_path / "root", 12)).require()
    others = menu(many, f"{COMPLAINTS}.html").xpath("//details[@class='nav__others']//a")

    assert len(many.handbooks) == 24
    assert [link.text for link in others[OTHERS:]] == ["全部 24"]
    assert others[OTHERS].get("href") == "../../index.html#browse"


@pytest.mark.parametrize(
    ("path", "old", "new", "rendered"),
    [
        (COMPLAINTS_FILE, "不打断", "不打岔", 0),
        (COMPLAINTS_FILE, "title: 客户投诉处理管理办法\ncode", "title: 怎样处理投诉\ncode", 2),
        (SETTINGS, "order: [greentown-after-sales, call-scripts]", "order: [call-scripts]", 2),
    ],
)
def test_menus_are_kept_as_long_as_what_they_show_is_the_same(
    content: Content, path: str, old: str, new: str, rendered: int
) -> None:
    """Another title in the chapter, or another order of the handbooks, makes them anew; a word of a step does not."""
    pages = [f"{COMPLAINTS}.html", f"{BOOK}/forms/key-loan-register.html"]

    def shown(keeper: Keeper) -> list[str]:
        menus = Menus(content.library().kept_by(keeper).view("zh"))
        return [menus.of(page) for page in pages]

    with Kept(content.root / "menus.sqlite") as kept:
        keeper = Noticing(kept)
        shown(keeper)
        content.change(path, old, new)
        keeper.menus.clear()

        assert shown(keeper) == shown(Keeper())
        assert len(keeper.menus) == rendered
