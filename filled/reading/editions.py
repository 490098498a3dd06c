"""Earlier editions of a form, kept by a release: a filled copy is read by the definition it was printed from.

A snapshot is `editions/<handbook>/<edition>.json`: `{"handbook", "edition", "records": {address: record}}`, each record
as `Model.model_dump(mode="json", by_alias=True, exclude_defaults=True)` gives it, so that its fingerprint can be told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from schemas.findings import HandbookError
from schemas.fingerprint import fingerprint
from schemas.form import Form
from schemas.words import Bilingual

FOLDER: Final = "editions"
_DAMAGED: Final = Bilingual(
    "版本快照 {path} 读不了，请重新发布这一版",
    "the snapshot {path} cannot be read; release that edition again",
)


def kept_form(root: Path, address: str, wanted: str) -> Form | None:
    """The edition of a form whose definition has the fingerprint *wanted*, or None.

    Args:
        root: the content root.
        address: `handbook/forms/id`; a form that was renamed has several.
        wanted: a fingerprint, as a filled copy carries it.

    Raises:
        HandbookError: rule `snapshot-damaged`.
    """
    for record in _records(root, address):
        try:
            form = Form.model_validate(record)
        except ValidationError:
            continue  # written by an earlier version of this program
        if fingerprint(form) == wanted:
            return form
    return None


def _records(root: Path, address: str) -> Iterator[Any]:
    """The form at *address* in every snapshot of its handbook, the latest first."""
    folder = root / FOLDER / address.partition("/")[0]
    for path in sorted(folder.glob("*.json"), reverse=True) if folder.is_dir() else ():
        try:
            record = json.loads(path.read_text("utf-8"))["records"].get(address)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise HandbookError("snapshot-damaged", _DAMAGED, path=path.relative_to(root).as_posix()) from None
        if record is not None:
            yield record
