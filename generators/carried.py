"""A form to fill as a script: a page that is opened as a file may load scripts, and nothing else."""

from __future__ import annotations

import json
from base64 import b64encode


def carried_name(path: str) -> str:
    """The script that carries the Word file at *path*, both from the root of the site."""
    return f"{path}.js"


def carried(name: str, docx: bytes) -> bytes:
    """The script that hands *docx* to the page under *name*, the name of the Word file."""
    return f'(window.Shouce.data.carried??={{}})[{json.dumps(name)}]="{b64encode(docx).decode()}";\n'.encode()
