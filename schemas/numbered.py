"""What carries a printed number: the one it is known by, and how the source prints it."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model
from schemas.scalars import Plain
from schemas.words import Bilingual


class Numbered(Model):
    """A part with a number `no` of its own, which the source may print in another way."""

    label: Plain | None = Field(
        None,
        title="原文印的编号，和 no 不同才写，如 〔一〕、一、、第一条、•",
        description="The number as the source prints it, where that differs from `no`: 〔一〕, 一、, 第一条, •",
    )

    @property
    def printed(self) -> Bilingual:
        """The number as a page prints it; an English page has the ASCII one. Empty where there is none."""
        number = str(getattr(self, "no", None) or "")
        return Bilingual(str(self.label or number), number)
