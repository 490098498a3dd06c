"""What a field has to agree with: sums, products, percentages, order, bounds, the sheet's month, when it must be there.

An author names fields and says `total`, `product`, `rate`, `after`, `at_most`, `required_if`; there are no formulas,
and numbers are decimals. A path is the id of a field beside it (in the same row of a register) or of one that is filled
once, `block.field`, `block.row.column` of a matrix; `block.column` means a whole column, which can only be added up.

Form languages that people know (XForms, ODK's XLSForm) have expressions for this, JSON Logic has trees of operators,
and `simpleeval` reads a little Python: an author would learn a language, and none of them says in Chinese, with its
place, that money was added to a number or that a sum leaves a column out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, PlainSerializer, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError

from schemas.computed import Conditions, Dotted, Rate, alone, as_list, goes_together, has_known_keys
from schemas.messages import Forms
from schemas.patterns import OneAlone
from schemas.record import Model

Allowed = Literal["none", "anonymous"]
"""What may be entered in the place of a value: 无, or 匿名."""
Paths = Annotated[
    tuple[Dotted, ...],
    Described(min_length=1),
    BeforeValidator(as_list),
    PlainSerializer(alone, when_used="json"),
    OneAlone(),
]
"""One field or several; in YAML a single one stands without brackets."""
Orders = Literal["after", "before", "at_least", "at_most"]
ORDERS: Final[tuple[Orders, ...]] = ("after", "before", "at_least", "at_most")
"""The keys that compare a value with others of its kind."""


class FieldSense(Model):
    """What one field has to agree with; without any of it, it stands for itself."""

    total: Paths = Described(
        (),
        title="等于哪些字段相加，如 [labour, parts]；整列相加写 块.列",
        description="The fields it is the sum of: [labour, parts]; `block.column` adds a whole column up",
    )
    less: Paths = Described((), title="再减去哪些字段", description="Fields taken off that sum")
    product: Paths = Described(
        (),
        title="等于哪些字段相乘，如 [quantity, price]",
        description="The fields it is the product of: [quantity, price]",
    )
    rate: Rate | None = Described(
        None,
        title="等于一个字段占另一个的百分之几，写 {part: 分子, whole: 分母}",
        description="One field as a percentage of another: {part: returned, whole: sent}",
    )
    after: Paths = Described(
        (), title="不能早于哪个日期、时间字段", description="The dates or times that this one does not come before"
    )
    before: Paths = Described(
        (), title="不能晚于哪个日期、时间字段", description="The dates or times that this one does not come after"
    )
    at_least: Paths = Described(
        (), title="不能小于哪个数字、金额字段", description="The numbers or amounts that this one is not less than"
    )
    at_most: Paths = Described(
        (), title="不能大于哪个数字、金额字段", description="The numbers or amounts that this one is not more than"
    )
    in_month: Dotted | None = Described(
        None,
        title="日期要在哪个月份字段写的月里",
        description="The month field in whose month this date lies: the month of the sheet",
    )
    required_if: Conditions = Described(
        default_factory=dict,
        title="什么情况下必填：字段编号配 empty 空、filled 有、true 勾了，或一个值、几个值",
        description="When it must be filled: by field empty, filled, true, a value or a list of them",
    )
    allows: tuple[Allowed, ...] = Described(
        (), title="可以写：none 无、anonymous 匿名", description="What may be entered instead of a value"
    )

    @model_validator(mode="before")
    @classmethod
    def _one_value(cls, value: Any) -> Any:
        if has_known_keys(cls, value):
            if len({"total", "product", "rate"}.intersection(value)) > 1:
                raise PydanticCustomError(Forms.TOTAL_AND_PRODUCT, "total and product", {})
            goes_together(value, "less", ("total",))
        return value

    @property
    def parts(self) -> tuple[Dotted, ...]:
        """The fields that its value is worked out from."""
        rate = (self.rate.part, self.rate.whole) if self.rate else ()
        return (*self.total, *self.less, *self.product, *rate)

    def read(self) -> Iterator[tuple[str, int | str | None, Dotted]]:
        """Every path of what is worked out, an order or a month: its key, its place under it if any, the path."""
        for key in ("total", "less", "product", *ORDERS):
            paths: tuple[Dotted, ...] = getattr(self, key)
            yield from ((key, number if len(paths) > 1 else None, path) for number, path in enumerate(paths))
        if self.rate is not None:
            yield from (("rate", "part", self.rate.part), ("rate", "whole", self.rate.whole))
        if self.in_month is not None:
            yield "in_month", None, self.in_month


_KEYS: Final = frozenset(FieldSense.model_fields)


def has_sense(field: FieldSense) -> bool:
    """Whether anything of it was written."""
    return not _KEYS.isdisjoint(field.model_fields_set)
