"""One control of a form: its markup with a value in it, with the hint and all that belongs to it gone."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from filled.reading.matching import Target
from generators.docx import wml
from schemas.capitals import capitals
from schemas.control_names import BOX, WORDS
from schemas.values import Value, plain

_HINTED: Final = "<w:showingPlcHdr/>"
_UNCHECKED: Final = '<w14:checked w14:val="0"/>'
_CHECKED: Final = '<w14:checked w14:val="1"/>'
_STATE: Final = re.compile(r'<w14:checkedState w14:val="([0-9A-Fa-f]{4})"')
_GLYPH: Final = re.compile(r"(<w:t[^>]*>)[^<]*(</w:t>)")
_FORMAT: Final = re.compile(r'<w:dateFormat w:val="([^"]*)"/>')
_LISTED: Final = re.compile(r'<w:listItem w:displayText="([^"]*)" w:value="([^"]*)"/>')
_TOKEN: Final = re.compile("yyyy|MM|M|dd|d|HH|H|mm")


@dataclass(frozen=True, slots=True)
class Control:
    """A control of the form.

    Attributes:
        target: the blank it is for, and which part of it.
        before: its markup up to the value; where it stores a date, up to that.
        stored: its markup between the stored date and the value; empty where none is stored.
        after: its markup behind the value.
        ticked: its markup when it is ticked; empty unless it is a box.
        date_format: how it shows a date; empty for another.
        listed: what a list displays, by the ids of its choices.
    """

    target: Target
    before: str = ""
    stored: str = ""
    after: str = ""
    ticked: str = ""
    date_format: str = ""
    listed: Mapping[str, str] = field(default_factory=dict)

    def filled(self, value: Value) -> str | None:
        """The markup with *value*; None when it stays as it is, as a box that is not the one chosen."""
        if self.ticked:
            return self.ticked if self._is_chosen(value) else None
        if self.date_format:
            moment = _moment(value)
            stored = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
            return f"{self.before}{stored}{self.stored}{wml.run(_said(moment, self.date_format))}{self.after}"
        return f"{self.before}{wml.run(self._text(value))}{self.after}"

    def _is_chosen(self, value: Value) -> bool:
        part = self.target.part
        if part in ("", BOX):
            return value is True or (part == BOX and bool(value))
        return part in value if isinstance(value, tuple) else part == value

    def _text(self, value: Value) -> str:
        if isinstance(value, Decimal):
            if self.target.part == WORDS:
                return capitals(value)
            return f"{value:.2f}" if self.target.blank.field.type == "money" else plain(value)
        if isinstance(value, tuple):
            return "、".join(self.listed.get(id_, id_) for id_ in value)
        return self.listed.get(str(value), str(value))


def control_of(markup: str, properties: str, content: str, target: Target) -> Control:
    """The control that stands as *markup* (an `w:sdt` of *properties* and *content*) in an empty form."""
    if _UNCHECKED in properties:
        state = _STATE.search(properties)
        glyph = chr(int(state[1], 16)) if state else "\u2611"
        ticked = markup.replace(_UNCHECKED, _CHECKED).replace(content, _GLYPH.sub(rf"\g<1>{glyph}\g<2>", content))
        return Control(target, ticked=ticked)
    before = f"<w:sdt><w:sdtPr>{properties.replace(_HINTED, '')}</w:sdtPr><w:sdtContent>"
    after = "</w:sdtContent></w:sdt>"
    if shown := _FORMAT.search(properties):
        start, _, rest = before.partition("<w:date>")
        return Control(
            target, f'{start}<w:date w:fullDate="', f'"/>{rest}' if not rest else f'">{rest}', after, "", shown[1]
        )
    listed = {html.unescape(value): html.unescape(text) for text, value in _LISTED.findall(properties)}
    return Control(target, before, "", after, listed=listed)


def _moment(value: Value) -> datetime:
    """The moment that a control stores for a date, a month (its first day) or a moment."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return datetime.fromisoformat(f"{value}-01")


def _said(moment: datetime, shown: str) -> str:
    """*moment* in the control's own format (`yyyy-MM-dd HH:mm`)."""
    parts = {
        "yyyy": f"{moment.year:04}", "MM": f"{moment.month:02}", "M": str(moment.month), "dd": f"{moment.day:02}",
        "d": str(moment.day), "HH": f"{moment.hour:02}", "H": str(moment.hour), "mm": f"{moment.minute:02}",
    }  # fmt: skip
    return _TOKEN.sub(lambda match: parts[match[0]], shown)
