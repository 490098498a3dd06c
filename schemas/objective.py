"""A quality objective: what is measured, by which formula or which form, and what it should come to."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.amounts import refuse
from schemas.messages import Policies
from schemas.quantity import Quantity, QuantityValue
from schemas.record import Model, OwnId
from schemas.references import FormRef, MeasureRef, RoleRef
from schemas.scalars import Text
from schemas.words import Bilingual

_BOUNDS: Final = (
    ("at_least", re.compile(r"(?:不低于|不少于|不小于|不早于|至少|≥|>=)\s*(.+)")),
    ("at_most", re.compile(r"(?:不高于|不多于|不大于|不超过|不迟于|至多|最多|≤|<=)\s*(.+)")),
)
_BETWEEN: Final = re.compile(r"(.+?)\s*(?:—+|–|~|～|至)\s*(.+)")
_BOUND_KEYS: Final = ("at_least", "at_most", "between", "exactly")


class Target(Model):
    """What a measure should come to: exactly one of the keys; `不低于 95%` is read as `{at_least: 95%}`."""

    at_least: QuantityValue | None = Field(
        None, title="不低于多少，如 95%", description="At least so much, such as 95%"
    )
    at_most: QuantityValue | None = Field(None, title="不超过多少，如 2 起", description="At most so much")
    between: tuple[QuantityValue, QuantityValue] | None = Field(
        None, title="在两个数之间，写 [90%, 95%]", description="Between two, as [90%, 95%]"
    )
    exactly: QuantityValue | None = Field(None, title="等于多少，如 100%", description="Exactly so much")

    @model_validator(mode="before")
    @classmethod
    def _accept_words(cls, value: Any) -> Any:
        return _read(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _exactly_one(self) -> Target:
        keys = [key for key in _BOUND_KEYS if getattr(self, key) is not None]
        if len(keys) != 1:
            raise PydanticCustomError(Policies.ONE_BOUND, "{value}", {"value": ", ".join(keys) or "—"})
        if self.between:
            low, high = self.between
            if low.counted_in != high.counted_in or low.amount >= high.amount:
                raise refuse(Policies.BAD_TARGET, f"{low}—{high}")
        return self

    @property
    def quantity(self) -> Quantity:
        """The number that is named, the lower one of two."""
        bound = self.at_least or self.at_most or self.exactly
        if bound is None:
            assert self.between is not None
            bound = self.between[0]
        return bound

    def say(self, lang: str) -> str:
        """The target in words: `不低于 95%`, `at least 95%`."""
        if self.between:
            low, high = (end.say(lang) for end in self.between)
            return _SAY_BETWEEN.say(lang, low=low, high=high)
        words = _AT_LEAST if self.at_least else _AT_MOST if self.at_most else _EXACTLY
        return words.say(lang, amount=self.quantity.say(lang))


_AT_LEAST: Final = Bilingual("不低于 {amount}", "at least {amount}")
_AT_MOST: Final = Bilingual("不超过 {amount}", "at most {amount}")
_EXACTLY: Final = Bilingual("{amount}", "{amount}")
_SAY_BETWEEN: Final = Bilingual("{low}—{high}", "{low} to {high}")


def _read(text: str) -> dict[str, Any]:
    """A target in words as the keys that say the same."""
    for key, words in _BOUNDS:
        if match := words.fullmatch(text.strip()):
            return {key: _quantity(text, match[1])}
    if match := _BETWEEN.fullmatch(text.strip()):
        return {"between": [_quantity(text, match[1]), _quantity(text, match[2])]}
    return {"exactly": _quantity(text, text)}


def _quantity(text: str, number: str) -> Quantity:
    try:
        return Quantity.parse(number)
    except PydanticCustomError:
        raise refuse(Policies.BAD_TARGET, text) from None


class Objective(Model):
    """A quality objective that can be computed."""

    id: OwnId
    title: Text = Field(title="标题", description="What is measured")
    formula: Text | None = Field(
        None,
        title="怎样计算；有 computed 就不写，页面照表单的算法印",
        description="How it is computed; not with `computed`, where the form says it",
    )
    computed: MeasureRef | None = Field(
        None,
        title="由哪张表算出：表单编号#块.字段",
        description="The field of a form that works it out: CODE#block.field",
    )
    sources: tuple[FormRef, ...] = Field(
        (),
        title="数据来自哪些表；有 computed 就不写",
        description="Forms whose fields feed the formula; not with `computed`, whose form names them",
    )
    target: Target = Field(
        title="目标值：不低于 95%，或 {at_least: 95%}、{at_most: 2 起}、{between: [90%, 95%]}、{exactly: 100%}",
        description="The target: {at_least: 95%}, {at_most: 2 起}, {between: [90%, 95%]} or {exactly: 100%}",
    )
    every: Text | None = Field(None, title="多久一次，什么时候", description="How often it is measured")
    by: RoleRef | None = Field(None, title="谁来算：岗位编号", description="The role that works it out")
    note: Text | None = Field(None, title="什么算、什么不算", description="What counts and what does not")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the target comes from"
    )

    @model_validator(mode="after")
    def _has_a_formula(self) -> Objective:
        if self.formula is None and self.computed is None:
            raise PydanticCustomError(Policies.NO_FORMULA, "{value}", {"value": str(self.id)})
        return self
