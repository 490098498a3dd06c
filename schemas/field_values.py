"""What a person may write into a field, read into a typed value, whatever the type of the field."""

from __future__ import annotations

import re
from typing import Final

from schemas.field import Field
from schemas.field_types import FIELD_TYPES
from schemas.limits import LONGEST_SHORT_TEXT, LONGEST_TEXT
from schemas.reading import Choices
from schemas.rules import Rule
from schemas.stand_ins import stand_in
from schemas.values import UnfitError, Value, clean

_UNFIT: Final = re.compile("[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufff8\ufffd\U00010000-\U0010ffff]")


def read_value(field: Field, text: str, choices: Choices | None = None) -> Value:
    """The value that *text* means in *field*; 无 or 匿名 where the field allows one and takes no other text.

    Args:
        field: any but of type `tick`.
        text: what is written, not blank.
        choices: ids by the texts that stand for them; ids themselves are understood without it.

    Raises:
        UnfitError: *text* is no value of this field.
    """
    reading = FIELD_TYPES[field.type].reading
    most = reading.most or LONGEST_SHORT_TEXT
    if len(text) > LONGEST_TEXT or len(cleaned := clean(text)) > most:
        raise UnfitError(Rule.TOO_LONG, most=most)
    if (unfit := _UNFIT.search(cleaned)) is not None:
        raise UnfitError(Rule.BAD_CHARACTER, character=f"U+{ord(unfit[0]):04X}")
    try:
        return reading.read(field, cleaned, choices or {})
    except UnfitError:
        if (word := stand_in(field.allows, cleaned)) is not None:
            return word
        raise


def check_value(field: Field, value: object, choices: Choices | None = None) -> Value:
    """*value* as its field keeps it, whether it comes typed or as JSON has it (dates and numbers as strings).

    Raises:
        UnfitError: it is no value of this field.
    """
    reading = FIELD_TYPES[field.type].reading
    if isinstance(value, str) and reading.holds != "tick":
        return read_value(field, value, choices)
    typed = reading.take(field, value, choices or {})
    if typed is None:
        raise UnfitError(reading.unfit, choices=tuple(map(str, field.choices.values())))
    return typed
