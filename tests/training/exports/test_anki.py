"""The deck, as Anki itself imports it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from tests.training.exports.samples import going_out, items, library, png, pool
from training.exports.anki import FIELDS, export_anki
from training.exports.outgoing import Outgoing
from training.material import Material
from training.pool import PracticePool

MONDAY = 1_800_000_000.0
TUESDAY = MONDAY + 86_400


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """An empty collection of a learner."""
    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def take_in(collection: Any, deck: bytes, folder: Path) -> dict[str, int]:
    """Import a deck; how many notes were new, updated or as they were."""
    path = folder / "deck.apkg"
    path.write_bytes(deck)
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    return {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}


def notes_of(collection: Any) -> list[Any]:
    """Every note, in the order in which they were written."""
    return [collection.get_note(id_) for id_ in sorted(collection.find_notes(""))]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_item_is_a_note(collection: Any, tmp_path: Path, lang: str) -> None:
    """With its fields, whatever signs are in them, its tags and its picture, in a deck below that of its handbook."""
    outgoing = going_out(lang)
    exported = export_anki(outgoing, MONDAY)

    said = take_in(collection, exported.content, tmp_path)

    assert said == {"new": 8, "updated": 0, "duplicate": 0, "conflicting": 0}
    assert exported.items == collection.note_count() == collection.card_count() == 8
    for note in notes_of(collection):
        fields = {name: unescape(text.replace("<br>", "\n")) for name, text in note.items()}
        item = next(item for item in items() if item.id == fields["Id"])
        assert tuple(fields) == FIELDS
        assert fields["Stem"].partition("\n<img")[0] == item.stem.of(lang)
        assert fields["Why"] == item.why.of(lang)
        assert fields["Draft"] == outgoing.draft(item)
        assert [text[3:] for text in unrolled(fields["Answer"])] == answers(item, fields, lang)
        assert {text[3:] for text in unrolled(fields["Options"])} == {option.text.of(lang) for option in item.options}
        assert f"kind::{item.kind}" in note.tags
        assert "handbook::greentown-after-sales" in note.tags
        assert ("draft" in note.tags) == item.is_draft
    names = [each.name for each in collection.decks.all_names_and_ids() if "::" in each.name]
    assert names == [f"{outgoing.handbook}::{outgoing.title}"]
    picture = next(note for note in notes_of(collection) if "<img" in note["Stem"])
    name = picture["Stem"].partition('src="')[2].partition('"')[0]
    assert (Path(collection.media.dir()) / name).read_bytes() == png()


def unrolled(html: str) -> list[str]:
    """The lines of a field that lists answers."""
    return html.removeprefix("<div>").removesuffix("</div>").split("</div><div>")


def answers(item: Any, fields: dict[str, str], lang: str) -> list[str]:
    """What the answer of a note lists: an order in its order, otherwise as the options stand."""
    right = [item.option(key).text.of(lang) for key in item.right]
    if item.answering == "order":
        return right
    return [text[3:] for text in unrolled(fields["Options"]) if text[3:] in right]


def test_a_changed_item_replaces_its_note(collection: Any, tmp_path: Path) -> None:
    """A step whose fields have changed gives its item another id; the note is updated and none is doubled."""
    take_in(collection, export_anki(going_out("zh"), MONDAY).content, tmp_path)
    first, *rest = items()
    changed = (replace(first, fields="f" * 12, stem=replace(first.stem, zh="换了说法")), *rest)
    ids = {first.id: changed[0].id}
    topics = {topic: tuple(ids.get(id_, id_) for id_ in of) for topic, of in pool().by_topic.items()}
    outgoing = Outgoing(
        Material(library()), PracticePool(pool().course, changed, topics, {**pool().by_module, "keys": ()}), "zh"
    )

    said = take_in(collection, export_anki(outgoing, TUESDAY).content, tmp_path)

    assert said["new"] == 0
    assert said["conflicting"] == 0
    assert collection.note_count() == 8
    assert "换了说法" in [note["Stem"] for note in notes_of(collection)]


def test_the_same_deck_of_the_same_moment_is_the_same_bytes() -> None:
    """Nothing else in it knows the time; another moment changes it."""
    monday, again, tuesday = (export_anki(going_out("zh"), moment).content for moment in (MONDAY, MONDAY, TUESDAY))

    assert monday == again
    assert monday != tuesday
    with zipfile.ZipFile(BytesIO(monday)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_each_language_is_a_deck_of_its_own(collection: Any, tmp_path: Path) -> None:
    """Both can be repeated side by side."""
    for lang in ("zh", "en"):
        take_in(collection, export_anki(going_out(lang), MONDAY).content, tmp_path)

    assert collection.note_count() == 16
