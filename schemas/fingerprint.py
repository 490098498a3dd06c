"""The structural fingerprint of a record: what it says at a moment, whatever the file looks like."""

from __future__ import annotations

import hashlib
import json

from pydantic import BaseModel

LENGTH = 12


def fingerprint(model: BaseModel) -> str:
    """Twelve hexadecimal characters; formatting, key order, comments and keys left at their default do not count."""
    content = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:LENGTH]
