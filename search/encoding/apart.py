"""An engine in a process of its own: native code that ends its process takes one answer with it, and nothing else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.encoding.text import readable

_ENVIRONMENT: Final = {
    # More threads make one question slower, and fight with those of other processes.
    "OMP_NUM_THREADS": "1",
    # What loading needed is given back: 50 MB less while it runs.
    "MALLOC_TRIM_THRESHOLD_": "262144",
}
_PAUSE: Final = 30.0
"""Seconds until what could not be loaded is tried again."""
MOST_MEMORY: Final = 2 * 2**30
"""Bytes of address space of the packaged engines, ten times what they have in memory: what is mapped counts too."""
PROGRAM: Final = Path(__file__).parents[2]
"""Where the packages of the program are."""


class EngineCrashedError(Exception):
    """The process of the engine ended before it gave an answer, and another one is being started."""


class EngineUnusableError(Exception):
    """The engine cannot be loaded; the reason is the message."""


class EngineApart:
    """An engine in a child process, which is started when it is first needed, or by `begin`.

    May be shared by threads: one is answered at a time. The child ends with this process, however that ends.

    Args:
        engine: `module:class` of what the child loads.
        given: what the class is given.
        most_memory: bytes of address space that the child may have; 0 for any number.
    """

    def __init__(self, engine: str, *given: str, most_memory: int = MOST_MEMORY) -> None:
        self._words = (engine, str(most_memory), *given)
        self._alone = Lock()
        self._crashed = False
        self._child: _Child | None = None
        self._unusable = ""
        self._next_try = 0.0

    @property
    def pid(self) -> int:
        """The number of the child's process."""
        return self._started().pid

    def begin(self) -> None:
        """Start the child, which loads while something else is done."""
        with self._alone, suppress(OSError):  # whoever needs it is told
            self._started()

    def encode(self, texts: Sequence[str], *, questions: bool) -> NDArray[np.float32]:
        """Unit vectors of *texts*, shape (n, dimension).

        Raises:
            EngineCrashedError: the child died of them, or questions came while another one is on its way.
            EngineUnusableError: the child cannot load its engine.
        """
        with self.encoding(texts, questions=questions) as vectors:
            return vectors()

    @contextmanager
    def encoding(self, texts: Sequence[str], *, questions: bool) -> Iterator[Callable[[], NDArray[np.float32]]]:
        """The same while something else is done: what is given waits for the vectors, and is called once.

        Raises:
            EngineCrashedError, EngineUnusableError: at the beginning or when it is called.
        """
        with self._alone:
            with self._told():
                child = self._sent([readable(text) for text in texts], questions)
            is_read = False

            def vectors() -> NDArray[np.float32]:
                nonlocal is_read
                is_read = True
                with self._told():
                    return child.receive(len(texts))

            try:
                yield vectors
            finally:
                if not is_read:  # the next one who asks would be given this answer
                    self._end()

    def _sent(self, texts: list[str], questions: bool) -> _Child:
        """The child that is at *texts*."""
        if self._unusable and monotonic() < self._next_try:
            raise EngineUnusableError(self._unusable)
        child = self._started()
        if questions and self._crashed and not child.is_ready_within(0):
            raise EngineCrashedError  # words answer sooner than it loads
        child.send(texts, questions)
        return child

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong with the child, as an error of this module; then it is ended, and another one begun."""
        try:
            yield
        except EngineUnusableError as error:
            self._unusable, self._next_try = str(error), monotonic() + _PAUSE
            self._end()
            raise
        except (EOFError, OSError) as error:
            self._end()
            with suppress(OSError):  # there is no room for another process just now
                self._started()
            raise EngineCrashedError from error

    def _started(self) -> _Child:
        if self._child is None:
            self._child = _Child(self._words)
        return self._child

    def _end(self) -> None:
        self._crashed = True
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    """A child process; any method but `end` raises EOFError or OSError when it is gone.

    One that ends before it is ready cannot load its engine: the reason is what it says, or how it ended.
    """

    def __init__(self, words: Sequence[str]) -> None:
        command = [sys.executable, "-P", "-m", "search.encoding.child", *words]
        paths = os.pathsep.join(filter(None, (str(PROGRAM), os.environ.get("PYTHONPATH"))))
        environment = os.environ | _ENVIRONMENT | {"PYTHONPATH": paths}
        process = subprocess.Popen(  # noqa: S603 - this very Python; the last word may be a name from library.yaml
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._requests = Connection(os.dup(process.stdin.fileno()), readable=False)
        self._answers = Connection(os.dup(process.stdout.fileno()), writable=False)
        process.stdin.close()
        process.stdout.close()
        self._is_ready = False
        self._process = process
        self.pid: Final = process.pid
        self.end = weakref.finalize(self, _end, process, self._requests, self._answers)

    def send(self, texts: list[str], questions: bool) -> None:
        self.is_ready_within(None)
        self._requests.send_bytes(json.dumps([questions, texts]).encode())

    def receive(self, many: int) -> NDArray[np.float32]:
        vectors = np.frombuffer(self._answers.recv_bytes(), dtype=np.float32)
        return vectors.reshape(many, -1) if many else vectors.reshape(0, 0)

    def is_ready_within(self, seconds: float | None) -> bool:
        """Whether the engine has been loaded *seconds* from now; None to wait until it has."""
        if not self._is_ready:
            if not self._answers.poll(seconds):
                return False
            if reason := self._reason():
                raise EngineUnusableError(reason)
            self._is_ready = True
        return True

    def _reason(self) -> str:
        try:
            return self._answers.recv_bytes().decode()
        except EOFError:
            code = self._process.wait()
            return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _end(process: subprocess.Popen[bytes], *pipes: Connection) -> None:
    for pipe in pipes:
        with suppress(OSError):
            pipe.close()
    process.kill()
    process.wait()
