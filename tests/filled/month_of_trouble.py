"""A folder as it is at the end of a month: 39 files, and what an even-handed clerk would say became of each of them."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generators.docx.package import pack
from tests.filled.report_samples import case, copy

_CORE, _CUSTOM = "docProps/core.xml", "docProps/custom.xml"
KINDS = ("repair", "service", "fees", "noise", "other")


@dataclass(slots=True)
class Ledger:
    """What becomes of each file, by its name, and of each row: those that count by kind, the others by place."""

    files: dict[str, str] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    left_out: set[tuple[str, int, str]] = field(default_factory=set)


def make_month(folder: Path) -> Ledger:
    """The 39 files of November in *folder*; the ledger is written with each of them, and by no code of the product."""
    ledger = Ledger()
    for number in range(1, 20):
        _sheet(folder, ledger, f"sheet-{number:02}", f"1 册 {number} 页", "read")
    _other_types(folder, ledger)
    _broken(folder, ledger)
    _twice(folder, ledger)
    _rows(folder, ledger)
    _odd(folder, ledger)
    return ledger


def _sheet(folder: Path, ledger: Ledger, name: str, book: str, fate: str, rows: list[Any] | None = None) -> Path:
    """A register of November with three rows, or *rows*, which are entered in the ledger where it is read."""
    given = rows if rows is not None else [case(f"2026-11-{day:02}", KINDS[day % 5]) for day in (3, 4, 6)]
    ledger.files[f"{name}.docx"] = fate
    if fate == "read" and rows is None:
        ledger.kinds.update(row["kind"] for row in given)
    return copy(folder, "cases", name, {"head": {"month": "2026-11", "book": book}, "entries": given})


def _other_types(folder: Path, ledger: Ledger) -> None:
    """Old Word, LibreOffice, WPS, macros, a scan, a note, a lock file and a file of the system."""
    for name in (
        "old.doc",
        "libre.odt",
        "wps.wps",
        "macro.docm",
        "scan.pdf",
        "list.xlsx",
        "~$sheet-01.docx",
        ".DS_Store",
    ):
        (folder / name).write_bytes(b"x")
        ledger.files[name] = "skipped"


def _broken(folder: Path, ledger: Ledger) -> None:
    """Half a file, and a document that is no form."""
    whole = _sheet(folder, ledger, "half", "9 册 1 页", "refused").read_bytes()
    (folder / "half.docx").write_bytes(whole[: len(whole) // 2])
    (folder / "letter.docx").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    ledger.files["letter.docx"] = "refused"


def _twice(folder: Path, ledger: Ledger) -> None:
    """Copied, saved again unchanged, corrected later, and two that nobody can tell apart."""
    (folder / "backup").mkdir()
    (folder / "backup/sheet-01.docx").write_bytes((folder / "sheet-01.docx").read_bytes())
    del ledger.files["sheet-01.docx"]
    ledger.files |= {"sheet-01.docx": "twice", "backup/sheet-01.docx": "read"}
    again = _sheet(folder, ledger, "sheet-02 saved", "1 册 2 页", "read")
    ledger.kinds.subtract(KINDS[day % 5] for day in (3, 4, 6))
    ledger.files["sheet-02.docx"] = "twice"
    save(again, "2026-11-28T08:00:00Z")
    first = _sheet(folder, ledger, "wrong", "2 册 1 页", "twice", [case("2026-11-07", "noise")])
    right = _sheet(folder, ledger, "right", "2 册 1 页", "read", [case("2026-11-07", "fees")])
    ledger.kinds["fees"] += 1
    save(first, "2026-11-20T10:00:00+08:00")
    save(right, "2026-11-20T09:00:00Z")
    for name, kind in (("who-a", "repair"), ("who-b", "other")):
        _sheet(folder, ledger, name, "2 册 2 页", "refused", [case("2026-11-08", kind)])


def _rows(folder: Path, ledger: Ledger) -> None:
    """A slip of the year, last month's, and one without a date, among rows that count."""
    rows = [case("2026-11-09"), case("2062-11-10"), case("2026-10-31"), case("2026-11-12")]
    _sheet(folder, ledger, "slips", "3 册 1 页", "read", rows)
    undated = [{"room": "1-9", "kind": "fees"}, case("2026-11-13", "fees")]
    _sheet(folder, ledger, "undated", "3 册 2 页", "read", undated)
    ledger.kinds.update({"repair": 2, "fees": 1})
    ledger.left_out |= {("slips.docx", 2, "outside"), ("slips.docx", 3, "outside"), ("undated.docx", 1, "undated")}


def _odd(folder: Path, ledger: Ledger) -> None:
    """A sheet of another edition, and one of another form."""
    old = _sheet(folder, ledger, "old-edition", "4 册 1 页", "read")
    change(old, _CUSTOM, *_fingerprint(old))
    copy(folder, "hand-outs", "other-form", {"log": [{"room": "1-1"}]})
    ledger.files["other-form.docx"] = "read"


def _fingerprint(path: Path) -> tuple[str, str]:
    """The fingerprint of the definition that a copy carries, and one that no edition has."""
    with zipfile.ZipFile(path) as archive:
        _, _, rest = archive.read(_CUSTOM).decode().partition('name="fingerprint"')
    found = rest.partition("<vt:lpwstr>")[2].partition("<")[0]
    return found, "0" * len(found)


def save(path: Path, moment: str) -> None:
    """Write into a copy when a word processor saved it."""
    end = "</cp:coreProperties>"
    dated = f'<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/">{moment}</dcterms:modified>{end}'
    change(path, _CORE, end, dated)


def change(path: Path, part: str, old: str, new: str) -> None:
    """Write *new* for *old* in a part of a copy."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    assert old in text
    path.write_bytes(pack({**parts, part: text.replace(old, new).encode()}))


def files_in(folder: Path) -> Iterator[str]:
    """Every file in a folder, as the system lists them."""
    yield from (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
