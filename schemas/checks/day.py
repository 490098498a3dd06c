"""The day of a check: what a finding takes of it is noted, so that it stays good on every day that says the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from schemas.reads import Derivation, Reads, question


class Day:
    """The day on which is checked, as what questions are put to (`schemas.reads`).

    Args:
        today: the day.
    """

    subject: Final = "day"
    before: Final[Mapping[str, Derivation]] = {}

    def __init__(self, today: date) -> None:
        self._today = today.isoformat()
        self.digests: dict[str, str] = {}
        self.answers: dict[str, Any] = {}
        self.grounds: dict[str, Reads] = {}

    def is_after(self, day: date) -> bool:
        """Whether *day* has passed."""
        return self.is_past(day.isoformat())

    def has_come(self, day: date) -> bool:
        """Whether *day* is today or has passed."""
        return self.is_after(day - timedelta(days=1))

    @question
    def is_past(self, day: str) -> bool:
        """Whether *day*, as `2027-01-15`, has passed."""
        return self._today > day
