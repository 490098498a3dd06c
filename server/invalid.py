"""What is said of parameters that do not fit: the words of pydantic are for programmers, and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from fastapi.exceptions import RequestValidationError

from schemas.words import Bilingual
from server.errors import Problem, RefusedError, Trouble

_WORDS: Final[Mapping[str, Bilingual]] = {
    "missing": Bilingual("没有填", "it is missing"),
    "string_too_short": Bilingual("至少要有 {min_length} 个字", "it is too short: the least is {min_length}"),
    "string_too_long": Bilingual("最多 {max_length} 个字", "at most {max_length} characters can be taken"),
    "string_pattern_mismatch": Bilingual("没有这样的取值", "there is no such value"),
    "string_type": Bilingual("应为文字", "a text is expected"),
    "literal_error": Bilingual("应为 {expected}", "{expected} is expected"),
    "int_parsing": Bilingual("应为整数", "a whole number is expected"),
    "int_type": Bilingual("应为整数", "a whole number is expected"),
    "int_from_float": Bilingual("应为整数", "a whole number is expected"),
    "greater_than_equal": Bilingual("不能小于 {ge}", "it may not be less than {ge}"),
    "less_than_equal": Bilingual("不能大于 {le}", "it may not be more than {le}"),
}
"""By pydantic's name of the mistake; the values are those of its limit."""


def invalid(error: RequestValidationError) -> RefusedError:
    """What *error* says of a request, without what was sent: that may hold what JSON cannot say."""
    return RefusedError(Trouble.INVALID, problems_of(error.errors()))


def problems_of(errors: Iterable[Mapping[str, Any]]) -> list[Problem]:
    """What pydantic's *errors* say, each with its place."""
    return [
        Problem(
            _WORDS.get(one["type"], Trouble.INVALID.wording.text).filled(**one.get("ctx", {})),
            [str(part) for part in one["loc"]],
        )
        for one in errors
    ]
