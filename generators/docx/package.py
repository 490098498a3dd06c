"""The zip around the parts: the same parts give the same bytes, in any process and on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 5
_UNIX: Final = 3
_READ_WRITE: Final = 0o600 << 16


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of *parts* by name, in the order given (`[Content_Types].xml` first, as Office expects)."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = _READ_WRITE
            archive.writestr(info, content)
    return buffer.getvalue()
