"""Texts that somebody sends to do harm, or by mistake, each as long as one likes: the same ones for every way in."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial
from itertools import cycle, islice
from typing import Final

Kind = Callable[[int], str]
"""A text of at most so many characters."""


def _of(*pieces: str) -> Kind:
    """*pieces* again and again."""
    return lambda length: "".join(islice(cycle("".join(pieces)), length))


def _numbered(piece: str) -> Kind:
    """Pieces that are all different: `{n}` in *piece* is their number."""
    return lambda length: "".join(piece.format(n=number) for number in range(length // len(piece)))[:length]


_MARKS: Final = {
    unicodedata.combining(character): character
    for character in map(chr, (*range(0xD800), *range(0xE000, 0x1E900)))
    if unicodedata.combining(character)
}
"""A combining mark of every class."""

KINDS: Final[Mapping[str, Kind]] = {
    "marks-in-two-classes": _of("\u0315\u0300"),
    "marks-of-every-class": _of(*(_MARKS[number] for number in sorted(_MARKS, reverse=True))),
    "voiced-kana-marks": _of("\uff9e\u0334"),
    "marks-that-are-two": _of("\u0344\u0f73\u0f75"),
    "letters-with-marks": _of("é\u0323"),
    "eighteen-in-one": _of("\ufdfa"),
    "ligatures": _of("ﬁﬄ㍿㌀㎏"),
    "fractions-and-circles": _of("½①⑴㊿¼"),
    "jamo": _of("\u1100\u1161\u11a8"),
    "jamo-that-never-join": _of("\u1100"),
    "fillers": _of("\u3164\u115f\uffa0"),
    "joiners": _of("\u200d"),
    "joined-emoji": _of("👨\u200d👩\u200d👧\u200d"),
    "flags": _of("🇨🇳"),
    "variants": _of("葛\U000e0100\ufe0f"),
    "bidi": _of("\u202e\u2067\u2068"),
    "spaces": _of(" \u3000\u00a0\u2003"),
    "line-ends": _of("\r\x0b\x0c\x85\u2028\u2029"),
    "nul": _of("\0"),
    "escapes": _of("\x1b[31m"),
    "boms": _of("\ufeff"),
    "noncharacters": _of("\uffff\ufdd0\U0001fffe"),
    "private": _of("\ue000\U000f0000"),
    "tags": _of("\U000e0041\U000e007f"),
    "half-pairs": _of("\ud800"),
    "half-pairs-reversed": _of("\udc00\ud83d"),
    "one-word": _of("a"),
    "one-chinese-word": _of("投诉"),
    "one-number": _of("9"),
    "thousands": _of("1 234 "),
    "a-code-of-many-parts": _of("a1"),
    "a-code-with-hyphens": _of("a-1.2'"),
    "short-words": _of("a "),
    "short-chinese-words": _of("投 "),
    "unknown-words": _numbered("complq{n} "),
    "pinyin": _of("tousuzenmechuli"),
    "pinyin-words": _of("tou su "),
    "almost-pinyin": lambda length: "xian" * (length // 4) + "v",
    "sums": _of("亿"),
    "traditional": _of("體國學"),
    "capitals-that-grow": _of("İ"),
    "links": _of("[["),
    "linked": _of("[[a]]"),
    "braces": _of("{"),
    "blanks": _of("{a}"),
    "quotes": _of("\"'"),
    "backslashes": _of("\\"),
    "markup": _of("<w:p>&#x0;"),
    "colons": _of("：:"),
    "stars": _of("*_`~"),
    "hashes": _of("# "),
    "slashes": _of("../"),
    "percents": _of("%00%s{0}"),
    "phones": _of("138-1234-5678 "),
    "dates": _of("2026-01-05 "),
}
"""By what they are made of."""

LENGTH: Final = 2_000
"""How long a text is when its work is counted, and half of what it is then compared with."""


def calls(work: Callable[[], object]) -> int:
    """How many functions *work* calls, those of the interpreter included: the same in every run, unlike seconds."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def grows_faster(kind: str, work: Callable[[str], object]) -> bool:
    """Whether a text of this kind that is twice as long makes *work* call far more than twice as many functions."""
    make = KINDS[kind]
    work(make(10))  # what is made once is made now
    short, long = (calls(partial(work, make(length))) for length in (LENGTH, 2 * LENGTH))
    return long > 2.2 * short + 500
