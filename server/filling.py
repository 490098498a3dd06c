"""`POST /api/forms/<handbook>/forms/<id>`: a filled copy of a form, made and forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Protocol

from fastapi import APIRouter, Query, Request, Response

from schemas.limits import MOST_DEPTH_OF_VALUES
from schemas.words import LANGUAGES, Bilingual, Counted
from server.body import json_body
from server.errors import NOT_KEPT, Problem, RefusedError, Trouble
from server.queue import WorkQueue

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class UnknownFormError(Exception):
    """No such form, or not the edition of it that the page was made from."""


class UnfitValuesError(Exception):
    """Values that do not fit their form; `mistakes` are ready for JSON."""

    def __init__(self, mistakes: list[dict[str, Any]]) -> None:
        super().__init__(f"{len(mistakes)} mistakes")
        self.mistakes = mistakes


class Filling(Protocol):
    """Whatever fills forms: the library as the command that starts the server has loaded it."""

    def fill(self, address: str, lang: str, printed: str, values: Mapping[str, Any]) -> bytes:
        """The form as DOCX with *values* in it.

        Raises:
            UnknownFormError: no form at *address* whose sheets in *lang* have the fingerprint *printed*.
            UnfitValuesError: values that do not fit.
        """


def filling_routes(newest: Callable[[], Filling]) -> APIRouter:
    """The route that fills forms. Nothing of what is sent is kept or logged.

    Args:
        newest: the forms of the edition that is served; asked once for each request, when it begins.
    """
    router = APIRouter()
    queue = WorkQueue("fills")

    @router.post(
        "/api/forms/{handbook}/forms/{form}", responses={status: {} for status in (403, 409, 413, 415, 422, 503)}
    )
    async def fill(
        request: Request,
        handbook: str,
        form: str,
        lang: Annotated[
            str, Query(pattern=f"^({'|'.join(LANGUAGES)})$", description="Language of the form")
        ] = LANGUAGES[0],
    ) -> Response:
        """A filled copy: `{"printed", "values"}` in, the Word file or `{"mistakes": […]}` out."""
        filling, content = newest(), await json_body(request)
        return await queue.run(lambda: _filled(filling, f"{handbook}/forms/{form}", lang, content))

    return router


def _filled(filling: Filling, address: str, lang: str, content: bytes) -> Response:
    """The copy that *content* asks for.

    Raises:
        RefusedError: what is wrong with it.
    """
    printed, values = _parsed(content)
    try:
        return Response(filling.fill(address, lang, printed, values), media_type=WORD, headers=NOT_KEPT)
    except UnknownFormError:
        raise RefusedError(Trouble.OTHER_EDITION) from None
    except UnfitValuesError as unfit:
        problem = Problem(_UNFIT.of(len(unfit.mistakes)))
        raise RefusedError(Trouble.INVALID, [problem], {"mistakes": unfit.mistakes}) from None


def _parsed(content: bytes) -> tuple[str, Mapping[str, Any]]:
    """The printed fingerprint that the page was made with, and the values of a request.

    Raises:
        RefusedError: it is no such JSON; what is expected is said.
    """
    try:
        body = json.loads(content)
        json.dumps(body, ensure_ascii=False).encode()  # half a surrogate pair is no text that could be answered
    except (ValueError, RecursionError):
        raise _unexpected() from None
    if not isinstance(body, dict) or not isinstance(body.get("printed"), str):
        raise _unexpected()
    values = body.get("values")
    if not isinstance(values, dict) or _depth(values, 0) > MOST_DEPTH_OF_VALUES:
        raise _unexpected()
    return body["printed"], values


def _unexpected() -> RefusedError:
    # A new one for each: kept in a variable it would hold what was sent, and that it.
    return RefusedError(Trouble.INVALID, [Problem(_EXPECTED)])


def _depth(value: object, above: int) -> int:
    """How deep *value* goes, as far as it matters."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if above > MOST_DEPTH_OF_VALUES:
        return above
    return max((_depth(one, above + 1) for one in inner), default=above)


_EXPECTED: Final = Bilingual(
    '应为 {"printed": 文字, "values": 对象}', 'an object {"printed": text, "values": object} is expected'
)
_UNFIT: Final = Counted("有 {number} 处填写不符合要求", "{number} value does not fit", "{number} values do not fit")
