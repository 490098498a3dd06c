"""One question at a time, a bounded number waiting: a burst is refused politely instead of stalling everything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")

WAITING = 64


class BusyError(Exception):
    """So many questions are waiting that one more would only time out."""


class AskQueue:
    """Runs blocking calls one after another in a thread, so that the event loop stays free.

    The encoder uses one thread and takes 10 to 20 ms a question; more threads would only make each answer slower.
    """

    def __init__(self, waiting: int = WAITING) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ask")
        self._waiting = waiting
        self._asked = 0

    async def run(self, call: Callable[[], _Result]) -> _Result:
        """The result of *call*.

        Raises:
            BusyError: when the queue is full.
        """
        if self._asked >= self._waiting:
            raise BusyError
        self._asked += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, call)
        finally:
            self._asked -= 1
