"""Who is named in personal fields, or by the house, found again within free texts: whole, and as 王某, 老王, Wang."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.answers import FilledBlank
from schemas.masking import Known
from schemas.personal_characters import SURNAMES
from schemas.stand_ins import is_stand_in

_TYPES: Final = frozenset({"text", "signature", "room"})
LONGEST: Final = 24
FEWEST: Final = 2
"""So many characters has a name."""
_PERSON: Final = re.compile(r"[^\W\d_]+(?:[ .·・’'-]{1,2}[^\W\d_]+)*\.?")
_NOBODY: Final = re.compile(
    "本人|同上|业主|住户|租[户客]|家属|物业|客服|先生|女士|已阅|同意|保密|不详|未知|owner|tenant|resident|same",
    re.IGNORECASE,
)
"""What is written where a name should stand."""
_HAN: Final = re.compile("[\u3400-\u9fff]{2,4}")
_CALLED: Final = "(?:先生|女士|小姐|太太|师傅|阿姨|老师|大[爷妈姐哥叔]|经理|主任|主管|某某?|总|工|姐|哥|叔|姨|家)"
_LATIN: Final = re.compile(r"[^\W\d_]{3,}")
_DOTTED: Final = re.compile("[·・•]")
_NO_WIDTH: Final = re.compile(r"\(\?.*?\)|\\b|\\s\?|\\")
_ROOM: Final = re.compile("[0-9]{3,4}")


def known_in(answers: Iterable[FilledBlank]) -> Known:
    """What finds in a text who or where the personal values of *answers* tell of."""
    values = {
        answer.value.strip()
        for answer in answers
        if answer.blank.is_personal and answer.blank.field.type in _TYPES and isinstance(answer.value, str)
    }
    return known_as(filter(_tells, values))


def known_as(names: Iterable[str]) -> Known:
    """What finds each of *names* in a text, whole and as one speaks of its bearer."""
    shapes: defaultdict[str, set[str]] = defaultdict(set)
    for first, shape in (pair for name in names for pair in _shapes(name)):
        shapes[first].add(shape)
    return {first: (re.compile("|".join(sorted(some, key=_width, reverse=True))),) for first, some in shapes.items()}


def is_name(text: str) -> bool:
    """Whether *text* may be what somebody is called, and is no word for whoever it may be: 业主, tenant."""
    return bool(_PERSON.fullmatch(text)) and _tells(text)


def _tells(value: str) -> bool:
    return FEWEST <= len(value) <= LONGEST and not _NOBODY.fullmatch(value) and not is_stand_in(value)


def _width(shape: str) -> int:
    """How much of a text a way to name somebody takes at least: the longer of two is looked for first."""
    return len(_NO_WIDTH.sub("", shape))


def _shapes(value: str) -> Iterator[tuple[str, str]]:
    """The character that a way to name somebody begins with, and the way."""
    if _ROOM.fullmatch(value):
        yield value[0], rf"(?<![0-9.,:-]){value}(?![0-9.,:-]|\s?[年元块吨米件个])"
        return
    if value.isascii():
        cases = {value, value.upper(), value.lower()} if " " in value else {value}
        yield from ((case[0], rf"(?<!\w){re.escape(case)}(?!\w)") for case in cases)
    else:
        yield value[0], r"\s?".join(map(re.escape, value)) if _HAN.fullmatch(value) else re.escape(value)
        yield from ((part[0], part) for part in _DOTTED.split(value)[1:] if _HAN.fullmatch(part))
    if _HAN.fullmatch(value):
        surname = value[: 2 if value[:2] in SURNAMES else 1]
        yield surname[0], surname + _CALLED
        yield from ((word, word + surname) for word in "老小阿")
    elif not any(map(str.isdigit, value)):
        yield from ((word[0], rf"\b{word}\b") for word in _LATIN.findall(value))
