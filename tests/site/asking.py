"""Questions put to the box of a page, and what servers answer to them."""

from __future__ import annotations

from typing import Any, Final

from playwright.sync_api import Page

OFFLINE: Final = ("offline.js", "assets/danger-zh.js", "assets/index.js")
"""What the page loads to answer without a server."""
BOOK: Final = "greentown-after-sales"
COMPLAINTS: Final = f"{BOOK}/procedures/complaint-handling.html"


def ask(page: Page, question: str) -> None:
    """Put a question as one does: into the box, Enter; until both groups are there."""
    box = page.locator("[data-ask-input]:visible").first
    box.fill(question)
    box.press("Enter")
    page.wait_for_selector("[data-ask-answers] > .texts")


def answer(status: str, **changes: Any) -> dict[str, Any]:
    """What `/api/ask` gives, with one answer unless there is none."""
    found = {
        "handbook": "greentown-after-sales", "kind": "procedure", "record": "complaint-handling", "step": "receive",
        "code": "GT-BF-KF-001", "title": "客户投诉处理管理办法", "section": "受理", "text": "请业主坐下说完。",
        "by": "客服前台", "within": "当场", "forms": ["GT-R-KF-26"], "say": "您说的我记下来了。",
        "url": f"{COMPLAINTS}#step-receive", "score": 0.9, "edition": "1", "effective": "2013-01-15", "status": "draft",
        "also": [],
    }  # fmt: skip
    answers = [] if status == "not_in_handbook" else [{**found, **changes}]
    return {"question": "q", "lang": "zh", "status": status, "answers": answers, "took_ms": 1.0, "danger": None}


def places(count: int, listed: int, **changes: Any) -> dict[str, Any]:
    """What `/api/text` gives: *listed* of *count* places."""
    found = {
        "handbook": "greentown-after-sales", "kind": "procedure", "record": "complaint-handling",
        "code": "GT-BF-KF-001", "title": "客户投诉处理管理办法", "section": "受理",
        "excerpt": [["请业主", False], ["坐下", True], ["说完。", False]], "url": f"{COMPLAINTS}#step-receive",
    }  # fmt: skip
    return {"question": "q", "lang": "zh", "places": count, "passages": [{**found, **changes}] * listed}
