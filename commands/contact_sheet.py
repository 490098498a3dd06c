"""`handbook form --contact-sheet`: every form as it prints, on one sheet that a person looks over in a minute."""

from __future__ import annotations

from pathlib import Path

from commands import context
from commands.finding_records import find_forms
from commands.progress import progress
from filled.samples import filled_sample
from generators.printing.build import contact_printer
from generators.printing.contact import ContactRow, rows
from generators.printing.sheet import sheet_pdf, sheet_png
from schemas.findings import HandbookError
from schemas.messages import Requests

_DRAWERS = {".pdf": sheet_pdf, ".png": sheet_png}


def write_contact_sheet(references: list[str], output: Path) -> None:
    """Write the sheet of the forms that *references* mean, those of the whole library when there are none.

    Raises:
        HandbookError: `no-forms`, `cannot-write`; LibreOffice is missing or failed; there is no Chinese font.
        typer.Exit: the ending does not fit.
    """
    drawer = _DRAWERS.get(output.suffix.lower())
    if drawer is None:
        message = context.say(
            "文件名要以 .pdf 或 .png 结尾：{path}", "The file name must end in .pdf or .png: {path}", path=output
        )
        raise context.wrong_usage(message)
    library = context.library()
    meant_forms = [form for reference in references for form in find_forms(library, reference)]
    forms = {form.address: form for form in (meant_forms if references else library.of_kind("forms"))}
    if not forms:
        raise HandbookError(Requests.NO_FORMS, value=str(library.settings.title))
    printer = contact_printer(library.root / "build")
    with progress() as report:
        contact_rows = rows(library, tuple(forms.values()), printer, filled_sample, report)
    if not references:
        printer.store.forget_unused()
    title = context.say("表单总览：{count} 张", "All forms at a glance: {count}", count=len(contact_rows))
    named = f"{library.view(context.lang()).settings.title} · {title}"
    context.write_output(output, drawer(contact_rows, context.lang(), named))
    _print(contact_rows, output)


def _print(contact_rows: tuple[ContactRow, ...], output: Path) -> None:
    """The marks as lines, and where the sheet is."""
    lang = context.lang()
    for row in contact_rows:
        for remark in row.remarks(lang):
            context.out.print(f"{row.code} {row.title.say(lang)} · {remark}", style="red", markup=False)
    if not any(any(row.remarks(lang)) for row in contact_rows):
        nothing = context.say("没有发现版面问题，请再看一眼。", "Nothing stands out; have a look all the same.")
        context.out.print(nothing, style="green")
    context.out.print(str(output), markup=False)
