"""Rewards and penalties as the page of their policy shows them: a column for whatever any of them says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generators.pages.page import Page
from generators.wording.tables import GRADE_EFFECTS
from schemas.conduct import Appeal, Consequence


@dataclass(frozen=True, slots=True)
class ConsequencesView:
    """The heads of the further columns, and each consequence with what stands in them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Consequence, tuple[str, ...]], ...]


def consequences(page: Page, items: Sequence[Consequence]) -> ConsequencesView | None:
    """What is shown of *items*; None where there are none."""
    if not items:
        return None
    columns = [(name, say) for name, say in _columns(page) if any(map(say, items))]
    rows = tuple((item, tuple(say(item) for _, say in columns)) for item in items)
    return ConsequencesView(tuple(name for name, _ in columns), rows)


def _columns(page: Page) -> tuple[tuple[str, Callable[[Consequence], str]], ...]:
    points, counts = (Consequence.label_of(name).of(page.lang) for name in ("points", "counts"))
    return (
        (points, lambda item: f"{item.points.normalize():f}" if item.points is not None else ""),
        (page.t.grade_effect, lambda item: GRADE_EFFECTS[item.grade].say(page.lang) if item.grade else ""),
        (page.t.decided_by, lambda item: page.actor(item.by).title if item.by else ""),
        (page.t.appeal, lambda item: _appeal(page, item.appeal) if item.appeal else ""),
        (counts, lambda item: page.time(item.counts) if item.counts else ""),
    )


def _appeal(page: Page, appeal: Appeal) -> str:
    time = page.time(appeal.within)
    if appeal.to is None:
        return page.t.appeal_within.format(time=time)
    return page.t.appeal_to.format(time=time, who=page.actor(appeal.to).title)
