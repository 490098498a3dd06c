"""The figure of a part of a record, as `{CODE#part}` prints it inside a sentence: a time, a price, a target."""

from __future__ import annotations

from pydantic import BaseModel

from schemas.objective import Objective
from schemas.policy import Commitment
from schemas.procedure import Step
from schemas.references import StepRef
from schemas.tariff import Tariff


def figure_of(body: BaseModel | None, lang: str) -> str:
    """The figure that *body* itself is the home of, in words; empty where it has none."""
    if isinstance(body, Commitment):
        return body.time.say(lang)
    if isinstance(body, Step):
        return body.within.time.say(lang) if body.within and body.within.time else ""
    if isinstance(body, Objective):
        return body.target.say(lang)
    return body.price.say(lang) if isinstance(body, Tariff) and body.price else ""


def kept_by(body: BaseModel | None) -> StepRef | None:
    """The commitment whose time a step keeps instead of having one of its own."""
    return body.within.keeps if isinstance(body, Step) and body.within else None
