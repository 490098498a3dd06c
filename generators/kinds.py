"""Every kind of record on the site: what its page says, and its flowchart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generators.flow.chart import Flowchart
from generators.flow.dialogues import script_chart, troubleshooting_chart
from generators.flow.procedures import procedure_chart
from generators.pages import (
    card,
    course,
    form,
    guide,
    policy,
    procedure,
    qualification,
    role,
    script,
    troubleshooting,
)  # fmt: skip
from generators.pages.page import Page
from generators.pages.record import Content, print_action
from schemas.entry import Entry
from schemas.kinds import ByKind
from schemas.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPage:
    """The page of a kind of record.

    Attributes:
        content: what the page of a record says, between the head and the foot that every record has.
        chart: the flowchart of a record; None for a kind in which nothing follows from anything.
    """

    content: Callable[[Page], Content]
    chart: Callable[[Library, Entry], Flowchart] | None


def from_template(page: Page) -> Content:
    """The page of a kind for which nothing has to be worked out: the template of its name says it all."""
    assert page.entry is not None
    body = page.render(f"{page.entry.of.name}.html.j2", record=page.entry.record)
    return Content(body, actions=(print_action(page),))


PAGES: Final = ByKind(
    roles=KindPage(content=role.content, chart=None),
    procedures=KindPage(content=procedure.content, chart=procedure_chart),
    policies=KindPage(content=policy.content, chart=None),
    guides=KindPage(content=guide.content, chart=None),
    scripts=KindPage(content=script.content, chart=script_chart),
    troubleshooting=KindPage(content=troubleshooting.content, chart=troubleshooting_chart),
    forms=KindPage(content=form.content, chart=None),
    qualifications=KindPage(content=qualification.content, chart=None),
    courses=KindPage(content=course.content, chart=None),
    cards=KindPage(content=card.content, chart=None),
)
