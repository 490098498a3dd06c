"""The examples of `docs/rules/`, done as they are written on a copy of the small library: what is found, what is right.

`python -m tests.rule_examples` writes the messages of every section as they are today.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from errno import EACCES
from functools import cache, cached_property
from pathlib import Path
from typing import Final
from unittest.mock import patch

from commands.explaining import PAGES, RULES, Block, Section, page_of, sections
from schemas import validate
from schemas.checked import Beside, checked
from schemas.checks import check
from schemas.findings import Checked, Worded
from schemas.limits import (
    LONGEST_ENTRY,
    LONGEST_TEXT,
    MOST_BYTES_OF_RECORD,
    MOST_DEPTH,
    MOST_EVENTS,
    MOST_TOLD,
)
from schemas.loader import load_library
from schemas.messages import Files, Message, Shapes, Training
from schemas.words import Bilingual, in_both
from tests.schemas.content import (
    BOOK,
    COMPLAINTS,
    KEYS,
    KEYS_CATALOGUE,
    LEFT_BEHIND,
    LIBRARY,
    TITLE_PAGE,
    TODAY,
    Content,
)
from tests.worked_examples.blocks import changed
from training.checks import check_course

_PICTURE: Final = f"{BOOK}/procedures/meter-cupboard.png"
_LARGE: Final = bytes(2_500_000)


def _put_a_folder_there(content: Content) -> None:
    (content.root / KEYS).unlink()
    (content.root / KEYS).mkdir()


def _save_as_gbk(content: Content) -> None:
    content.write(KEYS, content.read(KEYS).encode("gb18030"))


def _take_a_large_logo(content: Content) -> None:
    content.change(TITLE_PAGE, "short: 示例物业}", "short: 示例物业, logo: logo.png}")
    content.write(f"{BOOK}/logo.png", _LARGE)


def _refer_to_nothing(content: Content) -> None:
    references = "".join(f"GT-R-KF-{number}, " for number in range(900, 902 + MOST_TOLD))
    content.change(COMPLAINTS, "related: [", f"related: [{references}")


def _run_questions_together(content: Content) -> None:
    asks = "".join(f"第 {number} 把钥匙借给谁，谁来还, " for number in range(2 + MOST_TOLD))
    content.change(KEYS, "asks: [", f"asks: [{asks}")


def _name_unused_parties(content: Content) -> None:
    parties = "".join(f"  tenant-{number}: {number} 号租户\n" for number in range(2 + MOST_TOLD))
    content.change(TITLE_PAGE, "parties:\n", f"parties:\n{parties}")


def _changing(path: str, old: str, new: str) -> Callable[[Content], None]:
    return lambda content: content.change(path, old, new)


NO_EXAMPLE_ON_A_PAGE: Final[dict[str, Callable[[Content], None]]] = {
    Files.FILE_TOO_BIG: lambda content: content.write(KEYS, bytes(MOST_BYTES_OF_RECORD + 100_000)),
    Files.NOT_A_FILE: _put_a_folder_there,
    Files.OTHER_FORMAT: lambda content: content.write(KEYS, b"%PDF-1.7"),
    Files.UNREADABLE: lambda content: (content.root / KEYS).chmod(0),
    Files.NOT_UTF8: _save_as_gbk,
    Files.CONTROL_CHARACTER: _changing(KEYS, "title: 钥匙借用登记表\n", "title: 钥匙\u200b借用登记表\n"),
    Files.TOO_DEEP: _changing(KEYS, "asks: [", f"asks: {'[' * MOST_DEPTH}"),
    Files.TOO_MANY_NODES: _changing(KEYS, "asks: [", f"asks: [{'谁来还,' * MOST_EVENTS}"),
    Files.MORE_ERRORS: _refer_to_nothing,
    Files.MORE_WARNINGS: _run_questions_together,
    Files.MORE_NOTICES: _name_unused_parties,
    Files.LOGO_TOO_LARGE: _take_a_large_logo,
    Files.PICTURE_TOO_LARGE: lambda content: content.write(_PICTURE, _LARGE),
    Files.CATALOGUE_LONG_ENTRY: _changing(KEYS_CATALOGUE, 'msgstr "Title only"', f'msgstr "{"x" * LONGEST_ENTRY}"'),
    Shapes.BAD_VALUE: _changing(KEYS, "title: 钥匙借用登记表\n", "title: 钥匙借用登记表\nrelated: x\n"),
    Shapes.LONG_TEXT: _changing(COMPLAINTS, "purpose: 让", f"purpose: {'让' * (1 + LONGEST_TEXT)}"),
}
"""What cannot be shown as lines of text, such as other encodings: how it is put into the library."""

_NOTHING: Final = Beside((), tuple)
_BESIDE: Final[Mapping[str, Beside]] = {
    Training.BLUEPRINT_LARGER_THAN_POOL: Beside(("training",), lambda: (check_course,))
}
"""What finds a rule that stands above `schemas.checks`."""

_MESSAGES: Final = re.compile(r"^```text\n.*?^```\n", re.MULTILINE | re.DOTALL)


@contextmanager
def _permissions_hold() -> Iterator[None]:
    """A file that nobody may read is refused to the superuser too."""
    read = Path.read_bytes

    def read_if_allowed(path: Path) -> bytes:
        if not path.stat().st_mode & 0o444:
            raise PermissionError(EACCES, os.strerror(EACCES))
        return read(path)

    with patch.object(Path, "read_bytes", read_if_allowed):
        yield


def looked_at(folder: Path) -> Path:
    """A copy of the small library in *folder* that has been checked: a copy of it need only be where it is changed."""
    shutil.copytree(LIBRARY, folder)
    checked(folder, TODAY)
    return folder


@cache
def _found_in(library: Path) -> tuple[Worded, ...]:
    """What is found in the small library as it is."""
    return tuple(checked(library, TODAY).findings)


class Example:
    """The example of a rule in a folder, first as it is right; *library* is what the small library is copied from."""

    def __init__(self, rule: Message, folder: Path, library: Path = LIBRARY) -> None:
        self.rule = rule
        self.section: Section = sections(page_of(rule))[rule]
        self.content = Content(folder)
        self._library = library
        shutil.copytree(library, folder)
        for block in self.section.changes:
            if block.kind == "diff given":
                is_there = self._path(block.path).exists()
                given = changed(self._read(block.path), _parts(block.text), block.path) if is_there else None
                self._write(block.path, given if given is not None else _added(block.text))

    def findings(self) -> list[Worded]:
        """What is found now, but for English that a changed text no longer has."""
        with _permissions_hold():
            found = self._found_now()
        return [finding for finding in found.findings if finding.rule not in self._left]

    def _found_now(self) -> Checked:
        if self.rule == Files.UNREADABLE:  # what is kept of a file says nothing of who may read it
            return check(load_library(self.content.root), TODAY)
        if self.rule == Shapes.BAD_VALUE:  # what is said by no rule: there is nothing of the kind that is known
            with patch.object(validate, "_EXPECTED", {}):
                return check(load_library(self.content.root), TODAY)
        return checked(self.content.root, TODAY, beside=_BESIDE.get(self.rule, _NOTHING))

    @cached_property
    def when_right(self) -> list[Worded]:
        """What is found before anything is made wrong; mostly that is the small library as it is."""
        is_own = self.rule in _BESIDE or any(block.kind == "diff given" for block in self.section.changes)
        return self.findings() if is_own else [each for each in _found_in(self._library) if each.rule not in self._left]

    @property
    def _left(self) -> frozenset[str]:
        """The rules of English that a changed text no longer has."""
        return frozenset(LEFT_BEHIND - {self.rule})

    @property
    def changed(self) -> set[str]:
        """The files that the example changes."""
        return {f"handbook/{block.path}" for block in self.section.changes if block.path}

    def found(self) -> list[Worded]:
        """What is found once it is wrong, and was not when it was right."""
        right = self.when_right
        self.do_wrong()
        return [finding for finding in self.findings() if finding not in right]

    def do_wrong(self) -> None:
        """Write what is found in place of what is right."""
        if self.rule in NO_EXAMPLE_ON_A_PAGE:
            NO_EXAMPLE_ON_A_PAGE[self.rule](self.content)
        for block in self.section.changes:
            if block.kind == "diff":
                self._undo(block)
            elif block.kind == "rename":
                for line in block.text.splitlines():
                    wrong, right = (self._path(name) for name in line.split(" → "))
                    wrong.parent.mkdir(parents=True, exist_ok=True)
                    right.rename(wrong)

    def _undo(self, block: Block) -> None:
        if not self._path(block.path).exists():
            self._write(block.path, "")
        inverted = "".join(_inverted(line) for line in block.text.splitlines(keepends=True))
        right = self._read(block.path)
        wrong = changed(right, _parts(inverted), block.path) if right else _added(inverted)
        self._write(block.path, wrong)

    def _path(self, name: str) -> Path:
        return self.content.root / "handbook" / name

    def _read(self, name: str) -> str:
        return self.content.read(f"handbook/{name}")

    def _write(self, name: str, text: str) -> None:
        self.content.write(f"handbook/{name}", text)


def _added(diff: str) -> str:
    """The added lines of a diff, as the whole of a file that there is not when all is right."""
    return "".join(line[1:] for line in diff.splitlines(keepends=True) if line.startswith("+"))


def _parts(diff: str) -> str:
    """A diff of one part need not say so."""
    return diff if diff.startswith("@@\n") else f"@@\n{diff}"


def _inverted(line: str) -> str:
    return {"-": "+", "+": "-"}.get(line[0], line[0]) + line[1:]


def message(rule: Message, findings: list[Worded]) -> Bilingual:
    """How the first finding of *rule* is worded, without its place.

    Raises:
        LookupError: there is none.
    """
    worded = next((finding for finding in findings if finding.rule == rule), None)
    if worded is None:
        raise LookupError(f"{rule}: its example finds {sorted({finding.rule for finding in findings}) or 'nothing'}")
    return in_both(lambda lang: worded.say(lang).partition(": ")[2].replace(f" [{rule}]", "", 1))


def _with_messages(page: Path) -> Iterator[str]:
    text = page.read_text("utf-8")
    for part in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        rule = next((rule for rule in RULES if part.startswith(f"## {rule}\n")), None)
        if rule is None:
            yield part
            continue
        with tempfile.TemporaryDirectory() as folder:
            example = Example(rule, Path(folder) / "root")
            said = message(rule, example.found())
        bare = _MESSAGES.sub("", part).rstrip("\n")
        yield f"{bare}\n\n```text\n{said.zh}\n\n{said.en}\n```\n\n"


if __name__ == "__main__":
    for page in sorted(PAGES.glob("*.md")):
        page.write_text("".join(_with_messages(page)).rstrip("\n") + "\n", "utf-8")
