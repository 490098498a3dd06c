"""The sheets of a form that have one fault each: its specimen, spoilt in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from schemas.blanks import blanks_of
from schemas.form import Form
from schemas.specimen import answers_of
from schemas.words import LANGUAGES, ByLanguage
from training.material import Subject
from training.sheets.breaking import broken, not_earlier, possible
from training.sheets.faults import Fault
from training.sheets.handed_in import HandedIn

MOST: Final = 2
"""So many sheets a form has at most: each of them is a picture in every language."""
_EASY: Final = ("missing", "phone")
"""What anybody sees: the only fault of a form, where nothing else can be wrong on it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A sheet with one fault.

    Attributes:
        fault: what is wrong on it.
        others: what is not, though it might be.
        sheets: the sheet in each language.
    """

    fault: Fault
    others: tuple[Fault, ...]
    sheets: ByLanguage[HandedIn]


def planted(subject: Subject[Form]) -> tuple[Planted, ...]:
    """The sheets of a form, each with a fault of another kind; none for a form that has no specimen."""
    right = specimen_in_both(subject)
    if not right.zh.answers or right.zh.faults() or right.en.faults():
        return ()
    faults = _told_apart(possible(right.zh))
    taken: list[Planted] = []
    for fault in _in_turn(subject.address, faults):
        if taken and (len(taken) == MOST or fault.rule in _EASY):
            break
        if fault.rule not in (one.fault.rule for one in taken):
            spoilt = ByLanguage(broken(right.zh, fault), broken(right.en, fault))
            if spoilt.zh is not None and spoilt.en is not None:
                offered = _told_apart((*faults, *not_earlier(spoilt.zh)))
                others = tuple(one for one in offered if one.key != fault.key)
                taken.append(Planted(fault, others, ByLanguage(spoilt.zh, spoilt.en)))
    return tuple(taken)


def specimen_in_both(subject: Subject[Form]) -> ByLanguage[HandedIn]:
    """The specimen of a form in each language, as it was written."""
    blanks = blanks_of(subject.material.library, subject.entry)

    def handed_in(lang: str) -> HandedIn:
        record: Any = subject.material.views.of(lang).entries[subject.address].record
        return HandedIn(blanks, answers_of(blanks, record.specimen))

    return ByLanguage(*(handed_in(lang) for lang in LANGUAGES))


def _told_apart(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Those whose words no other has, in either language."""
    zh, en = Counter(one.words.zh for one in faults), Counter(one.words.en for one in faults)
    return tuple(one for one in faults if zh[one.words.zh] == en[one.words.en] == 1)


def _in_turn(address: str, faults: Sequence[Fault]) -> Iterator[Fault]:
    """*faults*, a kind after the other, those that anybody sees last; the same order every time."""

    def rank(text: str) -> str:
        return sha256(f"{address}\0{text}".encode()).hexdigest()

    yield from sorted(faults, key=lambda one: (one.rule in _EASY, rank(one.rule), rank(one.key)))
