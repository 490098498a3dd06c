"""Sectors: each trade stands in one of them, and is written as the handbooks write it."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.document import Document, Location
from schemas.findings import Candidates, Finding, closest
from schemas.library import Library
from schemas.messages import Glossary


def check_sectors(library: Library) -> Iterator[Finding]:
    """Findings about the sectors of library.yaml."""
    document, sectors = library.settings_document, library.settings.sectors
    trades = trades_of(library)
    first: dict[str, int] = {}
    for number, sector in enumerate(sectors):
        for at, trade in enumerate(sector.trades):
            where: Location = ("sectors", number, "trades", at)
            before = first.setdefault(trade, number)
            if before != number:
                line = document.place(("sectors", before))[0]
                values = {"value": trade, "other": sectors[before].title, "first": line}
                yield document.finding(where, Glossary.TRADE_TWICE, **values)
            else:
                yield from misspelt(document, where, trade, trades)


def trades_of(library: Library) -> frozenset[str]:
    """The trades of the handbooks."""
    return frozenset(library.trade(id_) for id_ in library.handbook_ids()) - {""}


def misspelt(document: Document, where: Location, trade: str, trades: frozenset[str]) -> Iterator[Finding]:
    """A finding where *trade* is none of *trades*, but nearly one of them."""
    if trade not in trades and closest(trade, trades):
        guess = Candidates(trade, tuple(sorted(trades)))
        yield document.finding(where, Glossary.TRADE_UNKNOWN, value=trade, guess=guess)
