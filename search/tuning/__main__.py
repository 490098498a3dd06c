"""The process that learns: `python -m search.tuning`, started by `search.tuning.apart`.

It reads what to do from standard input, one line of JSON, and prints how far it is, a line of JSON a step. It ends when
nobody reads them any more, and then has what was put by last.
"""

from __future__ import annotations

import json
import sys
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any

from schemas import disk
from schemas.loader import load_library
from search.building import corpus_hash
from search.library_cuts import cut_library
from search.tuning.apart import MADE
from search.tuning.training import Plan, Training


def main() -> None:
    """Learn, and write what came of it where `MADE` says; or put it by where time is up."""
    given = json.loads(sys.stdin.readline())
    root, seconds = Path(given["root"]), given["seconds"]
    until = inf if seconds is None else monotonic() + seconds
    try:
        library = load_library(root).require()
        plan = Plan(cut_library(library), corpus_hash(library), tuple(given["left_out"]), given["rounds"])
        training = Training(plan, root)
        _tell(training)
        for _ in training.steps():
            _tell(training)
            if monotonic() > until and training.done < training.many:
                training.put_by()
                return
        disk.write_whole(root / MADE, training.tuned().to_bytes())
        training.forget()
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        _print(errno=error.errno, reason=error.strerror, path=disk.place(error, root / MADE))
        sys.exit(1)


def _tell(training: Training) -> None:
    _print(done=training.done, many=training.many, kept=training.kept, loss=training.loss)


def _print(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)  # noqa: T201 - this is how it is told


if __name__ == "__main__":
    main()
