"""`handbook form --book`: a register as a book of numbered pages."""

from __future__ import annotations

from typing import Final

from commands import context
from generators.docx.register_book import MOST_PAGES, PAGES, is_register, register_book, whole_sheets
from generators.form import print_stem
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.form import Form
from schemas.library import Library
from schemas.punctuation import joined
from schemas.words import Bilingual, in_both

_NO_REGISTER: Final = Bilingual(
    "《{title}》不是登记簿用的表：要只有一张一行一件的登记表，旁边只有填空、说明和签字，也不交给业主。"
    "这本手册里可以装订成册的：{registers}",
    "{title} is no register to be bound: that has one table with a line for each case, beside it only fields, notes "
    "and signatures, and is not handed to residents. In this handbook these can be bound: {registers}",
)
_NONE: Final = Bilingual("没有", "none")
_WHOLE: Final = Bilingual(
    "一张表要 {each} 页，{asked} 页不是整张：做成 {pages} 页。",
    "A sheet takes {each} pages, which {asked} pages do not make up: the book has {pages}.",
)
_MOST_NAMED: Final = 12


def book_of(library: Library, entry: Entry, pages: int | None) -> dict[str, bytes]:
    """The book of a register as a Word file, by its name.

    Raises:
        HandbookError: the form is no register.
        typer.Exit: more pages than a book has, or none.
    """
    asked = _checked(pages)
    form = entry.record
    if not (isinstance(form, Form) and is_register(form)):
        registers = in_both(lambda lang: _registers(library.view(lang), entry.handbook))
        raise HandbookError("no-register", _NO_REGISTER, title=library.titles(entry.address), registers=registers)
    whole = whole_sheets(library, entry, asked)
    if whole != asked:
        each = whole_sheets(library, entry, 1)
        context.err.print(_WHOLE.say(context.lang(), each=each, asked=asked, pages=whole), style="yellow", markup=False)
    return {f"{print_stem(entry, 'blank', library.lang)}-book.docx": register_book(library, entry, whole)}


def _checked(pages: int | None) -> int:
    """How many pages the book is to have.

    Raises:
        typer.Exit: more than a book has, or none.
    """
    if pages is not None and not 1 <= pages <= MOST_PAGES:
        raise context.wrong_usage(
            context.say("--pages 要在 1 到 {most} 之间。", "--pages takes 1 to {most}.", most=MOST_PAGES)
        )
    return PAGES if pages is None else pages


def _registers(library: Library, handbook: str) -> str:
    """The registers of a handbook by their codes, or their titles where they have none."""
    found = [
        entry.code or library.title(entry.address)
        for entry in library.of_kind("forms")
        if entry.handbook == handbook and isinstance(entry.record, Form) and is_register(entry.record)
    ]
    if not found:
        return _NONE.say(library.lang)
    return joined(found[:_MOST_NAMED], library.lang) + (" …" if len(found) > _MOST_NAMED else "")
