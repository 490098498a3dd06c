"""A line of a price list as the page of its policy shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.pages.page import Page
from generators.pages.record import Fact
from generators.wording.tables import PRICINGS
from schemas.punctuation import Marks
from schemas.saying import say_within
from schemas.tariff import Band, Deposit, Tariff, Waiver


@dataclass(frozen=True, slots=True)
class TariffView:
    """A tariff, its prices with what each is for, who fixes them, and on what terms they are charged."""

    of: Tariff
    prices: tuple[Fact, ...]
    pricing: str
    facts: tuple[Fact, ...]


def tariff(page: Page, one: Tariff) -> TariffView:
    """What is shown of *one*."""
    pricing = PRICINGS[one.pricing].say(page.lang) if one.pricing else ""
    return TariffView(one, tuple(_prices(page, one)), pricing, tuple(_terms(page, one)))


def _prices(page: Page, one: Tariff) -> Iterator[Fact]:
    if one.price is not None:
        yield Fact("", one.price.say(page.lang))
    before = ""
    for band in one.bands:
        yield Fact(_band(page, band, before), band.price.say(page.lang))
        before = band.up_to.say(page.lang) if band.up_to else before


def _band(page: Page, band: Band, before: str) -> str:
    if band.up_to is not None:
        of = page.t.up_to.format(up_to=page.plain(band.up_to.say(page.lang)))
    else:
        of = page.t.any_more.format(up_to=page.plain(before)) if before else ""
    return Marks(page.lang).space.join(filter(None, (page.plain(band.title), of)))


def _terms(page: Page, one: Tariff) -> Iterator[Fact]:
    if one.minimum is not None:
        yield Fact(one.label_of("minimum").of(page.lang), one.minimum.say(page.lang))
    if one.deposit is not None:
        yield Fact(page.t.deposit, _deposit(page, one.deposit))
    if one.waive is not None:
        yield Fact(page.t.waive, _waiver(page, one.waive))
    if one.valid_from is not None:
        yield Fact(one.label_of("valid_from").of(page.lang), one.valid_from.isoformat())
    if one.ground is not None:
        yield Fact(one.label_of("ground").of(page.lang), one.ground)


def _deposit(page: Page, deposit: Deposit) -> str:
    within = page.t.refund_within.format(time=say_within(deposit.within, page.lang)) if deposit.within else ""
    pieces = (deposit.amount.say(page.lang), within, deposit.refund or "")
    return Marks(page.lang).semicolon.join(filter(None, pieces))


def _waiver(page: Page, waiver: Waiver) -> str:
    up_to = page.t.waive_up_to.format(sum=waiver.up_to.say(page.lang)) if waiver.up_to else ""
    return Marks(page.lang).comma.join(filter(None, (page.actor(waiver.by).title, up_to, waiver.when or "")))
