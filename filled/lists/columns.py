"""Which blank of a form a column of a list is for: by its id, or by what the form calls it in either language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from filled.lists.table import List, Remark, letter
from schemas.answers import FilledBlank
from schemas.blanks import Blank, Blanks
from schemas.findings import closest
from schemas.limits import LONGEST_SHORT_TEXT, MOST_EXPANSION, MOST_ROWS
from schemas.plain_text import normal
from schemas.punctuation import joined
from schemas.values import clean, is_blank
from schemas.words import LANGUAGES, Bilingual, in_both

_MOST_NAMED: Final = 8
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)$")
_ROW: Final = re.compile(r"([a-z0-9-]+)\.([1-9][0-9]{0,3})\.([a-z0-9-]+)")
_UNKNOWN: Final = Bilingual(
    "表上没有“{head}”这一栏；{close}改成表上的栏目名或编号，或加 --skip-unknown 不用这一列",
    "the form has no field '{head}'; {close}name it as the form does or by its id, or leave it out with --skip-unknown",
)
_CLOSE: Final = Bilingual("最像的是“{close}”，", "the closest is '{close}', ")
_LEFT_OUT: Final = Bilingual("表上没有“{head}”这一栏，没有用", "the form has no field '{head}'; it was not used")
_SEVERAL: Final = Bilingual(
    "表上有几处“{head}”；列名写编号，是哪一处：{paths}",
    "the form has several '{head}'; head it by the id of one: {paths}",
)
_TWICE: Final = Bilingual("与 {other} 列是同一栏“{label}”", "it is the same field as column {other}: '{label}'")
_NO_HEAD: Final = Bilingual(
    "没有列名，下面却有内容（第 {row} 行）", "it has no head, yet something stands under it (row {row})"
)
_PRINTED: Final = Bilingual("“{label}”是表上印好的，不能填", "'{label}' is printed on the form and cannot be filled in")
_WIDER: Final = Bilingual("比列名那一行多出内容", "it has more cells than there are heads")
_NOT_THERE: Final = Bilingual(
    "清单里没有这些必填栏，留空由人填：{labels}", "required fields that the list does not have stay blank: {labels}"
)
_AND_MORE: Final = Bilingual("{labels} 等 {count} 栏", "{labels} and others, {count} in all")


@dataclass(frozen=True, slots=True)
class Target:
    """What a column is for: a blank, and in a register the number of its row."""

    blank: Blank
    row: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list by their index; what is wrong with them, and what is only to be known."""

    targets: dict[int, Target]
    wrong: tuple[Remark, ...]
    remarks: tuple[Remark, ...]

    def column_of(self, answer: FilledBlank | tuple[tuple[str, str, str], int]) -> str:
        """The letter of the column that a place is filled from; empty when it is from none."""
        place, row = (answer.blank.place, answer.row) if isinstance(answer, FilledBlank) else answer
        return next(
            (letter(at) for at, target in self.targets.items() if (target.blank.place, target.row) == (place, row)), ""
        )


def path_of(blank: Blank, row: int = 0) -> str:
    """How a column for *blank* is headed by ids: `head.serial`, `items.1.price`."""
    number = str(row or 1) if blank.is_column else ""
    return ".".join(filter(None, (blank.block, blank.row, number, blank.key)))


def columns_of(blanks: Blanks, rows: List, *, skip_unknown: bool = False) -> Columns:
    """The columns of the list *rows* for the form of *blanks*.

    Args:
        blanks: what the form asks for.
        rows: the list.
        skip_unknown: whether a column that is no field of the form is left out rather than wrong.
    """
    names, targets = _names(blanks, _plain), dict[int, Target]()
    as_written = _names(blanks, _narrow)
    wrong, remarks = list[Remark](), list[Remark]()
    for at, cell in enumerate(rows.heads.cells):
        head = clean(cell) if isinstance(cell, str) else ""
        found = _find(blanks, (as_written, names), head) if head else []
        problem = _problem(blanks, names, rows, at, head, found, targets)
        if problem is None:
            if found:
                targets[at] = found[0]
        elif head and not found and skip_unknown:
            remarks.append(Remark(rows.heads.number, letter(at), _LEFT_OUT.filled(head=head)))
        else:
            wrong.append(Remark(rows.heads.number, letter(at), problem))
    width = len(rows.heads.cells)
    wrong += (Remark(row.number, letter(width), _WIDER) for row in rows.rows if len(row.cells) > width)
    return Columns(targets, tuple(wrong), tuple(remarks))


def _problem(
    blanks: Blanks, names: dict[str, list[Target]], rows: List, at: int, head: str, found: list[Target],
    before: dict[int, Target],
) -> Bilingual | None:  # fmt: skip
    """What is wrong with the column *at*."""
    if not head:
        row = next((row.number for row in rows.rows if at < len(row.cells) and not is_blank(row.cells[at])), 0)
        return _NO_HEAD.filled(row=row) if row else None
    if not found:
        close = closest(_plain(head), names)
        label = in_both(lambda lang: _said(names[close][0], lang)) if close else ""
        return _UNKNOWN.filled(head=head, close=_CLOSE.filled(close=label) if close else "")
    if len(found) > 1:
        paths = ", ".join(path_of(target.blank, target.row) for target in found)
        return _SEVERAL.filled(head=head, paths=paths)
    if found[0].blank.given is not None:
        return _PRINTED.filled(label=found[0].blank.label)
    other = next((index for index, target in before.items() if target == found[0]), None)
    return None if other is None else _TWICE.filled(other=letter(other), label=found[0].blank.label)


def _said(target: Target, lang: str) -> str:
    return target.blank.label.of(lang)


def _names(blanks: Blanks, plain: Callable[[str], str]) -> dict[str, list[Target]]:
    """The blanks by every name they may have at the head of a column, as *plain* makes it comparable.

    What a label adds in brackets may be left out, unless another blank is called so: 房号 for 房号（可不填）.
    """
    names: dict[str, list[Target]] = {}
    full = {plain(blank.label.of(lang)) for blank in blanks.all for lang in LANGUAGES}
    for blank in blanks.all:
        target = Target(blank, 1 if blank.is_column else 0)
        labels = {plain(blank.label.of(lang)) for lang in LANGUAGES}
        labels |= {
            plain(f"{blanks.titles[blank.block].of(lang)}·{blank.label.of(lang)}")
            for lang in LANGUAGES
            if blank.block in blanks.titles
        }
        labels |= {short for label in labels if (short := _IN_BRACKETS.sub("", label)) not in full}
        own = {plain(path_of(blank))} | ({plain(blank.key)} if not blank.row else set())
        for name in {*own, *(set() if blank.is_column else labels)} - {""}:
            names.setdefault(name, []).append(target)
    return names


def _find(blanks: Blanks, names: tuple[dict[str, list[Target]], dict[str, list[Target]]], head: str) -> list[Target]:
    """The blanks that a head means: one, none, or several that are called so.

    What is written with the same capitals comes first: `Date` is the label of one field, `date` the id of another.
    """
    as_written, in_any_case = names
    exact = [target for target in in_any_case.get(_plain(head), ()) if path_of(target.blank, target.row) == head]
    if exact:
        return exact
    if (match := _ROW.fullmatch(head)) and match[1] in blanks.registers and int(match[2]) <= MOST_ROWS:
        blank = blanks.by_place.get((match[1], "", match[3]))
        return [Target(blank, int(match[2]))] if blank is not None else []
    return as_written.get(_narrow(head)) or in_any_case.get(_plain(head), [])


def _plain(text: str) -> str:
    """A name without its width, case, spaces and the mark of what is required."""
    return _narrow(text).casefold()


def _narrow(text: str) -> str:
    """A name without its width, spaces and the mark of what is required, in its own capitals."""
    narrow = normal(text[:LONGEST_SHORT_TEXT], "NFKC", LONGEST_SHORT_TEXT * MOST_EXPANSION)
    return re.sub(r"[\s*]", "", narrow)


def not_there(blanks: Blanks, columns: Columns, numbered: Blank | None) -> Iterator[Remark]:
    """The required fields that no column is for, in one line; what is signed by hand is none of them."""
    there = {target.blank.place for target in columns.targets.values()}
    if numbered is not None:
        there.add(numbered.place)
    absent = [
        blank
        for blank in blanks.all
        if blank.field.required
        and not (blank.is_signature or blank.given or blank.is_column)
        and blank.place not in there
    ]
    if absent:
        yield Remark(0, "", _NOT_THERE.filled(labels=in_both(lambda lang: _listed(absent, lang))))


def _listed(blanks: list[Blank], lang: str) -> str:
    labels = joined((blank.label.of(lang) for blank in blanks[:_MOST_NAMED]), lang)
    return _AND_MORE.say(lang, labels=labels, count=len(blanks)) if len(blanks) > _MOST_NAMED else labels
