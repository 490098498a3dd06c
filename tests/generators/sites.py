"""A folder with the project's own theme and a library, ready to be built into a site."""

from __future__ import annotations

import shutil
from pathlib import Path

from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import LIBRARY

PROJECT = Path(__file__).parents[2]


def make_root(root: Path, library: Path = LIBRARY) -> Path:
    """Put the handbooks of *library*, and the project's `mkdocs.yml` and `site/`, into *root*."""
    shutil.copytree(library / "handbook", root / "handbook")
    shutil.copytree(PROJECT / "site", root / "site")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


def load(root: Path) -> Library:
    """The library of *root*."""
    return load_library(root).require()
