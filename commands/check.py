"""`handbook check`: every finding of every file."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Annotated

import typer

from commands import context
from schemas.checks import check as check_library
from schemas.findings import Finding


def check(
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print findings as JSON.")] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day review dates are compared with.")
    ] = None,
) -> None:
    """Look at every file and print every finding, each with its place and how to put it right.

    Exit code 1 when there are errors (with `--strict`: or warnings).

    Example: `handbook check --strict`
    """
    findings = check_library(context.load(), today.date() if today else date.today())
    counts = Counter(finding.severity for finding in findings)
    if as_json:
        context.print_json([finding.as_json(context.lang()) for finding in findings])
    else:
        _print(findings, counts)
    if counts["error"] or (strict and counts["warning"]):
        raise typer.Exit(1)


def _print(findings: tuple[Finding, ...], counts: Counter[str]) -> None:
    for finding in findings:
        style = "red" if finding.severity == "error" else "yellow"
        first, _, hint = finding.say(context.lang()).partition("\n")
        context.out.print(first, style=style, markup=False)
        if hint:
            context.out.print(hint, markup=False)
    total = context.say(
        f"{counts['error']} 个错误，{counts['warning']} 个警告", f"{counts['error']} errors, {counts['warning']} warnings"
    )
    context.out.print(total, style="bold" if findings else "bold green")
