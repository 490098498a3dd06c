"""The time a report is about."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filled.report.errors import BadPeriodError
from filled.report.periods import Period, around, day_of

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


class TestParse:
    """What may be typed."""

    @pytest.mark.parametrize(
        ("typed", "first", "last"),
        [
            ("2026-11", "2026-11-01", "2026-11-30"),
            ("2028-02", "2028-02-01", "2028-02-29"),
            ("2026-Q3", "2026-07-01", "2026-09-30"),
            ("2026-q1", "2026-01-01", "2026-03-31"),
            ("2026-H1", "2026-01-01", "2026-06-30"),
            ("2026-H2", "2026-07-01", "2026-12-31"),
            ("2026", "2026-01-01", "2026-12-31"),
            (" 2026-01-05..2026-02-03 ", "2026-01-05", "2026-02-03"),
        ],
    )
    def test_a_period_has_a_first_and_a_last_day(self, typed: str, first: str, last: str) -> None:
        """Months, quarters, half-years, years, and from a day to a day."""
        assert Period.parse(typed) == Period(date.fromisoformat(first), date.fromisoformat(last))

    @pytest.mark.parametrize(
        "typed",
        ["", "11", "2026-13", "2026-00", "2026-Q5", "2026-H3", "0000", "2026-02-03..2026-01-05", "2026-11-05", "上月"],
    )
    def test_anything_else_is_refused(self, typed: str) -> None:
        """The message shows every way to write one."""
        with pytest.raises(BadPeriodError) as error:
            Period.parse(typed)

        assert error.value.say("zh") == (
            f"“{typed}”不是期间。写成 2026-11（月）、2026-Q3（季度）、2026-H1（半年）、2026（年），"
            "或 2026-01-05..2026-02-03"
        )
        assert error.value.say("en") == (
            f"'{typed}' is no period. Write 2026-11 (month), 2026-Q3 (quarter), 2026-H1 (half-year), "
            "2026 (year), or 2026-01-05..2026-02-03"
        )

    @given(DAYS, DAYS)
    def test_what_is_typed_is_what_it_is_called(self, one: date, other: date) -> None:
        """`short` is read back as the same period."""
        period = Period(min(one, other), max(one, other))

        assert Period.parse(period.short) == period


class TestBefore:
    """The period to compare with."""

    @pytest.mark.parametrize(
        ("this", "before"),
        [
            ("2026-01", "2025-12"),
            ("2026-03", "2026-02"),
            ("2026-Q1", "2025-Q4"),
            ("2026-H1", "2025-H2"),
            ("2026", "2025"),
            ("2026-01-08..2026-01-14", "2026-01-01..2026-01-07"),
        ],
    )
    def test_the_period_before_is_as_long(self, this: str, before: str) -> None:
        """A month for a month, a week for a week."""
        assert Period.parse(this).before().short == before

    @given(DAYS, DAYS)
    def test_it_ends_the_day_before(self, one: date, other: date) -> None:
        """No day is in both, none is between."""
        period = Period(min(one, other), max(one, other))

        assert (period.first - period.before().last).days == 1


class TestSay:
    """In words."""

    @pytest.mark.parametrize(
        ("typed", "zh", "en"),
        [
            ("2026-11", "2026 年 11 月", "November 2026"),
            ("2026-Q2", "2026 年第 2 季度", "Q2 2026"),
            ("2026-H1", "2026 年上半年", "first half of 2026"),
            ("2026-H2", "2026 年下半年", "second half of 2026"),
            ("2026", "2026 年", "2026"),
            ("2026-02-01..2026-03-31", "2026-02-01 至 2026-03-31", "2026-02-01 to 2026-03-31"),
        ],
    )
    def test_a_period_in_words(self, typed: str, zh: str, en: str) -> None:
        """As the form of that language says it."""
        assert (Period.parse(typed).say("zh"), Period.parse(typed).say("en")) == (zh, en)


class TestDays:
    """What days values mean."""

    def test_a_month_means_its_first_day_and_at_the_end_its_last(self) -> None:
        """A date with time means its day; what is no date means none."""
        assert day_of("2026-02") == date(2026, 2, 1)
        assert day_of("2026-02", end=True) == date(2026, 2, 28)
        assert day_of(datetime(2026, 2, 3, 23, 59)) == date(2026, 2, 3)
        assert day_of("08:30") is None

    def test_the_months_around_days(self) -> None:
        """From the first day of the first month to the last of the last."""
        assert around([date(2026, 2, 3), date(2025, 12, 31)]) == Period(date(2025, 12, 1), date(2026, 2, 28))
        assert around([]) is None
