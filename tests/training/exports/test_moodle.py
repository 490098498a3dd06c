"""Moodle XML: well-formed, and every item comes back as it was."""

from __future__ import annotations

from base64 import b64decode
from html import unescape
from typing import Any

import pytest
from lxml import etree

from tests.training.exports.samples import computed, going_out, png
from training.exports.banks import Bank, id_of, share
from training.exports.moodle import export_moodle
from training.exports.outgoing import laid_out
from training.item import Item


def text_of(element: etree._Element, path: str) -> str:
    """The text of an HTML field: its line breaks are ours, all else is as it was typed."""
    html = element.findtext(f"{path}/text") or ""
    assert "<" not in html.replace("<br>", "").replace('<img src="@@PLUGINFILE@@/picture.png" alt="">', "")
    return unescape(html.partition("<br><img")[0].replace("<br>", "\n"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("course", [going_out, computed])
def test_every_item_is_read_back(course: Any, lang: str) -> None:
    """Categories, names, ids, questions, answers with their shares or their order, why, tags and pictures."""
    outgoing = course(lang)
    exported = export_moodle(outgoing)

    quiz = etree.fromstring(exported.content)

    bank = Bank(outgoing)
    expected = [
        each
        for category in bank.categories
        for each in ({"category": "/".join(bank.path(category))}, *(told(bank, item) for item in category.items))
    ]
    assert [seen(question) for question in quiz] == expected
    assert exported.items == len(outgoing.items)


def told(bank: Bank, item: Item) -> dict[str, Any]:
    """What is to come back of an item."""
    out, is_order = bank.outgoing, item.answering == "order"
    options = map(item.option, item.right) if is_order else laid_out(item)
    return {
        "type": "ordering" if is_order else "multichoice",
        "single": None if is_order else str(item.answering == "one").lower(),
        "name": bank.name(item),
        "id": id_of(item),
        "stem": item.stem.of(out.lang),
        "answers": [
            (option.text.of(out.lang), str(number) if is_order else share(item, option))
            for number, option in enumerate(options, start=1)
        ],
        "why": out.why(item),
        "tags": [item.kind, *(["draft"] if item.is_draft else [])],
        "picture": png() if item.picture else None,
    }


def seen(question: etree._Element) -> dict[str, Any]:
    """What came back."""
    if question.get("type") == "category":
        path = question.findtext("category/text") or ""
        return {"category": path.removeprefix("$course$/top/").replace("//", "/")}
    picture = question.findtext("questiontext/file")
    return {
        "type": question.get("type"),
        "single": question.findtext("single"),
        "name": question.findtext("name/text"),
        "id": question.findtext("idnumber"),
        "stem": text_of(question, "questiontext"),
        "answers": [(text_of(each, "."), each.get("fraction")) for each in question.findall("answer")],
        "why": text_of(question, "generalfeedback"),
        "tags": [tag.text for tag in question.findall("tags/tag/text")],
        "picture": b64decode(picture) if picture else None,
    }


def test_the_same_items_are_the_same_bytes() -> None:
    """On any day."""
    assert export_moodle(going_out("en")).content == export_moodle(going_out("en")).content
