"""`handbook serve`: the site and the API; what is missing is built first, what takes long meanwhile."""

from __future__ import annotations

import signal
import socket
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from commands import context
from commands.build import build_all, print_built
from commands.building import Builds, tell_and_build_rest
from commands.progress import progress
from commands.saved import saved
from commands.serving import Service, run
from commands.watching import Watching
from schemas import disk
from schemas.findings import HandbookError
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.messages import Requests
from schemas.words import in_both
from server.access_log import STANDARD_OUTPUT
from server.gate import Hosts

_UNREAD: Final = 256 * 1024
"""Bytes that the system keeps of an answer that is not fetched yet; by itself it would keep megabytes of each."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    watch: Annotated[
        bool, typer.Option("--watch", help="Show what is saved on the page that is open, with what is wrong in it.")
    ] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name that readers know this server by; may be given several times.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer; each holds the library.")] = 1,
    access_log: Annotated[
        Path | None,
        typer.Option(help="Where requests are noted; - is standard output, which it is anyway where nobody watches."),
    ] = None,
    open_metrics: Annotated[bool, typer.Option("--open-metrics", help="Let other machines read /metrics.")] = False,
    open_owner: Annotated[
        bool, typer.Option("--open-owner", help="Let other machines read what was asked and not found.")
    ] = False,
) -> None:
    """Build what has changed, then serve the site and the API until Ctrl-C.

    What is built meanwhile, by hand or with --watch, is served without a restart.

    Example: `handbook serve --port 8080`
    """
    if watch and workers > 1:
        raise context.wrong_usage(
            context.say(
                "--watch 只用一个进程：请去掉 --workers。", "--watch answers in one process: leave --workers out."
            )
        )
    root = context.root()
    before = saved(root)
    library = context.library()
    listener = listen(host, port)
    stale = _build_what_has_changed(library)
    access = access_log or (None if sys.stdout.isatty() else STANDARD_OUTPUT)
    hosts = Hosts.of(library.settings.base_url, (host, *(allow_host or ())))
    service = Service(root, context.lang(), hosts, access, open_metrics, open_owner, stale)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))  # so that a build at work ends with us
    watching = Watching(root, context.lang(), before) if watch else None
    builds = Builds(root, context.lang())
    if stale is None and watching is None:
        builds.start(tell_and_build_rest)
    try:
        _announce(host, listener.getsockname()[1], watch=watch)
        run(service, library, listener, workers, watching)
    finally:
        builds.end()
        if watching is not None:
            watching.end()


def _build_what_has_changed(library: Library) -> HandbookError | None:
    """Build, and say what came of it; where nothing can be written and a finished site stands, why that is served.

    Raises:
        HandbookError: what a build raises; `build-stopped` only where no site stands that could be served.
    """
    try:
        with progress() as report:
            results = build_all(library, report, parts=("forms", "index", "site"), late=False)
    except HandbookError as error:
        if error.rule != Requests.BUILD_STOPPED or not (library.root / "build" / "site" / "index.html").is_file():
            raise
        stale = HandbookError(Requests.SERVED_AS_BUILT, reason=in_both(error.say))
        context.warn(stale)
        return stale
    for built in results:
        print_built(built)
    return None


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
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _UNREAD)
    try:
        listener.bind((host, port))
        listener.listen()  # who comes while the site is built waits instead of being refused
    except OSError as error:
        listener.close()
        raise HandbookError(Requests.PORT_TAKEN, place=f"{host}:{port}", reason=disk.reason(error)) from error
    return listener
