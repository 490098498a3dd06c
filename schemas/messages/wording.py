"""The shape of a message: what is wrong and how to put it right, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from schemas.words import Bilingual, Named

Severity = Literal["error", "warning", "notice"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""From what must be put right to what is worth a look."""
_NO_HINT: Final = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What is wrong, and how to put it right; the hint is empty when the title says it all."""

    severity: Severity
    title: Bilingual
    hint: Bilingual


class Message(Named):
    """A rule that content may break: the name that `accept` and `--json` have, and its wording; subclasses list them.

    A title says what is wrong, a hint how to put it right. `{names}` are filled from the finding.
    """

    wording: _Wording


def error(name: str, title: Bilingual, hint: Bilingual = _NO_HINT) -> tuple[str, _Wording]:
    """A message about something that must be put right before the handbook can be used."""
    return name, _Wording("error", title, hint)


def warning(name: str, title: Bilingual, hint: Bilingual = _NO_HINT) -> tuple[str, _Wording]:
    """A message about something an owner may accept with a reason."""
    return name, _Wording("warning", title, hint)


def notice(name: str, title: Bilingual, hint: Bilingual = _NO_HINT) -> tuple[str, _Wording]:
    """A message about something worth a look; it never makes a check fail, however strict."""
    return name, _Wording("notice", title, hint)
