"""The application: the built site at `/`, answers at `/api/ask`, forms listed and filled, and `/healthz`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Protocol

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from server.filling import Filling, filling_routes
from server.headers import SecurityHeaders
from server.question_log import QuestionLog
from server.queue import AskQueue, BusyError
from server.site import answer_file
from server.tree import Tree

MAX_QUESTION = 500
MAX_ANSWERS = 20


class Answering(Protocol):
    """Whatever answers questions: the search index as it is opened by the command that starts the server."""

    @property
    def mode(self) -> str:
        """`semantic` when the dense index takes part, otherwise `lexical`."""

    def answer(self, question: str, *, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """The object that DESIGN calls the answer, ready for JSON."""


def create_app(site: Path, forms: Path, answering: Answering, filling: Filling, log: QuestionLog) -> FastAPI:
    """The application over a built *site* and its *forms* folder; it builds nothing itself."""
    app = FastAPI(title="Shouce", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    queue = AskQueue()
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(SecurityHeaders)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Alive, and which kind of search answers."""
        return {"status": "ok", "search": answering.mode}

    @app.get("/api/ask", responses={503: {"description": "Too many questions at once"}})
    async def ask(
        q: Annotated[str, Query(min_length=1, max_length=MAX_QUESTION, description="The question")],
        handbook: Annotated[str | None, Query(pattern=r"^[a-z0-9-]{1,64}$", description="Only this handbook")] = None,
        top: Annotated[int, Query(ge=1, le=MAX_ANSWERS, description="How many answers")] = 5,
        lang: Annotated[str | None, Query(pattern="^(zh|en)$", description="Language of the answer")] = None,
    ) -> Response:
        """Answer a question with the step that settles it."""
        try:
            answer = await queue.run(lambda: answering.answer(q, handbook=handbook, top=top, lang=lang))
        except BusyError:
            return JSONResponse({"detail": "busy"}, status_code=503, headers={"Retry-After": "1"})
        log.note(answer)
        return JSONResponse(dict(answer), headers={"X-Shouce-Search": answering.mode, "Cache-Control": "no-store"})

    @app.get("/api/forms")
    async def list_forms() -> list[dict[str, Any]]:
        """Every form with its files, as the build left them."""
        listing = forms / "forms.json"
        listed_forms: list[dict[str, Any]] = json.loads(listing.read_text("utf-8")) if listing.is_file() else []
        return listed_forms

    app.include_router(filling_routes(filling))

    @app.exception_handler(RequestValidationError)
    async def refuse(request: Request, error: RequestValidationError) -> Response:
        # the input is left out: it may hold what JSON cannot say, such as NaN or half a surrogate pair
        problems = [{"where": [str(part) for part in e["loc"]], "problem": e["msg"]} for e in error.errors()]
        return JSONResponse({"detail": problems}, status_code=422)

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        return await run_in_threadpool(lambda: answer_file(Tree(site), path, request))

    return app
