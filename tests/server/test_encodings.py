"""Files and answers for browsers that take them compressed: one representation a coding, each with its own tag."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from generators.compressed import FOLDER, compress
from generators.tree import Stored
from server.encodings import codings
from tests.server.test_app import Recorded, client

PAGE = "<title>怎么处理投诉</title>\n".encode() * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("index.html", "a.docx"):
        (folder / name).write_bytes(PAGE)
    compress(tmp_path, {"index.html": Stored(folder / "index.html", hashlib.sha256(PAGE).hexdigest())})
    return folder


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("*", "br"),
        ("*;q=0", None), ("identity", None), ("", None), ("br;q=0,*", "gzip"), ("GZIP", "gzip"), ("brx;gzip", None),
        ("," * 100_000, None),
    ],
)  # fmt: skip
def test_a_browser_gets_what_it_takes(site: Path, accepted: str, coding: str | None) -> None:
    """The smaller coding of those it accepts, in a length of its own; the content is the page in any."""
    reply = client(site).get("/", headers={"Accept-Encoding": accepted})

    assert (reply.headers.get("content-encoding"), reply.content) == (coding, PAGE)
    assert reply.headers["vary"] == "Accept-Encoding"
    length = (site.parent / FOLDER / f"{hashlib.sha256(PAGE).hexdigest()}.{coding}").stat().st_size if coding else None
    assert reply.headers["content-length"] == str(length or len(PAGE))


def test_each_coding_has_a_tag_of_its_own(site: Path) -> None:
    """What was kept in one coding is not taken for another's: the tag of one is not known of the other."""
    browser = client(site)
    tags = {
        coding: browser.get("/", headers={"Accept-Encoding": coding}).headers["etag"] for coding in ("br", "gzip", "")
    }

    assert len(set(tags.values())) == 3
    assert not any(tag.startswith("W/") for tag in tags.values())
    for coding, tag in tags.items():
        for other in tags:
            again = browser.get("/", headers={"Accept-Encoding": other, "If-None-Match": tag})
            assert again.status_code == (304 if coding == other else 200)
            assert (again.headers["vary"], again.headers["etag"]) == ("Accept-Encoding", tags[other])


def test_a_part_is_one_of_the_file_as_it_is(site: Path) -> None:
    """A range counts the bytes of the page itself, in no coding."""
    reply = client(site).get("/", headers={"Accept-Encoding": "br", "Range": "bytes=0-9"})

    assert (reply.status_code, reply.content, reply.headers.get("content-encoding")) == (206, PAGE[:10], None)


def test_what_is_not_made_yet_is_sent_as_it_is(site: Path) -> None:
    """A page that changed since, a folder that is gone: the page comes all the same, and never another in its place."""
    (site / "new").write_bytes(b"new" + PAGE)
    (site / "new").replace(site / "index.html")
    browser = client(site)
    changed = browser.get("/", headers={"Accept-Encoding": "br"})
    for path in (site.parent / FOLDER).iterdir():
        path.unlink()
    (site.parent / FOLDER).rmdir()

    assert (changed.content, changed.headers.get("content-encoding")) == (b"new" + PAGE, None)
    assert browser.get("/", headers={"Accept-Encoding": "br"}).content == b"new" + PAGE


def test_head_has_the_length_of_the_coding(site: Path) -> None:
    """`HEAD` of a page says what `GET` would send to the same browser."""
    browser = client(site)

    headers = {"X-Request-ID": "one"}
    headed = browser.head("/", headers=headers).headers

    assert headed == browser.get("/", headers=headers).headers
    assert headed["content-encoding"] == "br"


def test_answers_are_compressed_too(site: Path) -> None:
    """A long answer comes in the coding that the browser takes, a short one as it is."""

    class Long(Recorded):
        def answer(self, question: str, **options: Any) -> dict[str, Any]:
            return {**super().answer(question, **options), "more": question * 1000}

    browser = client(site, Long())
    params, headers = {"q": "投诉"}, {"Accept-Encoding": "gzip"}
    answer = browser.get("/api/ask", params=params, headers=headers)

    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert answer.json()["more"] == "投诉" * 1000
    assert "content-encoding" not in browser.get("/api/text", params=params, headers=headers).headers


def test_the_list_of_codings_is_ours(site: Path) -> None:
    """Whatever is accepted, only what we make is offered."""
    assert list(codings("deflate, compress, zstd, gzip;q=1.0, br;q=0.001")) == ["br", "gzip"]
