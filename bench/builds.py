"""How long a build takes from nothing and unchanged, part by part, in a copy of the content."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from time import perf_counter

from rich.table import Table

from commands.build import BuildPart, Built, build_all
from schemas.library import Library
from schemas.loader import load_library

_PARTS: tuple[BuildPart, ...] = ("forms", "index", "site", "book")


def copy_content(root: Path, folder: Path) -> None:
    """Put into *folder* what is built of *root*, and the theme."""
    for name in ("handbook", "site"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "mkdocs.yml", folder)


def _timed(library: Library, part: BuildPart) -> tuple[float, Built]:
    started = perf_counter()
    (built,) = build_all(library, lambda part, done, total: None, parts=(part,))
    return perf_counter() - started, built


def table(root: Path) -> Table:
    """Seconds for each part, from nothing and again; the second must write no file."""
    build_table = Table("build, seconds", "from nothing", "unchanged", "items", "files written again", title="Builds")
    with tempfile.TemporaryDirectory() as folder:
        copy_content(root, Path(folder))
        library = load_library(Path(folder)).require()
        for part in _PARTS:
            cold, first = _timed(library, part)
            warm, second = _timed(library, part)
            build_table.add_row(
                part, f"{cold:.1f}", f"{warm:.2f}", str(first.total), str(len(second.changed | second.removed))
            )
    return build_table
