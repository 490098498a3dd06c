"""What a learner says and does in the practice of the small library's script and card, in either language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page, expect

SCRIPT: Final = "call-scripts/scripts/hold-and-call-back"
CARD: Final = "cards/fire"


@dataclass(frozen=True, slots=True)
class Lines:
    """What is right in one language, each as part of what stands on its button.

    Attributes:
        found: said and done with the first customer: agrees, it is found, all is clear.
        not_found: the answer that the other branch has, by which its customer is known.
        promised: said and done with that customer.
        acts: the first acts of the card, in order.
        hot: what the situation says when nobody may come out.
        stay, leave: what one says then, and otherwise.
        never: what the card forbids.
        cover, done: the buttons that begin a round of the card and end a task of several answers.
    """

    found: tuple[str, ...]
    not_found: str
    promised: tuple[str, ...]
    acts: tuple[str, ...]
    hot: str
    stay: str
    leave: str
    never: tuple[str, ...]
    cover: str
    done: str


LINES: Final = {
    "": Lines(
        found=("这个问题我需要查一下", "查询知识库", "让您久等了。您问的", "感谢来电"),
        not_found="没查到",
        promised=("这个问题我需要查一下", "查询知识库", "前打给您", "感谢来电"),
        acts=("打 119", "边喊边敲门", "主机转自动"),
        hot="烫手",
        stay="不要出来",
        leave="弯低身子",
        never=("乘电梯", "回去取东西", "没有防护进有烟的楼道", "往油锅和带电的火上泼水"),
        cover="盖住卡片，开始",
        done="就这样",
    ),
    "en/": Lines(
        found=(
            "I need to look that up",
            "Search the knowledge base",
            "Thank you for waiting. You asked",
            "for calling",
        ),
        not_found="Not found",
        promised=("I need to look that up", "Search the knowledge base", "I will call you by", "for calling"),
        acts=("Call 119", "Shout and knock", "Panel to automatic"),
        hot="or the door is hot",
        stay="Stay in!",
        leave="Keep low",
        never=(
            "take a lift",
            "go back for belongings",
            "enter a smoky stairwell without breathing gear",
            "throw water on burning oil or live wiring",
        ),
        cover="Cover the card and start",
        done="That is it",
    ),
}


def begin(page: Page, *, typed: str = "", untimed: bool = False) -> None:
    """Open the practice of a page, type or choose, and show the customers."""
    page.locator("[data-does=practise]:visible").first.click()
    if typed:
        page.get_by_label(typed).check()
    if untimed:
        page.locator(".practice__wishes [type=checkbox]").check()
    page.locator(".practice__which summary").click()


def choose(page: Page, text: str) -> None:
    """Choose the line that holds *text*."""
    page.locator("[data-pick]", has_text=text).click()


def say(page: Page, text: str) -> None:
    """Type a line and say it."""
    page.locator(".compose textarea").fill(text)
    page.keyboard.press("Enter")


def acts_in_order(page: Page, lines: Lines) -> None:
    """From the covered card: call whom it says, and put its first acts in order with number keys."""
    choose(page, "119")
    expect(page.locator(".situation b")).to_be_visible()
    choose(page, "120")
    for act in lines.acts:
        page.keyboard.press(str(page.locator("[data-pick]", has_text=act).locator(".key").text_content()))
    page.get_by_role("button", name=lines.done).click()


def says_and_never_does(page: Page, lines: Lines) -> None:
    """What is said in the situation that is shown, and what is never done, but for the last press."""
    is_hot = lines.hot in str(page.locator(".situation b").text_content())
    choose(page, lines.stay if is_hot else lines.leave)
    for one in page.locator("[data-pick]").all():
        if one.locator("span").text_content() in lines.never:
            one.click()
