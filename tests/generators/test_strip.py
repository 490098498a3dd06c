"""The strip for an emergency: its numbers are those of the cards and of the handbook."""

from __future__ import annotations

from typing import Any

from lxml import html

from generators.pages.strip import Strips
from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import FIRE, GAS, TITLE_PAGE, Content

BOOK = "greentown-after-sales"


def calls(library: Library, url: str, lang: str = "zh") -> list[tuple[str, str, str]]:
    """What each link of the strip dials, what it says, and for which handbook it waits."""
    strip: Any = html.fromstring(Strips(library.view(lang)).of(url))
    links = strip.xpath("//a[starts-with(@href, 'tel:')]")
    return [(link.get("href"), link.text_content(), link.get("data-of", "")) for link in links]


def test_a_handbook_has_what_most_cards_call_and_its_own_number(library: Library) -> None:
    """Of its own the one that most of its cards call, the first where several are called as often."""
    page = f"{BOOK}/procedures/complaint-handling.html"
    assert calls(library, page) == [
        ("tel:119", "119火警和抢险救援", ""),
        ("tel:120", "120医疗急救", ""),
        ("tel:057100000001", "0571-0000-0001消防控制室", ""),
    ]
    assert calls(library, page, "en")[2] == ("tel:057100000001", "0571-0000-0001Fire control room", "")


def test_a_handbook_without_cards_has_the_common_numbers(library: Library) -> None:
    """They are called from everywhere."""
    assert [dial for dial, _, _ in calls(library, "call-scripts/index.html")] == ["tel:119", "tel:120"]


def test_a_page_of_the_library_waits_for_the_handbook_that_is_chosen(library: Library) -> None:
    """Nobody is given another company's control room."""
    for url in ("index.html", "cards.html", "cards/fire.html"):
        assert calls(library, url)[2] == ("tel:057100000001", "0571-0000-0001消防控制室", BOOK)


def test_the_cards_are_reached_from_every_depth(library: Library) -> None:
    """Relative, as everything on a stick is."""
    strips = Strips(library.view("zh"))
    ways = {
        url: html.fromstring(strips.of(url)).xpath("string(//a[@class='sos__cards']/@href)")
        for url in ("index.html", "cards/fire.html", f"{BOOK}/index.html", f"{BOOK}/forms/key-loan-register.html")
    }
    assert list(ways.values()) == ["cards.html", "../cards.html", "../cards.html", "../../cards.html"]


def test_sample_numbers_are_said_to_be_samples(content: Content) -> None:
    """Where the handbook says that its values are examples; who answers stands in the value or on the card."""
    content.change(TITLE_PAGE, "\nproject:\n", "\nsample: true\nproject:\n")
    content.change(TITLE_PAGE, "control-room: 0571-0000-0001", "control-room: 大厦监控室 0571-0000-0001")
    sample = calls(load_library(content.root).require(), f"{BOOK}/index.html")[2]

    assert sample == ("tel:057100000001", "0571-0000-0001大厦监控室示例", "")


def test_a_library_without_cards_has_no_strip(content: Content) -> None:
    """Nothing stands where there is nothing to call."""
    for path in (FIRE, GAS):
        (content.root / path).unlink()
    library = load_library(content.root).require()

    assert Strips(library.view("zh")).of("index.html") == ""
