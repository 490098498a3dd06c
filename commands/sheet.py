"""`handbook sheet`: a card, a procedure or a script on one page, to hang at the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from commands import context
from commands.batch import together
from commands.finding_records import find_record
from generators.onepage.make import KINDS, Made, sheet
from generators.onepage.places import file_name
from schemas.cards_used import books_of
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.punctuation import joined
from schemas.words import LANGUAGES, Bilingual, Language, in_both

_ENDINGS: Final = (".pdf", ".zip")
_TWO_PAGES: Final = Bilingual(
    "《{title}》一页放不下，做成 {pages} 页：双面打印。",
    "“{title}” does not fit on one page and takes {pages}: print it on both sides.",
)
_MISSING: Final = Bilingual(
    "《{title}》里有字体没有的字符，会印成方框：{missing}。换成文字。",
    "“{title}” has characters that the font has not, which are printed as boxes: {missing}. Put them in words.",
)
_NOT_IN: Final = Bilingual(
    "手册 {handbook} 不用《{title}》这张应急卡。用它的：{books}",
    "the handbook {handbook} does not use the card “{title}”. These do: {books}",
)
_NOBODY: Final = Bilingual("没有", "none")

_References = Annotated[list[str], typer.Argument(metavar="REF", help="Cards, procedures, scripts: code, title or id.")]
_Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="A .pdf with all sheets, a .zip, or a folder; default: here.")
]
_Lang = Annotated[Language, typer.Option(help="Language of the sheet.")]
_Handbook = Annotated[
    str, typer.Option("--handbook", help="Of a card: the handbook whose people, places and numbers it shows.")
]


def make_sheets(
    references: _References, output: _Output = None, lang: _Lang = LANGUAGES[0], handbook: _Handbook = ""
) -> None:
    """Write a card, a procedure or a script as a sheet of one page, PDF, to hang at the desk.

    A procedure takes two pages at most; nothing is cut, and what is too long is told.

    Example: `handbook sheet cards/fire -o fire.pdf`
    """
    ending = _ending(output or Path())
    library = context.library().view(lang)
    entries = {entry.address: entry for entry in (find_record(library, typed, *KINDS) for typed in references)}
    files = {file_name(entry, lang): _made(library, entry, handbook).pdf for entry in entries.values()}
    place = output or Path()
    outputs = {place / name if name else place: content for name, content in together(files, ending).items()}
    context.write_outputs(outputs)
    for path in outputs:
        context.out.print(str(path), markup=False)


def _ending(output: Path) -> str:
    """The ending that says what *output* is to be; empty for a folder.

    Raises:
        typer.Exit: it is the ending of something else.
    """
    ending = output.suffix.lower()
    if output.is_dir() or not ending:
        return ""
    if ending not in _ENDINGS:
        raise context.wrong_usage(
            context.say(
                "不认识文件名的结尾 {ending}：{path}。用 .pdf、.zip，或写一个文件夹。",
                "The ending {ending} is not known: {path}. Use .pdf, .zip, or name a folder.",
                ending=ending,
                path=output,
            )
        )
    return ending


def _made(library: Library, entry: Entry, handbook: str) -> Made:
    """The sheet of a record; it is told where that takes more than a page, or the font has not all of it.

    Raises:
        HandbookError: it is too long, or the handbook does not use the card.
    """
    made = sheet(library, entry, _book(library, entry, handbook))
    said = {_TWO_PAGES: made.pages > 1, _MISSING: made.missing}
    for words in (words for words, holds in said.items() if holds):
        told = words.say(
            context.lang(), title=library.titles(entry.address), pages=made.pages, missing=" ".join(made.missing)
        )
        context.err.print(told, style="yellow", markup=False)
    return made


def _book(library: Library, entry: Entry, handbook: str) -> str:
    """The handbook whose people and places the sheet of a card shows; only a card has any but its own."""
    if not handbook or not entry.of.of_library:
        return ""
    books = books_of(library, entry.address)
    if handbook not in books:
        listed = in_both(lambda lang: joined(books, lang) or _NOBODY.of(lang))
        title = library.titles(entry.address)
        raise HandbookError("card-not-used", _NOT_IN, handbook=handbook, title=title, books=listed)
    return handbook
