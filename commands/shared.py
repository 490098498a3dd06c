"""Generations that several machines share, where the environment names a database; otherwise nothing is imported."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from commands import context
from schemas.words import Bilingual
from search.ask import Searcher, open_searcher
from search.index import current_generation
from search.shared import VARIABLE, shared_database
from search.shared.errors import DatabaseError

if TYPE_CHECKING:
    from search.shared.generations import SharedGenerations

_NO_VECTORS: Final = Bilingual(
    "数据库里没有 pgvector 扩展，装不了向量：每个服务进程把向量放在自己的内存里，一样回答。",
    "the database has no extension pgvector, so it holds no vectors: each server process holds them in its memory, "
    "and answers as well.",
)


def shared_generations() -> SharedGenerations | None:
    """What several machines share; None where no database is named.

    Raises:
        HandbookError: the driver is not installed, or what names the database is no URL.
    """
    url = os.environ.get(VARIABLE, "").strip()
    return _generations_at(url) if url else None


@cache
def _generations_at(url: str) -> SharedGenerations | None:
    database = shared_database({VARIABLE: url})
    if database is None:
        return None
    from search.shared.generations import SharedGenerations  # it stands on the driver, which is an extra

    return SharedGenerations(database)


def open_newest(root: Path) -> Searcher:
    """A searcher over the index that is to be opened under *root*, on this machine or in the shared database.

    Raises:
        IndexMissingError, IndexDamagedError, IndexUnfitError: no generation can be used.
    """
    return open_searcher(root, shared_generations())


def share_index(root: Path) -> None:
    """Put the index under *root* into the shared database, if one is named, and point to it; say what came of it.

    Raises:
        DatabaseError: it is away, or refuses; the index under *root* is as good as ever.
    """
    shared = shared_generations()
    if shared is None:
        return
    from search.sharing import share  # only who builds shares

    with context.err.status(context.say("正在存入数据库 {place}……", "Into the database {place} …", place=shared.place)):
        told = share(root, shared)
    if not told.holds_vectors:
        context.err.print(_NO_VECTORS.of(context.lang()), style="yellow", markup=False)
    words = (
        ("索引 {name} 已存入数据库 {place}", "index {name} is in the database {place}")
        if told.was_written
        else ("索引 {name} 在数据库 {place} 里，没有变化", "index {name} is in the database {place}, unchanged")
    )
    context.out.print(context.say(*words, name=told.name, place=shared.place), markup=False)


class Pointer:
    """Which generation a server under *root* would open, asked again and again.

    While the database is away that is the one it last was, and what is in memory is served on.
    """

    def __init__(self, root: Path, shared: SharedGenerations) -> None:
        self._root, self._shared = root, shared
        self._wanted = self._opened = ""

    def open(self) -> Searcher:
        """Open it."""
        searcher = open_searcher(self._root, self._shared)
        self._opened = searcher.index.generation
        return searcher

    def __call__(self) -> object:
        """Its name."""
        try:
            self._wanted = current_generation(self._root, self._shared)
            if self._opened:
                self._shared.uses(self._opened)
        except DatabaseError:
            pass
        return self._wanted
