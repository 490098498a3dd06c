"""The application: the built site at `/`, under `/api/` what is asked and filled, and what those ask who run it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from schemas.findings import HandbookError
from server.access_log import AccessLog
from server.asking import asking_routes
from server.editions import Editions
from server.errors import RefusedError, Trouble
from server.filling import filling_routes
from server.gate import LOOPBACK, Gate, Hosts
from server.headers import SecurityHeaders
from server.invalid import invalid
from server.live.news import News
from server.live.pages import LivePages
from server.live.routes import live_routes
from server.narrator import Narrator
from server.observing import Observing
from server.operations import operation_routes
from server.owning import owning_routes
from server.question_log import QuestionLog
from server.reading import ReadWithoutContent
from server.site import Pages, answer_file


def create_app(
    editions: Editions,
    log: QuestionLog,
    tell: Callable[[HandbookError], None],
    *,
    hosts: Hosts = LOOPBACK,
    access: AccessLog | None = None,
    open_metrics: bool = False,
    open_owner: bool = False,
    narrator: Narrator | None = None,
    news: News | None = None,
) -> FastAPI:
    """The application over what is built; it builds nothing itself, and takes up by itself what others build.

    Args:
        editions: what is served.
        log: where questions without a sure answer go.
        tell: told of a newer build that cannot be read.
        hosts: what the server is called.
        access: where requests are noted; None to note none.
        open_metrics: whether other machines may read what is counted.
        open_owner: whether other machines may read what was asked and not found.
        narrator: who puts found steps into a paragraph; None for nobody.
        news: what pages show beside what is built, where what is saved is watched; None where it is not.
    """

    @asynccontextmanager
    async def watching(_: FastAPI) -> AsyncIterator[None]:
        log.begin()
        with editions.watched(tell):
            yield
        log.end()
        if access is not None:
            access.close()

    app = FastAPI(title="Shouce", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=watching)
    app.add_middleware(ReadWithoutContent)
    app.add_middleware(Pages, editions=editions)
    if news is not None:
        app.add_middleware(LivePages, news=news)
        app.include_router(live_routes(news, lambda: editions.current.tree))
    app.add_middleware(Gate, hosts=hosts)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Observing, log=access)

    app.include_router(operation_routes(editions, log, open_metrics=open_metrics))
    app.include_router(asking_routes(lambda: editions.current, log, narrator))
    app.include_router(owning_routes(lambda: editions.current, log, is_open=open_owner))

    @app.get("/api/forms")
    async def list_forms(request: Request) -> Response:
        """Every form with its files, as the build left them."""
        listing = answer_file(editions, "forms/forms.json", request)
        return listing or Response(b"[]", media_type="application/json")

    app.include_router(filling_routes(lambda: editions.current.filling))
    _say_what_is_wrong(app)
    return app


def _say_what_is_wrong(app: FastAPI) -> None:
    @app.exception_handler(RefusedError)
    async def refused(request: Request, error: RefusedError) -> Response:
        return error.response(request.scope)

    @app.exception_handler(RequestValidationError)
    async def unfit(request: Request, error: RequestValidationError) -> Response:
        return invalid(error).response(request.scope)

    @app.exception_handler(HTTPException)
    async def unknown(request: Request, error: HTTPException) -> Response:
        trouble = {404: Trouble.NOT_FOUND, 405: Trouble.METHOD}.get(error.status_code, Trouble.MALFORMED)
        response = RefusedError(trouble).response(request.scope)
        response.headers.update(error.headers or {})
        return response
