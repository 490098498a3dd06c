"""Running the command line in a process of its own, as a person would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Said:
    """What a call printed and the code it ended with."""

    code: int
    out: str
    err: str


def command(*words: str, without: Sequence[str] = ()) -> list[str]:
    """The words that call `handbook`; *without* names packages that are as if they were not installed."""
    if not without:
        return [sys.executable, "-m", "commands", *words]
    hide = f"import runpy, sys; sys.modules.update(dict.fromkeys({list(without)}));"
    return [sys.executable, "-c", f"{hide} runpy.run_module('commands', run_name='__main__', alter_sys=True)", *words]


def environment() -> dict[str, str]:
    """This process's environment, less what would change what `handbook` does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDBOOK_")}
    return kept | {"PYTHONPATH": str(_PROJECT), "COLUMNS": "100", "PYTHONUTF8": "1"}


def handbook(
    *words: str, root: Path | None = None, lang: str = "en", cwd: Path | None = None, without: Sequence[str] = ()
) -> Said:
    """Call `handbook` with *words*; a traceback in what it prints is a failure of whatever is tested."""
    before = [*(["--root", str(root)] if root else []), "--lang", lang]
    ended = subprocess.run(
        command(*before, *words, without=without),
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment(), timeout=1500, check=False,
    )  # fmt: skip
    assert "Traceback" not in ended.stderr, ended.stderr
    return Said(ended.returncode, ended.stdout, ended.stderr)
