"""What was read from a text, kept by the text itself and by what read it: a file that is the same is not read again."""

from __future__ import annotations

import json
from typing import Any, Final

from schemas.kept import Kept, key
from schemas.program import program_version

READ_BY: Final = ("pydantic", "pydantic-core", "pyyaml", "polib", "pillow")
"""The distributions that decide with our own models what is read and what is found."""


class KeptTexts:
    """What sound texts were read as, as JSON; of what is wrong with a text nothing is kept.

    Args:
        kept: the store.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._version = program_version(("schemas",), READ_BY)

    def get(self, reader: str, text: str) -> Any:
        """What *reader* has read in *text*, or None."""
        value = self._kept.get(key(self._version, reader, text))
        return None if value is None else json.loads(value)

    def put(self, reader: str, text: str, value: Any) -> None:
        """Keep *value* as what *reader* reads in *text*."""
        content = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._kept.put(key(self._version, reader, text), content.encode("utf-8", "surrogatepass"))
