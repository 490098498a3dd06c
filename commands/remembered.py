"""Answers that were given lately: the same question again takes no time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from threading import Lock
from typing import Any, Final

MOST: Final = 256
"""Answers that are remembered; the one that was not asked for the longest time goes. One takes some 20 KB."""


class Remembered:
    """A bounded memory of answers; may be shared by threads.

    Args:
        most: how many answers it holds.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Mapping[str, Any]] = OrderedDict()
        self._alone = Lock()

    def find(self, asked: Hashable) -> Mapping[str, Any] | None:
        """The answer to what was *asked*, or None."""
        with self._alone:
            if asked in self._answers:
                self._answers.move_to_end(asked)
            return self._answers.get(asked)

    def keep(self, asked: Hashable, answer: Mapping[str, Any]) -> None:
        """Remember the *answer* to what was *asked*."""
        with self._alone:
            self._answers[asked] = answer
            self._answers.move_to_end(asked)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
