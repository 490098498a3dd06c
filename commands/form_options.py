"""What `handbook form` may be told: its arguments and options, with their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from schemas.words import Language

References = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="REF",
        help="Codes, titles, addresses or ids: of forms, procedures, roles; a handbook's id; or with a *.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="A .docx, a .pdf with all forms, a .zip, or a folder.")
]
Fill = Annotated[bool, typer.Option("--fill", help="To fill on screen (default).")]
Blank = Annotated[bool, typer.Option("--blank", help="To print and fill by hand.")]
Lang = Annotated[Language, typer.Option(help="Language of the form.")]
Pdf = Annotated[bool, typer.Option("--pdf", help="As PDF, through LibreOffice.")]
ContactSheet = Annotated[
    bool, typer.Option("--contact-sheet", help="All forms, or those named, blank and filled, on one .pdf or .png.")
]
Listed = Annotated[
    bool, typer.Option("--list", help="Only list codes, titles and addresses: of all forms, or of those named.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing that prints sample data or hands out a draft.")]
AsJson = Annotated[bool, typer.Option("--json", help="With --list: as one line of JSON.")]
FromList = Annotated[
    Path | None,
    typer.Option("--from", help="Fill one form for each row of a .xlsx or .csv: heads are field ids or labels."),
]
Serial = Annotated[
    str, typer.Option("--serial", help="Number the sheets from here on, in the field and the QR code: 2026-A-001.")
]
Count = Annotated[int | None, typer.Option("--count", help="With --serial: how many sheets.")]
Parts = Annotated[
    bool, typer.Option("--parts", help="Each in the copies that the form says it has, marked which and for whom.")
]
SkipUnknown = Annotated[
    bool, typer.Option("--skip-unknown", help="With --from: leave out columns that the form has no field for.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="With --from, --serial, --parts, --book: write over files that are there.")
]
Book = Annotated[
    bool, typer.Option("--book", help="A register as a book: cover, rules, numbered pages, index; to print and bind.")
]
Pages = Annotated[int | None, typer.Option("--pages", help="With --book: how many numbered pages (100).")]
