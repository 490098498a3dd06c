"""The sheet of a card: whom to call, the first acts, what to say, never; then the rest of its page but the drills."""

from __future__ import annotations

from collections.abc import Iterator

from generators.onepage.blocks import Block, Lines, Numbers, Row, Table, filled
from generators.pages.card import CallView, call_views, shown, within
from generators.pages.page import Page
from schemas.card import Card, Report


def blocks(page: Page, *, whole: bool) -> Iterator[Block]:
    """What stands on it: all of it, for nothing of a card may be missed."""
    del whole
    assert page.entry is not None
    card = page.entry.record
    assert isinstance(card, Card)
    fills = shown(page)

    def actor(id_: str | None) -> str:
        return (fills.get(f"actor-{id_}") or page.view.card_actor(id_)) if id_ else ""

    calls = [_call(call) for call in call_views(page, card, fills) if call.number or not call.optional]
    yield Numbers(tuple(calls))
    acts = (Row((str(no), filled(page, act.do), actor(act.by))) for no, act in enumerate(card.acts, 1))
    yield Table((page.t.number_short, page.t.do_word, page.t.who_does), tuple(acts))
    sayings = ((filled(page, saying.when), filled(page, saying.say)) for saying in card.say)
    yield Lines(page.t.say_word, tuple(sayings), "say")
    never = tuple(("", filled(page, text)) for text in card.never.values())
    yield Lines(card.label_of("never").of(page.lang), never, "never")
    licensed = (
        (filled(page, item.outside or item.title) or actor(item.by), filled(page, item.do)) for item in card.licensed
    )
    yield Lines(page.t.only_licensed, tuple(licensed))
    places = ((page.view.blank(id_, ""), fills.get(f"place-{id_}", "")) for id_ in card.all_places())
    optional = {page.view.blank(id_, "") for id_ in card.places_if_any}
    yield Lines(page.t.places_and_keys, tuple(place for place in places if place[1] or place[0] not in optional))
    reports = (_report(page, report, actor(report.by)) for report in card.report)
    yield Lines(page.t.report_to, tuple(reports))


def _call(call: CallView) -> tuple[str, str]:
    return call.number or "—", " · ".join(filter(None, (call.who, call.when)))


def _report(page: Page, report: Report, who: str) -> tuple[str, str]:
    return filled(page, report.to), " · ".join(filter(None, (within(page, report), who, filled(page, report.how))))
