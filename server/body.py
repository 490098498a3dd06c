"""The body of a request, which is bounded: JSON of our own pages, and nothing else."""

from __future__ import annotations

from fastapi import Request

from schemas.limits import MOST_BYTES_OF_VALUES
from server.errors import RefusedError, Trouble
from server.gate import takes_json


async def json_body(request: Request) -> bytes:
    """What was sent as JSON.

    Raises:
        RefusedError: it says to be something else, or is too large; then it is not read to its end, and not at all
            where it says so itself.
    """
    if not takes_json(request.headers.get("content-type", "")):
        raise RefusedError(Trouble.NO_JSON)
    content, length = bytearray(), int(request.headers.get("content-length", 0))
    async for chunk in request.stream():
        content += chunk
        if max(length, len(content)) > MOST_BYTES_OF_VALUES:
            raise RefusedError(Trouble.TOO_LARGE, most=MOST_BYTES_OF_VALUES)
    return bytes(content)
