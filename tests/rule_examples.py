"""The examples of `docs/rules/`, done as they are written on a copy of the small library: what is found, what is right.

`python -m tests.rule_examples` writes the messages of every section as they are today.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from commands.explaining import PAGES, RULES, Block, Section, page_of, sections
from schemas.findings import Worded
from schemas.messages import Message
from schemas.words import Bilingual, in_both
from tests.schemas.content import LEFT_BEHIND, LIBRARY, TODAY, Content
from tests.worked_examples.blocks import changed

NO_EXAMPLE_ON_A_PAGE: Final[dict[str, Callable[[Content], None]]] = {}
"""What cannot be shown as lines of text, such as other encodings: how it is put into the library."""

_MESSAGES: Final = re.compile(r"^```text\n.*?^```\n", re.MULTILINE | re.DOTALL)


class Example:
    """The example of a rule in a folder, first as it is right."""

    def __init__(self, rule: Message, folder: Path) -> None:
        self.rule = rule
        self.section: Section = sections(page_of(rule))[rule]
        self.content = Content(folder)
        shutil.copytree(LIBRARY, folder)
        for block in self.section.changes:
            if block.kind == "diff given":
                is_there = self._path(block.path).exists()
                given = changed(self._read(block.path), _parts(block.text), block.path) if is_there else None
                self._write(block.path, given if given is not None else _added(block.text))

    def findings(self) -> list[Worded]:
        """What is found now, but for English that a changed text no longer has."""
        left_out = LEFT_BEHIND - {self.rule}
        return [finding for finding in self.content.findings(TODAY, lengths=True) if finding.rule not in left_out]

    @property
    def changed(self) -> set[str]:
        """The files that the example changes."""
        return {f"handbook/{block.path}" for block in self.section.changes if block.path}

    def found(self) -> list[Worded]:
        """What is found once it is wrong, and was not when it was right."""
        right = self.findings()
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
