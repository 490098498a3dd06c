"""A roster: who works which shift on which day of the month."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pydantic import Field as Described

from schemas.amounts import Count
from schemas.computed import Dotted
from schemas.field import Field
from schemas.hours import TimesField
from schemas.record import Model, OwnId
from schemas.scalars import Frozen, Id, Text, Texts

DAYS: Final = 31
"""The columns of a roster: the longest month; the days that the sheet's month lacks stay blank."""
_WIDTH: Final = Decimal("2.1")
"""Of a day, in percent: one character."""


class Shift(Model):
    """A shift: what is written into a day, and what it stands for."""

    mark: Text = Described(title="格子里写什么，一两个字，如 早", description="What a cell says, a character or two: E")
    title: Text | None = Described(None, title="班次名称，如 早班、休息", description="What it is called: early, off")
    hours: TimesField | None = Described(
        None, title="几点到几点，如 8:00-16:00", description="Its hours: 8:00-16:00; none for days off"
    )


class Roster(Model):
    """People by days of a month."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the roster")
    month: Dotted = Described(title="月份写在哪个字段", description="The month field that says which month it is")
    people: Count = Described(title="排几个人，一人一行", description="How many people: a row each")
    left: tuple[Field, ...] = Described(
        min_length=1, title="日期左边的各列，如姓名、岗位", description="Columns before the days: name, post"
    )
    shifts: Frozen[Id, Shift] = Described(
        min_length=2,
        title="各班次，写“编号: {mark: 早, title: 早班, hours: 8:00-16:00}”",
        description="Shifts by id: {mark, title, hours}",
    )
    right: tuple[Field, ...] = Described(
        (), title="日期右边的各列，如工时、休息天数", description="Columns after the days: hours, days off"
    )

    def columns(self) -> tuple[Field, ...]:
        """Every column as it is printed: a choice of shifts for each day."""
        marks: Texts = {id_: shift.mark for id_, shift in self.shifts.items()}
        days = (
            Field.model_construct(id=Id(f"d{day}"), title=Text(str(day)), type="choice", choices=marks, width=_WIDTH)
            for day in range(1, DAYS + 1)
        )
        return (*self.left, *days, *self.right)
