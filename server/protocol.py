"""Connections that are given a time: who sends too slowly, reads too slowly or sends too much is let go.

What uvicorn leaves open to a single reader: a head or a body that never ends, an answer that is never fetched, any
number of connections. Each is timed here; where there are too many the one waited for longest makes room.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final, Literal
from weakref import WeakKeyDictionary

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.server import ServerState

from schemas.words import LANGUAGES
from server.errors import RefusedError, Trouble
from server.headers import SECURITY
from server.metrics import CONNECTIONS, LET_GO
from server.observing import REQUEST_ID, new_id

HEAD_SECONDS: Final = 10.0
"""From the first byte of a request, or from the beginning of a connection, to the end of its head."""
BODY_SECONDS: Final = 30.0
"""From the end of the head to the end of the body."""
UNREAD_SECONDS: Final = 30.0
"""For what is sent, piece by piece: a reader of 64 kbit/s needs as long for one of them."""
MOST_CONNECTIONS: Final = 1000
_MOST_HEAD: Final = 32 * 1024
_MOST_ADDRESS: Final = 8 * 1024
_MOST_HEADERS: Final = 100
_MOST_SENT: Final = 8 * 1024 * 1024
"""Of one request, with what is around its content: a megabyte in pieces of a byte has six."""
_MOST_PIECES: Final = 4000
"""Of the content of one request, as they arrive: a megabyte in packets of a slow line has 700."""
_MOST_AHEAD: Final = 16
"""Requests that may be sent before the answer to an earlier one; browsers send none."""

_Stage = Literal["head", "body", "idle"]

_WAITED_FOR: Final[WeakKeyDictionary[ServerState, dict[TimedProtocol, None]]] = WeakKeyDictionary()
"""The connections of each server that it waits for, those it has waited for longest first."""


class TimedProtocol(HttpToolsProtocol):
    """A connection; see the module. How long what may take is its class's, for tests to be quick."""

    head_seconds = HEAD_SECONDS
    body_seconds = BODY_SECONDS
    unread_seconds = UNREAD_SECONDS
    most_connections = MOST_CONNECTIONS

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._waited_for = _WAITED_FOR.setdefault(self.server_state, {})
        self._until: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None
        self._stage: _Stage | None = None
        self._in_body = False
        self._received = self._pieces = 0
        self._trouble = RefusedError(Trouble.MALFORMED)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take it, and let the one go that has kept us waiting longest when there are too many."""
        super().connection_made(transport)
        CONNECTIONS.inc()
        transport.set_write_buffer_limits(high=0)  # so that we are told whenever something lies unread
        if len(self.connections) > self.most_connections:
            if not self._waited_for:
                self._refuse(RefusedError(Trouble.BUSY))
                return
            next(iter(self._waited_for)).let_go("too-many")
        self._wait("head")

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        CONNECTIONS.dec()
        self._wait(None)
        self.resume_writing()
        self._unset_keepalive_if_required()
        super().connection_lost(exc)

    def let_go(self, reason: str) -> None:
        """End it at once, whatever it still has to read."""
        LET_GO.labels(reason).inc()
        self._wait(None)
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Parse what came; whoever needs longer for the rest of it than he is given is let go."""
        self._received += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._in_body:
            self._wait("body")
            if self._received > _MOST_SENT:
                self.let_go(Trouble.TOO_LARGE)
        elif self.cycle is not None and not self.cycle.response_complete:
            self._wait(None)
        elif self._received > _MOST_HEAD:
            self._refuse(RefusedError(Trouble.HEAD_LARGE))
        else:
            self._wait("head")

    def on_url(self, url: bytes) -> None:
        """Take a piece of the address."""
        super().on_url(url)
        if len(self.url) > _MOST_ADDRESS:
            self._fail(RefusedError(Trouble.ADDRESS_LONG, most=_MOST_ADDRESS))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; those that follow a body in pieces count too."""
        super().on_header(name, value)
        if len(self.headers) > _MOST_HEADERS:
            self._fail(RefusedError(Trouble.HEAD_LARGE))

    def on_headers_complete(self) -> None:
        """Begin to answer."""
        self._in_body, self._pieces = True, 0
        super().on_headers_complete()
        if len(self.pipeline) > _MOST_AHEAD:
            self._fail(RefusedError(Trouble.BUSY))

    def on_body(self, body: bytes) -> None:
        """Take a piece of the content."""
        super().on_body(body)
        self._pieces += 1
        if self._pieces > _MOST_PIECES:
            self._fail(RefusedError(Trouble.MALFORMED))

    def on_message_complete(self) -> None:
        """What comes now is another request."""
        self._in_body, self._received = False, 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, if the whole of this one was sent."""
        super().on_response_complete()
        if not self._in_body and not self.pipeline:
            self._wait("idle")

    def pause_writing(self) -> None:
        """Something lies unread."""
        super().pause_writing()
        self._waited_for.setdefault(self)
        self._unread = self._unread or self.loop.call_later(self.unread_seconds, self.let_go, "unread")

    def resume_writing(self) -> None:
        """Everything is read."""
        super().resume_writing()
        if self._stage is None:
            self._waited_for.pop(self, None)
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def send_400_response(self, msg: str) -> None:
        """Refuse what cannot be parsed."""
        self._refuse(self._trouble)

    def _wait(self, stage: _Stage | None) -> None:
        """Wait for the rest of a head or a body, for another request, or for nothing."""
        if stage == self._stage:
            return
        if self._until is not None:
            self._until.cancel()
        self._stage, self._until = stage, None
        self._waited_for.pop(self, None)
        if stage is not None:
            self._waited_for[self] = None
        if stage in ("head", "body"):  # who is idle is let go by uvicorn
            self._until = self.loop.call_later(getattr(self, f"{stage}_seconds"), self._give_up)

    def _give_up(self) -> None:
        if self._received:
            self._refuse(RefusedError(Trouble.SLOW))
        else:
            self.let_go("silent")

    def _fail(self, trouble: RefusedError) -> None:
        """Refuse the request that is being parsed.

        Raises:
            ValueError: always; it ends the parser.
        """
        self._trouble = trouble
        raise ValueError(trouble.trouble)

    def _refuse(self, trouble: RefusedError) -> None:
        """Say why, unless something else is being said, and close."""
        if self.pipeline:
            self.let_go(trouble.trouble)
            return
        LET_GO.labels(trouble.trouble).inc()
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            self.transport.write(_refusal(trouble, self.server_state.default_headers))
        self._wait(None)
        self.transport.close()


def _refusal(trouble: RefusedError, headers: list[tuple[bytes, bytes]]) -> bytes:
    body = trouble.body(LANGUAGES[0])
    own: Mapping[str, str] = {
        **SECURITY, **trouble.headers, REQUEST_ID: new_id(),
        "Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close",
    }  # fmt: skip
    lines = [*headers, *((name.lower().encode(), value.encode()) for name, value in own.items())]
    head = b"".join(b"%b: %b\r\n" % line for line in lines)
    return STATUS_LINE[trouble.trouble.wording.status] + head + b"\r\n" + body
