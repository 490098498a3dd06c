"""Values written into the fillable variant of a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree

from filled.filling.archive import Archive
from filled.filling.rows import height_of_each, last_rows, sections, weight_of_more
from filled.filling.template import template_of, template_of_rows
from filled.reading import hints
from filled.reading.matching import Names
from filled.reading.xml import weigh
from filled.wordml import DOCUMENT
from generators.docx import wml
from generators.form import build_form
from schemas.agreeing import senseless
from schemas.answers import FilledBlank, check_answers, mistake
from schemas.blanks import Blanks, Place, blanks_of
from schemas.by_library import ByLibrary
from schemas.control_names import WORDS
from schemas.entry import Entry
from schemas.field_values import read_value
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.limits import MOST_BYTES_OF_PART, MOST_WEIGHT
from schemas.mistakes import Mistake
from schemas.rules import Rule
from schemas.values import UnfitError, write_value
from schemas.words import Bilingual, Counted, in_both
from schemas.working_out import worked_out

_PLACES: Final = Counted("{number} 处", "{number} value is", "{number} values are")
_WRONG: Final = Bilingual(
    "《{title}》有 {count}填得不对。{first}",
    "{title}: {count} wrong. {first}",
)
_SAID_ALREADY: Final = (Rule.BEFORE, Rule.REQUIRED_HERE)
"""Of the sense of a form: the first is found with each value, and what is missing may be filled in later."""
_LARGE: Final = 150_000
"""From this size on, in bytes, a document may be too much to be read back."""


class MistakesError(HandbookError):
    """Values that do not fit their form; `mistakes` has every one of them, the line itself the first."""

    def __init__(self, entry: Entry, mistakes: Sequence[Mistake]) -> None:
        first = in_both(mistakes[0].say)
        super().__init__(
            "values-unfit", _WRONG, title=str(entry.record.title), count=_PLACES.of(len(mistakes)), first=first
        )
        self.mistakes = tuple(mistakes)


def fill_form(library: Library, entry: Entry, values: Mapping[str, Any], *, must_agree: bool = False) -> bytes:
    """A form with *values* in it, as DOCX, in the language of *library*: the same bytes for the same values.

    Args:
        library: the view whose language the form is in.
        entry: a form of *library*.
        values: as `schemas.filled` describes them, typed or as JSON has them; what is left out stays blank, but a sum
            or a product whose parts are there is written in.
            A register may have more rows than are printed.
        must_agree: whether values that break the sense of the form are refused too, as sums that do not come out;
            what is left out for now is not.

    Raises:
        MistakesError: values that are not valid for their fields, of no field, or too many to be read back; nothing is
            written then.
        TypeError: *entry* is not a form.
    """
    return filler_of(library, entry).fill(values, must_agree=must_agree)


def filler_of(library: Library, entry: Entry) -> Filler:
    """What fills the form *entry* of *library*, made once."""
    return _FILLERS.of(library).filler(entry)


def fill_as_is(
    library: Library, entry: Entry, package: bytes, answers: Sequence[FilledBlank],
    in_words: Mapping[tuple[int, Place], Decimal],
) -> bytes:  # fmt: skip
    """A form with *answers* in it just as they are, right or wrong, as somebody may hand it in.

    Args:
        library: the view whose language the form is in.
        entry: the form.
        package: its fillable DOCX, or one with some of its blocks; answers that it has no place for are passed over.
        answers: what is written; of a choice with boxes several may be ticked.
        in_words: amounts in words, by row and place, that are not those in figures.
    """
    return Filler(library, entry, package).fill_as_is(answers, in_words)


def completed(blanks: Blanks, answers: Sequence[FilledBlank]) -> list[FilledBlank]:
    """*answers* with the sums and products that are left out and whose parts are there, as far as their fields fit."""
    return [one for one in worked_out(blanks, answers, keep=True) if one in answers or _fits(one)]


def _fits(answer: FilledBlank) -> bool:
    """Whether a field takes what was worked out for it."""
    try:
        read_value(answer.blank.field, write_value(answer.value), answer.blank.texts)
    except UnfitError:
        return False
    return True


class Filler:
    """One form, cut and packed once."""

    def __init__(self, library: Library, entry: Entry, package: bytes) -> None:
        self.entry = entry
        self.blanks = blanks_of(library, entry)
        self._names = Names(self.blanks)
        self._archive = Archive(package, (DOCUMENT,))
        with ZipFile(BytesIO(package)) as archive:
            root = etree.fromstring(archive.read(DOCUMENT))
            rest = sum(weigh(archive.read(name)) for name in archive.namelist() if name != DOCUMENT)
        self._rows = dict(sections(root))
        self._template = template_of(deepcopy(root), self._names)
        self._most_weight = MOST_WEIGHT - rest
        self._hints: dict[Place, frozenset[str]] = {}

    def fill(self, values: Mapping[str, Any], *, must_agree: bool) -> bytes:
        """The form with *values* in it, as `fill_form`."""
        return self._archive.with_parts({DOCUMENT: self.document(values, must_agree=must_agree)})

    def answers(self, values: Mapping[str, Any], *, must_agree: bool) -> list[FilledBlank]:
        """*values* as answers that fit, with what is worked out from them.

        Raises:
            MistakesError: as `fill_form`.
        """
        given, mistakes = check_answers(self.blanks, values)
        answers = completed(self.blanks, given)
        if must_agree:
            said = senseless(self.blanks, answers, ())
            mistakes += [one for one in said if one.rule not in _SAID_ALREADY]
        mistakes += [
            mistake(self.blanks, answer.blank, answer.row, Rule.IS_HINT, answer.value)
            for answer in answers
            if isinstance(answer.value, str) and answer.value in self._hints_of(answer)
        ]
        if mistakes:
            raise MistakesError(self.entry, mistakes)
        return answers

    def document(self, values: Mapping[str, Any], *, must_agree: bool) -> bytes:
        """The main part of the form with *values* in it.

        Raises:
            MistakesError: as `fill_form`.
        """
        document = self._document(self.answers(values, must_agree=must_agree)).encode()
        if len(document) > _LARGE and (weigh(document) > self._most_weight or len(document) > MOST_BYTES_OF_PART):
            raise self._too_much()
        return document

    def fill_as_is(self, answers: Sequence[FilledBlank], in_words: Mapping[tuple[int, Place], Decimal]) -> bytes:
        """The form with *answers* in it, as the function of this name."""
        pieces = self._template.filled(answers)
        for at, amount in in_words.items():
            for index, control in self._template.controls.get(at, ()):
                if control.target.part == WORDS:
                    pieces[index] = control.filled(amount) or pieces[index]
        return self._archive.with_parts({DOCUMENT: "".join(pieces).encode()})

    def _too_much(self) -> MistakesError:
        return MistakesError(self.entry, [Mistake("", 0, "", Rule.TOO_MUCH)])

    def _hints_of(self, answer: FilledBlank) -> frozenset[str]:
        blank = answer.blank
        if blank.field.choices:
            return frozenset()
        return self._hints.get(blank.place) or self._hints.setdefault(blank.place, hints.hints(blank))

    def _document(self, answers: Sequence[FilledBlank]) -> str:
        pieces = self._template.filled(answers)
        for block, count in self._longer(answers).items():
            rows = self._rows[block]
            if weight_of_more(rows, count) > self._most_weight:
                raise self._too_much()
            height = height_of_each(rows, count)
            for index in self._template.heights[block]:
                pieces[index] = wml.least_height(height)
            own = last_rows(rows, count, self.blanks.by_block[block], height)
            _, *last, _ = template_of_rows(own, self._names, len(rows)).filled(answers)
            first, end = self._template.last_rows[block]
            pieces[first:end] = ["".join(last), *[""] * (end - first - 1)]
        return "".join(pieces)

    def _longer(self, answers: Sequence[FilledBlank]) -> Mapping[str, int]:
        """The registers that need more rows than are printed, with how many they need."""
        counts: dict[str, int] = {}
        for blank, row, _ in answers:
            if row > len(self._rows.get(blank.block, ())) and blank.is_column:
                counts[blank.block] = max(row, counts.get(blank.block, 0))
        return counts


class _Forms:
    """The fillers of one view of a library, made when they are first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._fillers: dict[str, Filler] = {}

    def filler(self, entry: Entry) -> Filler:
        if entry.address not in self._fillers:
            package = build_form(self._library, entry, variant="fill")
            self._fillers[entry.address] = Filler(self._library, entry, package)
        return self._fillers[entry.address]


_FILLERS: Final = ByLibrary(_Forms)
