"""The strip above every page for an emergency: whom every desk calls, the project's own number, the way to the cards.

All of it is as the cards and the handbooks give it: a library without cards has no strip.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

from jinja2 import Template

from generators.labels import Labels
from generators.pages.links import relative
from generators.pages.page import CARDS
from generators.pages.template import environment, finished
from schemas.calls import ANSWERED_BY
from schemas.card import Card, CardCall
from schemas.cards_used import cards_of, number_called
from schemas.library import Library
from schemas.telephone import telephone

_SHOWN: Final = 3
"""So many numbers that are the same in the whole country stand in it: those that most cards call."""


@dataclass(frozen=True, slots=True)
class StripNumber:
    """A number of the strip: what a phone dials, what is printed, who answers, and whether it is only a sample."""

    dial: str
    number: str
    who: str
    handbook: str = ""
    is_sample: bool = False


class Strips:
    """The strips of the pages of one language.

    Args:
        view: the library in that language.
    """

    def __init__(self, view: Library) -> None:
        self._t = Labels(view.lang)
        kept = json.loads(view.keeper.of("strip", view, lambda: _kept(view)))
        self._common = [StripNumber(**number) for number in kept["common"]]
        self._own = {number["handbook"]: StripNumber(**number) for number in kept["own"]}
        self._books = frozenset(view.handbooks)
        self._shared: dict[tuple[str, str], str] = {}

    def of(self, url: str) -> str:
        """The strip of a page as HTML: with its handbook's number, elsewhere with that of whichever one is chosen."""
        folder, mark, _ = url.partition("/")
        handbook = folder if mark and folder in self._books else ""
        key = (relative(url, CARDS), handbook)
        if key not in self._shared:
            self._shared[key] = self._render(*key)
        return self._shared[key]

    def _render(self, cards: str, handbook: str) -> str:
        if not self._common:
            return ""
        chosen = handbook or (next(iter(self._books)) if len(self._books) == 1 else "")
        own = [number for book, number in self._own.items() if chosen in ("", book)]
        return finished(_template().render(t=self._t, common=self._common, own=own, chosen=chosen, cards=cards))


@cache
def _template() -> Template:
    return environment().get_template("strip.html.j2")


def _kept(view: Library) -> bytes:
    books = list(view.handbook_ids()) if view.of_kind("cards") else []
    own = filter(None, (_own_number(view, handbook) for handbook in books))
    return json.dumps({"common": list(map(asdict, _common(view))), "own": list(map(asdict, own))}).encode()


def _common(view: Library) -> list[StripNumber]:
    """The numbers of the whole country that most cards of the library call, those called most first."""
    calls = (call for entry in view.of_kind("cards") for call in _calls(view, entry.address))
    most = Counter(str(call.number) for call in calls if str(call.number) in ANSWERED_BY).most_common(_SHOWN)
    return [StripNumber(number, number, ANSWERED_BY[number].say(view.lang)) for number, _ in most]


def _own_number(view: Library, handbook: str) -> StripNumber | None:
    """The number of the project's own that most of its cards call; None when they call none that it has."""
    calls = [call for card in cards_of(view, handbook) for call in _calls(view, card) if call.number.key]
    for key, _ in Counter(call.number.key for call in calls).most_common():
        call = next(call for call in calls if call.number.key == key)
        value = number_called(view, call, handbook)
        if number := telephone(value):
            who = value.replace(number, "").strip() or call.answered_by(view.lang)
            sample = view.handbooks[handbook].file.sample
            return StripNumber(number.replace("-", ""), number, who, handbook, is_sample=sample)
    return None


def _calls(view: Library, card: str) -> Iterable[CardCall]:
    record = view.entries[card].record
    assert isinstance(record, Card)
    return record.calls
