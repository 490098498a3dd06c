"""One filled copy of a form, read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from filled.reading import hints
from filled.reading.answering import Answers, missing
from filled.reading.controls import Control, controls
from filled.reading.document import FormFile, open_form
from filled.reading.editions import kept_form
from filled.reading.matching import Matched, Names, match
from filled.reading.package import load
from filled.reading.promises import late
from filled.reading.refusals import Refusal, RefusedError
from filled.reading.symbols import EMPTY, TICKED
from generators.docx.printed import printed_fingerprint
from schemas.agreeing import senseless
from schemas.answers import FilledBlank, mistake, row_numbers, tree
from schemas.blanks import Blanks, Place, blanks_of
from schemas.by_library import ByLibrary
from schemas.entry import Entry
from schemas.filled import Filled
from schemas.form import Form
from schemas.library import Library
from schemas.limits import MOST_ROWS
from schemas.mistakes import Mistake, told
from schemas.rules import Rule
from schemas.values import clean
from schemas.words import LANGUAGES, Bilingual

_KEPT_DEFINITIONS: Final = 200
_LOCKS: Final = ("~$", ".~lock.", ".")


def is_form_file(path: Path) -> bool:
    """Whether a file of a folder may be a filled form: a .docx that is no lock file of a word processor."""
    return path.suffix.lower() == ".docx" and not path.name.startswith(_LOCKS)


def read_form(library: Library, source: Path | bytes, name: str = "") -> Filled:
    """Read a filled copy of any form of *library*.

    Args:
        library: any view of the library.
        source: a file, or its bytes.
        name: what the file is called; by default the name of the path.

    Returns:
        Its typed values, what is to be put right in it, and what is to be known about it.

    Raises:
        RefusedError: it is no form of this library, or not safe to read.
        HandbookError: the snapshot of its edition is damaged.
    """
    return _READERS.of(library).read(load(source), name or (source.name if isinstance(source, Path) else ""))


@dataclass(slots=True)
class _Definition:
    """The definition that copies are read by, and what is worked out from it once."""

    entry: Entry
    form: Form
    blanks: Blanks
    names: Names
    is_present: bool
    hints: dict[Place, frozenset[str]] = field(default_factory=dict)


class _CopyReader:
    """Reads copies of the forms of one library, and keeps their definitions."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._definitions: dict[tuple[str, str], _Definition] = {}

    def read(self, data: bytes, name: str) -> Filled:
        file = open_form(data)
        definition = self._definition(file)
        matched = match(definition.names, controls(file))
        is_present = file.properties.get("fingerprint") == definition.entry.fingerprint
        is_own = is_present or not definition.is_present
        answers = Answers(definition.blanks, definition.hints, is_own=is_own)
        for matched_blank in matched.found.values():
            answers.add(matched_blank)
        answers.settle()
        mistakes = [
            *(error for error in answers.mistakes if error.severity == "error"),
            *missing(answers, matched, all_there=is_own),
            *senseless(definition.blanks, answers.given, answers.wrong),
        ]
        mistakes = [*_too_many_rows(definition.blanks, matched), *_in_order(definition.blanks, mistakes)]
        notes = [*self._about(file, definition, matched), *(n for n in answers.mistakes if n.severity == "note")]
        notes += _about_answers(definition.blanks, answers, matched)
        notes += late(self.library, definition.entry, definition.blanks, answers.given)
        return self._filled(file, definition, name, answers.given, mistakes, notes)

    def _filled(
        self, file: FormFile, definition: _Definition, name: str, given: list[FilledBlank],
        mistakes: list[Mistake], notes: list[Mistake],
    ) -> Filled:  # fmt: skip
        entry, properties, blanks = definition.entry, file.properties, definition.blanks
        own, printed = properties.get("fingerprint", ""), properties.get("printed", "")
        is_current = printed == self._printed_now(file, entry) if printed else own == entry.fingerprint
        return Filled(
            form=entry.address, code=properties.get("code", ""), edition=properties.get("edition", ""), fingerprint=own,
            printed=printed, lang=self._lang(file), name=name, title=self.library.titles(entry.address),
            values=tree(blanks, given), blanks=blanks, rows=row_numbers(blanks, given), is_current=is_current,
            saved=file.saved,
            mistakes=told(mistakes), notes=told(_in_order(blanks, notes)),
        )  # fmt: skip

    def _lang(self, file: FormFile) -> str:
        """The language of the copy."""
        lang = file.properties.get("language", "")
        return lang if lang in LANGUAGES else self.library.lang

    def _printed_now(self, file: FormFile, entry: Entry) -> str:
        """The fingerprint of the sheets that are printed of the form now, in the language of the copy."""
        view = self.library.view(self._lang(file))
        return printed_fingerprint(view, view.entries[entry.address])

    def _about(self, file: FormFile, definition: _Definition, matched: Matched) -> Iterator[Mistake]:
        """Notes on the copy as a whole; a fingerprint in them is the one that stands on the paper."""
        properties, entry = file.properties, definition.entry
        printed = properties.get("printed", "")
        values = {
            "edition": properties.get("edition", "") or "?",
            "fingerprint": printed or properties.get("fingerprint", "") or "?",
        }
        if properties.get("fingerprint") != entry.fingerprint:
            rule = Rule.OTHER_EDITION if definition.is_present else Rule.KEPT_EDITION
            yield Mistake("", 0, "", rule, values={**values, "current": str(entry.record.edition)})
        elif printed and printed != (now := self._printed_now(file, entry)):
            yield Mistake("", 0, "", Rule.OLDER_PRINT, values={**values, "current": now})
        if matched.by_bookmark:
            yield Mistake("", 0, "", Rule.BY_BOOKMARK)

    def _definition(self, file: FormFile) -> _Definition:
        key = file.properties["form"], file.properties.get("fingerprint", "")
        definition = self._definitions.get(key)
        if definition is None:
            definition = self._define(*key)
            while len(self._definitions) >= _KEPT_DEFINITIONS:  # files may claim any fingerprint
                self._definitions.pop(next(iter(self._definitions)), None)
            self._definitions[key] = definition
        return definition

    def _define(self, address: str, wanted: str) -> _Definition:
        entry = self.library.find(address) if address.count("/") == 2 else None
        if entry is None or not isinstance(entry.record, Form):
            raise RefusedError(Refusal.UNKNOWN_FORM, form=address)
        former = None
        if wanted != entry.fingerprint:
            former = kept_form(self.library.root, address, wanted) or kept_form(
                self.library.root, entry.address, wanted
            )
        blanks = blanks_of(self.library, entry, former)
        return _Definition(entry, former or entry.record, blanks, Names(blanks), former is None)


_READERS: Final = ByLibrary(_CopyReader)


def _in_order(blanks: Blanks, mistakes: list[Mistake]) -> tuple[Mistake, ...]:
    """*mistakes* in the order of the form, row by row."""
    order = {blank.place: number for number, blank in enumerate(blanks.all)}
    blocks = {block: number for number, block in enumerate(blanks.by_block)}

    def place(mistake_or_note: Mistake) -> tuple[int, int, int]:
        row, _, key = mistake_or_note.field.rpartition(".")
        return (
            blocks.get(mistake_or_note.block, -1),
            mistake_or_note.row,
            order.get((mistake_or_note.block, row, key), -1),
        )

    return tuple(sorted(mistakes, key=place))


def _too_many_rows(blanks: Blanks, matched: Matched) -> Iterator[Mistake]:
    for block, count in matched.rows.items():
        if count > MOST_ROWS:
            section = blanks.titles.get(block)
            yield Mistake(block, 0, "", Rule.TOO_MANY_ROWS, str(count), None, section, {"most": MOST_ROWS})


def _about_answers(blanks: Blanks, answers: Answers, matched: Matched) -> Iterator[Mistake]:
    """Notes on typed names, and on what is written where the form has nothing."""
    for blank, row, value in answers.given:
        if blank.is_signature:
            yield mistake(blanks, blank, row, Rule.TYPED_NAME, value)
    for control in matched.strangers:
        if control.tag and _says_something(control):
            label = Bilingual(control.alias, control.alias) if control.alias else None
            values = {"tag": control.tag}
            yield Mistake("", 0, "", Rule.UNKNOWN_CONTROL, clean(control.text), label, None, values, is_personal=True)


def _says_something(control: Control) -> bool:
    text = clean(control.text)
    if control.checked is not None:
        return text[:1] in TICKED or (control.checked and text[:1] not in EMPTY)
    return bool(text) and text not in hints.PROMPTS and not (control.hinted and control.is_grey)
