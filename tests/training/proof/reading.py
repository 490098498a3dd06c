"""How a proof reads the records: the part that an item was asked from, and the parts of the handbook called alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from schemas.clock import commitment_of
from schemas.deadline import AfterHours
from schemas.entry import Entry
from schemas.policy import Commitment
from schemas.procedure import Procedure, Step
from schemas.words import LANGUAGES
from training.item import Item
from training.material import Material


def part_of(material: Material, item: Item, lang: str = "zh") -> Any:
    """The step, the regular work or the promise that an item was asked from, in one language."""
    field, id_ = item.place.split(".")[:2]
    record = material.views.of(lang).entries[item.record].record
    return next(part for part in getattr(record, field) if str(part.id) == id_)


def said(material: Material, item: Item) -> str:
    """Every text of that part in both languages, those for after hours too; links are their titles."""
    texts = []
    for lang in LANGUAGES:
        view, part = material.views.of(lang), part_of(material, item, lang)
        after_hours = getattr(part, "after_hours", None)
        own = [getattr(part, name, None) for name in ("title", "text", "do", "say", "mind", "ask")]
        texts += [view.plain_in(text, handbook_of(item)) for text in (*own, after_hours and after_hours.do) if text]
    return "\n".join(texts).casefold()


def handbook_of(item: Item) -> str:
    """The handbook of an item's record."""
    return item.record.partition("/")[0]


def named(material: Material, item: Item, texts: str) -> Iterator[str]:
    """The keys of the options that *texts* name, in either language."""
    for option in item.options:
        if any(option.text.of(lang).casefold() in texts for lang in LANGUAGES):
            yield option.key


def namesakes(material: Material, item: Item) -> Iterator[tuple[Entry, Step]]:
    """The other steps of the handbook that are called the same as this, or nearly, with their procedures."""
    part = part_of(material, item)
    if not isinstance(part, Step):
        return
    english = _heading(part_of(material, item, "en"))
    for address, step, in_english in material.once(_every_step, handbook_of(item)):
        is_itself = address == item.record and step.id == part.id
        alike = step.heading in part.heading or part.heading in step.heading or _heading(in_english) == english
        if alike and not is_itself:
            yield material.library.entries[address], step


def _every_step(material: Material, handbook: str) -> tuple[tuple[str, Step, Step], ...]:
    found: list[tuple[str, Step, Step]] = []
    for entry in material.library.of_kind("procedures", handbook):
        english = material.views.en.entries[entry.address].record
        assert isinstance(entry.record, Procedure)
        assert isinstance(english, Procedure)
        steps: Iterable[tuple[Step, Step]] = zip(entry.record.steps, english.steps, strict=True)
        found += ((entry.address, step, in_english) for step, in_english in steps)
    return tuple(found)


def _heading(step: Step) -> str:
    return step.heading.casefold()


def promise_kept(material: Material, entry: Entry, part: object) -> Commitment | None:
    """The promise whose time a step keeps."""
    deadline = part.within if isinstance(part, Step) else None
    if deadline is None or deadline.keeps is None:
        return None
    found = commitment_of(material.library, deadline.keeps, entry.handbook)
    return found[1] if found else None


def exceptions(material: Material, entry: Entry, part: Any) -> Iterator[AfterHours]:
    """What a step or promise says of after hours, and what the promise it keeps says of them."""
    kept = promise_kept(material, entry, part)
    for one in (part, kept):
        if one is not None and one.after_hours is not None:
            yield one.after_hours
