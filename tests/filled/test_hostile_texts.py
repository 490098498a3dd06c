"""Hostile texts in forms that are filled and read: taken, or refused field by field, whatever they are."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from itertools import product
from typing import Any
from xml.sax.saxutils import escape

import pytest

from filled.filling import MistakesError, fill_form
from filled.reading.refusals import RefusedError
from schemas.limits import LONGEST_TEXT, MOST_TOLD
from schemas.mistakes import number_of, told
from tests.filled import filled_samples as filled
from tests.hostile_texts import KINDS

SAMPLE = filled.everything()
EMPTY = fill_form(SAMPLE.library, SAMPLE.entry, {})
NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CONTENT = re.compile("(<w:sdtContent>)<w:r>.*?</w:r>(</w:sdtContent>)")


def values(text: str) -> dict[str, Any]:
    """*text* in every field of the form, and in two rows of each register."""
    blocks: dict[str, Any] = {}
    for blank in SAMPLE.blanks.all:
        if blank.is_column:
            rows = blocks.setdefault(blank.block, [{}, {}])
            for row in rows:
                row[blank.key] = text
        elif not blank.row:
            blocks.setdefault(blank.block, {})[blank.key] = text
    return blocks


def each(longest: int) -> Iterator[Any]:
    """Every kind at fifty characters, some of them alone and as long as can be; the others of these are long proofs."""
    for kind, length in product(KINDS, (1, 50, longest)):
        is_fast = length == 50 or zlib.crc32(kind.encode()) % 5 == 0
        yield pytest.param(kind, length, marks=() if is_fast else pytest.mark.prove)


@pytest.mark.parametrize(("kind", "length"), [*each(LONGEST_TEXT + 1)])
def test_filled(kind: str, length: int) -> None:
    """A form is filled, and what it then says is what was written; or every mistake has a line in both languages."""
    try:
        copy = fill_form(SAMPLE.library, SAMPLE.entry, values(KINDS[kind](length)))
    except MistakesError as error:
        mistakes = told(error.mistakes)
        assert len(mistakes) <= MOST_TOLD + 1
        json.dumps([mistake.as_json(lang) for mistake in mistakes for lang in ("zh", "en")])
        return
    assert {mistake.rule for mistake in filled.read(SAMPLE, copy).mistakes} <= {"required"}  # nothing but spaces


@pytest.mark.parametrize(("kind", "length"), [*each(5_000)])
def test_read(kind: str, length: int) -> None:
    """A copy with the text in every control is read, its mistakes in words, or refused in a line."""
    text = escape(NOT_IN_XML.sub("", KINDS[kind](length)))
    copy = filled.change(
        EMPTY, lambda document: CONTENT.sub(r"\1<w:r><w:t>{}</w:t></w:r>\2", document).replace("{}", text)
    )
    try:
        back = filled.read(SAMPLE, copy)
    except RefusedError as refusal:
        rule = refusal.rule
    else:
        rule = ""
    assert rule in ("", "bomb", "part-too-large")
    if not rule:
        assert number_of(back.mistakes) < 1000
        # every long field holds the text, as it is read where the eye sees it; a mistake quotes only its beginning
        assert len(json.dumps([back.as_json("zh"), back.as_json("en")], ensure_ascii=False)) < 400_000
