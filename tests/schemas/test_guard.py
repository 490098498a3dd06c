"""Files that must not reach the parser: every one is named with its place, and the program lives."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from schemas.document import compose
from schemas.guard import guard_characters
from schemas.limits import MOST_CHARACTERS, MOST_DEPTH
from tests.schemas.content import COMPLAINTS, KEYS, Content

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
            f"{BROKEN}:1:1: 错误: 这不是普通文件，或者链接到了手册以外 [not-a-file]\n    换成普通的 YAML 文件。"
        ]

    def test_what_is_no_file_is_refused(self, content: Content) -> None:
        """A link to nothing, a link to itself, a folder and a pipe are refused without being opened."""
        folder = (content.root / BROKEN).parent
        (folder / "nothing.yaml").symlink_to(folder / "gone.yaml")
        (folder / "itself.yaml").symlink_to(folder / "itself.yaml")
        (folder / "folder.yaml").mkdir()
        os.mkfifo(folder / "pipe.yaml")

        assert [line.partition("\n")[0].rpartition("/")[2] for line in content.check("en")] == [
            f"{name}.yaml:1:1: error: this is not a plain file, or links outside the handbook [not-a-file]"
            for name in ("folder", "itself", "nothing", "pipe")
        ]
