"""An objective as the page of its policy shows it: where a form works it out, the form's own formula."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.page import Link, Page
from schemas.measures import measure_at
from schemas.objective import Objective


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective, its formula in words, who works it out, and the forms that its data are from."""

    of: Objective
    formula: str
    by: str
    forms: tuple[Link, ...]


def objective(page: Page, one: Objective) -> ObjectiveView:
    """What is shown of *one*."""
    by = page.t.worked_out_by.format(who=page.actor(one.by).title) if one.by else ""
    if one.computed is None:
        return ObjectiveView(one, page.plain(one.formula), by, tuple(map(page.refer, one.sources)))
    measure = measure_at(page.view, one.computed, page.handbook)
    forms = (one.computed.target, *(measure.sources if measure else ()))
    return ObjectiveView(one, measure.formula if measure else "", by, tuple(map(page.refer, dict.fromkeys(forms))))
