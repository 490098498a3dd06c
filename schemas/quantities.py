"""The numbers of a text and of its English, compared: `100 minutes` for 30 分钟 is found, `half an hour` is not.

What is written in digits on one side has to be on the other, in whatever way it may be said there: in words, as a
month, an ordinal, the hour of a clock of twelve. Numbers in words count where a unit of time follows, as 一 and «one»
are as often no number; elsewhere only where both sides count in words and neither has the number of the other (三户,
«five households»), as 两个人 may be «together». Looked at for this were `cn2an`, which reads 统一着装 as 统1着装, and
`text2num`, which leaves small numbers as they are: neither knows what is no number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from schemas.duration import Duration

_NO_NUMBERS: Final = re.compile(r"\[\[[^\[\]\n]*\]\]|\{[^{}\n]*\}|[A-Z]{1,9}(?:-[A-Z0-9]+)+|\([0-9]{1,2}\)(?= )")
"""Links and blanks, codes, and the numbers of a list in English; those of a Chinese one are ①②③."""
_DIGITS: Final = re.compile(r"[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_ANY: Final = re.compile("[0-9]")
_CLOCK: Final = re.compile(r"(?<![0-9])([0-9]{1,2}):([0-9]{2})(?![0-9])")

_FIGURES: Final = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS: Final = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_POWERS_OF_DIGITS: Final = {**_POWERS, "成": 10}
_PREFIX_OF_UNIT: Final = re.compile("千[克瓦米卡伏帕赫牛]|百帕")
"""10 千瓦 is ten of a unit, and not ten thousand."""
_CHINESE: Final = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
_CHINESE_UNITS: Final = {
    "工作日": "working day", "自然日": "day", "天": "day", "分钟": "minute", "小时": "hour", "秒": "second",
    "周": "week", "星期": "week", "月": "month", "年": "year",
}  # fmt: skip
_CHINESE_TIME: Final = re.compile(
    rf"(?<!第)(?!(?<=最后)一)({_DIGITS.pattern}|{_CHINESE.pattern}) ?个?"
    r"(工作日|自然日|分钟|小时|秒|天|(?<!四)周(?!岁|年)|(?<=四)周(?=[内后前以])|星期|(?<=个)月|年(?!级))"
)
_HALF: Final = re.compile(rf"(?<!大)(?:({_DIGITS.pattern}|{_CHINESE.pattern}) ?个)?半个?(?:小时|钟头)")
"""半小时, 一个半小时, 2 个半小时; 大半小时 is no time in particular."""
_SAID_OTHERWISE: Final = {"120": "ambulance", "110": "police", "119": "fire"}

_WORDS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_OTHERS: Final = {
    "half": 30, "once": 1, "twice": 2, "both": 2, "pair": 2, "double": 2, "single": 1, "dozen": 12, "noon": 12,
    "midnight": 0, "quarter": 15, "a": 1, "an": 1, "hundred": 100, "thousand": 1_000, "couple": 2, "ground": 1,
}  # fmt: skip
_ENGLISH: Final = {
    **{word: number for words in (_MONTHS, _ORDINALS, _ROMAN) for number, word in enumerate(words, 1)},
    **_WORDS, **_TENS, **_OTHERS,
}  # fmt: skip
_PHRASES: Final = (
    ("fortnight", 2, 14), ("the clock", 24), ("day and night", 24), ("day or night", 24), ("any hour", 24),
    ("all hours", 24), ("any time", 24),
)  # fmt: skip
_LARGE: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD: Final = re.compile("[a-z]+")
_COUNTING: Final = "|".join(sorted({*_WORDS, *_TENS} - {"one", "zero"}, key=len, reverse=True))
_TWO_WORDS: Final = re.compile(rf"({'|'.join(_TENS)})[- ](one|two|three|four|five|six|seven|eight|nine)")
_ENGLISH_TIME: Final = re.compile(
    rf"({_DIGITS.pattern}|\b(?:{_TWO_WORDS.pattern}|{_COUNTING}))[- ]"
    r"(?:(?:calendar |natural )?(day)|((?:working|business) day)|(minute|min|hour|second|week|month|year))s?\b"
)

_COUNTED: Final = re.compile(
    "[二两三四五六七八九十百千万]+(?=[个户人名次件份张样项条台层楼家位句遍种步类栏天处间辆把笔行页组队班口块支本册套双道门盏根段场封级届])"
)
_COUNT: Final = re.compile(rf"\b({_TWO_WORDS.pattern}|{_COUNTING}|{'|'.join(_ORDINALS[2:])})\b")
_HALVES: Final = (
    (re.compile("半个?(?:小时|钟头)"), re.compile(r"half|30|90|\.5|quarter")),
    (re.compile("半个?月"), re.compile(r"half|15|fortnight|two weeks|2 weeks|twice a month|mid")),
    (re.compile("半年"), re.compile(r"half|six months|6 months|18 months|twice a year|twice yearly|semi")),
)
_ENGLISH_HALF: Final = re.compile(r"half[- ](?:an? )?(?:hour|month|year|day)")
_HALF_IN_CHINESE: Final = re.compile("半|30 ?分|三十分|6 ?个月|六个月|15 ?[天日]|十五[天日]")


@dataclass(slots=True)
class _Numbers:
    """The numbers of a text.

    Attributes:
        written: those in digits, and those in words with a unit of time; as they stand, by what they are.
        possible: all that any word may mean.
        units: of the times, by their number.
    """

    written: dict[Decimal, str] = field(default_factory=dict)
    possible: set[Decimal] = field(default_factory=set)
    units: defaultdict[Decimal, set[str]] = field(default_factory=lambda: defaultdict(set))


def differing(source: str, translation: str) -> tuple[str, ...]:
    """The numbers, as they are written, that a text and its English do not share."""
    halves = (*_other_halves(source, translation),) if "半" in source or "half" in translation.lower() else ()
    if not (_ANY.search(source) or _ANY.search(translation) or _has_words(source, translation)):
        return halves
    chinese, english = _of_chinese(source), _of_english(translation)
    lost = [words for number, words in chinese.written.items() if not _stands(number, words, english, translation)]
    added = [words for number, words in english.written.items() if number not in chinese.possible]
    other_units = [
        chinese.written[number]
        for number, units in chinese.units.items()
        if number in english.units and not units & english.units[number] and number in chinese.written
    ]
    counts = _other_counts(source, translation, chinese, english)
    return tuple(dict.fromkeys([*lost, *added, *other_units, *counts, *halves]))


def times_in(text: str) -> Iterator[tuple[str, Duration]]:
    """The lengths of time in a Chinese text: as each is written, and what it means."""
    bare = _NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
    for match in _CHINESE_TIME.finditer(bare):
        with suppress(PydanticCustomError):
            yield match[0], Duration.parse(f"{_amount(match[1]).normalize():f} {match[2]}")
    for match in _HALF.finditer(bare) if "半" in bare else ():
        hours = _amount(match[1]) if match[1] else Decimal(0)
        yield match[0], Duration.parse(f"{hours + Decimal('0.5')} 小时" if hours else "30 分钟")


def _amount(words: str) -> Decimal:
    return _plain(words) if words[0].isascii() else max(_chinese(words), default=Decimal(0))


def _written(text: str) -> Iterator[tuple[str, int]]:
    """The numbers in digits, each with where it ends; of a full hour the hour, as it is also said without minutes."""
    yield from ((match[0], match.end()) for match in _DIGITS.finditer(_CLOCK.sub(_hour, text)))


def _hour(match: re.Match[str]) -> str:
    """A time of day without its minutes when there are none, as long as it was."""
    return f"{match[1]}   " if match[2] == "00" else f"{match[1]} {match[2]}"


def _has_words(source: str, translation: str) -> bool:
    """Whether there is a length of time in words, or both count in words."""
    english = translation.lower()
    has_time = _CHINESE_TIME.search(source) or _ENGLISH_TIME.search(english)
    return bool(has_time or (_COUNTED.search(source) and _COUNT.search(english)))


def _other_counts(source: str, translation: str, chinese: _Numbers, english: _Numbers) -> Iterable[str]:
    """What either side counts in words, where each has a number that the other has not."""
    lost = [words[0] for words in _COUNTED.finditer(_NO_NUMBERS.sub(" ", source)) if _is_lost(words[0], english)]
    counts = _COUNT.findall(_NO_NUMBERS.sub(" ", translation).lower()) if lost else ()
    added = [words for words, *_ in counts if _english(words) not in chinese.possible]
    return [*lost, *added] if added else ()


def _is_lost(words: str, english: _Numbers) -> bool:
    return english.possible.isdisjoint(_chinese(words))


def _other_halves(source: str, translation: str) -> Iterator[str]:
    """半小时 where the English has no half, and «half an hour» where the Chinese has none."""
    english = translation.lower()
    for pattern, said in _HALVES:
        if (half := pattern.search(source)) and not said.search(english):
            yield half[0]
    if (half := _ENGLISH_HALF.search(english)) and not _HALF_IN_CHINESE.search(source):
        yield half[0]


def _stands(number: Decimal, words: str, english: _Numbers, translation: str) -> bool:
    return number in english.possible or (words in _SAID_OTHERWISE and _SAID_OTHERWISE[words] in translation.casefold())


def _of_chinese(text: str) -> _Numbers:
    text = _NO_NUMBERS.sub(" ", text)
    numbers = _Numbers()
    for digits, end in _written(text):
        number = _plain(digits)
        numbers.possible.update((number, number - 12))
        after = text[end:].lstrip()
        power = 1 if _PREFIX_OF_UNIT.match(after) else _POWERS_OF_DIGITS.get(after[:1], 1)
        numbers.written.setdefault(number * power, digits)
    for match in _CHINESE.finditer(text):
        numbers.possible.update(_chinese(match[0]))
        if text[match.end() : match.end() + 1] == "成":  # 八成 is 80 %
            numbers.possible.update(10 * number for number in _chinese(match[0]))
    numbers.possible.update(Decimal(ord(sign) - ord("①") + 1) for sign in text if "①" <= sign <= "⑳")
    if "半" in text:
        numbers.possible.update(map(Decimal, ("0.5", "1", "1.5", "2", "6", "15", "30")))
    for match in _CHINESE_TIME.finditer(text):
        values = {_plain(match[1])} if match[1][0].isascii() else set(_chinese(match[1]))
        for number in values:
            numbers.units[number].add(_CHINESE_UNITS[match[2]])
        if not match[1][0].isascii() and len(values) < 3:  # 一两分钟 is no number in particular
            numbers.written.setdefault(max(values), match[1])
    numbers.written.pop(Decimal(1), None)  # «every hour», «the last working day»
    numbers.possible.update(numbers.written)
    return numbers


def _of_english(text: str) -> _Numbers:
    text = _NO_NUMBERS.sub(" ", text).lower()
    numbers = _Numbers()
    for digits, end in _written(text):
        number, after = _plain(digits), text[end:]
        numbers.possible.add(number)
        if re.match(r"(?::[0-9]{2})?\s*p\.?m\b", after) and number < 12:
            numbers.possible.add(number + 12)
        large = _WORD.match(after.lstrip(" -"))
        numbers.written.setdefault(number * _LARGE.get(large[0] if large else "", 1), digits)
    numbers.possible.update(Decimal(_ENGLISH[word]) for word in _WORD.findall(text) if word in _ENGLISH)
    numbers.possible.update(_two_words(text))
    numbers.possible.update(Decimal(number) for phrase, *meant in _PHRASES if phrase in text for number in meant)
    for match in _ENGLISH_TIME.finditer(text):
        number = _plain(match[1]) if match[1][0].isdigit() else _english(match[1])
        unit = match[4] or ("working day" if match[5] else match[6])
        numbers.units[number].add("minute" if unit == "min" else unit)
        numbers.written.setdefault(number, match[1])
    numbers.written.pop(Decimal(1), None)
    numbers.possible.update(numbers.written)
    return numbers


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _chinese(words: str) -> Iterator[Decimal]:
    """What Chinese numerals in a row may mean: one number, or a figure each (一二级)."""
    figures = [_FIGURES[sign] for sign in words if sign in _FIGURES]
    yield from map(Decimal, figures)
    if len(figures) == len(words):
        yield Decimal("".join(map(str, figures)))  # 八零二, 二〇二六
        return
    total = section = figure = 0
    for sign in words:
        if sign in _FIGURES:
            figure = _FIGURES[sign]
        elif (power := _POWERS[sign]) < 10_000:
            section, figure = section + (figure or 1) * power, 0
        else:
            total, section, figure = ((total + section + figure) or 1) * power, 0, 0
    yield Decimal(total + section + figure)


def _two_words(text: str) -> Iterable[Decimal]:
    return (Decimal(_TENS[tens] + _WORDS[ones]) for tens, ones in _TWO_WORDS.findall(text))


def _english(words: str) -> Decimal:
    return next(iter(_two_words(words)), None) or Decimal(_ENGLISH[words])
