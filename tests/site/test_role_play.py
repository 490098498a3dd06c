"""The page's player of talks gives what the terminal's gives: customers, turns, marks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.builds import Built
from tests.schemas.content import handbooks
from tests.site.conftest import Open, ServedSite
from tests.training.role_play_table import TABLE, played, plays

_ASKED: Final = Path(__file__).with_name("role-play.js").read_text("utf-8")


def _given(page: Page, group: str, cases: Any) -> Any:
    """What the page gives for the cases of a group."""
    page.wait_for_function("Shouce.playing?.talk")
    page.evaluate(_ASKED)
    return page.evaluate("([group, cases]) => rolePlay[group](cases)", [group, cases])


def test_the_page_marks_as_the_table_says(site: ServedSite, visit: Open) -> None:
    """Thresholds, typed lines, customers of graphs; of every talk of the small library the turns and the marks."""
    table = json.loads(TABLE.read_text("utf-8"))
    for case in table["talks"]:
        page = visit(site.file(case["page"])).page
        assert _given(page, "talks", case["customers"]) == case["customers"], case["page"]

    assert page.evaluate("rolePlay.thresholds") == table["thresholds"][0]
    assert _given(page, "typed", table["typed"]) == table["typed"]
    assert _given(page, "graphs", table["graphs"]) == table["graphs"]


@pytest.mark.prove
def test_the_pages_of_the_handbooks_have_the_customers_of_the_terminal(built_project: Built, visit: Open) -> None:
    """Of every script and fault tree in both languages: the same customers, turns and marks."""
    for path, play in plays(handbooks()):
        customers = json.loads(json.dumps(played(play)))
        assert _given(visit(f"file://{built_project.site}/{path}").page, "talks", customers) == customers, path
