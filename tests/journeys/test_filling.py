"""Forms filled on their pages, with a server and without: the file that is downloaded holds what was written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from itertools import count, cycle
from pathlib import Path
from typing import Any, Final

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Page, expect

from filled.reading import read_form
from schemas.agreeing import disagreements
from schemas.answers import FilledBlank
from schemas.filled import Filled, json_value
from schemas.words import LANGUAGES
from schemas.working_out import worked_out
from tests.filled import filled_samples as filled
from tests.journeys.conftest import Served, foreign, start
from tests.schemas.content import HANDBOOKS, handbooks

COMPLAINTS: Final = "greentown-after-sales/forms/complaint-register"
BY: Final = {"http": "服务器只生成，不保存。", "file": "是在这台电脑上生成的"}
FORMS: Final = [form for form in filled.every_form() if form[0].library.root == HANDBOOKS]
WRITE: Final = """answers => {
  const form = document.querySelector("[data-fill]");
  for (const [place, row, value] of answers) {
    const block = place.split("|")[0];
    const rows = form.querySelector(`[data-rows="${block}"]`);
    while (rows && rows.children.length < row) form.querySelector(`[data-add="${block}"]`).click();
    const input = (rows ? rows.children[row - 1] : form).querySelector(`[data-place="${place}"]`);
    if (input.matches("fieldset")) {
      for (const box of input.querySelectorAll("input")) if ([value].flat().includes(box.value)) box.click();
    } else if (input.type === "checkbox") {
      if (input.checked !== value) input.click();
    } else {
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}"""
"""Writes answers into the inputs, by place and row."""


def field(page: Page, name: str, row: int = 0) -> Any:
    """The input of a field: `head||month`, in a row of a register from 1."""
    inside = page.locator(f"[data-fill] {f'.fill__row:nth-child({row}) ' if row else ''}[data-place='{name}']")
    assert inside.count() == 1, name
    return inside


def download(page: Page, folder: Path) -> Filled:
    """The copy that the page gives, read back."""
    with page.expect_download() as got:
        page.locator("[data-fill] [type=submit]").click()
        anyway = page.locator("[data-said] button")
        done = page.locator(".fill__said--done")
        expect(anyway.or_(done)).to_be_visible()
        if anyway.is_visible():
            anyway.click()
    path = folder / got.value.suggested_filename
    got.value.save_as(path)
    return read_form(handbooks(), path, path.name)


def open_form(page: Page, served: Served, way: str, address: str) -> list[str]:
    """Open a form's page at what is to be filled; what goes to another host or breaks a rule is in the list."""
    others = foreign(page, start(served, way))
    page.goto(f"{start(served, way)}/{address}.html")
    page.locator(".button[href$='#fill']:visible").click()
    expect(page.locator("[data-fill]")).to_be_visible()
    return others


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_clerk_fills_the_complaint_register(served: Served, page: Page, way: str, tmp_path: Path) -> None:
    """GT-R-KF-26 filled by hand on its page, two rows of it, is read back with the very same values; over HTTP the
    server makes the file, from files the browser does, and no other host is asked.
    """
    others = open_form(page, served, way, COMPLAINTS)
    field(page, "head||month").fill("2026-11")
    field(page, "head||book").fill("2026-11—03")
    page.locator("[data-add=entries]").click()
    for row, (who, matter) in enumerate([("3-2-501 张三", "电梯门关不上\n要求当天修好"), ("匿名", "A & B <维修>")], 1):
        field(page, "entries||received", row).fill(f"2026-11-0{row}T08:30")
        field(page, "entries||kind", row).select_option("complaint")
        field(page, "entries||who", row).fill(who)
        field(page, "entries||channel", row).select_option("call")
        field(page, "entries||category", row).select_option(label="维修")
        field(page, "entries||matter", row).fill(matter)
        field(page, "entries||grade", row).select_option("ordinary")
        field(page, "entries||due", row).fill("2026-11-05")
        field(page, "entries||clerk", row).fill("李四")

    back = download(page, tmp_path)

    row_of = {
        "kind": "complaint", "channel": "call", "category": "repair", "grade": "ordinary",
        "due": date(2026, 11, 5), "clerk": "李四",
    }  # fmt: skip
    assert back.values == {
        "head": {"project": "绿城·示范园区（示例项目）", "month": "2026-11", "book": "2026-11—03"},
        "entries": (
            {
                **row_of,
                "received": datetime(2026, 11, 1, 8, 30),
                "who": "3-2-501 张三",
                "matter": "电梯门关不上\n要求当天修好",
            },
            {**row_of, "received": datetime(2026, 11, 2, 8, 30), "who": "匿名", "matter": "A & B <维修>"},
        ),
    }
    assert back.mistakes == ()
    assert back.is_current
    assert back.name.startswith("GT-R-KF-26-complaint-register-2")
    expect(page.locator(".fill__said--done")).to_contain_text(BY[way])
    assert others == []


def test_a_server_of_files_is_no_obstacle(served: Served, static: str, page: Page, tmp_path: Path) -> None:
    """Where the web server only has files, the browser makes the file."""
    open_form(page, served, static, COMPLAINTS)
    field(page, "head||book").fill("2026-11—03")

    assert download(page, tmp_path).values["head"]["book"] == "2026-11—03"
    expect(page.locator(".fill__said--done")).to_contain_text(BY["file"])


def test_a_server_with_another_edition_is_passed_over(served: Served, page: Page, tmp_path: Path) -> None:
    """A page that the server has a newer form for is still filled with the form it shows."""
    page.route("**/api/forms/**", lambda route: route.fulfill(status=409, json={"detail": "another edition"}))
    open_form(page, served, "http", COMPLAINTS)
    field(page, "head||book").fill("2026-11—03")

    assert download(page, tmp_path).is_current
    expect(page.locator(".fill__said--done")).to_contain_text(BY["file"])


def passes() -> Iterator[ParameterSet]:
    """Each form in both languages; `make test` takes every telling one in one of them, by turns."""
    turns = cycle((0, 1))
    for form in filled.one_test_each(FORMS):
        turn = None if form.marks else next(turns)
        for lang, name in enumerate(LANGUAGES):
            marks = () if lang == turn else pytest.mark.prove
            yield pytest.param(*form.values, lang, id=f"{form.id}-{name}", marks=marks)


@pytest.mark.parametrize(("form", "lang"), list(passes()))
def test_every_form_made_in_the_browser_is_read_back(
    served: Served, page: Page, form: filled.InBoth, lang: int, tmp_path: Path
) -> None:
    """Random values that fit, more rows than are printed among them, written into the page of any form in either
    language and made into a file without a server, are read back equal.
    """
    sample = form[lang]
    answers = next(filter(None, map(partial(_some_answers, sample), count(len(sample.name)))))
    prefix = "" if sample.library.lang == "zh" else "en/"
    open_form(page, served, "file", f"{prefix}{sample.entry.address}")
    page.evaluate(WRITE, [_written(answer) for answer in answers])

    back = download(page, tmp_path)

    assert filled.expected(sample.blanks, answers, sample.library.lang) == back.values
    assert {mistake.rule for mistake in back.mistakes} <= filled.LEFT_OUT


def _some_answers(sample: filled.Sample, seed: int) -> list[FilledBlank]:
    """Random ones that agree with each other, perhaps none; an empty box is none."""
    answers = filled.random_answers(sample.blanks, seed, filled.EVERYDAY, more_rows=2)
    return _agreeing(sample, [answer for answer in answers if answer.value is not False])


def _agreeing(sample: filled.Sample, answers: list[FilledBlank]) -> list[FilledBlank]:
    """*answers* with the sums that they come to, no numbers where one is out of bounds, and no days so."""
    answers = worked_out(sample.blanks, answers)
    broken = [one for one in disagreements(sample.blanks, answers) if one.key != "required_if"]
    places = {(one.row, one.blank.place) for one in broken}
    is_long = any(isinstance(answer.value, Decimal) and abs(answer.value) >= 10**12 for answer in answers)
    out_of_bounds = is_long or any(one.key in ("at_least", "at_most") for one in broken)
    return [
        answer
        for answer in answers
        if (answer.row, answer.blank.place) not in places and not (out_of_bounds and isinstance(answer.value, Decimal))
    ]


def _written(answer: FilledBlank) -> list[Any]:
    """An answer as the page takes it."""
    value = json_value(answer.value)
    return ["|".join(answer.blank.place), answer.row, value]


def test_what_does_not_fit_is_said_at_its_place(served: Served, page: Page) -> None:
    """Values that do not fit are each said under their input in the words of `handbook read`, the first has the focus,
    and nothing is downloaded until they are put right.
    """
    open_form(page, served, "file", "greentown-after-sales/forms/paid-repair-order")
    page.on("download", lambda _: pytest.fail("a form with mistakes was downloaded"))
    said = {
        name: page.locator(f"[data-fill] .field:has([data-place='{name}']) [data-wrong]")
        for name in ("head||phone", "quote||total", "work||warranty")
    }
    assert all(place.count() == 1 for place in said.values())
    field(page, "head||phone").fill("12")
    field(page, "quote||total").fill("12.345")
    field(page, "work||warranty").fill("-1")
    page.locator("[data-fill] [type=submit]").click()

    expect(said["head||phone"]).to_have_text("应为 11 位手机、带区号的座机，或 3～6 位短号、分机号")
    expect(said["quote||total"]).to_have_text("应为金额，最多两位小数")
    expect(said["work||warranty"]).to_have_text("应在范围内：不小于 0 天")
    expect(page.locator("[data-said]")).to_have_text("还有 3 处要改。")
    expect(field(page, "head||phone")).to_be_focused()
    expect(field(page, "head||phone")).to_have_attribute("aria-invalid", "true")

    field(page, "head||phone").fill("13800001111")
    field(page, "head||phone").blur()
    expect(said["head||phone"]).to_be_hidden()


def test_required_fields_may_wait(served: Served, page: Page, tmp_path: Path) -> None:
    """Empty required fields are named; the form can be downloaded all the same, as the next person goes on with it."""
    open_form(page, served, "file", f"en/{COMPLAINTS}")
    field(page, "head||book").fill("2026-11-03")
    page.locator("[data-fill] [type=submit]").click()

    wrong = page.locator("[data-fill] .field:has([data-place='head||month']) [data-wrong]")
    expect(wrong).to_have_text("it must be filled in")
    expect(page.locator("[data-said]")).to_contain_text("1 required fields are empty.")
    assert download(page, tmp_path).values["head"]["book"] == "2026-11-03"


def test_dates_in_order(served: Served, page: Page) -> None:
    """A date before the one it follows is said with that one, in the row it stands in."""
    open_form(page, served, "file", COMPLAINTS)
    page.locator("[data-add=entries]").click()
    field(page, "entries||received", 2).fill("2026-11-05T08:30")
    field(page, "entries||due", 2).fill("2026-11-04")
    page.locator("[data-fill] [type=submit]").click()

    wrong = page.locator(".fill__row:nth-child(2) .field:has([data-place='entries||due']) [data-wrong]")
    expect(wrong).to_have_text("应不早于“受理时间”（2026-11-05 08:30）")


def test_what_the_server_finds_is_shown_in_its_row(served: Served, page: Page) -> None:
    """A mistake that only the server sees is shown at its input, also below an empty row, which is not sent."""
    open_form(page, served, "http", COMPLAINTS)
    field(page, "head||month").fill("2026-11")
    field(page, "head||book").fill("1")
    page.locator("[data-add=entries]").click()
    field(page, "entries||who", 2).fill("如 3-1801 王女士；可写“匿名”")
    page.locator("[data-fill] [type=submit]").click()
    page.locator("[data-said] button").click()

    wrong = page.locator(".fill__row:nth-child(2) .field:has([data-place='entries||who']) [data-wrong]")
    expect(wrong).to_have_text("这是提示语，应填内容")


def test_enter_goes_to_the_next_field(served: Served, page: Page) -> None:
    """Enter in a field leads to the next one, and from the last to the button; it is not taken for being done."""
    open_form(page, served, "file", COMPLAINTS)
    field(page, "head||month").press("Enter")
    expect(field(page, "head||book")).to_be_focused()
    field(page, "checked|manager|date").press("Enter")

    expect(page.locator("[data-fill] [type=submit]")).to_be_focused()
    expect(page.locator("[data-said]")).to_be_empty()


def test_nothing_written_is_nothing_to_download(served: Served, page: Page) -> None:
    """An untouched form says so instead of giving an empty file."""
    open_form(page, served, "file", COMPLAINTS)
    page.locator("[data-fill] [type=submit]").click()

    expect(page.locator("[data-said]")).to_have_text("什么都还没填。")


def test_a_draft_only_when_asked_and_without_words(served: Served, page: Page) -> None:
    """Nothing is kept unasked; a kept draft has choices and days but no words, is offered and not written in by itself
    when the page is opened again, and is gone once it is deleted.
    """
    kept = "Object.entries(localStorage).filter(([key]) => key.startsWith('shouce.draft'))"
    open_form(page, served, "http", COMPLAINTS)
    field(page, "head||book").fill("2026-11—03")
    field(page, "entries||who", 1).fill("张三丰")
    field(page, "entries||kind", 1).select_option("complaint")
    field(page, "entries||due", 1).fill("2026-11-05")
    assert page.evaluate(kept) == []

    page.locator("[data-draft]").check()
    expect(page.locator("[data-said]")).to_contain_text("草稿已存在这台电脑上")
    (draft,) = page.evaluate(kept)
    assert "complaint" in draft[1]
    assert "2026-11-05" in draft[1]
    assert "张三丰" not in draft[1]
    assert "2026-11—03" not in draft[1]

    page.goto(f"{served.url}/en/{COMPLAINTS}.html")
    expect(page.locator("[data-draft-found]")).to_contain_text(
        "Drafts on this computer (without words and personal data): 1"
    )
    expect(field(page, "head||book")).to_have_value("")
    page.locator("[data-draft-found] button").first.click()
    expect(field(page, "head||book")).to_have_value("")
    expect(field(page, "entries||kind", 1)).to_have_value("complaint")
    expect(field(page, "entries||due", 1)).to_have_value("2026-11-05")
    expect(field(page, "entries||who", 1)).to_have_value("")

    page.locator("[data-draft]").uncheck()
    expect(page.locator("[data-said]")).to_have_text("The draft is deleted.")
    assert page.evaluate(kept) == []


def test_clearing_can_be_taken_back(served: Served, page: Page) -> None:
    """Everything is cleared but for what the form says beforehand, and comes back with one press."""
    open_form(page, served, "file", COMPLAINTS)
    page.locator("[data-add=entries]").click()
    field(page, "entries||who", 2).fill("5-1-102")
    field(page, "entries||grade", 2).select_option("major")
    page.locator("[data-clear]").click()
    expect(page.locator("[data-rows=entries] > *")).to_have_count(1)
    expect(field(page, "head||project")).to_have_value("绿城·示范园区（示例项目）")

    page.locator("[data-said] button").click()
    expect(field(page, "entries||who", 2)).to_have_value("5-1-102")
    expect(field(page, "entries||grade", 2)).to_have_value("major")


def test_a_choice_can_be_taken_back(served: Served, page: Page) -> None:
    """A choice that is pressed again is none, and so it is after Backspace on it."""
    open_form(page, served, "file", "greentown-after-sales/forms/complaint-report")
    choice = page.locator("[data-place='head||grade'] .pick")
    box = choice.first.locator("input")
    choice.first.click()
    expect(box).to_be_checked()
    choice.first.click()
    expect(box).not_to_be_checked()
    choice.first.click()
    box.press("Backspace")
    expect(box).not_to_be_checked()


def test_an_amount_is_shown_in_capitals(served: Served, page: Page) -> None:
    """Under an amount that the form wants in capitals the page shows them while it is typed."""
    open_form(page, served, "file", "greentown-after-sales/forms/paid-repair-order")
    field(page, "quote||total").fill("1005.3")
    field(page, "quote||total").blur()

    words = page.locator("[data-fill] .field:has([data-place='quote||total']) [data-capitals]")
    expect(words).to_have_text("大写：壹仟零伍元叁角整")
