"""What a rule of `check` is about, as `docs/rules/` explains it: each has a section in both languages, with an example.

A section has the name of its rule as heading, a paragraph in Chinese and one in English on what it is about and why, an
example, and the message in both languages:

    ## owner-missing

    每份文件都要有人负责……

    Somebody answers for every text …

    ```diff greentown-after-sales/forms/key-loan-register.yaml
     edition: "1"
    +owner: front-desk
    ```

    ```text
    警告: 没有写谁负责这份文件

    warning: nobody owns this text
    ```

What is found stands in lines with a minus, what puts it right in lines with a plus. A block `rename` says how a file is
called that is found, and how it should be called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from commands import context
from schemas.findings import SEVERITY_WORDS, Candidates, HandbookError
from schemas.messages import MESSAGES, Message, Requests
from schemas.words import Bilingual

PAGES: Final = Path(__file__).parents[1] / "docs" / "rules"
RULES: Final[tuple[Message, ...]] = tuple(rule for rule in MESSAGES.values() if not isinstance(rule, Requests))
"""Every rule of `check`; what else there are messages for is what a call of a verb may be told."""

BlockKind = Literal["diff", "diff given", "rename", "text"]
_HEADING: Final = re.compile(r"^## (?P<rule>[a-z0-9-]+)\n", re.MULTILINE)
_BLOCK: Final = re.compile(
    r"^```(?P<kind>diff given|diff|rename|text)(?: (?P<path>\S+))?\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an example.

    Attributes:
        kind: `diff` changes a file from what is found to what is right, `rename` its name; `diff given` is what the
            example begins with, where the sample library does not have it; `text` are the messages.
        path: the file, within `handbook/`; empty for a `rename` and a `text`.
        text: what stands in it.
    """

    kind: BlockKind
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of one rule: what it is about, the changes of its example, and how the finding is worded."""

    about: Bilingual
    changes: tuple[Block, ...]
    message: Bilingual


def page_of(rule: Message) -> Path:
    """The page that has the section of *rule*: that of its group."""
    return PAGES / f"{type(rule).__name__.lower()}.md"


@cache
def sections(page: Path) -> dict[str, Section]:
    """The sections of a page by rule; none when there is no such page."""
    text = page.read_text("utf-8") if page.is_file() else ""
    _, *parts = _HEADING.split(text)
    return {rule: _section(words) for rule, words in zip(parts[::2], parts[1::2], strict=True)}


def _section(text: str) -> Section:
    blocks = tuple(_blocks(text))
    message = "".join(block.text for block in blocks if block.kind == "text")
    changes = tuple(block for block in blocks if block.kind != "text")
    return Section(_in_both(text.partition("```")[0], joined=True), changes, _in_both(message, joined=False))


def _in_both(text: str, *, joined: bool) -> Bilingual:
    """The two parts of *text*, Chinese and English, between which there is an empty line; of one line if *joined*."""
    chinese, _, english = text.strip("\n").partition("\n\n")
    return Bilingual(chinese.replace("\n", ""), english.replace("\n", " ")) if joined else Bilingual(chinese, english)


def _blocks(text: str) -> Iterator[Block]:
    for block in _BLOCK.finditer(text):
        yield Block(cast(BlockKind, block["kind"]), block["path"] or "", block["text"])


def section_of(name: str) -> tuple[Message, Section]:
    """The rule of this name, and what is said of it.

    Raises:
        HandbookError: rule `no-rule`, with «did you mean».
    """
    rule = next((rule for rule in RULES if rule == name), None)
    section = sections(page_of(rule)).get(name) if rule is not None else None
    if rule is None or section is None:
        raise HandbookError(Requests.NO_RULE, value=name, guess=Candidates(name, RULES))
    return rule, section


_TITLE: Final = Bilingual("{rule}（{severity}）", "{rule} ({severity})")
_EXAMPLE: Final = Bilingual("例：", "Example:")
_STYLES: Final = {"-": "red", "+": "green"}


def print_section(name: str) -> None:
    """Print what is said of the rule *name*, in the language of this run.

    Raises:
        HandbookError: as `section_of`.
    """
    (rule, section), lang = section_of(name), context.lang()
    title = _TITLE.say(lang, rule=rule, severity=SEVERITY_WORDS[rule.wording.severity])
    context.page.print(title, style="bold", markup=False)
    context.page.print(section.about.of(lang), markup=False)
    if section.changes:
        context.out.print(f"\n{_EXAMPLE.of(lang)}", style="bold")
    for change in section.changes:
        if change.path:
            context.out.print(f"handbook/{change.path}", markup=False)
        for line in change.text.splitlines():
            context.out.print(line, style=_STYLES.get(line[:1], ""), markup=False)
    context.out.print(f"\n{section.message.of(lang)}", markup=False)
