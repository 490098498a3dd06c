"""Pages as a server that watches sends them: the newest there is, with the script that renews it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.live.news import News, digest_of_page
from server.reading import is_computed
from server.tree import Tree

PLACE: Final = "api/watch"
"""Where the script, its styles and its events are, on the site."""
_END_OF_HEAD: Final = b"</head>"
_LEFT_OUT: Final = frozenset(
    {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range", b"content-length"}
)
"""Of a request for a page: it is to be sent whole, and as it is read."""
_CHANGED: Final = ("etag", "last-modified", "accept-ranges", "vary")
"""Of its answer: it is another page every time."""


class LivePages:
    """Sends pages with what renews them, and all else as it is."""

    def __init__(self, app: ASGIApp, news: News) -> None:
        self.app = app
        self._news = news

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _is_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        newer = self._news.page(path_of(scope["path"]))
        if newer is not None:
            page = renewing(newer, scope["path"], digest_of_page(newer))
            await Response(page, headers=_KEPT, media_type="text/html")(scope, receive, send)
            return
        whole = {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in _LEFT_OUT]}
        await self.app(whole, receive, _Renewing(send, scope["path"]))


class _Renewing:
    """Sends what is sent through it; a page with the script that renews it."""

    def __init__(self, send: Send, path: str) -> None:
        self._send = send
        self._path = path
        self._start: Message | None = None
        self._pieces: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        """Send a message, or keep it until the page is whole."""
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
            return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._pieces.append(message.get("body", b""))
        if not message.get("more_body", False):
            whole = b"".join(self._pieces)
            digest = digest_of_page(whole) if self._start["status"] == 200 else ""
            page = renewing(whole, self._path, digest)
            headers = MutableHeaders(scope=self._start)
            for name in _CHANGED:
                del headers[name]
            headers.update({**_KEPT, "Content-Length": str(len(page))})
            await self._send(self._start)
            await self._send({"type": "http.response.body", "body": page})


def renewing(page: bytes, path: str, digest: str) -> bytes:
    """*page* with the script that renews it when what stands at *path*, that of the request, has another *digest*."""
    place = f"{'../' * path.removeprefix('/').count('/')}{PLACE}"
    script = (
        f'<link rel="stylesheet" href="{place}/page.css">'
        f'<script src="{place}/page.js" data-page="{digest}" defer></script>'
    )
    return page.replace(_END_OF_HEAD, script.encode() + _END_OF_HEAD, 1)


def path_of(path: str) -> str:
    """The path on the site of what is asked for by *path*: of a folder that of its `index.html`."""
    inner = path.lstrip("/")
    return f"{inner}index.html" if not inner or inner.endswith("/") else inner


def digest_now(news: News, path: str, tree: Callable[[], Tree]) -> str:
    """That of the page at *path* of the site as it would be sent now; empty where there is none."""
    page = news.page(path)
    if page is None and (file := tree().open(path)) is not None:
        with file:
            page = file.readall()
    return "" if page is None else digest_of_page(page)


def _is_page(path: str) -> bool:
    last = path.rpartition("/")[2]
    return not is_computed(path) and ("." not in last or last.endswith(".html"))


def _is_html(message: Message) -> bool:
    return Headers(raw=message.get("headers", [])).get("content-type", "").startswith("text/html")


_KEPT: Final = {"Cache-Control": "no-store"}
