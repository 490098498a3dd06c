"""Which handbooks use an emergency card, and what each gives to it: its people, places and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.card import Card
from schemas.cards_used import books_of, number_called
from schemas.library import Library
from schemas.reads import derived
from schemas.telephone import telephone


@derived
def book_shown(view: Library, card: str) -> str:
    """The handbook whose people and places the page of a card shows: the default one, else the first that uses it."""
    books = books_of(view, card)
    default = str(view.settings.default)
    return default if default in books else next(iter(books), "")


@derived
def given_to(view: Library, handbook: str, card: str) -> Mapping[str, str]:
    """What a handbook gives to a card: `actor-…` and `place-…` by id, and the step that follows as `then`.

    Of a number of its project's own `call-…` is the number itself, and `who-…` what else the value says.
    """
    cards, entry = view.handbooks[handbook].file.cards, view.entries[card]
    record = entry.record
    assert isinstance(record, Card)
    assert cards is not None
    actors = {id_: cards.actor(entry.id, id_) for id_ in record.actors()}
    places = {id_: cards.place(entry.id, id_) for id_ in record.all_places()}
    numbers = {call.number.key: number_called(view, call, handbook) for call in record.calls}
    return {
        **{f"actor-{id_}": view.actor_title(actor, handbook) for id_, actor in actors.items() if actor},
        **{f"place-{id_}": view.plain_in(place, handbook) for id_, place in places.items() if place},
        **{name: text for key, value in numbers.items() if key for name, text in _number(key, value)},
        "then": str(cards.after(entry.id) or ""),
    }


def _number(key: str, value: str) -> Iterator[tuple[str, str]]:
    number = telephone(value) or value
    yield f"call-{key}", number
    yield f"who-{key}", value.replace(number, "").strip()
