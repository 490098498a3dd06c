"""Writing generated trees: only what changed is written, only what we wrote before is removed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from schemas.disk import write_file, write_whole
from schemas.findings import HandbookError
from schemas.words import Bilingual


@dataclass(frozen=True, slots=True)
class Written:
    """The paths, relative to the tree, that were written and removed."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed)


def write_tree(root: Path, files: Mapping[str, bytes]) -> Written:
    """Make *root* hold *files*, path to bytes; a file whose bytes are the same is left alone, time stamp and all.

    What an earlier call wrote there and *files* no longer has is removed, with folders that become empty. Files that
    others put under *root* stay. The list of what was written is kept beside the tree, in `.<name>.written.json`.

    Raises:
        HandbookError: rule `path-outside`: a path leads out of *root*.
    """
    for path in files:
        refuse_outside(root, path)
    ledger = root.parent / f".{root.name}.written.json"
    before = _read(ledger)
    gone = sorted(before - files.keys())
    # Written first and last: whatever stops the work in between, the next run still knows every file that is ours.
    if not before >= files.keys():
        _record(ledger, before | files.keys())
    changed = tuple(path for path, content in files.items() if write_file(root / path, content))
    removed = tuple(path for path in gone if _remove(root, path))
    if gone:
        _record(ledger, files.keys())
    return Written(changed, removed)


def refuse_outside(root: Path, path: str) -> None:
    """Take only paths within *root*.

    Raises:
        HandbookError: rule `path-outside`.
    """
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or "\0" in path:
        message = Bilingual("生成的路径 {path} 在 {root} 之外", "the generated path {path} leads out of {root}")
        raise HandbookError("path-outside", message, path=path, root=root.name)


def _read(ledger: Path) -> frozenset[str]:
    try:
        return frozenset(json.loads(ledger.read_text("utf-8")))
    except (OSError, ValueError):
        return frozenset()


def _record(ledger: Path, paths: Iterable[str]) -> None:
    write_whole(ledger, f"{json.dumps(sorted(paths), ensure_ascii=False, indent=0)}\n".encode())


def _remove(root: Path, path: str) -> bool:
    target = root / path
    if not target.is_file():
        return False
    target.unlink()
    for folder in target.parents:
        if folder == root or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
