"""What a form's page says of what has to agree, in both languages."""

from __future__ import annotations

from generators.form_sense import SenseSayer
from generators.pages.page import Page
from schemas.form import Form
from tests.generators import docx_samples as samples


def said(lang: str, block: str, field: str) -> list[str]:
    """The lines of one field of the sample bill."""
    return list(sayer(lang).notes(block, field))


def sayer(lang: str) -> SenseSayer:
    """Words the sense of the sample bill."""
    view = samples.library().view(lang)
    entry = samples.form("repair-bill", view)
    assert isinstance(entry.record, Form)
    return SenseSayer(Page(view, entry.url, entry), entry.record)


def test_sums_orders_and_conditions_are_sentences() -> None:
    """By the labels of the fields, as the form prints them."""
    assert said("zh", "cost", "total") == ["应等于“人工费” + “材料费”", "不大于“业主同意的报价”"]
    assert said("en", "cost", "total") == ["equals “Labour” + “Parts”", "not more than “Quote agreed”"]
    assert said("zh", "parts", "amount") == ["应等于“数量” × “单价”"]
    assert said("en", "cost", "material") == ["equals all of “Amount”"]
    assert said("zh", "job", "warranty") == ["“费用承担”是“保修单位”时必填"]
    assert said("en", "job", "warranty") == ["required when “Paid by” is “Warranty firm”"]
    assert said("zh", "parts", "used") == ["不早于“到场时间”", "在“结算月份”写的月份里"]
    assert said("en", "job", "phone") == ["write “none” where there is none"]


def test_what_is_no_field_is_said_apart() -> None:
    """By the label of the place to sign."""
    assert sayer("zh").elsewhere() == ("主管核对 · 日期：不早于“业主验收 · 日期”",)
    assert sayer("en").elsewhere() == ("Checked by supervisor · date: not before “Accepted by owner · date”",)
