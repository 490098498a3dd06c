"""The page of an emergency card: its first screen in the names of a handbook, and in the book of each its own."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from generators.page import render_record
from generators.pages.cards import cards_page
from schemas.library import Library
from schemas.loader import load_library
from search.kinds import cut
from tests.schemas.content import FIRE, LIBRARY, TITLE_PAGE, Content


@pytest.fixture(scope="module")
def library() -> Library:
    """The small library."""
    return load_library(LIBRARY).require()


@pytest.mark.parametrize(
    ("lang", "who", "place"),
    [
        ("zh", ["客服前台", "秩序维护员", "监控室值班员"], "中央草坪旗杆下"),
        ("en", ["Front desk", "Security guard", "Control-room operator"], "the flagpole on the central lawn"),
    ],
)
def test_a_card_has_the_people_and_places_of_the_handbook(
    library: Library, lang: str, who: list[str], place: str
) -> None:
    """Whom to call can be called, and a place in what is said is where it is there."""
    view = library.view(lang)
    tree: Any = html.fromstring(render_record(view, view.entries["cards/fire"]).content)

    assert tree.xpath("//ol[@class='ecard__acts']/li/b/text()") == who
    assert tree.xpath("//ul[@class='ecard__calls']//a/@href") == ["tel:119", "tel:057100000001", "tel:120"]
    assert tree.xpath("//q//span[@data-given='place-assembly']/text()") == [place]


@pytest.mark.parametrize("card", ["cards/fire", "cards/gas"])
def test_a_card_is_one_passage(library: Library, card: str) -> None:
    """With its numbers, its acts, what is said and what is never done."""
    (whole,) = cut(library, library.entries[card])

    assert "119" in whole.text
    assert "绝不：" in whole.text
    assert whole.say


def test_a_place_is_a_value_of_the_project(content: Content) -> None:
    """It stands once, in `project`, and the card has its words; a number or place that is not there is not seen."""
    content.change(TITLE_PAGE, "    assembly: 中央草坪旗杆下", '    assembly: "{project.name}门外"')
    content.change(TITLE_PAGE, "    fire-lane: 三号门；钥匙在消防控制室墙上红盒里\n", "")
    content.change(FIRE, "places: [assembly, extinguishers, fire-lane]", "places: [assembly, extinguishers]")
    content.change(FIRE, "report:\n", "places_if_any: [fire-lane]\nreport:\n")
    content.change(FIRE, "  - {number: 120,", "  - {number: project.aid, optional: true}\n  - {number: 120,")
    library = content.library()
    tree: Any = html.fromstring(render_record(library, library.entries["cards/fire"]).content)

    assert tree.xpath("//q//span[@data-given='place-assembly']/text()") == ["示范园区门外"]
    assert tree.xpath("//*[@hidden]/@data-optional") == ["call-aid", "place-fire-lane"]


def test_the_cards_stand_as_the_handbooks_list_them(content: Content) -> None:
    """An author puts the most urgent first; a card that no handbook lists comes last."""
    content.change(TITLE_PAGE, "use: [fire, gas]", "use: [gas]")
    tree: Any = html.fromstring(cards_page(content.library()).content)

    assert [link.rpartition("/")[2] for link in tree.xpath("//a/@href") if "cards/" in link] == [
        "gas.html", "fire.html",
    ]  # fmt: skip
