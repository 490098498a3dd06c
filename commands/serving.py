"""What a server process serves: one of its own, or each of several workers, which share the socket."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import uvicorn
from fastapi import FastAPI
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from commands import context
from commands.answering import IndexAnswers
from commands.filling import LibraryFilling
from commands.noting import question_log
from commands.shared import Pointer, shared_generations
from commands.watching import Watching
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.loader import load_library
from schemas.messages import Requests
from search.ask import open_searcher
from server.access_log import AccessLog
from server.app import create_app
from server.editions import Editions
from server.gate import Hosts
from server.metrics import FOLDER_VARIABLE
from server.narrator import Narrator
from server.protocol import TimedProtocol

if sys.platform != "win32":
    import resource

DRAIN_SECONDS: Final = 30
"""So long a request that was begun may take when the server is told to end."""
_TURN: Final = 0.001
"""Seconds that a thread at work on an answer or a form keeps the interpreter from one that sends a page.

A page needs several turns, and with Python's own 5 ms each it would wait for 50.
"""
_HUNG: Final = 60
"""Seconds without a sign of life after which a worker is replaced."""


@dataclass(frozen=True, slots=True)
class Service:
    """How a library is served; worker processes are handed it.

    Attributes:
        root: the content root.
        lang: the language that the command line speaks.
        hosts: what the server is called.
        access: where requests are noted; None to note none.
        open_metrics: whether other machines may read what is counted.
        open_owner: whether other machines may read what was asked and not found.
        stale: why what stands may be older than what is written; None when it is not.
    """

    root: Path
    lang: str
    hosts: Hosts
    access: Path | None
    open_metrics: bool
    open_owner: bool
    stale: HandbookError | None = None

    def application(self, library: Library, watching: Watching | None = None) -> FastAPI:
        """The application over what was built of *library*, renewed by *watching* when something is saved."""
        sys.setswitchinterval(_TURN)
        _allow_files()
        editions = editions_of(library, self.stale)
        if watching is not None:
            watching.begin(editions)
        return create_app(
            editions,
            question_log(self.root, self.warn),
            self.tell,
            hosts=self.hosts,
            access=AccessLog(self.access) if self.access is not None else None,
            open_metrics=self.open_metrics,
            open_owner=self.open_owner,
            narrator=_narrator(library),
            news=watching.news if watching is not None else None,
        )

    def tell(self, error: HandbookError) -> None:
        """Say what keeps a newer build from being taken up."""
        self.warn(HandbookError(Requests.BUILD_UNREAD, reason=error.say(self.lang)))

    def warn(self, problem: HandbookError) -> None:
        """Say what those who run the server should know; threads of it know nothing of the options of the call."""
        context.use(self.root, self.lang)
        context.warn(problem)


def run(
    service: Service, library: Library, listener: socket.socket, workers: int, watching: Watching | None = None
) -> None:
    """Serve until told to end: in this process, or in so many workers that read the library themselves.

    What was begun by then is finished; pages that listen for what is *watching* are let go.
    """
    if workers == 1:
        config = server_config(service.application(library, watching))
        _Server(config, watching).run(sockets=[listener])
        return
    with _counting_together():
        config = server_config(partial(_worker, service), workers=workers)
        _Workers(config, sockets=[listener]).run()


class _Server(uvicorn.Server):
    """The server in this process."""

    def __init__(self, config: uvicorn.Config, watching: Watching | None) -> None:
        super().__init__(config)
        self._watching = watching

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let those go who listen, who would never be done, and wait for all others."""
        if self._watching is not None:
            self._watching.news.end()
        await super().shutdown(sockets)


class _Workers(Multiprocess):
    """The workers; told to end, they let nobody else in, as one process would."""

    def terminate_all(self) -> None:
        """Tell them to end."""
        for listener in self.sockets:
            listener.close()
        super().terminate_all()


def server_config(
    app: FastAPI | partial[FastAPI], http: type[TimedProtocol] = TimedProtocol, workers: int = 1
) -> uvicorn.Config:
    """How *app*, or what makes it, is served: who is slow is let go, a proxy on this machine is believed."""
    return uvicorn.Config(
        app, factory=isinstance(app, partial), workers=workers, http=http, ws="none",
        log_level="error", access_log=False, server_header=False, forwarded_allow_ips=["127.0.0.1", "::1"],
        timeout_graceful_shutdown=DRAIN_SECONDS, timeout_worker_healthcheck=_HUNG,
    )  # fmt: skip


def _narrator(library: Library) -> Narrator | None:
    """Who puts found steps into a paragraph, where the library names somebody."""
    named = library.settings.narrator
    return Narrator(str(named.url), str(named.model)) if named is not None else None


def editions_of(library: Library, stale: HandbookError | None = None) -> Editions:
    """What is served of a library that was just built: its site, its index and its forms, renewed as they are built.

    Args:
        library: as it is written now.
        stale: why what stands may be older than that.
    """
    root, shared = library.root, shared_generations()
    pointer = Pointer(root, shared) if shared is not None else None
    return Editions(
        root / "build",
        open_answering=lambda: IndexAnswers(pointer.open() if pointer is not None else open_searcher(root)),
        open_filling=lambda: LibraryFilling(load_library(root, keep=True).require()),
        filling=LibraryFilling(library),
        stale=stale,
        pointed=pointer,
    )


def _worker(service: Service) -> FastAPI:
    """The application of a worker; one that cannot read the library ends them all."""
    context.use(service.root, service.lang)
    try:
        return service.application(load_library(service.root, keep=True).require())
    except HandbookError as error:
        context.warn(error)
        sys.exit(STARTUP_FAILURE)


@contextmanager
def _counting_together() -> Iterator[None]:
    """A folder in which workers count, unless there is one already."""
    if FOLDER_VARIABLE in os.environ:
        yield
        return
    folder = tempfile.mkdtemp(prefix="handbook-metrics-")
    os.environ[FOLDER_VARIABLE] = folder
    try:
        yield
    finally:
        del os.environ[FOLDER_VARIABLE]
        shutil.rmtree(folder, ignore_errors=True)


def _allow_files() -> None:
    """Have as many connections and files open as the system lets us; what shells are given is less than a server's."""
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
