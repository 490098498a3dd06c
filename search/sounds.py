"""How the common characters sound, without tones: `sounds.txt` has a line for each syllable, as `pypinyin` reads it.

After the characters of a syllable stand those that are read so too, less often.

A question never needs the 0.4 s that `pypinyin` takes to load, and the page has no `pypinyin`: both read this table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

ALIKE: Final = "zh:z ch:c sh:s ang:an eng:en ing:in"
"""Beginnings and ends of syllables that many speakers do not tell apart, and so do not when they type."""

_ALIKE: Final = [tuple(pair.split(":")) for pair in ALIKE.split()]


@cache
def table() -> str:
    """The file."""
    return (files("search") / "sounds.txt").read_text(encoding="utf-8")


@cache
def characters() -> Mapping[str, tuple[str, str]]:
    """The characters of each syllable, `v` for `ü`: those that are mostly read so, and the others."""
    lines = (line.split(" ") for line in table().splitlines())
    return {syllable: (mostly, rest[0] if rest else "") for syllable, mostly, *rest in lines}


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """The syllables of each character, the one that it mostly is first."""
    mostly, seldom = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for syllable, (often, not_often) in characters().items():
        for letter in often:
            mostly[letter].append(syllable)
        for letter in not_often:
            seldom[letter].append(syllable)
    return {letter: (*syllables, *seldom[letter]) for letter, syllables in mostly.items()}


@cache
def alike(syllable: str) -> tuple[str, ...]:
    """The syllables that sound like *syllable* to many, without itself: `zan`, `zang` and `zhang` for `zhan`."""
    return tuple(dict.fromkeys(other for other in _variants(syllable) if other != syllable and other in characters()))


def _variants(syllable: str) -> Iterator[str]:
    beginnings = {syllable, *_changed(syllable, at_end=False)}
    for one in sorted(beginnings):
        yield one
        yield from sorted(_changed(one, at_end=True))


def _changed(syllable: str, *, at_end: bool) -> Iterator[str]:
    for full, short in _ALIKE[3:] if at_end else _ALIKE[:3]:
        for one, other in ((full, short), (short, full)):
            if at_end and syllable.endswith(one):
                yield syllable[: -len(one)] + other
            elif not at_end and syllable.startswith(one) and not (one == short and syllable.startswith(full)):
                yield other + syllable[len(one) :]
