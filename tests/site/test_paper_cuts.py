"""On paper no box is cut in two at the end of a page, unless it is longer than one: found by marks at its two ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page

from tests.builds import Built
from tests.site.conftest import Open, ServedSite

BOOK = "greentown-after-sales"
SMALL = [
    f"{BOOK}/procedures/complaint-handling.html", "en/call-scripts/scripts/hold-and-call-back.html",
    f"{BOOK}/policies/service-promises.html",
]  # fmt: skip
TEN = [
    f"{BOOK}/procedures/complaint-handling.html", f"{BOOK}/procedures/help-requests.html",
    f"en/{BOOK}/procedures/incoming-calls.html", f"{BOOK}/procedures/key-custody.html",
    "property-xst/procedures/incident-flow.html", "vanke-service-department/procedures/emergencies.html",
    "en/broadband-callback/scripts/midterm-callback.html", "call-scripts/scripts/hold-and-call-back.html",
    f"en/{BOOK}/roles/front-desk.html", "cards/fire.html",
]  # fmt: skip

MARK = """() => {
  const boxes = ".step, .answers li, .node, .exits li, .card, .point, .article, .say, .mind, .never, .numbers li," +
    " .which, .banner, .ecard__calls li, .ecard__acts li, .promises li, .duty, .facts > div";
  for (const [at, box] of [...document.querySelectorAll(`.sheet :is(${boxes})`)].entries()) {
    if (!box.offsetHeight) continue;
    if (getComputedStyle(box).position === "static") box.style.position = "relative";
    for (const [end, letter] of [["top", "A"], ["bottom", "Z"]]) {
      const mark = document.createElement("span");
      mark.textContent = `${letter}${at}${letter}`;
      mark.style.cssText = `position: absolute; ${end}: 0; right: 0; font: 2px monospace; white-space: nowrap`;
      box.append(mark);
    }
    box.dataset.at = at;
  }
}"""
"""Puts a mark at the upper and at the lower end of every box."""


def marks(page: Page) -> Iterator[tuple[int, str, int]]:
    """Each mark on paper: the sheet, the end, and the number of the box."""
    with closing(pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))) as document:
        for number, sheet in enumerate(document, 1):
            text = "".join(sheet.get_textpage().get_text_bounded().split())
            yield from ((number, letter, int(at)) for letter, at in re.findall(r"([AZ])(\d+)\1", text))


def cut(page: Page) -> list[str]:
    """The boxes whose ends are on two sheets, by what they begin with; those that are longer than a sheet may be."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate(MARK)
    found = list(marks(page))
    begins = {at: sheet for sheet, letter, at in found if letter == "A"}
    ends = {at: sheet for sheet, letter, at in found if letter == "Z"}
    assert len(begins) > 3
    two = [at for at in begins.keys() & ends.keys() if begins[at] != ends[at]]
    whole = "at => (e => e.offsetHeight < 900 ? e.textContent.trim().slice(0, 40) : '')"
    return list(
        filter(None, (page.evaluate(f"{whole}(document.querySelector(`[data-at='${{at}}']`))", at) for at in two))
    )


@pytest.mark.parametrize("path", SMALL)
def test_no_box_is_cut(site: ServedSite, visit: Open, path: str) -> None:
    """Of a procedure, a script and a policy."""
    assert cut(visit(site.file(path)).page) == []


@pytest.mark.prove
@pytest.mark.parametrize("path", TEN)
def test_no_box_of_ten_documents_is_cut(built_project: Built, visit: Open, path: str) -> None:
    """Of the handbooks as they are."""
    assert cut(visit((built_project.site / path).as_uri()).page) == []


def test_a_box_that_is_cut_would_be_found(site: ServedSite, visit: Open) -> None:
    """Without the rules that keep boxes whole there are some."""
    page = visit(site.file(SMALL[0])).page
    page.locator(".sheet *").evaluate_all("all => all.forEach(e => e.style.breakInside = 'auto')")
    page.locator(".head").evaluate("e => e.style.paddingBottom = '120px'")

    assert cut(page)
