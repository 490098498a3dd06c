"""A folder of files read: the filled copies by form, and what every other file is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from filled.reading import is_form_file, read_form
from filled.reading.package import load
from filled.report.words import Remark, RemarkRule
from schemas.filled import Filled
from schemas.findings import HandbookError
from schemas.library import Library


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and why."""

    name: str
    why: HandbookError


@dataclass(frozen=True, slots=True)
class Batch:
    """What a folder holds.

    Attributes:
        copies: filled copies by the address of their form, in the order of their names.
        refused: files that could not be read.
        unused: copies of forms that the report is not made from.
        remarks: files that are there twice.
    """

    copies: Mapping[str, tuple[Filled, ...]]
    refused: tuple[Refused, ...] = ()
    unused: tuple[Filled, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())


def gather(library: Library, folder: Path, forms: Iterable[str]) -> Batch:
    """Read every filled form under *folder*, also in folders inside it.

    Args:
        library: any view of the library.
        folder: where the files are.
        forms: addresses of the forms that the report is made from.
    """
    copies: dict[str, list[Filled]] = {address: [] for address in forms}
    refused, unused, remarks = list[Refused](), list[Filled](), list[Remark]()
    seen: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and is_form_file(path)):
        name = path.relative_to(folder).as_posix()
        try:
            data = load(path)
            filled = read_form(library, data, name)
        except HandbookError as error:
            refused.append(Refused(name, error))
            continue
        other = seen.setdefault(hashlib.sha256(data).hexdigest(), name)
        if other != name:
            remarks.append(Remark(RemarkRule.SAME_FILE, {"file": name, "other": other}))
        elif filled.form in copies:
            copies[filled.form].append(filled)
        else:
            unused.append(filled)
    remarks += [remark for group in copies.values() for remark in _same_serials(group)]
    return Batch({form: tuple(group) for form, group in copies.items()}, tuple(refused), tuple(unused), tuple(remarks))


def _same_serials(copies: Iterable[Filled]) -> Iterable[Remark]:
    """Copies of one form that carry the same serial number: the same one saved twice, or a number given twice."""
    first: dict[tuple[object, ...], str] = {}
    for copy in copies:
        serials = tuple(
            (answer.blank.place, answer.value)
            for answer in copy.answers()
            if answer.blank.field.of_type.is_serial and not answer.row
        )
        other = first.setdefault(serials, copy.name) if serials else copy.name
        if other != copy.name:
            number = " / ".join(str(value) for _, value in serials)
            yield Remark(RemarkRule.SAME_SERIAL, {"file": copy.name, "other": other, "number": number})
