"""What should be known before sheets are handed out: sample data on them, and drafts that do not say what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from commands import context
from generators.sample_data import sample_values
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.form import Form
from schemas.library import Library
from schemas.messages import Requests


def tell(library: Library, forms: Iterable[Entry]) -> bool:
    """Say it on the error stream, form by form; whether there was anything to say."""
    problems = [problem for form in forms for problem in _problems(library, form)]
    for problem in problems:
        context.warn(problem)
    return bool(problems)


def refuse(library: Library, forms: Iterable[Entry]) -> None:
    """Say it, and that nothing was written.

    Raises:
        typer.Exit: with code 1, when there was something to say.
    """
    if tell(library, forms):
        context.err.print(context.say("没有写出表格（--strict）。", "No form was written (--strict)."), markup=False)
        raise typer.Exit(1)


def _problems(library: Library, entry: Entry) -> Iterator[HandbookError]:
    values = sample_values(library, entry)
    name = entry.code or library.title(entry.address)
    if values:
        said = context.say("、", ", ").join([f"{value} (project.{key})" for key, value in values.items()])
        yield HandbookError(Requests.SAMPLE_DATA, form=name, values=said, handbook=entry.handbook)
    form = entry.record
    if isinstance(form, Form) and form.audience == "resident" and form.status.state == "draft":
        yield HandbookError(Requests.DRAFT_HANDED_OUT, form=name)
