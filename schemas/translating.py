"""Which texts of a library are translated, and where the English of each is."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

from schemas.entry import text_address
from schemas.library import Library
from schemas.merging import MergedFile, merge
from schemas.scalars import TO_WRITE
from schemas.walk import texts

Texts = list[tuple[str, str]]
"""Texts in print order, each with its address before it."""


def translatable(library: Library) -> dict[Path, Texts]:
    """The texts of each catalogue, by its path: those of the library first, then of each handbook and its records."""
    of_library = [*_texts(library.settings, "library"), *_texts(library.laws, "laws")]
    catalogues = {Path(library.settings_catalogue.path): of_library}
    for id_, book in library.handbooks.items():
        catalogues[Path(book.catalogue.path)] = _texts(book.file, "handbook")
        for entry in library.of_handbook(id_):
            catalogues[Path(entry.catalogue.path)] = _texts(entry.record, f"{entry.kind}/{entry.id}")
    for entry in library.of_handbook(""):
        catalogues[Path(entry.catalogue.path)] = _texts(entry.record, f"{entry.kind}/{entry.id}")
    return catalogues


def _texts(model: object, base: str) -> Texts:
    return [
        (text_address(base, leaf.path), str(leaf.value))
        for leaf in texts(model)
        if not leaf.value.startswith(TO_WRITE)
    ]  # fmt: skip


def merged_catalogues(library: Library, today: date) -> dict[Path, MergedFile]:
    """What to do with each catalogue, by its path: those of a folder are merged together (`schemas.merging`)."""
    wanted: dict[Path, dict[Path, Texts]] = defaultdict(dict)
    for path, its_texts in translatable(library).items():
        wanted[_folder(library, path)][library.root / path] = its_texts
    strays: dict[Path, list[Path]] = defaultdict(list)
    for catalogue in library.strays:
        strays[_folder(library, Path(catalogue.path))].append(library.root / catalogue.path)
    return {
        path.relative_to(library.root): file._replace(
            moved={source.relative_to(library.root): number for source, number in file.moved.items()}
        )
        for folder, its_catalogues in wanted.items()
        for path, file in merge(its_catalogues, today, strays[folder], _renamed(library, folder)).items()
    }


def _folder(library: Library, catalogue: Path) -> Path:
    """The folder whose English a catalogue is part of: that of a handbook, or that of the library."""
    return Path(*catalogue.parts[: 2 if catalogue.parts[1] in library.handbooks else 1])


def _renamed(library: Library, folder: Path) -> dict[str, str]:
    """The records of a folder as they are called now, `kind/id`, by what they were called."""
    return {
        "/".join(former.split("/")[-2:]): f"{entry.kind}/{entry.id}"
        for entry in library.entries.values()
        if entry.path.parents[1] == folder
        for former in entry.names.formerly
    }
