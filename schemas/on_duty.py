"""When somebody holds a post: always, by the roster, or on some days at some hours; and who stands in otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.amounts import Flag, refuse
from schemas.by_name import ByName, T
from schemas.hours import ALL_DAY, EVERY_DAY, DaysField, TimesField, minutes
from schemas.messages import Posts
from schemas.patterns import OneAlone
from schemas.record import Model
from schemas.references import RoleRef
from schemas.scalars import Frozen
from schemas.words import Bilingual

_ALONE: Any = {"always": {}, "rota": {"rota": "true"}}


class OnDuty(Model):
    """When somebody is there in a post."""

    rota: Flag = Field(False, title="按排班轮值写 true", description="Whoever the roster names")
    days: DaysField = Field(
        EVERY_DAY,
        title="哪些天：每天、工作日、周一至周六、节假日",
        description="Days: every-day, working-days, mon-sat, holidays",
    )
    hours: TimesField = Field(
        ALL_DAY, title="几点到几点，如 8:00-20:00", description="Hours: 8:00-20:00, over night 20:00-8:00"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_a_word_alone(cls, value: Any) -> Any:
        if isinstance(value, str) and value.strip():
            if value not in _ALONE:
                raise refuse(Posts.BAD_ON_DUTY, value)
            return _ALONE[value]
        if value == {}:
            raise PydanticCustomError(Posts.BAD_ON_DUTY, "nothing is said", {"value": "{}"})
        return value

    @property
    def minutes(self) -> int:
        """The minutes of a week and a holiday at which somebody is there, as `schemas.hours.minutes`."""
        return minutes(self.days, self.hours)


Absence = Literal["night", "weekend", "holiday", "leave", "otherwise"]
"""When somebody stands in: at night, at weekends, on public holidays, while the person is on leave or out, or whenever
nobody is on duty."""


@dataclass(frozen=True, kw_only=True)
class ByAbsence(ByName[Absence, T]):
    """Something for every time at which somebody stands in."""

    night: T
    weekend: T
    holiday: T
    leave: T
    otherwise: T


ABSENCES: Final = ByAbsence(
    night=Bilingual("夜间", "at night"),
    weekend=Bilingual("周末", "at weekends"),
    holiday=Bilingual("节假日", "on public holidays"),
    leave=Bilingual("休假外出", "during leave"),
    otherwise=Bilingual("不在岗时", "when off duty"),
)
"""When somebody stands in."""


def _accept_one_alone(value: Any) -> Any:
    return {"otherwise": value} if isinstance(value, str) else value


StandsIn = Annotated[
    Frozen[Absence, RoleRef],
    BeforeValidator(_accept_one_alone),
    OneAlone(),
]
"""Who stands in when: `{night: control-room, leave: service-supervisor}`; one role alone whenever nobody is there."""
