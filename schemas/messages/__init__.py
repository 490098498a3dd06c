"""Every message about content, in Chinese and English: the one table that findings are worded from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from schemas.messages.cards import Cards
from schemas.messages.commands import Requests
from schemas.messages.computed import Sums
from schemas.messages.control import Control
from schemas.messages.english import English
from schemas.messages.files import Files
from schemas.messages.forms import Forms
from schemas.messages.glossary import Glossary
from schemas.messages.laws import Laws
from schemas.messages.lengths import Lengths
from schemas.messages.links import Links
from schemas.messages.policies import Policies
from schemas.messages.posts import Posts
from schemas.messages.rules import Sense
from schemas.messages.shapes import Shapes
from schemas.messages.slips import Slips
from schemas.messages.times import Times
from schemas.messages.training import Training
from schemas.messages.ways import Ways
from schemas.messages.wording import SEVERITIES, Message, Severity

__all__ = [
    "MESSAGES", "SEVERITIES", "Cards", "Control", "English", "Files", "Forms", "Glossary", "Laws", "Lengths", "Links",
    "Message", "Policies", "Posts", "Requests", "Sense", "Severity", "Shapes", "Slips", "Sums", "Times",
    "Training", "Ways",
]  # fmt: skip

_GROUPS: Final[tuple[type[Message], ...]] = (
    Files, Slips, Shapes, Links, Sense, Ways, Times, English, Glossary, Sums, Forms, Laws, Cards, Policies, Posts,
    Control, Training, Lengths, Requests,
)  # fmt: skip
MESSAGES: Final[Mapping[str, Message]] = MappingProxyType(
    {message.value: message for group in _GROUPS for message in group}
)
"""Every message by its name."""
