"""A price list: prices, ranges, bands, deposits, who may waive, from when and on what ground."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from schemas.amounts import Date
from schemas.duration import TimeSpan
from schemas.messages import Policies
from schemas.money import PRICES, Price, PriceValue, SumValue
from schemas.patterns import text_of
from schemas.quantity import QUANTITIES, Quantity, QuantityValue
from schemas.record import Label, Model, OwnId
from schemas.references import ActorRef
from schemas.scalars import Text
from schemas.short import Short


def _read_least(value: Any) -> Price | Quantity:
    if isinstance(value, Price | Quantity):
        return value
    is_price = isinstance(value, str) and "元" in value
    return Price.parse(value) if is_price else Quantity.parse(value)


Least = Annotated[
    Price | Quantity,
    BeforeValidator(_read_least),
    PlainSerializer(str),
    WithJsonSchema(text_of(rf"{PRICES}|{QUANTITIES}", number=True)),
]
"""The least that is charged: a price, or how much is charged at least, as `1 小时`."""

Pricing = Literal["set", "guided", "market"]
"""Who fixes a price: the government, the government within a range, the market."""


class Band(Model):
    """One band of a price: up to how much, or for whom, and at what price."""

    id: OwnId
    title: Text | None = Field(
        None, title="哪一档，如 住宅、商铺；按数量分档的不写", description="Which it is, where it is not told by up_to"
    )
    up_to: QuantityValue | None = Field(
        None,
        title="到多少为止（含），如 90 平方米、2 小时；最后一档不写",
        description="Up to and including how much, such as 90 平方米; not in the last band",
    )
    price: PriceValue = Field(title="这一档的价格", description="The price of this band")


class Deposit(Short):
    """What is paid beforehand and given back."""

    alone: ClassVar[str] = "amount"

    amount: PriceValue = Field(title="押金多少，如 2000 元", description="How much, such as 2000 元")
    refund: Text | None = Field(None, title="怎样退", description="How it is given back, and what is kept")
    within: TimeSpan | None = Field(None, title="多久以内退", description="Within what time it is given back")


class Waiver(Short):
    """Who may take less than the price."""

    alone: ClassVar[str] = "by"

    by: ActorRef = Field(title="谁可以减免：岗位编号", description="The role that may waive it")
    up_to: SumValue | None = Field(None, title="最多减免多少，如 200 元", description="Up to what sum")
    when: Text | None = Field(None, title="什么情况可以减免", description="In what case")


class Tariff(Model):
    """One line of a price list."""

    id: OwnId
    item: Text = Field(title="收费项目", description="What is paid for")
    price: PriceValue | None = Field(
        None,
        title="价格：120 元、5—8 元/平方米、合同总价的 3%、免费、按公示、{project.fee}；分档的写 bands",
        description="120 元, 5—8 元/平方米, 合同总价的 3%, 免费, 按公示 or {project.fee}; else `bands`",
    )
    bands: tuple[Band, ...] = Field((), title="分档的价格，从低到高", description="A price for each band, in order")
    pricing: Pricing | None = Field(
        None,
        title="set 政府定价、guided 政府指导价、market 市场调节价",
        description="set by the government, guided within its range, or market",
    )
    minimum: Annotated[Least | None, Label("起收", "Minimum")] = Field(
        None, title="最少收多少，如 50 元、1 小时", description="The least that is charged: 50 元, 1 小时"
    )
    deposit: Deposit | None = Field(None, title="押金，如 2000 元", description="A deposit, such as 2000 元")
    waive: Waiver | None = Field(None, title="谁可以减免", description="Who may waive it")
    valid_from: Annotated[Date | None, Label("执行日期", "Valid from")] = Field(
        None, title="从哪天起执行", description="The day from which it is charged"
    )
    ground: Annotated[Text | None, Label("收费依据", "Charged under")] = Field(
        None,
        title="凭什么收：哪份批文、合同哪一条、哪次公示",
        description="On what ground: the contract’s clause, the notice, the decision",
    )
    note: Text | None = Field(None, title="包含什么，不包含什么", description="What is included")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the price comes from"
    )

    @model_validator(mode="after")
    def _one_price(self) -> Tariff:
        if (self.price is None) is not bool(self.bands):
            raise PydanticCustomError(Policies.PRICE_OR_BANDS, "{value}", {"value": str(self.id)})
        return self
