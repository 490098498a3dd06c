"""`setup/ooxml-validator.sh`: the validator is there, and setting it up again does nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_again() -> None:
    """Where the pinned validator is installed the script is silent and installs nothing."""
    stamp = ROOT / ".venv" / "ooxml-validator" / "installed.json"
    assert stamp.is_file(), "the Open XML SDK's validator is missing: setup/ooxml-validator.sh"
    before = stamp.stat().st_mtime_ns

    said = subprocess.run([ROOT / "setup" / "ooxml-validator.sh"], capture_output=True, text=True, check=True)

    assert (said.stdout, said.stderr, stamp.stat().st_mtime_ns) == ("", "", before)


def test_no_registry_is_named() -> None:
    """The lock file pins what is installed by its checksum, wherever it is fetched from."""
    locked = (ROOT / "setup" / "ooxml-validator" / "package-lock.json").read_text("utf-8")

    assert '"integrity": "sha512-' in locked
    assert "http" not in locked
