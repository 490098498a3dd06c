"""What a reader looks at stays where it is while the rest of a page arrives."""

from __future__ import annotations

import pytest

from tests.site.asking import BOOK
from tests.site.conftest import Open, ServedSite

_MOVED = """() => new Promise((told) => {
  let moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => told(moved)));
})"""


@pytest.mark.parametrize("form", ["complaint-register", "complaint-report"])
def test_nothing_moves_once_a_form_can_be_filled(site: ServedSite, visit: Open, form: str) -> None:
    """The script of a form comes after its page: the form has its room by then, on the first screen of a phone."""
    page = visit(site.http(f"{BOOK}/forms/{form}.html"), 412, 823).page
    page.wait_for_selector("[data-fill][data-ready]")
    assert page.evaluate(_MOVED) < 0.05
