"""Calling the command line inside this process: the same words and answers as `running`, without starting Python."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from commands import context
from commands.main import main
from tests.commands.running import Said

WIDTH = 100
"""How wide the terminal is, in characters."""

for console in (context.out, context.err, context.page):
    console.width = WIDTH  # a console that began with COLUMNS, as in the workers of pytest-xdist, stays as wide as that


def handbook(*words: str, root: Path, lang: str = "en", database: str = "") -> Said:
    """Call `handbook` with *words*; an exception of anything but the end of the program is a failure."""
    out, err = io.StringIO(), io.StringIO()
    argv = ["handbook", "--root", str(root), "--lang", lang, *words]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDBOOK_")}
    environment = patch.dict(os.environ, {**kept, "COLUMNS": str(WIDTH), "HANDBOOK_DATABASE": database}, clear=True)
    with environment, patch.object(sys, "argv", argv), redirect_stdout(out), redirect_stderr(err):
        code = _code()
    return Said(code, out.getvalue(), err.getvalue())


def _code() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0
