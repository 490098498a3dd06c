"""The page of a policy: its articles, and the tables of promises, objectives, prices and authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generators.pages.page import Link, Page
from generators.pages.record import Content, names, print_action
from generators.wording.tables import SHARES
from schemas.clock import after_hours, extension, in_full
from schemas.policy import Commitment, Decision, Policy, Share


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority matrix: its roles as columns, and for each decision what each of them does, as name and words."""

    roles: tuple[Link, ...]
    rows: tuple[tuple[Decision, tuple[tuple[str, str], ...]], ...]


def content(page: Page) -> Content:
    """What the page of a policy says."""
    assert page.entry is not None
    policy = page.entry.record
    assert isinstance(policy, Policy)
    body = page.render(
        "policy.html.j2",
        policy=policy,
        promises=[_promise(page, promise) for promise in policy.commitments],
        authority=_authority(page, policy.authority),
        bound=lambda article: names(page, article.by),
        built_on=tuple(map(page.refer, policy.cites)),
    )
    sections = tuple((f"section-{section.id}", page.plain(section.title)) for section in policy.sections)
    return Content(body, actions=(print_action(page),), sections=sections)


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promised time as the page prints it."""

    promise: Commitment
    within: str
    extend: str
    who: Link | None
    after_hours: str


def _promise(page: Page, promise: Commitment) -> PromiseView:
    view, entry = page.view, page.entry
    assert entry is not None
    return PromiseView(
        promise,
        in_full(view, entry, promise) if promise.from_ else promise.time.say(view.lang),
        extension(view, entry, promise),
        page.actor(promise.by) if promise.by else None,
        after_hours(view, entry, promise.after_hours),
    )


def _authority(page: Page, decisions: Sequence[Decision]) -> Authority | None:
    if not decisions:
        return None
    roles = tuple(dict.fromkeys(role for decision in decisions for role in decision.roles))
    rows = tuple((decision, tuple(_share(page, decision.roles.get(role)) for role in roles)) for decision in decisions)
    return Authority(names(page, roles), rows)


def _share(page: Page, share: Share | None) -> tuple[str, str]:
    return (share, SHARES[share].say(page.lang)) if share else ("", "")
