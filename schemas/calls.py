"""Whom to call: the number, who answers it, and when it is the one to call; cards and steps share the shape."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import Field, model_validator

from schemas.record import Model
from schemas.references import CallNumber
from schemas.scalars import Text
from schemas.words import Bilingual

ANSWERED_BY: Final[Mapping[str, Bilingual]] = MappingProxyType(
    {
        "110": Bilingual("公安报警", "Police"),
        "119": Bilingual("火警和抢险救援", "Fire and rescue"),
        "120": Bilingual("医疗急救", "Ambulance"),
        "122": Bilingual("交通事故报警", "Traffic police"),
        "12345": Bilingual("政务服务便民热线", "Government service hotline"),
        "12356": Bilingual("心理援助热线", "Mental health helpline"),
        "12395": Bilingual("水上遇险求救", "Rescue on water"),
        "95598": Bilingual("供电服务热线", "Power supply hotline"),
    }
)
"""Who answers the numbers that are the same in the whole country: authors need not say so."""


class Call(Model):
    """A number to call; short, `119` or `project.duty-phone`."""

    number: CallNumber = Field(
        title="打什么号码：110、119、120、12345 等，或 project.编号（handbook.yaml 里本项目的电话）",
        description="The number: 110, 119, 120, 12345 …, or project.key for one of the project's own",
    )
    who: Text | None = Field(
        None, title="谁接，如 监控室；110、119、120 不用写", description="Who answers; not needed for 110, 119, 120"
    )
    when: Text | None = Field(None, title="什么情况下打", description="When it is the one to call")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_number_alone(cls, value: Any) -> Any:
        return {"number": value} if isinstance(value, str) else value

    def answered_by(self, lang: str) -> str:
        """Who answers, in the language of the view it was taken from; empty where the project's value says it."""
        if self.who is not None:
            return str(self.who)
        known_to_all = ANSWERED_BY.get(str(self.number))
        return known_to_all.say(lang) if known_to_all else ""
