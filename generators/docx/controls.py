"""Content controls, each with the bookmark that LibreOffice keeps when it drops the tag.

Text controls are rich ones (without `w:text`), because LibreOffice 7.4 writes a plain one twice when it saves. A tag is
the path of ids without the number of the row; the reader counts rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generators.docx import wml
from generators.docx.dates import DATE, DatePattern
from generators.docx.sheet import Sheet
from schemas.control_names import Path, tag
from schemas.languages import TAGS

_HINTED: Final = '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder><w:showingPlcHdr/>'
_BOX_FONT: Final = "Segoe UI Symbol"
_CHECKBOX: Final = (
    '<w14:checkbox><w14:checked w14:val="0"/>'
    f'<w14:checkedState w14:val="2611" w14:font="{_BOX_FONT}"/>'
    f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox>'
)
_UNCHECKED: Final = '<w:r><w:rPr><w:rStyle w:val="FormBox"/></w:rPr><w:t>\u2610</w:t></w:r>'
_FIRST_ID: Final = 100_000


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a control stands and what it is called: its path of ids, its label, its register row (from 1)."""

    path: Path
    label: str
    row: int | None = None

    def inside(self, *ids: str, label: str = "") -> Slot:
        """The slot of a part of this field, such as one of its choices."""
        return Slot((*self.path, *ids), label or self.label, self.row)


def text(sheet: Sheet, slot: Slot, hint: str, value: str = "") -> str:
    """A control for any text, showing *hint* in grey until something is typed, or holding *value* already."""
    if value:
        return _control(sheet, slot, "", wml.run(value))
    return _control(sheet, slot, _HINTED, wml.run(hint, wml.PLACEHOLDER))


def date(sheet: Sheet, slot: Slot, hint: str, pattern: DatePattern = DATE) -> str:
    """A date picker that writes the date by *pattern*, which must have one."""
    settings = (
        f'{_HINTED}<w:date><w:dateFormat w:val="{pattern.picker}"/>'
        f'<w:lid w:val="{TAGS.of(sheet.lang)}"/>'
        '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(sheet, slot, settings, wml.run(hint, wml.PLACEHOLDER))


def dropdown(sheet: Sheet, slot: Slot, hint: str, choices: Mapping[str, str]) -> str:
    """A list to choose one of *choices* (id to text) from."""
    items = "".join([_item(id_, text) for id_, text in choices.items()])
    settings = f"{_HINTED}<w:dropDownList>{items}</w:dropDownList>"
    return _control(sheet, slot, settings, wml.run(hint, wml.PLACEHOLDER))


def _item(id_: str, text: str) -> str:
    value = wml.unseen(f' w:value="{wml.attribute(id_)}"')
    return f'<w:listItem w:displayText="{wml.attribute(text)}"{value}/>'


def checkbox(sheet: Sheet, slot: Slot) -> str:
    """A box to tick."""
    return _control(sheet, slot, _CHECKBOX, _UNCHECKED)


def _control(sheet: Sheet, slot: Slot, settings: str, content: str) -> str:
    number = sheet.number()
    # A control in a register's row stays unlocked, so that the row can be taken away again.
    lock = "" if slot.row else '<w:lock w:val="sdtLocked"/>'
    start = wml.unseen(f'<w:bookmarkStart w:id="{number}" w:name="{sheet.bookmark(slot.path, slot.row)}"/>')
    end = wml.unseen(f'<w:bookmarkEnd w:id="{number}"/>')
    names = wml.unseen(_names(slot.path, slot.label, number) + lock)
    return f"{start}<w:sdt><w:sdtPr>{names}{settings}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>{end}"


def _names(path: Path, label: str, number: int) -> str:
    """What a control is called: for the word processor, for who reads a filled copy, and its number."""
    return f'<w:alias w:val="{wml.attribute(label)}"/><w:tag w:val="{tag(path)}"/><w:id w:val="{_FIRST_ID + number}"/>'


def repeating(sheet: Sheet, block: str, label: str) -> tuple[str, str, str, str]:
    """The markup around repeating rows: before and after all of them, before and after each (with `%d` for its id)."""
    names = wml.unseen(_names((block,), label, sheet.number()))
    opening = f"<w:sdt><w:sdtPr>{names}<w15:repeatingSection/></w:sdtPr><w:sdtContent>"
    number = wml.unseen('<w:id w:val="%d"/>')
    item = f"<w:sdt><w:sdtPr>{number}<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>"
    closing = "</w:sdtContent></w:sdt>"
    return opening, closing, item, closing


def item_id(sheet: Sheet) -> int:
    """A fresh id for a repeated row."""
    return _FIRST_ID + sheet.number()
