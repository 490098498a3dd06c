"""How wide text is and where it breaks, close enough to size a table without asking a word processor.

Widths are in em (the font size), so one table serves every size. Chinese characters are one em in every font; for
Latin letters the wider of the usual fonts counts, because a label that is given too much room is no fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from schemas.personal_words import word_ends

STARS: Final = ("＊", "*")
"""The marks of a field that must be filled, Chinese and English; printed smaller than the label they follow."""
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-/ ‘’")
_WIDE: Final = frozenset("&ABCDEFGHKNOPQRSUVXYZ")
_WIDEST: Final = frozenset("mwMW@%")
_CLOSING: Final = frozenset("，。、；：？！）》」』】〕”…％,.;:?!)]}%/＊*–—")
_OPENING: Final = frozenset("（《「『【〔“([{￥")
_IN_BRACKETS: Final = 40.0
"""What a break inside brackets costs: rather two uneven lines than that."""
_IN_WORD: Final = 12.0
"""What a break inside a Chinese word costs: 租户单位｜全称, though 租户单｜位全称 is as even."""
_GOOD_AFTER: Final = frozenset("、，；：）/。")
_SLACK: Final = 1.02
ANY_FONT: Final = 1.13
"""How much wider figures are in the fonts of a machine that has none of those a form names."""
JOINER: Final = "\u2060"
"""Keeps the characters beside it on one line; it has no width, and `wrap` and `split` leave it out."""
_STICKY: Final = _OPENING | {"\u00a0", JOINER}
_SPACES: Final = " \u00a0"
_ATOM: Final = re.compile(r"[ \u00a0]+|[!-~\u00a1-\u024f\u2018\u2019]+|.", re.DOTALL)
_WORD_PART: Final = re.compile(r"[^/\-]*[/\-]+|[^/\-]+")


def _is_full(char: str) -> bool:
    return char >= "\u2e80" or char in "“”…—①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳√□☐×"


def _char(char: str) -> float:
    if char == STARS[0]:
        return 0.8
    if char == JOINER:
        return 0.0
    if _is_full(char):
        return 1.0
    if char in _NARROW:
        return 0.35
    if char in _WIDE:
        return 0.72
    return 0.88 if char in _WIDEST else 0.56


@lru_cache(maxsize=16384)
def ems(text: str) -> float:
    """The width of *text* on one line, in em."""
    return sum(map(_char, text))


def is_chinese(text: str) -> bool:
    """Whether *text* is of Chinese characters only, without punctuation."""
    return all("\u4e00" <= char <= "\u9fff" for char in text)


@lru_cache(maxsize=16384)
def line_count(text: str, room: float) -> int:
    """How many lines *text* takes in *room* em when broken as a word processor does, a little on the safe side."""
    return sum(_fewest(_atoms(part), room / _SLACK) for part in text.split("\n"))


@lru_cache(maxsize=16384)
def wrap(text: str, room: float) -> tuple[str, ...]:
    """*text* in as few lines of *room* em as possible, of even length, broken where a reader would pause.

    A single word wider than *room* keeps its line and overflows it.
    """
    if "\n" in text:
        return tuple(line for part in text.split("\n") for line in wrap(part, room))
    atoms = _atoms(text)
    count = _fewest(atoms, room)
    return (text.replace(JOINER, ""),) if count == 1 else _even(atoms, count, room)


def split(text: str, count: int) -> tuple[str, ...]:
    """*text* in *count* even lines (fewer when it has fewer places to break), however wide they are."""
    atoms = _atoms(text)
    return _even(atoms, min(count, len(atoms)), float("inf")) if atoms else (text,)


@lru_cache(maxsize=4096)
def widest_word(text: str) -> float:
    """The width in em of what of *text* is to stay on one line: its widest word."""
    atoms = _atoms(text)
    words = [""]
    for (piece, _), inside in zip(atoms, _in_words(atoms), strict=True):
        words[-1] += piece
        if not inside:
            words.append("")
    return max([ems(word.rstrip(" ")) for word in words])


def _atoms(text: str) -> list[tuple[str, float]]:
    """Pieces that never break, each with the cost of a line break after it."""
    pieces = _glue([part for atom in _ATOM.findall(text) for part in _parts(atom)])
    atoms: list[tuple[str, float]] = []
    depth = 0
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else " "
        depth += sum(piece.count(mark) for mark in "（(") - sum(piece.count(mark) for mark in "）)")
        good = piece[-1] in _GOOD_AFTER or piece[-1] == " " or following[0] in _OPENING
        atoms.append((piece, _IN_BRACKETS if depth > 0 else 0.0 if good else 4.0))
    return atoms


def _with_words(atoms: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """*atoms* whose break costs more where it parts a Chinese word."""
    found = _in_words(atoms)
    return [
        (piece, max(cost, _IN_WORD) if inside else cost) for (piece, cost), inside in zip(atoms, found, strict=True)
    ]


def _in_words(atoms: list[tuple[str, float]]) -> list[bool]:
    """Whether a break after each of *atoms* parts a Chinese word."""
    text = "".join([piece for piece, _ in atoms])
    ends = word_ends(text)
    at = list(accumulate(len(piece) for piece, _ in atoms))
    return [is_chinese(text[end - 1 : end + 1]) and end not in ends for end in at]


def _parts(atom: str) -> list[str]:
    return _WORD_PART.findall(atom) if len(atom) > 1 and atom[0] not in _SPACES else [atom]


def _glue(parts: list[str]) -> list[str]:
    """Closing marks and spaces join what is before them, opening marks and hard spaces what follows."""
    glued: list[str] = []
    for part in parts:
        if glued and (part[0] in _CLOSING or part[0] in _SPACES or part[0] == JOINER or glued[-1][-1] in _STICKY):
            glued[-1] += part
        else:
            glued.append(part)
    return glued


def _fewest(atoms: list[tuple[str, float]], room: float) -> int:
    count, used = 1, 0.0
    for piece, _ in atoms:
        width = ems(piece.rstrip())
        if used and used + width > room + 0.01:
            count, used = count + 1, 0.0
        used += ems(piece)
    return count


def _even(atoms: list[tuple[str, float]], count: int, room: float) -> tuple[str, ...]:
    """The cheapest way to cut *atoms* into *count* lines: uneven lines and ugly breaks cost.

    The first line may well be the longer one, as the word that matters ends most Chinese labels: 服务中心｜经理. The ＊
    at the end counts for the room only.
    """
    ends = [0.0]
    for piece, _ in atoms:
        ends.append(ends[-1] + ems(piece))
    atoms = _with_words(atoms)
    star = ems(atoms[-1][0][-1]) if atoms[-1][0].endswith(STARS) else 0.0
    ideal = (ends[-1] - star) / count
    if count * len(atoms) ** 2 > _MOST_WORK:
        return _full(atoms, min(room, ideal + 1))
    best: list[_Break] = [(0.0, (0,))] + [_NO_CUT] * len(atoms)
    for line in range(count):
        longer = [_NO_CUT] * (len(atoms) + 1)
        for start, cut in enumerate(best):
            if cut is not _NO_CUT:
                _extend(longer, cut, start, _Lines(atoms, ends, room, ideal + (0.3 if line == 0 else 0.0), star))
        best = longer
    cuts = best[-1][1]
    return tuple("".join(piece for piece, _ in atoms[a:b]).strip(" ").replace(JOINER, "") for a, b in pairwise(cuts))


_MOST_WORK: Final = 300_000
"""Ways to set a line that are weighed: a label has some 40 atoms; a paragraph in its place is just filled."""


def _full(atoms: list[tuple[str, float]], room: float) -> tuple[str, ...]:
    """*atoms* in lines of *room* em, each as full as it can be."""
    lines = [""]
    used = 0.0
    for piece, _ in atoms:
        if used and used + ems(piece.rstrip()) > room + 0.01:
            lines.append("")
            used = 0.0
        lines[-1] += piece
        used += ems(piece)
    return tuple(line.strip(" ").replace(JOINER, "") for line in lines)


_Break = tuple[float, tuple[int, ...]]
_NO_CUT: Final[_Break] = (float("inf"), ())


@dataclass(frozen=True, slots=True)
class _Lines:
    """What a line is judged by: its atoms and where they end, the room, the ideal width, the width of a last ＊."""

    atoms: list[tuple[str, float]]
    ends: list[float]
    room: float
    ideal: float
    star: float


def _extend(longer: list[_Break], cut: _Break, start: int, lines: _Lines) -> None:
    """Add to *longer* every way to set one more line after *cut*, from atom *start* on."""
    for end in range(start + 1, len(lines.atoms) + 1):
        width = lines.ends[end] - lines.ends[start]
        overflow = 100 * (width - lines.room) if width > lines.room + 0.01 else 0.0
        width -= lines.star if end == len(lines.atoms) else 0.0
        total = cut[0] + (width - lines.ideal) ** 2 + lines.atoms[end - 1][1] + overflow
        if total < longer[end][0]:
            longer[end] = (total, (*cut[1], end))
