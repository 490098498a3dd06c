"""Running the command line in a process of its own, as a person would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    *words: str, root: Path | None = None, lang: str = "en", cwd: Path | None = None, without: Sequence[str] = (),
    path: str | None = None,
) -> Said:  # fmt: skip
    """Call `handbook` with *words*; a traceback in what it prints is a failure of whatever is tested.

    Where a search *path* is given, only the programs on it can be found.
    """
    before = [*(["--root", str(root)] if root else []), "--lang", lang]
    ended = subprocess.run(
        command(*before, *words, without=without),
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, timeout=1500, check=False,
        env=environment() | ({} if path is None else {"PATH": path}),
    )  # fmt: skip
    assert "Traceback" not in ended.stderr, ended.stderr
    return Said(ended.returncode, ended.stdout, ended.stderr)


@dataclass(frozen=True, slots=True)
class Serving:
    """A `handbook serve` at work: its address, its process, and what it has said so far, line by line."""

    url: str
    pid: int
    lines: list[str]


@contextmanager
def serving(root: Path, *words: str, within: Sequence[str] = ()) -> Iterator[Serving]:
    """Run `handbook serve` over *root* on a free port; at the end it is told to stop, and must end well.

    Args:
        root: the content root.
        words: more words of the call.
        within: a command that becomes the one it is followed by.
    """
    process = subprocess.Popen(
        [*within, *command("--root", str(root), "--lang", "en", "serve", "--port", "0", *words)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment(),
    )  # fmt: skip
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if match := re.search(r"Serving at (http://\S+?)/ ", line):
            break
    assert match, "\n".join(lines)
    reader = threading.Thread(target=lambda out: lines.extend(line.rstrip() for line in out), args=(process.stdout,))
    reader.start()
    try:
        yield Serving(match[1], process.pid, lines)
    finally:
        process.terminate()
        code = process.wait(30)
        reader.join(30)
    assert code == 0, "\n".join(lines)
    assert "Traceback" not in "".join(lines), "\n".join(lines)
