"""The file of what a learner has done: it comes back as it was written, joins with another, and says what is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from schemas.limits import MOST_BYTES_OF_PROGRESS
from training.progress import Act, Answered, Progress, ProgressUnreadableError, is_name

EMPTY: dict[str, Any] = {"shouce": "progress", "format": 1, "name": "小王", "answers": {}, "acts": []}
DONE = Progress(
    "小王", {"a": (Answered(1, False), Answered(2, True))}, (Act(3, "practise", "s", {"score": 8, "of": 10}),)
)


def test_what_is_written_is_read_again() -> None:
    """Byte for byte as the format's description has it."""
    content = DONE.written()

    assert json.loads(content) == EMPTY | {
        "answers": {"a": [[1, 0], [2, 1]]},
        "acts": [[3, "practise", "s", {"score": 8, "of": 10}]],
    }
    assert Progress.read(content, "x") == DONE
    assert Progress.read(b"\xef\xbb\xbf" + content, "x") == DONE


def test_two_files_of_one_learner_are_joined_in_any_order_and_as_often_as_one_likes() -> None:
    """Each answer and each act counts once; the name is that of whoever takes the other in."""
    other = Progress("Wang", {"a": (Answered(2, True), Answered(9, False)), "b": (Answered(4, True),)}, DONE.acts)
    joined = DONE.joined(other)

    assert joined.answers == {
        "a": (Answered(1, False), Answered(2, True), Answered(9, False)),
        "b": (Answered(4, True),),
    }
    assert joined.acts == DONE.acts
    assert joined.name == "小王"
    assert joined.joined(other) == joined
    assert other.joined(DONE).answers == joined.answers


def test_answers_and_acts_are_added_in_the_order_of_time() -> None:
    """Even if the clock of one of the computers was wrong."""
    later = DONE.with_answer("a", Answered(0, True)).with_act(Act(1, "read", "r", {}))

    assert later.answers["a"] == (Answered(0, True), Answered(1, False), Answered(2, True))
    assert [act.at for act in later.acts] == [1, 3]
    assert later.without(["a"]).answers == {}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"shouce": "progr', "the file is torn, or is no JSON"),
        (b"", "the file is torn, or is no JSON"),
        (b"\xff\xfe", "the file is torn, or is no JSON"),
        (b"[" * 100_000, "the file is torn, or is no JSON"),
        (b"[]", "it is something else"),
        (b'{"shouce": "form"}', "it is something else"),
        (json.dumps(EMPTY | {"format": 2}).encode(), "a newer program wrote it"),
        (json.dumps(EMPTY | {"answers": {"a": [["1", 1]]}}).encode(), "'answers.a.0.0' is not as it should be"),
        (json.dumps(EMPTY | {"answers": {"a": [[10**15, 1]]}}).encode(), "'answers.a.0.0' is not as it should be"),
        (json.dumps(EMPTY | {"acts": [[1, "slept", "a", {}]]}).encode(), "'acts.0.1' is not as it should be"),
        (json.dumps(EMPTY | {"rank": 1}).encode(), "'rank' is not as it should be"),
        (bytes(MOST_BYTES_OF_PROGRESS + 1), "it is larger than 16 MB"),
    ],
)
def test_what_is_no_progress_is_told_with_its_reason(content: bytes, reason: str) -> None:
    """Torn, foreign, newer, or with a value that cannot be."""
    with pytest.raises(ProgressUnreadableError) as raised:
        Progress.read(content, "wang.json")

    assert raised.value.say("en") == f"wang.json holds no progress that can be used: {reason}"


def test_a_nickname_can_be_the_name_of_a_file_anywhere() -> None:
    """What a system would refuse, take for a path, or not show, is no name."""
    assert [name for name in ("小王", "Wang Li", "w.li", "a" * 40) if not is_name(name)] == []
    refused = ("", " ", ".", "..", "a/b", "a\\b", "CON:", "a\n", "a.", "a ", "\u202ea", "a" * 41, ".a", " a")
    assert [name for name in refused if is_name(name)] == []
