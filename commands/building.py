"""Builds beside a running server, each in a process of its own, one at a time.

The server takes up by itself whatever a build has put in place. A build may be ended at any moment: it leaves the old
edition whole, or the new one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from commands import context
from commands.build import BuildPart, build_all, print_built
from commands.check import COURSES, tell_errors
from commands.progress import silently
from schemas.checked import checked
from schemas.findings import HandbookError
from schemas.loader import load_library
from schemas.messages import Requests
from search.index import built_for

_PATIENCE: Final = 10.0
"""Seconds that a build is given to end when it is told to."""
_BEHIND: Final = 10
"""How far builds stand behind whatever makes the pages that somebody waits for."""

# A server of processes holds in memory what a build imports, so that what is saved is built without that wait.
_WARM: Final = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES: Final = multiprocessing.get_context("forkserver" if _WARM else "spawn")

_SERVED: Final[tuple[BuildPart, ...]] = ("forms", "index", "site")
Build = Callable[..., None]
"""Takes the content root, the language of its messages, and what else it is given."""


class Builds:
    """Builds of the library under *root*, one after another.

    Args:
        root: the content root.
        lang: the language of their messages.
    """

    def __init__(self, root: Path, lang: str) -> None:
        self._root, self._lang = root, lang
        self._process: BaseProcess | None = None
        self._starting = threading.Lock()
        self._has_ended = False

    def start(self, build: Build, *given: object) -> None:
        """Begin to *build*, once none is at work any more; after `end` nothing is begun."""
        self.wait()
        with self._starting:
            if not self._has_ended:
                self._process = started(build, self._root, self._lang, *given)

    def wait(self, seconds: float | None = None) -> int | None:
        """The exit code of the build, or None when it has none within so many seconds."""
        if self._process is None:
            return None
        self._process.join(seconds)
        return self._process.exitcode

    def stop(self) -> None:
        """End what is being built, and LibreOffice with it."""
        if self._process is not None:
            stop(self._process)

    def end(self) -> None:
        """End what is being built, and begin nothing more."""
        with self._starting:
            self._has_ended = True
        self.stop()


def keep_warm(*modules: str) -> None:
    """Have *modules* in memory wherever a process of ours begins."""
    if _WARM:
        PROCESSES.set_forkserver_preload(list(modules))


def started(work: Build, root: Path, lang: str, *given: object) -> BaseProcess:
    """A process of its own that does *work*."""
    process: BaseProcess = PROCESSES.Process(target=_alone, args=(work, root, lang, *given))  # type: ignore[attr-defined]
    process.start()
    return process


def stop(process: BaseProcess) -> None:
    """End *process*; at once, if it takes too long."""
    if process.is_alive():
        process.terminate()
        process.join(_PATIENCE)
        if process.exitcode is None:
            process.kill()


def build_saved(root: Path, lang: str, *, telling: bool = True) -> None:
    """Build what was saved, without what takes long, and say what came of it: what was written, or what is wrong.

    Args:
        root: the content root.
        lang: the language of messages.
        telling: whether what is wrong was not told yet.

    Raises:
        HandbookError: there are errors; the first of them are printed.
    """
    loading = load_library(root, keep=True)
    if telling:
        context.tell_errors(loading.findings)
    elif loading.is_broken:
        sys.exit(1)
    built = build_all(loading.require(), silently, parts=_SERVED, late=False)
    for part in built:
        if part.changed or part.removed:
            print_built(part)


def build_rest(root: Path, lang: str) -> None:
    """Compute vectors, then PDFs and pictures of forms, as far as they are missing, while the rest is served."""
    lexical = built_for(root) is None
    build_all(load_library(root, keep=True).require(), silently, parts=("index",))
    if lexical and built_for(root) is not None:
        context.out.print(context.say("语义检索已就绪。", "Semantic search is ready."), style="green")
    # Read anew: somebody else may have built what was saved meanwhile.
    built = build_all(load_library(root, keep=True).require(), silently, parts=_SERVED)
    if any(part.changed for part in built if part.part != "index"):
        message = context.say("表单的 PDF 和图片已上网页。", "PDFs and pictures of the forms are on the pages now.")
        context.out.print(message, style="green")


def tell_and_build_rest(root: Path, lang: str) -> None:
    """Say which errors are in what is served, then do as `build_rest`."""
    tell_errors(root)
    build_rest(root, lang)


def look_and_build_rest(root: Path, lang: str, found: Connection) -> None:
    """Send every finding of the whole library, then do as `build_rest`, where what is saved can be built."""
    findings = checked(root, date.today(), None, COURSES).findings
    with suppress(OSError):  # nobody waits for it any more
        found.send(tuple(finding for finding in findings if finding.severity != "notice"))
    found.close()
    if not load_library(root, keep=True).is_broken:
        build_rest(root, lang)


def _alone(work: Build, root: Path, lang: str, *given: Any) -> None:
    """What the process of a build does; how it ended is its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's, which ends us
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))  # so that LibreOffice at work ends with us
    context.use(root, lang)
    try:
        work(root, lang, *given)
    except HandbookError as error:
        context.warn(error)
        sys.exit(1)
    except OSError as error:
        context.warn(context.refused(Requests.SYSTEM_REFUSED, error, root))
        sys.exit(1)


def behind(root: Path, lang: str, build: Build, *given: object) -> None:
    """Do *build* behind whoever makes the pages that somebody waits for."""
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    build(root, lang, *given)
