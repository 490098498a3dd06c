"""Running the command line in a process of its own, as a person would."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Said:
    """What a call printed and the code it ended with."""

    code: int
    out: str
    err: str


def handbook(*words: str, root: Path | None = None, lang: str = "en", cwd: Path | None = None) -> Said:
    """Call `handbook` with *words*; a traceback in what it prints is a failure of whatever is tested."""
    before = [*(["--root", str(root)] if root else []), "--lang", lang]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HANDBOOK_")}
    environment |= {"PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "100", "PYTHONUTF8": "1"}
    ended = subprocess.run(
        [sys.executable, "-m", "commands", *before, *words],
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment, timeout=1500, check=False,
    )  # fmt: skip
    assert "Traceback" not in ended.stderr, ended.stderr
    return Said(ended.returncode, ended.stdout, ended.stderr)
