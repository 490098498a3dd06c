"""Each request by a name of its own, counted, timed and noted, without what was asked."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime
from time import perf_counter
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.access_log import AccessLog
from server.metrics import AT_WORK, REQUESTS, SECONDS

REQUEST_ID: Final = "X-Request-ID"
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_PLACES: Final = frozenset(
    {"/healthz", "/readyz", "/metrics", "/api/openapi.json"}
    | {f"/api/{name}" for name in ("ask", "text", "paragraph", "forms", "feedback", "owner")}
)
_FILL: Final = re.compile(r"/api/forms/[^/]+/forms/[^/]+")
_METHODS: Final = frozenset({"GET", "HEAD", "POST"})
_LONGEST: Final = 200


class Observing:
    """Gives a request the name that stands before the server, or one of ours, and says it with the answer.

    Args:
        app: what answers.
        log: where requests are noted; None to note none.
    """

    def __init__(self, app: ASGIApp, log: AccessLog | None = None) -> None:
        self.app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        name = _name(scope)
        status, size, started = 0, 0, perf_counter()

        async def send_with_name(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = name
            else:
                size += len(message.get("body", b""))
            await send(message)

        AT_WORK.inc()
        try:
            await self.app(scope, receive, send_with_name)
        finally:
            AT_WORK.dec()
            self._note(scope, name, status, size, perf_counter() - started)

    def _note(self, scope: Scope, name: str, status: int, size: int, seconds: float) -> None:
        kind = _kind(scope["path"])
        method = scope["method"] if scope["method"] in _METHODS else "other"
        REQUESTS.labels(kind, method, status).inc()
        SECONDS.labels(kind).observe(seconds)
        if self._log is not None:
            is_page = kind == "page" and 0 < status < 400
            self._log.note({
                "time": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                "id": name,
                "method": method,
                "place": scope["path"][:_LONGEST] if is_page else kind,
                "status": status or None,
                "bytes": size,
                "ms": round(seconds * 1000, 2),
            })  # fmt: skip


def _name(scope: Scope) -> str:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if _ID.fullmatch(given) else new_id()


def new_id() -> str:
    """A name for a request."""
    return f"{random.getrandbits(64):016x}"


def _kind(path: str) -> str:
    """What kind of place *path* is: there are few of them, whatever is asked for."""
    if path in _PLACES:
        return path
    if _FILL.fullmatch(path):
        return "/api/forms/{form}"
    return "/api/{unknown}" if f"{path}/".startswith("/api/") else "page"
