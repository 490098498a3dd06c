"""`setup/audit.py`: what is known against the locked packages is told, and where it cannot be known that is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

AUDIT = Path(__file__).parents[2] / "setup" / "audit.py"


def audited(tmp_path: Path, report: Any = None, error: str = "", code: int = 0) -> tuple[int, str]:
    """The exit code and the words where pip-audit writes *report* and says *error*."""
    (tmp_path / "report").write_text("" if report is None else json.dumps({"dependencies": report}))
    (tmp_path / "error").write_text(error)
    program = tmp_path / "pip-audit"
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\n'
        f"[ -s {tmp_path}/report ] && cp {tmp_path}/report $2\ncat {tmp_path}/error >&2\nexit {code}\n"
    )
    program.chmod(0o755)
    said = subprocess.run([sys.executable, AUDIT, program, "a.lock"], capture_output=True, text=True, check=False)
    assert said.stderr == ""
    return said.returncode, said.stdout


def package(name: str, *vulnerabilities: tuple[str, list[str]]) -> dict[str, Any]:
    """A package as pip-audit reports it."""
    return {"name": name, "version": "1.0", "vulns": [{"id": id_, "fix_versions": f} for id_, f in vulnerabilities]}


def test_nothing_known_is_said_with_how_much_was_looked_up(tmp_path: Path) -> None:
    """Exit code 0."""
    assert audited(tmp_path, [package("a"), package("b")]) == (0, "audited: 2 packages, 0 known vulnerabilities\n")


def test_what_is_known_is_told_with_what_puts_it_right(tmp_path: Path) -> None:
    """A line each, and exit code 1."""
    found = [package("a"), package("b", ("PYSEC-1", ["1.1", "2.0"]), ("PYSEC-2", []))]

    code, said = audited(tmp_path, found, code=1)
    assert (code, said.splitlines()) == (
        1,
        [
            "b 1.0: PYSEC-1, put right in: 1.1, 2.0",
            "b 1.0: PYSEC-2, put right in: no version yet",
            "audited: 2 packages, 2 known vulnerabilities",
        ],
    )


def test_what_cannot_be_looked_up_is_no_good_news(tmp_path: Path) -> None:
    """Without the database nothing is said to be well: the reason, and an exit code of its own."""
    error = "WARNING:pip_audit._cli:x\nERROR:pip_audit._cli:a: Dependency not found on PyPI and could not be audited\n"

    assert audited(tmp_path, error=error, code=1) == (
        3,
        "not audited: a: Dependency not found on PyPI and could not be audited\n",
    )


def test_a_package_that_was_passed_over_is_not_audited(tmp_path: Path) -> None:
    """One that pip-audit could not look up, though it looked up the others."""
    passed_over = {"name": "b", "skip_reason": "not on PyPI"}

    assert audited(tmp_path, [package("a"), passed_over]) == (3, "not audited: b: not on PyPI\n")


@pytest.mark.parametrize("program", ["/nowhere/pip-audit", "/dev/null"])
def test_without_the_program_nothing_is_audited(program: str) -> None:
    """It is said that it is missing."""
    said = subprocess.run([sys.executable, AUDIT, program, "a.lock"], capture_output=True, text=True, check=False)

    assert said.returncode == 3
    assert said.stdout.startswith(f"not audited: {program}: ")
