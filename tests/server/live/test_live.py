"""Pages that renew themselves: what a server that watches sends, and that no other sends any of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Response
from fastapi.testclient import TestClient

from schemas.findings import Worded
from schemas.messages import Severity
from schemas.words import Bilingual
from server.live.news import News, digest_of_page
from server.live.pages import LivePages, path_of
from server.live.routes import live_routes
from server.tree import Tree
from tests.server.over_http import over_http
from tests.waiting import until

PAGE = b"<html><head><title>1</title></head><body>1</body></html>"
NEWER = PAGE.replace(b"1", b"2")


def application(news: News | None, folder: Path) -> FastAPI:
    """An application with one page, and another for what is lost."""
    app = FastAPI()
    if news is not None:
        app.add_middleware(LivePages, news=news)
        app.include_router(live_routes(news, lambda: Tree(folder)))

    @app.get("/{path:path}")
    async def page(path: str) -> Response:
        """The page, or that of what is lost."""
        is_there = path in ("a/b.html", "")
        media_type = "image/svg+xml" if path.endswith(".svg") else "text/html"
        return Response(PAGE, 200 if is_there else 404, {"ETag": "1"}, media_type)

    return app


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with that page."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_bytes(PAGE)
    return tmp_path


def tagged(up: str, page: bytes, digest: str) -> str:
    """A page as it is sent."""
    script = (
        f'<link rel="stylesheet" href="{up}api/watch/page.css">'
        f'<script src="{up}api/watch/page.js" data-page="{digest}" defer></script></head>'
    )
    return page.decode().replace("</head>", script)


def test_only_a_server_that_watches_sends_the_script(folder: Path) -> None:
    """A page has the script, found from wherever the page is; pictures have none, and no page of any other server."""
    browser = TestClient(application(News(), folder))
    page = browser.get("/a/b.html", headers={"If-None-Match": "1", "Accept-Encoding": "br"})
    assert page.text == tagged("../", PAGE, digest_of_page(PAGE))
    assert (page.headers["cache-control"], page.headers.get("etag")) == ("no-store", None)
    assert browser.get("/").text == tagged("", PAGE, digest_of_page(PAGE))
    assert browser.get("/lost.html").text == tagged("", PAGE, "")  # so that it is renewed once there is one
    assert browser.get("/a/picture.svg").content == PAGE
    assert browser.get("/api/watch/page.js").headers["content-type"].startswith("text/javascript")

    other = TestClient(application(None, folder))
    assert other.get("/a/b.html").content == PAGE
    assert other.get("/api/watch/page.js").status_code == 404


def test_a_newer_page_is_sent_until_it_is_built(folder: Path) -> None:
    """A page just saved is sent instead of the one that is built, until one that has it is built, and no longer."""
    news, path = News(), "a/b.html"
    browser = TestClient(application(news, folder))
    news.show(path, NEWER, 2)
    assert browser.get(f"/{path}").text == tagged("../", NEWER, digest_of_page(NEWER))
    news.show(path, PAGE.replace(b"1", b"3"), 1)  # an older save comes later: it changes nothing
    news.built(1)
    assert browser.get(f"/{path}").text == tagged("../", NEWER, digest_of_page(NEWER))
    news.built(2)
    assert browser.get(f"/{path}").text == tagged("../", PAGE, digest_of_page(PAGE))


def events(url: str, page: bytes) -> Iterator[tuple[str, str]]:
    """What an open page is told, one event after another."""
    asked = {"page": "a/b.html", "digest": digest_of_page(page)}
    with httpx.stream("GET", f"{url}/api/watch/events", params=asked, timeout=60) as stream:
        name = ""
        for line in stream.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                yield name, line.removeprefix("data: ")


def test_an_open_page_is_told(folder: Path) -> None:
    """It is told of findings and of a newer page; one that was sent before the newest is told at once.

    Who makes pages knows which are open, and when the server ends nobody waits for it.
    """
    news, open_pages = News(), list[list[str]]()
    news.tell_open_pages(lambda pages: open_pages.append(list(pages)))
    with over_http(application(news, folder)) as url:
        told = events(url, PAGE)
        assert next(told) == ("found", '{"state": null, "findings": [], "more": null}')
        assert open_pages == [["a/b.html"]]
        news.find([Worded("handbook/a.yaml", 3, 2, "rule", "error", Bilingual("字", "word"), Bilingual("", ""))])
        (finding,) = json.loads(next(told)[1])["findings"]
        assert (finding["place"], finding["word"]) == ("handbook/a.yaml:3:2", {"zh": "错误", "en": "error"})
        news.show("a/b.html", NEWER, 1)
        assert next(told) == ("page", digest_of_page(NEWER))
        assert list(told) == []
        until(lambda: open_pages[-1] == [])

        late = events(url, PAGE)
        assert [next(late)[0], next(late)] == ["found", ("page", digest_of_page(NEWER))]
        news.find(())
        waiting = events(url, NEWER)
        next(waiting)
        news.end()
        assert list(waiting) == []


def found(severity: Severity) -> Worded:
    """A finding of that severity."""
    return Worded("handbook/a.yaml", 1, 1, "rule", severity, Bilingual("字", "word"), Bilingual("", ""))


def test_errors_are_told_first_and_notices_not() -> None:
    """Whether pages stay is said as it is: an error of one record keeps no page from being made."""
    news = News()
    news.find([found("notice"), found("warning"), found("error")])
    assert [each["severity"] for each in news.told["findings"]] == ["error", "warning"]
    assert news.told["state"] == {
        "zh": "网页是新的。刚保存的文件里还有：",
        "en": "The page is new. In what was saved there is still:",
    }
    news.find([found("error")], stays=True)
    assert news.told["state"]["en"].startswith("There are errors, so the pages stay as they were.")
    news.find([found("error")] * 21, stays=True)
    assert (len(news.told["findings"]), news.told["more"]["zh"]) == (20, "还有 1 处没有列出，见终端或 handbook check。")


@pytest.mark.parametrize(
    ("asked", "path"), [("/", "index.html"), ("/en/", "en/index.html"), ("/a/b.html", "a/b.html"), ("//a", "a")]
)
def test_a_folder_is_its_first_page(asked: str, path: str) -> None:
    """The path on the site of what is asked for."""
    assert path_of(asked) == path
