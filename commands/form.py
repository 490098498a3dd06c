"""`handbook form`: one form, or several, as files to print or to fill."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from commands import context
from commands.finding_records import find_record
from generators.form import build_form, form_file_name
from generators.office import to_pdf
from schemas.library import Entry, Library

Variant = Literal["fill", "blank"]


def form(
    references: Annotated[list[str], typer.Argument(metavar="REF…", help="Codes, addresses or ids of forms.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="A file, or a folder for several forms.")],
    fill: Annotated[bool, typer.Option("--fill", help="To fill on screen (default).")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="To print and fill by hand.")] = False,
    lang: Annotated[Literal["zh", "en"], typer.Option(help="Language of the form.")] = "zh",
    pdf: Annotated[bool, typer.Option("--pdf", help="As PDF, through LibreOffice.")] = False,
) -> None:
    """Write forms as DOCX or PDF.

    Example: `handbook form GT-R-KF-26 --blank --pdf -o complaint.pdf`
    """
    if fill and blank:
        raise context.wrong_usage(context.say("--fill 和 --blank 只能选一个。", "Choose either --fill or --blank."))
    library = context.library().view(lang)
    variant: Variant = "blank" if blank else "fill"
    entries = [find_record(library, reference, "forms") for reference in references]
    for path in write_forms(library, entries, variant, output, pdf=pdf):
        context.out.print(str(path), markup=False)


def write_forms(library: Library, entries: list[Entry], variant: Variant, output: Path, *, pdf: bool) -> list[Path]:
    """Write *entries* to *output*: the file itself for one form with a file name, otherwise a folder of them.

    Raises:
        HandbookError: LibreOffice is missing or failed, when *pdf*.
    """
    ending = ".pdf" if pdf else ".docx"
    single = len(entries) == 1 and output.suffix.lower() == ending and not output.is_dir()
    if len(entries) == 1 and not single and output.suffix.lower() in (".pdf", ".docx") and not output.is_dir():
        wanted = context.say(f"文件名要以 {ending} 结尾：{output}", f"The file name must end in {ending}: {output}")
        raise context.wrong_usage(wanted)
    folder = output.parent if single else output
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for entry in entries:
        path = output.with_suffix(".docx") if single else folder / form_file_name(entry, variant, library.lang)
        path.write_bytes(build_form(library, entry, variant=variant))
        written.append(path)
    return _as_pdf(written) if pdf else written


def _as_pdf(documents: list[Path]) -> list[Path]:
    pdfs = to_pdf(documents, documents[0].parent)
    for document in documents:
        document.unlink()
    return list(pdfs)
