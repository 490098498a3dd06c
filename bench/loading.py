"""How long verbs take that read or do not read the library, and how that grows with it in both ways it can grow."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from rich.table import Table

from tests.copies import more_handbooks, more_procedures

_GROWTH: Final[tuple[tuple[str, Callable[[Path, Path, int], Path], tuple[int, ...]], ...]] = (
    ("more handbooks", more_handbooks, (1, 10, 50)),
    ("more procedures", more_procedures, (10, 50)),
)


class _Took(NamedTuple):
    """What a call took: seconds by the clock, and seconds of a core."""

    clock: float
    core: float


def table(root: Path) -> Table:
    """`handbook check` of libraries n times as large, for the first time and unchanged; and verbs that read nothing."""
    loading_table = Table(
        "library", "records", "KB", "check, cold, s", "of a core, ms a record", "slope", "unchanged, s",
        title="Loading and checking",
    )  # fmt: skip
    first: tuple[int, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for name, grow, all_times in _GROWTH:
            for times in all_times:
                copy = grow(root, Path(folder) / f"{name} {times}", times)
                sizes = [path.stat().st_size for path in (copy / "handbook").glob("*/*/*.yaml")]
                cold, unchanged = _call(copy, "check"), _call(copy, "check")
                first = first or (sum(sizes), cold.core)
                slope = log(cold.core / first[1]) / log(sum(sizes) / first[0]) if sum(sizes) > first[0] else 1.0
                loading_table.add_row(
                    f"{name}, {times}×", str(len(sizes)), f"{sum(sizes) / 1000:.0f}", f"{cold.clock:.2f}",
                    f"{cold.core * 1000 / len(sizes):.1f}", f"{slope:.2f}", f"{unchanged.clock:.2f}",
                )  # fmt: skip
    shown, answered = _call(root, "--help"), _call(root, "ask", "怎么处理投诉")
    loading_table.caption = (
        f"handbook --help {shown.clock:.2f} s, handbook ask from cold {answered.clock:.2f} s; "
        "milliseconds a record hold the start of Python and all imports; the slope is that of a core's time over the KB"
    )
    return loading_table


def _call(root: Path, *words: str) -> _Took:
    before, started = os.times(), perf_counter()
    subprocess.run(  # noqa: S603 - the product's own command
        [sys.executable, "-m", "commands", "--root", str(root), *words], capture_output=True, check=False
    )
    after = os.times()
    core = after.children_user + after.children_system - before.children_user - before.children_system
    return _Took(perf_counter() - started, core)
