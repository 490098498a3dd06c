"""The types of fields, and for each all that this layer says about it; `generators.field_types` goes on from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from schemas import masking, reading
from schemas.by_name import ByName, T
from schemas.masking import Mask
from schemas.reading import Holds, Reading
from schemas.words import Bilingual

FieldType = Literal[
    "text", "longtext", "serial", "sequence", "room", "date", "month", "datetime", "time", "number", "money", "phone",
    "id-number", "choice", "choices", "tick", "rating", "signature",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ByFieldType(ByName[FieldType, T]):
    """A value for every type of field."""

    text: T
    longtext: T
    serial: T
    sequence: T
    room: T
    date: T
    month: T
    datetime: T
    time: T
    number: T
    money: T
    phone: T
    id_number: T
    choice: T
    choices: T
    tick: T
    rating: T
    signature: T


@dataclass(frozen=True, slots=True)
class TypeOfField:
    """What is the same for every field of a type.

    Attributes:
        name: what pages call it.
        hint: what its empty control shows in grey.
        reading: how what is written in it is read.
        mask: what is shown of a personal value.
        decimals: how many a number is always written with; None for as many as it has.
        is_wordy: whether a program may write words into it, such as the name of a group.
        is_asked: whether anybody fills it in; if not, it is printed.
        is_signed: whether a hand signs in it, so that what a file holds is a typed name.
        is_serial: whether two copies may not have the same.
        is_personal: whether it tells who somebody is, or where they live, whatever a form says of it.
    """

    name: Bilingual
    hint: Bilingual
    reading: Reading
    mask: Mask
    decimals: int | None = None
    is_wordy: bool = False
    is_asked: bool = True
    is_signed: bool = False
    is_serial: bool = False
    is_personal: bool = False

    @property
    def is_free(self) -> bool:
        """Whether people write into it whatever they like."""
        return self.is_wordy and not self.is_serial

    @property
    def is_closed(self) -> bool:
        """Whether it takes choices, ticks, numbers, days and times, and no words."""
        return self.reading.holds != "text"


_FILL_IN: Final = Bilingual("填写", "fill in")

FIELD_TYPES: Final = ByFieldType(
    text=TypeOfField(Bilingual("文字", "text"), _FILL_IN, reading.TEXT, masking.surname, is_wordy=True),
    longtext=TypeOfField(
        Bilingual("多行文字", "long text"), _FILL_IN, reading.LONG_TEXT, masking.nothing, is_wordy=True
    ),
    serial=TypeOfField(
        Bilingual("流水号", "serial number"),
        Bilingual("编号", "number"),
        reading.TEXT,
        masking.nothing,
        is_wordy=True,
        is_serial=True,
    ),
    sequence=TypeOfField(Bilingual("序号", "sequence"), _FILL_IN, reading.TEXT, masking.nothing, is_asked=False),
    room=TypeOfField(
        Bilingual("房号", "unit"), Bilingual("房号", "flat"), reading.ROOM, masking.nothing, is_personal=True
    ),
    date=TypeOfField(Bilingual("日期", "date"), Bilingual("选择日期", "pick a date"), reading.DATE, masking.nothing),
    month=TypeOfField(
        Bilingual("月份", "month"), Bilingual("选择月份", "pick a month"), reading.MONTH, masking.nothing
    ),
    datetime=TypeOfField(
        Bilingual("日期和时间", "date and time"), Bilingual("日期 时间", "date, time"), reading.MOMENT, masking.nothing
    ),
    time=TypeOfField(Bilingual("时间", "time"), Bilingual("时:分", "hh:mm"), reading.TIME, masking.nothing),
    number=TypeOfField(Bilingual("数字", "number"), Bilingual("数字", "number"), reading.NUMBER, masking.nothing),
    money=TypeOfField(
        Bilingual("金额", "amount"), Bilingual("金额", "amount"), reading.MONEY, masking.nothing, decimals=2
    ),
    phone=TypeOfField(
        Bilingual("电话", "phone"), Bilingual("电话号码", "phone"), reading.PHONE, masking.ends(3, 4), is_personal=True
    ),
    id_number=TypeOfField(
        Bilingual("证件号", "ID number"),
        Bilingual("证件号码", "id number"),
        reading.IDENTITY,
        masking.ends(4, 4),
        is_personal=True,
    ),
    choice=TypeOfField(Bilingual("单选", "one choice"), Bilingual("请选择", "choose"), reading.CHOICE, masking.nothing),
    choices=TypeOfField(Bilingual("多选", "several choices"), _FILL_IN, reading.CHOICES, masking.nothing),
    tick=TypeOfField(Bilingual("打勾", "tick"), _FILL_IN, reading.TICK, masking.nothing),
    rating=TypeOfField(Bilingual("评分", "rating"), _FILL_IN, reading.CHOICE, masking.nothing),
    signature=TypeOfField(
        Bilingual("签名", "signature"), Bilingual("签名", "sign"), reading.TEXT, masking.surname, is_signed=True
    ),
)

OPINION_HINT: Final = Bilingual("填写意见", "opinion")
"""What the control of an opinion shows."""
CAPITALS_HINT: Final = Bilingual("大写金额", "amount in words")
"""What the control of an amount in words shows."""


def types_holding(*holds: Holds) -> tuple[FieldType, ...]:
    """The types whose values are of one of these sorts, in order."""
    return tuple(name for name, type_ in FIELD_TYPES.items() if type_.reading.holds in holds)
