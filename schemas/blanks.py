"""What a form asks for: one list of blanks, whatever blocks they stand in.

Reading, filling, masking and checking a filled copy all go through this list, so that a block is taken apart in one
place only. A blank has a *place* in the values of a filled copy (`values[block][row][key]`, without `row` where it is
empty; in a register `values[block][number][key]`) and a *path*, the ids that lead to its content control.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from schemas.asked import Asked, Say, asked
from schemas.entry import Entry
from schemas.field import Field
from schemas.form import Form, Register
from schemas.library import Library
from schemas.reach import Reach
from schemas.signing import signed_by
from schemas.words import LANGUAGES, Bilingual, in_both

Place = tuple[str, str, str]
"""Block, row and key."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to fill in.

    Attributes:
        block: id of its block.
        row: id of its named row, stage or place to sign; empty where the block has none.
        key: what it is called among the values beside it.
        field: its type and what it takes; made up where the block has no fields of its own.
        path: the ids that lead to its control; those of boxes go on with the id of a choice.
        label: what the form calls it, in Chinese and English.
        choices: its choices by id.
        texts: ids of its choices by the texts that stand for them, in both languages.
        hint: what the author lets its empty control show, if anything.
        given: what is printed in it beforehand, if anything.
        unit: the unit of its number; empty when there is none.
        is_column: in a register, where it stands in every row.
    """

    block: str
    row: str
    key: str
    field: Field
    path: tuple[str, ...]
    label: Bilingual
    choices: Mapping[str, Bilingual]
    texts: Mapping[str, str]
    hint: Bilingual | None
    given: Bilingual | None
    unit: Bilingual
    is_column: bool = False

    @property
    def heading(self) -> Bilingual:
        """What its column is called, without the name of its row."""
        return in_both(lambda lang: self.label.of(lang).rpartition(" · ")[2]) if self.row else self.label

    @property
    def place(self) -> Place:
        """Block, row and key: what no other blank of the form has."""
        return self.block, self.row, self.key

    @property
    def is_personal(self) -> bool:
        """Whether lists and exports mask it."""
        return self.field.is_personal

    @property
    def is_signature(self) -> bool:
        """Whether a hand signs here; what a file holds is a typed name."""
        return self.field.of_type.is_signed

    def choice(self, id_: str, lang: str) -> str:
        """The text of a choice in *lang*; the id itself when it is none."""
        return self.choices[id_].of(lang) if id_ in self.choices else id_


@dataclass(frozen=True)
class Blanks:
    """Everything that a form asks for, in the order it is printed."""

    form: Form
    all: tuple[Blank, ...]
    titles: Mapping[str, Bilingual]
    """Headings of blocks by id, short; a block without one is not here."""

    @cached_property
    def by_place(self) -> Mapping[Place, Blank]:
        """Each blank by block, row and key; the row of a column is empty."""
        return {blank.place: blank for blank in self.all}

    @cached_property
    def by_block(self) -> Mapping[str, tuple[Blank, ...]]:
        """The blanks of each block that has any."""
        blanks_by_block: dict[str, list[Blank]] = {}
        for blank in self.all:
            blanks_by_block.setdefault(blank.block, []).append(blank)
        return {block: tuple(blanks) for block, blanks in blanks_by_block.items()}

    @cached_property
    def registers(self) -> Mapping[str, Register]:
        """The registers by id."""
        bodies = (block.body for block in self.form.blocks)
        return {str(body.id): body for body in bodies if isinstance(body, Register)}

    @cached_property
    def reach(self) -> Reach:
        """What the paths in the form's sense reach."""
        return Reach.of(self.form)

    @cached_property
    def _earlier(self) -> Mapping[Place, tuple[Blank, ...]]:
        return {
            _place(one.cell): tuple(
                self.by_place[_place(reached.cells[0])]
                for path in one.sense.after
                if len((reached := self.reach.find(path, one.cell)).cells) == 1
            )
            for one in self.reach.held()
            if one.sense.after
        }

    def earlier(self, blank: Blank) -> tuple[Blank, ...]:
        """The blanks whose dates that of *blank* must not come before, as `after` names them."""
        return self._earlier.get(blank.place, ()) if self._has_order else ()

    @cached_property
    def _has_order(self) -> bool:
        return any(field.after for field in self.form.fields()) or bool(self.form.sense)


def _place(cell: Asked) -> Place:
    return cell.path[0], cell.row, cell.key


def blanks_of(library: Library, entry: Entry, form: Form | None = None) -> Blanks:
    """What the form *entry* asks for.

    Args:
        library: any view of the library.
        entry: a form of it.
        form: another edition of it, in the language of the department only.

    Raises:
        TypeError: *entry* is not a form.
    """
    zh, en = (_Side.of(library, entry, form, lang) for lang in LANGUAGES)
    pairs = zip(zh.asked, en.asked, strict=True)
    titles = {id_: Bilingual(title, en.titles.get(id_, title)) for id_, title in zh.titles.items()}
    return Blanks(zh.form, tuple(_join(*pair) for pair in pairs), MappingProxyType(titles))


class _Side(NamedTuple):
    """What a form asks for, in one language."""

    form: Form
    asked: tuple[Asked, ...]
    titles: Mapping[str, str]

    @classmethod
    def of(cls, library: Library, entry: Entry, form: Form | None, lang: str) -> _Side:
        view = library.view(lang)
        own = view.entries[entry.address]
        record = form or own.record
        if not isinstance(record, Form):
            raise TypeError(f"{entry.address} is not a form")
        say = _plainly(view, own)
        blanks = (signed_by(view, slot, own.handbook) for slot in asked(record, say, lang))
        return cls(record, tuple(blanks), dict(_titles(record, say)))


def _plainly(view: Library, entry: Entry) -> Say:
    def say(text: str) -> str:
        return view.plain(text, entry) if "[[" in text or "{" in text else str(text)

    return say


def _titles(form: Form, say: Say) -> Iterator[tuple[str, str]]:
    for block in form.blocks:
        if title := getattr(block.body, "title", None):
            short = say(title)
            for mark in "（(；;":
                short = short.partition(mark)[0].strip() or short
            yield str(getattr(block.body, "id", "")), short


def _join(zh: Asked, en: Asked) -> Blank:
    texts = {text: id_ for id_, text in zh.choices.items()}
    for id_, text in en.choices.items():
        texts.setdefault(text, id_)
    choices = {id_: Bilingual(text, en.choices[id_]) for id_, text in zh.choices.items()}
    return Blank(
        zh.path[0], zh.row, zh.key, zh.field, zh.path, Bilingual(zh.label, en.label),
        MappingProxyType(choices), MappingProxyType(texts),
        _both(zh.hint, en.hint), _both(zh.given, en.given), Bilingual(zh.unit, en.unit), zh.is_column,
    )  # fmt: skip


def _both(zh: str, en: str) -> Bilingual | None:
    """A text that one language may lack; None when both do."""
    return Bilingual(zh or en, en or zh) if zh or en else None
