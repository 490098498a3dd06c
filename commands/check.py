"""`handbook check`: every finding of every file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from commands import context
from commands.explaining import print_section
from commands.found import print_found
from schemas.checked import checked


def check(
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too; notices never do.")] = False,
    notices: Annotated[bool, typer.Option("--notices", help="Tell every notice by itself.")] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="RULE", help="Say what a rule is about, with an example, and check nothing.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print findings as JSON.")] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day review dates are compared with.")
    ] = None,
) -> None:
    """Look at every file and print every finding, each with its place and how to put it right.

    Exit code 1 when there are errors (with `--strict`: or warnings).

    Example: `handbook check --strict`
    """
    if explain is not None:
        print_section(explain)
        return
    answer = checked(context.root(), today.date() if today else date.today())
    if as_json:
        context.print_json([finding.as_json(context.lang()) for finding in answer.findings])
    else:
        print_found(answer.findings, sum(answer.texts.values()), grouped=not notices)
    failing = ("error", "warning") if strict else ("error",)
    if any(finding.severity in failing for finding in answer.findings):
        raise typer.Exit(1)
