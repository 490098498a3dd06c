"""`handbook check`: every finding of every file."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Annotated, Final

import typer

from commands import context
from schemas.checked import checked
from schemas.findings import Worded
from schemas.messages import Sense, Severity

_TRANSLATIONS_SHOWN: Final = 3  # in a file; `--json` has them all


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
    findings = checked(context.root(), today.date() if today else date.today())
    counts = Counter(finding.severity for finding in findings)
    if as_json:
        context.print_json([finding.as_json(context.lang()) for finding in findings])
    else:
        _print(findings, counts)
    if counts["error"] or (strict and counts["warning"]):
        raise typer.Exit(1)


def _print(findings: tuple[Worded, ...], counts: Counter[Severity]) -> None:
    to_print, hidden = _shortened(findings)
    for finding in to_print:
        style = "red" if finding.severity == "error" else "yellow"
        first, _, hint = finding.say(context.lang()).partition("\n")
        context.out.print(first, style=style, markup=False)
        if hint:
            context.out.print(hint, markup=False)
    for path, number in hidden.items():
        more = context.say(
            "{path}: 还有 {number} 处缺少英文", "{path}: {number} more without English", path=path, number=number
        )
        context.out.print(more, style="yellow", markup=False)
    total = context.say(
        "{error} 个错误，{warning} 个警告",
        "{error} errors, {warning} warnings",
        error=counts["error"],
        warning=counts["warning"],
    )
    context.out.print(total, style="bold" if findings else "bold green")


def _shortened(findings: tuple[Worded, ...]) -> tuple[list[Worded], Counter[str]]:
    """The findings to print, and how many more texts of each file have no English: a new record has a hundred."""
    to_print: list[Worded] = []
    untranslated: Counter[str] = Counter()
    for finding in findings:
        untranslated[finding.path] += finding.rule == Sense.TRANSLATION_MISSING
        if finding.rule != Sense.TRANSLATION_MISSING or untranslated[finding.path] <= _TRANSLATIONS_SHOWN:
            to_print.append(finding)
    return to_print, Counter(
        {path: n - _TRANSLATIONS_SHOWN for path, n in untranslated.items() if n > _TRANSLATIONS_SHOWN}
    )
