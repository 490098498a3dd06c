"""The page of a policy: its articles, and the tables of promises, objectives, prices, authority and measures."""

from __future__ import annotations

from generators.pages.authority import matrix
from generators.pages.conduct import consequences
from generators.pages.objective import objective
from generators.pages.page import Page
from generators.pages.promise import promise
from generators.pages.record import Content, ask_dock, names, print_action
from generators.pages.tariff import tariff
from schemas.policy import Policy


def content(page: Page) -> Content:
    """What the page of a policy says."""
    assert page.entry is not None
    policy = page.entry.record
    assert isinstance(policy, Policy)
    body = page.render(
        "policy.html.j2",
        policy=policy,
        promises=[promise(page, one) for one in policy.commitments],
        objectives=tuple(objective(page, one) for one in policy.objectives),
        tariffs=tuple(tariff(page, one) for one in policy.tariffs),
        authority=matrix(page, policy.authority),
        rewards=consequences(page, policy.rewards),
        penalties=consequences(page, policy.penalties),
        bound=lambda article: names(page, article.by),
        built_on=tuple(map(page.refer, policy.cites)),
    )
    sections = tuple((f"section-{section.id}", page.plain(section.title)) for section in policy.sections)
    return Content(body, actions=(print_action(page),), dock=ask_dock(page), sections=sections)
