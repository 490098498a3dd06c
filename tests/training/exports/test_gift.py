"""GIFT, as the grammar of `gift-pegjs` reads it: every item comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.training.exports.samples import computed, going_out, node_module
from training.exports.banks import Bank, id_of, share
from training.exports.gift import export_gift
from training.exports.outgoing import Left, Outgoing, laid_out
from training.item import Item

PARSER = "gift-pegjs/lib/gift-parser-globals.js"


@pytest.fixture
def parse(browser: Browser) -> Iterator[Any]:
    """The parser, which is a script."""
    page = browser.new_page()
    page.add_script_tag(path=node_module("gift-pegjs", PARSER))
    yield lambda text: page.evaluate("(text) => giftParser.parse(text)", text)
    page.close()


def words(text: str) -> str:
    """A text as the parser gives it: on one line, and with a semicolon behind each break of a line."""
    return " ".join(text.replace("\n;", "\n").split())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("course", [going_out, computed])
def test_every_item_is_read_back(parse: Any, course: Any, lang: str) -> None:
    """Categories, ids, tags, question, answers with their shares, and why, whatever signs are in them."""
    outgoing = course(lang)
    exported = export_gift(outgoing)

    read = parse(exported.content.decode())

    bank = Bank(outgoing, shows_pictures=False)
    expected = [
        each
        for category in bank.categories
        for each in ({"category": "/".join(bank.path(category))}, *(told(bank, item) for item in category.items))
    ]
    assert [seen(question) for question in read] == expected
    assert exported.items == bank.count == len(outgoing.items) - exported.left[Left.PICTURE]


def test_what_shows_a_picture_is_left_out_and_counted() -> None:
    """GIFT is text: nobody is asked about a form that is not there."""
    exported = export_gift(going_out("zh"))

    assert "picture: " not in exported.content.decode()
    assert [reason.say(number).zh for reason, number in exported.left.items()] == ["1 道要看图，这种格式放不了图"]


def told(bank: Bank, item: Item) -> dict[str, Any]:
    """What is to come back of an item."""
    out = bank.outgoing
    return {
        "id": id_of(item),
        "tags": [item.kind, *(["draft"] if item.is_draft else [])],
        "title": words(bank.name(item)),
        "stem": ("plain", words(item.stem.of(out.lang))),
        "answers": [answer(out, item, number) for number in range(len(item.options))],
        "why": words(out.why(item)),
    }


def answer(out: Outgoing, item: Item, number: int) -> tuple[str, Any]:
    """An answer with what it is worth: whether it is right, its share, or its position."""
    option = laid_out(item)[number]
    text = words(option.text.of(out.lang))
    if item.answering == "order":
        position = item.right.index(option.key) + 1
        return text.replace("->", "→"), f"第 {position}" if out.lang == "zh" else f"No. {position}"
    return text, option.key in item.right if item.answering == "one" else float(share(item, option))


def seen(question: dict[str, Any]) -> dict[str, Any]:
    """What came back."""
    if question["type"] == "Category":
        return {"category": question["title"].removeprefix("$course$/top/").replace("//", "/")}
    if question["type"] == "Matching":
        answers = [(words(pair["subquestion"]["text"]), pair["subanswer"]) for pair in question["matchPairs"]]
    else:
        answers = [
            (words(each["text"]["text"]), each["isCorrect"] if each["weight"] is None else each["weight"])
            for each in question["choices"]
        ]
    return {
        "id": question["id"],
        "tags": question["tags"],
        "title": words(question["title"]),
        "stem": (question["stem"]["format"], words(question["stem"]["text"])),
        "answers": answers,
        "why": words(question["globalFeedback"]["text"]),
    }


def test_the_same_items_are_the_same_bytes() -> None:
    """On any day."""
    assert export_gift(going_out("zh")).content == export_gift(going_out("zh")).content
