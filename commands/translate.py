"""`handbook translate`: extract and merge the English catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from commands import context
from schemas.catalogue import Merged, merge
from schemas.checks.translations import translatable, translatable_settings
from schemas.words import ByLanguage

_HEADS: Final = ByLanguage(
    ("手册", "共", "新", "缺", "待核", "作废"), ("handbook", "texts", "new", "missing", "fuzzy", "obsolete")
)


def translate(
    stats: Annotated[bool, typer.Option("--stats", help="Only count; write nothing.")] = False,
) -> None:
    """Bring every `en.po` up to date with the YAML: new texts are added, changed ones become fuzzy, none is lost.

    Example: `handbook translate --stats`
    """
    library = context.library()
    content = library.root / "handbook"
    rows = [("library", _merge(content / "en.po", translatable_settings(library), stats))]
    rows += [(id_, _merge(content / id_ / "en.po", translatable(library, id_), stats)) for id_ in library.handbooks]
    _print(rows)


def _merge(path: Path, wanted: Iterable[tuple[str, str]], stats: bool) -> Merged:
    content, merged = merge(path, wanted)
    if not stats and (not path.exists() or path.read_text("utf-8") != content):
        temporary = path.with_suffix(".po.new")
        temporary.write_text(content, "utf-8", newline="\n")
        temporary.replace(path)
    return merged


def _print(rows: list[tuple[str, Merged]]) -> None:
    table = Table(*_HEADS.of(context.lang()), box=None)
    for name, merged in rows:
        numbers = (merged.total, merged.added, merged.missing, merged.fuzzy, merged.obsolete)
        table.add_row(name, *map(str, numbers))
    context.out.print(table)
