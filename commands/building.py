"""Builds beside a running server, each in a process of its own: what takes long, and with `--watch` what is saved.

The server takes up by itself whatever a build has put in place. A build may be ended at any moment: it leaves the old
edition whole, or the new one.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from commands import context
from commands.build import BuildPart, build_all, print_built
from commands.progress import silently
from commands.saved import Saved, saved, written_since
from schemas.findings import HandbookError
from schemas.loader import load_library
from schemas.messages import Requests
from search.index import built_for

PAUSE: Final = 0.5
"""Seconds between two looks at what is saved."""
_SETTLED: Final = 0.1
"""Seconds without another file being saved, after which a build begins: editors save several at once."""
_PATIENCE: Final = 10.0
"""Seconds that a build is given to end when it is told to."""

# A server of processes holds in memory what a build imports, so that what is saved is built without that wait.
_WARM: Final = "forkserver" in multiprocessing.get_all_start_methods()
_PROCESSES: Final = multiprocessing.get_context("forkserver" if _WARM else "spawn")

_SERVED: Final[tuple[BuildPart, ...]] = ("forms", "index", "site")
_Build = Callable[[Path, str], None]


class Builds:
    """Builds of the library under *root*, one after another.

    Args:
        root: the content root.
        before: what was saved when the edition that is served was read.
    """

    def __init__(self, root: Path, before: Saved) -> None:
        self._root, self._before = root, before
        self._process: BaseProcess | None = None
        self._starting = threading.Lock()
        self._ended = threading.Event()

    def begin(self, *, watch: bool) -> None:
        """Build what takes long; with *watch* build anew whenever something is saved, until `end`."""
        if watch and _WARM:
            _PROCESSES.set_forkserver_preload([__name__])
        self._start(build_rest)
        if watch:
            threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def end(self) -> None:
        """End what is being built, and LibreOffice with it."""
        with self._starting:
            self._ended.set()
        self._stop()

    def _watch(self) -> None:
        while not self._ended.wait(PAUSE):
            now = self._settled()
            if changed := written_since(self._before, now):
                self._before = now
                self._stop()
                _announce(changed)
                self._start(build_saved)
                if self._wait() == 0:
                    self._start(build_rest)

    def _settled(self) -> Saved:
        """What is saved, when nothing more is being saved."""
        now, last = saved(self._root), self._before
        while now != last and not self._ended.wait(_SETTLED):
            now, last = saved(self._root), now
        return now

    def _start(self, build: _Build) -> None:
        with self._starting:
            if not self._ended.is_set():
                self._process = _PROCESSES.Process(target=_alone, args=(build, self._root, context.lang()))  # type: ignore[attr-defined]
                self._process.start()

    def _wait(self, seconds: float | None = None) -> int | None:
        """The exit code of the build, or None when it has none within so many seconds."""
        if self._process is None:
            return None
        self._process.join(seconds)
        return self._process.exitcode

    def _stop(self) -> None:
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            if self._wait(_PATIENCE) is None:
                self._process.kill()


def build_saved(root: Path, lang: str) -> None:
    """Build what was saved, without what takes long, and say what came of it: what was written, or what is wrong.

    Raises:
        HandbookError: there are errors; the first of them are printed.
    """
    loading = load_library(root, keep=True)
    context.tell_errors(loading)
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


def _alone(build: _Build, root: Path, lang: str) -> None:
    """What the process of a build does; how it ended is its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's, which ends us
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))  # so that LibreOffice at work ends with us
    context.use(root, lang)
    try:
        build(root, lang)
    except HandbookError as error:
        context.warn(error)
        sys.exit(1)
    except OSError as error:
        context.warn(context.refused(Requests.SYSTEM_REFUSED, error, root))
        sys.exit(1)


def _announce(changed: list[str]) -> None:
    more = len(changed) - 1
    first = context.say("{path} 有改动", "{path} was saved", path=changed[0])
    rest = context.say("（另有 {more} 个文件）", " (and {more} more)", more=more) if more else ""
    context.out.print(first + rest + context.say("，正在生成……", ", building …"), markup=False)
