"""Building a library within this process, and what a build left behind."""

from __future__ import annotations

from pathlib import Path

from commands.build import BuildPart, Built, build_all
from search.generations import CURRENT, named
from tests.generators.sites import load

TREES = ("site", "forms", "book", "index", "browser")
"""What a build makes for people, under `build/`."""


def build(root: Path) -> list[Built]:
    """Build everything but what takes long: vectors, and what LibreOffice makes."""
    parts: tuple[BuildPart, ...] = ("forms", "index", "site", "book")
    return build_all(load(root), lambda part, done, total: None, parts=parts, late=False)


def files(folder: Path) -> dict[str, bytes]:
    """Every file under *folder* by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def edition(root: Path) -> dict[str, bytes]:
    """Every file that stands under `build/` for people; of the index the generation that is current."""
    everything = {f"{tree}/{path}": data for tree in TREES for path, data in files(root / "build" / tree).items()}
    current = f"index/{named(root / 'build' / 'index')[0]}/"
    of_before = [path for path in everything if path.startswith("index/") and not path.startswith(current)]
    for path in of_before:
        assert path == f"index/{CURRENT}" or path.count("/") == 2 or path == "index/.lock", path
        del everything[path]
    return everything
