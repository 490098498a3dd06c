"""`setup/npm-tool.sh`: what the tests need from npm is there, and setting it up again does nothing."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = [path.parent.name for path in sorted((ROOT / "setup").glob("*/package-lock.json"))]
MEASURED = ["pagefind"]
"""What only measurements run: whoever makes them installs it."""
NEEDED = [name for name in TOOLS if name not in MEASURED]


def test_which() -> None:
    """Those of barriers, scripts and styles, of GIFT, Open XML and SCORM, with the schemas of the latter; and a search.

    `make test` installs those that the tests need.
    """
    installed = re.search(r"^NPM_TOOLS := (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert TOOLS == [
        "axe-core",
        "biome",
        "eslint",
        "gift-pegjs",
        "ooxml-validator",
        "pagefind",
        "scorm-again",
        "scorm-schemas",
    ]
    assert installed is not None
    assert installed[1].split() == NEEDED


@pytest.mark.parametrize("name", NEEDED)
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
