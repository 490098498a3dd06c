"""Data as a script: it loads by `<script>`, and so from a USB stick too."""

from __future__ import annotations

import json
from typing import Any


def as_script(variable: str, value: Any) -> bytes:
    """The script that gives *variable* its *value*."""
    # U+2028 and U+2029 end a line in old JavaScript; `</` would end a script that somebody puts into a page.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"{variable} = {text};\n".encode()
