"""`make vectors`: renew the vectors that travel with the program, of the handbooks found from here."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console

from schemas import disk
from schemas.findings import user_language
from schemas.library import Library
from schemas.loader import load_library
from schemas.root import find_root
from schemas.words import Bilingual
from search.building import CACHE
from search.danger.cut import cut_perils
from search.danger.perils import perils_of
from search.danger.teaching import asked, lessons
from search.encoder import DEFAULT, identity, load_encoder
from search.library_cuts import cut_library
from search.lines import Said, all_said
from search.middles import embed_said, vectors_to_ship
from search.shipped import FOLDER, file_of, place, rounded
from search.student_learning import learn
from search.student_shipped import NAME as STUDENT
from search.student_shipped import Taught, read_taught_file, taught_file
from search.vector_cache import AsQuestions, VectorCache, as_questions

DANGERS: Final = "_dangers"
"""The file of what danger is learnt from; no handbook is called so."""

_UNWRITTEN: Final = Bilingual(
    "向量没有更新：{path} 写不进去：{reason}；原来的没有动。{remedy}",
    "the vectors are not renewed, as {path} cannot be written: {reason}; what stood there is as it was. {remedy}",
)


def said_by_handbook(library: Library) -> Mapping[str, Sequence[Said]]:
    """What is said of passages by the id of their handbook; or by the kind, of the library’s own records."""
    passages = cut_library(library)
    by_handbook = defaultdict[str, list[Said]](list)
    for said in all_said(passages):
        by_handbook[passages[said.passage].handbook or passages[said.passage].kind].append(said)
    return by_handbook


def texts_of_dangers(library: Library) -> tuple[str, ...]:
    """What danger is learnt from, which gets a vector as a question."""
    return tuple(asked(lessons(perils_of(cut_perils(library)), cut_library(library))))


def ship(library: Library, folder: Path) -> tuple[str, ...]:
    """Write a file for each handbook, and one for dangers, into *folder*, where it is not there, and delete all others.

    Where one was written the student is taught anew, and its file written too.

    Returns:
        The names of the files that were written or deleted.

    Raises:
        OSError: one of them cannot be written; every file is as it was.
    """
    encoder, made_by = load_encoder(), identity(DEFAULT)
    cache, files = VectorCache(library.root / CACHE), {}
    for handbook, said in said_by_handbook(library).items():
        store, _ = embed_said(said, cache, encoder, made_by)
        files[f"{handbook}.npz"] = file_of(made_by, *vectors_to_ship(said, store, made_by))
    questions, student = texts_of_dangers(library), folder / STUDENT
    asking = as_questions(made_by)
    vectors, _ = cache.embed(questions, AsQuestions(encoder), asking)
    heard = zip(questions, rounded(vectors), strict=True)
    files[f"{DANGERS}.npz"] = file_of(asking, {place(asking, text): row.tobytes() for text, row in heard})
    changed = [name for name, content in files.items() if not disk.holds(folder / name, content)]
    if changed or read_taught_file(student, made_by) is None:
        files[STUDENT] = taught_file(made_by, _taught(library, cache, made_by))
        changed.append(STUDENT)
    disk.write_together({folder / name: files[name] for name in changed})
    gone = [path for path in folder.glob("*.npz") if path.name not in (*files, STUDENT)]
    for path in gone:
        path.unlink()
    return (*changed, *(path.name for path in gone))


def _taught(library: Library, cache: VectorCache, made_by: str) -> Taught:
    """What the student learns from the asks of the library, each by its own vector: the *cache* keeps them."""
    said, encoder = all_said(cut_library(library)), load_encoder()
    vectors, _ = cache.embed([text for one in said for text in one.texts], encoder, made_by)
    store, _ = embed_said(said, cache, encoder, made_by)
    return learn(said, vectors, store.middles)


def main(folder: Path) -> None:
    """Renew what lies in *folder*, and say what was; what the system refuses is one line, and exit code 1."""
    console = Console(soft_wrap=True)
    try:
        for name in ship(load_library(find_root(None, None, Path.cwd())).require(), folder):
            console.print(f"{folder.name}/{name}")
    except OSError as error:
        place, reason, remedy = disk.place(error, folder), disk.reason(error), disk.remedy(error)
        line = _UNWRITTEN.say(user_language(), path=place, reason=reason, remedy=remedy)
        Console(stderr=True, soft_wrap=True).print(line, markup=False)
        sys.exit(1)


if __name__ == "__main__":
    main(FOLDER)
