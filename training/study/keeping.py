"""What somebody has done, kept in a file from one day to the next: nothing is lost when the program is stopped."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from schemas.disk import write_whole
from schemas.limits import MOST_BYTES_OF_PROGRESS
from schemas.plain_text import normal
from training.progress import MOST_OF_NAME, Progress

FOLDER = "study"
Clock = Callable[[], datetime]
"""The moment, in the time zone of the learner."""


class Keeping:
    """The progress of one learner in a folder.

    Whatever is done is written at once, onto what stands there then: two terminals with one nickname lose nothing.

    Args:
        folder: where the files of all learners are.
        name: the nickname; in whichever case it is typed, it is the same learner.
        lang: the language of the note in the file.
        clock: tells the time.
    """

    def __init__(self, folder: Path, name: str, lang: str, clock: Clock) -> None:
        self.name = name
        self.clock = clock
        self.path = folder / f"{normal(name, 'NFKC', MOST_OF_NAME).casefold()}.json"
        self._lang = lang

    def now(self) -> Progress:
        """What was done up to now.

        Raises:
            ProgressUnreadableError: the file is broken.
            OSError: it cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                content = file.read(MOST_BYTES_OF_PROGRESS + 1)
        except FileNotFoundError:
            return Progress(self.name)
        return Progress.read(content, self.path)

    def change(self, change: Callable[[Progress], Progress]) -> Progress:
        """Write what *change* makes of what was done up to now.

        Raises:
            ProgressUnreadableError: the file is broken.
            OSError: it cannot be read or written; what stood there still does.
        """
        before = self.now()
        after = change(before)
        if after != before or not self.path.exists():
            write_whole(self.path, after.written(self.clock(), self._lang), flush=True)
        return after

    def set_aside(self) -> Path:
        """Give the file, which is broken, another name, and return that.

        Raises:
            OSError: it cannot be renamed.
        """
        aside = self.path.with_name(f"{self.path.stem}.{self.clock():%Y%m%d-%H%M%S}.{os.getpid()}.broken")
        self.path.rename(aside)
        return aside
