"""Days and times that are pasted into a form are read as `schemas.understood` reads them: the two are held together."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from schemas.field import Field
from schemas.field_types import FieldType
from schemas.filled import json_value
from schemas.scalars import Id, Text
from schemas.understood import understand
from schemas.values import UnfitError, write_value
from schemas.words import Bilingual
from schemas.written_days import sheet_of
from tests.examples import examples
from tests.site.conftest import ServedSite

EXAMPLES: Final = examples(8, 400)
TYPES: Final[tuple[FieldType, ...]] = ("date", "month", "datetime", "time")
UNDERSTOOD: Final = """asked => asked.map(([type, text, sheet]) => {
  const { understood, sheetOf } = window.Shouce.filling;
  return understood(type, text, sheetOf(sheet), "en");
})"""
SHEETS: Final = (
    (), (("2026-11", False),), ((date(2026, 12, 30), True), (date(2027, 1, 2), True)), ((date(2026, 3, 1), False),),
)  # fmt: skip
DAYS: Final = st.one_of(
    st.sampled_from([
        "11月2日", "十一月二日", "二〇二六年十一月廿三日", "十月三十一号 周六", "2026–11—02",
        "26年11月2号", "20261105", "26-11-05", "11.5", "25/11/2026", "5/11/2026", "1月4日", "11-5",
        "昨天", "2", "2026年11月5号 星期四", "Thursday, November 5, 2026", "2026-11-05 周五", "5 Nov 2026",
        "Nov. 5th", "the 5th", "3rd of May 2026", "11月31日", "2026-11-31", "2026-13-01", "0000-11-02",
        "2026-02-29", "202611", "11月份", "11/2026", "Nov 2026",
        "2026-11-02（周一）", "Mon 2026-11-02",
    ]),
    st.from_regex(r"([0-9]{2}|[0-9]{4})[-/.年 ]?[0-9]{1,2}[-/.月 ]?[0-9]{1,2}[日号]?", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}[-/.月][0-9]{1,2}[日号]?( ?[(（]?(周|星期)[一二三四五六日天][)）]?)?", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}(st|nd|rd|th)?[ -](of )?(Jan|february|SEPT|May)\.?,?( [0-9]{4})?", fullmatch=True),
)  # fmt: skip
CLOCKS: Final = st.one_of(
    st.sampled_from(
        [
            "9:15",
            "９：１５",
            "9点半",
            "下午三点四十五",
            "九点三刻",
            "9时15分",
            "9点一刻",
            "0915",
            "9:15:30",
            "24:00",
            "25:10",
            "9:75",
            "2510",
            "12:30 a.m.",
            "3:15 PM",
            "9",
        ]
    ),
    st.from_regex(r"(上午|下午|晚|中午|凌晨|晚上)? ?[0-9]{1,2} ?[:点时.][0-9]{0,2}分?( ?[ap]m)?", fullmatch=True),
)
WRITTEN: Final = st.one_of(
    DAYS, CLOCKS, st.builds("{}{}{}".format, DAYS, st.sampled_from(["", " ", "T", ", "]), CLOCKS),
    st.text("0123456789-:./ 年月日号时点分半上下午周一十廿二〇May", max_size=14),
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, built_site: ServedSite) -> Any:
    """The page of a form."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(built_site.file("greentown-after-sales/forms/complaint-register.html"))
        page.wait_for_function("() => Boolean(window.Shouce.filling?.understood)")
        yield page


def ours(type_: FieldType, text: str, sheet: Any) -> dict[str, Any]:
    """What the reader makes of *text*, as the page says it."""
    try:
        value = understand(Field(id=Id("x"), title=Text("x"), type=type_), text, sheet_of(sheet))
    except UnfitError as error:
        values = {name: said.en if isinstance(said, Bilingual) else said for name, said in error.values.items()}
        return {"rule": str(error.rule.value), "values": values}
    return {"value": write_value(value)}


@EXAMPLES
def test_the_page_understands_what_the_reader_does(page: Page, tried: settings) -> None:
    """The same day or time, or refused by the same rule with the same days named, whatever the sheet says."""

    @tried
    @given(st.lists(WRITTEN, min_size=1, max_size=40))
    def agree(texts: list[str]) -> None:
        asked = [(type_, text, sheet) for text in texts for type_ in TYPES for sheet in SHEETS]
        told = [[type_, text, [[json_value(value), beside] for value, beside in sheet]] for type_, text, sheet in asked]
        for (type_, text, sheet), found in zip(asked, page.evaluate(UNDERSTOOD, told), strict=True):
            wanted = ours(type_, text, sheet)
            if "values" in wanted and "weekday" in wanted["values"]:
                wanted["values"]["weekday"] = found.get("values", {}).get("weekday")  # said in the page's language
            assert found == wanted, (type_, text, sheet)

    agree()
