"""The shape of a message: what is wrong and how to put it right, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Self

from schemas.words import Bilingual

Severity = Literal["error", "warning"]
_NO_HINT: Final = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What is wrong, and how to put it right; the hint is empty when the title says it all."""

    severity: Severity
    title: Bilingual
    hint: Bilingual


class Message(StrEnum):
    """A rule that content may break: the name that `accept` and `--json` have, and its wording; subclasses list them.

    A title says what is wrong, a hint how to put it right. `{names}` are filled from the finding.
    """

    _value_: str
    wording: _Wording

    def __new__(cls, name: str, wording: _Wording) -> Self:
        """A member of its name, which carries its wording."""
        message = str.__new__(cls, name)
        message._value_ = name
        message.wording = wording
        return message


def error(name: str, title: Bilingual, hint: Bilingual = _NO_HINT) -> tuple[str, _Wording]:
    """A message about something that must be put right before the handbook can be used."""
    return name, _Wording("error", title, hint)


def warning(name: str, title: Bilingual, hint: Bilingual = _NO_HINT) -> tuple[str, _Wording]:
    """A message about something an owner may accept with a reason."""
    return name, _Wording("warning", title, hint)
