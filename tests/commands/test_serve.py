"""`handbook serve` beside a build: what is written is served without a restart."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from commands.serve import listen
from commands.serving import editions_of
from filled.reading import read_form
from generators.docx.printed import printed_fingerprint
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.loader import load_library
from search.building import build_index
from search.generations import CURRENT, named, write_generation
from search.index import FOLDER, FORMAT
from server.app import create_app
from server.question_log import QuestionLog
from tests.builds import Built
from tests.commands.running import handbook, serving
from tests.generators import offices
from tests.schemas.content import KEYS, LIBRARY, Content
from tests.waiting import listens, until

ADDRESS = "greentown-after-sales/forms/key-loan-register"


def build(root: Path) -> Library:
    """Build the index of the handbook at *root*, and put a site in place that names it; the library is returned."""
    library = load_library(root).require()
    site, new = root / "build" / "site", root / "build" / "new"
    new.mkdir(parents=True)
    corpus = build_index(library, root, dense=False).corpus
    (new / "edition.json").write_text(json.dumps({"edition": corpus, "corpus": corpus}), "utf-8")
    if site.exists():
        (root / "build" / ".previous").mkdir()
        site.rename(root / "build" / ".previous" / "site")
    new.rename(site)
    return library


def filled(library: Library, values: dict[str, Any]) -> dict[str, Any]:
    """What the page of the key register sends."""
    return {"printed": printed_fingerprint(library, library.entries[ADDRESS]), "values": values}


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_what_is_small_is_sent_at_once(host: str) -> None:
    """The socket is one that asyncio sends from without waiting for the other side (it looks at the protocol)."""
    with listen(host, 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_an_edited_form_is_filled_without_a_restart(content: Content) -> None:
    """A form edited and built beside a running server: a page of the new edition fills at once, its new field too."""
    before = build(content.root)
    editions = editions_of(before)
    browser = TestClient(create_app(editions, QuestionLog(content.root / "questions.jsonl", print), print))
    field = "- {id: serial, title: 册号, type: serial}"
    content.change(KEYS, field, f"{field}\n        - {{id: cabinet, title: 柜号, type: text}}")
    after = build(content.root)
    asked = filled(after, {"head": {"cabinet": "三号柜"}})

    assert browser.post(f"/api/forms/{ADDRESS}", json=asked).status_code == 409
    assert editions.renew() is True
    copy = browser.post(f"/api/forms/{ADDRESS}", json=asked)
    assert read_form(after, copy.content, "copy.docx").values["head"]["cabinet"] == "三号柜"
    assert browser.post(f"/api/forms/{ADDRESS}?lang=zh", json=filled(before, {})).json() == {
        "error": "other-edition",
        "detail": [{"where": [], "problem": "没有这张表，或者是另一版"}],
    }


def test_an_answer_is_of_the_edition_that_is_served(content: Content) -> None:
    """A reworded step is in the answers as soon as the site that shows it is taken up, and not before."""
    editions = editions_of(build(content.root))
    browser = TestClient(create_app(editions, QuestionLog(content.root / "questions.jsonl", print), print))
    words = "借出业主委托保管的钥匙时填写"
    content.change(KEYS, words, f"紫色灯笼。{words}")
    build(content.root)

    def texts() -> str:
        return browser.get("/api/ask", params={"q": "钥匙借用登记表"}).text

    def places() -> int:
        return int(browser.get("/api/text", params={"q": "紫色灯笼"}).json()["places"])

    assert (words in texts(), "紫色灯笼" in texts(), places()) == (True, False, 0)
    assert editions.renew() is True
    assert ("紫色灯笼" in texts(), places()) == (True, 1)


def _gone(index: Path) -> str:
    (index / CURRENT).unlink()
    return "there is no search index yet; run: handbook build --only index"


def _nonsense(index: Path) -> str:
    (index / CURRENT).write_bytes(b"\xff" * 5000)
    return "there is no search index yet; run: handbook build --only index"


def _folder(index: Path) -> str:
    (index / CURRENT).unlink()
    (index / CURRENT).mkdir()
    return (
        f"the search index cannot be read: {index / CURRENT}: a folder stands where a file should be. "
        "Move that folder away, then do it again."
    )


def _damaged(index: Path) -> str:
    for name in named(index):
        (index / name / "terms.json").write_bytes(b"[")
    (index / CURRENT).touch()
    return (
        f"terms.json of search index {named(index)[0]} is missing or damaged, so this index is not used; "
        "run: handbook build --only index"
    )


def _half(index: Path) -> str:
    name = "0" * 16
    (index / name).mkdir()
    (index / CURRENT).write_text(f"{name}\n{named(index)[0]}\n")
    return (
        f"manifest.json of search index {name} is missing or damaged, so this index is not used; "
        "run: handbook build --only index"
    )


def _foreign(index: Path) -> str:
    name = "1" * 16
    write_generation(index, name, {"format_version": FORMAT, "made_by": "", "step": 1}, {"passages.json": b"[]"})
    (index / CURRENT).write_text(f"{name}\n")
    return (
        f"lexical-data.npy of search index {name} is missing or damaged, so this index is not used; "
        "run: handbook build --only index"
    )


def _other(index: Path) -> str:
    name = "2" * 16
    write_generation(index, name, {}, {})
    (index / CURRENT).write_text(f"{name}\n")
    return (
        f"search index {name} was built for 'format None' and 'format {FORMAT}' is in use, so it is not used; "
        "run: handbook build --only index"
    )


def _swept(index: Path) -> str:
    shutil.rmtree(index)
    return "there is no search index yet; run: handbook build --only index"


def _site_gone(index: Path) -> str:
    site = index.parent / "site"
    site.rename(index.parent / "moved")
    return f"the site that was built is gone from {site}; run: handbook build"


@pytest.mark.parametrize(
    "spoil", [_gone, _nonsense, _folder, _damaged, _half, _foreign, _other, _swept, _site_gone]
)  # fmt: skip
def test_a_good_index_in_memory_outlives_bad_ones_on_disk(content: Content, spoil: Callable[[Path], str]) -> None:
    """Answers stay what they were, /healthz says that they are stale and why; a build puts it right again."""
    build(content.root)
    editions = editions_of(build_changed(content))
    browser = TestClient(create_app(editions, QuestionLog(content.root / "questions.jsonl", print), print))

    def answers() -> list[Any]:
        return [hit["title"] for hit in browser.get("/api/ask", params={"q": "钥匙借用登记表"}).json()["answers"]]

    before, index = answers(), content.root / FOLDER
    assert "stale" not in browser.get("/healthz").json()
    why = spoil(index)
    for _ in range(3):
        with pytest.raises(HandbookError):
            editions.renew()
        assert (answers(), browser.get("/healthz").json()["stale"]) == (before, why)
        assert browser.get("/readyz").json().get("stale", why) == why
    for leftover in (index / CURRENT, content.root / "build" / "site", content.root / "build" / ".previous"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)
    build(content.root)
    assert editions.renew() is True
    assert (answers(), "stale" in browser.get("/healthz").json()) == (before, False)


def build_changed(content: Content) -> Library:
    """Build once more with a word changed, so that there is a generation before the current one."""
    content.change(KEYS, "借出业主委托保管的钥匙时填写", "紫色灯笼。借出业主委托保管的钥匙时填写")
    return build(content.root)


def test_watching_is_done_by_one_process() -> None:
    """Several processes cannot be watched for: the call is refused, and says what to leave out."""
    said = handbook("serve", "--watch", "--workers", "2", root=LIBRARY)
    assert (said.code, said.err.strip()) == (2, "--watch answers in one process: leave --workers out.")
    said = handbook("serve", "--watch", "--workers", "2", root=LIBRARY, lang="zh")
    assert (said.code, said.err.strip()) == (2, "--watch 只用一个进程：请去掉 --workers。")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_begun_is_finished(
    built_library: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    """Told to end while a form is being sent, each kind of server takes the rest, answers, and ends without a mistake.

    Until then it answered in as many processes as it was told to, counted for all of them, and noted in JSON only.
    """
    offices.without(monkeypatch, tmp_path / "bin")
    root = Path(shutil.copytree(built_library.root, tmp_path / "root"))
    log = tmp_path / "access.jsonl"
    body = b'{"printed": "", "values": {}}'
    head = (
        f"POST /api/forms/{ADDRESS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
    )

    with serving(root, "--workers", str(workers), "--access-log", str(log)) as server:
        for _ in range(10):
            assert httpx.get(f"{server.url}/readyz", timeout=60).json() == {"status": "ready"}
        counted = httpx.get(f"{server.url}/metrics").text
        assert 'handbook_requests_total{method="GET",place="/readyz",status="200"} 10.0' in counted
        port = int(server.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
            connection.sendall(head.encode())
            assert connection.recv(100).startswith(b"HTTP/1.1 100 ")  # it has been begun
            os.kill(server.pid, signal.SIGTERM)
            until(lambda: not listens(port))
            connection.sendall(body)
            assert connection.recv(100).startswith(b"HTTP/1.1 409 ")

    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    *others, last = (line["place"] for line in lines)  # of two processes either may be the first to note what it did
    assert (sorted(others), last) == (["/metrics"] + ["/readyz"] * 10, "/api/forms/{form}")
