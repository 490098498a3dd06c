"""Word files to PDF through LibreOffice.

LibreOffice is started once for many files (a start costs a second, a file a fifth of one), in a profile of its own that
is thrown away: two processes that share a profile fail without a word. The Chinese fonts that forms name are mapped to
the Noto fonts of a server, so that 宋体 is a serif and 微软雅黑 is not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from schemas.findings import HandbookError

INSTALL: Final = "apt install libreoffice-writer-nogui poppler-utils fonts-noto-cjk"
"""What a Debian machine needs."""

_MISSING: Final = {
    "zh": "没有找到 LibreOffice（soffice），无法生成 PDF。安装：{install}",
    "en": "LibreOffice (soffice) was not found, so no PDF can be made. Install it: {install}",
}
_FAILED: Final = {
    "zh": "LibreOffice 没有生成 {names}：{reason}",
    "en": "LibreOffice did not make {names}: {reason}",
}
_FACES: Final = (
    ("宋体", "Noto Serif CJK SC"), ("SimSun", "Noto Serif CJK SC"), ("NSimSun", "Noto Serif CJK SC"),
    ("微软雅黑", "Noto Sans CJK SC"), ("Microsoft YaHei", "Noto Sans CJK SC"), ("黑体", "Noto Sans CJK SC"),
    ("SimHei", "Noto Sans CJK SC"), ("Segoe UI Symbol", "DejaVu Sans"), ("Arial", "Liberation Sans"),
    ("Liberation Sans", "Noto Sans CJK KR"),
)  # fmt: skip


def to_pdf(files: Sequence[Path], folder: Path, *, seconds: float = 300.0) -> tuple[Path, ...]:
    """Convert Word files to PDF in *folder*, in one run of LibreOffice.

    Args:
        files: Word files; names must differ, as each PDF is named after its file.
        folder: made when it is not there.
        seconds: how long the whole run may take.

    Returns:
        The PDF of each file, in the same order.

    Raises:
        HandbookError: `office-missing` without LibreOffice, `office-failed` when it takes too long or makes no PDF.
    """
    if not files:
        return ()
    program = shutil.which("soffice")
    if program is None:
        raise HandbookError("office-missing", _MISSING, install=INSTALL)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = tuple(folder / f"{file.stem}.pdf" for file in files)
    for path in wanted:
        path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="office-") as work:
        reason = _run(program, files, folder, Path(work), seconds)
    if missing := [path.name for path in wanted if not path.is_file()]:
        raise HandbookError("office-failed", _FAILED, names=", ".join(missing), reason=reason)
    return wanted


def _run(program: str, files: Sequence[Path], folder: Path, work: Path, seconds: float) -> str:
    """Run LibreOffice with a profile and fonts of its own; what it said last, for an error message."""
    fonts = work / "fonts.conf"
    fonts.write_text(font_configuration(work / "cache"), encoding="utf-8")
    command = [
        program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder.resolve()),
        *[str(file.resolve()) for file in files],
    ]  # fmt: skip
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts), "HOME": str(work), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(  # noqa: S603 - the program is soffice, its arguments are our own files
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", start_new_session=True,
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _stop(process)
        return f"no answer within {seconds:g} s"
    return said.strip().rpartition("\n")[2] or f"exit code {process.returncode}"


def _stop(process: subprocess.Popen[str]) -> None:
    """End the process and the one it started: `soffice` is a script around the program proper."""
    os.killpg(process.pid, 9)
    process.communicate()


def font_configuration(cache: Path) -> str:
    """A fonts.conf that adds to the machine's own which font stands in for which."""
    aliases = "".join(
        f'<match target="pattern"><test name="family" qual="any"><string>{name}</string></test>'
        f'<edit name="family" mode="append" binding="strong"><string>{stand_in}</string></edit></match>'
        for name, stand_in in _FACES
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}'
        f"<cachedir>{cache}</cachedir></fontconfig>"
    )
