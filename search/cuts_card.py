"""Emergency cards: one passage each, which holds all that is done and said in the first minute."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.calls import Call
from schemas.card import Card, Saying
from schemas.words import ByLanguage
from search.cutting import Cut, Scissors


def cut_card(at: Scissors, record: Card) -> Iterator[Cut]:
    """The card as a whole: whoever asks in an emergency is not to choose among pieces of it."""
    dangers = ByLanguage(record.dangers.zh, record.dangers.en).of(at.lang)
    acts = (f"{at.library.card_actor(act.by)}{at.marks.colon}{at.plain(act.do)}" for act in record.acts)
    pieces = [at.marks.enumeration.join(_called(at, record.calls)), *acts, _never(at, record)]
    below = (
        *(at.plain(item.do, item.title, item.outside) for item in record.licensed),
        *(at.plain(report.to, report.how) for report in record.report),
        *(at.plain(drill.every, drill.do) for drill in record.drill),
        *(at.library.blank(place, "") for place in record.all_places()),
    )
    asks = (*at.asks(), *(str(ask) for asks in record.also_asked.values() for ask in asks))
    by = at.marks.enumeration.join(dict.fromkeys(at.library.card_actor(act.by) for act in record.acts))
    yield Cut(
        text=at.joined(*pieces), say=at.joined(*(_saying(at, saying) for saying in record.say)), by=by, asks=asks,
        hints=" ".join((*dangers, at.plain(record.summary), *below)),
    )  # fmt: skip


def _called(at: Scissors, calls: tuple[Call, ...]) -> Iterator[str]:
    """The numbers that everybody can call, and who else is called; the numbers of a project are in its handbook."""
    for call in calls:
        number = "" if call.number.key else str(call.number)
        if words := " ".join(filter(None, (number, at.plain(call.answered_by(at.lang))))):
            yield words


def _never(at: Scissors, record: Card) -> str:
    texts = at.listed(record.never.values())
    return f"{record.label_of('never').of(at.lang)}{at.marks.colon}{texts}" if texts else ""


def _saying(at: Scissors, saying: Saying) -> str:
    words = at.plain(saying.say)
    return f"{at.plain(saying.when)}{at.marks.colon}{words}" if saying.when else words
