"""What `check` finds in the handbooks of this repository: no error and no warning."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from schemas.checks import check
from schemas.loader import load_library

ROOT: Final = Path(__file__).parents[1]


def test_nothing_is_found_that_must_be_put_right() -> None:
    """Notices are for authors to look at, and change no exit code."""
    findings = check(load_library(ROOT), date.today()).findings

    assert [finding.say("en") for finding in findings if finding.severity != "notice"] == []
