"""Waiting for the thing itself."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_Result = TypeVar("_Result")


def until(holds: Callable[[], bool], seconds: float = 120) -> None:
    """Wait for *holds*; what does not come in time is a failure."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"waited {seconds:g} s in vain"
        time.sleep(0.02)


def come_of(answer: Coroutine[Any, Any, _Result]) -> _Result:
    """What comes of *answer*, in a thread: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, answer).result()


def listens(port: int) -> bool:
    """Whether anybody takes connections at *port* of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=60).close()
    except ConnectionRefusedError:
        return False
    return True
