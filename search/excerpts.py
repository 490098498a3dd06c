"""An excerpt: the place in a text where a word stands, with every word that is looked for marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from search.normalize import normalize
from search.sought import Sought

LONGEST: Final = 78
"""Characters of an excerpt, without the marks that say where it was cut."""

_BEFORE: Final = 20
_CUT: Final = "…"

Excerpt = tuple[tuple[str, bool], ...]
"""The pieces of an excerpt, each with whether it was looked for."""


def excerpt(text: str, words: Sequence[Sought]) -> Excerpt:
    """The surroundings of the first of *words* in *text*, or its beginning where it has none."""
    marked = _marked(text, words)
    first = next((at for at, is_match in enumerate(marked) if is_match), 0)
    start = max(0, min(first - _BEFORE, len(text) - LONGEST))
    while 0 < start < first and _is_inside_word(text, start):
        start += 1
    end = min(len(text), start + LONGEST)
    while first + 1 < end < len(text) and _is_inside_word(text, end) and not marked[end - 1]:
        end -= 1
    letters = [*zip(text[start:end], marked[start:end], strict=True)]
    before, after = [(_CUT, False)] if start else [], [(_CUT, False)] if end < len(text) else []
    return _joined([*before, *letters, *after])


def _marked(text: str, words: Sequence[Sought]) -> list[bool]:
    """For each character of *text* whether it belongs to one of *words*; one becomes several when it is normalised."""
    plain = [normalize(letter) for letter in text]
    places = [at for at, letters in enumerate(plain) for _ in letters]
    whole = "".join(plain)
    marked = [False] * len(text)
    for word in words:
        for start, end in word.spans(whole):
            for place in places[start:end]:
                marked[place] = True
    return marked


def _is_inside_word(text: str, at: int) -> bool:
    return all(letter.isascii() and letter.isalnum() for letter in text[at - 1 : at + 1])


def _joined(letters: Sequence[tuple[str, bool]]) -> Excerpt:
    pieces: list[tuple[str, bool]] = []
    for letter, is_match in letters:
        if pieces and pieces[-1][1] == is_match:
            pieces[-1] = (pieces[-1][0] + letter, is_match)
        else:
            pieces.append((letter, is_match))
    return tuple(pieces)
