"""Where generations of the index are kept: a folder of this machine, and a database that several machines share."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from search.errors import IndexDamagedError
from search.generations import Generation, named, point_to, read_generation, read_manifest, write_generation
from search.store import ArrayStore, VectorStore


class Home(Protocol):
    """A home of generations: each is there whole or not at all, and one of them is the current one."""

    def named(self) -> tuple[str, ...]:
        """The current generation and the previous one, as far as there are any."""

    def manifest(self, name: str) -> Mapping[str, Any]:
        """The facts of a generation and the sums of its files.

        Raises:
            IndexDamagedError: they are missing or are not what was written.
        """

    def read(self, name: str, only: Collection[str] | None = None) -> Generation:
        """A generation, or only some of its files, checked.

        Raises:
            IndexDamagedError: a file is missing or differs from what the manifest says.
        """

    def write(self, name: str, facts: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
        """Put a generation there; it is nobody's until `point_to` makes it the current one."""

    def point_to(self, name: str) -> None:
        """Make a generation that is there the current one; those that nobody needs go."""


class Listed(NamedTuple):
    """A generation that several machines share, as it is chosen by.

    Attributes:
        corpus: the digest of its texts, which the site of a build names.
        format: the version of its files.
        is_dense: whether it has vectors.
    """

    name: str
    corpus: str
    format: int
    is_dense: bool


class Shared(Home, Protocol):
    """A home that several machines share."""

    def listed(self) -> Sequence[Listed]:
        """All generations that are there, the current one first, then the previous one, then the newest of others.

        Raises:
            DatabaseError: it is away, or refuses.
        """

    def vectors(self, name: str) -> VectorStore | None:
        """The vectors of a generation, compared where they are; None where they are in its files only.

        Raises:
            VectorsDamagedError: they are not what was written.
            DatabaseError: it is away, or refuses.
        """

    def is_whole(self, name: str) -> bool:
        """Whether a generation is there, every byte of it."""

    def put_vectors(self, name: str, store: ArrayStore, starts: NDArray[np.intp]) -> bool:
        """Put the vectors of a generation that is there beside its files; False where vectors cannot be held.

        Args:
            name: whose they are.
            store: the vectors.
            starts: where the passages of each record begin.
        """

    def uses(self, name: str) -> None:
        """Note that this process goes by a generation, so that it is kept."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Generations in a folder; see `search.generations`."""

    path: Path

    def named(self) -> tuple[str, ...]:
        """The current generation and the previous one."""
        return named(self.path)

    def manifest(self, name: str) -> Mapping[str, Any]:
        """The facts of a generation and the sums of its files."""
        return read_manifest(self.path, name)

    def read(self, name: str, only: Collection[str] | None = None) -> Generation:
        """A generation, or only some of its files, checked."""
        return read_generation(self.path, name, only)

    def write(self, name: str, facts: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
        """Put a generation there."""
        write_generation(self.path, name, facts, files)

    def point_to(self, name: str) -> None:
        """Make a generation the current one."""
        point_to(self.path, name)


class Choice(NamedTuple):
    """A generation that may be opened, and where it is."""

    home: Home
    name: str


def choices(folder: Folder, shared: Shared, listed: Sequence[Listed], corpus: str | None, format_: int) -> list[Choice]:
    """The generations to try to open, the best first: those of the site, then those of this machine, then the others.

    Args:
        folder: those of this machine.
        shared: whose are *listed*.
        listed: what several machines share; none while nobody knows.
        corpus: the digest that the site names, so that answers are of the pages that stand; None where none does.
        format_: the version of files that this program reads.
    """
    own = [_listed(folder, name) for name in folder.named()]
    fitting = [one for one in (*own, *listed) if one.corpus == corpus and one.format == format_]
    fitting.sort(key=lambda one: not one.is_dense)
    others = sorted(listed, key=lambda one: one.format != format_)
    names = dict.fromkeys(one.name for one in (*fitting, *own, *others))
    homes = ((folder, {one.name for one in own}), (shared, {one.name for one in listed}))
    return [Choice(home, name) for name in names for home, its in homes if name in its]


def corpus_named(content: bytes) -> str | None:
    """The digest of the texts that a site was built from, by its `edition.json`; None where it does not say."""
    try:
        return str(json.loads(content)["corpus"])
    except (ValueError, LookupError, TypeError):
        return None


def _listed(folder: Folder, name: str) -> Listed:
    try:
        facts = folder.manifest(name)
        return Listed(name, str(facts["corpus"]), int(facts["format_version"]), bool(facts["vectors"]))
    except (IndexDamagedError, KeyError, ValueError, TypeError):  # whoever opens it is told
        return Listed(name, "", 0, is_dense=False)
