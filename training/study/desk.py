"""Where somebody studies: what is shown, and the lines that are typed, in a terminal or line by line from a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rich.console import Console, RenderableType
from rich.text import Text

from generators.wording.learning import LearningWords
from generators.wording.practice import PracticeWords
from schemas.limits import LONGEST_QUESTION
from schemas.plain_text import normal
from training.study.words import StudyWords

LEAVE: Final = "q"


def is_key(typed: str, key: str) -> bool:
    """Whether somebody typed a key that means something, on a Chinese keyboard too: `？` is `?`."""
    return normal(typed, "NFKC", LONGEST_QUESTION).casefold() == key


class LeftError(Exception):
    """Somebody leaves, or nothing more is typed."""


class Desk:
    """A console with somebody before it.

    Args:
        console: where things are shown, laid out to its width.
        read: gives the next line that is typed after a prompt.
        lang: the language of what is asked and said.
        is_live: whether a person sits there who has to have read something before it goes on.

    Attributes:
        has_kept: whether something was kept meanwhile.
    """

    def __init__(self, console: Console, read: Callable[[str], str], lang: str, *, is_live: bool) -> None:
        self.console = console
        self.lang = lang
        self.t = StudyWords(lang)
        self.learning = LearningWords(lang)
        self.practice = PracticeWords(lang)
        self.is_live = is_live
        self.has_kept = False
        self._read = read

    def show(self, what: RenderableType, style: str = "") -> None:
        """Show something; a text as it is, whatever brackets it holds."""
        self.console.print(Text(what) if isinstance(what, str) else what, style=style or None)

    def show_place(self, url: str) -> None:
        """Show where something stands on the site, on a line of its own."""
        self.console.print(Text(f"  {url}", style="dim"), soft_wrap=True)

    def space(self) -> None:
        """An empty line."""
        self.console.print()

    def ask(self, prompt: str) -> str:
        """What is typed, without the blanks around it.

        Raises:
            LeftError: somebody leaves.
        """
        try:
            typed = self._read(f"{prompt}> ")[:LONGEST_QUESTION].strip()
        except EOFError:
            self.space()  # the prompt's line has no end
            self.show(self.t.ended, "dim")
            raise LeftError from None
        if is_key(typed, LEAVE):
            raise LeftError
        return typed

    def pause(self) -> None:
        """Wait until somebody has read what stands there.

        Raises:
            LeftError: somebody leaves.
        """
        if self.is_live:
            self.ask(self.t.go_on)
