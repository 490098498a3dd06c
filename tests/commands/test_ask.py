"""`handbook ask` on the small library, and on the handbooks of this repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search import reranking
from tests.builds import Built
from tests.commands.calling import handbook
from tests.generators.sites import PROJECT, make_root
from tests.once import Once

KEYS = {
    "handbook", "kind", "record", "step", "code", "title", "section", "text", "by", "within", "forms", "say", "url",
    "score", "edition", "effective", "status", "also",
}  # fmt: skip


@pytest.fixture
def root(built_library: Built) -> Path:
    """The small library with its index."""
    return built_library.root


FIRST = pytest.mark.parametrize(
    ("question", "lang", "url"),
    [
        ("怎么处理投诉", "zh", "greentown-after-sales/procedures/complaint-handling.html#step-receive"),
        ("how to handle complaint", "en", "en/greentown-after-sales/procedures/complaint-handling.html#step-receive"),
    ],
)
"""What everybody asks first."""


@FIRST
def test_answers_in_the_language_of_the_question_with_the_step(root: Path, question: str, lang: str, url: str) -> None:
    """The two questions that everybody asks first are answered with the step `receive`, cited by page and anchor."""
    answer = json.loads(handbook("ask", question, "--json", root=root).out)

    assert (answer["lang"], answer["status"]) == (lang, "answered")
    assert (answer["answers"][0]["step"], answer["answers"][0]["url"]) == ("receive", url)


@pytest.mark.prove
@FIRST
def test_so_do_the_handbooks_of_this_repository(once: Once, question: str, lang: str, url: str) -> None:
    """Among all their passages the same step is the first answer, by words and by meaning."""
    root = once.folder(
        "project-vectors", lambda folder: handbook("build", "--only", "index", root=make_root(folder, PROJECT))
    )

    test_answers_in_the_language_of_the_question_with_the_step(root, question, lang, url)


def test_prints_the_stable_object(root: Path) -> None:
    """`--json` prints exactly the keys that other programs rely on, best answer first."""
    answer = json.loads(handbook("ask", "GT-R-KF-26", "--json", "--top", "2", root=root).out)

    assert set(answer) == {"question", "lang", "status", "answers", "took_ms", "search", "danger"}
    assert all(set(found) == KEYS for found in answer["answers"])
    assert answer["answers"][0]["code"] == "GT-R-KF-26"
    scores = [found["score"] for found in answer["answers"]]
    assert scores == sorted(scores, reverse=True)


def test_a_batch_is_answered_line_by_line(root: Path, tmp_path: Path) -> None:
    """One question a line in, one object a line out, in the same order; an empty line is a question too."""
    (tmp_path / "questions.txt").write_text("怎么处理投诉\n\nwho lends keys\n", "utf-8")
    lines = handbook("ask", "--batch", str(tmp_path / "questions.txt"), "--json", root=root).out.splitlines()

    assert [json.loads(line)["question"] for line in lines] == ["怎么处理投诉", "", "who lends keys"]
    assert json.loads(lines[1])["status"] == "not_in_handbook"


def test_only_the_handbook_that_is_named(root: Path) -> None:
    """`--handbook` keeps answers of other handbooks out."""
    answer = json.loads(handbook("ask", "怎么处理投诉", "--json", "--handbook", "call-scripts", root=root).out)

    assert {found["handbook"] for found in answer["answers"]} <= {"call-scripts"}


def test_no_record_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is an index a question is answered from it alone, of one handbook too."""
    monkeypatch.delattr("schemas.loader.load_library")
    said = [handbook("ask", "怎么处理投诉", *words, root=root) for words in ((), ("--handbook", "call-scripts"))]

    assert [(call.code, call.err) for call in said] == [(0, ""), (0, "")]


def test_a_handbook_that_is_not_there_is_named(root: Path) -> None:
    """With «did you mean» from the library itself, for a handbook without records is in no index."""
    said = handbook("ask", "怎么处理投诉", "--handbook", "call-script", root=root)

    assert (said.code, "Did you mean 'call-scripts'?" in said.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "lang", "message"),
    [
        (["ask"], "en", "Give a question: handbook ask 怎么处理投诉\n"),
        (["ask", " "], "zh", "写上问题：handbook ask 怎么处理投诉\n"),
        (["ask", "--batch", "x.txt"], "en", "--batch needs --json.\n"),
        (["ask", "--batch", "none.txt", "--json"], "en", "Cannot read none.txt: it must be a UTF-8 text file.\n"),
    ],
)
def test_wrong_usage_says_what_to_type(root: Path, words: list[str], lang: str, message: str) -> None:
    """A call without a question, or with a batch that cannot be read, ends with code 2 and one line."""
    said = handbook(*words, root=root, lang=lang)

    assert (said.code, said.err) == (2, message)


def test_an_unknown_handbook_is_named(root: Path) -> None:
    """A handbook that does not exist is an error with «did you mean», not an empty answer."""
    said = handbook("ask", "投诉", "--handbook", "call-script", root=root)

    assert (said.code, said.err) == (1, "handbook: there is no 'call-script'. Did you mean 'call-scripts'?\n")


def test_whoever_is_in_danger_is_told_whom_to_call_first(root: Path) -> None:
    """Before any answer; and small below every other one."""
    cry, calm = (handbook("ask", question, root=root).out for question in ("窗帘烧起来了，灭不掉", "GT-R-KF-26"))

    assert cry.index("119 火警和抢险救援") < cry.index("1. 火警 › 应急卡")
    assert "有人有危险：119 · 120 · 110" in calm


def test_a_file_of_the_program_itself_that_is_missing_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no matter of who may write where: the program has to be installed again."""
    gone = reranking.FILE.with_name("gone.json")
    monkeypatch.setattr(reranking, "FILE", gone)
    reranking.read_trees.cache_clear()
    reranking.trees_of.cache_clear()

    said = handbook("ask", "怎么处理投诉", root=root)

    assert (said.code, said.out) == (1, "")
    assert said.err.replace("\n", " ").split() == (
        f"handbook: the program is incomplete: its own file {gone} is missing. Install it again (see README).".split()
    )
