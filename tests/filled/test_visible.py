"""What the eye sees of a control is what is read, and LibreOffice sees the same: every form, every mutation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from generators.office import AT_ONCE
from schemas.blanks import Place
from schemas.filled import Filled
from schemas.values import Value, clean
from tests.filled import filled_samples as filled
from tests.filled import flat_odt
from tests.filled.filled_samples import InBoth, Sample
from tests.filled.mutating import MutatedCopy, Slot, expected_value, mutated_copies
from tests.filled.mutations import ALL, Mutation
from tests.once import Once

_TICKED = frozenset("☑☒⊠●■√✓✔")
_EMPTY = frozenset(("☐", "□", "○", ""))
_ALWAYS = frozenset({"typed-name", "hint-left"})


def test_there_are_enough() -> None:
    """There are more than forty mutations of each form, no two of one name."""
    assert len({mutation.name for mutation in ALL}) == len(ALL) >= 100


def test_every_mutation() -> None:
    """What is read of every control is what the eye sees of it, and where the data say otherwise a note says so."""
    samples = [form[number % 2] for number, form in enumerate(filled.telling_forms()[::4])]

    assert [found for copy in _mutated(samples) for found in wrongly_read(copy)] == []


@pytest.mark.prove
@filled.EVERY_FORM
def test_every_mutation_of_every_form(form: InBoth) -> None:
    """The same holds for every form in both languages."""
    assert [found for copy in _mutated(form) for found in wrongly_read(copy)] == []


def test_second_opinion(once: Once) -> None:
    """LibreOffice shows of the controls of one form what the mutations say that the eye sees."""
    assert list(other_opinions(once, "seen-in-part", _mutated([filled.everything()]))) == []


@pytest.mark.prove
def test_second_opinion_on_every_form(once: Once) -> None:
    """LibreOffice shows the same of every form, in one language or the other."""
    copies = _mutated(form[number % 2] for number, form in enumerate(filled.every_form()))

    assert list(other_opinions(once, "seen", copies)) == []


def _mutated(samples: Iterable[Sample]) -> list[MutatedCopy]:
    return [copy for sample in samples for copy in mutated_copies(sample)]


def wrongly_read(copy: MutatedCopy) -> Iterator[tuple[str, str, str, object, object]]:
    """What is read of a mutated copy otherwise than expected: where, by what, what was expected, what was read."""
    back = filled.read(copy.sample, copy.docx)
    values = {(answer.row, answer.blank.place): answer.value for answer in back.answers()}
    for slot, mutation in copy.mutated:
        read, wanted = _value_at(values, slot), expected_value(slot, mutation)
        if read != wanted:
            yield copy.name, slot.bookmark, mutation.name, wanted, read
        said = _notes_at(back, slot)
        if said != set(mutation.notes):
            yield copy.name, slot.bookmark, mutation.name, mutation.notes, said


def _value_at(values: dict[tuple[int, Place], Value], slot: Slot) -> Value | None:
    is_tick = slot.target.blank.field.holds == "tick"
    return values.get((slot.row, slot.target.blank.place), False if is_tick else None)


def _notes_at(back: Filled, slot: Slot) -> set[str]:
    blank = slot.target.blank
    field = f"{blank.row}.{blank.key}" if blank.row else blank.key
    at = (blank.block, slot.row, field)
    return {note.rule.value for note in back.notes if (note.block, note.row, note.field) == at} - _ALWAYS


def other_opinions(once: Once, name: str, copies: Sequence[MutatedCopy]) -> Iterator[tuple[str, str, str, str, str]]:
    """Where LibreOffice shows something else than a mutation says: copy, bookmark, mutation, expected, shown."""
    folder = once.folder(name, partial(_convert, copies))
    for copy in copies:
        shown = flat_odt.shown(folder / f"{copy.name}.fodt")
        for slot, mutation in copy.mutated:
            sees = _as_said(shown[slot.bookmark], mutation)
            if mutation.in_office and sees != clean(mutation.seen):
                yield copy.name, slot.bookmark, mutation.name, mutation.seen, sees


def _convert(copies: Iterable[MutatedCopy], folder: Path) -> None:
    files = [(copy.name, copy.docx) for copy in copies]
    for at in range(0, len(files), AT_ONCE):
        for name, path in flat_odt.convert(folder / f"batch-{at}", dict(files[at : at + AT_ONCE])).items():
            path.rename(folder / f"{name}.fodt")


def _as_said(text: str, mutation: Mutation) -> str:
    text = clean(text)
    if mutation.kind != "box":
        return text
    sign = text[:1]
    return "☑" if sign in _TICKED else "☐" if sign in _EMPTY else text
