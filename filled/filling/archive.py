"""A zip of which some parts change: the others are packed once, and copied."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Mapping
from io import BytesIO
from typing import Final

from generators.docx.package import pack, undated

_LEVEL: Final = 3


class Archive:
    """A package whose parts *changing* are given anew each time.

    Args:
        package: the zip as it is.
        changing: the names of the parts that change; they move to the end.
    """

    def __init__(self, package: bytes, changing: Collection[str]) -> None:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            others = {name: archive.read(name) for name in archive.namelist() if name not in changing}
        self._others = pack(others, _LEVEL)

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The zip with the *parts* that change, by name: the same bytes for the same contents."""
        whole = BytesIO(self._others)
        with zipfile.ZipFile(whole, "a") as archive:
            for name, content in parts.items():
                archive.writestr(undated(name), content, compresslevel=_LEVEL)
        return whole.getvalue()
