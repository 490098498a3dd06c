"""Moodle XML: the items of a course as questions of Moodle, with their pictures.

One or several right answers are a `multichoice`, an order is an `ordering`, which Moodle has of its own since 4.4 and
as a plugin before. Every text is HTML without markup of ours but line breaks: what an author types is shown as typed.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import Final

from lxml import etree

from training.exports.banks import Bank, id_of, share
from training.exports.outgoing import Category, Exported, Outgoing, laid_out
from training.item import Item, Option

_FEEDBACKS: Final = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_CHOICE: Final = {"shuffleanswers": "true", "answernumbering": "ABCD"}
_ORDER: Final = {
    "layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "gradingtype": "ABSOLUTE_POSITION",
    "showgrading": "SHOW", "numberingstyle": "none",
}  # fmt: skip


def export_moodle(outgoing: Outgoing) -> Exported:
    """The items of a course as a Moodle XML file, a category for each topic."""
    bank = Bank(outgoing)
    quiz = etree.Element("quiz")
    for category in bank.categories:
        _category(quiz, bank, category)
        for item in category.items:
            _question(quiz, bank, item)
    etree.indent(quiz)
    content = etree.tostring(quiz, encoding="UTF-8", xml_declaration=True) + b"\n"
    return Exported(content, bank.count, bank.left_out())


def _category(quiz: etree._Element, bank: Bank, category: Category) -> None:
    path = "/".join(title.replace("/", "//") for title in bank.path(category))
    question = etree.SubElement(quiz, "question", type="category")
    _text(etree.SubElement(question, "category"), f"$course$/top/{path}")


def _question(quiz: etree._Element, bank: Bank, item: Item) -> None:
    out = bank.outgoing
    is_order = item.answering == "order"
    question = etree.SubElement(quiz, "question", type="ordering" if is_order else "multichoice")
    _text(etree.SubElement(question, "name"), bank.name(item))
    stem = _html(question, "questiontext", item.stem.of(out.lang), item.id in out.pictures)
    if item.id in out.pictures:
        _picture(stem, out.pictures[item.id])
    _html(question, "generalfeedback", out.why(item))
    facts = {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": id_of(item)}
    single = {} if is_order else {"single": "true" if item.answering == "one" else "false"}
    for name, value in (facts | single | (_ORDER if is_order else _CHOICE)).items():
        etree.SubElement(question, name).text = value
    for name in _FEEDBACKS:
        _html(question, name, "")
    for option in laid_out(item) if not is_order else map(item.option, item.right):
        _html(question, "answer", option.text.of(out.lang), fraction=_fraction(item, option))
    _tags(question, item)


def _fraction(item: Item, option: Option) -> str:
    """What an answer is worth in percent; in an order its position."""
    return str(item.right.index(option.key) + 1) if item.answering == "order" else share(item, option)


def _tags(question: etree._Element, item: Item) -> None:
    tags = etree.SubElement(question, "tags")
    for tag in (item.kind, *(["draft"] if item.is_draft else [])):
        _text(etree.SubElement(tags, "tag"), tag)


def _html(parent: etree._Element, name: str, text: str, has_picture: bool = False, **attributes: str) -> etree._Element:
    """A text as HTML, with the picture of the question below it where it has one."""
    element = etree.SubElement(parent, name, {"format": "html", **attributes})
    html = escape(text, quote=False).replace("\n", "<br>")
    if has_picture:
        html += f'<br><img src="@@PLUGINFILE@@/{_PICTURE}" alt="">'
    # no text holds `]]>`, for `>` is escaped
    etree.SubElement(element, "text").text = etree.CDATA(html) if html else None
    return element


_PICTURE: Final = "picture.png"


def _picture(stem: etree._Element, picture: bytes) -> None:
    file = etree.SubElement(stem, "file", name=_PICTURE, path="/", encoding="base64")
    file.text = b64encode(picture).decode()


def _text(parent: etree._Element, text: str) -> None:
    etree.SubElement(parent, "text").text = text
