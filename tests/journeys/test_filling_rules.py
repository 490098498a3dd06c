"""The page checks what is typed by the rules of the reader of filled forms: the two are held against each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from stdnum.cn import ric, uscc

from schemas.capitals import capitals
from schemas.field import Field
from schemas.field_types import FIELD_TYPES, FieldType
from schemas.field_values import read_value
from schemas.filled import json_value
from schemas.scalars import Id, Text
from schemas.stand_ins import WRITTEN as WRITTEN_FOR
from schemas.stand_ins import is_stand_in
from schemas.values import UnfitError, clean, comes_before
from tests.examples import examples
from tests.journeys.conftest import Served

READINGS: Final = {name: type_.reading for name, type_ in FIELD_TYPES.items() if type_.reading.typed}
DEFINITION: Final = {
    "patterns": {name: reading.pattern for name, reading in READINGS.items() if reading.pattern},
    "stand_ins": WRITTEN_FOR,
    "longest": {name: reading.most for name, reading in READINGS.items() if reading.most},
}
ALLOWED: Final = ("none", "anonymous")
EXAMPLES: Final = examples(40, 400)
READ: Final = "([blanks, form]) => blanks.map(([blank, text]) => window.Shouce.filling.read(blank, text, form))"


def _resident(digits: str) -> str:
    return digits + ric.calc_check_digit(f"{digits}0")


def _organisation(signs: str) -> str:
    return signs + uscc.calc_check_digit(f"{signs}0")


DIGITS: Final = st.text("0123456789", min_size=17, max_size=17)
WRITTEN: Final = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M")),
    st.datetimes().map(lambda moment: moment.strftime("%Y/%m/%d %H时%M分")),
    st.from_regex(r"[0-9]{1,4}[-/.年][0-9]{1,2}([-/.月][0-9]{1,2}日?)?", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}[:：时点][0-9]{1,2}分?", fullmatch=True),
    st.from_regex(r"[+-]?[0-9]{1,14}(,[0-9]{3}){0,2}(\.[0-9]{1,7})?元?", fullmatch=True),
    st.from_regex(r" ?[0-9]{1,3}( {1,2}[0-9]{2,4}){0,2} ?(\.[0-9]{1,2})? ?元?", fullmatch=True),
    st.from_regex(r"(\+86|0086)?-?1[0-9]{2}[- ]?[0-9]{4}[ -]?[0-9]{4}", fullmatch=True),
    st.builds(
        str.join,
        st.sampled_from(["/", "、", "；", " 或 ", " ", "\n", " or "]),
        st.lists(st.from_regex(r"1[3-9][0-9]{9}|11[0-9]|0571-[2-9][0-9]{7}", fullmatch=True), max_size=5),
    ),
    st.sampled_from(["无", "N/A", "匿名", "Anonymous", "/", "３－１－１２０２", "3—1—1202"]),
    st.from_regex(r"\(?0?[0-9]{2,3}\)?-?[2-9][0-9]{6,7}(转[0-9]{1,4})?", fullmatch=True),
    DIGITS.map(_resident),
    st.dates(date(1000, 1, 1)).map(lambda day: f"330106{day:%Y%m%d}123").map(_resident),
    st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17).map(_organisation),
    st.from_regex(r"[A-Za-z]{1,3}[0-9]{5,12}", fullmatch=True),
    st.sampled_from(["110105194912310021", "11010519491231002x", "１３８００００１１１１"]),
    st.text("0123456789-:./ \n\t\r\x85\xa0\u2028\u3000\ufeff٣年月日元", max_size=12),
    st.sampled_from(["０５７１－８７６５４３２１", "\u300012:30\u3000", "1e5", "\u00a0", "１２：３０", "2026－01－05"]),
    st.text(max_size=20),
)  # fmt: skip


def rules_page(served: Served, page: Page) -> None:
    """Open a page that has the rules."""
    page.goto((served.site / "greentown-after-sales/forms/complaint-register.html").as_uri())
    page.wait_for_function("() => Boolean(window.Shouce.filling?.fillWord)")


def ours(type_: FieldType, text: str) -> dict[str, Any] | None:
    """What the reader makes of *text*, as the page says it."""
    if not clean(text):
        return None
    least = Decimal(-5) if type_ == "number" else None
    field = Field(id=Id("x"), title=Text("x"), type=type_, min=least, allows=ALLOWED)
    try:
        return {"value": json_value(read_value(field, text))}
    except UnfitError as error:
        return {"rule": error.rule}


@EXAMPLES
def test_the_page_reads_as_the_reader_does(served: Served, page: Page, tried: settings) -> None:
    """The page takes and refuses what the reader takes and refuses, by the same rule, and reads the same value."""
    rules_page(served, page)

    @tried
    @given(st.lists(WRITTEN, min_size=1, max_size=30))
    def agree(texts: list[str]) -> None:
        asked = [(type_, text) for text in texts for type_ in READINGS]
        blanks = [
            [{"type": type_, "allows": ALLOWED, **({"min": "-5"} if type_ == "number" else {})}, text]
            for type_, text in asked
        ]
        theirs = page.evaluate(READ, [blanks, DEFINITION])
        for (type_, text), found in zip(asked, theirs, strict=True):
            assert _same(type_, ours(type_, text)) == _same(type_, found), (type_, text)

    agree()


def _same(type_: FieldType, found: dict[str, Any] | None) -> object:
    """A result without what is worded differently: `values` of a rule, zeros of a number, the T of a moment."""
    if found is None or "rule" in found:
        return found and found["rule"]
    if READINGS[type_].holds == "number" and not is_stand_in(found["value"]):
        return Decimal(found["value"])
    return found["value"].replace("T", " ") if type_ == "datetime" else found["value"]


@EXAMPLES
def test_capitals_agree(served: Served, page: Page, tried: settings) -> None:
    """An amount is the same in capitals on the page and in a file that the server makes."""
    rules_page(served, page)

    @tried
    @given(st.lists(st.integers(-(10**13), 10**14 - 1) | st.integers(-2000, 200_000), min_size=1, max_size=40))
    def agree(cents: list[int]) -> None:
        amounts = [Decimal(number) / 100 for number in cents]
        said = page.evaluate("all => all.map(window.Shouce.filling.capitals)", [f"{amount:.2f}" for amount in amounts])
        assert said == [capitals(amount) for amount in amounts]

    agree()


@EXAMPLES
def test_order_agrees(served: Served, page: Page, tried: settings) -> None:
    """Of two dates or times the page calls the same one the earlier."""
    rules_page(served, page)
    moments = st.one_of(st.dates(), st.datetimes(), st.times().map(lambda time: time.strftime("%H:%M")))

    @tried
    @given(st.lists(st.tuples(moments, moments), min_size=1, max_size=30))
    def agree(pairs: list[tuple[Any, Any]]) -> None:
        said = [[_page_says(one), _page_says(other)] for one, other in pairs]
        theirs = page.evaluate("all => all.map(([a, b]) => window.Shouce.filling.comesBefore(a, b))", said)
        assert theirs == [comes_before(one, other) for one, other in pairs]

    agree()


def _page_says(value: Any) -> str:
    return str(json_value(value)).replace("T", " ")
