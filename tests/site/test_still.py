"""What a reader looks at stays where it is while the rest of a page arrives."""

from __future__ import annotations

import pytest

from tests.site.asking import BOOK
from tests.site.conftest import Open, ServedSite
from tests.site.learners import COURSE

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


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_modules_of_a_course_stay_where_they_are(site: ServedSite, visit: Open, prefix: str) -> None:
    """What is left of a course comes after its page: it has its room by then, above the modules, in each language."""
    page = visit(site.http(f"{prefix}{COURSE}.html"), 412, 823).page
    page.wait_for_selector("[data-learner] .left")
    assert page.evaluate(_MOVED) < 0.05


def test_a_course_whose_script_does_not_come_leaves_no_room(site: ServedSite, visit: Open) -> None:
    """Where what is left cannot be shown, nothing empty stands above the modules."""
    visited = visit(site.http("index.html"), 412, 823)
    visited.page.route("**/learning.zh*.js", lambda route: route.abort())
    visited.page.goto(site.http(f"{COURSE}.html"))
    visited.page.wait_for_selector("[data-learner]", state="detached")
    assert visited.complaints == ["Failed to load resource: net::ERR_FAILED"]
    visited.complaints.clear()
