"""A desk at which lines are typed that a test has written, and what was shown there."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

from rich.console import Console

from training.study.desk import Desk


class Typing:
    """A desk, and somebody who types *lines* and then nothing more.

    Attributes:
        desk: the desk.
        prompts: what was asked, in order.
    """

    def __init__(self, lines: Sequence[str], lang: str = "zh", width: int = 80, *, is_live: bool = False) -> None:
        self._lines = iter(lines)
        self._screen = io.StringIO()
        self.prompts: list[str] = []
        console = Console(file=self._screen, width=width, highlight=False, emoji=False)
        self.desk = Desk(console, self._type, lang, is_live=is_live)

    def _type(self, prompt: str) -> str:
        self.prompts.append(prompt)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None

    @property
    def shown(self) -> list[str]:
        """The lines on the screen, without the blanks at their ends."""
        return [line.rstrip() for line in self._screen.getvalue().splitlines()]


def chance(seed: int) -> Random:
    """The same numbers in every run."""
    return Random(seed)  # noqa: S311 - no secret
