"""What the fields of a form say against each other holds on its page as when a copy is read, and 无 can be ticked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from filled.reading import read_form
from generators.carried import carried
from generators.form import build_form, form_file_name
from generators.page import render_record
from tests.filled import filled_samples as filled
from tests.generators import docx_samples as samples
from tests.site.conftest import ServedSite

BILL: Final = "greentown-after-sales/forms/repair-bill.html"
FORM: Final = re.compile('<form class="fill".*</form>', re.DOTALL)
MONTH: Final = "greentown-after-sales/forms/complaint-month.html"
MAY_LACK: Final = """
  - grid:
      id: g
      fields:
        - {id: day, title: 到场, type: date, required: true, allows: [none]}
        - {id: fee, title: 费用, type: money, words: true, required: true, allows: [none]}
"""
PROMISED: Final = """
  - grid:
      id: g
      fields:
        - {id: received, title: 受理, type: datetime}
        - {id: passed, title: 转交, type: datetime, after: received, promise: {step: "P#pass", time: 30 分钟}}
        - {id: due, title: 期限, type: date, after: received, promise: {step: "P#answer", time: 3 工作日}}
"""
WRITTEN: Final = {
    "job||room": "3-1801", "job||month": "2026-11", "job||reported": "2026-11-05T08:30",
    "job||arrived": "2026-11-05T09:00", "parts||used": "2026-10-31", "parts||quantity": "3", "parts||price": "3.35",
    "cost||labour": "50", "cost||finished": "2026-11-05",
}  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Any:
    """A fresh page that may download."""
    with browser.new_context(accept_downloads=True) as context:
        yield context.new_page()


def write(page: Page, values: dict[str, str]) -> None:
    """Write into fields, and leave each."""
    for place, value in values.items():
        page.locator(f"[data-place='{place}']").fill(value)
        page.locator(f"[data-place='{place}']").blur()


def wrong(page: Page, place: str) -> Any:
    """What is said under a field."""
    return page.locator(f"[data-fill] .field:has([data-place='{place}']) [data-wrong]")


def download(page: Page, path: Path, button: str) -> Path:
    """The file that a button gives."""
    with page.expect_download() as got:
        page.locator(button).click()
    got.value.save_as(path)
    return path


def test_a_percentage_is_written_in(site: ServedSite, page: Page) -> None:
    """As soon as its part and its whole are there, at the decimals of the form; another figure is told."""
    page.goto(site.http(MONTH))
    write(page, {"head||accepted": "7", "head||closed": "3"})
    rate = page.locator("[data-place='head||rate']")
    expect(rate).to_have_value("42.9")

    write(page, {"head||accepted": "16"})
    expect(rate).to_have_value("18.8")
    write(page, {"head||rate": "18.7"})
    expect(page.locator(".field:has([data-place='head||rate'])")).to_contain_text("18.8")


def test_the_sense_of_a_form_holds_on_its_page(site: ServedSite, page: Page, tmp_path: Path) -> None:
    """Sums and products are written in as their parts are, and follow them; another figure, a day of another month and
    what must be filled because of another field are told, and the copy is read without a mistake once they are right.
    """
    page.goto(site.http(BILL))
    write(page, WRITTEN)
    amount, total = page.locator("[data-place='parts||amount']"), page.locator("[data-place='cost||total']")
    expect(amount).to_have_value("10.05")
    expect(total).to_have_value("60.05")
    expect(page.locator(".field:has([data-place='cost||total'])")).to_contain_text("大写：陆拾元零伍分")

    write(page, {"parts||quantity": "2", "cost||total": "60"})
    expect(amount).to_have_value("6.7")
    expect(page.locator(".field:has([data-place='cost||total']) [data-worked]")).to_have_text("算得 56.7")
    page.locator("[data-place='job||payer'] input").first.check()
    page.locator("[data-fill] [type=submit]").click()
    expect(wrong(page, "parts||used")).to_have_text("应不早于“到场时间”（2026-11-05 09:00） · 在“结算月份”写的月份里")
    expect(wrong(page, "cost||total")).to_have_text("应等于“人工费” + “材料费”")
    expect(wrong(page, "cost||quoted")).to_have_text("“费用承担”是“业主”时必填")
    expect(page.locator("[data-said]")).to_have_text("还有 2 处要改。")

    write(page, {"parts||used": "2026-11-05", "cost||total": "", "cost||quoted": "50"})
    expect(total).to_have_value("56.7")
    page.locator("[data-fill] [type=submit]").click()
    expect(wrong(page, "cost||total")).to_have_text("不大于“业主同意的报价”")
    write(page, {"cost||quoted": "60"})
    copy = read_form(samples.library(), download(page, tmp_path / "a.docx", "[data-fill] [type=submit]"), "a")
    assert [mistake.say("zh") for mistake in copy.mistakes] == []
    assert str(copy.values["cost"]["total"]) == "56.70"


def visit(site: ServedSite, page: Page, sample: filled.Sample, lang: str) -> None:
    """Open the page of *sample*, which stands where that of the bill is."""
    form = FORM.search(render_record(sample.library, sample.entry).content)
    name = form_file_name(sample.entry, "fill", lang)
    script = carried(name, build_form(sample.library, sample.entry, variant="fill"))
    assert form is not None
    here = (site.folder / BILL).read_text("utf-8")
    page.route(f"**/{BILL}", lambda route: route.fulfill(body=FORM.sub(lambda _: form[0], here)))
    page.route(f"**/{name}.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto(site.http(BILL))


@pytest.mark.parametrize(("lang", "time"), [("zh", "30 分钟"), ("en", "30 minutes")])
def test_what_is_later_than_promised_is_said_as_the_reader_says_it(
    site: ServedSite, page: Page, tmp_path: Path, lang: str, time: str
) -> None:
    """Under its field, with the time it keeps; it is no mistake, and the copy that is read has the same words."""
    sample = filled.made(PROMISED, lang)
    visit(site, page, sample, lang)
    passed = page.locator(".field:has([data-place='g||passed'])")
    expect(passed).to_contain_text(time)
    write(page, {"g||received": "2026-11-02T09:15", "g||passed": "2026-11-02T09:45", "g||due": "2026-11-07"})
    expect(page.locator("[data-late]")).to_have_count(0)

    write(page, {"g||passed": "2026-11-02T14:15", "g||due": "2026-11-08"})
    copy = filled.read(sample, download(page, tmp_path / "a.docx", "[data-fill] [type=submit]").read_bytes())

    late = [note.say(lang).partition("：" if lang == "zh" else ": ")[2] for note in copy.notes if note.rule == "late"]
    assert len(late) == 2
    assert copy.mistakes == ()
    assert page.locator("[data-late]").all_text_contents() == late


@pytest.mark.parametrize(("lang", "said"), [("zh", "无"), ("en", "none")])
def test_none_can_be_ticked(site: ServedSite, page: Page, tmp_path: Path, lang: str, said: str) -> None:
    """Where a day or an amount may be 无, a box beside it says so: it clears what is written, and is read back."""
    sample = filled.made(MAY_LACK, lang)
    visit(site, page, sample, lang)
    write(page, {"g||day": "2026-11-05"})
    for box in page.get_by_label(said, exact=True).all():
        box.check()
    expect(page.locator("[data-place='g||day']")).to_have_value("")

    copy = filled.read(sample, download(page, tmp_path / "a.docx", "[data-fill] [type=submit]").read_bytes())
    assert copy.mistakes == ()
    assert copy.values == {"g": {"day": "无", "fee": "无"}}

    write(page, {"g||day": "2026-11-06"})
    expect(page.get_by_label(said, exact=True).first).not_to_be_checked()
