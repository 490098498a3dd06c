"""`handbook form`: one form, or all those of a procedure, a role or a handbook, to print or to fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from commands import context
from commands import form_options as options
from commands.batch import Wish, as_pdfs, check_count, count_without, sheets, together, written
from commands.finding_records import find_forms
from commands.handed_out import refuse, tell
from commands.listing_forms import list_forms
from commands.progress import progress
from generators.form import build_form
from generators.printing.build import printer_of
from generators.printing.bundles import file_names
from generators.printing.prints import pdf_path
from schemas.entry import Entry
from schemas.library import Library
from schemas.words import LANGUAGES, Bilingual

Variant = Literal["fill", "blank"]
_ENDINGS = (".docx", ".pdf", ".zip")
# `2026.11` is a folder, `forms.rar` is a mistake.
_ENDING_LIKE = re.compile(r"\.[a-z]{1,5}\d?")
_ONE_FORM: Final = Bilingual(
    "--from、--serial 和 --parts 一次只做一张表，这里有 {count} 张。",
    "--from, --serial and --parts take one form, and these are {count}.",
)
_ONE_BOOK: Final = Bilingual(
    "--book 一次只做一张登记表，这里有 {count} 张。", "--book takes one register, and these are {count}."
)


def form(
    references: options.References = None,
    output: options.Output = None,
    fill: options.Fill = False,
    blank: options.Blank = False,
    lang: options.Lang = LANGUAGES[0],
    pdf: options.Pdf = False,
    contact_sheet: options.ContactSheet = False,
    listed: options.Listed = False,
    strict: options.Strict = False,
    as_json: options.AsJson = False,
    from_list: options.FromList = None,
    serial: options.Serial = "",
    count: options.Count = None,
    parts: options.Parts = False,
    skip_unknown: options.SkipUnknown = False,
    overwrite: options.Overwrite = False,
    book: options.Book = False,
    pages: options.Pages = None,
) -> None:
    """Write forms as DOCX or PDF: one, or all of a procedure, a role or a handbook.

    Example: `handbook form GT-BF-KF-001 --blank -o complaints.pdf`

    Two hundred numbered ones: `handbook form GT-R-KF-28 --blank --serial 2026-A-001 --count 200 -o survey.pdf`

    A register to bind: `handbook form GT-R-KF-13 --book --pages 100 -o keys.pdf`
    """
    if fill and blank:
        raise context.wrong_usage(context.say("--fill 和 --blank 只能选一个。", "Choose either --fill or --blank."))
    if listed:
        list_forms(context.library().view(lang), references or [], as_json=as_json)
        return
    if output is None:
        raise context.wrong_usage(
            context.say("要写到哪里？用 -o 写出文件或文件夹。", "Where to? Name a file or a folder with -o.")
        )
    if contact_sheet:
        # the font library that it needs takes longer to load than a form takes to be made
        from commands.contact_sheet import write_contact_sheet

        write_contact_sheet(references or [], output)
        return
    wish = Wish(from_list, serial, count, parts, skip_unknown)
    _check_book(wish, fill=fill, book=book, pages=pages)
    library = context.library().view(lang)
    forms = _meant(library, references)
    if strict:
        refuse(library, forms)
    place = _Place(output, pdf=pdf, overwrite=overwrite)
    if book:
        paths = _bound(library, forms, pages, place)
    elif wish.is_many:
        paths = _many(library, forms, "blank" if blank else "fill", wish, place)
    else:
        paths = _write(library, forms, "blank" if blank else "fill", place)
    for path in paths:
        context.out.print(str(path), markup=False)
    if not strict:
        tell(library, forms)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where forms are written: *output*, as PDFs where *pdf* says so, over what is there where *overwrite* does."""

    output: Path
    pdf: bool
    overwrite: bool


def _meant(library: Library, references: list[str] | None) -> tuple[Entry, ...]:
    """The forms that *references* mean, each once."""
    if not references:
        raise context.wrong_usage(context.say("要哪张表？写出编号。", "Which form? Name its code."))
    forms = {form.address: form for reference in references for form in find_forms(library, reference)}
    return tuple(forms.values())


def _check_book(wish: Wish, *, fill: bool, book: bool, pages: int | None) -> None:
    """Refuse words that mean nothing with a book, or without one.

    Raises:
        typer.Exit: there are some.
    """
    if book and (fill or wish.is_many or wish.skip_unknown):
        raise context.wrong_usage(
            context.say(
                "--book 是装订好手写的，不和 --fill、--from、--serial、--count、--parts 一起用。",
                "A --book is bound and written by hand: it does not go with --fill, --from, --serial, --count or "
                "--parts.",
            )
        )
    if pages is not None and not book:
        raise context.wrong_usage(context.say("--pages 要和 --book 一起用。", "--pages goes with --book."))


def _one(forms: tuple[Entry, ...], words: Bilingual) -> Entry:
    """The only one of *forms*.

    Raises:
        typer.Exit: there are more, which *words* say.
    """
    if len(forms) != 1:
        raise context.wrong_usage(words.say(context.lang(), count=len(forms)))
    return forms[0]


def _bound(library: Library, forms: tuple[Entry, ...], pages: int | None, place: _Place) -> list[Path]:
    """Write the book of a register.

    Raises:
        HandbookError, typer.Exit: as `bound.book_of`, `batch.written` and `_ending`.
    """
    from commands.bound import book_of  # what binds a register, for those who want a book

    entry = _one(forms, _ONE_BOOK)
    ending = _ending(place.output, 1, pdf=place.pdf)
    files = book_of(library, entry, pages)
    files = as_pdfs(files) if place.pdf or ending == ".pdf" else files
    return written(together(files, ending), place.output, ending, overwrite=place.overwrite)


def _many(library: Library, forms: tuple[Entry, ...], variant: Variant, wish: Wish, place: _Place) -> list[Path]:
    """Write the sheets of one form that *wish* asks for.

    Raises:
        HandbookError, typer.Exit: as `batch.sheets`, `batch.written` and `_ending`.
    """
    entry = _one(forms, _ONE_FORM)
    if count_without(wish):
        raise context.wrong_usage(
            context.say(
                "--count 要和 --serial 一起用，不和 --from 一起用：清单有几行就有几张。",
                "--count goes with --serial, and not with --from: a list has a sheet for each row.",
            )
        )
    check_count(wish.count)
    ending = _ending(place.output, 1, pdf=place.pdf)
    to_print = place.pdf or ending == ".pdf"
    files = sheets(library, entry, variant, wish, to_print=to_print)
    if ending == ".docx":
        _ending(place.output, len(files), pdf=place.pdf)
    files = as_pdfs(files) if to_print else files
    return written(together(files, ending), place.output, ending, overwrite=place.overwrite)


def _write(library: Library, forms: tuple[Entry, ...], variant: Variant, place: _Place) -> list[Path]:
    """Write *forms* where they are to be, as the ending of that says.

    Raises:
        HandbookError: `cannot-write`; LibreOffice is missing or failed, when PDFs are wanted.
        typer.Exit: the ending does not fit.
    """
    output = place.output
    ending = _ending(output, len(forms), pdf=place.pdf)
    names = file_names(forms, variant, library.lang)
    files = {name: build_form(library, form, variant=variant) for name, form in zip(names, forms, strict=True)}
    if place.pdf or ending == ".pdf":
        files = _as_pdfs(library.root, files)
    files = together(files, ending)
    outputs = {output / name if name else output: content for name, content in files.items()}
    context.write_outputs(outputs)
    return list(outputs)


def _ending(output: Path, count: int, *, pdf: bool) -> str:
    """The ending that says what *output* is to be; empty for a folder."""
    ending = output.suffix.lower()
    if output.is_dir() or not _ENDING_LIKE.fullmatch(ending):
        return ""
    if ending not in _ENDINGS:
        message = context.say(
            "不认识文件名的结尾 {ending}：{path}。用 .docx、.pdf、.zip，或写一个文件夹。",
            "The ending {ending} is not known: {path}. Use .docx, .pdf, .zip, or name a folder.",
            ending=ending,
            path=output,
        )
        raise context.wrong_usage(message)
    if ending == ".docx" and pdf:
        raise context.wrong_usage(
            context.say(f"文件名要以 .pdf 结尾：{output}", f"The file name must end in .pdf: {output}")
        )
    if ending == ".docx" and count > 1:
        message = context.say(
            "{count} 张表放不进一个 Word 文件：{path}。用 .zip、.pdf，或写一个文件夹。",
            "{count} forms do not go into one Word file: {path}. Use .zip, .pdf, or name a folder.",
            count=count,
            path=output,
        )
        raise context.wrong_usage(message)
    return ending


def _as_pdfs(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    with progress() as report:
        done = printer_of(root / "build").pdfs(files, lambda done, total: report("prints", done, total))
    if done.problem is not None:
        raise done.problem
    return {pdf_path(name): printed.content for name, printed in done.pdfs.items()}
