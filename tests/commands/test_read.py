"""`handbook read`: filled forms on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from filled.filling import fill_form
from schemas.library import Library
from tests.commands.calling import handbook
from tests.filled import report_samples as samples

HEAD = {"month": "2026-01", "serial": "7"}
LOAN = {
    "room": "1-101", "qty": 2, "authorised": "letter", "phone": "13812341111", "borrower": "张三",
    "out": "2026-01-05 09:00", "due": "2026-01-06 09:00",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """A folder of a good copy, one with a mistake in a folder within, a lock file and a text."""

    def copy(values: dict[str, Any]) -> bytes:
        entry = library.find("GT-R-KF-13", "greentown-after-sales")
        assert entry is not None
        return fill_form(library, entry, values)

    inner = tmp_path / "returned" / "january"
    inner.mkdir(parents=True)
    (inner.parent / "a.docx").write_bytes(copy({"head": HEAD, "loans": [LOAN]}))
    (inner / "b.docx").write_bytes(copy({"head": HEAD, "loans": [{}, {"phone": "13812341111"}]}))
    (inner.parent / "~$a.docx").write_bytes(b"lock")
    (inner.parent / "c.txt").write_text("x", "utf-8")
    return inner.parent


class TestText:
    def test_values(self, folder: Path, handbook_root: Path) -> None:
        """A copy is shown field by field, personal data masked, typed names as typed."""
        said = handbook("read", str(folder / "a.docx"), root=handbook_root, lang="zh")

        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines() == [
            "a.docx · 钥匙借用登记表 · GT-R-KF-13 · 第 1 版",
            "  个人信息已隐去；要看，加 --show-personal",
            "  项目名称: 示范园区",
            "  月份: 2026-01",
            "  册号: 7",
            "  第 1 行 房号: ***",
            "  第 1 行 数量: 2 把",
            "  第 1 行 授权方式: 委托书",
            "  第 1 行 借用人: 张*（打字，不是签名）",
            "  第 1 行 联系电话: 138****1111",
            "  第 1 行 借出时间: 2026-01-05 09:00",
            "  第 1 行 应还时间: 2026-01-06 09:00",
            "  0 处要改",
        ]

    def test_personal(self, folder: Path, handbook_root: Path) -> None:
        """Personal data are shown when asked for."""
        said = handbook("read", str(folder / "a.docx"), "--show-personal", root=handbook_root, lang="zh")

        lines = said.out.splitlines()
        assert lines[1] == "  含个人信息（--show-personal）"
        assert "  第 1 行 联系电话: 13812341111" in lines

    def test_names_of_the_house(self, tmp_path: Path) -> None:
        """Whom a list names is masked in free text, in JSON too; what is no name stops the call."""
        root, names = samples.make_root(tmp_path / "root"), tmp_path / "names.txt"
        samples.copy(
            tmp_path, "cases", "a", {"entries": [samples.case("2026-11-01") | {"matter": "江河来了，江总也来"}]}
        )
        names.write_text("江河\n路遥\n", "utf-8")
        words = ("read", str(tmp_path / "a.docx"), "--names", str(names))
        said = handbook(*words, root=root, lang="zh")
        listed = json.loads(handbook(*words, "--json", root=root).out)

        assert "  第 1 行 事实: **来了，**也来" in said.out.splitlines()
        assert listed["values"]["entries"][0]["matter"] == "**来了，**也来"
        names.write_text("江河 1\n", "utf-8")
        refused = handbook(*words, root=root)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err == (
            "handbook: names.txt: not a name: row 1; write one a row, in the first column, of 2 to 24 characters "
            "without digits\n"
        )

    def test_mistakes(self, folder: Path, handbook_root: Path) -> None:
        """A copy with mistakes says each with its row, and the exit code is 1."""
        said = handbook("read", str(folder / "january" / "b.docx"), root=handbook_root, lang="zh")

        assert said.code == 1
        assert said.out.splitlines()[-6:] == [
            "  第 2 行，“房号”：没有填，此项必填",
            "  第 2 行，“数量”：没有填，此项必填",
            "  第 2 行，“授权方式”：没有填，此项必填",
            "  第 2 行，“借出时间”：没有填，此项必填",
            "  第 2 行，“应还时间”：没有填，此项必填",
            "  5 处要改",
        ]

    def test_a_name_of_two_lines(self, tmp_path: Path, handbook_root: Path) -> None:
        """Whatever a file is called, why it is not read is one line."""
        (tmp_path / "a\nb\u202e.docx").write_bytes(b"x")
        said = handbook("read", str(tmp_path), root=handbook_root)

        assert said.err.splitlines()[0] == "a b .docx: it is not a Word document (.docx)"

    def test_refused(self, folder: Path, handbook_root: Path) -> None:
        """A file that is no form is refused, with how to put it right; the others are read all the same."""
        said = handbook("read", str(folder / "c.txt"), str(folder / "a.docx"), root=handbook_root)

        assert said.code == 1
        assert said.err == (
            "c.txt: it is not a Word document (.docx)\n"
            "  Ask for the Word file that was filled in (.docx): what a scan, a photo or another program holds cannot "
            "be read.\n"
        )
        assert said.out.startswith("a.docx · Key loan register · GT-R-KF-13 · edition 1\n")

    def test_nothing_there(self, tmp_path: Path, handbook_root: Path) -> None:
        """A folder without documents is an error in one line."""
        said = handbook("read", str(tmp_path), root=handbook_root)

        assert (said.code, said.out) == (1, "")
        assert said.err == f"handbook: there is no .docx file in {tmp_path}\n"

    def test_no_words(self, handbook_root: Path) -> None:
        """Without a file the call is wrong."""
        assert handbook("read", root=handbook_root).code == 2


class TestJson:
    def test_folder(self, folder: Path, handbook_root: Path) -> None:
        """A folder gives one object a file, those of folders within it too, lock files left out."""
        said = handbook("read", str(folder), "--json", root=handbook_root)
        copies = [json.loads(line) for line in said.out.splitlines()]

        assert said.code == 1
        assert [copy["file"] for copy in copies] == ["a.docx", "january/b.docx"]
        assert copies[0]["values"]["loans"] == [
            {
                "room": "***", "qty": "2", "authorised": "letter", "borrower": "张*", "phone": "138****1111",
                "out": "2026-01-05T09:00", "due": "2026-01-06T09:00",
            }
        ]  # fmt: skip
        assert copies[0]["mistakes"] == []
        assert copies[1]["mistakes"][0] == {
            "block": "loans", "row": 2, "field": "room", "label": "Flat", "rule": "required", "severity": "error",
            "found": "", "expected": "it must be filled in",
            "message": "row 2, 'Flat': nothing is written; it must be filled in", "count": 1,
        }  # fmt: skip
        assert [note["rule"] for note in copies[0]["notes"]] == ["typed-name"]

    def test_refused(self, folder: Path, handbook_root: Path) -> None:
        """A refused file is an object with the reason, so that every file has its line."""
        said = handbook("read", str(folder / "c.txt"), "--json", root=handbook_root)

        assert json.loads(said.out) == {
            "file": "c.txt", "refused": "it is not a Word document (.docx)", "rule": "not-zip",
        }  # fmt: skip
