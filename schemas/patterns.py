"""Patterns that browsers and editors check by: what a value may look like, without groups that only Python knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from schemas.words import Bilingual


def one_of(words: Iterable[str], *, any_case: bool = False) -> str:
    """Any of *words*, the longest first; with *any_case* in capitals too."""
    longest_first = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(in_any_case(word) if any_case else re.escape(word) for word in longest_first)})"


def in_any_case(word: str) -> str:
    """*word*, each letter small or as a capital."""
    return "".join(f"[{sign.upper()}{sign}]" if "a" <= sign <= "z" else re.escape(sign) for sign in word.lower())


def with_spaces(*words: str) -> str:
    """Any of *words*, with spaces anywhere within."""
    return f"(?:{'|'.join(_SPACE.join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))})"


_SPACE = r"\s*"


def text_of(pattern: str, how: Bilingual | None = None, *, number: bool = False) -> dict[str, Any]:
    """The JSON Schema of a text that matches the whole of *pattern*, spaces around it left out of account.

    Args:
        pattern: what it looks like.
        how: what an editor says of any other: how it is written.
        number: whether an editor may take it for a number.
    """
    kinds = ["string", "number"] if number else "string"
    said = {"patternErrorMessage": in_editor(how)} if how else {}
    return {"type": kinds, "pattern": rf"^\s*(?:{pattern})\s*$", **said}


def in_editor(words: Bilingual) -> str:
    """*words* as an editor shows them, which does not know its author's language."""
    return f"{words.zh}\n{words.en}"


class OneAlone:
    """Marks a list of which an author may write one item without brackets, for editors."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The list, or one of its items; of a mapping one of its values."""
        whole = handler(schema)
        return {"anyOf": [whole.get("items") or whole["additionalProperties"], whole]}
