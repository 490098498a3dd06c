"""What every record of a handbook says about itself."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.fingerprint import Uncounted
from schemas.scalars import Address, Asks, Code, Date, Plain, RecordRef, RoleRef, Text, Whole


class Model(BaseModel):
    """The base of every part of a record: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Source(Model):
    """What the original document says; the library's own wording is never passed off as this."""

    title: Text = Field(description="Title in the original document")
    code: Plain | None = Field(None, description="Code in the original, with its year if it has one")
    edition: Plain | None = Field(None, description="Edition of the original, such as A/0")
    effective: Date | None = Field(None, description="Day the original took effect")
    page: Whole | None = Field(None, description="Page in the original")
    gives: Text = Field(description="How much of the text the original gives: 仅标题, 标题和要点, 规定和话术, 全文")
    note: Text | None = Field(None, description="What is missing or contradictory in the original")


class Status(Model):
    """Where this text stands: a draft, approved by somebody on a day, or withdrawn."""

    state: Literal["draft", "approved", "withdrawn"] = Field(description="draft, approved or withdrawn")
    by: Text | None = Field(None, description="Who approved or withdrew it")
    on: Date | None = Field(None, description="The day of approval or withdrawal")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_state_alone(cls, value: Any) -> Any:
        return {"state": value} if isinstance(value, str) else value


class Acceptance(Model):
    """One finding that the owner of a record has looked at and accepts, with the reason."""

    rule: Plain = Field(description="The rule of the finding, as `handbook check` prints it")
    reason: Plain = Field(description="Why it is right here")


class Record(Model):
    """The part that every record shares; the folder gives its kind and the file name its id."""

    title: Text = Field(description="Title, exactly as the source prints it where the source names it")
    code: Code | None = Field(None, description="The printed code, unique in the handbook unless it contains XX")
    source: Source | None = Field(None, description="What the original document says")
    edition: Plain = Field(Plain("1"), description="Edition of this text, not of the original")
    status: Status = Field(Status(state="draft"), description="draft, approved (by, on) or withdrawn")
    basis: Text | None = Field(None, description="Where numbers that the source does not give come from")
    owner: Uncounted[RoleRef | None] = Field(None, description="The role that answers for this text")
    review_by: Uncounted[Date | None] = Field(None, description="Day by which the owner reads it again")
    summary: Text | None = Field(None, description="One or two sentences: when it is used and what it settles")
    asks: Asks = Field((), description="How staff would ask, colloquially, in Chinese and English")
    related: Uncounted[tuple[RecordRef, ...]] = Field((), description="Records worth reading next")
    formerly: Uncounted[tuple[Address, ...]] = Field((), description="Addresses this record had before it was renamed")
    accept: Uncounted[tuple[Acceptance, ...]] = Field((), description="Findings accepted, each with its reason")
