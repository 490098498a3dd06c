"""GIFT: the items of a course as plain text that Moodle and others read, and anybody can.

One right answer is a multiple choice, several are one with shares, and an order is a matching of steps and positions.
Every text is `[plain]`: nothing in it is taken for HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from training.exports.banks import Bank, id_of, share
from training.exports.outgoing import Category, Exported, Outgoing, laid_out
from training.item import Item, Option

_CONTROL: Final = re.compile(r"[\\~=#{}:]")
_READ_OTHERWISE: Final = ("[", "%")
"""A text that begins so could be taken for the name of a format, or for a share."""


def export_gift(outgoing: Outgoing) -> Exported:
    """The items of a course as a GIFT file, a category for each topic."""
    bank = Bank(outgoing, shows_pictures=False)
    blocks = [_comment(f"{outgoing.title} · {outgoing.handbook} · {outgoing.pool.course}")]
    for category in bank.categories:
        blocks.append(f"$CATEGORY: $course$/top/{_path(bank, category)}")
        blocks.extend(_question(bank, item) for item in category.items)
    return Exported(("\n\n".join(blocks) + "\n").encode(), bank.count, bank.left_out())


def _comment(text: str) -> str:
    return f"// {' '.join(text.split())}"


def _path(bank: Bank, category: Category) -> str:
    """The categories around *category*; a slash in a title is written twice, since one divides them."""
    return "/".join(" ".join(title.split()).replace("/", "//") for title in bank.path(category))


def _question(bank: Bank, item: Item) -> str:
    tags = "".join(f" [tag:{tag}]" for tag in (item.kind, *(["draft"] if item.is_draft else [])))
    stem = f"::{_escaped(bank.name(item))}::[plain]{_escaped(item.stem.of(bank.outgoing.lang))}"
    answers = "".join(f"\t{answer}\n" for answer in _answers(bank.outgoing, item))
    why = f"\t####{_text(bank.outgoing.why(item))}\n"
    return f"// [id:{id_of(item)}]{tags}\n{stem} {{\n{answers}{why}}}"


def _answers(outgoing: Outgoing, item: Item) -> Iterator[str]:
    for option in laid_out(item):
        text = _text(option.text.of(outgoing.lang))
        if item.answering == "order":
            position = outgoing.t.position.format(number=item.right.index(option.key) + 1)
            # what stands before the arrow ends at the first one
            yield f"={text.replace('->', '→')} -> {_escaped(position)}"
        else:
            yield f"{_sign(item, option)}{text}"


def _sign(item: Item, option: Option) -> str:
    """What stands before an answer: whether it is right, or the share of the marks it is worth."""
    if item.answering == "one":
        return "=" if option.key in item.right else "~"
    return f"~%{share(item, option)}%"


def _text(text: str) -> str:
    return ("[plain]" if text.startswith(_READ_OTHERWISE) else "") + _escaped(text)


def _escaped(text: str) -> str:
    return _CONTROL.sub(r"\\\g<0>", text.strip()).replace("\n", "\\n")
