from __future__ import annotations

import pytest

from search.spelling import distance, is_one_slip, nearest


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
    assert is_one_slip(one, other) is is_one_slip(other, one) is (slips == 1)


STEMS = ["complaint", "complex", "custom", "key", "modem", "opinion"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("complant", "complaint"),
        ("modum", "modem"),
        ("complanit", "complaint"),
        ("custm", "custom"),
        ("customm", "custom"),
        ("opinyon", "opinion"),
        ("kay", ""),
        ("cussom", ""),
        ("weather", ""),
        ("nodem", ""),
    ],
)
def test_only_a_near_word_with_the_same_first_letter_is_taken(typed: str, meant: str) -> None:
    """Short words only where it is a slip that people make; a wrong first letter is not put right."""
    assert nearest(typed, STEMS, dict.fromkeys(STEMS, 1), 0.02) == meant


def test_the_word_that_the_library_uses_more_is_meant() -> None:
    """Of two as near; a rare one is not taken for a short word at all."""
    often = {"reputation": 1, "repair": 90, "formal": 2, "former": 30}

    assert nearest("formar", ["formal", "former"], often, 0.02) == "former"
    assert nearest("reparation", ["repair", "reputation"], often, 0.02) == "repair"
    assert nearest("custm", ["custom"], {"custom": 1}, 2) == ""
