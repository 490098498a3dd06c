"""Values that a printed form breaks: a date, a time or a number that does not stand on one line."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from typing import Final, Literal

import pypdfium2 as pdfium
from lxml import etree

from generators.printing.letters import Letter, letters

Broken = Literal["date", "digits"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DATE: Final = re.compile(r"[0-9]{4}[-/年][0-9]{1,2}(?:[-/月][0-9]{1,2}日?|月)?")
_CLOCK: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_DIGITS: Final = re.compile(r"[0-9][0-9,.-]{2,}[0-9X]")


def broken_values(document: bytes, pdf: bytes) -> Iterator[tuple[Broken, str]]:
    """The values in the fields of the filled Word file *document* that *pdf* has on more than one line, each once.

    A day and an hour may stand on a line each.
    """
    lines = _lines(pdf)
    for (kind, value), count in Counter(_values(document)).items():
        shape = re.compile(rf"(?<![0-9])(?<![0-9][.,:-]){re.escape(value)}(?!:?[0-9])")
        if sum(len(shape.findall(line)) for line in lines) < count:
            yield kind, value


def _values(document: bytes) -> Iterator[tuple[Broken, str]]:
    with zipfile.ZipFile(BytesIO(document)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for control in body.iter(f"{_W}sdtContent"):
        if next(control.iter(f"{_W}sdt"), None) is not None:
            continue  # a row, whose fields are controls themselves
        text = "".join(part.text or "" for part in control.iter(f"{_W}t")).strip()
        if _DATE.match(text):
            yield from (
                ("date", part) for part in re.split("[ T]", text) if _DATE.fullmatch(part) or _CLOCK.fullmatch(part)
            )
        elif _CLOCK.fullmatch(text):
            yield "date", text
        elif _DIGITS.fullmatch(text):
            yield "digits", text


def _lines(pdf: bytes) -> list[str]:
    """What stands on each line of each page, whichever cell it is in."""
    lines: list[str] = []
    with closing(pdfium.PdfDocument(pdf)) as opened:
        for page in opened:
            lines += _joined(letters(page))
    return lines


def _joined(letters: Iterable[Letter]) -> Iterator[str]:
    """The letters in the order of the file, a new line wherever one stands higher or lower than the one before."""
    line, last = "", None
    for letter in letters:
        if letter.sign.isspace():
            line += " " if line else ""
            continue
        if last is not None and abs(letter.middle - last.middle) > max(
            last.top - last.bottom, letter.top - letter.bottom, 4.0
        ):
            yield line
            line = ""
        line, last = line + letter.sign, letter
    yield line
