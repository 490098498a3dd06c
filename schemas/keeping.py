"""How long a filled form is kept, counted from what, and how it is destroyed."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from schemas.duration import TimeSpan
from schemas.record import Model
from schemas.scalars import Text


class Keeping(Model):
    """How long a filled form is kept; the time alone may be written, and what is missing is the handbook's default."""

    time: TimeSpan | None = Field(
        None,
        title="保存多久，如 2 年；不写就照手册的 defaults",
        description="2 年; else as the defaults say",
    )
    from_: Text | None = Field(None, alias="from", title="从什么时候算起", description="What the time counts from")
    dispose: Text | None = Field(
        None, title="怎样销毁；不写就照手册的 defaults", description="How it is destroyed; else as the defaults say"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_time_alone(cls, value: Any) -> Any:
        return {"time": value} if isinstance(value, str) else value
