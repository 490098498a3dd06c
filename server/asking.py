"""`GET /api/ask` and `GET /api/text`: the step that settles a question, and every place where its words stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES, Bilingual
from search.ask import SHOWN
from search.fulltext import SHOWN as MOST_PLACES
from server.editions import Edition
from server.encodings import compressed
from server.errors import NOT_KEPT, Problem, RefusedError, Trouble
from server.examples import ANSWER, PLACES, QUESTIONS, shown
from server.narrator import Narrator
from server.question_log import QuestionLog
from server.queue import WorkQueue

MAX_ANSWERS: Final = 20

_Question = Annotated[
    str,
    Query(min_length=1, max_length=LONGEST_QUESTION, description="The question", openapi_examples=QUESTIONS),
]
_Handbook = Annotated[str | None, Query(pattern=r"^[a-z0-9-]{1,64}$", description="Only this handbook")]
_Top = Annotated[int, Query(ge=1, le=MAX_ANSWERS, description="How many at most")]
_Lang = Annotated[str | None, Query(pattern=f"^({'|'.join(LANGUAGES)})$", description="Language of the answer")]
_Card = Annotated[bool, Query(description="With what its card shows besides: place, neighbours, what is near")]
_AT_ONCE: Final = 2
"""While the encoder, a process of its own, is at one question, the passages are ranked for another."""
NARRATED: Final = "X-Shouce-Paragraph"
"""The header of an answer whose steps can be had as a paragraph."""
_TOLD_AT_ONCE: Final = 2
_MOST_TOLD: Final = 8
"""Who wait for the model at most; one more would wait for minutes."""
_MAY_BE_BUSY: Final[dict[int | str, dict[str, Any]]] = {503: {"description": "Too many questions at once"}}
_ASKED: Final = {**_MAY_BE_BUSY, **shown(ANSWER, "The steps that settle it, best first; none with not_in_handbook")}
_LOOKED_UP: Final = {**_MAY_BE_BUSY, **shown(PLACES, "How many passages hold its words, and the first of them")}


def asking_routes(newest: Callable[[], Edition], log: QuestionLog, narrator: Narrator | None = None) -> APIRouter:
    """The routes that look something up.

    Args:
        newest: the edition that is served; asked once for each request, when it begins.
        log: where questions without a sure answer go.
        narrator: who puts found steps into a paragraph; None where the library names nobody.
    """
    router = APIRouter()
    queue = WorkQueue("asks", at_once=_AT_ONCE)
    told = {} if narrator is None else {NARRATED: "yes"}
    if narrator is not None:
        _add_paragraph(router, newest, queue, narrator)

    @router.get("/api/ask", responses=_ASKED)
    async def ask(
        request: Request,
        q: _Question,
        handbook: _Handbook = None,
        top: _Top = SHOWN,
        lang: _Lang = None,
        card: _Card = False,
    ) -> Response:
        """Answer a question with the step that settles it."""
        edition = newest()
        answering = edition.answering
        _refuse_unknown(handbook, edition)

        def answered() -> Response:
            answer = answering.answer(q, handbook=handbook, top=top, lang=lang, card=card)
            log.note(answer)
            return _answered(answer, request, {"X-Shouce-Search": answer["search"], **told})

        return await queue.run(answered)

    @router.get("/api/text", responses=_LOOKED_UP)
    async def text(
        request: Request, q: _Question, handbook: _Handbook = None, top: _Top = MOST_PLACES, lang: _Lang = None
    ) -> Response:
        """Count the passages that hold all words of a question, and show the first of them."""
        edition = newest()
        answering = edition.answering
        _refuse_unknown(handbook, edition)
        return await queue.run(lambda: _answered(answering.text(q, handbook=handbook, top=top, lang=lang), request))

    return router


def _add_paragraph(router: APIRouter, newest: Callable[[], Edition], asks: WorkQueue, narrator: Narrator) -> None:
    """The route that has found steps put into a paragraph; who waits for a model keeps nobody else waiting."""
    told = WorkQueue("paragraphs", waiting=_MOST_TOLD, at_once=_TOLD_AT_ONCE)

    @router.get("/api/paragraph", responses=_MAY_BE_BUSY)
    async def paragraph(request: Request, q: _Question, handbook: _Handbook = None, lang: _Lang = None) -> Response:
        """Put the steps that settle a question into one paragraph, each sentence with the step that it cites."""
        edition = newest()
        _refuse_unknown(handbook, edition)
        find = partial(edition.answering.answer, q, handbook=handbook, top=SHOWN, lang=lang)
        answer = await asks.run(find)
        return _answered(await told.run(lambda: narrator.paragraph(answer)), request)


def _refuse_unknown(handbook: str | None, edition: Edition) -> None:
    """Tell the asker, who has mistyped it; to the handbook's owner it would be a question that is not covered.

    Raises:
        RefusedError: there is no handbook of that id.
    """
    if handbook is not None and not edition.has_handbook(handbook):
        raise RefusedError(Trouble.INVALID, [Problem(_UNKNOWN.filled(handbook=handbook), ("query", "handbook"))])


def _answered(answer: Mapping[str, Any], request: Request, headers: Mapping[str, str] | None = None) -> Response:
    response = JSONResponse(dict(answer), headers={**(headers or {}), **NOT_KEPT})
    return compressed(response, request.headers.get("accept-encoding", ""))


_UNKNOWN: Final = Bilingual("没有手册 {handbook}", "there is no handbook '{handbook}'")
