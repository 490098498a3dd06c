"""What a filled copy of a form says.

| block | its values |
|---|---|
| grid, text | `{field: value}` |
| register | tuple of `{column: value}`; empty rows and sequence columns left out |
| matrix | `{row: {column: value}}` |
| checklist | `{item: {"result": choice, "remark": text}}` |
| survey | `{item: point}` |
| consent | `{item: bool}`, `{"agree": bool}` where there are no items |
| approval | `{stage: {"decision": choice, "opinion": text, "signed": text, "date": date}}` |
| signatures | `{id: {"signed": text, "date": date}}` |
| receipt | `{"signed", "date", "refused": bool, "witness-1" …, "witness-date", "delivered", "delivered-date"}` |
| seal | `{"date": date}` |
| attachments | `{item: bool, "other": text}` |

What is blank is left out, but a tick is always there. `schemas.values` lists the types. `signed` is what is typed where
a hand should sign: no signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from schemas import masking
from schemas.answers import FilledBlank, tree, walk
from schemas.blanks import Blank, Blanks
from schemas.field import Field
from schemas.known import known_in
from schemas.mistakes import Mistake
from schemas.punctuation import joined
from schemas.stand_ins import is_stand_in, say_stand_in
from schemas.values import Value, plain, write_value
from schemas.words import Bilingual


@dataclass(frozen=True)
class Filled:
    """A filled copy.

    Attributes:
        form: address of its form.
        code: printed code, may be empty.
        edition: edition of the form's text that it was printed with.
        fingerprint: of the definition it was printed from.
        printed: the fingerprint that stands on the sheet; empty where the file does not say it.
        lang: language of the copy.
        name: file name.
        title: title of the form.
        values: typed values by block; see the module.
        blanks: the definition it was read by.
        rows: the numbers, as printed, of the rows that the values of each register have.
        is_current: whether the sheet is the present one; where it does not say how it was printed, its definition.
        saved: when a word processor saved it last; None where the file does not say.
        mistakes: what is to be put right.
        notes: what is to be known: a typed name, a date that disagrees with itself, another edition.
        known: who is masked in its free texts, its mistakes and its notes; see `knowing`.
    """

    form: str
    code: str
    edition: str
    fingerprint: str
    lang: str
    name: str
    title: Bilingual
    values: Mapping[str, Any]
    blanks: Blanks = field(repr=False, compare=False)
    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    printed: str = ""
    is_current: bool = True
    saved: datetime | None = None
    mistakes: tuple[Mistake, ...] = ()
    notes: tuple[Mistake, ...] = ()
    known: masking.Known = field(default_factory=lambda: masking.NOBODY, repr=False, compare=False)

    def knowing(self, known: masking.Known) -> Filled:
        """The copy with those masked whom *known* finds in anything that is said of it."""
        mistakes, notes = (tuple(replace(one, known=known) for one in some) for some in (self.mistakes, self.notes))
        return replace(self, known=known, mistakes=mistakes, notes=notes)

    def answers(self) -> Iterable[FilledBlank]:
        """Every value with its blank and its row, as printed."""
        return walk(self.blanks, self.values, self.rows)

    def as_json(self, lang: str, *, show_personal: bool = False) -> dict[str, Any]:
        """The copy as `handbook read --json` prints it, messages in *lang*; personal values masked unless asked for."""
        return {
            "file": self.name, "form": self.form, "title": self.title.say(lang), "code": self.code,
            "edition": self.edition, "fingerprint": self.fingerprint, "printed": self.printed,
            "current": self.is_current, "lang": self.lang, "personal": "shown" if show_personal else "masked",
            "values": json_values(self.blanks, self.values, self.known, show_personal=show_personal),
            "rows": {block: list(numbers) for block, numbers in self.rows.items()},
            "mistakes": [mistake.as_json(lang, show_personal=show_personal) for mistake in self.mistakes],
            "notes": [note.as_json(lang, show_personal=show_personal) for note in self.notes],
        }  # fmt: skip


def json_values(
    blanks: Blanks, values: Mapping[str, Any], others: masking.Known = masking.NOBODY, *, show_personal: bool = False
) -> dict[str, Any]:  # fmt: skip
    """*values* as JSON: ISO dates, plain decimals as strings, lists for several choices; personal ones masked."""
    known = masking.together(known_in(walk(blanks, values)), others)
    return _mapped(
        blanks, values, lambda blank, value: json_value(shown(blank.field, value, known, show_personal=show_personal))
    )


def masked(blanks: Blanks, values: Mapping[str, Any], others: masking.Known = masking.NOBODY) -> dict[str, Any]:
    """*values* with every personal one masked: `138****1111`, `3301**********1234`, `张*`, and so within free text."""
    known = masking.together(known_in(walk(blanks, values)), others)
    return _mapped(blanks, values, lambda blank, value: shown(blank.field, value, known))


def _mapped(blanks: Blanks, values: Mapping[str, Any], change: Any) -> dict[str, Any]:
    def one(block: str, row: str, key: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {inner: one(block, key, inner, given) for inner, given in value.items()}
        return change(blanks.by_place[block, row, key], value)

    def whole(block: str, inner: Any) -> Any:
        if isinstance(inner, Mapping):
            return {key: one(block, "", key, value) for key, value in inner.items()}
        return [{key: one(block, "", key, value) for key, value in row.items()} for row in inner]

    return {block: whole(block, inner) for block, inner in values.items()}


def json_value(value: Value) -> Any:
    """One value as JSON."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.isoformat("T", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def shown(field: Field, value: Value, known: masking.Known = masking.NOBODY, *, show_personal: bool = False) -> Value:
    """What lists, exports and logs show of a value of *field* unless everything is asked for.

    Of a personal one what its type lets see, of free text what is not personal in it, any other whole; so is what
    stands for nothing: 无, anonymous. *known* are those whom the copy names in fields of their own (`schemas.known`).
    """
    if show_personal or is_stand_in(value):
        return value
    if field.is_personal:
        return field.of_type.mask(str(value))
    return masking.masked(value, known) if field.of_type.is_free and isinstance(value, str) else value


def say_value(
    blank: Blank, value: Value, lang: str, known: masking.Known = masking.NOBODY, *, show_personal: bool = False
) -> str:  # fmt: skip
    """A value for people: choices in words, a number with its unit, a box; masked when it is personal."""
    if isinstance(value, str) and is_stand_in(value):
        return say_stand_in(value, lang)
    if blank.is_personal and not show_personal:
        return str(shown(blank.field, value))
    if isinstance(value, bool):
        return "☑" if value else "☐"
    if blank.field.choices:
        ids = value if isinstance(value, tuple) else (str(value),)
        return joined((blank.choice(id_, lang) for id_ in ids), lang)
    text = write_value(shown(blank.field, value, known, show_personal=show_personal))
    return f"{text} {blank.unit.say(lang)}".rstrip() if isinstance(value, Decimal) else text


__all__ = ["Filled", "FilledBlank", "Mistake", "json_value", "json_values", "masked", "say_value", "shown", "tree"]
