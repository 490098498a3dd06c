"""Anki: the items of a course as a deck to repeat, a note each, tagged by handbook, topic and kind.

A note is known to Anki by its `guid`. That is the place of its item and what it asks, without the fingerprint of the
fields: where a step has changed, the deck that is imported next replaces the question instead of standing beside it.
Anki takes over only what is newer than what it has, so that a deck is as old as the moment it is exported.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import genanki

from generators.docx.package import pack
from schemas.words import Bilingual
from training.exports.outgoing import Category, Exported, Outgoing, laid_out
from training.item import Item

FIELDS: Final = ("Stem", "Options", "Answer", "Why", "Place", "Draft", "Id")
"""The fields of a note; they stay, as does the number of the model: Anki knows a note type by both."""
_MODEL: Final = 1_764_201_015
_MODEL_NAME: Final = "Shouce"
_LARGEST: Final = 2**31
_FRONT: Final = '<div class="stem">{{Stem}}</div><div class="options">{{Options}}</div>'
_BACK: Final = (
    '{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div><div class="why">{{Why}}</div>'
    '<p class="place">{{Place}}</p>{{#Draft}}<p class="draft">{{Draft}}</p>{{/Draft}}'
)
_CARD: Final = Bilingual("题目", "Question")


def export_anki(outgoing: Outgoing, moment: float) -> Exported:
    """The items of a course as a deck (`.apkg`).

    Args:
        outgoing: the course.
        moment: when it is exported, in seconds since 1970; the same deck of the same moment is the same bytes.
    """
    deck = genanki.Deck(_number(f"{outgoing.pool.course}/{outgoing.lang}"), f"{outgoing.handbook}::{outgoing.title}")
    guids = _guids(outgoing)
    for category in outgoing.categories:
        for item in category.items:
            note = genanki.Note(
                model=_model(),
                fields=list(_fields(outgoing, item)),
                guid=guids[item.id],
                tags=_tags(outgoing, category, item),
                due=len(deck.notes),
            )
            deck.add_note(note)
    return Exported(_packed(outgoing, deck, moment), len(deck.notes), outgoing.left_out())


@cache
def _model() -> genanki.Model:
    return genanki.Model(
        _MODEL,
        _MODEL_NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": _CARD.en, "qfmt": _FRONT, "afmt": _BACK}],
        css=(Path(__file__).parent / "anki.css").read_text("utf-8"),
    )


def _fields(outgoing: Outgoing, item: Item) -> Iterator[str]:
    """What stands in the fields of a note, as HTML, in the order of `FIELDS`."""
    options = laid_out(item)
    letters = {option.key: chr(ord("A") + number) for number, option in enumerate(options)}
    said = {option.key: f"{letters[option.key]}. {_html(option.text.of(outgoing.lang))}" for option in options}
    yield _html(item.stem.of(outgoing.lang)) + _picture(outgoing, item)
    yield "".join(f"<div>{text}</div>" for text in said.values())
    right = item.right if item.answering == "order" else sorted(item.right, key=letters.__getitem__)
    yield "".join(f"<div>{said[key]}</div>" for key in right)
    yield _html(item.why.of(outgoing.lang))
    yield _place(outgoing, item)
    yield _html(outgoing.draft(item))
    yield _html(item.id)


def _place(outgoing: Outgoing, item: Item) -> str:
    """Where the handbook says so, with a link where it is published."""
    said, address = _html(outgoing.place(item)), outgoing.address(item)
    return f'<a href="{escape(address)}">{said}</a>' if address else said


def _picture(outgoing: Outgoing, item: Item) -> str:
    return f'<br><img src="{_file(item)}">' if item.id in outgoing.pictures else ""


def _file(item: Item) -> str:
    """The name of a picture among all the media of a collection."""
    return f"shouce-{sha256(item.id.encode()).hexdigest()[:16]}.png"


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _tags(outgoing: Outgoing, category: Category, item: Item) -> list[str]:
    course = outgoing.pool.course.rpartition("/")[2]
    tags = [f"handbook::{outgoing.course.handbook}", f"topic::{course}::{category.id}", f"kind::{item.kind}"]
    return [*tags, "draft"] if item.is_draft else tags


def _guids(outgoing: Outgoing) -> Mapping[str, str]:
    """What each item is known by, by its id: several of the same kind at the same place are counted."""
    seen: Counter[str] = Counter()
    guids = {}
    for item in outgoing.items:
        place = f"{item.record}#{item.place}/{item.kind}"
        guids[item.id] = genanki.guid_for(place, seen[place], outgoing.lang)
        seen[place] += 1
    return guids


def _number(name: str) -> int:
    """A number for *name* that Anki takes for the id of a deck, the same every time."""
    return int(sha256(name.encode()).hexdigest(), 16) % _LARGEST + _LARGEST


def _packed(outgoing: Outgoing, deck: genanki.Deck, moment: float) -> bytes:
    """The deck with its pictures as one file, in which no time stands but *moment*."""
    with TemporaryDirectory() as folder:
        media = []
        for item in outgoing.items:
            if item.id in outgoing.pictures:
                path = Path(folder) / _file(item)
                path.write_bytes(outgoing.pictures[item.id])
                media.append(str(path))
        written = BytesIO()
        genanki.Package(deck, media_files=media).write_to_file(written, timestamp=moment)
    with zipfile.ZipFile(written) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})
