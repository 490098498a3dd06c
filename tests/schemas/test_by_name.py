"""Tables by name: a gap is an error, of mypy where a value is forgotten, at import where the table itself is behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from schemas.by_name import ByName, T

Day = Literal["sunday", "week-day"]


@dataclass(frozen=True, kw_only=True)
class ByDay(ByName[Day, T]):
    """A value for each kind of day."""

    sunday: T
    week_day: T


def test_values_are_found_by_name_in_the_order_of_the_literal() -> None:
    """A name with a hyphen finds the attribute with an underscore."""
    hours = ByDay(week_day=8, sunday=0)

    assert hours["week-day"] == hours.week_day == 8
    assert list(hours.items()) == [("sunday", 0), ("week-day", 8)]


def test_a_table_that_lacks_a_name_cannot_be_imported() -> None:
    """The attribute that is missing is named, and so is the table."""
    with pytest.raises(TypeError, match=r"^[a-z_.]+\.Behind: the attribute week_day is missing$"):

        class Behind(ByName[Day, T]):
            sunday: T


def test_a_table_of_a_name_that_is_gone_cannot_be_imported() -> None:
    """The attribute that stands for nothing is named."""
    with pytest.raises(TypeError, match=r"^[a-z_.]+\.Ahead: the attribute holiday stands for no name$"):

        class Ahead(ByName[Day, T]):
            sunday: T
            week_day: T
            holiday: T


def test_a_forgotten_value_is_an_error() -> None:
    """A table cannot be made without a value for every name; mypy says the same."""
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'week_day'"):
        ByDay(sunday=0)  # type: ignore[call-arg]  # this is what mypy says
