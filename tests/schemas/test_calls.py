"""Numbers to call: short where everybody knows them, the project's own by their key, in both languages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from schemas.calls import Call
from schemas.library import Library
from schemas.loader import load_library
from schemas.messages import Shapes
from tests.schemas.content import LIBRARY


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("119", "火警和抢险救援", "Fire and rescue"),
        ("120", "医疗急救", "Ambulance"),
        ("95598", "供电服务热线", "Power supply hotline"),
        ("12319", "", ""),
        ("project.phone", "", ""),
    ],
)
def test_a_number_alone_is_a_call(number: str, zh: str, en: str) -> None:
    """Who answers the numbers of the whole country is known; of one of the project's own its value says it."""
    call = Call.model_validate(number)

    assert (call.number, call.answered_by("zh"), call.answered_by("en")) == (number, zh, en)


def test_who_answers_and_when_may_be_said() -> None:
    """What the author writes is said instead."""
    call = Call.model_validate({"number": "project.control-room", "who": "监控室", "when": "夜间"})

    assert (call.number.key, call.answered_by("en"), call.when) == ("control-room", "监控室", "夜间")


@pytest.mark.parametrize(
    "number", ["0571-88880000", "13800000000", "400-800-1234", "96333", "10086", "project.", "火警"]
)
def test_a_number_of_one_place_or_company_is_refused(number: str) -> None:
    """It stands once, in `project` of the handbook."""
    with pytest.raises(ValidationError) as refused:
        Call.model_validate(number)

    assert [error["type"] for error in refused.value.errors()] == [Shapes.BAD_CALL]


@pytest.fixture(scope="module")
def library() -> Library:
    """The small library."""
    return load_library(LIBRARY).require()


@pytest.mark.parametrize(
    ("number", "dialled"),
    [("119", "119"), ("project.phone", "0571-0000-0000"), ("project.nobody", "project.nobody")],
)
def test_what_is_dialled(library: Library, number: str, dialled: str) -> None:
    """The number as it is, or the project's value."""
    assert library.dialled(Call.model_validate(number).number, "greentown-after-sales") == dialled
