"""Values written into the fillable variant of a form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from filled.filling.archive import Archive
from filled.filling.control import Control
from filled.filling.template import Span, cut
from filled.reading import hints
from filled.reading.matching import Names
from filled.reading.package import MOST_IN_PART
from filled.reading.xml import MOST_WEIGHT, weigh
from generators.docx.blocks.register import TIGHT
from generators.docx.wml import keep_next
from generators.form import build_form
from schemas.answers import Answer, check_answers, mistake
from schemas.blanks import Place, blanks_of
from schemas.by_library import ByLibrary
from schemas.control_names import bookmark, parts
from schemas.findings import HandbookError
from schemas.library import Entry, Library
from schemas.mistakes import Mistake
from schemas.rules import Rule
from schemas.values import Value
from schemas.words import Bilingual

_DOCUMENT: Final = "word/document.xml"
_WRONG: Final = Bilingual(
    "《{title}》有 {count} 处填得不对。{first}",
    "{count} values do not fit {title}. {first}",
)
_LARGE: Final = 150_000
"""From this size on, in bytes, a document may be too much to be read back."""
_ID: Final = re.compile(r'(<w:id w:val=|<w:bookmarkStart w:id=|<w:bookmarkEnd w:id=)"(\d+)"')
_NEXT_IDS: Final = 1_000_000
"""Ids of an added row are so much higher than those of the row before it; a form has a few thousand."""
_HEIGHT: Final = re.compile(r'(?<=<w:trHeight w:val=")\d+')
_BARE_CELL: Final = r"(<w:tc>(?:(?!</w:tc>).)*<w:t xml:space=\"preserve\">){number}(</w:t>(?:(?!<w:tc>).)*</w:tc>)"


class MistakesError(HandbookError):
    """Values that do not fit their form; `mistakes` has every one of them, the line itself the first."""

    def __init__(self, entry: Entry, mistakes: Sequence[Mistake]) -> None:
        first = Bilingual(mistakes[0].say("zh"), mistakes[0].say("en"))
        super().__init__("values-unfit", _WRONG, title=str(entry.record.title), count=len(mistakes), first=first)
        self.mistakes = tuple(mistakes)


def fill_form(library: Library, entry: Entry, values: Mapping[str, Any]) -> bytes:
    """A form with *values* in it, as DOCX, in the language of *library*: the same bytes for the same values.

    Args:
        library: the view whose language the form is in.
        entry: a form of *library*.
        values: as `schemas.filled` describes them, typed or as JSON has them; what is left out stays blank.
            A register may have more rows than are printed.

    Raises:
        MistakesError: values that are not valid for their fields, of no field, or too many to be read back; nothing is
            written then.
        TypeError: *entry* is not a form.
    """
    return _FILLERS.of(library).filler(entry).fill(values)


class _Filler:
    """One form, cut and packed once."""

    def __init__(self, library: Library, entry: Entry) -> None:
        self.entry = entry
        self.blanks = blanks_of(library, entry)
        package = build_form(library, entry, variant="fill")
        self._archive = Archive(package, _DOCUMENT)
        with ZipFile(BytesIO(package)) as archive:
            self._template = cut(archive.read(_DOCUMENT).decode(), Names(self.blanks))
            rest = sum(weigh(archive.read(name)) for name in archive.namelist() if name != _DOCUMENT)
        self._most_weight = MOST_WEIGHT - rest
        self._controls = self._by_place()
        self._hints: dict[Place, frozenset[str]] = {}

    def _by_place(self) -> dict[tuple[int, Place], list[tuple[int, Control]]]:
        """The controls of each blank, by row and place, with the number of their piece."""
        rows = {
            index: number
            for spans in self._template.rows.values()
            for number, span in enumerate(spans, 1)
            for index in range(*span)
        }
        found: dict[tuple[int, Place], list[tuple[int, Control]]] = {}
        for index, control in self._template.controls.items():
            found.setdefault((rows.get(index, 0), control.target.blank.place), []).append((index, control))
        return found

    def fill(self, values: Mapping[str, Any]) -> bytes:
        answers, mistakes = check_answers(self.blanks, values)
        mistakes += [
            mistake(self.blanks, answer.blank, answer.row, Rule.IS_HINT, answer.value)
            for answer in answers
            if isinstance(answer.value, str) and answer.value in self._hints_of(answer)
        ]
        if mistakes:
            raise MistakesError(self.entry, mistakes)
        document = self._document(answers).encode()
        if len(document) > _LARGE and (weigh(document) > self._most_weight or len(document) > MOST_IN_PART):
            raise MistakesError(self.entry, [Mistake("", 0, "", Rule.TOO_MUCH)])
        return self._archive.with_part(document)

    def _hints_of(self, answer: Answer) -> frozenset[str]:
        blank = answer.blank
        if blank.field.choices:
            return frozenset()
        return self._hints.get(blank.place) or self._hints.setdefault(blank.place, hints.hints(blank))

    def _document(self, answers: Sequence[Answer]) -> str:
        pieces = list(self._template.pieces)
        added: dict[str, dict[int, dict[Place, Value]]] = {}
        for blank, row, value in answers:
            if row > len(self._template.rows.get(blank.block, ())) and blank.is_column:
                added.setdefault(blank.block, {}).setdefault(row, {})[blank.place] = value
            else:
                _put(pieces, self._controls.get((row, blank.place), ()), value)
        for block, rows in added.items():
            spans = self._template.rows[block]
            more = [
                self._added(block, spans, number, rows.get(number, {}))
                for number in range(len(spans) + 1, max(rows) + 1)
            ]
            _lengthen(pieces, spans, more)
        return "".join(pieces)

    def _added(self, block: str, spans: Sequence[Span], number: int, values: Mapping[Place, Value]) -> str:
        """A row like the last printed one, with numbers and names of its own."""
        last, span = len(spans), spans[-1]
        pieces = list(self._template.pieces)
        renamed: dict[str, str] = {}
        for blank in self.blanks.by_block[block]:
            if blank.place in values:
                _put(pieces, self._controls.get((last, blank.place), ()), values[blank.place])
            renamed |= {bookmark(path, last): bookmark(path, number) for path, _ in parts(blank)}
        markup = "".join(_numbered(piece, last, number) for piece in pieces[slice(*span)])
        shift = _NEXT_IDS * (number - last)
        markup = _ID.sub(lambda match: f'{match[1]}"{int(match[2]) + shift}"', markup)
        return re.sub('w:name="([^"]*)"', lambda match: f'w:name="{renamed.get(match[1], match[1])}"', markup)


def _lengthen(pieces: list[str], spans: Sequence[Span], more: list[str]) -> None:
    """Put rows after the printed ones, which are set closer for that; no page gets the last row alone.

    Printed rows are high enough for handwriting, and here everything is typed.
    """
    if len(more) > 1:
        more[-2] = keep_next(more[-2])
    else:
        pieces[slice(*spans[-1])] = [keep_next(piece) for piece in pieces[slice(*spans[-1])]]
    whole = slice(spans[0][0], spans[-1][1])
    printed = sum(int(height) for piece in pieces[whole] for height in _HEIGHT.findall(piece))
    height = max(TIGHT, printed // (len(spans) + len(more)))
    pieces[spans[-1][1] - 1] += "".join(more)
    pieces[whole] = [_HEIGHT.sub(str(height), piece) for piece in pieces[whole]]


def _put(pieces: list[str], controls: Sequence[tuple[int, Control]], value: Value) -> None:
    for index, control in controls:
        markup = control.filled(value)
        if markup is not None:
            pieces[index] = markup


def _numbered(piece: str, last: int, number: int) -> str:
    """Markup between controls with the printed number of the row in a cell of its own replaced."""
    if f">{last}</w:t>" not in piece:
        return piece
    return re.sub(_BARE_CELL.format(number=last), rf"\g<1>{number}\g<2>", piece, flags=re.DOTALL)


class _Forms:
    """The fillers of one view of a library, made when they are first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._fillers: dict[str, _Filler] = {}

    def filler(self, entry: Entry) -> _Filler:
        if entry.address not in self._fillers:
            self._fillers[entry.address] = _Filler(self._library, entry)
        return self._fillers[entry.address]


_FILLERS: Final = ByLibrary(_Forms)
