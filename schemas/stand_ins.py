"""What may stand in the place of a value where a field allows it: 无 where there is none, 匿名 of who stays unnamed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from schemas.words import Bilingual


class _StandIn(NamedTuple):
    """What it is kept as, how it is said, and what people write for it."""

    kept: str
    said: Bilingual
    written: frozenset[str]


_STAND_INS: Final = {
    "none": _StandIn(
        "无",
        Bilingual("无", "none"),
        frozenset({"无", "没有", "none", "nil", "n/a", "na", "/", "／", "-", "－", "—", "——"}),
    ),
    "anonymous": _StandIn(
        "匿名",
        Bilingual("匿名", "anonymous"),
        frozenset({"匿名", "不留名", "不留姓名", "不愿留名", "anonymous", "anon", "anon."}),
    ),
}
_SAID: Final = {stand_in.kept: stand_in.said for stand_in in _STAND_INS.values()}

WRITTEN: Final = {word: dict.fromkeys(sorted(one.written), one.kept) for word, one in _STAND_INS.items()}
"""What is kept for what people write, by the word of a field's `allows`; the page goes by it too."""


def stand_in(allowed: Iterable[str], text: str) -> str | None:
    """What *text* stands for in a field that allows some words: `N/A` is 无; None where it is none of them."""
    return next((kept for word in allowed if (kept := WRITTEN[word].get(text.strip().lower()))), None)


def choices_of(allowed: Iterable[str], lang: str) -> tuple[tuple[str, str], ...]:
    """The words that a field allows: as they are kept, and as they are said."""
    return tuple((_STAND_INS[word].kept, _STAND_INS[word].said.of(lang)) for word in allowed)


def is_stand_in(value: object) -> bool:
    """Whether *value* says that there is none, or that somebody stays unnamed."""
    return isinstance(value, str) and value in _SAID


def say_stand_in(value: str, lang: str) -> str:
    """The same in words: `无`, `none`."""
    return _SAID[value].of(lang)
