"""`struck.yaml`: the questions that a trainer struck out of what is computed from the records."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from schemas.record import Model
from schemas.scalars import Plain

FILE: Final = "struck.yaml"


class Struck(Model):
    """A computed question that no course asks."""

    item: Plain = Field(
        title="哪道题：handbook exam 课程 --list 印出的题号",
        description="The question, by its id as `handbook exam COURSE --list` prints it",
    )
    why: Plain = Field(title="为什么划掉", description="Why it is struck out")

    @property
    def record(self) -> str:
        """The address of the record it is asked from."""
        return str(self.item).partition("#")[0]


class StruckFile(Model):
    """Every question that is struck out. One whose fields change is another question, and comes back to be read."""

    struck: tuple[Struck, ...] = Field((), title="划掉的题", description="Questions struck out")
