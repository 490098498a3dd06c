"""Files that must not reach the parser: every one is named with its place, and the program lives."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from schemas.document import compose
from schemas.guard import guard_characters
from schemas.limits import MOST_CHARACTERS, MOST_DEPTH
from tests.schemas.content import BOOK, COMPLAINTS, KEYS, Content

BROKEN = "handbook/greentown-after-sales/policies/broken.yaml"

ALIAS_BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x]"]
    + [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
)


class TestEncoding:
    """A file is UTF-8, with or without a BOM; anything else is named by what it looks like."""

    def test_gbk_is_recognised(self, content: Content) -> None:
        """A record saved as GBK is one finding at its first Chinese character, and says how to save it."""
        place = f"{COMPLAINTS}:1:8"
        content.write(COMPLAINTS, content.read(COMPLAINTS).encode("gbk"))

        assert content.check("zh") == [
            f"{place}: 错误: 文件不是 UTF-8 编码，看起来是 GBK [not-utf8]\n    在编辑器里选“另存为”，编码选 UTF-8。"
        ]
        assert content.check("en") == [
            f"{place}: error: the file is not UTF-8; it looks like GBK [not-utf8]\n    Save it again as UTF-8."
        ]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf_16_is_recognised(self, content: Content, encoding: str) -> None:
        """UTF-16 is recognised with a BOM and without, although some of it decodes as other encodings."""
        content.write(COMPLAINTS, content.read(COMPLAINTS).encode(encoding))

        assert [line.partition(": ")[2] for line in content.check("en")] == [
            "error: the file is not UTF-8; it looks like UTF-16 [not-utf8]\n    Save it again as UTF-8."
        ]

    def test_latin_1_is_not_called_something_it_is_not(self, content: Content) -> None:
        """Bytes that are no encoding we know are called unknown, at the line and column of the first of them."""
        content.write(BROKEN, b"title: x\nsummary: ab\xff\xff\n")

        assert content.check("en")[0].startswith(f"{BROKEN}:2:12: error: the file is not UTF-8 [not-utf8]")

    @pytest.mark.parametrize(
        ("encoding", "text"),
        [("shift-jis", "ひらがなとカタカナ"), ("latin-1", "café"), ("big5", "漏水處理規程，夜間報修")],
    )
    def test_what_is_no_gbk_is_not_called_that(self, content: Content, encoding: str, text: str) -> None:
        """Nearly all bytes decode as GBK; a Chinese text consists of its common signs."""
        content.write(BROKEN, f"title: {text}\n".encode(encoding))

        assert content.check("zh") == [
            (
                f"{BROKEN}:1:{text.index('é') + 8 if 'é' in text else 8}: 错误: 文件不是 UTF-8 编码 [not-utf8]\n"
                "    在编辑器里选“另存为”，编码选 UTF-8。"
            )
        ]

    def test_hangul_is_not_called_chinese(self, content: Content) -> None:
        """Its bytes are those of the commoner half of Chinese signs, and never of the others."""
        content.write(BROKEN, "title: 한국어로 쓰여진 문서입니다 안녕하세요\n".encode("euc-kr"))

        assert content.titles("zh") == [f"{BROKEN}:1:8: 错误: 文件不是 UTF-8 编码，看起来是 EUC-KR [not-utf8]"]

    @pytest.mark.parametrize("convert", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
    def test_a_bom_and_windows_line_ends_are_fine(self, content: Content, convert: object) -> None:
        """What Windows editors add changes nothing, not even the fingerprint."""
        assert callable(convert)
        before = content.entry(COMPLAINTS).fingerprint

        content.write(COMPLAINTS, convert(content.read(COMPLAINTS)))

        assert content.check() == []
        assert content.entry(COMPLAINTS).fingerprint == before


class TestCharacters:
    """Characters that nobody sees are found where they are."""

    @pytest.mark.parametrize(
        ("character", "zh", "en"),
        [
            ("\x00", "U+0000 空字符", "U+0000 NUL"),
            ("\x07", "U+0007", "U+0007"),
            ("\x85", "U+0085 换行符", "U+0085 next line"),
            ("\u200b", "U+200B 零宽空格", "U+200B zero-width space"),
            ("\u2028", "U+2028 行分隔符", "U+2028 line separator"),
            ("\u202e", "U+202E", "U+202E"),
            ("\ufeff", "U+FEFF 字节顺序标记", "U+FEFF byte order mark"),
            ("\uffff", "U+FFFF", "U+FFFF"),
        ],
    )
    def test_invisible_characters_are_named(self, content: Content, character: str, zh: str, en: str) -> None:
        """A control character, a line separator from Word or a direction mark is one finding, at its own column."""
        place = content.place(COMPLAINTS, "不打断")
        content.change(COMPLAINTS, "不打断", f"{character}不打断")

        assert content.titles("zh") == [f"{place}: 错误: 有看不见的字符 {zh} [control-character]"]
        assert content.titles("en") == [f"{place}: error: there is an invisible character {en} [control-character]"]

    @pytest.mark.parametrize(
        ("escape", "name"),
        [("\\0", "U+0000 NUL"), ("\\e", "U+001B"), ("\\u202e", "U+202E"), ("\\L", "U+2028 line separator")],
    )
    def test_an_escape_hides_none(self, content: Content, escape: str, name: str) -> None:
        """In quotes an invisible character can be written with visible ones; it is found at the text that has it."""
        content.change(COMPLAINTS, "mind: 情绪激烈时请到会客室，由两人接待。", f'mind: "{escape}情绪"')
        place = content.place(COMPLAINTS, f'"{escape}')

        assert f"{place}: error: there is an invisible character {name} [control-character]" in content.titles("en")

    def test_emoji_and_their_joiner_are_fine(self, content: Content) -> None:
        """A joined emoji is text like any other."""
        content.change(COMPLAINTS, "不打断", "👨‍👩‍👧不打断")

        assert content.check() == []

    @pytest.mark.parametrize(("old", "new"), [("  - id: grade\n", "\t- id: grade\n"), ("由两人接待", "由两人\t接待")])
    def test_a_tab_is_found(self, content: Content, old: str, new: str) -> None:
        """A tab is one finding at its column, in the indentation and inside a text alike."""
        content.change(COMPLAINTS, old, new)
        place = content.place(COMPLAINTS, "\t")

        assert content.check("zh") == [f"{place}: 错误: 有制表符（Tab） [tab]\n    缩进和间隔都用空格。"]
        assert content.check("en") == [
            f"{place}: error: there is a tab [tab]\n    Use spaces for indentation and between words."
        ]

    def test_a_file_full_of_them_is_said_to_be_full_of_them_briefly(self) -> None:
        """A file of another sort gives a few findings, one a line, and quickly."""
        text = "\x01\x02 \n\t\t\n" * 400_000
        started = time.perf_counter()
        found = guard_characters(text, "x.yaml")

        assert time.perf_counter() - started < 5
        assert [finding.rule for finding in found] == ["control-character"] * MOST_CHARACTERS + [
            "tab"
        ] * MOST_CHARACTERS
        assert [(finding.line, finding.col) for finding in found[:2]] == [(1, 1), (3, 1)]


class TestStructure:
    """What could exhaust or crash the parser is refused on events, before anything is built."""

    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            ("title: x\nblocks: " + "[" * 200_000, "2:72: error: nested more than 64 levels deep [too-deep]"),
            ("? " * 3000, "1:129: error: nested more than 64 levels deep [too-deep]"),
            ("- " * 3000, "1:129: error: nested more than 64 levels deep [too-deep]"),
            (ALIAS_BOMB, "1:4: error: there is an anchor or alias (& or *) [yaml-alias]"),
            ("a: &x\n  b: c\nd:\n  <<: *x\n", "1:4: error: there is an anchor or alias (& or *) [yaml-alias]"),
            ("a: 1\nb: *x\n", "2:4: error: there is an anchor or alias (& or *) [yaml-alias]"),
            ("a: 1\nb: !!python/object/apply:os.system [touch x]\n", "2:4: error: there is a type tag (!) [yaml-tag]"),
            ("a: !foo bar\n", "1:4: error: there is a type tag (!) [yaml-tag]"),
            ("a: !!str 1\n", "1:4: error: there is a type tag (!) [yaml-tag]"),
            ("a: 1\n---\nb: 2\n", "2:1: error: there are several documents (---) in one file [many-documents]"),
        ],
        ids=["brackets", "question marks", "dashes", "bomb", "merge", "alias", "python", "tag", "str", "documents"],
    )
    def test_it_is_refused_where_it_stands(self, content: Content, text: str, finding: str) -> None:
        """Depth, aliases, merge keys, tags and second documents are refused at their first occurrence."""
        content.write(BROKEN, text)

        assert content.check("en")[0].partition("\n")[0] == f"{BROKEN}:{finding}"

    def test_the_interpreter_survives_brackets(self, content: Content) -> None:
        """200 KB of `[`, which end the interpreter inside the C parser, give a finding and exit code 1."""
        content.write(BROKEN, "[" * 200_000)
        done = subprocess.run(
            [sys.executable, "-c", "from commands.main import main; main()", "--lang", "en", "check"],
            cwd=content.root, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip

        assert done.returncode == 1, done.stderr
        assert f"{BROKEN}:1:65: error: nested more than {MOST_DEPTH} levels deep [too-deep]" in done.stdout

    @pytest.mark.parametrize(
        "bomb", ["[" * 200_000, "{a: " * 100_000, "? " * 100_000, ALIAS_BOMB], ids=["[", "{", "?", "*"]
    )
    def test_a_bomb_takes_no_time(self, bomb: str) -> None:
        """The guard says no within a second, whatever the size."""
        started = time.perf_counter()
        document, findings = compose(bomb, "x.yaml")

        assert document is None
        assert len(findings) == 1
        assert time.perf_counter() - started < 1

    def test_too_many_items_are_refused(self) -> None:
        """More than half a million items are no record."""
        document, findings = compose("a: [" + "x," * 600_000 + "x]", "x.yaml")

        assert document is None
        assert [finding.say("zh") for finding in findings] == [
            "x.yaml:1:999997: 错误: 内容超过 500000 项 [too-many-nodes]\n    把它拆成几条记录。"
        ]


class TestFiles:
    """Only plain files inside the root are read."""

    def test_a_big_file_is_not_read(self, content: Content) -> None:
        """Six megabytes are refused by their size."""
        content.write(BROKEN, b"a: " + b"x" * 6 * 1024 * 1024)

        assert content.titles("zh") == [f"{BROKEN}:1:1: 错误: 文件有 6.0 MB，超过 5 MB [file-too-big]"]
        assert content.titles("en") == [
            f"{BROKEN}:1:1: error: the file is 6.0 MB, over the limit of 5 MB [file-too-big]"
        ]

    def test_a_link_out_of_the_root_is_refused(self, content: Content, tmp_path: Path) -> None:
        """A symbolic link to a file elsewhere is refused, even when that file is a sound record."""
        outside = tmp_path / "outside.yaml"
        outside.write_text(content.read(KEYS), "utf-8")
        (content.root / BROKEN).symlink_to(outside)

        assert content.check("zh") == [
            (
                f"{BROKEN}:1:1: 错误: 没有文件可读：链接通到手册库以外的“{outside}” [not-a-file]\n"
                "    换成普通的文件；不要它就删掉。"
            )
        ]

    def test_what_is_no_file_is_refused(self, content: Content) -> None:
        """A link to nothing, a link to itself, a folder and a pipe are refused without being opened."""
        folder = (content.root / BROKEN).parent
        (folder / "nothing.yaml").symlink_to(folder / "gone.yaml")
        (folder / "itself.yaml").symlink_to(folder / "itself.yaml")
        (folder / "folder.yaml").mkdir()
        os.mkfifo(folder / "pipe.yaml")

        assert [line.split(": ", 3)[3].partition("\n")[0] for line in content.check("en")] == [
            "it is a folder [not-a-file]",
            f"it is a link to '{folder / 'itself.yaml'}', which is not there [not-a-file]",
            f"it is a link to '{folder / 'gone.yaml'}', which is not there [not-a-file]",
            "it is no plain file [not-a-file]",
        ]


_IN_ZIP = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml", "zip": "a.txt"}
_BEGINNINGS = {
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
    "rtf": b"{\\rtf1\\ansi x}",
    "html": b"<!DOCTYPE html><html>",
    "jpg": b"\xff\xd8\xff\xe0",
    "png": b"\x89PNG\r\n\x1a\n",
    "gz": b"\x1f\x8b\x08\x00",
}
WORD = ("Word 文件（.docx）", "a Word document (.docx)")


class TestOtherFormats:
    """A record over which another file was copied: what that file is, first and alone."""

    @pytest.mark.parametrize(
        ("ending", "zh", "en"),
        [
            ("docx", *WORD), ("xlsx", "Excel 表格（.xlsx）", "an Excel workbook (.xlsx)"),
            ("pptx", "幻灯片（.pptx）", "a presentation (.pptx)"), ("zip", "压缩包", "an archive"),
            ("gz", "压缩包", "an archive"), ("pdf", "PDF 文件", "a PDF file"), ("rtf", "RTF 文件", "an RTF document"),
            ("doc", "旧版的 Word 或 Excel 文件", "an old Word or Excel file"), ("html", "网页", "a web page"),
            ("png", "图片", "a picture"), ("jpg", "图片", "a picture"),
        ],
    )  # fmt: skip
    def test_is_named(self, content: Content, ending: str, zh: str, en: str) -> None:
        """In both languages; what refers to the record by its code or its address is not wrong."""
        content.write(COMPLAINTS, _zip_of(_IN_ZIP[ending]) if ending in _IN_ZIP else _BEGINNINGS[ending])

        assert content.check("zh") == [
            (
                f"{COMPLAINTS}:1:1: 错误: 里面不是文字：{zh} [other-format]\n"
                "    把它移到别处，放回原来的文字文件；没有备份就重写，里面的文字可以复制过来。"
            )
        ]
        assert content.titles("en") == [f"{COMPLAINTS}:1:1: error: this is {en}, not a text file [other-format]"]

    @pytest.mark.parametrize("nothing", ["gone", "folder", "empty"])
    def test_so_is_what_holds_nothing(self, content: Content, nothing: str) -> None:
        """A link to nothing, a folder and an empty file are the one cause too."""
        path = content.root / COMPLAINTS
        path.unlink()
        {"gone": lambda: path.symlink_to("gone"), "folder": path.mkdir, "empty": path.touch}[nothing]()

        assert [line.rpartition("[")[2] for line in content.titles("en")] == [
            "empty-file]" if nothing == "empty" else "not-a-file]"
        ]

    def test_a_text_is_none(self, content: Content) -> None:
        """A record may speak of documents and begin with a comment; a code that nothing has stays wrong beside one."""
        content.write(COMPLAINTS, f"# %PDF, PK, Word 文件\n{content.read(COMPLAINTS)}")
        assert content.titles("en") == []

        content.change(COMPLAINTS, "related: [GT-ZY-KF-006, GT-R-KF-26]", "related: [GT-ZY-KF-006, GT-R-KF-99]")
        content.write(f"{BOOK}/procedures/night-leak.yaml", "title: [")
        assert any("GT-R-KF-99" in line for line in content.titles("en"))


def _zip_of(name: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()
