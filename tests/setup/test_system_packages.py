"""The script that installs Debian packages, with stand-ins for Debian's own programs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "setup" / "system-packages.sh"


def run(bin_: Path, *words: str, user: int, apt: str = "exit 0", has: str = "") -> tuple[int, str]:
    """The exit code and the messages of the script for a *user*; *has* are the packages that are there."""
    bin_.mkdir(exist_ok=True)
    programs = {
        "id": f"echo {user}",
        "dpkg-query": f'for name in {has} none; do [ "$3" = "$name" ] && echo "install ok installed"; done; exit 0',
        "apt-get": f'echo "apt-get $*" >> {bin_}/called; {apt}',
    }
    for name, script in programs.items():
        (bin_ / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (bin_ / name).chmod(0o755)
    environment = {"PATH": f"{bin_}:/usr/bin:/bin"}
    done = subprocess.run([SCRIPT, *words], env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize(("words", "code"), [(["fonts", "office"], 1), (["--optional", "fonts", "office"], 0)])
def test_who_is_not_root_is_told_the_line(tmp_path: Path, words: list[str], code: int) -> None:
    """Without root nothing is called; the line names what is missing, and what is optional is no failure."""
    line = "These system packages are missing. Run:  sudo apt-get install --no-install-recommends office\n"

    assert run(tmp_path / "bin", *words, user=1000, has="fonts") == (code, line)
    assert not (tmp_path / "bin" / "called").exists()


@pytest.mark.parametrize(("words", "code"), [(["office"], 1), (["--optional", "office"], 0)])
def test_an_apt_that_fails(tmp_path: Path, words: list[str], code: int) -> None:
    """Where apt fails the line is said as well, and what is optional is no failure."""
    line = "These system packages are missing. Run:  apt-get install --no-install-recommends office\n"

    assert run(tmp_path / "bin", *words, user=0, apt="exit 100") == (code, line)


def test_root_installs(tmp_path: Path) -> None:
    """As root what is missing is installed, without what Debian only recommends."""
    assert run(tmp_path / "bin", "--optional", "fonts", "office", user=0, has="fonts") == (0, "")
    assert (tmp_path / "bin" / "called").read_text("utf-8").splitlines() == [
        "apt-get update -qq", "apt-get install -y -qq --no-install-recommends office",
    ]  # fmt: skip


def test_nothing_is_missing(tmp_path: Path) -> None:
    """Where everything is there nothing is called and nothing said."""
    assert run(tmp_path / "bin", "fonts", user=0, has="fonts") == (0, "")
    assert not (tmp_path / "bin" / "called").exists()
