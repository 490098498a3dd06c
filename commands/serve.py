"""`handbook serve`: the site and the API; what is missing is built first, what takes long meanwhile."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from commands import context
from commands.answering import IndexAnswers
from commands.build import build_all, print_built
from commands.filling import LibraryFilling
from commands.progress import progress
from schemas.findings import HandbookError
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.loader import load_library
from schemas.messages import Requests
from search.ask import open_searcher
from search.index import build_index
from server.app import create_app
from server.editions import Editions
from server.question_log import QuestionLog


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Build what has changed, then serve the site and the API until Ctrl-C.

    Example: `handbook serve --port 8080`
    """
    library = context.library()
    listener = _listen(host, port)
    with progress() as report:
        results = build_all(library, report, parts=("forms", "index", "site"), dense=False, office=False)
    for built in results:
        print_built(built)
    editions = editions_of(library)
    if editions.current.answering.mode == "lexical":
        threading.Thread(target=_build_dense, args=(library,), daemon=True).start()
    threading.Thread(target=_build_prints, args=(library,), daemon=True).start()
    app = create_app(editions, QuestionLog(_data(library.root) / "questions.jsonl"), _tell)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))  # so that LibreOffice at work ends with us
    _announce(host, listener.getsockname()[1])
    uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3)).run(sockets=[listener])


def editions_of(library: Library) -> Editions:
    """What is served of a library that was just built: its site, its index and its forms, renewed as they are built."""
    root = library.root
    return Editions(
        root / "build",
        open_answering=lambda: IndexAnswers(open_searcher(root)),
        open_filling=lambda: LibraryFilling(load_library(root).require()),
        filling=LibraryFilling(library),
    )


def _tell(error: HandbookError | OSError) -> None:
    """What keeps a newer build from being taken up."""
    reason = error.strerror if isinstance(error, OSError) else error.say(context.lang())
    context.warn(HandbookError(Requests.BUILD_UNREAD, reason=reason))


def _announce(host: str, port: int) -> None:
    place = f"http://{'[' + host + ']' if ':' in host else host}:{port}/"
    announcement = context.say(
        "已在 {place} 提供服务（英文在 {place}{english}），按 Ctrl-C 结束。",
        "Serving at {place} (English at {place}{english}). Ctrl-C stops it.",
        place=place,
        english=PREFIX.en,
    )
    context.out.print(announcement, style="bold green", markup=False)


def _listen(host: str, port: int) -> socket.socket:
    """The socket, taken before anything is built, so that a taken port is said at once.

    Raises:
        HandbookError: rule `port-taken`.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # who comes while the site is built waits instead of being refused
    except OSError as error:
        listener.close()
        raise HandbookError(Requests.PORT_TAKEN, place=f"{host}:{port}", reason=error.strerror or str(error)) from error
    return listener


def _build_dense(library: Library) -> None:
    """Compute the vectors while the words already answer; the server takes the new index up by itself."""
    try:
        index = build_index(library, library.root, dense=True)
    except HandbookError as error:
        context.warn(error)
        return
    for warning in index.warnings:
        context.warn(warning)
    if index.dense_ready:
        context.out.print(context.say("语义检索已就绪。", "Semantic search is ready."), style="green")


def _build_prints(library: Library) -> None:
    """Make the PDFs and pictures of forms that are missing, and put them on the pages, while those are served."""
    try:
        results = build_all(library, lambda part, done, total: None, parts=("forms", "site"))
    except HandbookError as error:
        context.warn(error)
        return
    if any(built.changed for built in results):
        message = context.say("表单的 PDF 和图片已上网页。", "PDFs and pictures of the forms are on the pages now.")
        context.out.print(message, style="green")


def _data(root: Path) -> Path:
    """Where what must never be lost is kept: `HANDBOOK_DATA`, otherwise `data/` beside the handbook."""
    return Path(os.environ.get("HANDBOOK_DATA") or root / "data")
