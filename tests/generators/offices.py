"""Stand-ins for LibreOffice on the search path: none at all, one that fails, and the real one with a diary."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generators.office import INSTALL


def without(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """From here on there is no LibreOffice."""
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv("PATH", str(folder))


def failing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """From here on LibreOffice says a word and makes nothing."""
    _program(monkeypatch, folder, "echo 'Fatal: no space left' >&2; exit 77")


def watched(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """The real LibreOffice, which from here on notes the files of each run in a diary, one line a run."""
    real = shutil.which("soffice")
    assert real, f"soffice is missing: {INSTALL}"
    diary = folder / "diary"
    note = 'for word in "$@"; do case "$word" in *.docx) printf "%s " "${word##*/}"; esac; done'
    _program(monkeypatch, folder, f'{{ {note}; echo; }} >> "{diary}"; exec "{real}" "$@"')
    return diary


def runs(diary: Path) -> list[list[str]]:
    """The names of the files of each run so far."""
    return [line.split() for line in diary.read_text("utf-8").splitlines()] if diary.exists() else []


def _program(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
