"""The file of what a learner has done: it comes back as it was written, joins with another, and says what is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.limits import MOST_BYTES_OF_PROGRESS
from training.progress import NOTE, WHAT, Progress, ProgressUnreadableError, is_name

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
DONE: dict[str, Any] = {
    "done": {"practise h/scripts/a": {"at": 3, "is": 1, "score": 8, "of": 10, "ways": ["b>1"]}},
    "items": {"x": {"at": 1772355600000, "ok": 0, "right": 2, "wrong": 1}},
    "cards": {
        "x": {"s": 0.212, "d": 6.4133, "last": "2026-03-01", "due": "2026-03-02", "at": 5, "course": "h/courses/c"}
    },
}


def file(progress: object, **more: object) -> bytes:
    """A file as the browser writes it."""
    before = {"what": WHAT, "format": 1, "note": "", "nickname": "小王", "date": "2026-03-01T09:00:00.000Z"}
    return json.dumps(before | {"progress": progress} | more).encode()


def read(progress: object) -> Progress:
    """What is read of such a file."""
    return Progress.read(file(progress), "x")


def test_what_the_browser_wrote_is_written_as_it_was() -> None:
    """Every entry, and what only the browser knows of it; a byte order mark does no harm."""
    progress = read(DONE)

    assert json.loads(progress.written(NOW, "zh")) == json.loads(file(DONE, note=NOTE.zh))
    assert Progress.read(b"\xef\xbb\xbf" + progress.written(NOW, "en"), "x") == progress
    assert (progress.name, progress.lost) == ("小王", 0)
    assert progress.has_done("practise", "h/scripts/a") is not None
    assert progress.has_done("read", "h/scripts/a") is None


def test_of_two_entries_the_newer_is_right() -> None:
    """In whatever order and however often two files are joined; the name is that of whoever takes the other in."""
    other = read(
        {
            "done": {"practise h/scripts/a": {"at": 9, "is": 0}},
            "items": {"x": {"at": 1, "ok": 1, "right": 9, "wrong": 0}},
        }
    )
    joined = read(DONE).joined(other)

    assert joined.has_done("practise", "h/scripts/a") is None
    assert joined.items["x"].right == 2
    assert joined.joined(other) == joined
    assert other.joined(read(DONE)).items == joined.items


def test_what_is_done_is_done_with_its_score() -> None:
    """And written as the browser writes it."""
    progress = Progress("小王").with_done("practise", "h/scripts/a", 7, 8, 10).with_done("read", "h/guides/b", 8)

    assert json.loads(progress.written(NOW, "zh"))["progress"]["done"] == {
        "practise h/scripts/a": {"at": 7, "is": 1, "score": 8, "of": 10}, "read h/guides/b": {"at": 8, "is": 1},
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"cards": {"y": {**DONE["cards"]["x"], "s": 0}}},
        {"cards": {"y": {**DONE["cards"]["x"], "d": 11}}},
        {"cards": {"y": {**DONE["cards"]["x"], "last": "2026-02-30"}}},
        {"cards": {"y": {**DONE["cards"]["x"], "due": "12026-03-01"}}},
        {"items": {"y": {"at": 1, "ok": 1, "right": -1, "wrong": 0}}},
        {"items": {"y": {"at": "soon", "ok": 1, "right": 1, "wrong": 0}}},
        {"items": {"y": []}},
        {"done": {"y": {"is": 1}}},
        {"done": 3},
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out_and_counted(wrong: dict[str, Any]) -> None:
    """What stands beside it is taken."""
    progress = read(
        {name: {**part, **wrong.get(name, {})} if wrong.get(name) != 3 else 3 for name, part in DONE.items()}
    )

    assert progress.lost == 1
    assert "x" in progress.items


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"what": "shouce lear', "it is torn, or no JSON"),
        (b"", "it is torn, or no JSON"),
        (b"\xff\xfe", "it is torn, or no JSON"),
        (b"[" * 100_000, "it is torn, or no JSON"),
        (b"[]", "it is something else"),
        (b'{"what": "form"}', "it is something else"),
        (file(DONE, format=2), "another version of the program wrote it"),
        (bytes(MOST_BYTES_OF_PROGRESS + 1), "it is larger than 16 MB"),
    ],
)
def test_what_is_no_progress_is_told_with_its_reason(content: bytes, reason: str) -> None:
    """Torn, foreign, of another version, or too large."""
    with pytest.raises(ProgressUnreadableError) as raised:
        Progress.read(content, "wang.json")

    assert raised.value.say("en") == f"wang.json holds no progress that can be used: {reason}."


def test_a_nickname_can_be_the_name_of_a_file_anywhere() -> None:
    """What a system would refuse, take for a path, or not show, is no name."""
    assert [name for name in ("小王", "Wang Li", "w.li", "a" * 20) if not is_name(name)] == []
    refused = ("", " ", ".", "..", "a/b", "a\\b", "CON:", "a\n", "a.", "a ", "\u202ea", "a" * 21, ".a", " a")
    assert [name for name in refused if is_name(name)] == []
