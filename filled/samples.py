"""A form as it looks when it is filled: every blank with a short value, or every one with a long one, by its type.

Nobody's: the names, phones and numbers are made up, or such as are given to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Literal

from filled.filling import fill_form
from schemas.answers import FilledBlank, tree
from schemas.blanks import Blank, Blanks, blanks_of
from schemas.entry import Entry
from schemas.field_types import ByFieldType
from schemas.library import Library
from schemas.values import Value
from schemas.words import ByLanguage
from schemas.working_out import worked_out

Length = Literal["short", "long"]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A short value and a long one."""

    short: Any
    long: Any

    def of(self, length: Length) -> Any:
        return self.short if length == "short" else self.long


_TEXTS: Final = ByLanguage(
    _Pair("已核对", "十二幢三单元二六〇二室入户门外消防栓旁"),
    _Pair("Checked", "beside the hydrant, by the door of Flat 2602, Block 12"),
)
_NARROW_TEXTS: Final = ByLanguage(
    _Pair("已核对", "工程维修部夜班组"),
    _Pair("Checked", "Repair team on nights"),
)
_NARROW: Final = 10
"""A column of up to this percent of the width is given no whole sentence."""
_LONG_TEXTS: Final = ByLanguage(
    _Pair(
        "水龙头滴水，已换垫圈。",
        "业主说厨房水龙头从昨晚起一直滴水，关了角阀还有声音。到场看是阀芯磨损、软管接头也有一处渗水；"
        "先关户内总阀，换阀芯和软管，试水三十分钟不漏，业主当面看过。",
    ),
    _Pair(
        "Tap drips; washer changed.",
        "The owner says the kitchen tap has dripped since last night, even with its valve closed. The cartridge was "
        "worn, a hose joint was seeping; main valve closed, both changed, tried for 30 minutes; the owner saw it.",
    ),
)
_NAMES: Final = ByLanguage(_Pair("李明", "欧阳建国"), _Pair("Li Ming", "Ouyang Jianguo"))
_ROOMS: Final = ByLanguage(_Pair("101", "12 幢 3 单元 2602"), _Pair("101", "Block 12, Unit 3, 2602"))
_DAY: Final = date(2026, 12, 28)
_MOMENT: Final = datetime(2026, 12, 28, 10, 38)
_COUNTS: Final = _Pair(Decimal(3), Decimal(1_248))
_SUMS: Final = _Pair(Decimal(30), Decimal("128456.75"))


def filled_sample(library: Library, entry: Entry, length: Length) -> bytes:
    """The form *entry* with values of this *length* in it, as DOCX in the language of *library*."""
    blanks = blanks_of(library, entry)
    answers = worked_out(blanks, list(_answers(blanks, library.lang, length)))
    return fill_form(library, entry, tree(blanks, map(_in_bounds, answers)))


def _in_bounds(answer: FilledBlank) -> FilledBlank:
    """What is worked out of samples need not come out: a share of them may be 200 %, which no form takes."""
    if not isinstance(answer.value, Decimal):
        return answer
    least, most = answer.blank.field.min, answer.blank.field.max
    value = answer.value if most is None else min(answer.value, most)
    return answer._replace(value=value if least is None else max(value, least))


def _answers(blanks: Blanks, lang: str, length: Length) -> Iterator[FilledBlank]:
    for blank in blanks.all:
        if blank.given is not None:
            continue
        rows = range(1, blanks.registers[blank.block].rows + 1) if blank.is_column else (0,)
        value = _VALUES[blank.field.type](blank, lang, length)
        yield from (FilledBlank(blank, row, value) for row in rows if value != ())


_Maker = Callable[[Blank, str, Length], Value]


def _text(blank: Blank, lang: str, length: Length) -> str:
    """A name where the field takes somebody's, else some words: fewer in a narrow column."""
    is_narrow = blank.is_column and (blank.field.width or 0) <= _NARROW
    texts = _NAMES if blank.is_personal else _NARROW_TEXTS if is_narrow else _TEXTS
    text: str = texts.of(lang).of(length)
    return text


def _by_language(pairs: ByLanguage[_Pair]) -> _Maker:
    return lambda blank, lang, length: pairs.of(lang).of(length)


def _same(short: Value, long: Value) -> _Maker:
    return lambda blank, lang, length: _Pair(short, long).of(length)


def _within(pair: _Pair) -> _Maker:
    """A number that its field takes: its bounds where it has any."""

    def make(blank: Blank, lang: str, length: Length) -> Decimal:
        least, most = blank.field.min, blank.field.max
        number: Decimal = pair.of(length)
        if most is not None:
            number = most if length == "long" else min(number, most)
        return number if least is None else max(number, least)

    return make


def _choice(blank: Blank, lang: str, length: Length) -> str:
    ids = sorted(map(str, blank.field.choices), key=lambda id_: len(blank.choice(id_, lang)))
    return ids[0] if length == "short" else ids[-1]


def _choices(blank: Blank, lang: str, length: Length) -> tuple[str, ...]:
    ids = tuple(map(str, blank.field.choices))
    return ids[:1] if length == "short" else ids


_VALUES: Final[ByFieldType[_Maker]] = ByFieldType(
    text=_text,
    longtext=_by_language(_LONG_TEXTS),
    serial=_same("0012", "KF-2026-12-00128"),
    sequence=_same("1", "128"),
    room=_by_language(_ROOMS),
    date=_same(_DAY, _DAY),
    month=_same(f"{_DAY:%Y-%m}", f"{_DAY:%Y-%m}"),
    datetime=_same(_MOMENT, _MOMENT),
    time=_same("10:38", "10:38"),
    number=_within(_COUNTS),
    money=_within(_SUMS),
    phone=_same("13800001111", "0571-87654321"),
    id_number=_same("11010519491231002X", "11010519491231002X"),
    choice=_choice,
    choices=_choices,
    tick=_same(True, True),
    rating=_choice,
    signature=_by_language(_NAMES),
)
