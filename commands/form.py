"""`handbook form`: one form, or all those of a procedure, a role or a handbook, to print or to fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from commands import context
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
from schemas.words import LANGUAGES, Language

Variant = Literal["fill", "blank"]
_ENDINGS = (".docx", ".pdf", ".zip")
# `2026.11` is a folder, `forms.rar` is a mistake.
_ENDING_LIKE = re.compile(r"\.[a-z]{1,5}\d?")


def form(
    references: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REF",
            help="Codes, titles, addresses or ids: of forms, procedures, roles; a handbook's id; or with a *.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A .docx, a .pdf with all forms, a .zip, or a folder.")
    ] = None,
    fill: Annotated[bool, typer.Option("--fill", help="To fill on screen (default).")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="To print and fill by hand.")] = False,
    lang: Annotated[Language, typer.Option(help="Language of the form.")] = LANGUAGES[0],
    pdf: Annotated[bool, typer.Option("--pdf", help="As PDF, through LibreOffice.")] = False,
    contact_sheet: Annotated[
        bool,
        typer.Option(
            "--contact-sheet",
            help="All forms, or those named, blank and filled, on one .pdf or .png.",
        ),
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="Only list codes, titles and addresses: of all forms, or of those named.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing that prints sample data or hands out a draft.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --list: as one line of JSON.")] = False,
    from_list: Annotated[
        Path | None,
        typer.Option("--from", help="Fill one form for each row of a .xlsx or .csv: heads are field ids or labels."),
    ] = None,
    serial: Annotated[
        str, typer.Option("--serial", help="Number the sheets from here on, in the field and the QR code: 2026-A-001.")
    ] = "",
    count: Annotated[int | None, typer.Option("--count", help="With --serial: how many sheets.")] = None,
    parts: Annotated[
        bool, typer.Option("--parts", help="Each in the copies that the form says it has, marked which and for whom.")
    ] = False,
    skip_unknown: Annotated[
        bool, typer.Option("--skip-unknown", help="With --from: leave out columns that the form has no field for.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="With --from, --serial, --parts: write over files that are there.")
    ] = False,
) -> None:
    """Write forms as DOCX or PDF: one, or all of a procedure, a role or a handbook.

    Example: `handbook form GT-BF-KF-001 --blank -o complaints.pdf`

    Two hundred numbered ones: `handbook form GT-R-KF-28 --blank --serial 2026-A-001 --count 200 -o survey.pdf`
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
    if not references:
        raise context.wrong_usage(context.say("要哪张表？写出编号。", "Which form? Name its code."))
    library = context.library().view(lang)
    forms = {form.address: form for reference in references for form in find_forms(library, reference)}
    chosen = tuple(forms.values())
    variant: Variant = "blank" if blank else "fill"
    if strict:
        refuse(library, chosen)
    if from_list or serial or count or parts:
        wish = Wish(from_list, serial, count, parts, skip_unknown)
        paths = _many(library, chosen, variant, output, wish, pdf=pdf, overwrite=overwrite)
    else:
        paths = _write(library, chosen, variant, output, pdf=pdf)
    for path in paths:
        context.out.print(str(path), markup=False)
    if not strict:
        tell(library, chosen)


def _many(
    library: Library,
    forms: tuple[Entry, ...],
    variant: Variant,
    output: Path,
    wish: Wish,
    *,
    pdf: bool,
    overwrite: bool,
) -> list[Path]:
    """Write the sheets of one form that *wish* asks for.

    Raises:
        HandbookError, typer.Exit: as `batch.sheets`, `batch.written` and `_ending`.
    """
    if len(forms) != 1:
        raise context.wrong_usage(
            context.say(
                "--from、--serial 和 --parts 一次只做一张表，这里有 {count} 张。",
                "--from, --serial and --parts take one form, and these are {count}.",
                count=len(forms),
            )
        )
    if count_without(wish):
        raise context.wrong_usage(
            context.say(
                "--count 要和 --serial 一起用，不和 --from 一起用：清单有几行就有几张。",
                "--count goes with --serial, and not with --from: a list has a sheet for each row.",
            )
        )
    check_count(wish.count)
    ending = _ending(output, 1, pdf=pdf)
    to_print = pdf or ending == ".pdf"
    files = sheets(library, forms[0], variant, wish, to_print=to_print)
    if ending == ".docx":
        _ending(output, len(files), pdf=pdf)
    files = as_pdfs(files) if to_print else files
    return written(together(files, ending), output, ending, overwrite=overwrite)


def _write(library: Library, forms: tuple[Entry, ...], variant: Variant, output: Path, *, pdf: bool) -> list[Path]:
    """Write *forms* to *output*, as its ending says.

    Raises:
        HandbookError: `cannot-write`; LibreOffice is missing or failed, when PDFs are wanted.
        typer.Exit: the ending does not fit.
    """
    ending = _ending(output, len(forms), pdf=pdf)
    names = file_names(forms, variant, library.lang)
    files = {name: build_form(library, form, variant=variant) for name, form in zip(names, forms, strict=True)}
    if pdf or ending == ".pdf":
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
