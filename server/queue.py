"""A bounded queue before work that takes a processor: a burst is refused politely instead of stalling everything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from server.errors import RefusedError, Trouble
from server.metrics import WAITING as WAITING_CALLS

_Result = TypeVar("_Result")

WAITING: Final = 64


class WorkQueue:
    """Runs blocking calls in threads of its own, in their order, so that neither pages nor other work wait for them.

    One thread does it for work of this process alone: two that compute take the interpreter from each other, and each
    call would only last longer.

    Args:
        name: what its work is called.
        waiting: how many calls may be in it, with those at work.
        at_once: how many calls are at work.
    """

    def __init__(self, name: str, waiting: int = WAITING, at_once: int = 1) -> None:
        self.name: Final = name
        self._thread = ThreadPoolExecutor(at_once, thread_name_prefix=name)
        self._waiting = waiting
        self._inside = 0

    async def run(self, call: Callable[[], _Result]) -> _Result:
        """The result of *call*.

        Raises:
            RefusedError: `busy`, when the queue is full: one more would only time out.
        """
        if self._inside >= self._waiting:
            raise RefusedError(Trouble.BUSY)
        self._inside += 1
        WAITING_CALLS.labels(self.name).inc()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, call)
        finally:
            self._inside -= 1
            WAITING_CALLS.labels(self.name).dec()
