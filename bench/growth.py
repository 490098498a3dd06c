"""How what a department pays grows with the library: time, memory and bytes, at one, ten and fifty times its size.

`python -m bench.growth` grows a copy of the library in two ways: more handbooks, and one handbook with more procedures
on the same roles and forms. The figure of a row is the slope of its logarithms: 1 is a cost that grows as the library.
"""

from __future__ import annotations

import gzip
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

from rich.console import Console
from rich.table import Table

from schemas.root import find_root
from tests.copies import more_handbooks, more_procedures

TIMES: Final = (1, 10, 50)
_WAYS: Final[Mapping[str, Callable[[Path, Path, int], Path]]] = {
    "more handbooks": more_handbooks,
    "more procedures in one handbook": more_procedures,
}
_BUILD: Final = (sys.executable, "-m", "bench.build_quickly")
"""A build without what LibreOffice and the encoder take long for: that cost is theirs and not ours."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds on the wall, seconds of processor (its children's too), megabytes at most."""

    wall: float
    cpu: float
    megabytes: float


def run(root: Path, *command: str) -> Run:
    """Run *command* on the library at *root*.

    Raises:
        RuntimeError: it failed; the message is what it printed.
    """
    here = str(Path(__file__).parent.parent)
    environment = {**os.environ, "HANDBOOK_ROOT": str(root), "PYTHONPATH": here}
    started = perf_counter()
    with tempfile.TemporaryFile() as printed:
        # Our own interpreter and fixed arguments.
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=printed)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            printed.seek(0)
            raise RuntimeError(printed.read().decode("utf-8", "replace")[-2000:])
    return Run(perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def figures(root: Path) -> dict[str, float]:
    """Every figure of the library at *root*, which is built from nothing and changed."""
    rows: dict[str, float] = {}
    for part in ("index", "site"):
        made = run(root, *_BUILD, part)
        rows |= {f"{part} alone, s": made.cpu, f"{part} alone, MB": made.megabytes}
    shutil.rmtree(root / "build")
    cold, again = run(root, *_BUILD), run(root, *_BUILD)
    rows |= {"build cold, s": cold.cpu, "build cold, MB": cold.megabytes, "build unchanged, s": again.cpu}
    change_a_word(root)
    word = run(root, *_BUILD)
    rows |= {"one word, s": word.cpu, "one word on the wall, s": word.wall}
    return {**rows, **sizes(root / "build" / "site")}


def change_a_word(root: Path) -> None:
    """Add a word to a step, as an author does."""
    path = next(root.glob("handbook/greentown-after-sales/procedures/complaint-handling.yaml"))
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(\n    do: [^\n]+)", r"\1好。", text, count=1), "utf-8")


def sizes(site: Path) -> dict[str, float]:
    """Kilobytes of the site: the largest menu, the largest page, all that a browser loads for its first question."""
    pages = list(site.rglob("*.html"))
    largest = max(pages, key=lambda page: page.stat().st_size)
    procedure = site / "greentown-after-sales" / "procedures" / "complaint-handling.html"
    asked = [site / "ask.html", *(site / "assets" / name for name in ("index.js", "catalogue.js"))]
    return {
        "largest menu, KB": max(map(_menu, pages)) / 1024,
        "largest page, KB": largest.stat().st_size / 1024,
        "a procedure's first view, KB gzip": _first_view(procedure) / 1024,
        "first question offline, KB gzip": sum(map(_zipped, asked)) / 1024,
        "site, MB": sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1024 / 1024,
    }


def _menu(page: Path) -> int:
    match = re.search(rb'<nav class="nav.*?</nav>', page.read_bytes(), re.DOTALL)
    return len(match[0]) if match else 0


def _first_view(page: Path) -> int:
    linked = re.findall(rb'<(?:script|link|img)\b[^>]*?(?:src|href)="([^"#?]+)"', page.read_bytes())
    files = {(page.parent / name.decode()).resolve() for name in linked}
    return _zipped(page) + sum(_zipped(path) for path in files if path.is_file() and path.suffix != ".html")


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def slope(values: Mapping[int, float]) -> float:
    """The slope of a straight line through the logarithms of *values*, given by the size of the library."""
    points = [(math.log(times), math.log(value)) for times, value in values.items() if value > 0]
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points) or 1.0
    return float(sum((x - mean_x) * (y - mean_y) for x, y in points) / spread)


def table(way: str, measured: Mapping[int, Mapping[str, float]]) -> Table:
    """The figures of one way of growing, and their slopes."""
    growth_table = Table(way, *(f"{times} ×" for times in measured), "slope", title="Growth (processor seconds)")
    for name in next(iter(measured.values())):
        values = {times: rows[name] for times, rows in measured.items()}
        growth_table.add_row(name, *(f"{value:,.2f}" for value in values.values()), f"{slope(values):.2f}")
    return growth_table


def main() -> None:
    """Print a table for each way of growing; sizes other than 1, 10 and 50 can be given."""
    sizes_asked = tuple(map(int, sys.argv[1:])) or TIMES
    console, root = Console(), find_root(None, None, Path.cwd())
    for way, grow in _WAYS.items():
        measured = {}
        for times in sizes_asked:
            with tempfile.TemporaryDirectory() as folder:
                measured[times] = figures(grow(root, Path(folder, "copy"), times))
        console.print(table(way, measured))


if __name__ == "__main__":
    main()
