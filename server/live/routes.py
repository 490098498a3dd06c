"""`/api/watch/`: the script of a page that renews itself, its styles, and the events that it listens to."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from server.errors import NOT_KEPT
from server.live.news import News
from server.live.pages import PLACE, digest_now, path_of
from server.tree import Tree

_FILES: Final = {"page.js": "text/javascript", "page.css": "text/css"}
_Path = Annotated[str, Query(max_length=2000, description="The page on the site")]
_Digest = Annotated[str, Query(max_length=64, description="That of the page as it was sent")]
_AGAIN: Final = "retry: 1000\n\n"
"""Milliseconds after which a page whose server is gone asks again."""


def live_routes(news: News, tree: Callable[[], Tree]) -> APIRouter:
    """The routes of pages that renew themselves.

    Args:
        news: what is new.
        tree: the site as it is built and served.
    """
    router = APIRouter(prefix=f"/{PLACE}", include_in_schema=False)

    @router.get("/events")
    async def events(page: _Path, digest: _Digest = "") -> Response:
        """Say when the page is another than the one that was sent, and what was found in what was saved."""
        told = _events(news, path_of(page), digest, tree)
        return StreamingResponse(told, media_type="text/event-stream", headers=NOT_KEPT)

    for name, media_type in _FILES.items():
        _serve(router, name, media_type)
    return router


def _serve(router: APIRouter, name: str, media_type: str) -> None:
    content = Path(__file__).with_name(name).read_bytes()

    @router.get(f"/{name}")
    async def file() -> Response:
        """What every page loads."""
        return Response(content, headers=NOT_KEPT, media_type=media_type)


async def _events(news: News, path: str, digest: str, tree: Callable[[], Tree]) -> AsyncIterator[str]:
    yield _AGAIN
    told = ""
    async for has_happened in news.follow(path):
        if (found := json.dumps(news.told, ensure_ascii=False)) != told:
            told = found
            yield _event("found", found)
        elif not has_happened:
            yield ": \n\n"
        now = digest_now(news, path, tree)
        if now != digest:
            yield _event("page", now)
            return


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
