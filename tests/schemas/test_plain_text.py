"""Text is measured before and after it is normalised, and no text takes longer than its length."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

from schemas import plain_text
from schemas.limits import LONGEST_TEXT, MOST_EXPANSION, MOST_MARKS
from schemas.plain_text import Form, is_mark, normal
from schemas.root import find_root

PRODUCT = ("commands", "filled", "generators", "schemas", "search", "server", "training")
EVERY = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
MARKS = [character for character in EVERY if is_mark(character)]


def most_marks(text: str) -> int:
    """The longest run of marks in *text* as it is taken apart."""
    most = marks = 0
    for character in unicodedata.normalize("NFKD", text):
        marks = marks + 1 if unicodedata.combining(character) else 0
        most = max(most, marks)
    return most


def test_one_way() -> None:
    """Nothing in the product normalises text but the one function that bounds it."""
    root = find_root(None, None, Path(__file__).parent)
    paths = (path for name in PRODUCT for path in (root / name).rglob("*.py"))
    normalising = {
        path.relative_to(root).as_posix()
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in ("normalize", "is_normalized"))
        and isinstance(node.value, ast.Name)
        and node.value.id == "unicodedata"
    }

    assert normalising == {"schemas/plain_text.py"}


@pytest.mark.parametrize("form", ["NFC", "NFKC"])
def test_usual(form: Form) -> None:
    """A text is normalised as Unicode says."""
    text = "Ａ①ﬁ e\u0301 \u1100\u1161\u11a8 한국어 Việt Nam ไทย 投诉（１２）☑"

    assert normal(text, form, 100) == unicodedata.normalize(form, text)


def test_every_character() -> None:
    """Every character alone, and between letters, is normalised as Unicode says."""
    spaced = "a".join(EVERY)

    assert normal(spaced, "NFKC", len(spaced) * MOST_EXPANSION) == unicodedata.normalize("NFKC", spaced)


def test_no_mark_is_taken_for_a_letter() -> None:
    """What is passed over as plain holds no mark."""
    assert [mark for mark in MARKS if plain_text._MAYBE_MANY.fullmatch(mark * (MOST_MARKS + 1)) is None] == []


def test_measured_before_and_after() -> None:
    """Of a text that is too long, or becomes so, the first characters are taken."""
    assert normal("字" * 30, "NFKC", 20) == "字" * 20
    assert normal("\ufdfa" * 30, "NFKC", 20) == unicodedata.normalize("NFKC", "\ufdfa\ufdfa")[:20]


def test_expansion() -> None:
    """No character becomes more than is counted on."""
    assert max(len(unicodedata.normalize("NFKC", character)) for character in EVERY) == MOST_EXPANSION


@pytest.mark.parametrize("mark", [*MARKS[:: len(MARKS) // 20], "\uff9e", "\uff9f", "\u0344", "\u0f73"])
def test_marks(mark: str) -> None:
    """However many marks stand on a letter, and in whatever order, no more than a few are put in order."""
    text = "e" + f"{mark}\u0334\u0315\u0300" * 1000

    assert most_marks(normal(text, "NFKC", LONGEST_TEXT)) <= 2 * MOST_MARKS


def test_marks_of_texts() -> None:
    """Marks that people write stay: an accent, points of Hebrew, Thai tones, a Zalgo of thirty."""
    text = "é שָׁלוֹם ก็ ที่ " + "z" + "\u0334" * MOST_MARKS

    assert normal(text, "NFC", 100) == unicodedata.normalize("NFC", text)
