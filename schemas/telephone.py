"""Telephone numbers inside texts, so that a phone can call them."""

from __future__ import annotations

import re
from typing import Final

# As Chinese handbooks write them: with an area code, a mobile, or a hotline such as 95598, 10050, 12345, 119.
_NUMBER: Final = re.compile(
    r"(?<!\d)(?:\d{3,4}(?:-\d{3,8}){1,2}|1\d{10}|\d{7,8}|9[56]\d{3}|10\d{3}|12\d{3}|1[12]\d)(?!\d)"
)
_LONGEST: Final = 60
"""A longer text is a sentence that may mention a number, not the entry of a number."""


def telephone(text: str) -> str:
    """The number that *text* gives, as it is written; empty when it gives none."""
    match = _NUMBER.search(text) if len(text) <= _LONGEST else None
    return match[0] if match else ""
