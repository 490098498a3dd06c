"""Data as a script: it loads by `<script>`, and so from a USB stick too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemas.disk import write_file


def as_script(variable: str, value: Any) -> bytes:
    """The script that gives *variable* its *value*."""
    # U+2028 and U+2029 end a line in old JavaScript; `</` would end a script that somebody puts into a page.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"{variable} = {text};\n".encode()


def write_scripts(folder: Path, files: Mapping[str, bytes], pattern: str) -> tuple[str, ...]:
    """Write *files* into *folder*, by name, and take away what else has a name of this *pattern*; what changed."""
    changed = tuple(name for name, content in files.items() if write_file(folder / name, content))
    for path in folder.glob(pattern):
        if path.name not in files:
            path.unlink(missing_ok=True)
    return changed
