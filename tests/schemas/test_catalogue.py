"""Catalogues: reading them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.catalogue import read_catalogue
from schemas.plain_po import plain_entries
from tests.schemas.content import CATALOGUE, Content

LINES = (
    'msgid "a"', 'msgstr "b"', 'msgctxt "c"', '"d"', "#, fuzzy", '#~ msgid "e"', "#| x", "msgid", '""', "# ", "",
    'msgstr[0] "f"', "中",
)  # fmt: skip


def entry(address: str, source: str, translation: str, before: str = "") -> str:
    """An entry as a file holds it."""
    return f'{before}msgctxt "{address}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


class TestReading:
    """A catalogue that cannot be read is a finding with its line."""

    @pytest.mark.parametrize(
        ("added", "zh", "en"),
        [
            ("中文\n", "这一行不合 PO 文件的写法", "this line is not as a PO file has it"),
            ("<<<<<<< HEAD\n", "这一行不合 PO 文件的写法", "this line is not as a PO file has it"),
            ('msgid "x\n', "引号没有配对", "a quote is not closed"),
            ('msgid "a" b"\n', "引号没有配对", "a quote is not closed"),
        ],
    )
    def test_a_syntax_error_names_its_line(self, content: Content, added: str, zh: str, en: str) -> None:
        """Conflict marks and a quote somebody forgot are found, and not read over."""
        text = content.read(CATALOGUE)
        content.write(CATALOGUE, f"{text}\n{added}")
        line = text.count("\n") + 2

        assert content.check("zh") == [
            f"{CATALOGUE}:{line}:1: 错误: 翻译文件读不了：{zh} [catalogue-syntax]\n    用 Poedit 打开看看。"
        ]
        assert content.titles("en") == [
            f"{CATALOGUE}:{line}:1: error: the catalogue cannot be read: {en} [catalogue-syntax]"
        ]

    @pytest.mark.parametrize(
        ("character", "name"),
        [("\0", "U+0000 NUL"), ("\x1b", "U+001B"), ("\u202e", "U+202E"), ("\u3164", "U+3164"), ("\u2061", "U+2061")],
    )
    def test_an_invisible_character_is_named(self, content: Content, character: str, name: str) -> None:
        """What no page and no paper can show is found in a translation as in a record."""
        content.write(CATALOGUE, content.read(CATALOGUE).replace('msgstr "', f'msgstr "{character}', 2))

        assert content.titles("en")[-1].endswith(f"error: there is an invisible character {name} [control-character]")

    def test_a_long_entry_is_named(self, content: Content) -> None:
        """An entry longer than any text could be is found, at the line it begins in."""
        text = content.read(CATALOGUE)
        content.write(CATALOGUE, text + "# c\n" * 20_000 + 'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n')

        assert [line.rpartition(": ")[2] for line in content.titles("en")] == [
            "this entry is longer than 80000 characters [catalogue-long-entry]"
        ]

    def test_a_header_of_comments_takes_no_time(self) -> None:
        """Comments in front of anything but a header are read once; in two ways each, forty would take for ever."""
        assert plain_entries("# a\n" * 10_000 + "x") is None

    def test_an_encoding_that_is_not_utf_8_is_named(self, content: Content) -> None:
        """As for any file of the handbook."""
        content.write(CATALOGUE, content.read(CATALOGUE).encode("gbk"))

        assert [line.rpartition("[")[2] for line in content.titles()] == ["not-utf8]"]

    def test_a_folder_of_that_name_is_no_catalogue(self, content: Content) -> None:
        """Nor is it taken for the content of one."""
        (content.root / CATALOGUE).unlink()
        (content.root / CATALOGUE).mkdir()

        assert [line.rpartition("[")[2] for line in content.titles()] == ["not-a-file]"]

    def test_that_of_a_large_handbook_is_read(self, tmp_path: Path) -> None:
        """It holds the texts of all its records, and may be larger than any record."""
        text = "".join(entry(f"procedures/p{number}#title", "甲", "a" * 600) for number in range(10_000))
        (tmp_path / "en.po").write_text(text, "utf-8")
        catalogue, findings = read_catalogue(tmp_path / "en.po", tmp_path)

        assert (len(text) > 6_000_000, len(catalogue.messages), findings) == (True, 10_000, [])

    def test_no_catalogue_is_an_empty_one(self, tmp_path: Path) -> None:
        """A new handbook has none yet."""
        catalogue, findings = read_catalogue(tmp_path / "en.po", tmp_path)

        assert (catalogue.messages, catalogue.broken, findings) == ({}, False, [])

    @settings(max_examples=200)
    @given(st.lists(st.sampled_from(LINES), max_size=9))
    def test_no_order_of_lines_is_an_exception(
        self, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
    ) -> None:
        """Whatever the file holds, there is a catalogue, or a finding."""
        folder = tmp_path_factory.mktemp("po")
        (folder / "en.po").write_text("\n".join(lines), "utf-8")
        catalogue, findings = read_catalogue(folder / "en.po", folder)

        assert catalogue.broken == bool(findings)
