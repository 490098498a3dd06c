"""English for a library made by chance: words as odd as the Chinese."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import polib

from schemas.library import Library
from schemas.translating import merged_catalogues
from tests.generated.texts import LINK, VALUE, text


def write_english(library: Library, root: Path, random: Random) -> None:
    """Write catalogues for *library* under *root*, most of their entries translated."""
    for path, file in merged_catalogues(library, date(2026, 1, 20)).items():
        if not file.content:
            continue
        catalogue = polib.pofile(file.content)
        for entry in catalogue:
            entry.msgstr = _english(random, entry.msgid) if random.random() < 0.9 else ""
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(root / path))


def _english(random: Random, chinese: str) -> str:
    if "[[" in chinese or "{" in chinese:
        return f"E {chinese}"
    return text(random).replace(LINK, "x").replace(VALUE, "y")
