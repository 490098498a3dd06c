"""Sums and prices in yuan: as an author types them, said in Chinese or English from the same value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from schemas.amounts import refuse
from schemas.composite import Composite
from schemas.messages import Shapes
from schemas.patterns import one_of, text_of
from schemas.scalars import Text
from schemas.words import Bilingual, ByLanguage

_NUMBER: Final = r"[0-9]{1,12}(?:\.[0-9]{1,2})?"
_RATE: Final = r"[0-9]{1,4}(?:\.[0-9]{1,4})?"
_TO: Final = r"\s*(?:—+|–|-|~|～|至|到)\s*"
_SUM: Final = re.compile(rf"({_NUMBER})\s*([万亿]?)元")
_RANGE: Final = re.compile(rf"({_NUMBER})(?:{_TO}({_NUMBER}))?\s*([万亿]?)元(?:/(\S+))?")
_SHARE: Final = re.compile(rf"(?:(\S{{1,40}}?)的\s*)?({_RATE})%?(?:{_TO}({_RATE}))?%(?:/(\S+))?")
_VALUE: Final = re.compile(r"\{project\.[a-z0-9-]+\}\S*")
_SCALES: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
_LARGE: Final = ((1_000_000_000, " billion"), (1_000_000, " million"))
_WORDS: Final = {
    "免费": Bilingual("免费", "free of charge"),
    "按公示": Bilingual("按公示", "as posted"),
    "按合同": Bilingual("按合同", "as the contract says"),
    "按实结算": Bilingual("按实结算", "at cost"),
}


def _chinese(ends: Sequence[Decimal], scale: str) -> str:
    return f"{'—'.join(map(str, ends))} {scale}元"


def _english(ends: Sequence[Decimal], scale: str) -> str:
    return "RMB " + " to ".join(_grouped(end * _SCALES[scale]) for end in ends)


def _grouped(yuan: Decimal) -> str:
    for size, word in _LARGE:
        if yuan >= size and yuan % (size // 100) == 0:
            return f"{(yuan / size).normalize():f}{word}"
    return f"{yuan:,}"


_SAY: Final = ByLanguage(_chinese, _english)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in yuan: `2000 元`, `5 万元`, `10 亿元`."""

    amount: Decimal
    scale: str = ""

    @classmethod
    def parse(cls, value: Any) -> Sum:
        """Read `2000 元`, `5 万元` or `10 亿元`.

        Raises:
            PydanticCustomError: not a sum in yuan (rule `bad-sum`).
        """
        if isinstance(value, cls):
            return value
        match = _SUM.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None:
            raise refuse(Shapes.BAD_SUM, value)
        return cls(Decimal(match[1]), match[2])

    @property
    def yuan(self) -> Decimal:
        """The sum in yuan."""
        return self.amount * _SCALES[self.scale]

    def say(self, lang: str) -> str:
        """The sum in words: `5 亿元`, `RMB 500 million`."""
        return _SAY.of(lang)((self.amount,), self.scale)

    def __str__(self) -> str:
        return f"{self.amount} {self.scale}元"


_FROM_TO: Final = Bilingual("{low}—{high}", "{low} to {high}")
_PER: Final = Bilingual("{price}/{per}", "{price} per {per}")
_OF: Final = Bilingual("{of}的 {price}", "{price} of {of}")
_PERCENT: Final = "%"


@dataclass(frozen=True, slots=True)
class Price(Composite):
    """What something costs: an amount or a range in yuan, a share of something, a project value, or a word.

    Attributes:
        words: `免费`, `按公示`, `按合同`, `按实结算`; empty where it is a number or a project value.
        low: the amount, or the lower end of a range.
        high: the upper end of a range; None where there is none.
        unit: what is counted: `元`, `万元`, `亿元`, `%`.
        per: what one pays for, as `件` or `平方米·月`.
        of: what a share is a share of.
        value: a text with a value of the project.
    """

    words: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    per: Text | None = None
    of: Text | None = None
    value: Text | None = None

    @classmethod
    def parse(cls, value: Any) -> Price:
        """Read `120 元`, `5—8 元/平方米`, `5 万元`, `合同总价的 3%`, `0.05%/日`, `{project.fee}`, `免费`, `按公示` ….

        Raises:
            PydanticCustomError: not a price (rule `bad-money`), or a range whose ends are exchanged.
        """
        if isinstance(value, cls):
            return value
        text = value.strip() if isinstance(value, str) else ""
        if text in _WORDS:
            return cls(words=text)
        if _VALUE.fullmatch(text):
            return cls(value=Text(text))
        if match := _RANGE.fullmatch(text):
            return cls._numbers(value, match[1], match[2], f"{match[3]}元", per=match[4])
        if match := _SHARE.fullmatch(text):
            return cls._numbers(value, match[2], match[3], _PERCENT, per=match[4], of=match[1])
        raise refuse(Shapes.BAD_MONEY, value)

    @classmethod
    def _numbers(
        cls, value: Any, low: str, high: str | None, unit: str, per: str | None, of: str | None = None
    ) -> Price:
        price = cls(
            low=Decimal(low), high=Decimal(high) if high else None, unit=unit,
            per=Text(per) if per else None, of=Text(of) if of else None,
        )  # fmt: skip
        if high and Decimal(low) >= Decimal(high):
            raise refuse(Shapes.RANGE_EXCHANGED, value)
        return price

    @property
    def kind(self) -> Literal["words", "value", "sum", "share"]:
        """What it is."""
        if self.words:
            return "words"
        return "value" if self.value else "share" if self.unit == _PERCENT else "sum"

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan, the greater one of a range; 0 for what is no sum."""
        amount = self.high or self.low
        return amount * _SCALES[self.unit.removesuffix("元")] if self.kind == "sum" and amount else Decimal(0)

    def say(self, lang: str) -> str:
        """The price in words; texts are said as they stand, in the language of the view it was taken from.

        `0.5 元/件`, `RMB 0.5 per item`; `5—8 元/平方米`, `RMB 5 to 8 per m²`;
        `合同总价的 3%`, `3% of the contract sum`.
        """
        if self.kind == "words":
            return _WORDS[self.words].say(lang)
        if self.value:
            return str(self.value)
        price = self._number(lang)
        price = _OF.say(lang, price=price, of=self.of) if self.of else price
        return _PER.say(lang, price=price, per=self.per) if self.per else price

    def _number(self, lang: str) -> str:
        ends = [end for end in (self.low, self.high) if end is not None]
        if self.kind == "sum":
            return _SAY.of(lang)(ends, self.unit.removesuffix("元"))
        percentages = [f"{end}%" for end in ends]
        return percentages[0] if len(ends) == 1 else _FROM_TO.say(lang, low=percentages[0], high=percentages[1])

    def __str__(self) -> str:
        return self.say("zh")


PRICES: Final = rf"{one_of(_WORDS)}|{'|'.join(each.pattern for each in (_VALUE, _RANGE, _SHARE))}"
PriceValue = Annotated[Price, BeforeValidator(Price.parse), PlainSerializer(str), WithJsonSchema(text_of(PRICES))]
"""A price as authors write it."""
SumValue = Annotated[Sum, BeforeValidator(Sum.parse), PlainSerializer(str), WithJsonSchema(text_of(_SUM.pattern))]
"""A sum as authors write it."""
