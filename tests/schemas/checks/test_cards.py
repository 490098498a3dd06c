"""Emergency cards: read in a fright, so short; used by many handbooks, so each says who and where."""

from __future__ import annotations

import pytest

from tests.schemas.content import FIRE, FRONT_DESK, GAS, SETTINGS, TITLE_PAGE, Content

USE = "handbook/greentown-after-sales/handbook.yaml"
SAYING = '  - {id: third, when: 夜里, say: "待在屋里。"}\n'


def of_cards(said: list[str]) -> list[str]:
    """The findings about cards."""
    return [line for line in said if "card" in line.rpartition("[")[2] or "danger" in line.rpartition("[")[2]]


def test_the_cards_of_the_sample_are_complete(content: Content) -> None:
    """Fire and gas, in a handbook that gives each its people, places and numbers."""
    assert content.check() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "title"),
    [
        (FIRE, "by: desk,", "by: dsk,", "error: cards have no actor 'dsk' [unknown-card-actor]"),
        (FIRE, "places: [assembly,", "places: [asembly,", "error: cards have no place 'asembly' [unknown-card-place]"),
        (TITLE_PAGE, "use: [fire, gas]", "use: [fire, gaz]", "error: there is no card 'gaz' [unknown-card]"),
        (
            TITLE_PAGE, "{desk: front-desk, scene", "{dask: front-desk, scene",
            "error: cards have no actor 'dask' [unknown-card-actor]",
        ),
        (
            TITLE_PAGE, "    extinguishers: ", "    hydrants: ",
            "warning: card 'fire' is used, but not where '灭火器和消火栓' is [card-place-not-given]",
        ),
        (
            TITLE_PAGE, "  gas-company: ", "  gas: ",
            "error: card 'gas' calls project.gas-company, which is not given here [card-number-not-given]",
        ),
        (
            FRONT_DESK, "{night: control-room, leave:", "{leave:",
            "is the 客服前台, who is not always there, and nobody stands in [card-actor-away]",
        ),
        (
            "handbook/greentown-after-sales/roles/control-room.yaml", "- id: fire-panel", "- id: panel",
            "to the licensed, but no role of this handbook holds 'fire-panel' [card-licence-without-holder]",
        ),
        (GAS, "漏气]", "着火]", "warning: '着火' is in cards/fire too: which card is meant? [danger-twice]"),
        (FIRE, "never:\n", SAYING + "never:\n", "warning: the first screen has 8 lines, 7 at most [card-too-long]"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_card_is_found(content: Content, path: str, old: str, new: str, title: str) -> None:
    """At the card, or at the handbook that uses it."""
    text = content.read(path)
    assert old in text
    content.write(path, text.replace(old, new, 1))

    assert any(line.endswith(title) for line in content.titles()), content.titles()


def test_a_card_may_be_given_other_people_than_the_others(content: Content) -> None:
    """Where somebody else takes the lead in a gas leak; a card named alone is given nothing of its own."""
    content.change(TITLE_PAGE, "  use: [fire, gas]", "  use: {fire: , gas: {actors: {lead: order-guard}}}")

    assert content.check() == []


def test_a_card_that_no_handbook_uses_is_a_notice(content: Content) -> None:
    """It is not asked of who reads no card."""
    content.change(TITLE_PAGE, "use: [fire, gas]", "use: [fire]")

    assert of_cards(content.titles("zh")) == ["handbook/cards/gas.yaml:1:1: 提示: 没有手册用这张应急卡 [card-unused]"]


def test_an_actor_is_given_a_role_of_the_handbook(content: Content) -> None:
    """One that is not there is found as everywhere."""
    content.change(TITLE_PAGE, "scene: order-guard", "scene: ordr-guard")

    assert "error: there is no role or party 'ordr-guard' [unknown-party]" in content.titles()[0]


def test_cards_do_not_stand_in_a_handbook(content: Content) -> None:
    """They are moved to the library, where they are the same for all."""
    content.write("handbook/greentown-after-sales/cards/lift.yaml", content.read(FIRE))

    assert content.check("zh")[0] == (
        "handbook/greentown-after-sales/cards:1:1: 错误: “cards”全库只有一份，不放在手册里 [kind-of-library]\n"
        "    移到 handbook/cards/。"
    )


def test_words_for_the_danger_are_needed_in_both_languages(content: Content) -> None:
    """An English question has to find the card too."""
    content.change(GAS, "  en: [gas leak, smell of gas, gas smell]\n", "")

    assert content.check("zh")[0].split(": ", 1)[1] == (
        "错误: 缺少“en” [missing-key]\n    补上“en: […, …]”（英文里指这种危险的词，如 fire）。"
    )


def test_a_text_of_a_card_names_only_its_own_places(content: Content) -> None:
    """A blank of a handbook is unknown to the other handbooks."""
    content.change(FIRE, "到{assembly}。", "到{name}。")

    assert any("there is no blank or project value 'name'" in line for line in content.titles())


def test_the_library_is_found_by_the_address_of_its_card(content: Content) -> None:
    """From any handbook alike, and as a link in a text."""
    library = content.library()
    card = library.find("cards/fire", "call-scripts")

    assert card is not None
    assert (card.handbook, card.address, card.url) == ("", "cards/fire", "cards/fire.html")
    assert library.find("cards/fire") is card
    assert content.read(SETTINGS).count("assembly") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number: project.gas-company,", "number: project.gas-company, instead: project.control-room,"),
        ("number: project.gas-company,", "number: project.gas-company, optional: true,"),
    ],
)
def test_a_number_that_not_every_project_has_may_be_missing(content: Content, old: str, new: str) -> None:
    """Another one is called instead, or the line is left out there."""
    content.change(TITLE_PAGE, "  gas-company: 示例燃气公司 0571-0000-0003\n", "")
    assert of_cards(content.titles()) != []
    content.change(GAS, old, new)

    assert of_cards(content.titles()) == []


def test_a_place_that_not_every_handbook_has_may_be_missing(content: Content) -> None:
    """It must be one of the library's all the same."""
    content.change(FIRE, "places: [assembly, extinguishers, fire-lane]", "places: [assembly]")
    content.change(FIRE, "report:\n", "places_if_any: [extinguishers, fire-lane]\nreport:\n")
    content.change(TITLE_PAGE, "    extinguishers: 每层楼梯口，左手边\n", "")
    assert of_cards(content.titles()) == []

    content.change(FIRE, "[extinguishers, fire-lane]", "[extinguishers, fire-lame]")
    assert any("cards have no place 'fire-lame'" in line for line in content.titles())


@pytest.mark.parametrize(("after", "found"), [("", 0), (", after_hours: control-room", 2)])
def test_where_nobody_is_left_after_hours_only_the_hours_count(content: Content, after: str, found: int) -> None:
    """A shop that is closed at night has nobody there; a desk that somebody stands in for is never closed."""
    content.change(FRONT_DESK, "stands_in: {night: control-room, leave:", "stands_in: {leave:")
    text = content.read(TITLE_PAGE)
    start = text.index("hours:\n")
    content.write(TITLE_PAGE, f"{text[:start]}hours: {{open: 8:00-20:00{after}}}\n{text[text.index('tasks:') :]}")

    assert len([line for line in of_cards(content.titles()) if line.endswith("[card-actor-away]")]) == found


def test_an_outsider_has_the_licence(content: Content) -> None:
    """Whoever works the panel of a building where the handbook only has a few rooms is no role of the handbook."""
    content.change("handbook/greentown-after-sales/roles/control-room.yaml", "- id: fire-panel", "- id: panel")
    content.change(FIRE, "{id: panel, do", "{id: panel, by: control, do")
    assert of_cards(content.titles()) != []
    content.change(TITLE_PAGE, "control: control-room", "control: building")
    content.change(TITLE_PAGE, "parties:\n", "parties:\n  building: {title: 所在楼宇的物业, kind: contractor}\n")

    assert [line for line in content.titles("zh") if "card" in line or "party" in line] == []
