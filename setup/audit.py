"""Look up what is known against the packages of the lock files: `python setup/audit.py PIP-AUDIT LOCK…`.

Exit codes: 0 nothing is known, 1 something is, 3 it could not be looked up, which is no good news.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NOTHING, SOMETHING, NOT_AUDITED = 0, 1, 3


def main(program: str, locks: list[str]) -> int:
    """Run pip-audit over *locks*, say in a line each what it found, and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        report = Path(folder) / "report.json"
        # the locks name every package, so that nothing has to be resolved or installed to know which they are
        words = [program, "--strict", "--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json"]
        words += ["-o", str(report), *(word for lock in locks for word in ("-r", lock))]
        try:
            ended = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        except OSError as error:
            return _not_audited(f"{program}: {error.strerror}")
        try:
            packages: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["dependencies"]
        except (OSError, ValueError, KeyError):
            return _not_audited(_reason(ended.stderr))
    return _audited(packages)


def _audited(packages: list[dict[str, Any]]) -> int:
    if skipped := [package for package in packages if "skip_reason" in package]:
        return _not_audited(f"{skipped[0]['name']}: {skipped[0]['skip_reason']}")
    known = [(package, vulnerability) for package in packages for vulnerability in package["vulns"]]
    for package, vulnerability in known:
        better = ", ".join(vulnerability["fix_versions"]) or "no version yet"
        _say(f"{package['name']} {package['version']}: {vulnerability['id']}, put right in: {better}")
    _say(f"audited: {len(packages)} packages, {len(known)} known vulnerabilities")
    return SOMETHING if known else NOTHING


def _not_audited(reason: str) -> int:
    _say(f"not audited: {reason}")
    return NOT_AUDITED


def _reason(said: str) -> str:
    """The last error that pip-audit names, in one line."""
    lines = [line.rpartition("pip_audit._cli:")[2].strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "pip-audit said nothing"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
