"""«What is wrong in this form?»: a sheet with one fault, among statements that are not true of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final
from weakref import WeakKeyDictionary

from schemas.blanks import Blank
from schemas.form import Form
from schemas.specimen import shown
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import with_wrong
from training.item import Item, Option, fields_of
from training.material import Subject
from training.sheets.explained import explained
from training.sheets.faults import Fault
from training.sheets.planted import Planted, planted


class _Stem(Words):
    part = Word(
        "这是填好的《{title}》的一部分。照这张表自己的规定，哪里填错了？",
        "This is part of the form “{title}”, filled in by somebody. By the form’s own rules, what is wrong with it?",
    )


def items_mistake(subject: Subject[Form]) -> Iterator[Item]:
    """An item for each sheet of a form that has a specimen."""
    yield from (item for item, _ in items_with_sheets(subject))


_WITH_SHEETS: Final[WeakKeyDictionary[Subject[Any], tuple[tuple[Item, Planted], ...]]] = WeakKeyDictionary()


def items_with_sheets(subject: Subject[Form]) -> tuple[tuple[Item, Planted], ...]:
    """The items of a form, each with the sheet that it shows; computed once for all who ask."""
    if subject not in _WITH_SHEETS:
        _WITH_SHEETS[subject] = tuple(_computed(subject))
    return _WITH_SHEETS[subject]


def _computed(subject: Subject[Form]) -> Iterator[tuple[Item, Planted]]:
    for sheet in planted(subject):
        item = _item(subject, sheet)
        if item is not None:
            yield item, sheet


def _fields(subject: Subject[Form], sheet: Planted) -> str:
    """The fingerprint of what a sheet shows: its fault, its fields with their rules, and what is entered in them."""
    blocks = shown(sheet.sheets.zh.blanks, sheet.sheets.zh.answers)
    blanks = [blank for blank in sheet.sheets.zh.blanks.all if blank.block in blocks]
    entered = [f"{path} {text}" for path, text in subject.record.specimen.items()]
    return fields_of((sheet.fault.key, *map(_definition, blanks), *entered))


def _definition(blank: Blank) -> str:
    choices = " ".join(f"{id_}={text.zh}" for id_, text in blank.choices.items())
    return f"{'.'.join(blank.place)} {blank.label.zh} {choices} {blank.field!r}"


def _item(subject: Subject[Form], sheet: Planted) -> Item | None:
    fault, fields = sheet.fault, _fields(subject, sheet)
    right = Option(fault.key, fault.words)
    options = with_wrong(f"{subject.address}#{fault.place}/mistake/{fault.rule}", [right], _others(subject, sheet))
    if options is None:
        return None
    return Item(
        kind="mistake",
        record=subject.address,
        place=fault.place,
        anchor=subject.anchor(fault.blank.block),
        fields=fields,
        stem=in_both(lambda lang: _Stem(lang).part.format(title=subject.title.of(lang))),
        options=options,
        right=(right.key,),
        why=explained(sheet),
        is_draft=subject.is_draft,
        picture=f"{subject.handbook}.{subject.entry.id}.{fields}",
    )


def _others(subject: Subject[Form], sheet: Planted) -> Iterator[list[Option]]:
    """Statements about other fields, a kind after the other, that one is blank last; no field twice."""
    taken = {sheet.fault.place}
    waiting = sorted(sheet.others, key=lambda one: _rank(subject, one))
    kinds: Counter[str] = Counter((sheet.fault.rule,))
    while waiting:
        fault = min(waiting, key=lambda one: (one.rule == "missing", kinds[one.rule]))
        waiting.remove(fault)
        if fault.place not in taken:
            taken.add(fault.place)
            kinds[fault.rule] += 1
            yield [_option(fault)]


def _rank(subject: Subject[Form], fault: Fault) -> str:
    return sha256(f"{subject.address}\0{fault.key}".encode()).hexdigest()


def _option(fault: Fault) -> Option:
    text: Bilingual = fault.words
    return Option(fault.key, text)
