"""Found steps as a paragraph of a model, here a fake: what is sent to it, and what of its words is kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from server.errors import RefusedError, Trouble
from server.narrator import KEY, Narrator, Sentence, sentences

STEP = {
    "title": "客户投诉处理管理办法", "section": "受理", "text": "请业主坐下说完，不打断；2 小时内回话。",
    "by": "客服前台", "within": "30 分钟内", "say": None, "code": "GT-BF-KF-001", "forms": ["GT-R-KF-26"],
}  # fmt: skip
NEXT = {**STEP, "section": "转交", "text": "登记后转责任部门。", "by": "客服主管", "within": "当日"}
ANSWER = {"question": "怎么处理投诉，我姓王，电话 13812345678", "lang": "zh", "answers": [STEP, NEXT], "danger": None}


@dataclass
class Model:
    """A fake behind an OpenAI-compatible address: what it says, with which status, and what it was asked."""

    says: Any = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    url: str = ""
    holds: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def model() -> Iterator[Model]:
    """The fake, served on this machine; it answers at once unless `holds` is cleared."""
    fake = Model()
    fake.holds.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.asked.append((self.path, dict(self.headers), sent))
            fake.holds.wait(30)
            said = fake.says if isinstance(fake.says, bytes) else json.dumps(chosen(fake.says)).encode()
            self.send_response(fake.status)
            for name, value in {**fake.headers, "Content-Length": str(len(said))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *args: Any) -> None:
            """A test's output is for the test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fake.url = f"http://127.0.0.1:{server.server_port}/v1"
    yield fake
    fake.holds.set()
    server.shutdown()
    server.server_close()


def chosen(text: str) -> dict[str, Any]:
    """*text* as such an address answers with it."""
    return {"choices": [{"message": {"role": "assistant", "content": text}}]}


def test_a_sentence_without_a_true_source_is_dropped(model: Model) -> None:
    """Kept is what cites a step that there is and has no number that its steps have not; the rest is counted."""
    model.says = (
        "请业主坐下说完，不要打断[1]。客服前台 30 分钟内登记。[1] 然后转交责任部门。[2]\n"
        "一般 3 天内赔偿。[2] 祝您顺利！ 最后写报告[3]。"
    )
    assert Narrator(model.url, "qwen").paragraph(ANSWER) == {
        "sentences": [
            {"text": "请业主坐下说完，不要打断。", "cites": [1]},
            {"text": "客服前台 30 分钟内登记。", "cites": [1]},
            {"text": "然后转交责任部门。", "cites": [2]},
        ],
        "dropped": 3,
        "model": "qwen",
    }


def test_what_is_sent_is_the_masked_question_and_the_steps(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that tells who asks leaves the house; the key of the address goes with it, where there is one."""
    monkeypatch.setenv(KEY, "secret")
    Narrator(f"{model.url}/", "qwen").paragraph(ANSWER)
    [(path, headers, sent)] = model.asked
    assert (path, headers["Authorization"], sent["model"]) == ("/v1/chat/completions", "Bearer secret", "qwen")
    said = sent["messages"][1]["content"]
    assert said.startswith("怎么处理投诉，我姓*，电话 ***********\n\n[1] 客户投诉处理管理办法 | 受理 |")
    assert "[2] 客户投诉处理管理办法 | 转交 | 登记后转责任部门。 | 客服主管 | 当日" in said
    assert "of Chinese" in sent["messages"][0]["content"]


@pytest.mark.parametrize(
    "answer",
    [{**ANSWER, "answers": []}, {**ANSWER, "danger": {"card": "cards/fire", "numbers": []}}],
    ids=["nothing found", "danger"],
)
def test_nobody_is_asked_where_nothing_was_found_or_somebody_is_in_danger(model: Model, answer: dict[str, Any]) -> None:
    """There is nothing to say of nothing; and in danger the card says it all, at once."""
    assert Narrator(model.url, "qwen").paragraph(answer) == {"sentences": [], "dropped": 0, "model": "qwen"}
    assert model.asked == []


@pytest.mark.parametrize("says", [b"<html>", b"{}", b'{"choices": []}', b'{"choices": [{"message": null}]}', b"\xff"])
def test_what_is_no_answer_is_refused(model: Model, says: bytes) -> None:
    """Whatever else comes from the address is an error in words, not of this program."""
    model.says = says
    refused(Narrator(model.url, "qwen"))


def test_who_does_not_answer_is_not_waited_for(model: Model) -> None:
    """After its time the reader is told."""
    model.holds.clear()
    refused(Narrator(model.url, "qwen", seconds=0.2))


def test_it_goes_nowhere_else(model: Model) -> None:
    """A redirection is not followed: question and key are for the address that the library names."""
    model.status, model.headers = 307, {"Location": f"{model.url}/elsewhere"}
    refused(Narrator(model.url, "qwen"))
    assert [path for path, _, _ in model.asked] == ["/v1/chat/completions"]


def test_an_address_where_nobody_is_is_refused() -> None:
    """Nothing listens there."""
    refused(Narrator("http://127.0.0.1:9/v1", "qwen"))


def refused(narrator: Narrator) -> None:
    """It says that there is no paragraph, in both languages."""
    with pytest.raises(RefusedError) as raised:
        narrator.paragraph(ANSWER)
    assert raised.value.trouble == Trouble.NARRATOR
    assert raised.value.problems[0].text.both() == (
        "qwen 没有写出一段话，请看上面的步骤",
        "qwen gave no paragraph; go by the steps above",
    )


def test_sentences_are_cut_where_they_end() -> None:
    """Citations before or behind the full stop, decimals, lines, and what ends without one."""
    text = "Offer a seat. [1] Write 1.5 m down [1][2]. No source here.\n“好的。”[3]"
    assert [*sentences(text)] == [
        Sentence("Offer a seat.", (1,)),
        Sentence("Write 1.5 m down.", (1, 2)),
        Sentence("No source here.", ()),
        Sentence("“好的。”", (3,)),
    ]
