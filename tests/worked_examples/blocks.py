"""The worked examples of CONTRIBUTING.md: what their blocks say, and doing it, to the letter, in a folder.

A block of code names its file. A `diff` changes it: each part after `@@` is found by its unchanged and removed lines,
which must stand in the file exactly once. Any other block is the whole of a new file. `sh` is what one then runs.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "CONTRIBUTING.md"
_EXAMPLE: Final = re.compile(r"^### (?P<title>Add .+)$")
_BLOCK: Final = re.compile(r"^```(?P<language>\w+)(?: (?P<path>\S+))?$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an example; `path` is empty for commands."""

    language: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example; `product` are the files of the product that are written by hand, tests and samples apart."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def product(self) -> set[str]:
        """The files that one touches."""
        return {block.path for block in self.blocks if block.path and not block.path.startswith("tests/")}

    def follow(self, root: Path) -> None:
        """Do in *root* what the example says."""
        for block in self.blocks:
            if block.language == "sh":
                _run(block.text, root)
            elif block.language == "diff":
                path = root / block.path
                path.write_text(changed(path.read_text("utf-8"), block.text, block.path), "utf-8")
            else:
                with (root / block.path).open("x", encoding="utf-8") as file:
                    file.write(block.text)


def examples(page: str) -> Iterator[Example]:
    """The worked examples of *page*: its sections that have blocks with a file."""
    title, blocks, lines = "", list[Block](), iter(page.splitlines(keepends=True))
    for line in lines:
        if line.startswith("#"):
            if any(block.path for block in blocks):
                yield Example(title, tuple(blocks))
            heading = _EXAMPLE.match(line.rstrip())
            title, blocks = heading["title"] if heading else "", []
        elif opening := _BLOCK.match(line.rstrip()):
            text = "".join(iter(lambda: next(lines), "```\n"))
            blocks.append(Block(opening["language"], opening["path"] or "", text))


def changed(text: str, diff: str, path: str) -> str:
    """The *text* of a file with the changes of *diff*.

    Raises:
        ValueError: the lines that a part is found by do not stand in *text* exactly once.
    """
    for part in re.split(r"^@@\n", diff, flags=re.MULTILINE)[1:]:
        lines = part.splitlines(keepends=True)
        before, after = (_side(lines, sign) for sign in "-+")
        if text.count(before) != 1:
            raise ValueError(f"{path}: these lines stand there {text.count(before)} times:\n{before}")
        text = text.replace(before, after)
    return text


def _side(lines: list[str], sign: str) -> str:
    """One side of a part: the unchanged lines and those that *sign* marks; an empty line is unchanged."""
    return "".join(line[1:] or "\n" for line in lines if line[0] in (" ", "\n", sign))


def _run(commands: str, root: Path) -> None:
    for words in map(shlex.split, commands.splitlines()):
        assert words[0] == "python", f"{words[0]}: examples run Python only"
        call([sys.executable, *words[1:]], root).check_returncode()


def call(command: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run *command* in *root*, with the modules of *root*."""
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
