"""The specimens of forms: what is entered in them has a place, fits it, and breaks no rule of the form."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.answers import mistake
from schemas.blanks import Blank, Blanks, blanks_of
from schemas.checks.reading import SourceReader
from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.form import Form
from schemas.library import Library
from schemas.messages import Forms
from schemas.rules import Rule
from schemas.specimen import answers_of, blank_at, disagreeing, lacking, read_entered
from schemas.values import UnfitError
from schemas.words import Bilingual, in_both


def check_specimen(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the specimen of a form."""
    form = entry.record
    if not isinstance(form, Form) or not form.specimen:
        return
    blanks = blanks_of(library, entry)
    for path, text in form.specimen.items():
        yield from _entered(entry, blanks, str(path), str(text))
    answers = answers_of(blanks, form.specimen)
    for blank, row in lacking(blanks, answers):
        words = in_both(mistake(blanks, blank, row, Rule.REQUIRED).say)
        yield _wrong(entry, ("specimen",), words)
    for one in disagreeing(blanks, answers):
        yield _wrong(entry, ("specimen",), one.words)


def _entered(entry: Entry, blanks: Blanks, path: str, text: str) -> Iterator[Finding]:
    """Findings about what is entered in one place."""
    found = blank_at(blanks, path)
    if found is None:
        yield SourceReader(entry.document).unknown(("specimen", path), path, _places(blanks), key=True)
        return
    blank, row = found
    try:
        read_entered(blank, text)
    except UnfitError as error:
        unfit = mistake(blanks, blank, row, error.rule, text, **error.values)
        yield _wrong(entry, ("specimen", path), in_both(lambda lang: unfit.say(lang, show_personal=True)))


def _places(blanks: Blanks) -> tuple[str, ...]:
    return tuple(map(_place, blanks.all))


def _place(blank: Blank) -> str:
    return ".".join(filter(None, (blank.block, "1" if blank.is_column else blank.row, blank.key)))


def _wrong(entry: Entry, location: Location, what: Bilingual) -> Finding:
    return entry.document.finding(location, Forms.SPECIMEN_WRONG, what=what)
