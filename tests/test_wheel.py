"""The wheel: it holds all that the program reads, and a library outside this repository builds with it alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.commands.running import environment
from tests.once import Once

PROJECT = Path(__file__).parents[1]
LEFT = ("__pycache__",)


@pytest.fixture(scope="session")
def wheel(once: Once) -> Path:
    """The wheel of this tree, made without looking anything up."""

    def make(folder: Path) -> None:
        words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
        done = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{done.stderr}\n(pip install -r requirements-models.lock brings hatchling)"

    return next(once.folder("wheel", make).glob("*.whl"))


def _files(path: Path) -> list[Path]:
    found = path.rglob("*") if path.is_dir() else [path]
    return [file for file in found if file.is_file() and not set(LEFT) & set(file.parts)]


def test_it_holds_every_file_of_the_program(wheel: Path) -> None:
    """Modules, templates, starters, vectors, what explains rules, the site's own half: each where a checkout has it."""
    told = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    included = told["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    wanted = {path.relative_to(PROJECT).as_posix() for name in included for path in _files(PROJECT / name)}
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert held == wanted
    assert wanted > {"mkdocs.yml", "site/overrides/main.html", "docs/rules/links.md", "commands/starters/form.yaml"}


@pytest.mark.prove
def test_what_the_program_opens_beside_its_packages_is_in_it(wheel: Path, tmp_path: Path) -> None:
    """From an empty folder to a site: whatever is opened of this tree, by any of its processes, the wheel holds too."""
    seen = tmp_path / "seen"
    watching = tmp_path / "watching"
    watching.mkdir()
    (watching / "sitecustomize.py").write_text(_WATCH, "utf-8")
    env = environment() | {"PYTHONPATH": f"{watching}{os.pathsep}{PROJECT}", "SEEN": str(seen), "PATH": ""}
    for words, here in ((["new", "library", "my"], tmp_path), (["build", "--only", "site"], tmp_path / "my")):
        subprocess.run([sys.executable, "-m", "commands", *words], cwd=here, env=env, capture_output=True, check=True)
    opened = {Path(line) for line in seen.read_text("utf-8").splitlines()}
    own = {path.relative_to(PROJECT).as_posix() for path in opened if path.is_relative_to(PROJECT)}
    read = {path for path in own if path[0] != "." and "__pycache__" not in path and (PROJECT / path).is_file()}

    assert {"mkdocs.yml", "site/overrides/main.html", "site/docs/assets/base.css"} < read
    assert read - set(ZipFile(wheel).namelist()) == set()


_WATCH = """
import os, sys

def note(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not getattr(note, "busy", False):
        note.busy = True
        with open(os.environ["SEEN"], "a", encoding="utf-8", errors="replace") as file:
            file.write(os.path.abspath(arguments[0]) + "\\n")
        note.busy = False

sys.addaudithook(note)
"""


@pytest.mark.prove
def test_a_library_outside_is_built_alike_by_the_wheel_and_by_a_checkout(wheel: Path, tmp_path: Path) -> None:
    """The same site, forms, index of pages and book, byte by byte; nothing is written where the wheel is installed."""
    installed = tmp_path / "installed"
    ZipFile(wheel).extractall(installed)
    before = _contents(installed)
    built = [_built(program, tmp_path / name / "my") for program, name in ((installed, "wheel"), (PROJECT, "checkout"))]

    assert built[0].keys() == built[1].keys()
    assert [path for path in built[0] if built[0][path] != built[1][path]] == []
    assert {"site/index.html", "site/en/index.html"} < built[0].keys()
    assert _contents(installed) == before


def _built(program: Path, root: Path) -> dict[str, bytes]:
    """What the program of a folder makes of a new library at *root*."""
    env = environment() | {"PYTHONPATH": str(program), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    root.parent.mkdir()
    where = "import generators; print(generators.__file__)"
    said = subprocess.run([sys.executable, "-c", where], cwd=root.parent, env=env, capture_output=True, text=True)
    assert Path(said.stdout.strip()).is_relative_to(program), said
    for words, here in ((["new", "library", "my"], root.parent), (["check"], root), (["build"], root)):
        subprocess.run([sys.executable, "-m", "commands", *words], cwd=here, env=env, capture_output=True, check=True)
    return {
        f"{part}/{path}": data
        for part in ("site", "forms", "browser", "book")
        for path, data in _contents(root / "build" / part).items()
    }


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
