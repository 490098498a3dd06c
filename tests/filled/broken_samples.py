"""Values that do not fit their field, by its type, and ways to put them into a filled copy as a person would."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from filled.reading.hints import hints
from schemas.answers import FilledBlank
from schemas.blanks import Blank, Place
from schemas.control_names import WORDS, parts, tag
from schemas.field_types import ByFieldType
from schemas.limits import LONGEST_SHORT_TEXT
from schemas.mistakes import Mistake
from tests.filled.filled_samples import change
from tests.generators.docx_samples import tags

Where = tuple[str, int, str]
"""A place as a mistake names it: block, row of the register, and field (`row.key` in a named row)."""
Texts = Mapping[tuple[str, int], str]
"""What to type, by the tag of a control and which of its name it is, from 1; a box is ticked whatever the text."""

_CONTROL = re.compile(
    r"<w:sdt><w:sdtPr>(?P<properties>(?:(?!</w:sdtPr>).)*)</w:sdtPr><w:sdtContent>"
    r"(?:(?!<w:sdt>|<w:tr>).)*?</w:sdtContent></w:sdt>",
    re.DOTALL,
)
_TYPED: ByFieldType[Sequence[str]] = ByFieldType(
    text=(),
    longtext=(),
    serial=(),
    sequence=(),
    room=(),
    tick=(),
    signature=(),
    date=("2026-02-30", "昨天", "1899-12-31", "2026-02", "3/2/26/1"),
    month=("2026-13", "二月", "2026"),
    datetime=("2026-02-03", "2026-02-03 25:00", "08:30"),
    time=("25:00", "8", "早上"),
    number=("很多", "1.2345678", "1e3", "12 34", "--1"),
    money=("1.234", "许多", "1,23", "五十来块"),
    phone=("1381234567", "打前台", "138-0000"),
    id_number=("110105194912310021", "11010519491301002X", "12345"),
    choice=("没有这一项",),
    rating=("没有这一项",),
    choices=("没有这一项",),
)
"""What a person may type and the type of field does not take; nothing where it takes any text."""
_OTHER: Mapping[str, Sequence[Any]] = {
    "number": (True, [1], float("inf")), "money": (True, Decimal("1.001")), "tick": ("yes", 1),
    "choices": (["没有这一项"], 5), "choice": (5,), "date": (20260203,), "text": (12345, ["a"]),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Broken:
    """What was typed into a copy, where a mistake must be reported, and the answers that are no more."""

    texts: Texts
    places: frozenset[Where]
    gone: frozenset[tuple[int, Place]]


def where(blank: Blank, row: int) -> Where:
    """The place of a blank as a mistake names it."""
    return blank.block, row, f"{blank.row}.{blank.key}" if blank.row else blank.key


def where_of(found: Mistake) -> Where:
    """The place that a mistake names."""
    return found.block, found.row, found.field


def unfit(blank: Blank, random: Random) -> Any:
    """A value that *blank* does not take, given by a program."""
    own = list(_OTHER.get(blank.field.type, ()))
    if not blank.field.choices and blank.field.type != "tick":
        own += sorted(hints(blank))
    if blank.field.type == "tick":
        return random.choice(own)
    return random.choice([*own, *unfit_texts(blank)])


def unfit_texts(blank: Blank) -> list[str]:
    """Texts that *blank* does not take, typed by a person."""
    found = list(_TYPED[blank.field.type])
    found += [f"{limit}" for limit in _outside(blank)]
    most = blank.field.of_type.reading.most or LONGEST_SHORT_TEXT
    return found or ["字" * (most + 1), "名\x81字"]


def _outside(blank: Blank) -> list[Decimal]:
    least, most = blank.field.min, blank.field.max
    return [*([least - 1] if least is not None else []), *([most + 1] if most is not None else [])]


def break_some(docx: bytes, answers: Sequence[FilledBlank], random: Random) -> Broken:
    """A random number of random mistakes for places of *answers* in their copy; ticks take no mistake."""
    there = Counter(tags(docx))
    texts: dict[tuple[str, int], str] = {}
    places, gone = set[Where](), set[tuple[int, Place]]()
    for blank, row, value in random.sample(list(answers), random.randint(1, min(len(answers), 12))):
        controls = {part: tag(path) for path, part in parts(blank) if tag(path) in there}
        nth = row if blank.is_column else 1
        if WORDS in controls and random.random() < 0.5:
            texts[controls[WORDS], nth] = "柒亿元整"
        elif "" in controls and blank.field.type != "tick":
            texts[controls[""], nth] = random.choice(unfit_texts(blank))
            gone.add((row, blank.place))
        elif blank.field.type in ("choice", "rating") and len(blank.field.choices) > 1:
            other = next(str(id_) for id_ in blank.field.choices if id_ != value)
            texts[controls[other], nth] = "☑"
            gone.add((row, blank.place))
        else:
            continue
        places.add(where(blank, row))
    return Broken(texts, frozenset(places), frozenset(gone))


def retyped(docx: bytes, texts: Texts) -> bytes:
    """A copy with *texts* typed into its controls in the place of what was there."""
    seen: Counter[str] = Counter()
    left = dict(texts)

    def put(match: re.Match[str]) -> str:
        name = re.search('<w:tag w:val="([^"]*)"/>', match["properties"])
        if name is None:
            return match[0]
        seen[name[1]] += 1
        text = left.pop((name[1], seen[name[1]]), None)
        if text is None:
            return match[0]
        properties = (
            match["properties"]
            .replace("<w:showingPlcHdr/>", "")
            .replace(':checked w14:val="0"', ':checked w14:val="1"')
        )
        content = f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    changed = change(docx, lambda document: _CONTROL.sub(put, document)) if texts else docx
    assert not left, f"no such controls: {left}"
    return changed
