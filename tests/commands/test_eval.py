"""`handbook eval` on the small library: which questions it asks, and what it says of those it cannot judge."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from search.questions import FILE
from search.shared.database import Database
from server.shared_log import SharedLog
from tests.builds import Built
from tests.commands.calling import handbook

FIRST = "greentown-after-sales/procedures/complaint-handling#receive"
LINES = [
    {"question": "怎么处理投诉", "lang": "zh", "split": "held", "expect": [FIRST]},
    {"question": "着火了，怎么办？", "lang": "zh", "split": "held", "kind": "emergency", "card": "fire", "expect": []},
    {"question": "怎么做红烧肉", "lang": "zh", "split": "held", "kind": "off-topic", "expect": []},
    {"question": "怎么投保", "lang": "zh", "split": "held", "expect": ["insurance-strategic-channel/guides/channel"]},
]  # fmt: skip


@pytest.fixture
def root(built_library: Built, tmp_path: Path) -> Path:
    """The small library with its index, a copy that may be written to."""
    for part in ("handbook", "build/index"):
        shutil.copytree(built_library.root / part, tmp_path / part)
    return tmp_path


@pytest.fixture
def questions(root: Path) -> Path:
    """Four questions where a library has its own."""
    path = root / FILE
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES), encoding="utf-8")
    return path


def test_asks_the_questions_of_the_library(root: Path, questions: Path) -> None:
    """Those in its own file, the handbook known and not, a card being an answer; what no record answers is counted."""
    report = json.loads(handbook("eval", "--json", root=root).out)

    assert questions.is_file()
    assert {name: measure["n"] for name, measure in report["measures"].items()} == {
        f"{group}{home}": n
        for group, n in {
            "held/zh/record": 1, "held/zh/step": 1, "held/emergency/zh/record": 1, "held/emergency/zh/step": 0,
            "held/off-topic/zh/record": 0, "held/off-topic/zh/step": 0,
        }.items()
        for home in ("", "/home")
    }  # fmt: skip
    assert report["refusals"]["held/off-topic/zh"]["off"] == report["refusals"]["held/off-topic/zh"]["on"] == 1
    assert report["unwritten"] == {"held/zh": 1}


def test_names_the_asks_that_repeat_a_question(root: Path, questions: Path) -> None:
    """An ask that an author took from the questions, or hit on, proves little where it finds itself."""
    said = handbook("eval", root=root)

    assert questions.is_file()
    assert "held/zh: 1 not asked, as no record that answers them is written yet" in said.out
    assert "asks of records that are the same as a question, or nearly: 1" in said.out
    assert "  cards/fire: 着火了怎么办 ≈ 着火了，怎么办？" in said.out


@pytest.mark.parametrize("words", [(), ("--asks",)])
def test_asks_the_records_own_asks(root: Path, words: tuple[str, ...]) -> None:
    """Where a library has no questions, or when it is told to."""
    report = json.loads(handbook("eval", "--json", *words, root=root).out)

    assert list(report["measures"]) == ["asks/en/record", "asks/en/step", "asks/zh/record", "asks/zh/step"]
    assert (report["unwritten"], report["alike"]) == ({}, [])


def test_a_file_and_the_asks_are_two_things(root: Path, questions: Path) -> None:
    """Nobody can mean both."""
    said = handbook("eval", "--asks", "--questions", str(questions), root=root)

    assert (said.code, said.err.strip()) == (2, "--asks and --questions: give one of them.")


def test_names_what_went_wrong(root: Path, questions: Path) -> None:
    """With `--misses`: what came first, and what was expected; without it the list is empty."""
    wrong = {"question": "怎么处理投诉", "lang": "zh", "split": "held", "expect": ["cards/fire"]}
    questions.write_text(json.dumps(wrong), encoding="utf-8")

    assert handbook("eval", "--misses", root=root).out.splitlines()[-1] == (
        f"held/zh: 怎么处理投诉 [answered] first {FIRST}, expected cards/fire"
    )
    assert [miss["first"] for miss in json.loads(handbook("eval", "--misses", "--json", root=root).out)["misses"]] == [
        FIRST
    ]
    assert json.loads(handbook("eval", "--json", root=root).out)["misses"] == []


def test_what_readers_did_not_find_is_listed_with_the_line_that_settles_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`--misses --log` reads the question log; without `--misses` it says what is missing."""
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    line = {"day": "2026-11-20", "question": "食堂几点开饭", "lang": "zh", "status": "not_in_handbook"}
    (tmp_path / "data" / "questions.jsonl").write_text(f"{json.dumps(line)}\n" * 2, "utf-8")
    said = handbook("eval", "--misses", "--log", root=root).out

    assert said.startswith("食堂几点开饭 (2 times, 2026-11-20)\n")
    assert "title: 食堂几点开饭\n" in said
    (group,) = json.loads(handbook("eval", "--misses", "--log", "--json", root=root).out)["groups"]
    assert (group["question"], group["asked"], group["fixes"][0]["kind"]) == ("食堂几点开饭", 2, "title")
    refused = handbook("eval", "--log", root=root)
    assert (refused.code, refused.err) == (2, "--log needs --misses.\n")


def test_what_several_servers_did_not_find_is_read_from_their_database(
    root: Path, tmp_path: Path, database_url: str
) -> None:
    """Where `HANDBOOK_DATABASE` names one, `--misses --log` reads the log of all servers there; away, it says so."""
    words = ("eval", "--misses", "--log")
    with Database(database_url) as database:
        nothing = handbook(*words, root=root, database=database_url).out
        for server in ("a", "b"):
            log = SharedLog(database, tmp_path / server / "questions.jsonl", print)
            log.keep("食堂几点开饭", "zh", "not_in_handbook")
            assert log.settle(60)

    assert nothing.replace("\n", "") == f"Nothing yet: nothing is noted in {database.place}."
    assert handbook(*words, root=root, database=database_url).out.startswith("食堂几点开饭 (2 times, ")
    away = handbook(*words, root=root, database="postgresql://127.0.0.1:1/library")
    assert away.code == 1
    assert away.err.startswith("handbook: the database postgresql://127.0.0.1:1/library cannot be reached: ")
