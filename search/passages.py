"""Passages: the handbook cut where it is cut already, each piece in both languages with the facts an answer shows."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.kinds import KindName
from schemas.library import Entry, Library
from schemas.words import LANGUAGES, ByLanguage
from search.cutting import Cut
from search.kinds import cut
from search.normalize import has_cjk


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage in one language, as an answer shows it. What the handbook does not say is an empty string."""

    title: str
    section: str
    text: str
    by: str
    within: str
    say: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A step, an article, a node …, or a record as a whole (then `part`, `anchor` and the section are empty).

    Attributes:
        id: `handbook/kind/id`, and `#anchor` for a part.
        record: the address of the record, `handbook/kind/id`.
        part: the id that a reference uses, such as `receive`; empty where nothing can point at the piece.
        forms: codes of the forms it uses; the address of a form without a code.
        start: whether the procedure, script or graph begins here.
        asks: how staff would put the question, Chinese and English apart.
        hints: words to be found by that an answer does not show, such as the labels of a form's fields.
        effective: ISO date, or empty.
    """

    id: str
    handbook: str
    kind: KindName
    record: str
    part: str
    anchor: str
    code: str
    forms: tuple[str, ...]
    start: bool
    zh: PassageText
    en: PassageText
    asks_zh: tuple[str, ...]
    asks_en: tuple[str, ...]
    hints_zh: str
    hints_en: str
    edition: str
    effective: str
    status: str

    def wording(self, lang: str) -> PassageText:
        """The passage in *lang* (`zh` or `en`)."""
        return ByLanguage(self.zh, self.en).of(lang)

    def hints(self, lang: str) -> str:
        """The hints in *lang*."""
        return ByLanguage(self.hints_zh, self.hints_en).of(lang)

    @property
    def is_record(self) -> bool:
        """Whether this is the record as a whole."""
        return self.id == self.record

    @property
    def url(self) -> str:
        """The page and anchor, relative to the top of the site in the same language."""
        return f"{self.record}.html" + (f"#{self.anchor}" if self.anchor else "")


def cut_library(library: Library) -> tuple[Passage, ...]:
    """Every passage of *library*, in library order; the passage of a record stands before those of its parts."""
    zh, en = map(library.view, LANGUAGES)
    passages: list[Passage] = []
    for address, entry in zh.entries.items():
        pairs = zip(cut(zh, entry), cut(en, en.entries[address]), strict=True)
        passages.extend(_passage(zh, entry, *pair, en.entries[address]) for pair in pairs)
    return tuple(passages)


def _passage(library: Library, entry: Entry, zh: Cut, en: Cut, english: Entry) -> Passage:
    record, book = entry.record, library.handbooks[entry.handbook].file
    return Passage(
        id=f"{entry.address}#{zh.key}" if zh.key else entry.address,
        handbook=entry.handbook, kind=entry.kind, record=entry.address, part=zh.part, anchor=zh.anchor,
        code=str(record.code or ""), forms=zh.forms, start=zh.start,
        zh=_wording(entry, zh), en=_wording(english, en),
        asks_zh=tuple(ask for ask in zh.asks if has_cjk(ask)),
        asks_en=tuple(ask for ask in zh.asks if not has_cjk(ask)),
        hints_zh=zh.hints, hints_en=en.hints,
        edition=str(record.edition), effective=book.effective.isoformat() if book.effective else "",
        status=record.status.state,
    )  # fmt: skip


def _wording(entry: Entry, piece: Cut) -> PassageText:
    text = piece.text or piece.say or piece.section
    return PassageText(str(entry.record.title), piece.section, text, piece.by, piece.within, piece.say)
