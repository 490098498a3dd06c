"""`GET /healthz`, `/readyz` and `/metrics`: what those who run the server ask it."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address
from typing import Final

from fastapi import APIRouter, Request, Response

from server.editions import Editions
from server.errors import NOT_KEPT, RefusedError, Trouble
from server.metrics import CONTENT_TYPE, exposition
from server.question_log import QuestionLog

_PROXIED: Final = ("forwarded", "x-forwarded-host", "x-real-ip", "via")
"""What a proxy says; `X-Forwarded-For` has become the address of the asker by now."""


def operation_routes(editions: Editions, log: QuestionLog, *, open_metrics: bool) -> APIRouter:
    """The routes for those who run the server.

    Args:
        editions: what is served.
        log: where questions without a sure answer go.
        open_metrics: whether other machines may read what is counted.
    """
    router = APIRouter()

    @router.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Alive, and which kind of search answers.

        Where what is served is older than what was built, `stale` says why; where questions are not noted, `questions`.
        """
        troubles = {"stale": editions.trouble, "questions": log.trouble}
        told = {name: str(trouble) for name, trouble in troubles.items() if trouble is not None}
        return {"status": "ok", "search": editions.current.answering.mode, **told}

    @router.get("/readyz", responses={503: {}})
    async def readyz() -> dict[str, str]:
        """Whether there are pages to send; until then a balancer should send nobody here.

        Where they are older than what was built, `stale` says why.
        """
        if not editions.current.tree.has("index.html"):
            raise RefusedError(Trouble.NOT_READY)
        return {"status": "ready"} if editions.trouble is None else {"status": "ready", "stale": str(editions.trouble)}

    @router.get("/metrics", responses={403: {}})
    async def metrics(request: Request) -> Response:
        """What was counted, in Prometheus' text format."""
        if not open_metrics and not is_from_here(request):
            raise RefusedError(Trouble.NOT_HERE)
        content = await asyncio.to_thread(exposition)
        return Response(content, headers={**NOT_KEPT, "Content-Type": CONTENT_TYPE})

    return router


def is_from_here(request: Request) -> bool:
    """Whether the one who asks sits at this machine, and not behind a proxy on it."""
    if request.client is None or any(name in request.headers for name in _PROXIED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
