"""Sequences of answers with the times at which their item comes back: `tests/data/repetition.json`.

`python -m tests.training.repetition_table` writes what `training.repetition` gives for each;
the browser gives the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from training.progress import Answered
from training.repetition import memory_of

TABLE: Final = Path(__file__).parents[1] / "data" / "repetition.json"
_MINUTE: Final = 60_000
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_DUE: Final = -1
"""Answered at the moment at which it is due."""
_EIGHT_IN_CHINA: Final = 1_767_225_600_000
"""2026-01-01 00:00 UTC."""

Steps = list[tuple[int, int]]
"""Answers: how many milliseconds after the one before, and whether it was right."""

SEQUENCES: Final[dict[str, Steps]] = {
    "right again and again, whenever it is due": [(0, 1), *[(_DUE, 1)] * 9],
    "wrong at first": [(0, 0), *[(_DUE, 1)] * 6],
    "wrong three times at first": [(0, 0), (_DUE, 0), (_DUE, 0), *[(_DUE, 1)] * 5],
    "wrong every time": [(0, 0), *[(_DUE, 0)] * 7],
    "wrong once it was learned": [(0, 1), (_DUE, 1), (_DUE, 1), (_DUE, 0), *[(_DUE, 1)] * 4],
    "right and wrong by turns": [(0, 1), *[(_DUE, 0), (_DUE, 1)] * 5],
    "answered before it is due, on one day": [(0, 1), (_DUE, 1), (_HOUR, 1), (_HOUR, 1), (_HOUR, 0), (_MINUTE, 1)],
    "ten minutes around the hour at which the day of UTC begins": [(-5 * _MINUTE, 1), (10 * _MINUTE, 1), (_DUE, 1)],
    "the next day, an hour earlier": [(0, 1), (_DUE, 1), (_DAY - _HOUR, 1), (_DAY - _HOUR, 1), (_DAY - _HOUR, 0)],
    "the next day, an hour later": [(0, 1), (_DAY + _HOUR, 1), (_DAY + _HOUR, 1), (_DAY + _HOUR, 1)],
    "much later than it was due": [(0, 1), (_DUE, 1), (40 * _DAY, 1), (400 * _DAY, 1), (900 * _DAY, 0), (_DAY, 1)],
    "learned, and left for a year": [(0, 0), (365 * _DAY, 1), (_DUE, 1), (_DUE, 1)],
    "three answers in one moment": [(0, 1), (0, 0), (0, 1)],
}


def _case(name: str, steps: Steps) -> dict[str, Any]:
    answers: list[Answered] = []
    expected = []
    at = _EIGHT_IN_CHINA
    for after, right in steps:
        at = memory_of(answers).due if after == _DUE else at + after
        answers.append(Answered(at, bool(right)))
        memory = memory_of(answers)
        expected.append({"at": at, "right": right, "due": memory.due, "learned": int(memory.is_learned)})
    return {"name": name, "answers": expected}


def cases() -> Iterator[dict[str, Any]]:
    """Every sequence, each answer with the moment at which the item is due after it, and whether it is learned."""
    yield from (_case(name, steps) for name, steps in SEQUENCES.items())


def written() -> str:
    """The table as it is kept: a sequence a line."""
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases())
    return f"[\n{lines}\n]\n"


if __name__ == "__main__":
    TABLE.write_text(written(), "utf-8")
