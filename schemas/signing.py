"""Who prepared, checked or approved a text: name, post and day."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from schemas.record import Model
from schemas.scalars import Date, Text


class Signed(Model):
    """A person's name under a text, with the post and the day; a name alone may be written as it is."""

    name: Text = Field(title="姓名", description="Name of the person")
    post: Text | None = Field(None, title="职务", description="Post")
    on: Date | None = Field(None, title="日期，如 2026-01-15", description="Day")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_name_alone(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value
