"""The columns of a form that a step fills in or reads, as its page names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generators.pages.page import Link, Page
from schemas.columns import column_title
from schemas.punctuation import joined
from schemas.references import FieldRef


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """A form, and the columns of it that are meant, in words; none where the whole form is."""

    form: Link
    columns: str


def column_views(page: Page, references: Iterable[FieldRef]) -> tuple[ColumnsView, ...]:
    """Each form of *references* with its columns."""
    assert page.entry is not None
    titles: dict[Link, list[str]] = {}
    for reference in references:
        of_form = titles.setdefault(page.refer(reference.target), [])
        if title := column_title(page.view, reference, page.entry.handbook):
            of_form.append(title)
    return tuple(ColumnsView(form, joined(of_form, page.lang)) for form, of_form in titles.items())
