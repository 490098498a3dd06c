"""What a browser takes compressed: the files that the build made for it, and answers made for it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Final

from starlette.responses import Response

from generators.compressed import CODINGS, FOLDER, compressed_name

WORTH_WHILE: Final = 1024
"""Bytes from which on something is sent compressed."""
_MOST_KNOWN: Final = 20_000
_MOST_HASHED: Final = 64 * 1024 * 1024
_ACCEPTED: Final = re.compile(r"\s*([\w*.-]{1,20})\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")

_Measured = tuple[int, int, int, int]


class Encoded:
    """The compressed files of a build, found by the content of the file that is asked for.

    Args:
        build: the folder of generated things.
    """

    def __init__(self, build: Path) -> None:
        self._folder = build / FOLDER
        self._digests: dict[_Measured, str] = {}

    def find(self, file: FileIO, accepted: str) -> tuple[str, FileIO] | None:
        """What *file* is for a browser with this `Accept-Encoding`: the coding and the file, open.

        None where it is to be sent as it is.
        """
        status = os.fstat(file.fileno())
        if not WORTH_WHILE <= status.st_size <= _MOST_HASHED:
            return None
        digest = ""
        for coding in codings(accepted):
            digest = digest or self._digest(file, status)
            with contextlib.suppress(OSError):
                return coding, FileIO(str(self._folder / compressed_name(digest, coding)))
        return None

    def _digest(self, file: FileIO, status: os.stat_result) -> str:
        """The sha256 of *file*, which is computed once as long as it stays the same."""
        measured = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        if (digest := self._digests.get(measured)) is None:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            if len(self._digests) >= _MOST_KNOWN:
                self._digests.clear()
            self._digests[measured] = digest
        return digest


def codings(accepted: str) -> Iterator[str]:
    """The codings of ours that *accepted*, a header `Accept-Encoding`, allows, the one that makes less first."""
    allowed = {
        match[1].lower(): float(match[2] or 1)
        for part in accepted.split(",")[:20]
        if (match := _ACCEPTED.fullmatch(part))
    }
    return (coding for coding in CODINGS if allowed.get(coding, allowed.get("*", 0.0)) > 0)


def compressed(response: Response, accepted: str) -> Response:
    """*response*, whose content is all there, as a browser with this `Accept-Encoding` gets it."""
    body = bytes(response.body)
    response.headers["Vary"] = "Accept-Encoding"
    coding = next(codings(accepted), None)
    if coding is None or len(body) < WORTH_WHILE:
        return response
    response.body = CODINGS[coding].quickly(body)
    response.headers["Content-Encoding"] = coding
    response.headers["Content-Length"] = str(len(response.body))
    return response
