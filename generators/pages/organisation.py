"""The organisation of a handbook: who is above whom, each box with the page of its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.pages.page import Page
from schemas.entry import Entry
from schemas.handbook import Post
from schemas.library import Library


@dataclass(frozen=True, slots=True)
class PostBox:
    """A box of the organisation chart, with the boxes below it; `role` is the address of its role, if it has one."""

    title: str
    href: str
    role: str
    below: tuple[PostBox, ...] = ()


def boxes(page: Page, handbook: str) -> tuple[PostBox, ...]:
    """The organisation chart of a handbook: its uppermost boxes."""
    return _boxes(page, handbook, page.view.handbooks[handbook].file.organisation, None)


def posts(page: Page, handbook: str) -> tuple[PostBox, ...]:
    """The organisation chart, and after it the roles of the handbook that are not on it."""
    view = page.view
    roles = (_role(view, handbook, post) for post in view.handbooks[handbook].file.organisation)
    shown = {role.address for role in roles if role is not None}
    others = (role for role in view.of_kind("roles", handbook) if role.address not in shown)
    return (*boxes(page, handbook), *_alone(page, others))


def _alone(page: Page, roles: Iterable[Entry]) -> Iterator[PostBox]:
    for role in roles:
        yield PostBox(page.link(role).title, page.href(role), role.address)


def _boxes(page: Page, handbook: str, listed: Iterable[Post], under: str | None) -> tuple[PostBox, ...]:
    every = tuple(listed)
    return tuple(_box(page, handbook, post, every) for post in every if post.under == under)


def _box(page: Page, handbook: str, post: Post, every: tuple[Post, ...]) -> PostBox:
    role = _role(page.view, handbook, post)
    below = _boxes(page, handbook, every, post.id)
    return PostBox(str(post.title), page.href(role) if role else "", role.address if role else "", below)


def _role(view: Library, handbook: str, post: Post) -> Entry | None:
    return view.role(post.role, handbook) if post.role else None
