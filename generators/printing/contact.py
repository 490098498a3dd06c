"""The rows of a contact sheet: every form blank, to fill and filled, in its languages, and what to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal, get_args

from generators.form import build_form
from generators.printing.convert import Printer
from generators.printing.marks import Mark, marks
from generators.printing.pdf import page_count
from generators.printing.prints import PrintProgress
from schemas.by_name import ByName, T
from schemas.entry import Entry
from schemas.languages import NAMES
from schemas.library import Library
from schemas.progress import Progress
from schemas.words import Bilingual

Sort = Literal["blank", "fill", "short", "long"]
"""A form to write on, to fill on screen, or filled with short or with long values."""
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
_FILLED: Final = ("short", "long")
_AS_MANY_PAGES: Final = ("fill", "short")
"""These take no more pages than the blank one."""

Filler = Callable[[Library, Entry, Literal["short", "long"]], bytes]
"""Makes a filled copy of a form, with short or with long values."""


@dataclass(frozen=True, kw_only=True)
class _BySort(ByName[Sort, T]):
    blank: T
    fill: T
    short: T
    long: T


_NAMES: Final = _BySort(
    blank=Bilingual("空白", "blank"),
    fill=Bilingual("填写", "to fill"),
    short=Bilingual("填得短", "filled, short"),
    long=Bilingual("填得长", "filled, long"),
)
_REMARK: Final = Bilingual("{copy}：{mark}", "{copy}: {mark}")


@dataclass(frozen=True, slots=True)
class Copy:
    """A form of one sort in one language, as PDF."""

    sort: Sort
    lang: str
    pdf: bytes
    pages: int
    marks: tuple[Mark, ...]

    def title(self, lang: str) -> str:
        """`填写 · 中文`."""
        return f"{_NAMES[self.sort].say(lang)} · {NAMES.of(self.lang).say(lang)}"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A form with all its copies, language by language."""

    code: str
    title: Bilingual
    copies: tuple[Copy, ...]

    def lines(self) -> tuple[tuple[Copy, ...], ...]:
        """The copies of each language."""
        languages = dict.fromkeys(copy.lang for copy in self.copies)
        return tuple(tuple(copy for copy in self.copies if copy.lang == lang) for lang in languages)

    def remarks(self, lang: str) -> Iterator[str]:
        """The marks of all copies in words: `空白 · 英文：第 2 页几乎是空的`."""
        for copy in self.copies:
            yield from (_REMARK.say(lang, copy=copy.title(lang), mark=mark.say(lang)) for mark in copy.marks)


def rows(
    library: Library, forms: Sequence[Entry], printer: Printer, filler: Filler, report: PrintProgress
) -> tuple[ContactRow, ...]:
    """A row for each of *forms*, whose filled copies *filler* makes.

    Every copy is printed twice: with the fonts that stand in for those of the forms, and without any of them.

    Raises:
        HandbookError: LibreOffice is missing or failed.
    """
    documents = _documents(library, forms, filler, lambda done, total: report("forms", done, total))
    printers = (printer, Printer(printer.store, is_on=printer.is_on, bare=True))
    printed = [
        _printed(each, documents, partial(_tell, report, number * len(documents), len(printers) * len(documents)))
        for number, each in enumerate(printers)
    ]
    return tuple(_row(library, form, documents, *printed) for form in forms)


def _tell(report: PrintProgress, before: int, total: int, done: int, _: int) -> None:
    report("prints", before + done, total)


def _printed(printer: Printer, documents: Mapping[str, bytes], report: Progress) -> dict[str, bytes]:
    done = printer.pdfs(documents, report)
    if done.problem is not None:
        raise done.problem
    return {name: pdf.content for name, pdf in done.pdfs.items()}


def _documents(library: Library, forms: Sequence[Entry], filler: Filler, report: Progress) -> dict[str, bytes]:
    documents: dict[str, bytes] = {}
    total = len(forms) * len(library.settings.languages) * len(SORTS)
    for lang in library.settings.languages:
        view = library.view(lang)
        for form in forms:
            entry = view.entries[form.address]
            documents |= {_name(form, sort, lang): _document(view, entry, sort, filler) for sort in SORTS}
            report(len(documents), total)
    return documents


def _document(view: Library, entry: Entry, sort: Sort, filler: Filler) -> bytes:
    if sort == "short" or sort == "long":
        return filler(view, entry, sort)
    return build_form(view, entry, variant=sort)


def _name(form: Entry, sort: Sort, lang: str) -> str:
    return f"{form.handbook}/{form.id}-{sort}-{lang}.docx"


def _row(
    library: Library, form: Entry, documents: Mapping[str, bytes], pdfs: Mapping[str, bytes], bare: Mapping[str, bytes]
) -> ContactRow:
    copies: list[Copy] = []
    for lang in library.settings.languages:
        names = {sort: _name(form, sort, lang) for sort in SORTS}
        counts = {sort: page_count(pdfs[name]) for sort, name in names.items()}
        for sort, name in names.items():
            seen = _marks(documents[name], pdfs[name], sort)
            elsewhere = _marks(documents[name], bare[name], sort)
            if sort in _AS_MANY_PAGES and counts[sort] > counts["blank"]:
                seen += (Mark("pages", f"{counts['blank']} / {counts[sort]}"),)
            if sort != "long" and (count := page_count(bare[name])) > counts[sort]:
                elsewhere += (Mark("pages", f"{counts[sort]} / {count}"),)
            said = {(mark.kind, mark.value) for mark in seen}
            seen += tuple(
                replace(mark, page=0, elsewhere=True) for mark in elsewhere if (mark.kind, mark.value) not in said
            )
            copies.append(Copy(sort, lang, pdfs[name], counts[sort], seen))
    return ContactRow(str(form.record.code or form.id), library.titles(form.address), tuple(copies))


def _marks(document: bytes, pdf: bytes, sort: Sort) -> tuple[Mark, ...]:
    return tuple(marks(document, pdf, is_filled=sort in _FILLED, runs_on=sort == "long"))
