"""One control of a form: its markup with a value in it, with the hint and all that belongs to it gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from lxml import etree

from filled.reading.matching import Target
from filled.wordml import W14, W, cut, mark
from generators.docx import wml
from schemas.capitals import capitals
from schemas.control_names import BOX, WORDS
from schemas.stand_ins import is_stand_in
from schemas.values import Value, plain

_VALUE: Final = "value"
_VAL, _BOX_VAL = f"{W}val", f"{W14}val"
_HINTED, _DATE, _LIST, _BOX = f"{W}showingPlcHdr", f"{W}date", f"{W}dropDownList", f"{W14}checkbox"
_FULL_DATE: Final = 'w:fullDate=""'
_TOKEN: Final = re.compile("yyyy|MM|M|dd|d|HH|H|mm")


@dataclass(frozen=True, slots=True)
class FillableControl:
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
        if self.date_format and is_stand_in(value):
            before, rest = self.before.removesuffix(_FULL_DATE[:-1]).rstrip(), self.stored.removeprefix('"')
            return f"{before}{rest}{wml.run(str(value))}{self.after}"
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
            decimals = self.target.blank.field.of_type.decimals
            return plain(value) if decimals is None else f"{value:.{decimals}f}"
        if isinstance(value, tuple):
            return "、".join(self.listed.get(id_, id_) for id_ in value)
        return self.listed.get(str(value), str(value))


def filled_twin(node: etree._Element) -> etree._Element:
    """A copy of an empty control (`w:sdt`) as it is when somebody has filled it, with a mark for the value."""
    twin = deepcopy(node)
    properties, content = twin
    for setting in list(properties):
        if setting.tag == _BOX:
            _tick(setting, content)
            return twin
        if setting.tag == _DATE:
            setting.set(f"{W}fullDate", "")
        elif setting.tag == _HINTED:
            properties.remove(setting)
    content[:] = [mark(_VALUE)]
    return twin


def _tick(box: etree._Element, content: etree._Element) -> None:
    checked, state, _ = box
    checked.set(_BOX_VAL, "1")
    for text in content.iter(f"{W}t"):
        text.text = chr(int(state.get(_BOX_VAL, ""), 16))


def control_of(node: etree._Element, markup: str, target: Target) -> FillableControl:
    """The control that stands as *node* in an empty form; *markup* is that of its filled twin."""
    (_, before), *values = cut(markup, _VALUE)
    if not values:
        return FillableControl(target, ticked=markup)
    after = values[0][1]
    for setting in node[0]:
        if setting.tag == _DATE:
            before, stored = before.split(_FULL_DATE)
            date_format = setting[0].get(_VAL, "")
            return FillableControl(target, f"{before}{_FULL_DATE[:-1]}", f'"{stored}', after, date_format=date_format)
        if setting.tag == _LIST:
            listed = {item.get(f"{W}value", ""): item.get(f"{W}displayText", "") for item in setting}
            return FillableControl(target, before, "", after, listed=listed)
    return FillableControl(target, before, "", after)


def _moment(value: Value) -> datetime:
    """The moment that a control stores for a date, a month (its first day) or a moment."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return datetime.fromisoformat(f"{value}-01")


def _said(moment: datetime, date_format: str) -> str:
    """*moment* in the control's own format (`yyyy-MM-dd HH:mm`)."""
    parts = {
        "yyyy": f"{moment.year:04}", "MM": f"{moment.month:02}", "M": str(moment.month), "dd": f"{moment.day:02}",
        "d": str(moment.day), "HH": f"{moment.hour:02}", "H": str(moment.hour), "mm": f"{moment.minute:02}",
    }  # fmt: skip
    return _TOKEN.sub(lambda match: parts[match[0]], date_format)
