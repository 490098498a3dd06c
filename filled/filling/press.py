"""Many sheets of one form, each with its number in the QR code: what they share is drawn and packed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from lxml import etree

from filled.filling.archive import Archive
from filled.filling.fill import filler_of
from filled.wordml import DOCUMENT, VAL, W, written
from generators.docx import given, page, wml
from generators.docx.document import Variant, draw, qr_text
from generators.docx.measure import ems
from generators.docx.printed import drawing_of, printed_fingerprint
from generators.docx.qr import NumberedCodes
from generators.form import build_form
from schemas.answers import FilledBlank
from schemas.blanks import Blank, blanks_of
from schemas.entry import Entry
from schemas.form import Grid, Matrix, Register, TextBlock
from schemas.library import Library

_FOOTERS: Final = ("footer1.xml", "footer2.xml")
_HEADERS: Final = (("header1.xml", 3, False), ("header2.xml", 4, True))
_QR: Final = "word/media/qr.png"
_CHANGING: Final = (DOCUMENT, _QR, *(f"word/{name}" for name in _FOOTERS), *(f"word/{name}" for name, *_ in _HEADERS))
_PAYLOAD: Final = "\ue000"
"""Stands for what the QR code says until a sheet has its number; no form has this character."""
_STYLE: Final = f"{W}rPr/{W}rStyle"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a single sheet says of itself: its number, and which copy of several it is; empty for none."""

    serial: str = ""
    copy: str = ""


class Press:
    """Makes sheets of the form *entry* of *library* in one variant.

    Args:
        library: the view whose language they are in.
        entry: the form.
        variant: `fill` for Word files that are read back, `blank` for the pen.
        quiet: whether what is left out of a fillable sheet shows no hint, as it is going to be printed.
    """

    def __init__(self, library: Library, entry: Entry, variant: Variant, *, quiet: bool = False) -> None:
        self._library, self._entry, self._variant, self._quiet = library, entry, variant, quiet
        self._drawing = drawing_of(library, entry, variant)
        self._printed = printed_fingerprint(library, entry)
        self._archive = Archive(build_form(library, entry, variant=variant), _CHANGING)
        self._codes: dict[int, NumberedCodes] = {}
        self._headers: dict[str, dict[str, bytes]] = {}
        self._last: tuple[Mapping[Any, Any], int, str] | None = None

    def check(self, values: Mapping[str, Any]) -> list[FilledBlank]:
        """What *values* come to, as the page and reading take them.

        Raises:
            MistakesError: they do not fit.
        """
        return filler_of(self._library, self._entry).answers(values, must_agree=True)

    def sheet(self, values: Mapping[str, Any], stamp: Stamp) -> bytes:
        """A sheet with *values* on it, as DOCX.

        Raises:
            MistakesError: they do not fit.
        """
        document = self._for_the_pen(values, stamp.serial) if self._variant == "blank" else self._filled(values)
        payload = qr_text(self._drawing.sheet, self._printed, stamp.serial)
        footers = {
            f"word/{name}": text.replace(_PAYLOAD, wml.attribute(payload)).encode()
            for name, text in self._footers.items()
        }
        if len(payload) not in self._codes:
            self._codes[len(payload)] = NumberedCodes(payload)
        qr = self._codes[len(payload)].png(payload)
        parts = {DOCUMENT: document, **footers, **self._headers_of(stamp.copy), _QR: qr}
        return self._archive.with_parts(parts)

    @cached_property
    def _footers(self) -> Mapping[str, str]:
        return self._drawing.footers(self._printed, _PAYLOAD)

    def _headers_of(self, copy: str) -> Mapping[str, bytes]:
        if copy not in self._headers:
            sheet = self._drawing.sheet
            self._headers[copy] = {
                f"word/{name}": page.header(sheet, number, first=first, copy=copy).encode()
                for name, number, first in _HEADERS
            }
        return self._headers[copy]

    def _filled(self, values: Mapping[str, Any]) -> bytes:
        document = filler_of(self._library, self._entry).document(values, must_agree=True)
        return _without_hints(document) if self._quiet else document

    def _for_the_pen(self, values: Mapping[str, Any], serial: str) -> bytes:
        """The document with what is given printed; sheets that differ in their number only are drawn once."""
        said = {(one.blank.path, one.row or None): one.value for one in self.check(values)}
        number = next((key for key, value in said.items() if value == serial), None) if serial else None
        others = {key: value for key, value in said.items() if key != number}
        if self._last is None or number is None or self._last[:2] != (others, len(serial)):
            drawn = draw(self._library, self._entry, "blank", said).word["document.xml"]
            if number is None or drawn.count(wml.run(serial) + given.MARK) != 1:
                return wml.whole(drawn).encode()
            stand_in = wml.run(serial).join([given.MARK] * 2)
            self._last = others, len(serial), drawn.replace(stand_in, _PAYLOAD)
        return wml.whole(self._last[2].replace(_PAYLOAD, wml.run(serial))).encode()


def _hints(root: etree._Element) -> Iterator[etree._Element]:
    for run in root.iter(f"{W}r"):
        style = run.find(_STYLE)
        if style is not None and style.get(VAL) == "PlaceholderText":
            yield from run.iter(f"{W}t")


def _without_hints(document: bytes) -> bytes:
    """Each hint as blanks of its width: nobody fills it in on paper."""
    root = etree.fromstring(document)
    for text in _hints(root):
        text.text = wml.IDEOGRAPHIC_SPACE * max(1, round(ems(text.text or "")))
    return written(root).encode()


def printable(library: Library, entry: Entry, blank: Blank) -> bool:
    """Whether the value of *blank* can be printed on a sheet for the pen; what is rated, agreed or signed cannot."""
    form = blanks_of(library, entry).form
    bodies = {str(getattr(block.body, "id", "")): block.body for block in form.blocks}
    is_field = isinstance(bodies[blank.block], Grid | Matrix | Register | TextBlock)
    return is_field and not blank.is_signature
