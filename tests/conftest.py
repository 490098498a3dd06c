"""What every test may use: a small library of two handbooks with a record of every kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import LIBRARY, Content


@pytest.fixture
def handbook_root(tmp_path: Path) -> Path:
    """A copy of the small library, to change as one likes: the folder that holds `handbook/library.yaml`."""
    root = tmp_path / "root"
    shutil.copytree(LIBRARY, root)
    return root


@pytest.fixture
def content(handbook_root: Path) -> Content:
    """The same copy with helpers to break and to check it."""
    return Content(handbook_root)


@pytest.fixture(scope="session")
def library() -> Library:
    """The small library as it is, loaded once; it cannot be changed."""
    return load_library(LIBRARY).require()
