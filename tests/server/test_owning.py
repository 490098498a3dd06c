"""What readers tell the handbook's owner, and who may read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from server.app import create_app
from server.editions import Editions
from server.question_log import QuestionLog, read_log
from tests.server.test_app import NoForms, Recorded

HERE, ELSEWHERE = ("127.0.0.1", 5), ("192.0.2.7", 5)
SAID = {"question": "年假怎么请", "lang": "zh", "status": "not_in_handbook"}


def browser(folder: Path, address: tuple[str, int] = HERE, *, is_open: bool = False) -> tuple[TestClient, QuestionLog]:
    """One that comes from *address*, and the log of its server."""
    log = QuestionLog(folder / "questions.jsonl", print)
    editions = Editions(folder, Recorded, NoForms, NoForms())
    return TestClient(create_app(editions, log, print, open_owner=is_open), client=address), log


def test_a_vote_and_a_note_are_kept_masked(tmp_path: Path) -> None:
    """In the log of the questions, with the day; of a note only what tells of nobody."""
    asker, log = browser(tmp_path)
    told = {"reason": "incomplete", "note": "3幢501室张三 138-1234-5678 问年假", "place": "a/forms/b.html#c"}
    said = {**SAID, "vote": "down", **told}
    reply = asker.post("/api/feedback", json=said)
    log.settle()
    line = json.loads(log.path.read_text("utf-8"))

    assert (reply.status_code, reply.content) == (204, b"")
    assert {name: line[name] for name in ("vote", "reason", "place")} == {
        "vote": "down", "reason": "incomplete", "place": "a/forms/b.html#c",
    }  # fmt: skip
    assert set(line) == {"day", *said}
    assert line["note"] == "******** ************* 问年假"


@pytest.mark.parametrize(
    ("said", "where"),
    [
        (SAID, ["vote"]), ({**SAID, "vote": "no"}, ["vote"]), ({**SAID, "note": "字" * 301}, ["note"]),
        ({**SAID, "vote": "up", "name": "张三"}, ["name"]), ({**SAID, "vote": "up", "place": "<b>"}, ["place"]),
    ],
)  # fmt: skip
def test_anything_else_is_refused(tmp_path: Path, said: dict[str, Any], where: list[str]) -> None:
    """Nothing is kept of it, and the place that does not fit is named."""
    asker, log = browser(tmp_path)
    reply = asker.post("/api/feedback", json=said)

    assert (reply.status_code, reply.json()["detail"][0]["where"]) == (422, where)
    assert not log.path.exists()


def test_only_json_is_taken(tmp_path: Path) -> None:
    """A form of a stranger's page cannot send any."""
    reply = browser(tmp_path)[0].post("/api/feedback", content=b"{}", headers={"Content-Type": "text/plain"})

    assert reply.json()["error"] == "no-json"


def test_the_owner_reads_it_at_the_machine_itself(tmp_path: Path) -> None:
    """From elsewhere only where that is allowed; a torn line costs nothing but itself."""
    asker, log = browser(tmp_path)
    asker.post("/api/feedback", json={**SAID, "vote": "down"})
    log.settle()
    with log.path.open("a", encoding="utf-8") as file:
        file.write('{"day": "20\n[]\n')

    expected = {"groups": [{"question": "年假怎么请", "lang": "en"}]}
    assert asker.get("/api/owner", params={"lang": "en"}).json() == expected
    refused = browser(tmp_path, ELSEWHERE)[0].get("/api/owner")
    assert (refused.status_code, refused.json()["error"]) == (403, "not-the-owner")
    assert "--open-owner" in refused.json()["detail"][0]["problem"]
    opened = browser(tmp_path, ELSEWHERE, is_open=True)[0].get("/api/owner", params={"lang": "en"})
    assert opened.json() == expected


def test_files_that_were_put_aside_are_read_first(tmp_path: Path) -> None:
    """The oldest line comes first, whichever file it stands in."""
    path = tmp_path / "questions.jsonl"
    for number, file in ((2, path), (1, path.with_suffix(".1.jsonl")), (0, path.with_suffix(".2.jsonl"))):
        file.write_text(json.dumps({**SAID, "day": f"2026-11-0{number + 1}"}) + "\n", "utf-8")

    assert [line.day for line in read_log(path)] == ["2026-11-01", "2026-11-02", "2026-11-03"]


def test_a_note_about_a_page_has_its_address_and_edition(tmp_path: Path) -> None:
    """The owner reads both behind the note; what was asked and not found has neither."""
    asker, log = browser(tmp_path)
    page = {"place": "a/procedures/b.html#step-c", "edition": "2 · 1afb4db5e413"}
    asker.post("/api/feedback", json={**SAID, "status": "answered", "note": "电话换了", **page})
    asker.post("/api/feedback", json={**SAID, "vote": "down", "note": "找不到"})
    log.settle()

    assert [line.remark for line in read_log(log.path)] == [
        "电话换了 (a/procedures/b.html#step-c, 2 · 1afb4db5e413)", "找不到",
    ]  # fmt: skip
    reply = asker.post("/api/feedback", json={**SAID, "note": "x", "edition": "字" * 61})
    assert (reply.status_code, reply.json()["detail"][0]["where"]) == (422, ["edition"])
