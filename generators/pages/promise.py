"""A promised time as the page of its policy prints it."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.page import Link, Page
from schemas.clock import after_hours, extension, in_full
from schemas.policy import Commitment


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promised time, within what time in full, how far it is extended, and who keeps it in and out of hours."""

    promise: Commitment
    within: str
    extend: str
    who: Link | None
    after_hours: str


def promise(page: Page, one: Commitment) -> PromiseView:
    """What is shown of *one*."""
    view, entry = page.view, page.entry
    assert entry is not None
    return PromiseView(
        one,
        in_full(view, entry, one) if one.from_ else one.time.say(view.lang),
        extension(view, entry, one),
        page.actor(one.by) if one.by else None,
        after_hours(view, entry, one),
    )
