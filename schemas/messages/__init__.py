"""Every message about content, in Chinese and English, by rule: the one table that findings are worded from.

A title says what is wrong, a hint how to put it right. `{names}` are filled from the finding.
"""

from __future__ import annotations

from typing import Final

from schemas.messages.commands import COMMANDS
from schemas.messages.computed import COMPUTED
from schemas.messages.files import FILES
from schemas.messages.links import LINKS
from schemas.messages.rules import RULES
from schemas.messages.shapes import SHAPES
from schemas.messages.wording import Message, Severity

__all__ = ["MESSAGES", "Message", "Severity"]

MESSAGES: Final = {**FILES, **SHAPES, **LINKS, **RULES, **COMPUTED, **COMMANDS}
"""Every rule's wording."""
