"""Within what time: a figure of its own or the one that a policy promises, counted from what, how far extendable."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from schemas.duration import TimeSpan
from schemas.messages import Shapes
from schemas.record import Model
from schemas.references import LocalRef, RoleRef, StepRef
from schemas.scalars import Id, Text


def _read_start(value: Any) -> LocalRef | Text:
    """A step where an id can stand, otherwise the words of what happens: 接报."""
    is_id = isinstance(value, str) and re.fullmatch(str(Id.pattern), value)
    start = (LocalRef if is_id else Text).parse(value)
    assert isinstance(start, LocalRef | Text)
    return start


Start = Annotated[
    LocalRef | Text,
    PlainValidator(_read_start),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]
"""What a time counts from: a step by its id, or what happens, in words."""


class Extension(Model):
    """How far a time may be extended, and who approves that."""

    to: TimeSpan | None = Field(
        None, title="累计最长多久，连原来的时限在内", description="To how long in all, the time itself counted"
    )
    by: TimeSpan | None = Field(None, title="最多另加多久", description="By how much more at most")
    approve: RoleRef | None = Field(None, title="延期由谁批", description="Who approves the extension")

    @model_validator(mode="before")
    @classmethod
    def _refuse_the_time_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            raise PydanticCustomError(Shapes.EXTENSION_UNCLEAR, "total or added?", {"value": value[:40]})
        return value

    @model_validator(mode="after")
    def _hold_to_one(self) -> Extension:
        if (self.to is None) == (self.by is None):
            raise PydanticCustomError(Shapes.EXTENSION_TWICE, "either to or by", {})
        return self


class AfterHours(Model):
    """What is different outside the hours of whoever does it: who does it then, within what time."""

    by: RoleRef | None = Field(None, title="这时由哪个岗位做", description="The role that does it then")
    within: TimeSpan | None = Field(
        None, title="这时的时限，如 次日 9:00 前", description="The time that holds then: 次日 9:00 前"
    )
    do: Text | None = Field(None, title="这时怎么做，与平时不同才写", description="What is done then, if it differs")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_role_alone(cls, value: Any) -> Any:
        return {"by": value} if isinstance(value, str) else value


class Deadline(Model):
    """Within what time; short, the time itself, or the `CODE#commitment` whose time it keeps."""

    time: TimeSpan | None = Field(
        None, title="时限，如 30 分钟、3 工作日、当场", description="30 分钟, 3 工作日, 当场, 次日 9:00 前 …"
    )
    keeps: StepRef | None = Field(
        None,
        title="时限见哪条承诺，如 GT-ZD-KF-019#reply；不再另写数字",
        description="The commitment whose time this is, CODE#commitment, instead of a time of its own",
    )
    from_: Start | None = Field(
        None,
        alias="from",
        title="从哪一步做完算起（写步骤编号），或从什么事算起（如 接报）",
        description="The step from whose end the time counts, or what it counts from, in words",
    )
    extend: Extension | None = Field(
        None, title="怎样延长：{to: 累计多久} 或 {by: 另加多久}", description="How far it may be extended"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_time_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"keeps" if "#" in value else "time": value}
        return value

    @model_validator(mode="after")
    def _hold_to_one(self) -> Deadline:
        if (self.time is None) == (self.keeps is None):
            raise PydanticCustomError(Shapes.TIME_OR_KEEPS, "either time or keeps", {})
        return self
