"""`docs/first-hour.md`, followed to the letter: what is typed, what is written, what the program answers.

A block `console` holds what is typed, a line with `$` each, and what is answered below it; a `diff` changes a file,
`yaml` is the whole of one, `english` what a translator writes. What a block `sh` holds is typed before there is a
program.
`python -m tests.first_hour` writes the answers into the page as they are now.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

import polib

from tests.commands.calling import handbook
from tests.worked_examples.blocks import changed

PAGE: Final = Path(__file__).parents[1] / "docs" / "first-hour.md"
_BLOCK: Final = re.compile(
    r"^```(?P<language>console|diff|yaml|english)(?: (?P<path>\S+))?\n(?P<text>.*?)^```\n", re.M | re.S
)
_TYPED: Final = re.compile(r"^\$ (.+)\n", re.MULTILINE)

Type = Callable[[list[str], Path], str]
"""Types the words of a call in a folder, and gives what is answered."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page: where its text stands, what it holds."""

    language: str
    path: str
    text: str
    start: int


def blocks(page: str) -> Iterator[Block]:
    """The blocks that are followed, in order."""
    for match in _BLOCK.finditer(page):
        yield Block(match["language"], match["path"] or "", match["text"], match.start("text"))


def follow(page: str, folder: Path, type_: Type) -> Iterator[tuple[Block, str]]:
    """Do in *folder* what *page* says; each block, and a `console` as it comes out now."""
    here = folder
    for block in blocks(page):
        if block.language == "console":
            said = ""
            for line in _TYPED.findall(block.text):
                words = shlex.split(line)
                if words[0] == "cd":
                    here /= words[1]
                    said += f"$ {line}\n"
                else:
                    said += f"$ {line}\n{type_(words[1:], here)}"
            yield block, said
        else:
            _write(block, here)
            yield block, block.text


def _write(block: Block, here: Path) -> None:
    path = here / block.path
    if block.language == "english":
        _translate(dict(line.split(" = ", 1) for line in block.text.splitlines()), here)
    elif block.language == "diff":
        path.write_text(changed(path.read_text("utf-8"), block.text, block.path), "utf-8")
    else:
        assert path.is_file(), f"{path}: `handbook new` has not written it"
        path.write_text(block.text, "utf-8")


def _translate(english: dict[str, str], here: Path) -> None:
    """Write *english* where it is missing; every line of it has a place."""
    used: set[str] = set()
    for path in sorted(here.glob("handbook/**/*.po")):
        catalogue = polib.pofile(str(path), wrapwidth=10_000)
        for entry in catalogue:
            if entry.msgid in english and (entry.fuzzy or not entry.msgstr):
                entry.msgstr, entry.flags = english[entry.msgid], []
                used.add(entry.msgid)
        catalogue.save()
    assert used == set(english), sorted(set(english) - used)


def type_here(words: list[str], folder: Path) -> str:
    """Call the program of this checkout, without LibreOffice, and give what a terminal shows."""
    with chdir(folder), patch.dict(os.environ, {"PATH": ""}):
        said = handbook(*words, root=folder, lang="zh")
    return said.err + said.out


def renewed(page: str, folder: Path, type_: Type) -> str:
    """The page with the answers that come now."""
    text, at = "", 0
    for block, said in follow(page, folder, type_):
        text, at = text + page[at : block.start] + said, block.start + len(block.text)
    return text + page[at:]


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        PAGE.write_text(renewed(PAGE.read_text("utf-8"), Path(scratch), type_here), "utf-8")
