"""Tuning in a process of its own: whoever starts it needs no torch in memory, and it has memory in its own way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from schemas.kept import FOLDER as KEPT
from search.encoding.apart import PROGRAM

PUT_BY: Final = KEPT / "tuning.pt"
"""Where what was learnt is put by, below the root of the library."""
MADE: Final = KEPT / "tuned.npz"
"""Where what was learnt is written first, below the root of the library."""
_ENVIRONMENT: Final = {
    # What was given back would be asked for again at the next step: with this a step takes a fifth of the time.
    "MALLOC_MMAP_THRESHOLD_": "4000000000",
    "MALLOC_TRIM_THRESHOLD_": "8000000000",
    "OMP_WAIT_POLICY": "passive",
}


class TuningCrashedError(Exception):
    """The process ended without a word."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is.

    Attributes:
        done: steps that were taken, in all runs.
        many: all of them.
        kept: how many of them were put by: it goes on from there whatever happens.
        loss: of the last one; 0 before the first.
    """

    done: int
    many: int
    kept: int
    loss: float


@contextmanager
def tuning(root: Path, left_out: Sequence[str], rounds: int, seconds: float | None) -> Iterator[Iterator[Step]]:
    """Every step of tuning the library under *root*; before them one that says where it goes on.

    Args:
        root: the content root.
        left_out: the handbooks that are not learnt from.
        rounds: how often every passage is met.
        seconds: after so many it stops, and what was learnt is put by; None for the end.

    Raises:
        OSError: something cannot be written.
        TuningCrashedError: its process ended, as where there is too little memory.
    """
    paths = os.pathsep.join(filter(None, (str(PROGRAM), os.environ.get("PYTHONPATH"))))
    environment = os.environ | _ENVIRONMENT | {"PYTHONPATH": paths}
    command = [sys.executable, "-P", "-m", "search.tuning"]
    process = subprocess.Popen(  # noqa: S603 - this very Python, and nothing that was typed
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdin is not None
    given = {"root": str(root), "left_out": list(left_out), "rounds": rounds, "seconds": seconds}
    process.stdin.write(json.dumps(given) + "\n")
    process.stdin.close()
    try:
        yield _steps(process)
    finally:
        process.terminate()
        process.wait()


def _steps(process: subprocess.Popen[str]) -> Iterator[Step]:
    assert process.stdout is not None
    for line in process.stdout:
        facts: dict[str, Any] = json.loads(line)
        if "errno" in facts:
            raise OSError(facts["errno"], facts["reason"], facts["path"])
        yield Step(**facts)
    if process.wait():
        raise TuningCrashedError
