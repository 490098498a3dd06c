"""What a question costs the page without a server: files and bytes of the first one, and the time of the others.

`python -m bench.page` asks the built site of this library (`handbook build`) questions of the tuning half in Chromium:
the first ones each in a browser of its own, over HTTP without compression, until the answer stands there; then many in
one page that was opened as a file, once all words are loaded. Time is that of the page's thread, so that what else runs
on the machine counts little.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from bench.chromium import launch, served
from schemas.languages import PREFIX
from schemas.words import LANGUAGES
from search.questions import FILE, Case, read_questions

_FIRST: Final = 10
"""So many questions of each language are the first one of a browser."""
_LATER: Final = 200
_ANSWERED: Final = "[data-ask-answers] .answer, [data-ask-answers] .verdict"
_LOADED: Final = "performance.getEntriesByType('resource').map(({ name }) => name)"
_WATCH: Final = f"""answered => new MutationObserver((_, observer) => {{
    if (!document.querySelector(answered)) return;
    window.loadedByThen = {_LOADED};
    observer.disconnect();
}}).observe(document.body, {{ childList: true, subtree: true }})"""
"""Keeps what is loaded by the time that the answer is drawn."""
_ASK_ALL: Final = "async questions => { for (const one of questions) await Shouce.offline.ask(one); }"


@dataclass(frozen=True, slots=True)
class First:
    """What the first question of a browser loaded: how many files, their kilobytes, and those of them compressed."""

    files: int
    plain: float
    compressed: float


def first(browser: Browser, base: str, site: Path, case: Case) -> First:
    """Ask *case* in a page where nothing was asked before."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{base}/{PREFIX.of(case.lang)}ask.html")
        page.wait_for_load_state("networkidle")
        before = set(page.evaluate(_LOADED))
        page.evaluate(_WATCH, _ANSWERED)
        box = page.locator("[data-ask-input]:visible").first
        box.fill(case.question)
        box.press("Enter")
        page.wait_for_function("window.loadedByThen")
        loaded = set(page.evaluate("window.loadedByThen")) - before
        paths = [site / url.removeprefix(f"{base}/") for url in sorted(loaded)]
        files = [path.read_bytes() for path in paths if path.is_file()]
    return First(len(files), sum(map(len, files)) / 1000, sum(len(gzip.compress(one, 6)) for one in files) / 1000)


def later(page: Page, site: Path, questions: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of processor until the index is open, and for each question once all words are there."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration")) * 1000

    page.goto((site / "ask.html").as_uri())
    page.evaluate("Promise.all(['offline.js', 'assets/danger-zh.js', 'assets/index.js'].map(Shouce.load))")
    before = spent()
    page.evaluate("() => { Shouce.offline.index(); }")
    opened = spent() - before
    page.evaluate("Shouce.offline.loadRest()")
    page.evaluate(_ASK_ALL, questions)
    before = spent()
    page.evaluate(_ASK_ALL, questions)
    return opened, (spent() - before) / len(questions)


def main() -> None:
    """Print both."""
    site = (Path.cwd() / "build" / "site").resolve()
    cases = [case for case in read_questions(Path.cwd() / FILE) if case.group == "tune"]
    with sync_playwright() as playwright, served(site) as base:
        browser = launch(playwright)
        for lang in LANGUAGES:
            asked = [case for case in cases if case.lang == lang]
            loads = [first(browser, base, site, case) for case in asked[:: len(asked) // _FIRST]]
            for name in ("files", "plain", "compressed"):
                values = sorted(getattr(one, name) for one in loads)
                sys.stdout.write(f"{lang} {name}: median {statistics.median(values):.0f}, most {values[-1]:.0f}\n")
        questions = [case.question for case in cases[:: len(cases) // _LATER]]
        with browser.new_page() as page:
            opened, each = later(page, site, questions)
        sys.stdout.write(f"opening the index {opened:.0f} ms, each of {len(questions)} questions {each:.1f} ms\n")
        browser.close()


if __name__ == "__main__":
    main()
