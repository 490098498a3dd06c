"""The shape of a message: what is wrong and how to put it right, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """The wording of one rule."""

    severity: Severity
    zh: str
    zh_hint: str
    en: str
    en_hint: str

    def title(self, lang: str) -> str:
        """What is wrong, as a template."""
        return self.zh if lang == "zh" else self.en

    def hint(self, lang: str) -> str:
        """How to put it right, as a template; empty when the title says it all."""
        return self.zh_hint if lang == "zh" else self.en_hint


def error(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    """A message about something that must be put right before the handbook can be used."""
    return Message("error", zh, zh_hint, en, en_hint)


def warning(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    """A message about something an owner may accept with a reason."""
    return Message("warning", zh, zh_hint, en, en_hint)
