"""What `handbook check` finds, answered from what it found last time when nothing that it looks at has changed.

It looks at every file under the content root, at the day, and at the program: their digest is the key. So neither the
files need be read as YAML nor the models imported.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from schemas.findings import Worded
from schemas.kept import FOLDER, Kept, key
from schemas.kept_texts import READ_BY
from schemas.program import program_version
from schemas.root import CONTENT
from schemas.words import Bilingual

_MOST_BYTES: Final = 16 * 2**20


class Checked(NamedTuple):
    """What `check` finds: every finding, by file and line, and how many texts each file holds."""

    findings: tuple[Worded, ...]
    texts: Mapping[str, int]


def checked(root: Path, today: date) -> Checked:
    """What is found in the library under *root* as of *today*."""
    before = _tree(root / CONTENT)
    if before is None:
        return _check(root, today)
    name = key(program_version(("schemas",), READ_BY), before, today.isoformat())
    with Kept(root / FOLDER / "findings.sqlite", _MOST_BYTES) as kept:
        answer = _read(kept.get(name))
        if answer is None:
            answer = _check(root, today)
            if _tree(root / CONTENT) == before:  # nothing was saved while it was being checked
                kept.put(name, _written(answer))
    return answer


def _check(root: Path, today: date) -> Checked:
    from schemas.checks import check, texts_by_path  # what is kept needs neither the checks nor the models
    from schemas.loader import load_library

    loading = load_library(root, keep=True)
    findings = tuple(finding.worded() for finding in check(loading, today))
    return Checked(findings, texts_by_path(loading.library) if loading.library else {})


def _written(answer: Checked) -> bytes:
    rows = [
        (item.path, item.line, item.col, item.rule, item.severity, item.title.both(), item.hint.both())
        for item in answer.findings
    ]
    return json.dumps([rows, dict(answer.texts)], ensure_ascii=True).encode()


def _read(kept: bytes | None) -> Checked | None:
    if kept is None:
        return None
    rows, texts = json.loads(kept)
    findings = (
        Worded(path, line, col, rule, severity, Bilingual(*title), Bilingual(*hint))
        for path, line, col, rule, severity, title, hint in rows
    )
    return Checked(tuple(findings), texts)


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
