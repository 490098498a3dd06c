"""`handbook translate`: extract and merge the English catalogues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import reduce
from operator import add
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from commands import context
from schemas.catalogue import LANGUAGE
from schemas.merging import Merged, MergedFile
from schemas.messages import Requests
from schemas.translating import merged_catalogues
from schemas.words import Bilingual, ByLanguage, Counted

_HEADS: Final = ByLanguage(
    ("翻译文件", "共", "新", "缺", "待核", "作废"), ("catalogue", "texts", "new", "missing", "fuzzy", "obsolete")
)

_NEXT: Final = Bilingual(
    "缺的和待核的，用 Poedit 或记事本打开文件来译，如 {path}：英文写在 msgstr 后面，"
    "核过的删去 fuzzy 那一行；再运行 handbook check。",
    "Translate what is missing or fuzzy in Poedit or a text editor, as in {path}: the English goes behind msgstr, and "
    "the line fuzzy goes once it is right; then run handbook check.",
)
_ENTRIES: Final = Counted("{number} 条", "{number} entry", "{number} entries")
_NUMBERS: Final = 40
"""Characters of the numbers beside a name."""


def translate(
    stats: Annotated[bool, typer.Option("--stats", help="Only count, record by record; write nothing.")] = False,
) -> None:
    """Bring the English up to date with the YAML: new texts are added, changed ones become fuzzy, none is lost.

    Every record has a catalogue of its own, `en/<folder>/<id>.po`. Example: `handbook translate --stats`
    """
    library = context.library()
    files = merged_catalogues(library, date.today())
    _print(files, all_files=stats)
    if not stats:
        _write(files, library.root)
        for source, targets in sorted(_moves(files).items()):
            context.out.print(_move(source, targets), markup=False)
        _say_what_next(files)


def _say_what_next(files: Mapping[Path, MergedFile]) -> None:
    """Where what is missing or fuzzy is translated, and how; nothing where all is done."""
    path = next((path for path, file in files.items() if file.counts.missing or file.counts.fuzzy), None)
    if path is not None:
        context.out.print(_NEXT.say(context.lang(), path=path.as_posix()), markup=False)


def _write(files: Mapping[Path, MergedFile], root: Path) -> None:
    """Write what has changed, then take away the files of which everything has moved elsewhere.

    Raises:
        HandbookError: `cannot-write`.
    """
    context.write_outputs(
        {root / path: file.content.encode() for path, file in files.items() if file.content and not file.is_empty}
    )
    for path in (root / path for path, file in files.items() if file.is_empty):
        try:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        except OSError as error:
            raise context.refused(Requests.CANNOT_WRITE, error, path) from None


def _print(files: Mapping[Path, MergedFile], *, all_files: bool) -> None:
    """A line for each handbook with the sum, under it one for each catalogue, or for each that is written."""
    folders: dict[str, list[tuple[Path, MergedFile]]] = defaultdict(list)
    for path, file in files.items():
        is_of_handbook = path.parts[1:-1] and path.parts[1] != LANGUAGE
        folders[path.parts[1] if is_of_handbook else "library"].append((path, file))
    table = Table(*_HEADS.of(context.lang()), box=None)
    table.columns[0].no_wrap = True
    for name, its_files in folders.items():
        table.add_row(name, *_numbers(reduce(add, (file.counts for _, file in its_files))))
        for path, file in its_files:
            if all_files or file.content or file.is_empty:
                table.add_row(f"  {'/'.join(path.parts[2:] or path.parts[1:])}", *_numbers(file.counts))
    context.out.print(table, width=max(context.out.width, max(map(len, map(str, files))) + _NUMBERS))


def _numbers(merged: Merged) -> tuple[str, ...]:
    return tuple(map(str, (merged.total, merged.added, merged.missing, merged.fuzzy, merged.obsolete)))


def _moves(files: Mapping[Path, MergedFile]) -> Mapping[Path, Mapping[Path, int]]:
    """How many entries moved from each catalogue to each other one."""
    moves: dict[Path, dict[Path, int]] = defaultdict(dict)
    for target, file in files.items():
        for source, number in file.moved.items():
            moves[source][target] = number
    return moves


def _move(source: Path, targets: Mapping[Path, int]) -> str:
    entries, (target, *others) = _ENTRIES.of(sum(targets.values())), targets
    if others:
        return context.say(
            "{source} 里的 {entries}移到了各条记录自己的翻译文件（{files} 个）",
            "{entries} of {source} moved to the catalogues of their records ({files})",
            source=source.as_posix(), entries=entries, files=len(targets),
        )  # fmt: skip
    return context.say(
        "{source} 里的 {entries}移到了 {target}", "{entries} of {source} moved to {target}",
        source=source.as_posix(), entries=entries, target=target.as_posix(),
    )  # fmt: skip
