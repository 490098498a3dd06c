"""A clerk's way through the site: ask, open the step, print the form, change the language."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Served, foreign, start

QUESTIONS = [
    ("index.html", "怎么处理投诉", "complaint-handling.html#step-receive", "听完登记"),
    ("en/index.html", "how to handle complaint", "complaint-handling.html#step-receive", "listen and register"),
]
IN_VIEW = "e => { const { top } = e.getBoundingClientRect(); return top >= 0 && top < innerHeight; }"


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize(("path", "question", "step", "heading"), QUESTIONS)
def test_a_question_leads_to_its_step(
    served: Served, page: Page, way: str, path: str, question: str, step: str, heading: str
) -> None:
    """Asked over HTTP or from files, the first answer links to the step, which is there and in view; no other host is
    asked for anything.
    """
    others = foreign(page, start(served, way))
    page.goto(f"{start(served, way)}/{path}")
    page.locator(".hero [data-ask-input]").fill(question)
    page.keyboard.press("Enter")
    first = page.locator(".hero [data-ask-answers] a[href*='#']").first
    first.wait_for()

    assert step in (first.get_attribute("href") or "")
    first.click()
    page.wait_for_url(f"**/*{step}")
    assert heading in page.locator("#step-receive").inner_text()
    assert page.locator("#step-receive").evaluate(
        "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().top < innerHeight"
    )
    assert others == []


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_form_downloads(served: Served, page: Page, way: str, tmp_path: Path) -> None:
    """The page of GT-R-KF-26 gives the form to fill as a Word file."""
    others = foreign(page, start(served, way))
    page.goto(f"{start(served, way)}/greentown-after-sales/forms/complaint-register.html")
    link = page.locator("a[href$='GT-R-KF-26-complaint-register.docx']:visible").first
    with page.expect_download() as download:
        link.click()
    download.value.save_as(tmp_path / "form.docx")

    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "form.docx").namelist()
    assert others == []


@pytest.mark.parametrize("way", ["http", "file"])
def test_english_is_at_the_same_place(served: Served, page: Page, way: str) -> None:
    """The language switch opens the same step of the same record in English, and leads back to it in Chinese."""
    place = "greentown-after-sales/procedures/complaint-handling.html#step-receive"
    page.goto(f"{start(served, way)}/{place}")
    page.locator("a[hreflang='en']").first.click()
    page.wait_for_url(f"**/en/{place}")

    assert "listen and register" in page.locator("#step-receive").inner_text()
    page.locator("a[hreflang='zh']").first.click()
    page.wait_for_url(lambda url: url.endswith(place) and "/en/" not in url)
    assert "听完登记" in page.locator("#step-receive").inner_text()


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
@pytest.mark.parametrize("path", ["index.html", "forms.html", "glossary.html"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_one_chooses_without_scrolling(
    served: Served, page: Page, language: str, path: str, size: tuple[int, int]
) -> None:
    """Of all sixteen handbooks: until one has chosen, every sector is on the first screen."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{start(served, 'file')}/{language}{path}")
    ends = page.locator(".sector > summary").evaluate_all("all => all.map(e => e.getBoundingClientRect().bottom)")

    assert len(ends) >= 6
    assert max(ends) <= size[1]
