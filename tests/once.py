"""What is made once a run of the tests, in however many processes they run."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path


class Once:
    """Folders that all processes of a run share: whoever needs one first makes it, the others wait for it.

    Args:
        root: where the folders lie; the same in all processes, and empty when the run begins.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder *name*, filled by *make*, which is given the folder, empty. It is for all: nobody changes it.

        What *make* raises fails everybody who asks: the next one tries again.
        """
        folder, done = self.root / name, self.root / f"{name}.done"
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder
