"""Numbers to call in a step, so that a phone can call them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generators.pages.page import Page
from schemas.calls import Call
from schemas.telephone import telephone


@dataclass(frozen=True, slots=True)
class CallView:
    """A number as a phone dials it, what is printed of it, who answers, and when it is the one to call."""

    dial: str
    number: str
    who: str
    when: str


def call_views(page: Page, calls: Iterable[Call]) -> tuple[CallView, ...]:
    """*calls* as the page of a record prints them; one of the project's own is looked up."""
    assert page.entry is not None
    views = []
    for call in calls:
        number = page.view.number_in(call.number, page.entry.handbook)
        who = page.plain(call.who) if call.who else call.answered_by(page.lang)
        dial = telephone(number).replace("-", "")
        views.append(CallView(dial, number, who, page.plain(call.when) if call.when else ""))
    return tuple(views)
