"""A number with what is counted: `95%`, `2 起`, `30 分钟`, `90 平方米`."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from schemas.amounts import refuse
from schemas.composite import Composite
from schemas.duration import Duration
from schemas.messages import Shapes
from schemas.patterns import text_of
from schemas.scalars import Text

_QUANTITY: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?)\s*(\S.{0,19})?")
_PERCENT: Final = "%"
QUANTITIES: Final = _QUANTITY.pattern


@dataclass(frozen=True, slots=True)
class Quantity(Composite):
    """A number and its unit.

    Attributes:
        amount: the number.
        known: `%`, or a unit of time, which both languages know; empty for any other unit.
        unit: any other unit, a text of the handbook; None where nothing but a number is counted.
    """

    amount: Decimal
    known: str = ""
    unit: Text | None = None

    @classmethod
    def parse(cls, value: Any) -> Quantity:
        """Read `95%`, `2 起`, `30 分钟` or `0`.

        Raises:
            PydanticCustomError: not a number with a unit (rule `bad-quantity`).
        """
        if isinstance(value, cls):
            return value
        match = _QUANTITY.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None:
            raise refuse(Shapes.BAD_QUANTITY, value)
        amount, unit = Decimal(match[1]), (match[2] or "").strip()
        if unit == _PERCENT:
            return cls(amount, _PERCENT)
        with suppress(PydanticCustomError):
            return cls(amount, Duration.parse(match[0]).unit)
        return cls(amount, unit=Text(unit) if unit else None)

    @property
    def counted_in(self) -> str:
        """What is counted: the same for quantities that can be compared."""
        return self.known or str(self.unit or "")

    def say(self, lang: str) -> str:
        """The quantity in words: `95%`, `3 个工作日`, `2 起`."""
        if self.known == _PERCENT:
            return f"{self.amount}%"
        if self.known:
            return Duration(self.amount, self.known).say(lang)
        return f"{self.amount} {self.unit}" if self.unit else str(self.amount)

    def __str__(self) -> str:
        return str(Duration(self.amount, self.known)) if self.known not in ("", _PERCENT) else self.say("zh")


QuantityValue = Annotated[
    Quantity,
    BeforeValidator(Quantity.parse),
    PlainSerializer(str),
    WithJsonSchema(text_of(QUANTITIES, number=True)),
]
"""A quantity as authors write it."""
