"""Sequences of answers with the day on which their item comes back after each: `tests/data/repetition.json`.

`python -m tests.training.repetition_table` writes what `training.repetition` gives; the browser has to give the same.
A sequence is `{name, answers: [{day, right, due, stability, difficulty}]}`, the last two with six decimals.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from training.repetition import Memory, rated

TABLE: Final = Path(__file__).parents[1] / "data" / "repetition.json"
_FIRST: Final = date(2026, 2, 20)
_DUE: Final = -1
"""Answered on the day on which it is due."""

Steps = list[tuple[int, int]]
"""Answers: how many days after the one before, and whether it was right."""

SEQUENCES: Final[dict[str, Steps]] = {
    "wrong once, then right whenever it is due": [(0, 0), *[(_DUE, 1)] * 9],
    "wrong three days running": [(0, 0), (_DUE, 0), (_DUE, 0), *[(_DUE, 1)] * 5],
    "wrong every time": [(0, 0), *[(_DUE, 0)] * 7],
    "wrong again once it was learned": [(0, 0), *[(_DUE, 1)] * 4, (_DUE, 0), *[(_DUE, 1)] * 4],
    "right and wrong by turns": [(0, 0), *[(_DUE, 1), (_DUE, 0)] * 5],
    "wrong twice on one day": [(0, 0), (0, 0), (_DUE, 1), (0, 0), (_DUE, 1)],
    "a day late each time": [(0, 0), (2, 1), (4, 1), (9, 1), (30, 1)],
    "before it is due": [(0, 0), (_DUE, 1), (1, 1), (1, 1), (2, 1), (_DUE, 0), (1, 1)],
    "left for a year": [(0, 0), (365, 1), (_DUE, 1), (_DUE, 1)],
    "left for a year, and forgotten": [(0, 0), (_DUE, 1), (365, 0), (_DUE, 1), (_DUE, 1)],
    "right at first": [(0, 1), *[(_DUE, 1)] * 6],
    "until the longest interval": [(0, 1), *[(_DUE, 1)] * 11],
}


def _case(name: str, steps: Steps) -> dict[str, Any]:
    memory: Memory | None = None
    day, answers = _FIRST, []
    for after, right in steps:
        day = memory.due if after == _DUE and memory else day + timedelta(days=after)
        memory = rated(memory, bool(right), day)
        kept = {"stability": round(memory.stability, 6), "difficulty": round(memory.difficulty, 6)}
        answers.append({"day": day.isoformat(), "right": right, "due": memory.due.isoformat()} | kept)
    return {"name": name, "answers": answers}


def cases() -> Iterator[dict[str, Any]]:
    """Every sequence, with what comes of each of its answers."""
    yield from (_case(name, steps) for name, steps in SEQUENCES.items())


def written() -> str:
    """The table as it is kept: a sequence a line."""
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases())
    return f"[\n{lines}\n]\n"


if __name__ == "__main__":
    TABLE.write_text(written(), "utf-8")
