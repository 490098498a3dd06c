"""Twelve things that people come to the site for, two for each who uses it: after two acts what settles it is in view.

Each begins on the first page as somebody finds it who never chose anything, or on the page that is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Browser, Page, expect

from schemas.languages import PREFIX, SUFFIX
from schemas.words import LANGUAGES
from tests.journeys.conftest import Served

Sort = Literal["tap", "ask", "write", "choose", "take"]
MOST: Final = 2
"""So many acts settle anything; a question is one."""
SIZES: Final = {"desk": (1280, 720), "phone": (390, 844)}
AFTER_SALES: Final = "greentown-after-sales"
COVERED: Final = """element => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return `${top}–${bottom} of ${innerHeight}`;
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return element.contains(there) || there?.contains(element) ? "" : there?.outerHTML.slice(0, 90);
}"""
"""Why an element is not to be seen as a whole; empty when it is."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done: where, and what is asked, written or chosen, in both languages."""

    sort: Sort
    at: str
    words: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Task:
    """A thing that somebody comes for.

    Attributes:
        who: the user.
        what: what is wanted.
        acts: what is done.
        seen: what settles it, all of it on the screen then.
        start: where it begins.
    """

    who: str
    what: str
    acts: tuple[Act, ...]
    seen: tuple[str, ...]
    start: str = "index.html"


BOX: Final = "[data-ask-input]:visible"
ANSWER: Final = "[data-ask-answers]:visible .answer"
ROLE: Final = ".iam__role"
BLANK: Final = f"{ANSWER} a[download][href$='GT-R-KF-26-complaint-register-blank{{}}.docx']"
TASKS: Final = (
    Task(
        "new hire",
        "what I have to learn now",
        (Act("tap", ".hero [data-does=me]"), Act("tap", ROLE, ("客服前台", "Front desk"))),
        (".day__title", ".mylearn__now a"),
    ),
    Task(
        "new hire",
        "a word that I do not know",
        (Act("tap", "a[href='glossary.html']:visible"), Act("write", "[data-filter]", ("空关房", "unoccupied flat"))),
        ("#term-unoccupied-flat td p",),
    ),
    Task(
        "clerk",
        "somebody is stuck in the lift",
        (Act("tap", ".ecards a[href='cards/lift.html']"),),
        (".ecard__calls a >> nth=0", ".ecard__acts li >> nth=0"),
    ),
    Task(
        "clerk",
        "a resident wants to borrow a key",
        (Act("ask", BOX, ("业主来借钥匙", "a resident wants to borrow a key")),),
        (f"{ANSWER} .answer__key a[href*='key-']", f"{ANSWER} .chips"),
    ),
    Task(
        "staff printing",
        "the blank register of complaints, by its code",
        (Act("ask", BOX, ("GT-R-KF-26", "GT-R-KF-26")), Act("take", BLANK)),
        (BLANK,),
    ),
    Task(
        "staff printing",
        "the fire card on one sheet, for the wall",
        (Act("tap", ".ecards a[href='cards/fire.html']"), Act("tap", "[data-does=print]:visible")),
        (),
    ),
    Task(
        "author",
        "something on this page is wrong",
        (Act("tap", "[data-does=tell]"),),
        ("[data-tell] textarea",),
        f"{AFTER_SALES}/procedures/complaint-handling.html",
    ),
    Task(
        "author",
        "what was asked and is not in the handbook",
        (Act("tap", ".foot a[href='ask.html']"), Act("tap", "a[href='owner.html']")),
        ("[data-owner]:not([aria-busy]) > *",),
    ),
    Task(
        "trainer",
        "go through the first words of a call with a new hire",
        (
            Act("ask", BOX, ("接电话第一句话怎么说", "the first words when I answer a call")),
            Act("tap", f"{ANSWER} a[href*='#play=']"),
        ),
        (".is-playing",),
    ),
    Task(
        "trainer",
        "what two posts do alike and differently",
        (
            Act("choose", "[name=a][data-compare-role]", (f"{AFTER_SALES}/roles/front-desk",) * 2),
            Act("choose", "[name=b][data-compare-role]", (f"{AFTER_SALES}/roles/service-officer",) * 2),
        ),
        (".compared__heads",),
        "roles.html",
    ),
    Task(
        "auditor",
        "which laws apply, since when, and who checked them",
        (Act("tap", ".counts a[href='laws.html']"),),
        (".list--laws [data-cell=effective] >> nth=0", ".list--laws tbody tr >> nth=0 >> .list__name"),
    ),
    Task(
        "auditor",
        "whether the register of complaints is approved, whose it is, when it is reviewed",
        (Act("write", "[data-filter]", ("GT-R-KF-26", "GT-R-KF-26")),),
        ("[data-filter-group] tr:visible .list__name .code",),
        f"{AFTER_SALES}/registers.html",
    ),
)  # fmt: skip


def do(page: Page, act: Act, lang: str) -> None:
    """Do one thing."""
    words = act.words[lang == "en"]
    place = page.locator(act.at.format(SUFFIX.of(lang))).filter(has_text=words if act.sort == "tap" else "").first
    if act.sort == "take":
        expect(place).to_be_visible()
        got = page.request.get(place.evaluate("link => link.href"))
        assert (got.status, got.body()[:4]) in ((200, b"%PDF"), (200, b"PK\x03\x04"))
    elif act.sort == "tap":
        place.click()
    elif act.sort == "choose":
        place.select_option(words)
    else:
        place.fill(words)
        if act.sort == "ask":
            place.press("Enter")


def passes() -> Iterator[ParameterSet]:
    """At a desk and on a phone in both languages; `make test` takes each size and each language once."""
    for lang, name in ((lang, name) for lang in LANGUAGES for name in SIZES):
        marks = () if (lang == "zh") == (name == "phone") else pytest.mark.prove
        yield pytest.param(lang, SIZES[name], id=f"{lang}-{name}", marks=marks)


@pytest.mark.parametrize(("lang", "size"), list(passes()))
@pytest.mark.parametrize("task", TASKS, ids=[f"{task.who}-{task.what[:24]}".replace(" ", "-") for task in TASKS])
def test_two_acts_and_it_is_in_view(
    served: Served, browser: Browser, task: Task, lang: str, size: tuple[int, int]
) -> None:
    """What settles it stands there as a whole, and nothing covers it."""
    assert len(task.acts) <= MOST
    assert sum(act.sort == "ask" for act in task.acts) <= 1
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = context.new_page()
        page.add_init_script("window.print = () => document.documentElement.classList.add('is-printed')")
        page.goto(f"{served.url}/{PREFIX.of(lang)}{task.start}")
        for act in task.acts:
            do(page, act, lang)
        if "print" in task.acts[-1].at:
            expect(page.locator("html.is-printed")).to_be_visible()
        for place in task.seen:
            seen = page.locator(place.format(SUFFIX.of(lang))).first
            expect(seen).to_be_visible(timeout=30_000)
            page.wait_for_function(f"element => !({COVERED})(element)", arg=seen.element_handle())


def test_everybody_comes_twice() -> None:
    """Twelve tasks, two for each of six who use it."""
    assert Counter(task.who for task in TASKS) == dict.fromkeys(
        ("new hire", "clerk", "staff printing", "author", "trainer", "auditor"), 2
    )
