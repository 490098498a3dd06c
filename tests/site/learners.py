"""What a learner does on the page of a course, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Locator, Page, expect

BOOK: Final = "greentown-after-sales"
COURSE: Final = f"{BOOK}/courses/front-desk-induction"
ASKED: Final = f"""async () => (await Shouce.learning.itemsOf("{COURSE}")).items.find(
  ({{ stem }}) => stem === document.querySelector(".quiz__stem").textContent)"""
"""The item that is asked now."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody at the page of the small library's course."""

    page: Page

    @property
    def left(self) -> Locator:
        """What is left."""
        return self.page.locator(".left")

    @property
    def far(self) -> Locator:
        """How far the learner is, in percent."""
        return self.left.locator(".left__head b")

    def module(self, module: str) -> Locator:
        """A module by its id."""
        return self.page.locator(f"[data-module={module}]")

    def task(self, module: str, act: str) -> Locator:
        """What is done in a module: the first of its tasks of this kind."""
        return self.module(module).locator(f"[data-task^='{act} ']").first

    def opens_course_of(self, post: str, handbook: str) -> None:
        """Choose *post* on the first page of the handbook."""
        self.page.goto(handbook)
        self.page.locator(".courses a", has_text=post).click()
        expect(self.left).to_be_visible()

    def is_called(self, name: str) -> None:
        """Add a nickname."""
        self.page.locator(".who__name").fill(name)
        self.page.locator(".who__name").press("Enter")
        expect(self.page.locator(".who__line > b")).to_have_text(name)

    def leaves(self) -> None:
        """Return the computer to nobody."""
        self.page.locator(".who .i-return").click()
        expect(self.page.locator(".who__name")).to_be_visible()

    def reads_what_is_next(self) -> None:
        """Open what comes next, mark it at its end as read, and come back."""
        self.left.locator("a.button").click()
        self.page.locator(".reading .button--first").click()
        expect(self.page.locator(".reading__done")).to_be_visible()
        self.comes_back()

    def comes_back(self) -> None:
        """Return to the course from what was opened there."""
        self.page.locator(".reading__bar a").first.click()
        expect(self.left).to_be_visible()

    def exports_to(self, folder: Path) -> Path:
        """Take the progress along: the file, under the name it is given."""
        with self.page.expect_download() as got:
            self.page.locator("[data-learner] .i-download").click()
        file = folder / got.value.suggested_filename
        got.value.save_as(file)
        return file

    def takes_in(self, file: Path) -> None:
        """Import *file*, once it was said what that would do."""
        self.page.locator("input[type=file]").set_input_files(file)
        self.page.locator(".who__said .i-check").click()

    def test(self, module: str, wrong: int = 0) -> list[str]:
        """Do the self-test of a module by keyboard, the first *wrong* items wrong; the ids of those."""
        self.task(module, "test").locator("button").click()
        return self.answers(wrong)

    def answers(self, wrong: int = 0) -> list[str]:
        """Answer what is asked, until the summary; the ids of what was answered wrong."""
        mistaken: list[str] = []
        while True:
            expect(self.page.locator(".quiz__stem, .quiz h4")).to_be_focused()
            if self.page.locator(".quiz h4").count():
                return mistaken
            is_right = len(mistaken) >= wrong
            item = self.answer(is_right)
            if not is_right:
                mistaken.append(item["id"])
            self.page.keyboard.press("Enter")

    def answer(self, is_right: bool = True) -> dict[str, Any]:
        """Answer the item that is asked, with number keys, arrow keys and Enter."""
        item: dict[str, Any] = self.page.evaluate(ASKED)
        if item["how"] == "order":
            self.put_in_order(item["right"] if is_right else ())
        else:
            shown = self.page.locator(".quiz__option input").evaluate_all("all => all.map(({ value }) => value)")
            keys = item["right"] if is_right else [key for key in shown if key not in item["right"]][:1]
            for key in keys:
                self.page.keyboard.press(str(shown.index(key) + 1))
        self.page.keyboard.press("Enter")
        expect(self.page.locator(".quiz__said--right, .quiz__said--wrong")).to_have_class(
            re.compile("right" if is_right else "wrong")
        )
        return item

    def put_in_order(self, keys: Iterable[str]) -> None:
        """Move the options to their places; as they are shown first they never stand in them."""
        for goal, key in enumerate(keys):
            shown = self.page.locator(".quiz__option").evaluate_all("all => all.map(({ dataset }) => dataset.key)")
            self.page.keyboard.press(str(shown.index(key) + 1))
            for _ in range(shown.index(key) - goal):
                self.page.keyboard.press("ArrowUp")

    def kept(self) -> Any:
        """What the browser keeps."""
        return self.page.evaluate("JSON.parse(localStorage.getItem('shouce.learning'))")


def fill(page: Page, values: dict[str, str]) -> None:
    """Write into the fields of an exercise."""
    for place, value in values.items():
        page.locator(f"[data-fill] [data-place='{place}']").first.fill(value)
