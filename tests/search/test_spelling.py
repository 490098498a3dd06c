from __future__ import annotations

import pytest

from search.spelling import distance, nearest


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("complant", "complaint", 1),
        ("cusotdy", "custody", 1),
        ("key", "key", 0),
        ("kitten", "sitting", 3),
        ("", "abc", 3),
    ],
)
def test_a_swap_of_neighbours_is_one_slip(one: str, other: str, slips: int) -> None:
    """Letters left out, put in, replaced or swapped each count once."""
    assert distance(one, other) == distance(other, one) == slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("complant", "complaint"),
        ("modum", "modem"),
        ("complanit", "complaint"),
        ("kay", ""),
        ("weather", ""),
        ("nodem", ""),
    ],
)
def test_only_a_near_word_with_the_same_first_letter_is_taken(typed: str, meant: str) -> None:
    """Short words are left alone, and a wrong first letter is not put right."""
    assert nearest(typed, ["complaint", "complex", "custom", "key", "modem"]) == meant
