"""What a sheet of one page consists of; `onepage.typ` draws each of these, every text in it as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generators.pages.page import Page

Tone = Literal["plain", "say", "never"]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers to call: each with who answers and when."""

    calls: tuple[tuple[str, str], ...]
    kind: Literal["numbers"] = "numbers"


@dataclass(frozen=True, slots=True)
class Choices:
    """A question and its answers, each with where it leads, in two columns."""

    title: str
    question: str
    answers: tuple[tuple[str, str], ...]
    kind: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what stands in its columns, and what stands below its main one.

    Attributes:
        cells: what stands in each column.
        do: what exactly is done.
        mind: the danger, after the word that says so.
        notes: what else holds for it, each after the word that says what.
        below: where it leads, small, a line each.
        is_question: its main text is asked of oneself, not done.
    """

    cells: tuple[str, ...]
    do: str = ""
    mind: tuple[str, str] = ("", "")
    notes: tuple[tuple[str, str], ...] = ()
    below: tuple[str, ...] = ()
    is_question: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its second column is its main one and takes what room there is."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts under a title, each after a word of its own in bold, which may be empty."""

    title: str
    items: tuple[tuple[str, str], ...]
    tone: Tone = "plain"
    kind: Literal["lines"] = "lines"


Block = Numbers | Choices | Table | Lines


def filled(page: Page, text: str | None) -> str:
    """A text of a card in plain words, with the places and numbers that the handbook shown gives to it."""
    return page.text(text).replace(Markup("<br>"), Markup(" ")).striptags()


def led(no: str, title: str) -> str:
    """Where an answer leads: the number of the step, and what it is."""
    return " ".join(filter(None, ("→", no, title)))
