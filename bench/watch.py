"""How long it takes from a save to the open page, beside how long a build of the same edit takes.

`python -m bench.watch [build] [TIMES…]` writes a word into a procedure of a copy of the library, again and again, and
measures what `handbook serve --watch` does with it: until it is noticed, until the page that is open is made, until all
pages of the record are, until what is wrong with it is found. The library is taken as often as is said, 1 and 10 times
unless told otherwise. With `build` it is built as well where it is taken once, which takes
minutes; ten times as large it takes half an hour.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.growth import change_a_word, run
from commands.collecting import collect_seldom, set_aside
from commands.noticing import Noticing
from commands.warm import Looked, Made, Save, Shown, Warm, address_in
from generators.assets import site_assets
from generators.frames import themes
from generators.fresh import page_paths
from generators.site_source import docs_folder
from schemas.loader import load_library
from schemas.root import find_root
from tests.copies import more_handbooks

TIMES: Final = (1, 10)
SAVES: Final = 40
_RECORD: Final = "handbook/greentown-after-sales/procedures/complaint-handling.yaml"
_BUILD: Final = (sys.executable, "-m", "bench.build_quickly", "forms", "index", "site")
_BUILT: Final = "build"
_CLOCKS: Final[Mapping[str, Callable[[], float]]] = {"wall": perf_counter, "processor": process_time}


class Laps:
    """Seconds from a save to each thing that follows from it, by what and by clock."""

    def __init__(self) -> None:
        self.seconds: dict[tuple[str, str], list[float]] = {}

    @contextmanager
    def begun(self) -> Iterator[Callable[[str], None]]:
        """Begin a save; what is given is called by the name of each thing once it is there."""
        begun = {clock: now() for clock, now in _CLOCKS.items()}

        def note(name: str) -> None:
            for clock, now in _CLOCKS.items():
                self.seconds.setdefault((name, clock), []).append(now() - begun[clock])

        yield note


def measure(root: Path) -> Laps:
    """Save a word so many times, a different one each time."""
    _frame(root)
    laps, warm, noticing = Laps(), Warm(root), Noticing(root, None)
    warm.begin()
    path, text = root / _RECORD, (root / _RECORD).read_text("utf-8")
    page = page_paths(load_library(root, keep=True).require(), [address_in(_RECORD)])[0]
    set_aside()
    with noticing.told():
        noticing.next()
        for number in range(SAVES):
            path.write_text(text.replace("summary: ", f"summary: 第{number}次。", 1), "utf-8")
            with laps.begun() as note:
                save = Save(number, tuple(noticing.next()), (page,))
                note("noticed")
                for step in warm.after(save):
                    if isinstance(step, Made) and step.path == page:
                        note("open page made")
                    elif isinstance(step, Shown):
                        note("its other pages made")
                    elif isinstance(step, Looked):
                        note("findings")
    return laps


def _frame(root: Path) -> None:
    """Have the frames of pages made, as any build leaves them."""
    themes(root, load_library(root, keep=True).require(), site_assets(docs_folder(root)))


def percentile(seconds: Sequence[float], share: float) -> float:
    """The value that so large a share of *seconds* does not exceed."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(times: int, laps: Laps, builds: Mapping[str, float]) -> Table:
    """The figures of one size, and where it was built how many times as long that took."""
    title = f"Save to page, {times} ×, n = {SAVES}, load {os.getloadavg()[0]:.1f}"
    watch_table = Table("seconds after a save", "clock", "p50", "p99", "build of the same / p50", title=title)
    for (name, clock), seconds in laps.seconds.items():
        p50, p99 = percentile(seconds, 0.5), percentile(seconds, 0.99)
        ratio = f"{builds[clock] / p50:.0f}" if clock in builds else ""
        watch_table.add_row(name, clock, f"{p50:.2f}", f"{p99:.2f}", ratio)
    return watch_table


def build_a_word(root: Path) -> Mapping[str, float]:
    """Seconds that a build of one changed word takes, of a library that is built."""
    run(root, *_BUILD)
    change_a_word(root)
    word = run(root, *_BUILD)
    return {"wall": word.wall, "processor": word.cpu}


def main() -> None:
    """Print a table for each size."""
    collect_seldom()
    root, console = find_root(None, None, Path.cwd()), Console()
    given = sys.argv[1:]
    for times in tuple(int(word) for word in given if word != _BUILT) or TIMES:
        with tempfile.TemporaryDirectory() as folder:
            copy = more_handbooks(root, Path(folder, "copy"), times)
            builds = build_a_word(copy) if times == 1 and _BUILT in given else {}
            console.print(table(times, measure(copy), builds))


if __name__ == "__main__":
    main()
