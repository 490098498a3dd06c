"""The organisation of a handbook: who is above whom, each box with the page of its role."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.page import Page
from schemas.entry import Entry
from schemas.handbook import Post
from schemas.library import Library
from schemas.reads import derived


@dataclass(frozen=True, slots=True)
class PostBox:
    """A box of the organisation chart, with the boxes below it; `role` is the address of its role, if it has one."""

    title: str
    href: str
    role: str
    below: tuple[PostBox, ...] = ()


@derived
def organisation_of(view: Library, handbook: str) -> tuple[tuple[str, str, str, str], ...]:
    """The posts of a handbook: the id of each, its title, the id of the one above it, the address of its role."""
    listed = ((post, _role(view, handbook, post)) for post in view.handbooks[handbook].file.organisation)
    return tuple(
        (str(post.id), str(post.title), str(post.under or ""), role.address if role else "") for post, role in listed
    )


def boxes(page: Page, handbook: str) -> tuple[PostBox, ...]:
    """The organisation chart of a handbook: its uppermost boxes."""
    return _under(page, organisation_of(page.view, handbook), "")


def posts(page: Page, handbook: str) -> tuple[PostBox, ...]:
    """The organisation chart, and after it the roles of the handbook that are not on it."""
    shown = {role for *_, role in organisation_of(page.view, handbook)}
    others = (role for role in page.view.of_kind("roles", handbook) if role.address not in shown)
    return (*boxes(page, handbook), *(_alone(page, role) for role in others))


def _alone(page: Page, role: Entry) -> PostBox:
    return PostBox(page.link(role).title, page.href(role), role.address)


def _under(page: Page, listed: tuple[tuple[str, str, str, str], ...], above: str) -> tuple[PostBox, ...]:
    """The boxes below the one of the id *above*; those below none where it is empty."""
    return tuple(
        PostBox(title, page.href(page.view.entries[role]) if role else "", role, _under(page, listed, id_))
        for id_, title, under, role in listed
        if under == above
    )


def _role(view: Library, handbook: str, post: Post) -> Entry | None:
    return view.role(post.role, handbook) if post.role else None
