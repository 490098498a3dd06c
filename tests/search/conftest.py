"""One index of the small library for all search tests: by words alone, and with the packaged encoder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generators.assets import SCRIPTS
from schemas.library import Library
from schemas.loader import load_library
from search.ask import Searcher
from search.browser import write_browser_index
from search.building import build_index
from search.danger.browser import write_danger_files
from search.encoder import Encoder, load_encoder
from search.index import Index
from search.questions import FILE

PROJECT = Path(__file__).parents[2]
QUESTIONS = PROJECT / FILE
FRAME = """window.Shouce = {data: {}, languages: {
    zh: {at: 0, prefix: ""}, en: {at: 1, prefix: "en/"},
}, load: path => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, {src: path, async: false, onload: resolve, onerror: reject});
    document.head.append(element);
})};"""


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The packaged encoder, loaded once."""
    return load_encoder()


@pytest.fixture(scope="session")
def words_index(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The lexical half alone."""
    return build_index(library, tmp_path_factory.mktemp("words"), dense=False)


@pytest.fixture(scope="session")
def dense_index(library: Library, encoder: Encoder, indexed_library: Path) -> Index:
    """Both halves."""
    return build_index(library, indexed_library, encoder=encoder)


@pytest.fixture(scope="session")
def by_words(words_index: Index) -> Searcher:
    """A searcher without an encoder."""
    return Searcher(words_index)


@pytest.fixture(scope="session")
def by_meaning(dense_index: Index, encoder: Encoder) -> Searcher:
    """A searcher with both halves."""
    return Searcher(dense_index, encoder)


@pytest.fixture(scope="session")
def whole_library() -> Library:
    """The handbooks of this project."""
    return load_library(PROJECT).require()


@pytest.fixture(scope="session")
def whole_index(whole_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The lexical half of the project's own handbooks."""
    return build_index(whole_library, tmp_path_factory.mktemp("whole"), dense=False)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A blank page of a real browser."""
    with browser.new_page() as page:
        yield page


def open_page(page: Page, index: Index, folder: Path) -> None:
    """Give *page* the site's own scripts and *index*, as the site does, from a stick."""
    (folder / "assets").mkdir()
    write_browser_index(index, folder / "assets")
    write_danger_files(index, folder / "assets")
    (folder / "page.html").write_text("<!doctype html><meta charset=utf-8><title>page</title>", encoding="utf-8")
    page.goto((folder / "page.html").as_uri())
    page.add_script_tag(content=FRAME)
    for name in ("danger-zh.js", "index.js"):
        page.add_script_tag(path=folder / "assets" / name)
    for name in SCRIPTS["offline"]:
        page.add_script_tag(path=PROJECT / "site" / "docs" / "assets" / f"{name}.js")
