"""Who is masked in what `read` and `report` show, besides those whom the copies name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands import context
from schemas.findings import on_one_line
from schemas.masking import NOBODY, Known

Names = Annotated[
    Path | None,
    typer.Option(
        "--names",
        metavar="FILE",
        help="Names to mask in free text too, alone or with a title: one a row, as .txt, .csv or .xlsx.",
    ),
]


def known_by_house(names: Path | None) -> Known:
    """Whom the list of the house finds, which is read and kept nowhere; what is to be known about it is said.

    Raises:
        HandbookError: it cannot be read, or something in it is no name.
    """
    if names is None:
        return NOBODY
    from filled.lists.names import names_of_house  # lists, for those who have one

    known, remarks = names_of_house(names)
    for remark in remarks:
        context.err.print(on_one_line(f"{names.name}: {remark.say(context.lang())}"), style="yellow", markup=False)
    return known
