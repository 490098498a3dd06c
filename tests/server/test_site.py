"""Files of the site over HTTP: what is sent is one file as it was opened, and what may be kept says so."""

from __future__ import annotations

import os
from collections.abc import Callable
from email.utils import formatdate
from io import FileIO
from pathlib import Path

import pytest

from server.gate import Hosts
from server.tree import Tree
from tests.server.test_app import client

LONG = bytes(range(256)) * 4096
"""A megabyte, which goes out in pieces."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, content in {
        "index.html": "手册".encode(),
        "404.html": "这一页不在了".encode(),
        "en/index.html": b"Handbook",
        "en/404.html": b"This page is gone",
        "forms/a.docx": b"0123456789",
        "assets/long.bin": LONG,
        "assets/app.0123abcd.js": b"1",
        "en/assets/stylesheets/main.57a0d79d.min.css": b"2",
        "assets/catalogue.js": b"3",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def replace(path: Path, content: bytes) -> None:
    """Put another file at *path*, as a build does."""
    other = path.with_name("other")
    other.write_bytes(content)
    other.replace(path)


@pytest.mark.parametrize("before", [b"0123456789", LONG], ids=["short", "long"])
def test_a_file_replaced_while_it_is_sent_goes_out_whole(
    site: Path, monkeypatch: pytest.MonkeyPatch, before: bytes
) -> None:
    """The length, the tag and every byte are those of the file that was opened, though another stands there by then."""
    path = site / "forms" / "a.docx"
    path.write_bytes(before)
    opened = Tree.open

    def open_then_replace(tree: Tree, asked: str) -> FileIO | None:
        file = opened(tree, asked)
        replace(path, b"another, which is longer" * 100_000)
        return file

    tag = client(site).head("/forms/a.docx").headers["etag"]
    monkeypatch.setattr(Tree, "open", open_then_replace)
    reply = client(site).get("/forms/a.docx", headers={"Accept-Encoding": "identity"})

    assert (reply.content, reply.headers["content-length"], reply.headers["etag"]) == (before, str(len(before)), tag)


def test_a_file_cut_in_place_is_not_passed_off_as_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody shortens the open file itself, the connection is cut: fewer bytes never pass for the file."""

    def cut_when_measured(modified: float, usegmt: bool) -> str:
        os.truncate(site / "forms" / "a.docx", 3)
        return formatdate(modified, usegmt=usegmt)

    monkeypatch.setattr("server.site.formatdate", cut_when_measured)
    with pytest.raises(EOFError):
        client(site).get("/forms/a.docx")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/assets/app.0123abcd.js", True),
        ("/en/assets/stylesheets/main.57a0d79d.min.css", True),
        ("/assets/catalogue.js", False),
        ("/forms/a.docx", False),
        ("/", False),
        ("/nothing.0123abcd.js", False),
    ],
)
def test_only_what_is_named_by_its_content_is_kept_for_good(site: Path, path: str, kept: bool) -> None:
    """A script or style with its digest in its name needs no second look; everything else is asked for each time."""
    kept_for_good = "public, max-age=31536000, immutable"

    assert client(site).get(path).headers["cache-control"] == (kept_for_good if kept else "no-cache")


def test_a_reader_who_has_the_file_gets_no_second_copy(site: Path) -> None:
    """With the tag or the date of the file the answer is 304 and has no content; what is no text has one encoding."""
    browser = client(site)
    first = browser.get("/forms/a.docx")
    tag, date = first.headers["etag"], first.headers["last-modified"]

    for asked in ({"If-None-Match": tag}, {"If-None-Match": f'"x", {tag}'}, {"If-Modified-Since": date}):
        again = browser.get("/forms/a.docx", headers=asked)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "vary" not in again.headers
    replace(site / "forms" / "a.docx", b"9876543210")
    assert browser.get("/forms/a.docx", headers={"If-None-Match": tag}).content == b"9876543210"
    assert browser.get("/forms/a.docx", headers={"If-Modified-Since": "yesterday"}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status", "content", "where"),
    [
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=0-99", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=4-2", 200, b"0123456789", None),
        ("bytes=0-1,3-4", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
        (f"bytes={'9' * 5000}-", 200, b"0123456789", None),
    ],
)
def test_a_range_is_a_part_of_one_file(site: Path, asked: str, status: int, content: bytes, where: str | None) -> None:
    """One range is sent as it is asked for; what is no range, or several, gives the whole file."""
    reply = client(site).get("/forms/a.docx", headers={"Range": asked})

    assert (reply.status_code, reply.content, reply.headers.get("content-range")) == (status, content, where)


def test_a_part_of_a_file_that_may_have_changed_is_not_sent(site: Path) -> None:
    """With `If-Range` the file comes whole, so that halves of two files are never put together."""
    browser = client(site)
    tag = browser.get("/forms/a.docx").headers["etag"]

    assert browser.get("/forms/a.docx", headers={"Range": "bytes=2-4", "If-Range": tag}).content == b"0123456789"


def test_head_is_get_without_content(site: Path) -> None:
    """`HEAD` gives the headers of `GET`, for a short file, a long one and a range."""
    browser = client(site)
    for path, headers in (("/forms/a.docx", {}), ("/assets/long.bin", {}), ("/assets/long.bin", {"Range": "bytes=1-"})):
        asked = {"Accept-Encoding": "identity", "X-Request-ID": "one", **headers}
        got, headed = browser.get(path, headers=asked), browser.head(path, headers=asked)
        assert (headed.status_code, headed.content) == (got.status_code, b"")
        assert headed.headers == got.headers


@pytest.mark.parametrize(("path", "words"), [("/none.html", "这一页不在了"), ("/en/none/", "This page is gone")])
def test_what_is_lost_is_said_in_its_language(site: Path, path: str, words: str) -> None:
    """A page that is not there is told of in the language of its place."""
    reply = client(site).get(path)

    assert (reply.status_code, reply.text) == (404, words)
    assert reply.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "up"), [("/none.html", "."), ("/a/b/none.html", "../.."), ("/en/none/", "../.."), ("/a//b", "../..")]
)
def test_what_is_lost_leads_on_from_wherever_it_is_shown(site: Path, path: str, up: str) -> None:
    """Its ways are given from the root of the host, but what stands before the site there is not known."""
    page = '<html data-root="/x"><a href="/x/index.html"></a><a href="#here"></a><a href="tel:119"></a>'
    for folder in ("", "en/"):
        (site / folder / "404.html").write_text(page)

    assert client(site).get(path).text == page.replace('"/x/index', f'"{up}/index').replace('"/x"', f'"{up}"')


def test_a_folder_leads_to_its_page_without_naming_a_host(site: Path) -> None:
    """A folder without its `/` leads to the one with it, with its question, whatever the host is called."""
    hosts = Hosts(frozenset({"handbook.example"}))
    reply = client(site, hosts=hosts).get("/en?c=1", headers={"Host": "handbook.example"}, follow_redirects=False)

    assert (reply.status_code, reply.headers["location"]) == (307, "./en/?c=1")
    assert client(site).get("/en").text == "Handbook"


def test_before_the_first_build_there_is_nothing(tmp_path: Path) -> None:
    """A site that is not built yet answers 404, and is served as soon as it is there."""
    browser = client(tmp_path / "site")
    assert browser.get("/").status_code == 404

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_bytes(b"here")
    assert browser.get("/").content == b"here"


def test_nothing_is_written(site: Path) -> None:
    """Other methods than reading are refused."""
    ask: Callable[..., int] = lambda method: client(site).request(method, "/index.html").status_code  # noqa: E731

    assert [ask("POST"), ask("PUT"), ask("DELETE")] == [405, 405, 405]
