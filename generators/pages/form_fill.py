"""«Fill it here»: the form as a web form, and all that a script needs to check it and to make the Word file of it.

Both come from the same list of blanks that reading and filling go by: what the page asks is what the file holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from generators.carried import carried_name
from generators.field_types import LOOKS
from generators.form import form_file_name, form_path
from generators.form_sense import Places, SenseSayer
from generators.pages.form_blocks import Section
from generators.pages.page import Page
from generators.pages.template import json_text
from generators.wording.filling import FillingWords
from schemas.blanks import Blank, Blanks, Place, blanks_of
from schemas.clock import kept_time
from schemas.control_names import parts, tag
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.field import Field
from schemas.field_types import FIELD_TYPES
from schemas.form import Form
from schemas.limits import MOST_ROWS
from schemas.record import Record
from schemas.rules import Rule
from schemas.saying import range_of, say_within
from schemas.stand_ins import WRITTEN, choices_of

_FEW: Final = 6
"""Up to this many choices stand side by side; more are a list."""
_TYPED: Final = ("date", "month", "datetime-local", "time", "number")
"""Inputs into which the browser lets nobody write words."""
_OF_ANY: Final = (Rule.REQUIRED, Rule.BAD_CHARACTER, Rule.BEFORE)
"""The rules that the page checks whatever the type of a field is."""
_OF_DAYS: Final = (
    Rule.NO_YEAR, Rule.SEVERAL_DAYS, Rule.OTHER_WEEKDAY, Rule.NO_SUCH_DAY, Rule.NO_SUCH_MONTH, Rule.NO_SUCH_YEAR,
    Rule.NO_SUCH_TIME,
)  # fmt: skip
"""Why a day that is pasted in is none, as `filling-written.js` says it."""


@dataclass(frozen=True, slots=True)
class Input:
    """One native input: its place among the values, which control it is, its attributes, and what stands around it.

    Attributes:
        instead: what may be ticked in its place, as it is kept and as it is said, where nobody can write it: 无.
    """

    place: str
    control: str
    limits: tuple[tuple[str, str], ...]
    instead: tuple[tuple[str, str], ...]
    label: str
    notes: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    value: str
    blank: Blank


@dataclass(frozen=True, slots=True)
class Group:
    """Inputs that belong to one named row; those without a row are a group without a name."""

    title: str
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the form: what it says, and what it asks; *rows* is how many rows a register prints, otherwise 0."""

    id: str
    kind: str
    title: str
    text: Markup | str
    groups: tuple[Group, ...]
    rows: int = 0


@dataclass(frozen=True, slots=True)
class WebForm:
    """The form as the page shows it, and its definition as JSON for the script."""

    parts: tuple[BlockView, ...]
    definition: Markup
    has_personal: bool


def web_form(page: Page, form: Form, sections: Iterable[Section]) -> WebForm:
    """The form of *page* to be filled there; *sections* are its blocks as `explain` words them."""
    assert page.entry is not None
    blanks = blanks_of(page.view, page.entry)
    block_views = tuple(_shown_parts(page, form, sections, blanks))
    return WebForm(
        block_views, json_text(_definition(page, page.entry, blanks)), any(blank.is_personal for blank in blanks.all)
    )


def _shown_parts(page: Page, form: Form, sections: Iterable[Section], blanks: Blanks) -> Iterator[BlockView]:
    for block, section in zip(form.blocks, sections, strict=True):
        id_ = str(getattr(block.body, "id", ""))
        asked = blanks.by_block.get(id_, ())
        if asked or section.text:
            rows = int(blanks.registers[id_].rows) if id_ in blanks.registers else 0
            title = section.title if section.is_called else ""
            groups = tuple(_groups(page, blanks, asked))
            yield BlockView(id_, block.kind, title, section.text, groups, rows)


def _groups(page: Page, blanks: Blanks, asked: Iterable[Blank]) -> Iterator[Group]:
    by_row: dict[str, list[Blank]] = {}
    for blank in asked:
        by_row.setdefault(blank.row, []).append(blank)
    for row, inside in by_row.items():
        title = _row_title(inside[0].label.say(page.lang)) if row else ""
        yield Group(title, tuple(_input(page, blanks, blank, title) for blank in inside))


def _row_title(label: str) -> str:
    """`水表 · 装修前` belongs to the row 水表; a label without a dot names its row itself."""
    return label.rpartition(" · ")[0] or label


def _input(page: Page, blanks: Blanks, blank: Blank, row: str) -> Input:
    label = blank.label.say(page.lang)
    if row:
        label = label.removeprefix(row).removeprefix(" · ")
    choices = tuple((str(id_), blank.choice(str(id_), page.lang)) for id_ in blank.field.choices)
    value = blank.given.say(page.lang) if blank.given else ""
    return Input(
        place_name(blank.place),
        _control(blank),
        tuple(_limits(blank.field)),
        choices_of(blank.field.allows, page.lang) if _control(blank) in _TYPED else (),
        label,
        tuple(_notes(page, blanks, blank, label)),
        choices,
        value,
        blank,
    )


def _control(blank: Blank) -> str:
    control = LOOKS[blank.field.type].control.kind
    is_list = blank.is_column or len(blank.field.choices) > _FEW
    return "select" if control == "radios" and is_list else control


def _limits(field: Field) -> Iterator[tuple[str, str]]:
    """The attributes of an input that keep out what its field does not take."""
    yield from LOOKS[field.type].control.limits.items()
    yield from ((name, str(limit)) for name, limit in (("min", field.min), ("max", field.max)) if limit is not None)


def _notes(page: Page, blanks: Blanks, blank: Blank, label: str) -> Iterator[str]:
    hint = blank.hint.say(page.lang) if blank.hint else ""
    if hint and hint != label:
        yield hint
    if range_text := range_of(blank.field.min, blank.field.max).say(page.lang):
        yield range_text
    for other in blanks.earlier(blank):
        yield page.t.not_before.format(field=other.label.say(page.lang))
    if time := _kept(page, blank):
        yield page.t.promise_is.format(time=page.time(time))


def _kept(page: Page, blank: Blank) -> Duration | None:
    """The time that a field keeps."""
    assert page.entry is not None
    promise = blank.field.promise
    return kept_time(page.view, page.entry, promise) if promise is not None else None


def place_name(place: Place) -> str:
    """The name of an input: block, row and key, as the scripts take it apart again."""
    return "|".join(place)


def _definition(page: Page, entry: Entry, blanks: Blanks) -> dict[str, Any]:
    lang = page.lang
    asked = {blank.field.type for blank in blanks.all}
    readings = {name: type_.reading for name, type_ in FIELD_TYPES.items() if name in asked}
    typed = dict.fromkeys(rule for reading in readings.values() for rule in reading.typed)
    return {
        "form": entry.address,
        "addresses": [entry.address, *entry.names.formerly],
        "printed": page.fingerprint,
        "fingerprint": entry.fingerprint,
        "edition": str(entry.record.edition),
        "code": str(entry.record.code or ""),
        "most_rows": MOST_ROWS,
        "file": form_file_name(entry, "fill", lang).removesuffix(".docx"),
        "carried": carried_name(f"forms/{form_path(entry, 'fill', lang)}"),
        "templates": {one: _template(entry, one) for one in page.view.languages},
        "blanks": [_described(blanks, blank, lang) | _promised(page, blanks, blank) for blank in blanks.all],
        "late": Rule.LATE.wording.found.of(lang),
        "stand_ins": WRITTEN,
        "sense": list(_sense(page, entry.record)),
        "registers": {id_: {"tag": tag((id_,))} for id_ in blanks.registers},
        "patterns": {name: reading.pattern for name, reading in readings.items() if reading.pattern},
        "longest": {name: reading.most for name, reading in readings.items() if reading.most},
        "rules": {rule.value: rule.wording.expected.of(lang) for rule in (*_OF_ANY, *_OF_DAYS, *typed)},
        "words": dict(FillingWords(lang)),
    }


def _template(entry: Entry, lang: str) -> list[str]:
    """The fillable file in *lang*: what it is called where a script carries it, and that script."""
    return [form_file_name(entry, "fill", lang), carried_name(f"forms/{form_path(entry, 'fill', lang)}")]


def _sense(page: Page, form: Record) -> Iterator[list[Any]]:
    """What fields have to agree with, as `filling-sense.js` takes it: each with its place and its rules."""
    assert isinstance(form, Form)
    for place, rules in SenseSayer(page, form).rules():
        described = [
            {
                "key": rule.key,
                "read": [_reached(read) for read in rule.read],
                "less": [_reached(read) for read in rule.less],
                "wanted": rule.wanted,
                "places": rule.places,
                "words": rule.words,
            }
            for rule in rules
        ]
        if described:
            yield [place_name(place), described]


def _reached(read: Places) -> list[Any]:
    return [list(map(place_name, read.places)), int(read.whole)]


def _promised(page: Page, blanks: Blanks, blank: Blank) -> dict[str, Any]:
    """The longest time that a blank keeps, counted from another, as `filling-late.js` takes it; as `filled.reading`."""
    time = _kept(page, blank)
    if time is None or time.longest is None or len(blanks.earlier(blank)) != 1:
        return {}
    return {"promise": {"longest": time.longest, "time": say_within(time, page.lang)}}


def _described(blanks: Blanks, blank: Blank, lang: str) -> dict[str, Any]:
    """A blank for the script; what is false or empty is left out."""
    field = blank.field
    described: Mapping[str, Any] = {
        "place": place_name(blank.place),
        "type": field.type,
        "label": blank.label.say(lang),
        "labels": list(blank.label.both()) if blank.is_column else [],
        "required": field.required,
        "column": blank.is_column,
        "draft": field.stays_in_draft,
        "personal": blank.is_personal,
        "words": field.words,
        "allows": list(field.allows),
        "decimals": field.of_type.decimals,
        "min": None if field.min is None else str(field.min),
        "max": None if field.max is None else str(field.max),
        "range": range_of(field.min, field.max, blank.unit).say(lang),
        "after": [place_name(other.place) for other in blanks.earlier(blank)],
        "given": blank.given.say(lang) if blank.given else "",
        "texts": dict(blank.texts),
        "parts": {tag(path): part for path, part in parts(blank)},
    }
    return {key: value for key, value in described.items() if value not in (None, "", False, [], {})}
