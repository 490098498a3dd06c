"""What `handbook check` finds, answered from what it found last time when nothing that it looks at has changed.

It looks at every file under the content root, at the day, and at the program: their digest is the key. So neither the
files need be read as YAML nor the models imported.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final

from schemas.findings import Worded
from schemas.kept import FOLDER, Kept, key
from schemas.kept_texts import READ_BY
from schemas.program import program_version
from schemas.root import CONTENT
from schemas.words import Bilingual

_MOST_BYTES: Final = 16 * 2**20


def checked(root: Path, today: date) -> tuple[Worded, ...]:
    """Every finding of the library under *root* as of *today*, by file and line."""
    before = _tree(root / CONTENT)
    if before is None:
        return _check(root, today)
    name = key(program_version(("schemas",), READ_BY), before, today.isoformat())
    with Kept(root / FOLDER / "findings.sqlite", _MOST_BYTES) as kept:
        findings = _read(kept.get(name))
        if findings is None:
            findings = _check(root, today)
            if _tree(root / CONTENT) == before:  # nothing was saved while it was being checked
                kept.put(name, _written(findings))
    return findings


def _check(root: Path, today: date) -> tuple[Worded, ...]:
    from schemas.checks import check  # what is kept needs neither the checks nor the models
    from schemas.loader import load_library

    return tuple(finding.worded() for finding in check(load_library(root, keep=True), today))


def _written(findings: tuple[Worded, ...]) -> bytes:
    rows = [
        (item.path, item.line, item.col, item.rule, item.severity, item.title.both(), item.hint.both())
        for item in findings
    ]
    return json.dumps(rows, ensure_ascii=True).encode()


def _read(kept: bytes | None) -> tuple[Worded, ...] | None:
    if kept is None:
        return None
    return tuple(
        Worded(path, line, col, rule, severity, Bilingual(*title), Bilingual(*hint))
        for path, line, col, rule, severity, title, hint in json.loads(kept)
    )


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
