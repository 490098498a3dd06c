"""Sums, prices and quantities: read from what the author writes, said in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from schemas.money import Price, Sum
from schemas.quantity import Quantity


@pytest.mark.parametrize(
    ("typed", "yuan", "zh", "en"),
    [
        ("500 元", 500, "500 元", "RMB 500"),
        ("12000元", 12_000, "12000 元", "RMB 12,000"),
        ("5 万元", 50_000, "5 万元", "RMB 50,000"),
        ("5 亿元", 500_000_000, "5 亿元", "RMB 500 million"),
        ("10 亿元", 1_000_000_000, "10 亿元", "RMB 1 billion"),
        ("120.5 亿元", 12_050_000_000, "120.5 亿元", "RMB 12.05 billion"),
        ("3000000000 元", 3_000_000_000, "3000000000 元", "RMB 3 billion"),
    ],
)
def test_a_sum_is_read_written_and_said(typed: str, yuan: int, zh: str, en: str) -> None:
    """In 元, 万元 and 亿元, above a billion too; written back it is read again."""
    amount = Sum.parse(typed)

    assert (amount.yuan, amount.say("zh"), amount.say("en")) == (Decimal(yuan), zh, en)
    assert Sum.parse(str(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("120 元", "120 元", "RMB 120"),
        ("0.5元/件", "0.5 元/件", "RMB 0.5 per 件"),
        ("3.50 元/平方米·月", "3.50 元/平方米·月", "RMB 3.50 per 平方米·月"),
        ("5—8 元/平方米", "5—8 元/平方米", "RMB 5 to 8 per 平方米"),
        ("100 至 200 元", "100—200 元", "RMB 100 to 200"),
        ("1~2 万元/年", "1—2 万元/年", "RMB 10,000 to 20,000 per 年"),
        ("3%", "3%", "3%"),
        ("合同总价的 3%", "合同总价的 3%", "3% of 合同总价"),
        ("逾期金额的 0.05%/日", "逾期金额的 0.05%/日", "0.05% of 逾期金额 per 日"),
        ("3%—5%", "3%—5%", "3% to 5%"),
        ("免费", "免费", "free of charge"),
        ("按公示", "按公示", "as posted"),
        ("按合同", "按合同", "as the contract says"),
        ("按实结算", "按实结算", "at cost"),
        ("{project.fee}", "{project.fee}", "{project.fee}"),
    ],
)
def test_a_price_is_read_written_and_said(typed: str, zh: str, en: str) -> None:
    """An amount or a range, a share, a word or a value of the project; what it is for and of is the author's text."""
    price = Price.parse(typed)

    assert (price.say("zh"), price.say("en")) == (zh, en)
    assert Price.parse(str(price)) == price


@pytest.mark.parametrize("typed", ["", "120", "元", "-1 元", "1.234 元", "面议", "8—5 元", "5—5 元", "{fee}", None, 5])
def test_what_is_no_price_is_refused(typed: object) -> None:
    """By a rule of the table."""
    with pytest.raises(PydanticCustomError):
        Price.parse(typed)


@pytest.mark.parametrize("typed", ["", "500", "五百元", "500 元/件", "1—2 元", "-1 元", None, 5])
def test_what_is_no_sum_is_refused(typed: object) -> None:
    """By a rule of the table."""
    with pytest.raises(PydanticCustomError):
        Sum.parse(typed)


@pytest.mark.parametrize(
    ("typed", "counted_in", "zh", "en"),
    [
        ("95%", "%", "95%", "95%"),
        ("2 起", "起", "2 起", "2 起"),
        ("30 分钟", "minute", "30 分钟", "30 minutes"),
        ("3 工作日", "working-day", "3 个工作日", "3 working days"),
        ("0", "", "0", "0"),
    ],
)
def test_a_quantity_is_read_written_and_said(typed: str, counted_in: str, zh: str, en: str) -> None:
    """A percentage and a time are known in both languages; any other unit is the author's text."""
    quantity = Quantity.parse(typed)

    assert (quantity.counted_in, quantity.say("zh"), quantity.say("en")) == (counted_in, zh, en)
    assert Quantity.parse(str(quantity)) == quantity


@pytest.mark.parametrize("typed", ["", "很高", "-1 起", "%", None, 5])
def test_what_is_no_quantity_is_refused(typed: object) -> None:
    """By the rule of the table."""
    with pytest.raises(PydanticCustomError):
        Quantity.parse(typed)
