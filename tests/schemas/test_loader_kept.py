"""Files that have not changed are not parsed again, and nothing tells a library read so from one read anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas.document import compose
from schemas.kept import FOLDER
from schemas.library import Library
from schemas.loader import load_library
from schemas.plain_po import plain_entries
from schemas.walk import leaves
from schemas.words import Bilingual
from tests.schemas.content import BOOK, CATALOGUE, COMPLAINTS, FRONT_DESK, Content


def contents(library: Library) -> Iterator[Any]:
    """Everything a library says, with the types of its scalars and the places of its values."""
    for address, entry in library.entries.items():
        yield address, entry.record, entry.fingerprint, entry.document, entry.document.places
        yield [(leaf, type(leaf.value)) for leaf in leaves(entry.record)]
    for id_, book in library.handbooks.items():
        yield id_, book.file, book.document.places, book.catalogue
    yield library.settings, library.terms, library.settings_catalogue, library.broken
    yield [entry.record for entry in library.view("en").entries.values()]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed from now on."""
    paths: list[str] = []

    def composed(text: str, path: str, least: Bilingual) -> object:
        paths.append(path)
        return compose(text, path, least)

    def entries(text: str) -> object:
        paths.append("en.po")
        return plain_entries(text)

    monkeypatch.setattr("schemas.loader.compose", composed)
    monkeypatch.setattr("schemas.catalogue.plain_entries", entries)
    return paths


def test_what_is_kept_is_the_same_library(content: Content, parsed: list[str]) -> None:
    """Records, scalars, places, catalogues and fingerprints are equal; no file is parsed a second time."""
    first = load_library(content.root, keep=True).require()
    assert len(parsed) > len(first.entries)
    parsed.clear()
    again = load_library(content.root, keep=True).require()

    assert parsed == []
    assert list(contents(again)) == list(contents(first))


def test_only_what_has_changed_is_parsed(content: Content, parsed: list[str]) -> None:
    """One saved word is one file parsed; a file that is moved or copied, or as it was, is none."""
    load_library(content.root, keep=True)
    parsed.clear()
    content.change(COMPLAINTS, "不打断", "不打岔")
    load_library(content.root, keep=True)
    assert parsed == [COMPLAINTS]

    parsed.clear()
    shutil.copy(content.root / COMPLAINTS, content.root / BOOK / "procedures" / "copy.yaml")
    library = load_library(content.root, keep=True).library
    assert parsed == []
    assert library is not None
    assert library.entries["greentown-after-sales/procedures/copy"].document.path.endswith("procedures/copy.yaml")


def test_a_changed_translation_is_one_catalogue_read(content: Content, parsed: list[str]) -> None:
    """That of its record; those of the others, and every record, are as they were."""
    load_library(content.root, keep=True)
    parsed.clear()
    content.change(CATALOGUE, "Offer the resident a seat", "Offer the resident a good seat")
    load_library(content.root, keep=True)

    assert parsed == ["en.po"]


def test_a_file_that_is_another_kind_of_record_is_read_as_that(content: Content) -> None:
    """What was kept of a text as a procedure is nothing to a policy."""
    load_library(content.root, keep=True)
    (content.root / COMPLAINTS).rename(content.root / BOOK / "policies" / "complaint-handling.yaml")
    moved = [finding.say("en") for finding in load_library(content.root, keep=True).findings]

    assert any("unknown key" in line and f"{BOOK}/policies/complaint-handling.yaml" in line for line in moved)


def test_what_is_wrong_is_found_each_time(content: Content) -> None:
    """A record, a key and a catalogue with mistakes give the same findings again and again."""
    content.write(COMPLAINTS, f"titel: x\n{content.read(COMPLAINTS)}")
    content.write(FRONT_DESK, f"title: 又一次\n{content.read(FRONT_DESK)}")
    content.write(CATALOGUE, 'msgid "x\n')
    first = load_library(content.root, keep=True).findings

    assert [finding.rule for finding in first] == ["catalogue-syntax", "unknown-key", "duplicate-key"]
    assert load_library(content.root, keep=True).findings == load_library(content.root, keep=True).findings == first


def test_a_store_with_nothing_sound_in_it_is_read_past(content: Content, parsed: list[str]) -> None:
    """What another program left in the store's place is not believed."""
    first = list(contents(load_library(content.root, keep=True).require()))
    store = content.root / FOLDER / "records.sqlite"
    for rubbish in (b"", b"SQLite format 3\0" + bytes(4000), store.read_bytes()[:9000]):
        store.write_bytes(rubbish)
        parsed.clear()

        assert list(contents(load_library(content.root, keep=True).require())) == first
        assert parsed


def test_where_nothing_can_be_written(content: Content) -> None:
    """The library is read as ever, and the folder is as it was."""
    (content.root / "build").write_text("no folder")
    first, again = (load_library(content.root, keep=True).require() for _ in range(2))

    assert list(contents(again)) == list(contents(first))
    assert sorted(path.name for path in content.root.iterdir()) == ["build", "handbook"]


def test_what_is_no_longer_there_is_forgotten(content: Content, tmp_path: Path) -> None:
    """The store holds what the library holds, however often a file is saved."""
    load_library(content.root, keep=True)
    size = (content.root / FOLDER / "records.sqlite").stat().st_size
    for number in range(30):
        content.write(f"{BOOK}/policies/new.yaml", f"title: {number}\n" + content.read(COMPLAINTS) * 3)
        content.change(CATALOGUE, 'msgid ""', f'# {number}\nmsgid ""')
        load_library(content.root, keep=True)
        content.write(CATALOGUE, content.read(CATALOGUE).replace(f'# {number}\nmsgid ""', 'msgid ""'))

    (content.root / BOOK / "policies" / "new.yaml").unlink()
    load_library(content.root, keep=True)
    assert (content.root / FOLDER / "records.sqlite").stat().st_size <= size
