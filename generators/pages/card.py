"""The page of an emergency card: its first screen, then the rest; with the people and places of a handbook.

The page shows those of the default handbook where that uses the card, and a reader of another one switches to theirs:
each is in the page (`site/docs/assets/cards.js`). The printed book of a handbook has its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.pages.cards_used import given_to
from generators.pages.page import Link, Page
from generators.pages.practice import card_action, practised_with
from generators.pages.record import Action, Content, print_action
from generators.pages.sheet import sheet_href
from schemas.card import Card, CardCall, Report
from schemas.cards_used import books_of
from schemas.punctuation import Marks
from schemas.saying import say_within
from schemas.words import ByLanguage


@dataclass(frozen=True, slots=True)
class CallView:
    """A number to call: its key where it is a project's, what a phone dials, who answers and when.

    Attributes:
        is_filled: whether the handbook says who answers.
        optional: whether it is left out where a handbook has no such number.
    """

    key: str
    number: str
    who: str
    when: str
    is_filled: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """What a handbook gives to a card: who, where and which numbers, by the key that each has in the page."""

    id: str
    title: str
    fills: Mapping[str, str]
    then: Link | None

    @property
    def as_json(self) -> str:
        """The same for the script of the page."""
        return json.dumps(dict(self.fills), ensure_ascii=False)


def content(page: Page) -> Content:
    """What the page of a card says."""
    assert page.entry is not None
    card = page.entry.record
    assert isinstance(card, Card)
    variants = [_variant(page, card, handbook) for handbook in books_of(page.view, page.entry.address)]
    own = next((variant for variant in variants if variant.id == page.book), None)
    fills = own.fills if own else {}
    actions = (print_action(page), *_sheet_actions(page, variants), card_action(page))
    body = page.render(
        "card.html.j2",
        card=card,
        actions=actions,
        semicolon=Marks(page.lang).semicolon,
        variants=variants,
        own=own,
        calls=call_views(page, card, fills),
        actor=lambda actor: fills.get(f"actor-{actor}") or page.view.card_actor(actor),
        place=lambda place: fills.get(f"place-{place}", ""),
        title_of=lambda place: page.view.blank(place, ""),
        within=lambda report: within(page, report),
    )
    cries = ByLanguage(card.dangers.zh, card.dangers.en).of(page.lang)
    never = [page.plain(text) for text in card.never.values()]
    practice = practised_with(page, cries=list(map(str, cries)), never=never)
    return Content(body, actions=actions, practice=practice)


def _sheet_actions(page: Page, variants: Sequence[Variant]) -> Iterator[Action]:
    """The button for the sheet of the handbook that is shown: each says where its own is."""
    sheets = {variant.id: variant.fills["sheet"] for variant in variants}
    if any(sheets.values()):
        href = sheets.get(page.book, "")
        yield Action(page.t.sheet_pdf, "file", href, says=page.t.sheet_of_card, given="sheet")


def shown(page: Page) -> Mapping[str, str]:
    """Who, where and which numbers the handbook shown gives to the card, by key; none where no handbook uses it."""
    assert page.entry is not None
    return given_to(page.view, page.book, page.entry.address) if page.book else {}


def call_views(page: Page, card: Card, fills: Mapping[str, str]) -> list[CallView]:
    """The numbers to call, those of the project as *fills* has them."""
    return [_call(page, call, fills) for call in card.calls]


def _variant(page: Page, card: Card, handbook: str) -> Variant:
    assert page.entry is not None
    given = dict(given_to(page.view, handbook, page.entry.address))
    reference = given.pop("then")
    then = page.view.find(reference, handbook) if reference else None
    link = page.link(then, reference.partition("#")[2]) if then else None
    given["sheet"] = sheet_href(page, handbook)
    return Variant(handbook, page.view.names(handbook)[1], given, link)


def _call(page: Page, call: CardCall, fills: Mapping[str, str]) -> CallView:
    key, who = str(call.number.key), page.plain(call.answered_by(page.lang))
    if not key:
        return CallView("", str(call.number), who, page.plain(call.when))
    number = fills.get(f"call-{key}", "")
    answering = who or fills.get(f"who-{key}", "")
    return CallView(key, number, answering, page.plain(call.when), is_filled=not who, optional=call.optional)


def within(page: Page, report: Report) -> str:
    """Within what time it is reported, and from when that counts; empty where there is no limit."""
    if report.within is None:
        return ""
    time = say_within(report.within, page.lang)
    return page.t.counted_from.format(time=time, start=page.plain(report.from_)) if report.from_ else time
