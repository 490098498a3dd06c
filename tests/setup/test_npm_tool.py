"""`setup/npm-tool.sh`: what the tests need from npm is there, and setting it up again does nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = [path.parent.name for path in sorted((ROOT / "setup").glob("*/package-lock.json"))]


def test_which() -> None:
    """Those of scripts and styles, of GIFT, of Open XML and of SCORM, with the schemas of the latter."""
    assert TOOLS == ["biome", "gift-pegjs", "ooxml-validator", "scorm-again", "scorm-schemas"]


@pytest.mark.parametrize("name", TOOLS)
def test_again(name: str) -> None:
    """Where the pinned program is installed the script is silent and installs nothing."""
    stamp = ROOT / ".venv" / name / "installed.json"
    assert stamp.is_file(), f"{name} is missing: setup/npm-tool.sh {name}"
    before = stamp.stat().st_mtime_ns

    said = subprocess.run([ROOT / "setup" / "npm-tool.sh", name], capture_output=True, text=True, check=True)

    assert (said.stdout, said.stderr, stamp.stat().st_mtime_ns) == ("", "", before)


@pytest.mark.parametrize("name", TOOLS)
def test_no_registry_is_named(name: str) -> None:
    """The lock file pins what is installed by its checksum, wherever it is fetched from."""
    locked = (ROOT / "setup" / name / "package-lock.json").read_text("utf-8")

    assert '"integrity": "sha512-' in locked
    assert "http" not in locked
