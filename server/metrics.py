"""What is counted while the server runs, for Prometheus; nothing in it says who asked, or what.

With several worker processes each counts in files of its own, in the folder that `PROMETHEUS_MULTIPROC_DIR` names, and
whichever is asked adds them up.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

FOLDER_VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"
CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

REQUESTS: Final = Counter("handbook_requests", "Requests answered", ["place", "method", "status"])
SECONDS: Final = Histogram(
    "handbook_request_seconds", "Seconds until the end of an answer", ["place"], buckets=_SECONDS
)
AT_WORK: Final = Gauge("handbook_requests_at_work", "Requests being answered", multiprocess_mode="livesum")
WAITING: Final = Gauge(
    "handbook_queue_calls", "Questions and forms in their queues", ["queue"], multiprocess_mode="livesum"
)
CONNECTIONS: Final = Gauge("handbook_connections", "Open connections", multiprocess_mode="livesum")
LET_GO: Final = Counter("handbook_connections_let_go", "Connections ended by the server", ["reason"])
WAITING_LINES: Final = Gauge(
    "handbook_questions_waiting", "Lines of the question log that wait in memory", multiprocess_mode="livesum"
)
LINES_LOST: Final = Counter("handbook_access_lines_lost", "Lines of the access log that could not be written")


def exposition() -> bytes:
    """Everything counted so far, in Prometheus' text format, for all worker processes together."""
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder is None:
        return generate_latest(REGISTRY)
    for file in Path(folder).glob("gauge_live*_*.db"):
        pid = int(file.stem.rpartition("_")[2])
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            with contextlib.suppress(FileNotFoundError):  # another worker has been asked too
                mark_process_dead(pid)  # type: ignore[no-untyped-call]
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
