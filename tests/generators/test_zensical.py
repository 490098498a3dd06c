"""The builder that follows mkdocs-material makes the same pages; `make zensical` says so of all handbooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.zensical import build
from schemas.loader import load_library
from tests.schemas.content import LIBRARY

PROGRAM = Path(".venv/zensical/bin/zensical").resolve()


@pytest.mark.prove
def test_every_page_and_every_place_in_it_comes_out(tmp_path: Path) -> None:
    """Of both languages."""
    built = build(load_library(LIBRARY).require(), str(PROGRAM), tmp_path)

    assert built.missing == ()
    assert built.pages > 80
    assert built.anchors > 800
