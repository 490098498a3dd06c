"""What `check` finds about posts and title pages, whatever other rules say of the same change."""

from __future__ import annotations

from datetime import date

from schemas.messages import Control, Links, Posts
from tests.schemas.content import TODAY, Content

_RULES = {*Posts, *Control, Links.DUPLICATE_ID}


def in_words(content: Content, lang: str = "en", today: date = TODAY) -> list[str]:
    """The findings in words."""
    return [finding.say(lang) for finding in content.findings(today) if finding.rule in _RULES]


def titles(content: Content, lang: str = "en") -> list[str]:
    """The same without the hints."""
    return [said.partition("\n")[0] for said in in_words(content, lang)]
