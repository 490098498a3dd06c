"""Where a text tells who somebody is, or how and where to reach them.

Phones are found by `phonenumbers`, which knows the numbering plan of every country. The rest has Chinese shapes that no
library finds: Presidio, which others use for this, has no recogniser for China and itself asks `phonenumbers`.
What is shaped like a date, an amount or a code is left; a number of seven digits that is none of them is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from stdnum import luhn

from schemas import personal_latin as latin
from schemas import personal_names as names
from schemas import personal_numbers as numbers
from schemas import personal_places as places
from schemas.personal_capitals import capitals
from schemas.personal_characters import GOES_ON
from schemas.personal_words import Piece, pieces

_COUNTRY: Final = "CN"
_FEWEST: Final = 5
"""A number to call has no fewer figures."""
_SHAPES: Final = tuple(
    (re.compile(needs), tuple(re.compile(shape, flags) for shape in shapes))
    for needs, shapes, flags in (
        ("", numbers.SHAPES, re.NOFLAG),
        # a word of Latin letters ends where Chinese begins
        (places.NEEDS, places.SHAPES, re.ASCII),
        (names.NEEDS, names.SHAPES, re.ASCII),
        (latin.NEEDS, latin.SHAPES, re.ASCII),
    )
)
"""What a text needs for any of some shapes to be in it, and the shapes."""
_LONG: Final = re.compile(r"(?<![0-9])[0-9]{7,}[Xx]?")
_IN_FOURS: Final = re.compile(r"(?<![0-9])[0-9]{4}(?:[\s-][0-9]{4}){2,3}(?:[\s-]?[0-9]{1,3})?[Xx]?(?![0-9])")
_IDENTITY: Final = re.compile("[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{5}[0-9Xx]")
_UNIONPAY: Final = "62"
_ROUND: Final = re.compile("(?:19|20)[0-9]{2}|[0-9]{2}00")
"""Years and round numbers: a row of them is no bank card."""
_COUNTED: Final = "1234567890"


def personal_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of everything personal in *text*, in their order; what touches is one.

    Phones, identity numbers, bank cards, number plates, e-mail addresses, ids of chats, dwellings, names beside them.
    """
    plain = "".join(map(_plain, text))
    spelled = "".join(map(_spelled, plain))
    read = pieces(plain)
    shapes = (_less_the_next_word(plain, span, read) for span in _shapes(_with_spelled_flats(plain, spelled)))
    spans = [
        *shapes,
        *capitals(plain),
        *((piece.start, piece.end) for piece in read if piece.is_name),
        *_cards(plain),
        *_phones(plain),
        *_long(plain),
    ]
    if spelled != plain:
        spans += [*_phones(spelled), *(span for span in _long(spelled) if _is_in_words(text, spelled, *span))]
    if spans:
        spans += (match.span(match.lastindex or 0) for match in places.BAY.finditer(plain))
    return _joined((start + _gaps_before(text[start:end]), end) for start, end in spans)


def _plain(character: str) -> str:
    """*character*, or the plain one that it stands for: a digit of any script, a full-width letter, a gap, a dash."""
    if character < "\x7f":
        return character
    if (digit := unicodedata.digit(character, None)) is not None:
        return str(digit)
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    category = unicodedata.category(character)
    return "-" if category == "Pd" else " " if category in ("Zs", "Cf", "Mn") else character


def _spelled(character: str) -> str:
    """The digit that a numeral of Chinese stands for: 幺, 三, 〇, 捌; any other character is itself."""
    number = unicodedata.numeric(character, None) if character > "\x7f" else None
    return str(int(number)) if number is not None and number in range(10) else character


def _phones(plain: str) -> Iterator[tuple[int, int]]:
    if sum(map(str.isdecimal, plain)) < _FEWEST:
        return
    # What numbering plans there are takes longer to import than most texts take to be read.
    from phonenumbers import PhoneNumberMatcher

    searched = _less_what_is_left(plain).replace("_", "-")
    yield from ((match.start, match.end) for match in PhoneNumberMatcher(searched, _COUNTRY))


def _with_spelled_flats(plain: str, spelled: str) -> str:
    """*plain* with the numerals of dwellings as digits: 十三幢二单元五零一室."""
    if spelled == plain:
        return plain
    for match in re.finditer(places.FLAT, spelled.replace("十", "1")):  # whichever digit it is, it is one
        plain = plain[: match.start()] + match[0] + plain[match.end() :]
    return plain


def _shapes(plain: str) -> Iterator[tuple[int, int]]:
    for needs, shapes in _SHAPES:
        if needs.search(plain):
            yield from (match.span(shape.groups) for shape in shapes for match in shape.finditer(plain))


def _less_the_next_word(plain: str, span: tuple[int, int], read: Iterable[Piece]) -> tuple[int, int]:
    """*span* without what comes after a name and is none of it: 办 of 方圆办理入住, 让 of 石勇让他补办."""
    start, end = span
    within = [piece for piece in read if start <= piece.start and piece.end < end]
    ends = {piece.end for piece in within}
    names = (piece.end for piece in within if piece.is_name)
    cut = (piece.start for piece in read if not piece.is_name and piece.start in ends and piece.end > end)
    return start, next(cut, next((name for name in names if GOES_ON.issuperset(plain[name:end])), end))


def _cards(plain: str) -> Iterator[tuple[int, int]]:
    """Bank cards and identity numbers in groups of four."""
    for match in _IN_FOURS.finditer(plain):
        groups = re.findall("[0-9Xx]+", match[0])
        number = "".join(groups)
        is_card = number.startswith(_UNIONPAY) or _IDENTITY.fullmatch(number) or luhn.is_valid(number)
        if is_card and not all(map(_ROUND.fullmatch, groups)):
            yield match.span()


def _long(plain: str) -> Iterator[tuple[int, int]]:
    """Long numbers that are neither dates nor amounts."""
    return (match.span() for match in _LONG.finditer(_less_what_is_left(plain)))


def _less_what_is_left(plain: str) -> str:
    return numbers.LEFT.sub(lambda match: "年" * len(match[0]), plain)


def _is_in_words(text: str, spelled: str, start: int, end: int) -> bool:
    """Whether every digit of a number is a word: 幺三八零零零零; 一二三四五六七 only counts."""
    written = text[start:end]
    return not any(character.isdecimal() for character in written) and spelled[start:end] not in _COUNTED


def _gaps_before(text: str) -> int:
    return len(text) - len(text.lstrip())


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
