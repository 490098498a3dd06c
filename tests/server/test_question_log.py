"""The question log: what it keeps, that it grows no larger than it may, and that no disk stands in an answer's way."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from schemas.findings import HandbookError
from server import question_log
from server.app import create_app
from server.editions import Editions
from server.question_log import MOST_FILES, QuestionLog
from tests.server.test_app import NoForms, Recorded
from tests.waiting import until


class Warned(list[str]):
    """What was told, in English."""

    def __call__(self, error: HandbookError) -> None:
        self.append(error.say("en"))


def noted(question: str, status: str = "not_in_handbook") -> dict[str, Any]:
    """An answer, as far as the log looks at it."""
    return {"question": question, "lang": "zh", "status": status}


def questions(path: Path) -> list[str]:
    """The questions that a file of the log holds."""
    return [json.loads(line)["question"] for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "questions.jsonl"


def client(path: Path, log: QuestionLog, status: str = "not_in_handbook") -> TestClient:
    """A browser of a server that notes in *log* and answers everything with *status*."""
    forms = NoForms()
    editions = Editions(path.parent, lambda: Recorded(status), lambda: forms, forms)
    return TestClient(create_app(editions, log, print))


def test_a_question_without_an_answer_is_kept_and_masked(path: Path) -> None:
    """A line has the day, the question less whatever is personal, the language and what the answer was: no more."""
    log = QuestionLog(path, Warned())
    client(path, log).get("/api/ask", params={"q": "3幢501室张三 138-1234-5678 的快递在哪"})
    log.settle()
    line = json.loads(path.read_text("utf-8"))

    assert line["question"] == "******** ************* 的快递在哪"
    assert line["status"] == "not_in_handbook"
    assert set(line) == {"day", "question", "lang", "status"}


def test_an_answered_question_leaves_nothing(path: Path) -> None:
    """Not even an empty file, nor its folder."""
    log = QuestionLog(path, Warned())
    client(path, log, "answered").get("/api/ask", params={"q": "怎么处理投诉"})
    log.settle()

    assert not path.exists()


def test_a_full_file_is_put_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted goes on in a new file; the newest questions are all there, in no more files than may be."""
    monkeypatch.setattr(question_log, "MOST_BYTES", 1000)
    log = QuestionLog(path, Warned())
    for number in range(200):
        log.note(noted(f"问题 {number}"))
        log.settle()

    files = [*(path.with_suffix(f".{number}.jsonl") for number in range(MOST_FILES - 1, 0, -1)), path]
    kept = [question for file in files for question in questions(file)]
    assert {file.name for file in path.parent.iterdir()} == {file.name for file in files}
    assert max(file.stat().st_size for file in files) <= 1000
    assert kept == [f"问题 {number}" for number in range(200 - len(kept), 200)]


def _no_file(path: Path) -> str:
    path.mkdir(parents=True)
    return f"{path}: a folder stands where a file should be; answers go on. Move that folder away, then do it again."


def _no_folder(path: Path) -> str:
    path.parent.write_text("")
    return (
        f"{path.parent}: a file stands where a folder should be; answers go on. Move that file away, then do it again."
    )


def _full(path: Path) -> str:
    path.parent.mkdir()
    path.symlink_to("/dev/full")
    return f"{path}: no plain file; answers go on. Check that place, then do it again."


def _pipe(path: Path) -> str:
    path.parent.mkdir()
    os.mkfifo(path)
    return f"{path}: no plain file; answers go on. Check that place, then do it again."


@pytest.mark.parametrize("fault", [_no_file, _no_folder, _full, _pipe])
def test_what_cannot_be_noted_stops_no_answer(path: Path, fault: Any) -> None:
    """The answer is given, one line says what is wrong however often it is, and /healthz says it too."""
    said, warned = fault(path), Warned()
    log = QuestionLog(path, warned)
    browser = client(path, log)
    for _ in range(3):
        assert browser.get("/api/ask", params={"q": "钥匙"}).status_code == 200
        log.settle()

    line = f"questions without an answer are not noted: {said}"
    assert warned == [line]
    assert browser.get("/healthz").json()["questions"] == line


def test_what_could_not_be_noted_is_noted_when_it_can_be(path: Path) -> None:
    """Questions wait in memory; with the next one that can be written all of them are, and all is well again."""
    warned = Warned()
    log = QuestionLog(path, warned)
    path.mkdir(parents=True)
    for number in range(2):
        log.note(noted(f"问题 {number}"))
        log.settle()
    path.rmdir()
    log.note(noted("问题 2"))
    log.settle()

    assert questions(path) == ["问题 0", "问题 1", "问题 2"]
    assert (len(warned), log.trouble) == (1, None)


def test_a_torn_line_costs_only_itself(path: Path) -> None:
    """Where a power cut left half a line, the next question begins a new one."""
    path.parent.mkdir()
    path.write_text('{"day": "2026', "utf-8")
    log = QuestionLog(path, Warned())
    log.note(noted("钥匙"))
    log.settle()

    assert json.loads(path.read_text("utf-8").splitlines()[1])["question"] == "钥匙"


def test_a_disk_that_hangs_holds_no_answer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a write does not come back, questions are answered; what they ask is written when it does."""
    reader, writer = os.pipe()
    append = question_log._append

    def hang(path: Path, content: bytes) -> None:
        os.read(reader, 1)
        append(path, content)

    monkeypatch.setattr(question_log, "_append", hang)
    log = QuestionLog(path, Warned())
    browser = client(path, log)
    assert [browser.get("/api/ask", params={"q": f"问题 {number}"}).status_code for number in range(5)] == [200] * 5
    assert not path.exists()
    os.write(writer, b"11111")
    until(lambda: path.exists() and len(questions(path)) == 5)
    os.close(reader)
    os.close(writer)
