"""The process that an engine runs in: `python -m search.encoding.child <module>:<class> <bytes> [<what it is given>]`.

It reads requests from standard input and writes vectors to standard output, and ends when its input does: with whoever
started it, however that ended, and in the middle of a computation too. Its memory and its time are limited.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

try:
    import resource
except ImportError:  # Windows: neither the memory of a process nor its time is limited there
    resource = None  # type: ignore[assignment]

_SECONDS_A_TEXT: Final = 5
"""Far more than a text takes on a busy machine."""


class Engine(Protocol):
    """What turns texts into vectors; made once, used by one thread."""

    def encode(self, texts: list[str], *, questions: bool) -> NDArray[np.float32]:
        """Unit vectors of *texts*, shape (n, dimension)."""


def main() -> None:
    """Load the engine, say so, and encode until the input ends."""
    requests, answers = _pipes()
    path, memory, *given = sys.argv[1:]
    _limit(int(memory))
    waiting: SimpleQueue[tuple[bool, list[str]]] = SimpleQueue()
    Thread(target=_read, args=(requests, waiting), daemon=True).start()
    module, _, name = path.partition(":")
    try:
        engine: Engine = getattr(import_module(module), name)(*given)
    except Exception as error:  # whatever it is, it is told where somebody reads it
        answers.send_bytes((str(error).partition("\n")[0] or type(error).__name__).encode())
        sys.exit(1)
    answers.send_bytes(b"")
    while True:
        questions, texts = waiting.get()
        _alarm(_SECONDS_A_TEXT * (1 + len(texts)))
        vectors = engine.encode(texts, questions=questions)
        _alarm(0)
        answers.send_bytes(np.ascontiguousarray(vectors, dtype=np.float32).tobytes())


def _pipes() -> tuple[Connection, Connection]:
    """Standard input and output as connections; what else is printed by anybody goes nowhere."""
    requests, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return Connection(requests, writable=False), Connection(answers, readable=False)


def _read(requests: Connection, waiting: SimpleQueue[tuple[bool, list[str]]]) -> None:
    try:
        while True:
            questions, texts = json.loads(requests.recv_bytes())
            waiting.put((questions, texts))
    except (EOFError, OSError):
        os._exit(0)  # whatever the engine is at: nobody waits for it


def _limit(memory: int) -> None:
    for told in (signal.SIGINT, signal.SIGTERM):  # said to all at once, it is for the one who reads the answers
        signal.signal(told, signal.SIG_IGN)
    if resource is not None:
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: int) -> None:
    """End this process in so many seconds, whatever native code it is in; 0 takes that back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
