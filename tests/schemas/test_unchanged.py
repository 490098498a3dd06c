"""A library that is read again and again by one program is the one that is read from nothing."""

from __future__ import annotations

import pytest

from schemas.library import Library
from schemas.loader import load_library
from schemas.unchanged import Unchanged
from schemas.words import LANGUAGES
from tests.edits import Edits
from tests.schemas.content import CATALOGUE, COMPLAINTS, REGISTER, Content

Uses = dict[str, list[tuple[str, tuple[str, ...]]]]


def uses(view: Library) -> Uses:
    """Who refers to whom."""
    return {
        address: [(use.entry.address, use.path) for use in view.uses(entry)] for address, entry in view.entries.items()
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_taken_over_is_what_is_read(content: Content, seed: int) -> None:
    """After random edits, records come and go among them, all that is said is that of a library read from nothing."""
    unchanged, edits = Unchanged(), Edits(content.root, seed)
    library = load_library(content.root, unchanged=unchanged).require()
    for _ in range(6):
        for lang in LANGUAGES:
            uses(library.view(lang))
        edits.make()
        library = load_library(content.root, unchanged=unchanged).require().after(library)
        anew = load_library(content.root).require()
        for lang in LANGUAGES:
            here, there = library.view(lang), anew.view(lang)
            assert list(here.entries) == list(there.entries), edits.last
            assert uses(here) == uses(there), edits.last
            assert [e.record for e in here.entries.values()] == [e.record for e in there.entries.values()], edits.last


def test_a_file_that_stays_is_not_read_again(content: Content) -> None:
    """A record that nobody has written is the same object; one is another when its English is written, or it is."""
    unchanged = Unchanged()
    first = load_library(content.root, unchanged=unchanged).require()
    complaints, register = (path.removeprefix("handbook/").removesuffix(".yaml") for path in (COMPLAINTS, REGISTER))
    content.write(CATALOGUE, content.read(CATALOGUE) + "\n")
    second = load_library(content.root, unchanged=unchanged).require()
    assert second.entries[register] is first.entries[register]
    assert second.entries[complaints] is not first.entries[complaints]


def test_a_finding_is_found_as_long_as_it_is_there(content: Content) -> None:
    """A file with a mistake is read each time: what is wrong with it is told until it is put right."""
    unchanged, text = Unchanged(), content.read(COMPLAINTS)
    load_library(content.root, unchanged=unchanged)
    content.write(COMPLAINTS, text.replace("title: ", "titel: ", 1))
    for _ in range(2):
        assert [each.rule.value for each in load_library(content.root, unchanged=unchanged).findings] == ["unknown-key"]
    content.write(COMPLAINTS, text)
    assert load_library(content.root, unchanged=unchanged).findings == ()
