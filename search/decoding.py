"""From the sound to the characters: which of those that sound so follow each other most often in the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Final, NamedTuple

from search.lexical import LexicalIndex
from search.sounds import alike, characters
from search.tokens import CHINESE_STOP

ALIKE: Final = -2.5
"""What it costs to take a syllable for one that sounds alike, as the logarithm of a likelihood."""
SELDOM: Final = -2.0
"""The same for a character that is mostly read otherwise."""
UMLAUT: Final = -0.5
"""The same for `u` where `ü` is meant: `luse`."""
APART: Final = 0.002
"""How likely two characters follow each other that never do in the index, as a share of chance."""
STOP_SHARE: Final = 0.05
"""In which share of the rows a word of asking, which is not indexed, is taken to stand."""
KEPT: Final = 8
"""How many last characters are followed up."""
LONGEST: Final = 6
"""Letters of a syllable."""

_SINGLES: Final = frozenset(letter for letter in CHINESE_STOP if len(letter) == 1)


class Path(NamedTuple):
    """What some letters may be, and how likely that is."""

    likely: float
    text: str


class Decoder:
    """Turns letters into the Chinese that an index most likely has for them."""

    def __init__(self, lexical: LexicalIndex) -> None:
        self._frequencies = lexical.frequencies
        self._rows = max(1, lexical.rows)

    def often(self, token: str) -> int:
        """In how many rows of the index a character or pair stands; words of asking stand in many."""
        return int(self._rows * STOP_SHARE) if token in CHINESE_STOP else self._frequencies.get(token, 0)

    def decode(self, words: Sequence[str]) -> str:
        """The most likely reading of *words*, none of whose syllables goes on in the next; "" where there is none."""
        paths = [Path(0.0, "")]
        for word in words:
            ends: list[dict[str, Path]] = [{} for _ in range(len(word) + 1)]
            starts = [paths, *([] for _ in word)]
            for at in range(len(word)):
                for end in range(at + 1, min(len(word), at + LONGEST) + 1) if starts[at] else ():
                    self._follow(starts[at], _by_sound(word[at:end]), ends[end])
                starts[at + 1] = _best(ends[at + 1])
            paths = starts[-1]
        return paths[0].text if paths else ""

    def _follow(self, paths: Sequence[Path], choices: Iterable[tuple[str, float]], into: dict[str, Path]) -> None:
        for letters, cost in choices:
            for letter in letters:
                if letter not in self._frequencies and letter not in _SINGLES:
                    continue
                best, likely = paths[0], self._next(paths[0], letter)
                for path in paths[1:]:
                    if path.text[-1] + letter in self._frequencies:
                        value = self._next(path, letter)
                        if value > likely:
                            best, likely = path, value
                if letter not in into or into[letter].likely < likely + cost:
                    into[letter] = Path(likely + cost, best.text + letter)

    def _next(self, path: Path, letter: str) -> float:
        """How likely *path* is with *letter* after it."""
        often = self.often(letter)
        if not path.text:
            return path.likely + log(often / self._rows)
        before = path.text[-1]
        first = self.often(before)
        return path.likely + log((self.often(before + letter) + APART * often * first / self._rows) / first)


def _best(paths: dict[str, Path]) -> list[Path]:
    return sorted(paths.values(), key=lambda path: -path.likely)[:KEPT]


def _by_sound(letters: str) -> Iterator[tuple[str, float]]:
    """One syllable, or one that sounds alike."""
    yield from _read_as(letters, 0.0)
    for other in alike(letters):
        yield from _read_as(other, ALIKE)
    if letters[:2] in ("lu", "nu"):
        yield from _read_as(f"{letters[0]}v{letters[2:]}", UMLAUT)


def _read_as(syllable: str, cost: float) -> Iterator[tuple[str, float]]:
    mostly, seldom = characters().get(syllable, ("", ""))
    yield mostly, cost
    yield seldom, cost + SELDOM
