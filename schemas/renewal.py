"""How a certificate is renewed before it runs out."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from schemas.duration import TimeSpan
from schemas.references import CourseRef
from schemas.scalars import Text
from schemas.short import Short


class Renewal(Short):
    """What is done to renew a certificate, and how long before it runs out."""

    alone: ClassVar[str] = "do"

    do: Text = Field(title="怎样续：考什么、查什么", description="What is done: which exam, which check")
    before: TimeSpan | None = Field(
        None, title="到期前多久开始，如 1 个月", description="How long before it runs out one begins"
    )
    course: CourseRef | None = Field(None, title="要重上哪门课", description="The course that is taken again")
