"""Pagefind over the built site: the search that a static site would have without ours, as it ships.

`setup/npm-tool.sh pagefind` installs it. It is asked in Chromium, as a reader's browser asks it; what it indexes is the
page without menus, which is the better for it.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from bench.chromium import launch, served
from bench.search_ranks import DEPTH, Answers, Place, Search
from schemas.words import LANGUAGES
from search.index import Index
from search.questions import Case

PROGRAM: Final = (
    Path(sys.prefix) / "pagefind" / "node_modules" / "@pagefind" / "linux-x64" / "bin" / "pagefind_extended"
)
_LOOKED_AT: Final = 60
"""Pages that are looked through for those of one handbook."""
_ASK: Final = """
async ([question, most]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(question);
  const pages = await Promise.all((found?.results ?? []).slice(0, most).map((one) => one.data()));
  const best = (page) => page.sub_results.toSorted((a, b) => b.locations.length - a.locations.length)[0];
  return pages.map((page) => best(page)?.url ?? page.url);
}
"""


@contextmanager
def pagefind(site: Path, folder: Path, index: Index) -> Iterator[Search]:
    """The search of *site*, whose index is made in *folder*; the passages of *index* say what its addresses mean."""
    for lang in LANGUAGES:
        (folder / f"{lang}.html").write_text(f'<!doctype html><html lang="{lang}"><title>{lang}</title>', "utf-8")
    words = ["--site", str(site), "--output-path", str(folder / "pagefind"), "--root-selector", "article"]
    subprocess.run([str(PROGRAM), *words], check=True, capture_output=True)  # noqa: S603 - our own words
    try:
        with sync_playwright() as playwright, served(folder) as base:
            browser = launch(playwright)
            pages: Mapping[str, Page] = {lang: browser.new_page() for lang in LANGUAGES}
            for name, page in pages.items():
                page.goto(f"{base}/{name}.html")
            yield functools.partial(_answers, pages, _Places(index), {})
            browser.close()
    finally:
        shutil.rmtree(folder / "pagefind", ignore_errors=True)


class _Places:
    """What an address of the site means."""

    def __init__(self, index: Index) -> None:
        self._places = {one.url: (one.record, one.part) for one in index.passages}

    def of(self, url: str) -> Place:
        """The place of *url*; a page that is no record's has one that nothing is expected at."""
        url = url.lstrip("/").removeprefix("en/")
        page, _, anchor = url.partition("#")
        return self._places.get(f"{page}#{anchor}") or self._places.get(page) or (page, "")


def _answers(
    pages: Mapping[str, Page], places: _Places, known: dict[str, Sequence[str]], case: Case, handbook: str | None
) -> Answers:
    if case.question not in known:
        known[case.question] = pages[case.lang].evaluate(_ASK, [case.question, _LOOKED_AT])
    found = [places.of(url) for url in known[case.question]]
    inside = [place for place in found if handbook is None or place[0].split("/")[0] in (handbook, "cards")]
    return [[place] for place in inside[:DEPTH]]
