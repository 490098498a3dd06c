"""A zip of which one part changes: the others are packed once, and copied."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

from generators.docx.package import pack, undated

_LEVEL: Final = 3


class Archive:
    """A package whose part *changing* is given anew each time.

    Args:
        package: the zip as it is.
        changing: the name of the part that changes; it moves to the end.
    """

    def __init__(self, package: bytes, changing: str) -> None:
        self._changing = changing
        with zipfile.ZipFile(BytesIO(package)) as archive:
            others = {name: archive.read(name) for name in archive.namelist() if name != changing}
        self._others = pack(others, _LEVEL)

    def with_part(self, content: bytes) -> bytes:
        """The zip with *content* as the part that changes: the same bytes for the same content."""
        whole = BytesIO(self._others)
        with zipfile.ZipFile(whole, "a") as archive:
            archive.writestr(undated(self._changing), content, compresslevel=_LEVEL)
        return whole.getvalue()
