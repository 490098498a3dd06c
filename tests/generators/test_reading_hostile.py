"""Hostile files are refused, each with its own line, within bounded memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generators.reading import read_form
from generators.reading.refusals import RefusedError
from schemas.library import Library
from tests.generators.hostile_files import HEAVY, HOSTILE, good
from tests.schemas.content import LIBRARY

MOST_MEMORY = 100 * 1024
"""In KB, the interpreter and everything it imports with it."""
_READ = """
import json, re, sys, time
from pathlib import Path
from generators.reading import read_form
from generators.reading.refusals import RefusedError
from schemas.loader import load_library
library = load_library(Path(sys.argv[1])).require()
results = []
started = time.process_time()
try:
    read_form(library, Path(sys.argv[2]))
    said = "read"
except RefusedError as refusal:
    said = refusal.say("en")
seconds = time.process_time() - started
# ru_maxrss would count what the process that started this one had
most = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([said, seconds, int(most[1])]))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every hostile file in a folder."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in {**{name: made[0] for name, made in HOSTILE.items()}, **HEAVY}.items():
        (folder / f"{name}.docx").write_bytes(make())
    return folder


def test_there_are_enough() -> None:
    """There are at least twenty kinds of hostile files."""
    assert len(HOSTILE) >= 20


def test_good(library: Library) -> None:
    """The form that the hostile ones are made from is read."""
    assert read_form(library, good()).values["head"]["serial"] == "张三"


@pytest.mark.parametrize("name", HOSTILE)
def test_refused(name: str, files: Path, library: Library) -> None:
    """A hostile file is refused with its own reason, in one line in both languages."""
    with pytest.raises(RefusedError) as raised:
        read_form(library, files / f"{name}.docx")

    assert HOSTILE[name][1] == raised.value.say("en")
    assert "\n" not in raised.value.say("zh")
    assert raised.value.say("zh") != raised.value.say("en")


@pytest.mark.parametrize("name", [*HOSTILE, *HEAVY])
def test_bounds(name: str, files: Path) -> None:
    """A hostile file takes less than 100 MB of memory, the interpreter included, and less than a second."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run(
        [sys.executable, "-c", _READ, str(LIBRARY), str(files / f"{name}.docx")],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    said, seconds, memory = json.loads(ended.stdout)

    assert said == (HOSTILE[name][1] if name in HOSTILE else "read")
    assert seconds < 1
    assert memory < MOST_MEMORY


def test_missing(tmp_path: Path, library: Library) -> None:
    """A file that is not there is said not to be there."""
    with pytest.raises(RefusedError) as raised:
        read_form(library, tmp_path / "nothing.docx")

    assert raised.value.say("zh") == "没有这个文件"


def test_folder(tmp_path: Path, library: Library) -> None:
    """A folder in the place of a file is said not to open."""
    with pytest.raises(RefusedError) as raised:
        read_form(library, tmp_path)

    assert raised.value.say("en") == "it cannot be opened: Is a directory"
