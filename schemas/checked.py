"""What `handbook check` finds, answered from what it found last time when nothing that it looks at has changed.

It looks at every file under the content root, at the day, and at the program: their digest is the key. So neither the
files need be read as YAML nor the models imported.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemas.findings import Checked, Finding
from schemas.keeper import Keeper
from schemas.kept import FOLDER, Kept, key
from schemas.kept_texts import READ_BY
from schemas.program import program_version
from schemas.root import CONTENT

if TYPE_CHECKING:
    from schemas.entry import Entry
    from schemas.library import Library

_MOST_BYTES: Final = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Beside:
    """Checks of records that stand above this package.

    Attributes:
        packages: the packages that they are made of: when one of these is another, everything is checked again.
        find: gives them; only asked for when something has to be checked, since nobody should wait for their imports.
    """

    packages: tuple[str, ...]
    find: Callable[[], Sequence[Callable[[Library, Entry], Iterator[Finding]]]]


_NOTHING_BESIDE: Final = Beside((), tuple)


def checked(
    root: Path, today: date, in_scope: Callable[[str], bool] | None = None, beside: Beside = _NOTHING_BESIDE
) -> Checked:
    """What is found in the library under *root* as of *today*.

    Args:
        root: the content root.
        today: the day that dates are compared with.
        in_scope: whether what is found in a file is asked for, by its path from the root; all of them when None.
        beside: what else looks at each record.
    """
    with Kept(root / FOLDER / "findings.sqlite", _MOST_BYTES) as kept:
        program = program_version(("schemas", *beside.packages), READ_BY)
        before = _tree(root / CONTENT)
        if before is None:
            return _check(root, today, Keeper(kept, program), in_scope, beside)
        name = key(program, before, today.isoformat())
        if (answer := kept.get(name)) is not None:
            everything = Checked.read(answer)
            return everything if in_scope is None else everything.within(in_scope)
        found = _check(root, today, Keeper(kept, program), in_scope, beside)
        if in_scope is None and _tree(root / CONTENT) == before:  # nothing was saved while it was being checked
            kept.put(name, found.written())
        return found


def _check(root: Path, today: date, keeper: Keeper, in_scope: Callable[[str], bool] | None, beside: Beside) -> Checked:
    from schemas.checks import check, every_path  # what is kept needs neither the checks nor the models
    from schemas.loader import load_library

    loading = load_library(root, keep=True)
    if loading.library is None:
        return check(loading, today, in_scope or every_path, beside.find())
    library = loading.library.kept_by(keeper)
    found = check(replace(loading, library=library), today, in_scope or every_path, beside.find())
    keeper.remember(library)
    return found


def _tree(content: Path) -> str | None:
    """A digest of the names and bytes of all files; None where there is more than plain files in plain folders."""
    digest = blake2b(digest_size=16)
    try:
        if content.is_symlink():
            return None
        for name, path in _inside(os.fspath(content), ""):
            digest.update(f"{len(name)}:".encode() + os.fsencode(name))
            if not name.endswith("/"):
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands
                    digest.update(blake2b(file.read(), digest_size=16).digest())
    except OSError:
        return None
    return digest.hexdigest()


def _inside(folder: str, within: str) -> Iterator[tuple[str, str]]:
    """Every file and, with a slash behind it, every folder: the path within the content, and the whole one.

    Raises:
        OSError: something is neither a plain file nor a plain folder, or cannot be looked into.
    """
    with os.scandir(folder) as items:
        entries = sorted(items, key=lambda entry: entry.name)
    for entry in entries:
        name, mode = f"{within}{entry.name}", entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            yield f"{name}/", entry.path
            yield from _inside(entry.path, f"{name}/")
        elif stat.S_ISREG(mode):
            yield name, entry.path
        else:
            raise OSError(f"{name} is no plain file")
