"""What the index of a library costs: seconds to make it, from nothing and after one step was changed, and its bytes."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from rich.table import Table

from bench.growth import Run, change_a_word, run
from search.generations import named
from search.index import FOLDER
from tests.generators.sites import make_root

_BUILD = (sys.executable, "-m", "commands", "build", "--only", "index")


def table(root: Path) -> Table:
    """A copy of the library of *root*, indexed; the vectors that travel with the program are not computed again."""
    indexing_table = Table(
        "index", "seconds", "of a core", "peak, MB", title=f"The index, load {os.getloadavg()[0]:.1f}"
    )
    with tempfile.TemporaryDirectory() as folder:
        copy = make_root(Path(folder) / "root", root)

        def add(name: str, took: Run) -> None:
            cells = (f"{took.wall:.1f}", f"{took.cpu:.1f}", f"{took.megabytes:.0f}")
            indexing_table.add_row(name, *cells)

        add("from nothing", run(copy, *_BUILD))
        shutil.rmtree(copy / FOLDER)
        add("from nothing, vectors kept", run(copy, *_BUILD))
        add("unchanged", run(copy, *_BUILD))
        change_a_word(copy)
        add("one step changed", run(copy, *_BUILD))
        generation = copy / FOLDER / named(copy / FOLDER)[0]
        size = sum(path.stat().st_size for path in generation.iterdir())
    indexing_table.caption = f"{size / 1e6:.0f} MB on disk, and as much for the generation before"
    return indexing_table
