"""The pages and files of the site: a file is opened first and measured then, so what is sent is one file, whole."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from email.utils import formatdate, parsedate_to_datetime
from io import FileIO
from mimetypes import guess_type
from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from generators.assets import is_named_by_content
from generators.compressed import is_text
from generators.pages.links import ROOT
from schemas.languages import PREFIX
from schemas.words import LANGUAGES
from server.editions import Editions
from server.encodings import Encoded
from server.errors import RefusedError, Trouble
from server.reading import is_computed
from server.tree import Tree

_PIECE: Final = 256 * 1024
"""So much of a file is read and sent at once, in bytes; nearly every file is smaller."""
_RANGE: Final = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.IGNORECASE)
_ROOT: Final = re.compile(rb'\b%b="([^"]*)"' % ROOT.encode())
_READS: Final = ("GET", "HEAD")
_FOR_GOOD: Final = "public, max-age=31536000, immutable"
_ASK_EACH_TIME: Final = "no-cache"


class Pages:
    """Answers for the site what is no computed address, and lets the rest pass.

    Files are read where requests are taken: a page is a few system calls, and waits for no thread that is at work on
    a form.
    """

    def __init__(self, app: ASGIApp, editions: Editions) -> None:
        self.app = app
        self._editions = editions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or is_computed(scope["path"]):
            await self.app(scope, receive, send)
        elif scope["method"] in _READS:
            request = Request(scope)
            await answer_page(self._editions, scope["path"].removeprefix("/"), request)(scope, receive, send)
        else:
            refusal = RefusedError(Trouble.METHOD).response(scope)
            refusal.headers["Allow"] = ", ".join(_READS)
            await refusal(scope, receive, send)


def answer_page(editions: Editions, path: str, request: Request) -> Response:
    """The response for *path* on the site: a file, a folder's `index.html`, or the page of what is lost.

    Args:
        editions: what is served.
        path: the path of the request, decoded, without the `/` it begins with.
        request: a GET or HEAD request.
    """
    edition = editions.current
    if (reply := _answer(edition.tree, path, request, editions.encoded)) is not None:
        return reply
    newest = editions.newest_instead_of(edition)
    if newest is not None and (reply := _answer(newest, path, request, editions.encoded)) is not None:
        editions.give_way(edition, newest)
        return reply
    for tree in editions.standing() if "assets" in path.split("/") else ():
        if (reply := _answer(tree, path, request, editions.encoded)) is not None:
            return reply
    return _lost(editions.current.tree, path)


def answer_file(editions: Editions, path: str, request: Request) -> Response | None:
    """The response with the file at *path* of the site; None where there is none."""
    file = editions.current.tree.open(path)
    return None if file is None else _send(file, path, request, editions.encoded)


def _answer(tree: Tree, path: str, request: Request, encoded: Encoded) -> Response | None:
    if (file := tree.open(path)) is not None:
        return _send(file, path, request, encoded)
    index = f"{path}/index.html"
    if (file := tree.open(index)) is None:
        return None
    if path and not path.endswith("/"):
        file.close()
        return _into_folder(path, request)
    return _send(file, index, request, encoded)


def _into_folder(path: str, request: Request) -> Response:
    """Without a host: what stands before the site, and how it is called from outside, is not known here."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{quote(path.rpartition('/')[2], safe='')}/{query}")


def _lost(tree: Tree, path: str) -> Response:
    folders = [PREFIX.of(lang) for lang in LANGUAGES]
    for folder in sorted(folders, key=len, reverse=True):
        if f"{path}/".startswith(folder) and (file := tree.open(f"{folder}404.html")) is not None:
            with file:
                page = seen_from(path, file.readall())
                return Response(page, 404, {"Cache-Control": _ASK_EACH_TIME}, "text/html")
    return Response("Not Found", 404, {"Cache-Control": _ASK_EACH_TIME}, "text/plain")


def seen_from(path: str, page: bytes) -> bytes:
    """The page of what is lost with the ways that lead from *path*: what stands before the site is not known."""
    if (root := _ROOT.search(page)) is None:
        return page
    up = b"../" * path.count("/")
    placed = page.replace(b'="%b/' % root[1], b'="%b' % (up or b"./"))
    return placed.replace(root[0], b'%b="%b"' % (ROOT.encode(), up.removesuffix(b"/") or b"."), 1)


def _send(file: FileIO, path: str, request: Request, encoded: Encoded) -> Response:
    measured = os.fstat(file.fileno())
    headers = {
        "Last-Modified": formatdate(measured.st_mtime, usegmt=True),
        "Cache-Control": _FOR_GOOD if is_named_by_content(path) else _ASK_EACH_TIME,
    }
    tag = f"{measured.st_mtime_ns:x}-{measured.st_size:x}"
    if is_text(path):
        headers["Vary"] = "Accept-Encoding"
        accepted = "" if "range" in request.headers else request.headers.get("accept-encoding", "")
        if (instead := encoded.find(file, accepted)) is not None:
            file.close()
            headers["Content-Encoding"], file = instead
            tag = f"{tag}-{headers['Content-Encoding']}"
            measured = os.fstat(file.fileno())
    headers["ETag"] = f'"{tag}"'
    if _is_known(request.headers, headers["ETag"], headers["Last-Modified"]):
        file.close()
        return Response(status_code=304, headers=headers)
    status, begin, end = _asked(request.headers, measured.st_size)
    headers["Accept-Ranges"] = "bytes"
    headers["Content-Length"] = str(end - begin)
    if status != 200:
        headers["Content-Range"] = f"bytes {f'{begin}-{end - 1}' if end > begin else '*'}/{measured.st_size}"
    return _body(file, begin, end, status, headers, path, whole=request.method != "HEAD")


def _body(
    file: FileIO, begin: int, end: int, status: int, headers: dict[str, str], path: str, *, whole: bool
) -> Response:
    """The bytes from *begin* to *end*, at once where they are few; the file is closed when they are sent."""
    media_type = guess_type(path)[0] or "application/octet-stream"
    if whole and end - begin > _PIECE:
        return StreamingResponse(_pieces(file, begin, end), status, headers, media_type)
    with file:
        file.seek(begin)
        return Response(_exactly(file, end - begin) if whole else b"", status, headers, media_type)


async def _pieces(file: FileIO, begin: int, end: int) -> AsyncIterator[bytes]:
    with file:
        file.seek(begin)
        for at in range(begin, end, _PIECE):
            yield _exactly(file, min(_PIECE, end - at))


def _exactly(file: FileIO, size: int) -> bytes:
    """The next *size* bytes.

    Raises:
        EOFError: somebody wrote into the file in its place; the connection is cut rather than a torn page sent.
    """
    content = file.read(size)
    while len(content) < size:
        more = file.read(size - len(content))
        if not more:
            raise EOFError
        content += more
    return content


def _is_known(asked: Headers, etag: str, modified: str) -> bool:
    """Whether the reader has this very file already."""
    if (etags := asked.get("if-none-match")) is not None:
        return etags.strip() == "*" or etag in (one.strip().removeprefix("W/") for one in etags.split(","))
    if "if-modified-since" not in asked:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(asked["if-modified-since"])
    except (ValueError, OverflowError, TypeError):
        return False


def _asked(asked: Headers, size: int) -> tuple[int, int, int]:
    """The status, and which bytes are asked for, the last of them not counted.

    Several ranges, units that are not bytes, and parts of a file that may have changed meanwhile (`If-Range`) are
    answered with the whole file, as RFC 9110 lets a server do.
    """
    match = _RANGE.fullmatch(asked.get("range", ""))
    first, last = match.groups() if match else ("", "")
    if not (first or last) or (first and last and int(last) < int(first)) or "if-range" in asked:
        return 200, 0, size
    begin = int(first) if first else max(size - int(last), 0)
    end = min(int(last) + 1, size) if first and last else size
    return (206, begin, end) if begin < size else (416, 0, 0)
