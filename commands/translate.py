"""`handbook translate`: extract and merge the English catalogues."""

from __future__ import annotations

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
    wanted = {"library": (content / "en.po", translatable_settings(library))}
    wanted |= {str(id_): (content / id_ / "en.po", translatable(library, id_)) for id_ in library.handbooks}
    merged = {name: (path, *merge(path, texts)) for name, (path, texts) in wanted.items()}
    if not stats:
        catalogues = {path: text.encode() for path, text, _ in merged.values()}
        context.write_outputs({path: text for path, text in catalogues.items() if _is_another(path, text)})
    _print([(name, counts) for name, (_, _, counts) in merged.items()])


def _is_another(path: Path, content: bytes) -> bool:
    return not path.exists() or path.read_bytes() != content


def _print(rows: list[tuple[str, Merged]]) -> None:
    table = Table(*_HEADS.of(context.lang()), box=None)
    for name, merged in rows:
        numbers = (merged.total, merged.added, merged.missing, merged.fuzzy, merged.obsolete)
        table.add_row(name, *map(str, numbers))
    context.out.print(table)
