"""What an owner has accepted: a finding at a place, for as long as what stands there is what was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Candidates, Finding
from schemas.library import Library
from schemas.messages import MESSAGES, Control, Lengths, Sense
from schemas.reads import digest_of_text
from schemas.record import Acceptance
from schemas.words import Bilingual

_LONGEST: Final = 40
_BEGINNING: Final = 12
_CHECK: Final = 6
_COUNTED: Final = frozenset({Lengths.MANY_PARTS, Lengths.FEW_PARTS})
"""What is accepted of these is a number: `value: 36`."""
_WORDS: Final = re.compile(r"[^\W_]{2}")
_DELETE: Final = Bilingual("删掉这一项。", "Delete it.")
_EMPTY_WORDS: Final = re.compile(
    r"\W*(?:已?同意|可以|没问题|好的?|知道了|已阅|已看|没有|暂无|同上|见上|没事"
    r"|ok|okay|yes|fine|agreed|n/?a|none|nothing|todo)\W*",
    re.IGNORECASE,
)
"""What is said where nothing is."""


class Place(NamedTuple):
    """Where in a record something was found, and what stands there: both empty for the record as a whole.

    Attributes:
        at: the way there by ids, as translations have it: `steps.answer.within`.
        value: the text; of a list of parts how many there are; of anything else the texts in it.
    """

    at: str = ""
    value: str = ""

    @property
    def quoted(self) -> str:
        """The value as it is quoted: a long one by its beginning and a check of all of it."""
        if len(self.value) <= _LONGEST:
            return self.value
        return f"{self.value[:_BEGINNING]}…{digest_of_text(self.value)[:_CHECK]}"

    def is_quoted_by(self, words: str) -> bool:
        """Whether *words* are what stands here, in full or as `quoted`."""
        return " ".join(words.split()) in (self.value, self.quoted)


def place_of(entry: Entry, finding: Finding) -> Place:
    """Where in the record, or in its English, *finding* is."""
    if finding.path == entry.catalogue.path:
        address = entry.catalogue.address_at(finding.line)
        if address is None:
            return Place()
        return Place(address.partition("#")[2], _joined(entry.catalogue.messages[address].translation))
    if finding.path != entry.document.path:
        return Place()
    location = entry.document.location_at((finding.line, finding.col))
    value: Any = entry.document.read
    path: list[str] = []
    is_block = False
    for key in location:
        if isinstance(value, list):
            value = value[int(key)]
            is_block, name = _named(value)
            path.append(name or str(key))
        else:
            value = value[key]
            path += () if is_block else (str(key),)
            is_block = False
    if path and finding.rule in _COUNTED:
        return Place(".".join(path), str(finding.values["number"]))
    return Place(".".join(path), _value(value)) if path else Place()


def _named(item: Any) -> tuple[bool, str]:
    """Whether an item of a list is a block of a form, which its own key names, and its id."""
    if not isinstance(item, dict):
        return False, ""
    if "id" in item or "no" in item:
        return False, str(item.get("id") or item["no"])
    (body, *others) = [*item.values()] or [None]
    is_block = not others and isinstance(body, dict)
    return is_block, str(body.get("id") or "") if is_block and body is not None else ""


def _value(value: Any) -> str:
    is_list_of_parts = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    return str(len(value)) if is_list_of_parts else _joined(" ".join(_scalars(value)))


def _joined(text: str) -> str:
    return " ".join(text.split())


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _scalars(inner)
    elif value is not None:
        yield str(value)


def without_accepted(library: Library, entry: Entry, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those of *findings* that nobody accepted, and what is wrong with what was accepted."""
    accepted = entry.record.accept
    raised = list(findings)
    by_number: dict[int, list[tuple[Finding, Place]]] = {number: [] for number in range(len(accepted))}
    for finding in raised:
        numbers = [number for number, each in enumerate(accepted) if str(each.rule) == finding.rule]
        place = place_of(entry, finding) if numbers and finding.severity != "error" else None
        for number in numbers if place is not None else ():
            by_number[number].append((finding, place or Place()))
        if place is None or not any(_accepts(accepted[number], place) for number in numbers):
            yield finding
    for number, each in enumerate(accepted):
        yield from _mistakes(library, entry, ("accept", number), each, [place for _, place in by_number[number]])


def _accepts(acceptance: Acceptance, place: Place) -> bool:
    return (acceptance.at or "") == place.at and (not place.at or place.is_quoted_by(acceptance.value or ""))


def _mistakes(
    library: Library, entry: Entry, here: Location, acceptance: Acceptance, places: list[Place]
) -> Iterator[Finding]:
    if not _WORDS.search(acceptance.reason) or _EMPTY_WORDS.fullmatch(acceptance.reason):
        yield entry.document.finding((*here, "reason"), Control.ACCEPT_WITHOUT_REASON, value=acceptance.reason)
    if any(_accepts(acceptance, place) for place in places):
        return
    nearest = next((place for place in places if place.at == (acceptance.at or place.at)), None)
    if nearest is not None and nearest.at and (acceptance.at is None or acceptance.value is None):
        values = {"accepted": acceptance.rule, "at": nearest.at, "value": nearest.quoted}
        yield entry.document.finding(here, Control.ACCEPT_INCOMPLETE, **values)
    elif nearest is not None and nearest.at:
        values = {"before": str(acceptance.value), "value": nearest.quoted}
        yield entry.document.finding((*here, "value"), Control.ACCEPT_OUTDATED, **values)
    elif library.is_whole:  # what a broken record would have led to is not known
        rule = str(acceptance.rule)
        guess = Candidates(rule, () if rule in MESSAGES else tuple(MESSAGES), _DELETE)
        yield entry.document.finding(here, Sense.ACCEPTS_NOTHING, value=rule, guess=guess)
