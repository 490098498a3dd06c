"""`handbook serve`: the site and the API; what is missing is built first, what takes long meanwhile."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path
from typing import Annotated, Final

import typer
import uvicorn
from fastapi import FastAPI

from commands import context
from commands.answering import IndexAnswers
from commands.build import build_all, print_built
from commands.building import Builds
from commands.filling import LibraryFilling
from commands.progress import progress
from commands.saved import saved
from schemas.findings import HandbookError
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.loader import load_library
from schemas.messages import Requests
from search.ask import open_searcher
from server.app import create_app
from server.editions import Editions
from server.gate import Hosts
from server.protocol import TimedProtocol
from server.question_log import QuestionLog

_TURN: Final = 0.001
"""Seconds that a thread at work on an answer or a form keeps the interpreter from one that sends a page: a page needs
several turns, and with Python's own 5 ms each it would wait for 50."""

DRAIN_SECONDS: Final = 30
"""So long a request that was begun may take when the server is told to end."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    watch: Annotated[bool, typer.Option("--watch", help="Build and serve what is saved meanwhile.")] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name that readers know this server by; may be given several times.")
    ] = None,
) -> None:
    """Build what has changed, then serve the site and the API until Ctrl-C.

    What is built meanwhile, by hand or with --watch, is served without a restart.

    Example: `handbook serve --port 8080`
    """
    root = context.root()
    before = saved(root)
    library = context.library()
    listener = listen(host, port)
    with progress() as report:
        results = build_all(library, report, parts=("forms", "index", "site"), late=False)
    for built in results:
        print_built(built)
    hosts = Hosts.of(library.settings.base_url, (host, *(allow_host or ())))
    log = QuestionLog(_data(root) / "questions.jsonl", context.warn)
    app = create_app(editions_of(library), log, _tell, hosts)
    sys.setswitchinterval(_TURN)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))  # so that a build at work ends with us
    builds = Builds(root, before)
    builds.begin(watch=watch)
    try:
        _announce(host, listener.getsockname()[1], watch=watch)
        uvicorn.Server(server_config(app)).run(sockets=[listener])
    finally:
        builds.end()


def server_config(app: FastAPI, http: type[TimedProtocol] = TimedProtocol) -> uvicorn.Config:
    """How *app* is served: who is slow is let go, and what was begun is finished when the server is told to end."""
    return uvicorn.Config(
        app, http=http, ws="none", log_level="error", access_log=False, server_header=False,
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )  # fmt: skip


def editions_of(library: Library) -> Editions:
    """What is served of a library that was just built: its site, its index and its forms, renewed as they are built."""
    root = library.root
    return Editions(
        root / "build",
        open_answering=lambda: IndexAnswers(open_searcher(root)),
        open_filling=lambda: LibraryFilling(load_library(root, keep=True).require()),
        filling=LibraryFilling(library),
    )


def _tell(error: HandbookError) -> None:
    """What keeps a newer build from being taken up."""
    context.warn(HandbookError(Requests.BUILD_UNREAD, reason=error.say(context.lang())))


def _announce(host: str, port: int, *, watch: bool) -> None:
    place = f"http://{'[' + host + ']' if ':' in host else host}:{port}/"
    announcement = context.say(
        "已在 {place} 提供服务（英文在 {place}{english}），按 Ctrl-C 结束。",
        "Serving at {place} (English at {place}{english}). Ctrl-C stops it.",
        place=place,
        english=PREFIX.en,
    )
    context.out.print(announcement, style="bold green", markup=False)
    if watch:
        context.out.print(
            context.say("保存的改动会随时上网页。", "What is saved is on the pages at once."), style="green"
        )


def listen(host: str, port: int) -> socket.socket:
    """The socket, taken before anything is built, so that a taken port is said at once.

    Raises:
        HandbookError: rule `port-taken`.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named asyncio sends what is small at once; otherwise an answer waits for the other side's turn.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # who comes while the site is built waits instead of being refused
    except OSError as error:
        listener.close()
        raise HandbookError(Requests.PORT_TAKEN, place=f"{host}:{port}", reason=error.strerror or str(error)) from error
    return listener


def _data(root: Path) -> Path:
    """Where what must never be lost is kept: `HANDBOOK_DATA`, otherwise `data/` beside the handbook."""
    return Path(os.environ.get("HANDBOOK_DATA") or root / "data")
