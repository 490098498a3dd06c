"""`handbook serve --watch`: what is saved is on the open page in a moment, and built whole behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from commands import context
from commands.building import (
    PROCESSES,
    Builds,
    behind,
    build_rest,
    build_saved,
    keep_warm,
    look_and_build_rest,
    started,
    stop,
)
from commands.saved import Saved
from commands.told import Told
from commands.warm import Looked, Made, Read, Shown, Step, attend
from commands.warm import Saved as SavedFiles
from schemas.findings import HandbookError, Worded
from server.editions import Editions
from server.live.news import News

_MOST_STARTS: Final = 5
"""So often the process that makes pages is begun; without it they come with the build."""


class Watching:
    """Renews what is served of the library under *root* whenever something is saved there.

    Args:
        root: the content root.
        lang: the language of messages.
        before: what was saved when the edition that is served was read.
    """

    def __init__(self, root: Path, lang: str, before: Saved) -> None:
        self.news: Final = News()
        self._root, self._lang = root, lang
        self._builds = Builds(root, lang)
        self._helper = _Helper(root, lang)
        self._before: Saved | None = before
        self._told = Told()
        self._wanted = self._built = self._last = 0
        self._change = threading.Condition()
        self._has_ended = False

    def begin(self, editions: Editions) -> None:
        """Watch, until `end`; *editions* are what is served."""
        keep_warm("commands.watching")
        self._helper.start(self._before, self._last)
        self._before = None  # should it have to begin again, what is saved by then is built, and it sees what follows
        self.news.tell_open_pages(self._helper.look_at)
        for work in (self._listen, partial(self._build, editions)):
            threading.Thread(target=self._spoken, args=(work,), name="watch", daemon=True).start()

    def end(self) -> None:
        """End all that is at work."""
        with self._change:
            self._has_ended = True
            self._change.notify_all()
        self.news.end()
        self._helper.end()
        self._builds.end()

    def _spoken(self, work: Callable[[], None]) -> None:
        context.use(self._root, self._lang)  # a thread knows nothing of the options of the call
        work()

    def _listen(self) -> None:
        """Do what follows from each step of the process that makes pages."""
        while not self._has_ended:
            step = self._helper.receive()
            if step is not None:
                self._take(step)
            elif not self._has_ended:
                self._last += 1
                if not self._helper.start(None, self._last):
                    return
                self._want(self._last)  # whatever it was at comes with the build

    def _take(self, step: Step) -> None:
        self._last = step.number
        if isinstance(step, SavedFiles):
            _announce(step.changed)
            self._told.saved(step.changed)
        elif isinstance(step, Made):
            self.news.show(step.path, step.page, step.number)
        elif isinstance(step, Shown):
            self._want(step.number)
        elif isinstance(step, Read):
            _print(self._told.read(step.errors))
        elif isinstance(step, Looked):
            _print(self._told.looked(step.findings))
        if isinstance(step, Read | Looked):
            self.news.find(self._told.findings, stays=self._told.stays)

    def _want(self, number: int) -> None:
        with self._change:
            self._wanted = max(self._wanted, number)
            self._change.notify_all()

    def _build(self, editions: Editions) -> None:
        """Build what is saved, and what takes long whenever nothing else is to be built."""
        self._builds.start(behind, build_rest)
        while self._is_wanted():
            self._builds.stop()  # what takes long goes on afterwards
            number = self._wanted
            self._builds.start(behind, partial(build_saved, telling=not self._helper.is_alive))
            if self._builds.wait() == 0:
                self._serve(editions, number)
            self._built = number
            if self._wanted == number and not self._has_ended:
                self._look()

    def _is_wanted(self) -> bool:
        with self._change:
            self._change.wait_for(lambda: self._has_ended or self._wanted > self._built)
        return not self._has_ended

    def _serve(self, editions: Editions, number: int) -> None:
        with suppress(HandbookError, OSError):  # those who look at it from time to time say why
            editions.renew()
        if editions.is_newest:
            self.news.built(number)

    def _look(self) -> None:
        ours, theirs = PROCESSES.Pipe(duplex=False)
        self._builds.start(behind, look_and_build_rest, theirs)
        theirs.close()
        threading.Thread(target=self._spoken, args=(partial(self._hear, ours, self._built),), daemon=True).start()

    def _hear(self, found: Connection, number: int) -> None:
        with found, suppress(EOFError, OSError):
            findings: tuple[Worded, ...] = found.recv()
            if number == self._last:  # otherwise they are those of before
                _print(self._told.whole(findings))
                self.news.find(self._told.findings, stays=self._told.stays)


class _Helper:
    """The process that makes pages."""

    def __init__(self, root: Path, lang: str) -> None:
        self._root, self._lang = root, lang
        self._at_work: _AtWork | None = None
        self._starts = 0

    @property
    def is_alive(self) -> bool:
        """Whether it is at work."""
        return self._at_work is not None and self._at_work.process.is_alive()

    def start(self, before: Saved | None, number: int) -> bool:
        """Begin it, as `commands.warm.attend` has it; False where that was done too often."""
        self._starts += 1
        if self._starts > _MOST_STARTS:
            return False
        ours, theirs = PROCESSES.Pipe()
        process = started(attend, self._root, self._lang, theirs, before, number)
        theirs.close()  # so that its end is ours to notice
        self._at_work = _AtWork(process, ours)
        return True

    def look_at(self, pages: Sequence[str]) -> None:
        """Tell it which pages are open; one that has ended is told nothing."""
        if self._at_work is not None:
            with suppress(OSError):
                self._at_work.connection.send(tuple(pages))

    def receive(self) -> Step | None:
        """Its next step; None where it has ended."""
        if self._at_work is None:
            return None
        try:
            step: Step = self._at_work.connection.recv()
        except (EOFError, OSError):
            return None
        return step

    def end(self) -> None:
        """End it."""
        if self._at_work is not None:
            stop(self._at_work.process)


@dataclass(frozen=True, slots=True)
class _AtWork:
    process: BaseProcess
    connection: Connection


def _print(findings: tuple[Worded, ...]) -> None:
    styles = {"error": "red", "warning": "yellow"}
    for finding in findings:
        context.out.print(finding.say(context.lang()), style=styles.get(finding.severity), markup=False)


def _announce(changed: Sequence[str]) -> None:
    more = len(changed) - 1
    first = context.say("{path} 有改动", "{path} was saved", path=changed[0])
    rest = context.say("（另有 {more} 个文件）", " (and {more} more)", more=more) if more else ""
    context.out.print(first + rest + context.say("，正在生成……", ", building …"), markup=False)
