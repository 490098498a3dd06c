"""What a learner has done, as a file that the browser and the terminal share; it is no certificate.

The browser exports and imports it (`site/docs/assets/learning-file.js`), `handbook study` keeps one for each nickname.
It is JSON, UTF-8:

    what      "shouce learning progress"
    format    1
    note      that this is no record of training and no certificate
    nickname  of the learner
    date      when it was written
    progress  done   {"<act> <address>": {at, is (1, or 0 where it was taken back), score, of}}, where the act is
                     `read`, `practise`, `card`, `fill` or `test` (`<course>#<module>`); of what is practised with
                     customers also `ways`, the keys of those practised so far
              items  {item's id: {at, ok (whether it was right last time), right, wrong (how often)}}
              cards  {item's id: {s, d, last, due, at, course}}: what comes back (`training.repetition`): its stability
                     in days, its difficulty, the days on which it was answered and is due, the course it belongs to

Every entry has its moment `at`, in milliseconds since 1970 (UTC). Two files of one learner are joined entry by entry:
of two the newer one is right. Nobody proves who he is, so that none of it proves anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, Literal, NamedTuple, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError

from generators.wording.learning import LearningWords
from schemas.findings import HandbookError
from schemas.limits import MOST_BYTES_OF_PROGRESS
from schemas.words import Bilingual

WHAT: Final = "shouce learning progress"
FORMAT: Final = 1
NOTE: Final = LearningWords.file_note
"""What every file says of itself."""
MOST_OF_NAME: Final = 20
"""Characters of a nickname, as in the browser."""
_UNFIT: Final = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]|^[.\s]|[.\s]$')
"""What no system takes in the name of a file, or nobody would see there."""

Act = Literal["read", "practise", "card", "fill", "test"]
MOST_DAYS: Final = 36500
"""The longest interval after which an item comes back."""
_Count = Annotated[int, Field(ge=0)]
_Day = Annotated[date, Strict(False), Field(ge=date(1970, 1, 1), lt=date(2200, 1, 1))]
_DueDay = Annotated[date, Strict(False), Field(ge=date(1970, 1, 1), lt=date(2400, 1, 1))]


class _Entry(BaseModel):
    """An entry, with the moment at which it was written; what else another program writes is kept."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow", allow_inf_nan=False)

    at: Annotated[float, Strict(False), Field(ge=0)]


class Done(_Entry):
    """Something that was done.

    Attributes:
        is_done: 0 where it was taken back.
        score: how well, where that can be said.
        of: the best possible.
    """

    is_done: Literal[0, 1] = Field(1, alias="is")
    score: float | None = None
    of: float | None = None


class Known(_Entry):
    """How an item was answered.

    Attributes:
        ok: whether it was right last time.
        right: how often it was right.
        wrong: how often it was not.
    """

    ok: Literal[0, 1]
    right: _Count
    wrong: _Count


class Card(_Entry):
    """An item that comes back.

    Attributes:
        s: its stability: after so many days nine of ten still know it.
        d: its difficulty, from 1 to 10.
        last: the day on which it was answered last.
        due: the day on which it comes back.
        course: the address of the course it belongs to.
    """

    s: Annotated[float, Field(gt=0, le=MOST_DAYS)]
    d: Annotated[float, Field(ge=1, le=10)]
    last: _Day
    due: _DueDay
    course: str = ""


_E = TypeVar("_E", bound=_Entry)


class Compared(NamedTuple):
    """How many entries of another file are new here, how many are newer than here, and how many stay as they are."""

    fresh: int
    newer: int
    kept: int


class ProgressUnreadableError(HandbookError):
    """A file that is no progress, or a broken one."""

    def __init__(self, place: object, reason: Bilingual) -> None:
        line = Bilingual(
            "{place} 不是能用的学习进度：{reason}。", "{place} holds no progress that can be used: {reason}."
        )
        super().__init__("progress-unreadable", line, place=place, reason=reason)


@dataclass(frozen=True)
class Progress:
    """What one learner has done.

    Attributes:
        name: the nickname.
        done: what was done, by act and address.
        items: how each item was answered, by its id.
        cards: what comes back, by the item's id.
        lost: how many entries of the file made no sense and were left out.
    """

    name: str
    done: Mapping[str, Done] = field(default_factory=dict)
    items: Mapping[str, Known] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    lost: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done."""
        return not (self.done or self.items or self.cards)

    def has_done(self, act: Act, address: str) -> Done | None:
        """How something was done; None where it was not."""
        entry = self.done.get(f"{act} {address}")
        return entry if entry is not None and entry.is_done else None

    def customers(self, address: str) -> tuple[str, ...]:
        """The keys of the customers with whom a script or a fault tree was practised."""
        entry = self.has_done("practise", address)
        ways = (entry.model_extra or {}).get("ways") if entry else None
        return tuple(way for way in ways if isinstance(way, str)) if isinstance(ways, list) else ()

    def with_talk(self, address: str, customer: str, at: int, score: int, of: int) -> Self:
        """The same with a talk more; *customer* is the key of whom it was with."""
        ways = list(dict.fromkeys((*self.customers(address), customer)))
        return self.with_done("practise", address, at, score, of, ways=ways)

    def with_done(
        self, act: Act, address: str, at: int, score: int | None = None, of: int | None = None, **more: object
    ) -> Self:
        """The same with something more that was done; what only the browser knows of it stays."""
        key = f"{act} {address}"
        values = {"at": at, "is": 1, "score": score, "of": of, **more}
        known = (self.done[key].model_extra or {}) if key in self.done else {}
        entry = Done.model_validate(known | {name: value for name, value in values.items() if value is not None})
        return replace(self, done={**self.done, key: entry})

    def without(self, ids: Collection[str]) -> Self:
        """The same less what is known of these items."""
        items = {id_: known for id_, known in self.items.items() if id_ not in ids}
        return replace(self, items=items, cards={id_: card for id_, card in self.cards.items() if id_ not in ids})

    def compared(self, other: Progress) -> Compared:
        """What joining would do."""
        parts = ((self.done, other.done), (self.items, other.items), (self.cards, other.cards))
        here = [mine[key].at if key in mine else None for mine, its in parts for key in its]
        there = [entry.at for _, its in parts for entry in its.values()]
        fresh = here.count(None)
        newer = sum(mine is not None and mine < its for mine, its in zip(here, there, strict=True))
        return Compared(fresh, newer, len(here) - fresh - newer)

    def joined(self, other: Progress) -> Self:
        """Both as one: of two entries the newer; the name stays."""
        return replace(
            self,
            done=_newer(self.done, other.done),
            items=_newer(self.items, other.items),
            cards=_newer(self.cards, other.cards),
        )

    def written(self, now: datetime, lang: str) -> bytes:
        """As it is kept and exported."""
        parts = {"done": self.done, "items": self.items, "cards": self.cards}
        content = {
            "what": WHAT,
            "format": FORMAT,
            "note": NOTE.of(lang),
            "nickname": self.name,
            "date": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "progress": {name: {key: _dumped(entry) for key, entry in part.items()} for name, part in parts.items()},
        }
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")

    @classmethod
    def read(cls, content: bytes, place: object) -> Self:
        """What was written here or in the browser.

        Args:
            content: the bytes of the file.
            place: where it was, for what is said when it cannot be used.

        Raises:
            ProgressUnreadableError: it is none.
        """
        if len(content) > MOST_BYTES_OF_PROGRESS:
            most = f"{MOST_BYTES_OF_PROGRESS // 2**20} MB"
            raise ProgressUnreadableError(place, Bilingual(f"超过 {most}", f"it is larger than {most}"))
        try:
            value = json.loads(content.removeprefix(b"\xef\xbb\xbf").decode())
        except (ValueError, RecursionError):
            raise ProgressUnreadableError(place, Bilingual("断了，或者不是 JSON", "it is torn, or no JSON")) from None
        if not isinstance(value, dict) or value.get("what") != WHAT:
            raise ProgressUnreadableError(place, Bilingual("是别的东西", "it is something else"))
        if value.get("format") != FORMAT:
            newer = Bilingual("是另一版程序写的", "another version of the program wrote it")
            raise ProgressUnreadableError(place, newer)
        return cls._tidied(str(value.get("nickname") or "")[:MOST_OF_NAME], value.get("progress"))

    @classmethod
    def _tidied(cls, name: str, parts: Any) -> Self:
        done, lost_done = _entries(parts, "done", Done)
        items, lost_items = _entries(parts, "items", Known)
        cards, lost_cards = _entries(parts, "cards", Card)
        return cls(name, done, items, cards, lost_done + lost_items + lost_cards)


def is_name(name: str) -> bool:
    """Whether somebody can be called so: a file can have that name on any computer."""
    return 0 < len(name) <= MOST_OF_NAME and not _UNFIT.search(name)


def _entries(parts: Any, name: str, kind: type[_E]) -> tuple[dict[str, _E], int]:
    """The entries of one part that make sense, and how many do not."""
    part = parts.get(name) if isinstance(parts, dict) else None
    found: dict[str, _E] = {}
    if not isinstance(part, dict):
        return found, 0 if part is None else 1
    for key, entry in part.items():
        try:
            found[key] = kind.model_validate(entry)
        except (ValidationError, RecursionError):
            continue
    return found, len(part) - len(found)


def _dumped(entry: _Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _newer(one: Mapping[str, _E], other: Mapping[str, _E]) -> dict[str, _E]:
    newer = {key: entry for key, entry in other.items() if key not in one or one[key].at < entry.at}
    return {**one, **newer}
