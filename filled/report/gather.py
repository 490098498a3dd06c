"""A folder of files read: the filled copies by form, and what every other file is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from filled.reading import read_form
from filled.reading.package import load
from filled.report.folder import Refused, Skipped, look_into
from filled.report.twice import Twice, settle
from filled.report.words import Remark, RemarkRule
from schemas.filled import Filled
from schemas.findings import HandbookError
from schemas.known import known_in
from schemas.library import Library
from schemas.masking import NOBODY, Known, together


@dataclass(frozen=True, slots=True)
class Batch:
    """What a folder holds; every file of it is in one of these, and in one only.

    Attributes:
        copies: filled copies by the address of their form, in the order of their names.
        refused: files that could not be read, or of which nobody can tell whether they count.
        unused: copies of forms that the report is not made from.
        skipped: files that are not opened.
        twice: files that are another one again.
        inside: how many files each folder inside it holds, by its name.
        remarks: what is to be known about the copies.
        known: who is masked in the texts of every copy: whom any of them names, and the house.
    """

    copies: Mapping[str, tuple[Filled, ...]]
    refused: tuple[Refused, ...] = ()
    unused: tuple[Filled, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    twice: tuple[Twice, ...] = ()
    inside: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    known: Known = field(default_factory=lambda: NOBODY)


def gather(library: Library, folder: Path, forms: Iterable[str], house: Known = NOBODY) -> Batch:
    """Read every filled form under *folder*, also in folders inside it.

    Args:
        library: any view of the library.
        folder: where the files are.
        forms: addresses of the forms that the report is made from.
        house: who is masked besides those whom the copies name.
    """
    copies: dict[str, list[Filled]] = {address: [] for address in forms}
    found = look_into(folder)
    refused, unused, twice = list(found.refused), list[Filled](), list[Twice]()
    seen: dict[str, str] = {}
    for path, name in found.forms:
        try:
            data = load(path)
            filled = read_form(library, data, name)
        except HandbookError as error:
            refused.append(Refused(name, error))
            continue
        other = seen.setdefault(hashlib.sha256(data).hexdigest(), name)
        if other != name:
            twice.append(Twice(name, other, RemarkRule.SAME_FILE))
        else:
            copies.get(filled.form, unused).append(filled)
    settled = {address: settle(group) for address, group in copies.items()}
    twice += chain(*(each.twice for each in settled.values()))
    refused += chain(*(each.refused for each in settled.values()))
    remarks = [*(each.remark() for each in twice), *chain(*(each.remarks for each in settled.values()))]
    everyone = [*chain.from_iterable(each.copies for each in settled.values()), *unused]
    known = together(known_in(chain.from_iterable(copy.answers() for copy in everyone)), house)
    return Batch(
        {address: tuple(copy.knowing(known) for copy in each.copies) for address, each in settled.items()},
        tuple(refused), tuple(copy.knowing(known) for copy in unused),
        found.skipped, tuple(twice), found.inside, tuple(remarks), known,
    )  # fmt: skip
