"""The authority matrix as the page of its policy shows it: decisions and their levels by roles and parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generators.pages.page import Link, Page
from generators.wording.tables import SHARES
from schemas.authority import Decision, DecisionRow, Share
from schemas.saying import say_within


@dataclass(frozen=True, slots=True)
class RowView:
    """A decision, or a level of it; `cells` are what each role does in it, as name and words."""

    sums: str
    when: str
    within: str
    form: Link | None
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision with its levels, and who stands in for whom in words."""

    of: Decision
    rows: tuple[RowView, ...]
    deputies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole matrix: its roles and parties as columns, in the order they are first named."""

    roles: tuple[Link, ...]
    decisions: tuple[DecisionView, ...]


def matrix(page: Page, decisions: Sequence[Decision]) -> Matrix | None:
    """What is shown of *decisions*; None where there are none."""
    if not decisions:
        return None
    rows = (row for decision in decisions for row in decision.rows)
    roles = tuple(dict.fromkeys(role for row in rows for role in row.of.roles))
    views = tuple(_decision(page, decision, roles) for decision in decisions)
    return Matrix(tuple(map(page.actor, roles)), views)


def _decision(page: Page, decision: Decision, roles: Sequence[str]) -> DecisionView:
    rows = tuple(_row(page, decision, row, roles) for row in decision.rows)
    deputies = tuple(
        page.t.deputy.format(who=page.actor(who).title, deputy=page.actor(deputy).title)
        for who, deputy in decision.deputies.items()
    )
    return DecisionView(decision, rows, deputies)


def _row(page: Page, decision: Decision, row: DecisionRow, roles: Sequence[str]) -> RowView:
    within, form = row.of.within or decision.within, row.of.form or decision.form
    when = dict.fromkeys(filter(None, (decision.when, row.of.when)))
    return RowView(
        row.say_sums(page.lang),
        page.t.list_separator.join(when),
        say_within(within, page.lang) if within else "",
        page.refer(form) if form else None,
        tuple(_share(page, row.of.roles.get(role)) for role in roles),  # type: ignore[call-overload]
    )


def _share(page: Page, share: Share | None) -> tuple[str, str]:
    return (share, SHARES[share].say(page.lang)) if share else ("", "")
