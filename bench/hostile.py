"""What hostile files cost before they are refused: seconds and memory of each, in a process of its own.

The interpreter, everything it imports and the library are counted too: it is what a server that reads forms holds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from rich.console import Console
from rich.table import Table

from schemas.root import find_root
from tests.filled.hostile_files import HEAVY, HOSTILE
from tests.filled.hostile_tricks import TRICKS
from tests.schemas.content import LIBRARY

_READ: Final = """
import json, os, re, sys, time
from pathlib import Path
from filled.reading import read_form
from filled.reading.refusals import RefusedError
from schemas.loader import load_library

library = load_library(Path(sys.argv[1])).require()
for name in sys.argv[2:]:
    sys.stdout.flush()
    if os.fork():
        if os.wait()[1]:
            sys.exit(f"reading {name} ended the process")
        continue
    started = time.process_time()
    try:
        read_form(library, Path(name))
        outcome = "read"
    except RefusedError as refusal:
        outcome = refusal.say("en")
    seconds = time.process_time() - started
    # the most this process had; the count of the system's own for its children begins with what the parent had
    most = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
    print(json.dumps([outcome, seconds, most / 1024]), flush=True)
    os._exit(0)
"""


class Cost(NamedTuple):
    """What came of a file: the reason it was refused with or `read`, the seconds of a core it took, and the most MB."""

    said: str
    seconds: float
    megabytes: float


def all_files() -> dict[str, Callable[[], bytes]]:
    """How each file is made: those to be refused, and those that are made to be slow."""
    return {name: make for name, (make, _) in {**HOSTILE, **TRICKS}.items()} | dict(HEAVY)


def measure(files: Mapping[str, Callable[[], bytes]], folder: Path) -> dict[str, Cost]:
    """Read each of *files* in a process that starts from one which has the library loaded; they are put in *folder*."""
    paths = {name: folder / f"{name}.docx" for name in files}
    for name, make in files.items():
        paths[name].write_bytes(make())
    return dict(zip(files, _read(paths.values()), strict=True))


def _read(paths: Iterable[Path]) -> list[Cost]:
    command = [sys.executable, "-c", _READ, str(LIBRARY), *map(str, paths)]
    root = find_root(None, None, Path(__file__).parent)
    output = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout  # noqa: S603 - our own
    return [Cost(*json.loads(line)) for line in output.splitlines()]


def table(most: int = 12) -> Table:
    """The slowest *most* of them, and whether all keep within the goals."""
    with tempfile.TemporaryDirectory() as folder:
        costs = measure(all_files(), Path(folder))
    cost_table = Table(
        "file", "milliseconds", "MB at most", "what is said", title=f"The slowest of {len(costs)} hostile files"
    )
    for name, cost in sorted(costs.items(), key=lambda pair: -pair[1].seconds)[:most]:
        cost_table.add_row(name, f"{cost.seconds * 1000:.1f}", f"{cost.megabytes:.0f}", cost.said)
    cost_table.caption = (
        f"all: at most {max(cost.seconds for cost in costs.values()) * 1000:.0f} ms (goal: 1000) "
        f"and {max(cost.megabytes for cost in costs.values()):.0f} MB (goal: 100)"
    )
    return cost_table


if __name__ == "__main__":
    Console().print(table(most=1000))
