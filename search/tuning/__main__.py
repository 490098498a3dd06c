"""The process that learns: `python -m search.tuning`, started by `search.tuning.apart`.

It reads what to do from standard input, one line of JSON, and prints how far it is, a line of JSON a step. Told to end,
or when nobody reads them any more, it finishes its step, puts by what was learnt and ends.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from math import inf
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from schemas import disk
from schemas.loader import load_library
from search.building import corpus_hash
from search.library_cuts import cut_library
from search.tuning.apart import MADE
from search.tuning.training import Plan, Training


def main() -> None:
    """Learn, and write what came of it where `MADE` says; or put it by where it is to stop."""
    told = Event()
    signal.signal(signal.SIGTERM, lambda *_: told.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # said to all at once, it is for the one who started this
    given = json.loads(sys.stdin.readline())
    root, seconds = Path(given["root"]), given["seconds"]
    until = inf if seconds is None else monotonic() + seconds
    try:
        library = load_library(root).require()
        plan = Plan(cut_library(library), corpus_hash(library), tuple(given["left_out"]), given["rounds"])
        training = Training(plan, root)
        if not _is_learnt(training, lambda: told.is_set() or monotonic() > until):
            training.put_by()
            return
        disk.write_whole(root / MADE, training.tuned().to_bytes())
        training.forget()
    except OSError as error:
        _print(errno=error.errno, reason=error.strerror, path=disk.place(error, root / MADE))
        sys.exit(1)


def _is_learnt(training: Training, is_enough: Callable[[], bool]) -> bool:
    """Learn to the end, or until it *is_enough* or nobody listens; whether the end was reached."""
    try:
        _tell(training)
        for _ in training.steps():
            _tell(training)
            if is_enough():
                break
    except BrokenPipeError:
        pass
    return training.done == training.many


def _tell(training: Training) -> None:
    _print(done=training.done, many=training.many, kept=training.kept, loss=training.loss)


def _print(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)  # noqa: T201 - this is how it is told


if __name__ == "__main__":
    main()
