"""Parts of a record that are mostly one value: `appeal: 5 工作日` stands for `appeal: {within: 5 工作日}`."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from schemas.record import Model


class Short(Model):
    """A part that a single value may stand for; a subclass says of which key it is the value."""

    alone: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _accept_the_value_alone(cls, value: Any) -> Any:
        return {cls.alone: value} if isinstance(value, str) else value
