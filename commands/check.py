"""`handbook check`: every finding of every file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from commands import context
from commands.explaining import print_section
from commands.found import print_errors, print_found
from commands.scope import scope_of
from schemas.checked import Beside, checked

if TYPE_CHECKING:
    from schemas.entry import Entry
    from schemas.findings import Finding
    from schemas.library import Library


def _of_courses() -> Sequence[Callable[[Library, Entry], Iterator[Finding]]]:
    from training.checks import check_course  # what is kept needs no items

    return (check_course,)


COURSES: Final = Beside(("training", "filled", "generators"), _of_courses)
"""Items show forms, filled and drawn: so what makes those counts with what computes items."""


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help="Files or folders; everything when none is named.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too; notices never do.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Show errors only, and how many others there are.")] = False,
    notices: Annotated[bool, typer.Option("--notices", help="Tell every notice by itself.")] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Print below each warning and notice what accepts it, but for the reason.")
    ] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="RULE", help="Say what a rule is about, with an example, and check nothing.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print findings as JSON.")] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day review dates are compared with.")
    ] = None,
) -> None:
    """Look at every file and print every finding, each with its place and how to put it right.

    With PATH only what is found there is told; what it refers to is looked up in the whole library.

    Exit code 1 when there are errors (with `--strict`: or warnings).

    Example: `handbook check --errors handbook/greentown-after-sales`
    """
    if explain is not None:
        print_section(explain)
        return
    root = context.root()
    scope = scope_of(root, paths or ())
    answer = checked(root, today.date() if today else date.today(), scope if paths else None, COURSES)
    to_show = [finding for finding in answer.findings if finding.severity == "error" or not errors]
    if as_json:
        context.print_json([finding.as_json(context.lang()) for finding in to_show])
    else:
        print_found(answer, only_errors=errors, grouped=not (notices or accept or scope.is_files), accept=accept)
    failing = ("error", "warning") if strict else ("error",)
    if any(finding.severity in failing for finding in answer.findings):
        raise typer.Exit(1)


def tell_errors(root: Path) -> None:
    """Say which errors are in what was built: a library that can be read is built, whatever else is wrong in it."""
    print_errors(checked(root, date.today(), beside=COURSES))
