"""`POST /api/feedback` and `GET /api/owner`: what readers tell the handbook's owner, and what the owner reads of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from schemas.findings import HandbookError
from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES, Bilingual, in_both
from search.answer import Status
from server.body import json_body
from server.editions import Edition
from server.errors import NOT_KEPT, Problem, RefusedError, Trouble
from server.operations import is_from_here
from server.question_log import QuestionLog
from server.queue import WorkQueue

LONGEST_NOTE: Final = 300


class Feedback(BaseModel):
    """What a reader says of an answer, or that there was none. Nothing of who says it is taken."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    lang: Literal["zh", "en"]
    status: Status
    place: str = Field("", pattern=r"^[A-Za-z0-9/#._-]{0,200}$", description="`url` of the answer or the page meant")
    vote: Literal["", "up", "down"] = ""
    reason: Literal["", "other_matter", "incomplete", "outdated", "unclear"] = ""
    note: str = Field("", max_length=LONGEST_NOTE)
    edition: str = Field("", max_length=60, description="Edition and fingerprint of the page that a note is about")
    key: str = Field("", pattern=r"^([A-Za-z0-9-]{16,64})?$", description="Any random word: sent again it is kept once")


def owning_routes(newest: Callable[[], Edition], log: QuestionLog, *, is_open: bool) -> APIRouter:
    """The routes between readers and the handbook's owner.

    Args:
        newest: the edition that is served; asked once for each request, when it begins.
        log: where all of it is kept.
        is_open: whether other machines may read what was asked.
    """
    router = APIRouter()
    queue = WorkQueue("owner", waiting=4)

    @router.post("/api/feedback", status_code=204, responses={status: {} for status in (403, 413, 415, 422)})
    async def feedback(request: Request) -> Response:
        """Keep a vote on an answer, or a note: `{"question", "lang", "status", "place", "vote", "reason", "note"}`."""
        given = _parsed(await json_body(request))
        await asyncio.to_thread(partial(log.keep, **given.model_dump()))
        return Response(status_code=204, headers=NOT_KEPT)

    @router.get("/api/owner", responses={403: {}, 503: {}})
    async def owner(
        request: Request,
        lang: Annotated[str, Query(pattern=f"^({'|'.join(LANGUAGES)})$", description="Language")] = LANGUAGES[0],
    ) -> Response:
        """What was asked and not found, put together by meaning."""
        if not is_open and not is_from_here(request):
            raise RefusedError(Trouble.NOT_OWNER)
        answering = newest().answering

        def read() -> dict[str, Any]:
            log.settle()
            try:
                lines = [*log.lines()]
            except HandbookError as error:
                raise RefusedError(Trouble.LOG_AWAY, [Problem(in_both(error.say))]) from None
            return {"groups": answering.unanswered(lines, lang)}

        return JSONResponse(await queue.run(read), headers=NOT_KEPT)

    return router


def _parsed(content: bytes) -> Feedback:
    """What a reader says.

    Raises:
        RefusedError: it is something else.
    """
    try:
        given = Feedback.model_validate_json(content)
    except ValidationError as error:
        where = [str(part) for part in error.errors()[0]["loc"]]
        raise RefusedError(Trouble.INVALID, [Problem(Trouble.INVALID.wording.text, where)]) from None
    if not (given.vote or given.note.strip()):
        raise RefusedError(Trouble.INVALID, [Problem(_EMPTY, ("vote",))])
    return given


_EMPTY: Final = Bilingual("要有评价或者一句话", "a vote or a note is expected")
