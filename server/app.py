"""The application: the built site at `/`, under `/api/` what is asked and filled, and `/healthz`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.middleware.gzip import GZipMiddleware

from schemas.findings import HandbookError
from server.asking import asking_routes
from server.editions import Editions
from server.filling import filling_routes
from server.headers import SecurityHeaders
from server.question_log import QuestionLog
from server.site import answer_page


def create_app(editions: Editions, log: QuestionLog, tell: Callable[[HandbookError | OSError], None]) -> FastAPI:
    """The application over what is built; it builds nothing itself, and takes up by itself what others build.

    Args:
        editions: what is served.
        log: where questions without a sure answer go.
        tell: told of a newer build that cannot be read.
    """

    @asynccontextmanager
    async def watching(_: FastAPI) -> AsyncIterator[None]:
        with editions.watched(tell):
            yield
        log.settle()

    app = FastAPI(title="Shouce", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=watching)
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(SecurityHeaders)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Alive, which kind of search answers, and what keeps questions from being noted, if anything does."""
        noted = {"questions": str(log.trouble)} if log.trouble else {}
        return {"status": "ok", "search": editions.current.answering.mode, **noted}

    app.include_router(asking_routes(lambda: editions.current, log))

    @app.get("/api/forms")
    async def list_forms() -> list[dict[str, Any]]:
        """Every form with its files, as the build left them."""
        listing = editions.current.tree.open("forms/forms.json")
        if listing is None:
            return []
        with listing:
            listed_forms: list[dict[str, Any]] = json.loads(listing.readall())
        return listed_forms

    app.include_router(filling_routes(lambda: editions.current.filling))

    @app.exception_handler(RequestValidationError)
    async def refuse(request: Request, error: RequestValidationError) -> Response:
        # the input is left out: it may hold what JSON cannot say, such as NaN or half a surrogate pair
        problems = [{"where": [str(part) for part in e["loc"]], "problem": e["msg"]} for e in error.errors()]
        return JSONResponse({"detail": problems}, status_code=422)

    async def page(request: Request) -> Response:
        return answer_page(editions, request.path_params["path"], request)

    # Read where requests are taken: a page is a few system calls, and waits for no thread that is at work on a form.
    app.add_route("/{path:path}", page, methods=["GET", "HEAD"], include_in_schema=False)

    return app
