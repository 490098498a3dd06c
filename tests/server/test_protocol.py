"""Connections over a real socket: who is slow, endless or one too many is let go, and others do not notice."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI

from server.headers import POLICY
from server.protocol import TimedProtocol
from tests.server.over_http import over_http
from tests.server.test_app import client
from tests.waiting import until

HOST = b"Host: 127.0.0.1\r\n"
FORM = b"POST /api/forms/a/forms/b HTTP/1.1\r\nContent-Type: application/json\r\n" + HOST
BODY = 64 * 1024 * 1024


class Hasty(TimedProtocol):
    """Gives a tenth of a second where others are given ten and more."""

    head_seconds = 0.2
    body_seconds = 0.3
    unread_seconds = 0.3


class Few(TimedProtocol):
    """Takes four connections at once."""

    most_connections = 4


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"page")
    with (site / "long.bin").open("wb") as file:
        file.truncate(BODY)
    application = client(site).app
    assert isinstance(application, FastAPI)
    return application


def connect(url: str) -> socket.socket:
    """A connection of its own; what does not come within a minute is a failure."""
    return socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), timeout=60)


def everything(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    content = b""
    try:
        while piece := connection.recv(65536):
            content += piece
    except ConnectionResetError:
        pass
    return content


def said(answer: bytes) -> Mapping[str, Any]:
    """The JSON of a response."""
    content: Mapping[str, Any] = json.loads(answer.partition(b"\r\n\r\n")[2])
    return content


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"", b""),
        (b"GET / HTTP/1.1\r\n" + HOST, b"HTTP/1.1 408 "),
        (b"\r\n", b"HTTP/1.1 408 "),
        (FORM + b"Content-Length: 100\r\n\r\n{", b"HTTP/1.1 408 "),
        (FORM + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", b"HTTP/1.1 408 "),
    ],
    ids=["nothing", "head", "line", "body", "chunks"],
)
def test_who_sends_too_slowly_is_let_go(app: FastAPI, sent: bytes, status: bytes) -> None:
    """A head or a body that does not end in its time is closed, many at once, with the reason; pages come meanwhile."""
    with over_http(app, Hasty) as url:
        slow = [connect(url) for _ in range(50)]
        for connection in slow:
            connection.sendall(sent)
        assert httpx.get(url).text == "page"
        answers = [everything(connection) for connection in slow]
        for connection in slow:
            connection.close()

    assert all(answer.startswith(status) and bool(answer) == bool(status) for answer in answers)
    if status:
        assert said(answers[0]) == {
            "error": "too-slow",
            "detail": [{"where": [], "problem": "请求没有在限定时间内发完"}],
        }


def test_who_does_not_read_is_let_go(app: FastAPI) -> None:
    """An answer that nobody fetches does not stay: the connection ends before the whole of it was sent."""
    ended = set[int]()

    class Noted(Hasty):
        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            ended.add(self.client[1] if self.client else 0)

    with over_http(app, Noted) as url, closing(connect(url)) as connection:
        connection.sendall(b"GET /long.bin HTTP/1.1\r\n" + HOST + b"\r\n")
        assert httpx.get(url).text == "page"
        until(lambda: connection.getsockname()[1] in ended)
        assert len(everything(connection)) < BODY


def test_a_connection_that_is_kept_answers_again_and_again(app: FastAPI) -> None:
    """The time is given to each request anew: one connection serves longer than any of them may take."""
    with over_http(app, Hasty) as url, httpx.Client() as browser:
        answers = [browser.get(url) for _ in range(300)]

    assert {(answer.text, answer.headers.get("connection")) for answer in answers} == {("page", None)}


def test_one_too_many_takes_the_place_of_who_was_waited_for_longest(app: FastAPI) -> None:
    """However many connections say nothing, the next one is answered; the first of them has made room."""
    with over_http(app, Few) as url:
        silent = [connect(url) for _ in range(4)]
        assert httpx.get(url).text == "page"
        assert everything(silent[0]) == b""
        silent[3].sendall(b"GET / HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n")
        assert everything(silent[3]).endswith(b"page")
        for connection in silent:
            connection.close()


def test_who_does_not_read_makes_room_too(app: FastAPI) -> None:
    """However many answers nobody fetches, the next connection is answered."""
    with over_http(app, Few) as url:
        unread = [connect(url) for _ in range(4)]
        for connection in unread:
            connection.sendall(b"GET /long.bin HTTP/1.1\r\n" + HOST + b"\r\n")
            assert connection.recv(1)
        assert httpx.get(url).text == "page"
        for connection in unread:
            connection.close()


@contextmanager
def endless(url: str, first: bytes, more: Callable[[int], bytes]) -> Iterator[bytes]:
    """What is answered to *first* and then *more* again and again, until the connection is closed."""
    with closing(connect(url)) as connection:
        connection.sendall(first)
        try:
            for number in range(100_000):
                connection.sendall(more(number))
        except (BrokenPipeError, ConnectionResetError):
            pass
        yield everything(connection)


@pytest.mark.parametrize(
    ("first", "more"),
    [
        (b"GET /", lambda _: b"a" * 4000),
        (b"GET / HTTP/1.1\r\n", lambda number: b"a%d: b\r\n" % number),
        (b"GET / HTTP/1.1\r\na: ", lambda _: b"a" * 4000),
        (FORM + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", lambda number: b"a%d: b\r\n" % number),
        (FORM + b"Transfer-Encoding: chunked\r\n\r\n0\r\na: ", lambda _: b"a" * 4000),
        (FORM + b"Transfer-Encoding: chunked\r\n\r\n", lambda _: b"1\r\na\r\n"),
        (b"", lambda _: b"GET / HTTP/1.1\r\n" + HOST + b"\r\n"),
    ],
    ids=["address", "headers", "header", "trailers", "trailer", "pieces", "pipeline"],
)
def test_what_has_no_end_is_ended(app: FastAPI, first: bytes, more: Callable[[int], bytes]) -> None:
    """An address, headers or requests without end are cut off long before their time is over; the server serves on."""
    with over_http(app) as url:
        with endless(url, first, more):
            pass
        assert httpx.get(url).text == "page"


@pytest.mark.parametrize(
    ("sent", "status", "error"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", b"400", "malformed"),
        (b"CONNECT a:1 HTTP/1.1\r\n" + HOST + b"\r\n", b"400", "malformed"),
        (b"GET /\xff HTTP/1.1\r\n" + HOST + b"\r\n", b"400", "malformed"),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n", b"414", "address-too-long"),
        (b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n", b"431", "head-too-large"),
    ],
    ids=["tls", "connect", "bytes", "address", "headers"],
)
def test_what_is_no_request_is_refused_as_everything_is(app: FastAPI, sent: bytes, status: bytes, error: str) -> None:
    """What never becomes a request is refused in the same shape and with the same headers as every other."""
    with over_http(app) as url, closing(connect(url)) as connection:
        connection.sendall(sent)
        answer = everything(connection)

    assert answer.startswith(b"HTTP/1.1 " + status)
    assert said(answer)["error"] == error
    assert f"content-security-policy: {POLICY}".encode() in answer
