"""Emergency cards: short enough to be read in a fright, and complete in every handbook that uses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas.card import Card, CardsUsed, Licensed
from schemas.cards_used import books_of, number_called
from schemas.document import Location
from schemas.entry import Entry, Handbook
from schemas.findings import Candidates, Finding
from schemas.hours import WHOLE_WEEK, minutes
from schemas.library import Library
from schemas.limits import LONGEST_LINE_OF_CARD, MOST_ACTS_OF_CARD, MOST_LINES_OF_CARD
from schemas.messages import Cards, Message
from schemas.presence import covered
from schemas.procedure import Procedure
from schemas.reads import derived
from schemas.role import Role


def check_card(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about a card itself."""
    if not isinstance(entry.record, Card):
        return
    yield from _first_screen(entry, entry.record)
    yield from _dangers(library, entry, entry.record)
    if library.is_whole and not books_of(library, entry.address):
        yield entry.document.finding((), Cards.CARD_UNUSED, id=entry.id)


def check_cards_used(library: Library, book: Handbook) -> Iterator[Finding]:
    """Findings about what a handbook gives to the cards that it uses, or that it has none where it needs some."""
    if (cards := book.file.cards) is not None:
        yield from _Given(library, book, cards).check()
    elif library.is_whole:
        yield from _plans(library, book)


def _first_screen(entry: Entry, card: Card) -> Iterator[Finding]:
    if not card.calls:
        yield entry.document.finding((), Cards.CARD_WITHOUT_NUMBER)
    if len(card.acts) > MOST_ACTS_OF_CARD:
        values = {"number": len(card.acts), "most": MOST_ACTS_OF_CARD}
        yield entry.document.finding(("acts", MOST_ACTS_OF_CARD), Cards.CARD_WITH_MANY_ACTS, **values)
    lines = bool(card.calls) + len(card.acts) + len(card.say) + bool(card.never)
    if lines > MOST_LINES_OF_CARD:
        yield entry.document.finding((), Cards.CARD_TOO_LONG, number=lines, most=MOST_LINES_OF_CARD)
    texts: list[tuple[Location, str]] = [(("acts", number, "do"), act.do) for number, act in enumerate(card.acts)]
    texts += [(("say", number, "say"), saying.say) for number, saying in enumerate(card.say)]
    for location, text in texts:
        if len(text) > LONGEST_LINE_OF_CARD:
            values = {"number": len(text), "most": LONGEST_LINE_OF_CARD}
            yield entry.document.finding(location, Cards.CARD_LINE_LONG, **values)


def _dangers(library: Library, entry: Entry, card: Card) -> Iterator[Finding]:
    """The words that stand on an earlier card too."""
    others = [other for other in library.of_kind("cards") if other.id < entry.id]
    earlier = {word: other.address for other in reversed(others) for word in words_of(library, other.address)}
    for lang, words in (("zh", card.dangers.zh), ("en", card.dangers.en)):
        for number, word in enumerate(words):
            if other_card := earlier.get(word.casefold()):
                location = ("dangers", lang, number)
                yield entry.document.finding(location, Cards.DANGER_TWICE, value=word, other=other_card)


@derived
def words_of(view: Library, card: str) -> tuple[str, ...]:
    """The words that mean the danger of a card, in small letters."""
    record = view.entries[card].record
    assert isinstance(record, Card)
    return tuple(word.casefold() for word in (*record.dangers.zh, *record.dangers.en))


def _plans(library: Library, book: Handbook) -> Iterator[Finding]:
    for entry in library.of_kind("procedures", book.id):
        if isinstance(entry.record, Procedure) and entry.record.plan is not None:
            value = entry.code or f"{entry.kind}/{entry.id}"
            yield book.document.finding((), Cards.EMERGENCY_WITHOUT_CARDS, value=value)
            return


class _Given:
    """What a handbook gives the cards that it uses."""

    def __init__(self, library: Library, book: Handbook, cards: CardsUsed) -> None:
        self.library = library
        self.book = book
        self.cards = cards
        self.actors = tuple(map(str, library.settings.actors))
        self.places = tuple(map(str, library.settings.places))

    def check(self) -> Iterator[Finding]:
        yield from self._names(("cards",), self.cards.actors, self.cards.places)
        for name, given in self.cards.use.items():
            here = ("cards", "use", str(name))
            yield from self._names(here, given.actors, given.places)
            entry = self.library.find(f"cards/{name}")
            if entry is not None and isinstance(entry.record, Card):
                yield from self._card(entry.id, entry.record)
            elif not self.library.is_broken(f"cards/{name}", self.book.id):
                cards = tuple(card.id for card in self.library.of_kind("cards"))
                yield self._at(here, Cards.UNKNOWN_CARD, value=name, guess=Candidates(name, cards))

    def _at(self, location: Location, rule: Message, **values: Any) -> Finding:
        place = self.book.document.place(location, key=True)
        return Finding(self.book.document.path, *place, rule, values)

    def _names(self, here: Location, actors: Any, places: Any) -> Iterator[Finding]:
        """Actors and places that no card can have."""
        for key, given, names, rule in (
            ("actors", actors, self.actors, Cards.UNKNOWN_CARD_ACTOR),
            ("places", places, self.places, Cards.UNKNOWN_CARD_PLACE),
        ):
            for name in given:
                if str(name) not in names:
                    yield self._at((*here, key, str(name)), rule, value=name, guess=Candidates(str(name), names))

    def _card(self, name: str, card: Card) -> Iterator[Finding]:
        here = ("cards", "use", name)
        for actor in dict.fromkeys(card.actors()):
            title, given = self.library.card_actor(actor), self.cards.actor(name, actor)
            if given is None and actor in self.actors:
                yield self._at(here, Cards.CARD_ACTOR_NOT_GIVEN, card=name, actor=title, id=actor)
            elif given is not None and not self._is_always_there(str(given)):
                role = self.library.actor_title(given, self.book.id)
                yield self._at(here, Cards.CARD_ACTOR_AWAY, card=name, actor=title, role=role)
        for place in card.places:
            if self.cards.place(name, place) is None and place in self.places:
                title = self.library.blank(place, "")
                yield self._at(here, Cards.CARD_PLACE_NOT_GIVEN, card=name, place=title, id=place)
        yield from self._numbers(name, card)
        yield from self._licences(name, card)

    def _numbers(self, name: str, card: Card) -> Iterator[Finding]:
        needed = [call for call in card.calls if call.number.key and not call.optional]
        for key, call in {call.number.key: call for call in needed}.items():
            if not number_called(self.library, call, self.book.id):
                values = {"card": name, "value": f"project.{key}", "key": key}
                yield self._at(("cards", "use", name), Cards.CARD_NUMBER_NOT_GIVEN, **values)

    def _licences(self, name: str, card: Card) -> Iterator[Finding]:
        roles = [entry.record for entry in self.library.of_kind("roles", self.book.id)]
        held = {str(licence.id) for role in roles if isinstance(role, Role) for licence in role.licences}
        for item in card.licensed:
            if self._is_outsider(name, item):
                continue
            if item.licence is not None and item.outside is None and item.licence not in held:
                values = {"card": name, "what": item.do, "licence": item.licence}
                yield self._at(("cards", "use", name), Cards.CARD_LICENCE_WITHOUT_HOLDER, **values)

    def _is_outsider(self, name: str, item: Licensed) -> bool:
        """Whether whoever does what takes a licence is one of the handbook's parties, who holds it."""
        actor = self.cards.actor(name, item.by) if item.by is not None else None
        return actor is not None and self.library.role(actor, self.book.id) is None

    def _is_always_there(self, actor: str) -> bool:
        """Whether somebody answers as *actor* whenever anybody is there; a party and one of whom nothing is said do.

        That is at any minute of the week, but where the desk has hours and nobody answers at other times.
        """
        entry = self.library.role(actor, self.book.id)
        if entry is None:
            return True
        hours = self.book.file.hours
        needed = minutes(hours.days, hours.open) if hours is not None and hours.after_hours is None else WHOLE_WEEK
        return needed & ~covered(self.library, entry.address) == 0
