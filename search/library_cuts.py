"""A library cut into passages, record by record; what was cut is kept while what it was cut from is the same."""

from __future__ import annotations

from functools import partial

from schemas.entry import Entry
from schemas.library import Library
from schemas.references import PartId
from schemas.words import LANGUAGES
from search.around import Around
from search.cutting import Cut, Scissors
from search.kinds import cut
from search.normalize import has_cjk
from search.passages import Passage, PassageText, passages_of, passages_to_json


def cut_library(library: Library) -> tuple[Passage, ...]:
    """Every passage of *library*, in library order; the passage of a record stands before those of its parts."""
    return passages_of(cut_records(library))


def cut_records(library: Library) -> bytes:
    """The same passages as JSON, a list for each record; the keeper of *library* keeps each."""
    view = library.view(LANGUAGES[0])
    lists = (view.keeper.of(f"passages/{address}", view, partial(_cut, view, address)) for address in view.entries)
    return b"[" + b",\n".join(lists) + b"]"


def _cut(zh: Library, address: str) -> bytes:
    en = zh.view(LANGUAGES[1])
    entry, english = zh.entries[address], en.entries[address]
    around = Around(Scissors(zh, entry)), Around(Scissors(en, english))
    pairs = zip(cut(zh, entry), cut(en, english), strict=True)
    return passages_to_json(_passage(zh, entry, *pair, english, around) for pair in pairs)


def _passage(
    library: Library, entry: Entry, zh: Cut, en: Cut, english: Entry, around: tuple[Around, Around]
) -> Passage:
    record, book = entry.record, library.handbooks.get(entry.handbook)
    effective = book.file.effective if book else None
    asks = (*zh.asks, *map(str, record.also_asked.get(PartId(zh.part), ()))) if zh.part else zh.asks
    never = [of.never(zh.part) for of in around]
    return Passage(
        id=f"{entry.address}#{zh.key}" if zh.key else entry.address,
        handbook=entry.handbook, kind=entry.kind, record=entry.address, part=zh.part, anchor=zh.anchor,
        code=str(record.code or ""), forms=zh.forms, sort=_sort(zh), start=zh.start,
        zh=_wording(entry, zh, never[0]), en=_wording(english, en, never[1]),
        asks_zh=tuple(ask for ask in asks if has_cjk(ask)),
        asks_en=tuple(ask for ask in asks if not has_cjk(ask)),
        hints_zh=zh.hints, hints_en=en.hints,
        edition=str(record.edition), effective=effective.isoformat() if effective else "",
        status=record.status.state, number=around[0].number(zh.part), follows=around[0].follows(zh.part),
    )  # fmt: skip


def _sort(piece: Cut) -> str:
    if not piece.key:
        return "whole"
    return piece.sort or piece.anchor.partition("-")[0] or "piece"


def _wording(entry: Entry, piece: Cut, never: str) -> PassageText:
    text = piece.text or piece.say or piece.section
    return PassageText(str(entry.record.title), piece.section, text, piece.by, piece.within, piece.say, never)
