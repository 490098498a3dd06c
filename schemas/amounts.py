"""Days, numbers, percentages and yes or no, as an author writes them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from schemas.limits import MOST_ROWS
from schemas.messages import Message, Shapes
from schemas.patterns import in_editor, text_of
from schemas.scalars import is_empty, shape
from schemas.words import Bilingual


def refuse(rule: Message, value: Any) -> PydanticCustomError:
    """The error for a *value* that *rule* does not allow; an empty one is only that."""
    if is_empty(value):
        return PydanticCustomError(Shapes.EMPTY_TEXT, "this is empty", {})
    return PydanticCustomError(rule, "{value}", {"value": shape(value)[:40]})


def _read_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise refuse(Shapes.BAD_DATE, value)


_MOST_WHOLE: Final = 999_999_999
_MOST_DECIMAL: Final = 999_999_999_999
_DECIMAL: Final = r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?"


def _out_of_range(value: object, least: int, most: int) -> PydanticCustomError:
    values = {"value": str(value)[:40], "least": least, "most": most}
    return PydanticCustomError(Shapes.OUT_OF_RANGE, "{value}", values)


def _read_whole(value: Any, least: int = 0, most: int = _MOST_WHOLE) -> int:
    if isinstance(value, str):
        if re.fullmatch(r"-[1-9][0-9]*|[1-9][0-9]{9,}", value):
            raise _out_of_range(value, least, most)
        value = int(value) if re.fullmatch(r"0|[1-9][0-9]{0,8}", value) else value
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(Shapes.BAD_WHOLE_NUMBER, value)
    if not least <= value <= most:
        raise _out_of_range(value, least, most)
    return value


def _read_count(value: Any) -> int:
    return _read_whole(value, 1, MOST_ROWS)


def _read_decimal(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(_DECIMAL, value):
        return Decimal(value)
    if isinstance(value, str) and re.fullmatch(r"-?[1-9][0-9]{12,}(?:\.[0-9]+)?", value):
        raise _out_of_range(value, -_MOST_DECIMAL, _MOST_DECIMAL)
    raise refuse(Shapes.BAD_NUMBER, value)


def _read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise refuse(Shapes.BAD_FLAG, value)


def _read_percent(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and (match := re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)%", value)):
        percent = Decimal(match[1])
        if percent <= 100:
            return percent
    raise refuse(Shapes.BAD_PERCENT, value)


DAY_WRITTEN: Final = Bilingual("写成 2026-01-15。", "Write it as 2026-01-15.")
_DAY: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
Date = Annotated[
    date,
    BeforeValidator(_read_date),
    PlainSerializer(date.isoformat, when_used="json"),
    WithJsonSchema({**text_of(_DAY, DAY_WRITTEN), "format": "date"}),
]


def _digits(pattern: str) -> dict[str, str]:
    """The part of a JSON Schema that is of a number's digits, and what an editor says of anything else."""
    return {"pattern": f"^(?:{pattern})$", "patternErrorMessage": in_editor(_ONLY_DIGITS)}


_ONLY_DIGITS: Final = Bilingual("只写数字，如 16。", "Write digits only, such as 16.")
Whole = Annotated[
    int,
    BeforeValidator(_read_whole),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, **_digits("0|[1-9][0-9]{0,8}")}),
]
Count = Annotated[
    int,
    BeforeValidator(_read_count),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "maximum": MOST_ROWS, **_digits("[1-9][0-9]{0,3}")}),
]
"""How many of something that is laid out, counted or timed: at least one, and never so many that paper runs out."""
Plainnumber = Annotated[
    Decimal,
    BeforeValidator(_read_decimal),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema({"type": ["number", "string"], **_digits(_DECIMAL)}),
]
Flag = Annotated[bool, BeforeValidator(_read_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Percent = Annotated[
    Decimal,
    BeforeValidator(_read_percent),
    PlainSerializer(lambda value: f"{value}%", return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}(\.\d{1,2})?%$"}),
]
