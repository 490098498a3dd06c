"""`handbook study`: in a terminal, from a file line by line, and what it says to a wrong call."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.commands.calling import handbook
from tests.commands.running import command, environment
from tests.commands.terminals import terminal
from tests.schemas.content import Content
from training.progress import WHAT, Progress

COURSE = "front-desk-induction"


def kept(root: Path, name: str = "小王") -> Progress:
    """What is kept of a learner."""
    path = root / "data" / "study" / f"{name}.json"
    return Progress.read(path.read_bytes(), path)


def test_a_round_in_a_terminal(content: Content) -> None:
    """An answer that is none, one that is kept at once, and Ctrl-C at the next question: nothing of it is lost."""
    words = ("study", COURSE, "--as", "小王", "--count", "2", "--module", "complaints")
    with terminal(*words, root=content.root, lang="zh", columns=60, NO_COLOR="1") as screen:
        shown = screen.until("答>")
        screen.type("9\n")
        screen.until("没有第 9 个")
        screen.until("答>")
        screen.type("1\n")
        screen.until("出处：")
        assert len(kept(content.root).items) == 1
        screen.type("\n")
        screen.until("第 2 题，共 2 题")
        screen.until(">")
        screen.interrupt()
        code, rest = screen.ended()

    assert re.findall(r"\x1b\[[0-9;]*3[0-9][0-9;]*m", shown) == []  # bold is no colour
    assert "客服前台上岗" in shown
    assert code == 130
    assert f"已记在 {content.root}/data/study/小王.json。" in rest.replace("\n", "")
    assert "Traceback" not in rest
    assert len(kept(content.root).items) == 1


def test_lines_from_a_file_are_answers(content: Content) -> None:
    """Where nobody sits, nothing waits; when there is no further line it ends, says so, and keeps what was answered."""
    ended = subprocess.run(
        command("--root", str(content.root), "--lang", "en", "study", COURSE, "--as", "Wang", "--count", "3"),
        input="1\n\xff\nq is no answer\n", capture_output=True, text=True, encoding="latin-1",
        env=environment(), check=False,
    )  # fmt: skip

    assert (ended.returncode, ended.stderr) == (0, "")
    said = ended.stdout.encode("latin-1").decode()
    assert "There is no further line, so it ends here.\n" in said
    assert re.search(r"\n[01] of 1 right\n", said)
    assert len(kept(content.root, "wang").items) == 1


def test_a_talk_is_kept_as_practised(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its score and its customer, another each time; the fault tree is found by its title in either language."""
    monkeypatch.setattr("commands.study._typed", lambda prompt: "1")
    tree = "call-scripts/troubleshooting/no-sound"
    for count in (1, 2):
        said = handbook("study", "--script", "no sound on a call", "--as", "小王", root=content.root)
        assert (said.code, said.err) == (0, ""), said.out
        assert f"\n{count} of 2 customers practised\n" in said.out
        assert len(kept(content.root).customers(tree)) == count

    done = kept(content.root).has_done("practise", tree)
    assert done is not None
    assert (done.of, 0 <= (done.score or 0) <= 4) == (4, True)


def test_progress_is_carried_to_another_computer(content: Content, tmp_path: Path) -> None:
    """What one exports another imports: what is new there is counted, and a second time nothing is."""
    file = tmp_path / "progress.json"
    entry = {"at": 5, "ok": 1, "right": 1, "wrong": 0}
    progress = {"items": {"x": entry, "y": {"at": "?"}}}
    file.write_text(json.dumps({"what": WHAT, "format": 1, "nickname": "小李", "progress": progress}), "utf-8")

    first = handbook("study", "--as", "小王", "--import", str(file), root=content.root)
    again = handbook("study", "--as", "小王", "--import", str(file), root=content.root, lang="zh")
    out = handbook("study", "--as", "小王", "--export", str(tmp_path / "out.json"), root=content.root)

    assert first.out == (
        f"{file} (小李) goes to 小王’s progress. New: 1. Newer than here: 0. Newer here, left as they are: 0.\n"
        "Those of them that cannot be read and are left out: 1.\n"
    )
    assert again.out.splitlines()[0] == (
        f"{file}（小李）放进 小王 的进度：新的 0 项，比这里新的 0 项，这里更新、不动的 1 项。"
    )
    assert out.out.startswith(f"小王’s progress is in {tmp_path}/out.json: ")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["progress"]["items"] == {"x": entry}


def test_a_broken_file_is_set_aside_and_said(content: Content, tmp_path: Path) -> None:
    """It is not lost: it has another name, and what follows is kept anew."""
    folder = content.root / "data" / "study"
    folder.mkdir(parents=True)
    (folder / "小王.json").write_bytes(b'{"what": "shou')
    said = handbook("study", "--as", "小王", "--export", str(tmp_path / "out.json"), root=content.root)

    [aside] = folder.glob("小王.*.broken")
    assert (said.code, aside.read_bytes()) == (0, b'{"what": "shou')
    assert said.err == (
        f"{folder}/小王.json holds no progress that can be used: it is torn, or no JSON. "
        f"It is now called {aside.name}, and all begins anew.\n"
    )


WRONG = {
    "--as a/b": (2, 'Give a nickname with --as: 1 to 20 characters, none of / \\ : * ? " < > |, no dot at either end.'),
    "--as w front-desk-inducton": (1, "there is no 'front-desk-inducton'. Did you mean 'front-desk-induction'?"),
    "--as w front-desk-induction --module kees": (1, "there is no 'kees'. Did you mean 'keys'?"),
    "--as w --script no-sond": (1, "there is no 'no-sond'. Did you mean 'no-sound'?"),
    "--as w --script GT-BF-KF-001": (1, "'GT-BF-KF-001' is a procedure; a script or troubleshooting is expected here"),
    "--as w": (2, "Name a course, such as handbook study front-desk-induction. There are:"),
    "--as w --import /nowhere.json": (1, "/nowhere.json cannot be used: it or its folder is gone"),
}


@pytest.mark.parametrize("words", WRONG)
def test_a_wrong_call_is_told(content: Content, words: str) -> None:
    """In one line that says what to type; no file of a learner comes of it."""
    code, line = WRONG[words]
    said = handbook("study", *words.split(), root=content.root)

    assert (said.code, line in said.err) == (code, True), said.err
    assert not list((content.root / "data").rglob("*.json"))
