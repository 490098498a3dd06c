"""What somebody enters in a specimen of a form: words, which are translated, or what every language writes alike."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from schemas.scalars import Plain, Text

_CHINESE: Final = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff60]")


def _read_entered(value: Any) -> Text | Plain:
    is_worded = isinstance(value, str) and _CHINESE.search(value)
    return Text.parse(value) if is_worded else Plain.parse(value)  # type: ignore[return-value]


Entered = Annotated[
    Text | Plain,
    PlainValidator(_read_entered),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]
"""A text where it has a Chinese sign; else a number, a date, a room, the id of a choice."""
