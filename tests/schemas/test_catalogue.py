"""Catalogues: reading them, and merging so that nothing a translator wrote is lost."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.catalogue import Merged, merge, read_catalogue
from schemas.plain_po import plain_entries
from tests.schemas.content import CATALOGUE, Content

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

ADDRESSES, SOURCES = st.sampled_from("abcdef"), st.sampled_from("甲乙丙丁戊")
LINES = (
    'msgid "a"', 'msgstr "b"', 'msgctxt "c"', '"d"', "#, fuzzy", '#~ msgid "e"', "#| x", "msgid", '""', "# ", "",
    'msgstr[0] "f"', "中",
)  # fmt: skip


def entry(address: str, source: str, translation: str, before: str = "") -> str:
    """An entry as a file holds it."""
    return f'{before}msgctxt "{address}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


def merged(tmp_path: Path, before: str, wanted: list[tuple[str, str]]) -> tuple[polib.POFile, Merged]:
    """The catalogue after a merge, and what the merge says it did."""
    path = tmp_path / "en.po"
    path.write_text(HEADER + before, "utf-8")
    content, report = merge(path, wanted)
    assert path.read_text("utf-8") == HEADER + before, "merging writes nothing"
    return polib.pofile(content), report


def rows(catalogue: polib.POFile) -> list[tuple[str, str, str, bool, bool]]:
    """Every entry: address, source, translation, fuzzy, obsolete."""
    return [(e.msgctxt, e.msgid, e.msgstr, e.fuzzy, bool(e.obsolete)) for e in catalogue]


class TestMerge:
    """New texts are added, changed ones become fuzzy, moved ones keep their English, none is lost."""

    def test_a_new_text_is_added_empty_in_print_order(self, tmp_path: Path) -> None:
        """The order of the catalogue is that of the handbook."""
        catalogue, report = merged(tmp_path, entry("b", "乙", "B"), [("a", "甲"), ("b", "乙")])

        assert rows(catalogue) == [("a", "甲", "", False, False), ("b", "乙", "B", False, False)]
        assert report == Merged(total=2, added=1, fuzzy=0, obsolete=0, missing=1)

    def test_a_changed_text_keeps_its_translation_as_fuzzy(self, tmp_path: Path) -> None:
        """The text it translated stands beside it."""
        catalogue, report = merged(tmp_path, entry("a", "甲", "A"), [("a", "甲乙")])

        assert rows(catalogue) == [("a", "甲乙", "A", True, False)]
        assert catalogue[0].previous_msgid == "甲"
        assert report == Merged(total=1, added=0, fuzzy=1, obsolete=0, missing=0)

    def test_a_text_changed_twice_still_shows_what_was_translated(self, tmp_path: Path) -> None:
        """The first text is what the translation says."""
        before = entry("a", "乙", "A", '#, fuzzy\n#| msgid "甲"\n')
        catalogue, _ = merged(tmp_path, before, [("a", "丙")])

        assert rows(catalogue) == [("a", "丙", "A", True, False)]
        assert catalogue[0].previous_msgid == "甲"

    def test_merging_again_changes_nothing(self, tmp_path: Path) -> None:
        """Fuzzy marks, previous texts and comments stay until a translator removes them."""
        before = (
            entry("a", "乙", "A", '# ask Li\n#, fuzzy\n#| msgid "甲"\n')
            + '#~ msgctxt "z"\n#~ msgid "旧"\n#~ msgstr "Old"\n'
        )
        once, _ = merged(tmp_path, before, [("a", "乙")])
        (tmp_path / "en.po").write_text(str(once), "utf-8")
        twice, _ = merge(tmp_path / "en.po", [("a", "乙")])

        assert polib.pofile(twice)[0].tcomment == "ask Li"
        assert rows(polib.pofile(twice)) == [("a", "乙", "A", True, False), ("z", "旧", "Old", False, True)]
        assert polib.pofile(twice)[0].previous_msgid == "甲"

    def test_a_text_that_moved_takes_its_translation_along(self, tmp_path: Path) -> None:
        """A step with a new id is the same text at another address."""
        catalogue, report = merged(tmp_path, entry("steps.old.do", "甲", "A", "# ask Li\n"), [("steps.new.do", "甲")])

        assert rows(catalogue) == [("steps.new.do", "甲", "A", False, False)]
        assert catalogue[0].tcomment == "ask Li"
        assert report.obsolete == 0

    def test_what_is_gone_becomes_obsolete_and_comes_back(self, tmp_path: Path) -> None:
        """A record taken out for a while loses nothing."""
        catalogue, report = merged(tmp_path, entry("a", "甲", "A") + entry("b", "乙", "B"), [("a", "甲")])
        assert rows(catalogue)[1] == ("b", "乙", "B", False, True)
        assert report.obsolete == 1

        (tmp_path / "en.po").write_text(str(catalogue), "utf-8")
        again, _ = merge(tmp_path / "en.po", [("a", "甲"), ("b", "乙")])
        assert rows(polib.pofile(again)) == [("a", "甲", "A", False, False), ("b", "乙", "B", False, False)]

    def test_two_translations_of_one_text_are_both_kept(self, tmp_path: Path) -> None:
        """`是` is Yes here and Major there; when one place goes its word becomes obsolete, not nothing."""
        catalogue, _ = merged(tmp_path, entry("a", "是", "Yes") + entry("b", "是", "Major"), [("a", "是")])

        assert rows(catalogue) == [("a", "是", "Yes", False, False), ("b", "是", "Major", False, True)]

    def test_a_text_that_became_another_known_one_takes_its_translation(self, tmp_path: Path) -> None:
        """And the translation that it had stays as obsolete."""
        catalogue, _ = merged(tmp_path, entry("a", "甲", "A") + entry("b", "乙", "B"), [("a", "乙"), ("b", "乙")])

        assert rows(catalogue) == [
            ("a", "乙", "B", False, False),
            ("b", "乙", "B", False, False),
            ("a", "甲", "A", False, True),
        ]

    def test_a_sound_translation_is_copied_rather_than_a_fuzzy_or_old_one(self, tmp_path: Path) -> None:
        """Of several translations of a text the one that somebody vouches for goes to a new address."""
        before = (
            entry("a", "甲", "maybe", "#, fuzzy\n")
            + entry("b", "甲", "A")
            + '#~ msgctxt "z"\n#~ msgid "甲"\n#~ msgstr "old"\n'
        )
        catalogue, _ = merged(tmp_path, before, [("a", "甲"), ("b", "甲"), ("c", "甲")])

        assert rows(catalogue)[2] == ("c", "甲", "A", False, False)

    def test_entries_without_or_with_the_same_address_are_kept(self, tmp_path: Path) -> None:
        """What somebody added by hand is a translator's work too."""
        before = 'msgid "手写"\nmsgstr "By hand"\n\n' + entry("a", "甲", "A") + entry("a", "甲", "A again")
        catalogue, _ = merged(tmp_path, before, [("a", "甲")])

        assert ("a", "甲", "A", False, False) in rows(catalogue)
        assert {e.msgstr for e in catalogue} == {"A", "A again", "By hand"}

    def test_the_header_keeps_what_the_editor_wrote(self, tmp_path: Path) -> None:
        """The translator's name stays."""
        path = tmp_path / "en.po"
        path.write_text('# Shouce\nmsgid ""\nmsgstr ""\n"Last-Translator: Li\\n"\n"Language: en\\n"\n', "utf-8")
        content, _ = merge(path, [("a", "甲")])

        assert polib.pofile(content).metadata["Last-Translator"] == "Li"
        assert polib.pofile(content).header == "Shouce"

    def test_quotes_and_line_breaks_come_back(self, tmp_path: Path) -> None:
        """A text of several lines with quotation marks is the same after writing and reading."""
        text = '他说："好"\n第二行\\n\t末'
        catalogue, _ = merged(tmp_path, "", [("a", text)])

        assert catalogue[0].msgid == text

    @settings(max_examples=60)
    @given(
        st.lists(st.tuples(ADDRESSES, SOURCES, st.sampled_from(["", "A", "B", "C"]), st.booleans()), max_size=6),
        st.dictionaries(ADDRESSES, SOURCES, max_size=6),
    )
    def test_no_translation_is_ever_lost(
        self, tmp_path_factory: pytest.TempPathFactory, old: list[tuple[str, str, str, bool]], wanted: dict[str, str]
    ) -> None:
        """Whatever was in the catalogue, every translation in it is in the new one, and every text has an entry."""
        before = "".join(entry(a, s, t, "#, fuzzy\n" if fuzzy and t else "") for a, s, t, fuzzy in old)
        catalogue, report = merged(tmp_path_factory.mktemp("po"), before, list(wanted.items()))

        assert {t for _, _, t, _ in old} - {""} <= {e.msgstr for e in catalogue}
        assert [(e.msgctxt, e.msgid) for e in catalogue if not e.obsolete] == list(wanted.items())
        assert report.total == len(wanted)


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

    @pytest.mark.parametrize(("character", "name"), [("\0", "U+0000 NUL"), ("\x1b", "U+001B"), ("\u202e", "U+202E")])
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
