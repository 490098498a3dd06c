"""Requests that are made to hurt a server: what each sends, again and again, as fast as it can."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from typing import Any, Final
from urllib.parse import quote

CLIENTS: Final = 8
"""Connections that attack at once, each of which waits for its answer."""
HELD: Final = 200
"""Connections that are kept waiting, of those attacks that do so."""
_HOST: Final = b"Host: localhost\r\n"
_CLOSE: Final = b"Connection: close\r\n"


@dataclass(frozen=True, slots=True)
class Target:
    """What is attacked.

    Attributes:
        port: where the server listens.
        pid: its process.
        form: the address of a form.
        printed: the fingerprint of its sheets.
        block: the id of a register in it.
        long: the path of a long file.
    """

    port: int
    pid: int
    form: str
    printed: str
    block: str
    long: str


@dataclass(frozen=True, slots=True)
class Attack:
    """What is sent on a connection; *is_held* leaves it open without reading."""

    sent: Callable[[Target], bytes]
    is_held: bool = False


def get(path: str, *headers: bytes, method: bytes = b"GET", host: bytes = _HOST) -> Callable[[Target], bytes]:
    """A request without content."""
    head = b"%b %b HTTP/1.1\r\n%b%b" % (method, path.encode(), host, _CLOSE)
    return lambda _: head + b"".join(header + b"\r\n" for header in headers) + b"\r\n"


def ask(question: str, path: str = "/api/ask") -> Callable[[Target], bytes]:
    """A question."""
    return get(f"{path}?q={quote(question)}")


def post(content: bytes, kind: bytes = b"application/json", *headers: bytes) -> Callable[[Target], bytes]:
    """A form with that content."""
    return lambda target: b"POST /api/forms/%b HTTP/1.1\r\n%bContent-Type: %b\r\n%b%bContent-Length: %d\r\n\r\n%b" % (
        target.form.encode(), _HOST, kind, _CLOSE, b"".join(header + b"\r\n" for header in headers),
        len(content), content,
    )  # fmt: skip


def fill(values: Callable[[Target], Mapping[str, Any]]) -> Callable[[Target], bytes]:
    """A form with those values, as its page sends it."""
    return lambda target: post(json.dumps({"printed": target.printed, "values": values(target)}).encode())(target)


def pieces(content: bytes) -> Callable[[Target], bytes]:
    """A form whose content comes in pieces, as they are given."""
    head = (
        b"HTTP/1.1\r\n" + _HOST + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + _CLOSE + b"\r\n"
    )
    return lambda target: b"POST /api/forms/" + target.form.encode() + b" " + head + content


def rows(count: int, row: Mapping[str, Any]) -> Callable[[Target], bytes]:
    """A register with so many rows."""
    return fill(lambda target: {target.block: [row] * count})


_MARKS: Final = "a" + "\u0315\u0300" * 50_000

ATTACKS: Final[Mapping[str, Attack]] = {
    "a question that grows": Attack(ask("\ufdfa" * 20)),
    "questions as long as may be": Attack(ask("怎么处理投诉" * 83)),
    "a question of marks": Attack(ask("a" + "\u0315\u0300" * 240)),
    "a question of symbols": Attack(ask("🏳️‍🌈" * 80)),
    "words of a question that stand everywhere": Attack(ask("的 一 是 the of a", "/api/text")),
    "a field of marks": Attack(rows(1, {"borrower": _MARKS})),
    "a name of marks": Attack(fill(lambda target: {target.block: [{_MARKS: 1}]})),
    "unknown keys": Attack(fill(lambda _: {f"k{number}": 1 for number in range(60_000)})),
    "unknown keys of rows": Attack(rows(14_000, {"k": 1})),
    "rows with mistakes": Attack(rows(14_000, {"out": "morgen"})),
    "copies of many rows": Attack(rows(280, {"borrower": "张三"})),
    "deep values": Attack(post(b'{"printed": "a", "values": ' + b"[" * 100_000)),
    "long numbers": Attack(post(b'{"printed": "a", "values": {"a": ' + b"9" * 900_000 + b"}}")),
    "content of another site": Attack(post(b"{" * 900_000, b"text/plain", b"Origin: https://elsewhere.example")),
    "too much content": Attack(post(b"1" * 4_000_000)),
    "pieces of a byte": Attack(pieces(b"1\r\na\r\n" * 500_000)),
    "trailers": Attack(pieces(b"0\r\n" + b"a: b\r\n" * 100_000)),
    "many headers": Attack(get("/", *[b"a: b"] * 20_000)),
    "a long header": Attack(get("/", b"a: " + b"b" * 4_000_000)),
    "a long address": Attack(get("/" + "a" * 4_000_000)),
    "many parameters": Attack(get("/api/ask?" + "a=1&" * 1900)),
    "languages and codings": Attack(
        get("/api/none", b"Accept-Language: " + b"a," * 9000, b"Accept-Encoding: " + b"a," * 3000)
    ),
    "many tags": Attack(get("/", b"If-None-Match: " + b'"a",' * 7000)),
    "ranges": Attack(get("/", b"Range: bytes=" + b"0-1," * 7000)),
    "addresses that are no text": Attack(get("/%ff%fe" * 1000)),
    "addresses that are not there": Attack(get("/assets/none")),
    "other methods": Attack(get("/", method=b"PROPFIND")),
    "other hosts": Attack(get("/", host=b"Host: elsewhere.example\r\n")),
    "what is counted": Attack(get("/metrics")),
    "requests ahead": Attack(lambda _: (b"GET / HTTP/1.1\r\n" + _HOST + b"\r\n") * 10_000),
    "the longest file": Attack(lambda target: get(target.long, b"Accept-Encoding: identity")(target)),
    "connections that say nothing": Attack(lambda _: b"", is_held=True),
    "heads that do not end": Attack(lambda _: b"GET / HTTP/1.1\r\n", is_held=True),
    "bodies that do not end": Attack(
        lambda target: post(b"")(target).replace(b"Content-Length: 0", b"Content-Length: 9"), is_held=True
    ),
    "answers that nobody reads": Attack(lambda target: get(target.long)(target) * 2, is_held=True),
}
"""Each by what it is."""


def once(target: Target, attack: Attack) -> socket.socket:
    """Attack once; an answer is read to its end, unless the connection is to be held."""
    connection = socket.create_connection(("127.0.0.1", target.port), timeout=120)
    with contextlib.suppress(ConnectionError):
        connection.sendall(_content(target, attack))
        while not attack.is_held and connection.recv(1 << 18):
            pass
    return connection


@lru_cache(maxsize=1)
def _content(target: Target, attack: Attack) -> bytes:
    """What an attack sends, made once: what it costs is the server's."""
    return attack.sent(target)


@contextlib.contextmanager
def under(target: Target, name: str) -> Iterator[None]:
    """The server under an attack, from another process, until this is left."""
    context = get_context("spawn")
    begun = context.Event()
    process = context.Process(target=_keep_on, args=(target, name, begun), daemon=True)
    process.start()
    try:
        assert begun.wait(120)
        yield
    finally:
        process.kill()
        process.join()


def _keep_on(target: Target, name: str, begun: Event) -> None:
    attack = ATTACKS[name]
    clients = [threading.Thread(target=_attack, args=(target, attack), daemon=True) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    begun.set()
    for client in clients:
        client.join()


def _attack(target: Target, attack: Attack) -> None:
    held: deque[socket.socket] = deque()
    while True:
        connection = once(target, attack)
        held.append(connection)
        if not attack.is_held or len(held) > HELD:
            held.popleft().close()
