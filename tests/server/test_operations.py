"""What those who run the server ask it, and what it notes for them."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from server.access_log import STANDARD_OUTPUT, AccessLog
from server.app import create_app
from server.editions import Editions
from server.metrics import LINES_LOST
from server.question_log import QuestionLog
from tests.server.test_app import NoForms, Recorded

QUESTION = "楼上张三的电话13800001111"
HERE = ("127.0.0.1", 5)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "en").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_bytes(b"page")
    return tmp_path / "site"


def browser(
    site: Path, access: AccessLog | None = None, address: tuple[str, int] = HERE, *, open_metrics: bool = False
) -> TestClient:
    """One that comes from *address*."""
    editions = Editions(site.parent, Recorded, NoForms, NoForms())
    log = QuestionLog(site.parent / "questions.jsonl", print)
    app = create_app(editions, log, print, access=access, open_metrics=open_metrics)
    return TestClient(app, client=address, raise_server_exceptions=False)


@contextmanager
def noted(site: Path, path: Path) -> Iterator[tuple[TestClient, list[Mapping[str, Any]]]]:
    """A browser, and what was noted of its requests, once it is done."""
    access, lines = AccessLog(path), list[Mapping[str, Any]]()
    yield browser(site, access), lines
    access.close()
    lines += [json.loads(line) for line in path.read_text("utf-8").splitlines()]


class TestReadiness:
    def test_ready_is_who_has_pages(self, site: Path) -> None:
        """With a site it is ready; before the first build it says so, and that it is worth asking again."""
        assert browser(site).get("/readyz").json() == {"status": "ready"}

        (site / "index.html").unlink()
        reply = browser(site).get("/readyz")
        assert (reply.status_code, reply.headers["retry-after"]) == (503, "1")
        assert reply.json() == {"error": "not-ready", "detail": [{"where": [], "problem": "网站还没有生成"}]}


class TestMetrics:
    def test_requests_are_counted_by_kind(self, site: Path) -> None:
        """A request is counted under its kind, method and status; whatever is asked for, there are few of them."""
        asker = browser(site)

        def counted() -> dict[str, float]:
            lines = re.findall(r"^handbook_requests_total(\{.*\}) (\S+)$", asker.get("/metrics").text, re.MULTILINE)
            return {labels: float(count) for labels, count in lines}

        before = counted()
        for number in range(20):
            asker.get(f"/api/none/{number}")
            asker.request(f"METHOD{number}", f"/page{number}")
        asker.get("/api/ask", params={"q": QUESTION})
        after = counted()

        assert {
            labels: count - before.get(labels, 0) for labels, count in after.items() if count != before.get(labels)
        } == {
            '{method="GET",place="/api/{unknown}",status="404"}': 20,
            '{method="other",place="page",status="405"}': 20,
            '{method="GET",place="/api/ask",status="200"}': 1,
            '{method="GET",place="/metrics",status="200"}': 1,
        }

    @pytest.mark.parametrize(
        ("address", "headers"),
        [
            (("192.0.2.7", 5), {}), (("testclient", 5), {}), (HERE, {"X-Real-IP": "192.0.2.7"}),
            (HERE, {"Forwarded": "for=192.0.2.7"}), (HERE, {"Via": "1.1 proxy"}),
        ],
    )  # fmt: skip
    def test_only_this_machine_reads_them(self, site: Path, address: tuple[str, int], headers: dict[str, str]) -> None:
        """From another machine, or through a proxy on this one, they are refused, unless that is allowed."""
        assert browser(site, address=address).get("/metrics", headers=headers).json()["error"] == "not-from-here"
        assert browser(site, address=address, open_metrics=True).get("/metrics", headers=headers).status_code == 200


class TestRequestId:
    @pytest.mark.parametrize("given", ["9f86d081-884c.7d65_A", "a" * 64])
    def test_the_name_of_a_request_comes_back(self, site: Path, given: str) -> None:
        """What stands before the server may name a request, and finds it by that name."""
        assert browser(site).get("/", headers={"X-Request-ID": given}).headers["x-request-id"] == given

    @pytest.mark.parametrize("given", ["", "a" * 65, "a b", '{"a": 1}', "é"])
    def test_another_is_not_taken(self, site: Path, given: str) -> None:
        """What is no plain name is replaced by one of ours, which no two requests share."""
        asker = browser(site)
        names = [
            asker.get("/", headers={b"X-Request-ID": given.encode("latin-1")}).headers["x-request-id"] for _ in "ab"
        ]

        assert all(re.fullmatch("[0-9a-f]{16}", name) for name in names)
        assert names[0] != names[1]


class TestAccessLog:
    def test_a_line_says_what_was_answered(self, site: Path, tmp_path: Path) -> None:
        """Each request has a line of JSON with its name, kind, status, length and time."""
        with noted(site, tmp_path / "access.jsonl") as (asker, lines):
            asker.get("/index.html", headers={"X-Request-ID": "one"})
            asker.post("/api/forms/a/forms/b", json={"printed": "", "values": {}})

        page, form = lines
        assert (page["id"], page["method"], page["place"], page["status"], page["bytes"]) == (
            "one", "GET", "/index.html", 200, 4,
        )  # fmt: skip
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", str(page["time"]))
        assert isinstance(page["ms"], float)
        assert (form["place"], form["status"]) == ("/api/forms/{form}", 409)

    def test_nothing_that_was_asked_is_in_it(self, site: Path, tmp_path: Path) -> None:
        """Wherever a question is put, in a query, a path, a header, a method or a body, no word of it is noted."""
        path = tmp_path / "access.jsonl"
        with noted(site, path) as (asker, lines):
            for url in ("/api/ask", "/api/text", "/ask.html", "/", f"/{QUESTION}", f"/api/ask/{QUESTION}", "/en/none"):
                asker.get(url, params={"q": QUESTION}, headers={"Referer": "http://testserver/?q=13800001111"})
            asker.post(f"/api/forms/{QUESTION}/forms/b", json={"printed": "", "values": {"a": QUESTION}})
            asker.request("Q13800001111", "/", headers={b"X-Request-ID": QUESTION.encode()})

        assert len(lines) == 9
        text = path.read_text("utf-8")
        assert not any(word in text for word in ("张三", "13800001111", "%E5", "\\u"))

    def test_a_disk_that_refuses_costs_lines_and_no_answer(self, site: Path, tmp_path: Path) -> None:
        """Where nothing can be written answers go on, and what is lost is counted."""
        before = LINES_LOST._value.get()
        access = AccessLog(tmp_path / "gone" / "access.jsonl")
        assert [browser(site, access).get("/").status_code for _ in range(3)] == [200] * 3
        access.close()

        assert LINES_LOST._value.get() == before + 3

    def test_a_reader_that_stands_still_costs_lines_and_no_answer(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where standard output is a pipe that nobody reads, answers go on; the rest is lost and counted."""
        reading, writing = os.pipe()
        with os.fdopen(writing, "w") as pipe:
            os.set_blocking(writing, True)
            monkeypatch.setattr(sys, "stdout", pipe)
            before, access = LINES_LOST._value.get(), AccessLog(STANDARD_OUTPUT)
            for number in range(30_000):
                access.note({"number": number})
            assert browser(site, access).get("/").status_code == 200
            lost = LINES_LOST._value.get() - before
            os.close(reading)  # who wrote is told that nobody will read
            access.close()

        assert lost > 10_000
