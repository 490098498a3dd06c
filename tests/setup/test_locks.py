"""The lock files: every package with its hashes, but the one that cannot have any."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HASHED = (
    "requirements.lock", "requirements-models.lock", "setup/pip-audit/requirements.lock",
    "setup/zensical/requirements.lock",
)  # fmt: skip


def locked(name: str) -> dict[str, str]:
    """What stands in a lock file of each package: version, marker and hashes."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", "")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {line.partition("==")[0]: line.partition("==")[2] for line in lines}


@pytest.mark.parametrize("name", HASHED)
def test_every_package_has_hashes(name: str) -> None:
    """Nothing else than what was looked at is ever installed."""
    assert [
        package for package, line in locked(name).items() if not re.search("--hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_torch_alone_has_none_and_is_pinned_twice_alike() -> None:
    """It stands in a file of its own, which says why, in the version that the extra `models` asks for."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]

    assert locked("requirements-torch.lock") == {"torch": "2.13.0"}
    assert "torch==2.13.0" in extras["models"]
    assert "torch" not in locked("requirements-models.lock")


def test_tests_run_on_what_is_shipped() -> None:
    """Every package of the program is among those of its tests, in the same version."""
    versions = {package: line.split()[0] for package, line in locked("requirements-models.lock").items()}

    assert {
        package: line.split()[0] for package, line in locked("requirements.lock").items()
    }.items() <= versions.items()
