"""A form that is read after one edit or another, and what is then said about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from filled.filling import fill_form
from schemas.filled import Filled
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import change, typed

SAMPLE = filled.everything()
EMPTY = fill_form(SAMPLE.library, SAMPLE.entry, {})


def read(*edits: Callable[[str], str], docx: bytes = EMPTY) -> Filled:
    """A copy read after edits to its document."""
    return filled.read(SAMPLE, change(docx, *edits) if edits else docx)


def copy(values: dict[str, Any]) -> bytes:
    """A copy with *values*."""
    return fill_form(SAMPLE.library, SAMPLE.entry, values)


def mistakes(found: Filled, lang: str = "zh") -> list[str]:
    """What is to be put right, but for what was not filled in."""
    return [mistake.say(lang, show_personal=True) for mistake in found.mistakes if mistake.rule != "required"]


def notes(found: Filled, lang: str = "zh") -> list[str]:
    """What is to be known, but for typed names."""
    return [note.say(lang, show_personal=True) for note in found.notes if note.rule != "typed-name"]


def set_property(tag: str, old: str, new: str) -> Callable[[str], str]:
    """An edit of the properties of a control."""

    def edit(document: str) -> str:
        return re.sub(
            rf'<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="{re.escape(tag)}"/>.*?</w:sdtPr>',
            lambda match: match[0].replace(old, new),
            document,
            count=1,
        )

    return edit


def tick(tag: str, *, checked: bool = True, glyph: str = "\u2611") -> Callable[[str], str]:
    """An edit: a box is clicked, and shows *glyph*."""

    def edit(document: str) -> str:
        state = '<w14:checked w14:val="1"/>' if checked else '<w14:checked w14:val="0"/>'
        document = set_property(tag, '<w14:checked w14:val="0"/>', state)(document)
        return typed(tag, f"<w:r><w:t>{glyph}</w:t></w:r>")(document)

    return edit


def box_of(tag: str) -> str:
    """A pattern for a control with its bookmark."""
    control = rf'<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="{re.escape(tag)}"/>(?:(?!</w:sdt>).)*</w:sdt>'
    return rf"<w:bookmarkStart [^>]*/>{control}<w:bookmarkEnd [^>]*/>"


def flattened(tag: str, content: str) -> Callable[[str], str]:
    """An edit: of a control only its bookmark and *content* are left."""

    def edit(document: str) -> str:
        return re.sub(
            box_of(tag), lambda match: re.sub("<w:sdt>.*</w:sdt>", lambda _: content, match[0]), document, count=1
        )

    return edit
