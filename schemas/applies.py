"""When a procedure or a step applies: while the desk is open, after it has closed, or on some days at some hours."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from schemas.hours import ALL_DAY, EVERY_DAY, WHOLE_WEEK, DaysField, TimesField, minutes
from schemas.record import Model
from schemas.words import Word, Words


class _Applying(Words):
    open = Word("服务时间内", "while the desk is open")
    closed = Word("非服务时间", "after hours")
    then = Word("{days} {hours}", "{days}, {hours}")


Desk = Literal["open", "closed"]
"""While the desk is open, or while it is closed, as `hours` of `handbook.yaml` say."""


class Applies(Model):
    """When something is done at all; short, `open`, `closed` or the hours alone."""

    desk: Desk | None = Field(
        None,
        title="open 服务时间内、closed 非服务时间",
        description="open: the desk is open; closed: after hours",
    )
    days: DaysField = Field(
        EVERY_DAY,
        title="哪些天：每天、工作日、周一至周六、节假日",
        description="Days: every-day, working-days, mon-sat, holidays",
    )
    hours: TimesField = Field(
        ALL_DAY, title="几点到几点，如 20:00-8:00", description="Hours: 8:00-20:00, over night 20:00-8:00"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_a_word_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"desk" if value in ("open", "closed") else "hours": value}
        return value

    def minutes(self, is_open: int | None) -> int:
        """The minutes of a week at which it applies, a bit each; *is_open* are those of the desk, if that is said."""
        taken = minutes(self.days, self.hours)
        if self.desk is None or is_open is None:
            return taken
        return taken & (is_open if self.desk == "open" else WHOLE_WEEK & ~is_open)

    def say(self, lang: str) -> str:
        """When it applies, in words: `非服务时间`, `工作日 8:00–12:00`."""
        words = _Applying(lang)
        if self.desk is not None:
            return words.open if self.desk == "open" else words.closed
        return words.then.format(days=self.days.say(lang), hours=self.hours.say(lang))
