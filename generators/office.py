"""Word files to PDF through LibreOffice.

LibreOffice is started once for many files (a start costs a second, a file a fifth of one), in a profile of its own that
is thrown away: two processes that share a profile fail without a word. The Chinese fonts that forms name are mapped to
the Noto fonts of a server, so that 宋体 is a serif and 微软雅黑 is not.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from schemas.findings import HandbookError
from schemas.words import Bilingual

INSTALL: Final = "apt install libreoffice-writer-nogui fonts-noto-cjk"
"""What a Debian machine needs."""
AT_ONCE: Final = 100
"""How many files one run may be given: LibreOffice 7.4 ends at the 246th without a word."""

_PATIENCE: Final = 120.0
_PATIENCE_A_FILE: Final = 5.0
_LOOK_EVERY: Final = 0.25
_NAMED: Final = 3
_AS_BOOK: Final = ":" + json.dumps(
    {
        name: {"type": "boolean", "value": "true"}
        for name in ("ExportBookmarksToPDFDestination", "UseLosslessCompression", "ExportBookmarks")
    }
)
_MISSING: Final = Bilingual(
    "没有找到 LibreOffice（soffice），无法生成 PDF。安装：{install}",
    "LibreOffice (soffice) was not found, so no PDF can be made. Install it: {install}",
)
_NO_FONT: Final = Bilingual(
    "这台机器没有中文字体，LibreOffice 会把汉字印成方框，所以不生成 PDF。安装：{install}",
    "This machine has no Chinese font: LibreOffice would print boxes, so no PDF is made. Install one: {install}",
)
_FAILED: Final = Bilingual(
    "LibreOffice 没有生成 {names}：{reason}",
    "LibreOffice did not make {names}: {reason}",
)
_FACES: Final = (
    ("宋体", "Noto Serif CJK SC"), ("SimSun", "Noto Serif CJK SC"), ("NSimSun", "Noto Serif CJK SC"),
    ("微软雅黑", "Noto Sans CJK SC"), ("Microsoft YaHei", "Noto Sans CJK SC"), ("黑体", "Noto Sans CJK SC"),
    ("SimHei", "Noto Sans CJK SC"), ("Segoe UI Symbol", "DejaVu Sans"), ("Arial", "Liberation Sans"),
    ("Liberation Sans", "Noto Sans CJK KR"),
)  # fmt: skip


_NOT_ITS_OWN: Final = (
    "Arial", "Arimo", "Helvetica", "Liberation Sans", "Liberation Sans Narrow", "Liberation Serif", "Nimbus Sans",
    "SimSun", "NSimSun", "SimHei", "Microsoft YaHei", "Segoe UI Symbol",
)  # fmt: skip
"""What a machine without the fonts of a form lacks: those that it names, and those that stand in for them."""


def to_pdf(
    files: Sequence[Path], folder: Path, *, seconds: float | None = None,
    report: Callable[[int], None] = lambda n: None, bare: bool = False, is_book: bool = False,
) -> tuple[Path, ...]:  # fmt: skip
    """Convert Word files to PDF in *folder*, in one run of LibreOffice.

    Args:
        files: Word files; names must differ, as each PDF is named after its file.
        folder: made when it is not there.
        seconds: how long the whole run may take; two minutes and five seconds a file when nothing is said.
        report: told now and then how many files are done.
        bare: as a machine would do it that has none of the fonts which forms name.
        is_book: bookmarks become places of the PDF that can be linked to, and pictures are as sharp as they were.

    Returns:
        The PDF of each file, in the same order.

    Raises:
        HandbookError: `office-missing` without LibreOffice, `office-no-font` without a Chinese font, `office-failed`
            when it takes too long or makes no PDF.
    """
    if not files:
        return ()
    program = shutil.which("soffice")
    if program is None:
        raise HandbookError("office-missing", _MISSING, install=INSTALL)
    if not _has_chinese_font():
        raise HandbookError("office-no-font", _NO_FONT, install=INSTALL)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = tuple(folder / f"{file.stem}.pdf" for file in files)
    for path in wanted:
        path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="office-") as work:
        process = _start(program, files, folder, Path(work), bare=bare, is_book=is_book)
        limit = _PATIENCE + _PATIENCE_A_FILE * len(files) if seconds is None else seconds
        reason = _wait(process, limit, lambda: report(sum(path.is_file() for path in wanted)))
    if missing := [path.name for path in wanted if not path.is_file()]:
        names = ", ".join(missing[:_NAMED]) + (f" … ({len(missing)})" if len(missing) > _NAMED else "")
        raise HandbookError("office-failed", _FAILED, names=names, reason=reason)
    return wanted


def _has_chinese_font() -> bool:
    """Whether fontconfig knows a font with Chinese characters; without fontconfig that is taken for granted."""
    program = shutil.which("fc-list")
    if program is None:
        return True
    listed = subprocess.run(  # noqa: S603 - the program is fc-list, its words are our own
        [program, ":lang=zh-cn", "family"], capture_output=True, check=False
    )
    return listed.returncode != 0 or bool(listed.stdout.strip())


def _start(
    program: str, files: Sequence[Path], folder: Path, work: Path, *, bare: bool, is_book: bool
) -> subprocess.Popen[str]:
    """LibreOffice at work, with a profile and fonts of its own."""
    fonts = work / "fonts.conf"
    fonts.write_text(font_configuration(work / "cache", bare=bare), encoding="utf-8")
    command = [
        program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", f"pdf:writer_pdf_Export{_AS_BOOK if is_book else ''}", "--outdir", str(folder.resolve()),
        *[str(file.resolve()) for file in files],
    ]  # fmt: skip
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts), "HOME": str(work), "SAL_USE_VCLPLUGIN": "svp"}
    return subprocess.Popen(  # noqa: S603 - the program is soffice, its arguments are our own files
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", start_new_session=True,
    )  # fmt: skip


def _wait(process: subprocess.Popen[str], seconds: float, look: Callable[[], None]) -> str:
    """Wait for LibreOffice, looking now and then how far it is; what it said last, for an error message."""
    end = time.monotonic() + seconds
    kill = partial(_kill, process)
    atexit.register(kill)
    try:
        while True:
            try:
                output, _ = process.communicate(timeout=min(_LOOK_EVERY, max(0.0, end - time.monotonic())))
            except subprocess.TimeoutExpired:
                look()
                if time.monotonic() >= end:
                    return f"no answer within {seconds:g} s"
            else:
                look()
                return output.strip().rpartition("\n")[2] or f"exit code {process.returncode}"
    finally:
        atexit.unregister(kill)
        if process.poll() is None:  # it took too long, or the user stopped us
            kill()
            process.communicate()


def _kill(process: subprocess.Popen[str]) -> None:
    """End the process and the one it started: `soffice` is a script around the program proper."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def font_configuration(cache: Path, *, bare: bool = False) -> str:
    """A fonts.conf that adds to the machine's own which font stands in for which; *bare* takes them away instead."""
    rules = _without_fonts() if bare else _stand_ins()
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}'
        f"<cachedir>{cache}</cachedir></fontconfig>"
    )


def _without_fonts() -> str:
    patterns = "".join(
        f'<pattern><patelt name="family"><string>{name}</string></patelt></pattern>' for name in _NOT_ITS_OWN
    )
    return f"<selectfont><rejectfont>{patterns}</rejectfont></selectfont>"


def _stand_ins() -> str:
    return "".join(
        f'<match target="pattern"><test name="family" qual="any"><string>{name}</string></test>'
        f'<edit name="family" mode="append" binding="strong"><string>{stand_in}</string></edit></match>'
        for name, stand_in in _FACES
    )
