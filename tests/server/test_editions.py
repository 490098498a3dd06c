"""Editions beside a running server: pages, answers and web forms change together, or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from schemas.findings import HandbookError
from schemas.messages import Requests
from server.app import create_app
from server.editions import Editions
from server.question_log import QuestionLog
from tests.server.test_app import Recorded
from tests.waiting import until

FORM = "/api/forms/a/forms/b"
ANYTHING = {"printed": "", "values": {}}


class Drawn:
    """Fills every form with its own name, and calls *first* before it does."""

    def __init__(self, name: str, first: Callable[[], object] = lambda: None) -> None:
        self.name, self.first = name, first

    def fill(self, address: str, lang: str, printed: str, values: Mapping[str, Any]) -> bytes:
        self.first()
        return self.name.encode()


class Build:
    """A folder that a build fills: the index is pointed to first, and the site is put in place then."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = ""
        """What the forms are read from: the name of an edition, or nothing while it cannot be read."""
        (folder / "index").mkdir(parents=True)

    def point(self, name: str) -> None:
        (self.folder / "index" / "next").write_text(name)
        (self.folder / "index" / "next").replace(self.folder / "index" / "CURRENT")

    def put(self, name: str) -> None:
        site, previous, new = self.folder / "site", self.folder / ".previous" / "site", self.folder / name
        for path, content in {
            "edition.json": json.dumps({"edition": name, "corpus": name}),
            "index.html": f"page {name}",
            "long.txt": name * 1_000_000,
            f"only-{name}.html": name,
            f"assets/{name}.0123abcd.js": name,
            "forms/forms.json": json.dumps([{"code": name}]),
        }.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_text(content)
        shutil.rmtree(previous, ignore_errors=True)
        if site.exists():
            previous.parent.mkdir(exist_ok=True)
            site.rename(previous)
        new.rename(site)

    def all_of(self, name: str) -> None:
        self.library = name
        self.point(name)
        self.put(name)

    def answering(self) -> Recorded:
        return Recorded(corpus=(self.folder / "index" / "CURRENT").read_text())

    def filling(self) -> Drawn:
        if not self.library:
            raise HandbookError(Requests.NO_LIBRARY, count=1)
        return Drawn(self.library)

    def editions(self) -> Editions:
        return Editions(self.folder, self.answering, self.filling, self.filling())


@pytest.fixture
def build(tmp_path: Path) -> Build:
    built = Build(tmp_path / "build")
    built.all_of("one")
    return built


def app(build: Build, editions: Editions, told: list[HandbookError] | None = None) -> TestClient:
    """A browser of the application over *editions*."""
    log = QuestionLog(build.folder / "questions.jsonl", print)
    return TestClient(create_app(editions, log, (told if told is not None else []).append))


def seen(editions: Editions, browser: TestClient) -> tuple[str, str, str, str]:
    """Which edition the page, the answers, the web form and the list of forms are of."""
    return (
        browser.get("/").text,
        editions.current.answering.corpus,
        browser.post(FORM, json=ANYTHING).text,
        browser.get("/api/forms").json()[0]["code"],
    )


def test_everything_changes_at_once(build: Build) -> None:
    """Until the site stands that names the index, all is of the old edition; then all is of the new one."""
    editions = build.editions()
    browser = app(build, editions)
    old, new = ("page one", "one", "one", "one"), ("page two", "two", "two", "two")

    build.library = "two"
    build.point("two")
    assert (editions.renew(), seen(editions, browser)) == (False, old)
    build.put("two")
    assert seen(editions, browser) == old
    assert (editions.renew(), seen(editions, browser)) == (True, new)
    assert editions.renew() is False


def test_a_site_without_its_index_waits_for_it(build: Build) -> None:
    """Where the site was put in place and its index was not, the old edition is served from the folder beside it."""
    editions = build.editions()
    browser = app(build, editions)

    build.library = "two"
    build.put("two")
    assert (editions.renew(), seen(editions, browser)) == (False, ("page one", "one", "one", "one"))
    build.point("two")
    assert (editions.renew(), seen(editions, browser)) == (True, ("page two", "two", "two", "two"))


def test_newer_vectors_change_answers_only(build: Build) -> None:
    """An index of the same texts is taken up without reading the forms anew."""
    editions = build.editions()
    before = editions.current

    build.library = ""
    build.point("one")
    assert editions.renew() is True
    assert editions.current.answering is not before.answering
    assert editions.current.filling is before.filling


def test_a_library_that_cannot_be_read_keeps_the_old_edition(build: Build) -> None:
    """While the forms cannot be read nothing changes; as soon as they can be, everything does."""
    editions = build.editions()
    browser = app(build, editions)

    build.all_of("two")
    build.library = ""
    with pytest.raises(HandbookError):
        editions.renew()
    assert seen(editions, browser) == ("page one", "one", "one", "one")
    build.library = "two"
    assert (editions.renew(), seen(editions, browser)) == (True, ("page two", "two", "two", "two"))


def test_a_request_ends_on_the_edition_it_began_with(build: Build) -> None:
    """A form that is being filled while the edition changes is the old one; the next is the new one."""

    def change() -> None:
        build.all_of("two")
        editions.renew()

    editions = Editions(build.folder, build.answering, build.filling, Drawn("one", change))
    browser = app(build, editions)

    assert browser.post(FORM, json=ANYTHING).text == "one"
    assert browser.post(FORM, json=ANYTHING).text == "two"


def test_parts_of_one_file_are_never_of_two(build: Build) -> None:
    """A file that is fetched in ranges while the edition changes: the rest comes whole, with another tag."""
    editions = build.editions()
    browser = app(build, editions)
    first = browser.get("/long.txt", headers={"Range": "bytes=0-2"})

    build.all_of("two")
    editions.renew()
    rest = browser.get("/long.txt", headers={"Range": "bytes=3-", "If-Range": first.headers["etag"]})
    assert (first.text, rest.status_code, rest.text) == ("one", 200, "two" * 1_000_000)
    assert rest.headers["etag"] != first.headers["etag"]


def test_assets_of_the_edition_before_still_answer(build: Build) -> None:
    """A page that is open still gets its script after a build, for good; a page that is gone is gone."""
    editions = build.editions()
    browser = app(build, editions)

    build.all_of("two")
    assert browser.get("/assets/two.0123abcd.js").text == "two"  # another server process has taken it up already
    editions.renew()
    before = browser.get("/assets/one.0123abcd.js")
    assert (before.text, before.headers["cache-control"]) == ("one", "public, max-age=31536000, immutable")
    assert browser.get("/only-one.html").status_code == 404


def test_pages_that_are_being_deleted_give_way_at_once(build: Build) -> None:
    """Two sites without an index that fits: the tree that is served is deleted, and the newest stands for it."""
    editions = build.editions()
    browser = app(build, editions)

    build.put("two")
    build.put("three")
    assert browser.get("/").text == "page three"
    assert editions.current.answering.corpus == "one"
    build.all_of("four")
    assert editions.renew() is True
    assert seen(editions, browser) == ("page four", "four", "four", "four")


def test_a_site_that_is_only_moved_is_served_on(build: Build) -> None:
    """While a build moves the old site to its place among the previous ones, its pages and answers stay together."""
    editions = build.editions()
    browser = app(build, editions)

    build.put("two")
    (build.folder / ".previous" / "site").rename(build.folder / "moved")
    assert seen(editions, browser) == ("page one", "one", "one", "one")
    assert browser.get("/none.html").status_code == 404
    assert editions.current.answering.corpus == "one"
    assert browser.get("/").text == "page one"


def test_the_server_looks_by_itself(build: Build) -> None:
    """While the server runs a build is taken up without being asked; what cannot be read is told once."""
    told: list[HandbookError] = []
    editions = build.editions()
    with app(build, editions, told) as browser:
        build.all_of("two")
        until(lambda: seen(editions, browser) == ("page two", "two", "two", "two"))
        build.all_of("three")
        build.library = ""
        until(lambda: bool(told))

    assert [str(error.rule) for error in told] == ["no-library"]
