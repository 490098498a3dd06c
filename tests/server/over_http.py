"""An application served over HTTP, in a thread of this process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from commands.serve import listen
from commands.serving import server_config
from server.protocol import TimedProtocol
from tests.waiting import until


@contextmanager
def over_http(app: FastAPI, http: type[TimedProtocol] = TimedProtocol) -> Iterator[str]:
    """Serve *app* on a free port as `handbook serve` does, each connection as *http* has it; its address."""
    server = uvicorn.Server(server_config(app, http))
    listener = listen("127.0.0.1", 0)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        until(lambda: server.started)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
