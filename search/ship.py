"""`make vectors`: renew the vectors that travel with the program, of the handbooks found from here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.console import Console

from schemas.library import Library
from schemas.loader import load_library
from schemas.root import find_root
from search.building import CACHE
from search.encoder import identity, load_encoder
from search.library_cuts import cut_library
from search.lines import lines
from search.shipped import FOLDER, file_of
from search.vector_cache import VectorCache


def texts_by_handbook(library: Library) -> Mapping[str, tuple[str, ...]]:
    """What gets a vector, each text once, by the id of its handbook."""
    passages = cut_library(library)
    texts: dict[str, dict[str, None]] = {}
    for line in lines(passages):
        texts.setdefault(passages[line.passage].handbook, {})[line.text] = None
    return {handbook: tuple(each) for handbook, each in texts.items()}


def ship(library: Library, folder: Path) -> tuple[str, ...]:
    """Write a file for each handbook into *folder*, where it is not there already, and delete all others.

    Returns:
        The names of the files that were written or deleted.
    """
    encoder, made_by = load_encoder(), identity(str(library.settings.encoder))
    files = {}
    for handbook, texts in texts_by_handbook(library).items():
        vectors, _ = VectorCache(library.root / CACHE).embed(texts, encoder, made_by)
        files[f"{handbook}.npz"] = file_of(made_by, texts, vectors)
    folder.mkdir(exist_ok=True)
    gone = [path for path in folder.glob("*.npz") if path.name not in files]
    for path in gone:
        path.unlink()
    changed = [name for name, content in files.items() if not _holds(folder / name, content)]
    for name in changed:
        (folder / name).write_bytes(files[name])
    return (*changed, *(path.name for path in gone))


def _holds(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


if __name__ == "__main__":
    console = Console()
    for changed_name in ship(load_library(find_root(None, None, Path.cwd())).require(), FOLDER):
        console.print(f"{FOLDER.name}/{changed_name}")
