"""Texts in a row are separated as each language has it."""

from __future__ import annotations

from schemas.punctuation import joined


def test_texts_stand_in_a_row_as_each_language_separates_them() -> None:
    """An enumeration comma in Chinese."""
    assert (joined(["a", "b"], "zh"), joined(["a", "b"], "en")) == ("a、b", "a, b")
