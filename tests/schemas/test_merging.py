"""Merging catalogues, so that nothing a translator wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.merging import Merged, MergedFile, merge

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: Shouce\\n"\n"PO-Revision-Date: 2026-01-02 00:00+0000\\n"\n'
    '"Last-Translator: handbook translate\\n"\n"Language-Team: English\\n"\n"Language: en\\n"\n'
    '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
DAY = date(2026, 1, 2)
ADDRESSES, SOURCES = (
    st.sampled_from([f"{file}#{text}" for file in "xy" for text in "abc"]),
    st.sampled_from("甲乙丙丁戊"),
)


def entry(address: str, source: str, translation: str, before: str = "") -> str:
    """An entry as a file holds it."""
    return f'{before}msgctxt "{address}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


def merged(tmp_path: Path, before: str, wanted: list[tuple[str, str]]) -> tuple[polib.POFile, Merged]:
    """The catalogue after a merge, and what the merge says it did."""
    path = tmp_path / "en.po"
    path.write_text(HEADER + before, "utf-8")
    file = merge({path: wanted}, DAY)[path]
    assert path.read_text("utf-8") == HEADER + before, "merging writes nothing"
    return polib.pofile(HEADER + before if file.content is None else file.content), file.counts


def together(
    folder: Path, before: Mapping[str, str], wanted: Mapping[str, list[tuple[str, str]]], **renamed: str
) -> dict[str, MergedFile]:
    """What to do with the catalogues of a folder, by name; those that nobody wants are strays."""
    for name, text in before.items():
        (folder / name).write_text(HEADER + text, "utf-8")
    strays = [folder / name for name in before if name not in wanted]
    files = merge({folder / name: texts for name, texts in wanted.items()}, DAY, strays, renamed)
    return {path.name: file for path, file in files.items()}


def rows_of(file: MergedFile) -> list[tuple[str, str, str, bool, bool]]:
    """The entries of a file that has to be written."""
    assert file.content is not None
    return rows(polib.pofile(file.content))


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
        path = tmp_path / "en.po"
        path.write_text(str(once), "utf-8")

        assert once[0].tcomment == "ask Li"
        assert rows(once) == [("a", "乙", "A", True, False), ("z", "旧", "Old", False, True)]
        assert once[0].previous_msgid == "甲"
        assert merge({path: [("a", "乙")]}, date(2030, 1, 1))[path].content is None

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

        path = tmp_path / "en.po"
        path.write_text(str(catalogue), "utf-8")
        again = merge({path: [("a", "甲"), ("b", "乙")]}, DAY)[path]
        assert rows_of(again) == [("a", "甲", "A", False, False), ("b", "乙", "B", False, False)]

    def test_two_translations_of_one_text_are_both_kept(self, tmp_path: Path) -> None:
        """`是` is Yes here and Major there; when one place goes its word becomes obsolete, not nothing."""
        catalogue, _ = merged(tmp_path, entry("a", "是", "Yes") + entry("b", "是", "Major"), [("a", "是")])

        assert rows(catalogue) == [("a", "是", "Yes", False, False), ("b", "是", "Major", False, True)]

    def test_a_text_that_became_another_known_one_takes_its_translation_to_be_looked_at(self, tmp_path: Path) -> None:
        """What a word is in one place it need not be in another; the translation that it had stays as obsolete."""
        catalogue, _ = merged(tmp_path, entry("a", "甲", "A") + entry("b", "乙", "B"), [("a", "乙"), ("b", "乙")])

        assert rows(catalogue) == [
            ("a", "乙", "B", True, False),
            ("b", "乙", "B", False, False),
            ("a", "甲", "A", False, True),
        ]

    def test_a_sound_translation_is_copied_as_fuzzy_rather_than_a_fuzzy_or_old_one(self, tmp_path: Path) -> None:
        """Of several translations of a text the one that somebody vouches for goes to a new address."""
        before = (
            entry("a", "甲", "maybe", "#, fuzzy\n")
            + entry("b", "甲", "A")
            + '#~ msgctxt "z"\n#~ msgid "甲"\n#~ msgstr "old"\n'
        )
        catalogue, _ = merged(tmp_path, before, [("a", "甲"), ("b", "甲"), ("c", "甲")])

        assert rows(catalogue)[2] == ("c", "甲", "A", True, False)

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
        content = merge({path: [("a", "甲")]}, DAY)[path].content

        assert content is not None
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
        """Whatever a catalogue held, every translation is in one of the new ones, and every text has an entry."""
        before = "".join(entry(a, s, t, "#, fuzzy\n" if fuzzy and t else "") for a, s, t, fuzzy in old)
        own = [text for text in wanted.items() if text[0].startswith("x")]
        other = [text for text in wanted.items() if text[0].startswith("y")]
        files = together(tmp_path_factory.mktemp("po"), {"x.po": before}, {"x.po": own, "y.po": other})
        untouched = {"x.po": HEADER + before, "y.po": HEADER}
        entries = {name: polib.pofile(file.content or untouched[name]) for name, file in files.items()}

        assert {t for _, _, t, _ in old} - {""} <= {e.msgstr for catalogue in entries.values() for e in catalogue}
        for name, texts in (("x.po", own), ("y.po", other)):
            assert [(e.msgctxt, e.msgid) for e in entries[name] if not e.obsolete] == texts
            assert files[name].counts.total == len(texts)

    def test_comments_of_every_sort_stay(self, tmp_path: Path) -> None:
        """What programs noted (`#.`, `#:`), flags that are not ours, and a translator's note on what is not done."""
        beside = "# ask Li\n#. shown on the phone\n#: procedures/x.yaml:3\n#, no-wrap\n"
        before = entry("a", "甲", "A", beside) + entry("b", "乙", "", "# how do they say it?\n")
        catalogue, _ = merged(tmp_path, before, [("a", "甲"), ("b", "乙"), ("c", "丙")])

        assert f"\n{before}" in str(catalogue).replace('msgctxt "c"', "") + "\n"
        gone, report = merged(tmp_path, before, [("c", "丙")])
        assert [(e.msgctxt, e.tcomment, e.obsolete) for e in gone[1:]] == [
            ("a", "ask Li", 1),
            ("b", "how do they say it?", 1),
        ]
        assert report.obsolete == 2

    def test_a_plural_entry_loses_nothing(self, tmp_path: Path) -> None:
        """Some editors make one; its first form becomes the translation, to be looked at, the other a comment."""
        before = 'msgctxt "a"\nmsgid "甲"\nmsgid_plural "甲"\nmsgstr[0] "one"\nmsgstr[1] "many"\n\n'
        catalogue, _ = merged(tmp_path, before, [("a", "甲")])

        assert rows(catalogue) == [("a", "甲", "one", True, False)]
        assert catalogue[0].tcomment == "many"

    def test_what_an_editor_wrapped_is_not_written_again(self, tmp_path: Path) -> None:
        """Poedit breaks lines where it likes: two who write do not undo each other's line breaks."""
        path = tmp_path / "en.po"
        path.write_text(HEADER + 'msgctxt "a"\nmsgid ""\n"甲"\nmsgstr ""\n"A "\n"B"\n', "utf-8")

        assert merge({path: [("a", "甲")]}, DAY)[path].content is None

    def test_a_header_has_what_msgfmt_asks_for(self, tmp_path: Path) -> None:
        """What nobody filled in is filled in once; the date is the day the file was begun, and does not move."""
        path = tmp_path / "en.po"
        begun = merge({path: [("a", "甲")]}, DAY)[path].content
        assert begun == f"#\n{HEADER}" + entry("a", "甲", "").rstrip("\n") + "\n"

        path.write_text(begun.replace("handbook translate", "FULL NAME <EMAIL@ADDRESS>"), "utf-8")
        later = merge({path: [("a", "甲")]}, date(2030, 1, 1))[path].content
        assert later == begun


class TestTogether:
    """The catalogues of a folder are merged together: an entry goes where its address says."""

    def test_entries_of_records_leave_the_catalogue_of_the_handbook(self, tmp_path: Path) -> None:
        """As a branch from before records had their own brings them; how many moved from where is told."""
        before = {"en.po": entry("handbook#title", "书", "Book") + entry("x#a", "甲", "A", "# ask Li\n")}
        wanted = {"en.po": [("handbook#title", "书")], "x.po": [("x#a", "甲")], "y.po": [("y#a", "乙")]}
        files = together(tmp_path, before, wanted)

        assert rows_of(files["en.po"]) == [("handbook#title", "书", "Book", False, False)]
        assert rows_of(files["x.po"]) == [("x#a", "甲", "A", False, False)]
        assert "# ask Li" in (files["x.po"].content or "")
        assert files["x.po"].moved == {tmp_path / "en.po": 1}
        assert rows_of(files["y.po"]) == [("y#a", "乙", "", False, False)]
        assert files["y.po"].moved == {}

    def test_of_two_that_say_otherwise_the_record_keeps_its_own(self, tmp_path: Path) -> None:
        """The other one becomes obsolete beside it; where its own is not done, the other one is taken."""
        before = {
            "en.po": entry("x#a", "甲", "old A") + entry("x#b", "乙", "B"),
            "x.po": entry("x#a", "甲", "A") + entry("x#b", "乙", ""),
        }
        files = together(tmp_path, before, {"en.po": [], "x.po": [("x#a", "甲"), ("x#b", "乙")]})

        assert rows_of(files["x.po"]) == [
            ("x#a", "甲", "A", False, False),
            ("x#b", "乙", "B", False, False),
            ("x#a", "甲", "old A", False, True),
        ]
        assert files["x.po"].moved == {tmp_path / "en.po": 2}

    def test_a_renamed_record_takes_its_english_along(self, tmp_path: Path) -> None:
        """With `formerly` all of it, even of texts that changed; without, that of every text that is the same."""
        before = {"x.po": entry("x#a", "甲", "A") + entry("x#b", "乙", "B")}
        wanted = {"y.po": [("y#a", "甲"), ("y#b", "丙")]}
        files = together(tmp_path, before, wanted, x="y")
        assert rows_of(files["y.po"]) == [("y#a", "甲", "A", False, False), ("y#b", "丙", "B", True, False)]
        assert files["x.po"].is_empty

        files = together(tmp_path, before, wanted)
        assert rows_of(files["y.po"]) == [("y#a", "甲", "A", False, False), ("y#b", "丙", "", False, False)]
        assert rows_of(files["x.po"]) == [("x#b", "乙", "B", False, False)]
        assert not files["x.po"].is_empty

    def test_the_english_of_a_record_that_is_away_stays_as_it_is(self, tmp_path: Path) -> None:
        """It may come back."""
        files = together(tmp_path, {"x.po": entry("x#a", "甲", "A")}, {"y.po": [("y#a", "乙")]})

        assert files["x.po"].content is None
        assert not files["x.po"].is_empty

    def test_an_entry_in_the_wrong_file_goes_where_it_belongs(self, tmp_path: Path) -> None:
        """Pasted into another record's, or in a folder with a misspelt name."""
        before = {"x.po": entry("x#a", "甲", "A") + entry("y#a", "乙", "B"), "yy.po": entry("y#b", "丙", "C")}
        files = together(tmp_path, before, {"x.po": [("x#a", "甲")], "y.po": [("y#a", "乙"), ("y#b", "丙")]})

        assert rows_of(files["x.po"]) == [("x#a", "甲", "A", False, False)]
        assert rows_of(files["y.po"]) == [("y#a", "乙", "B", False, False), ("y#b", "丙", "C", False, False)]
        assert files["yy.po"].is_empty

    def test_the_same_words_in_two_places_that_both_moved(self, tmp_path: Path) -> None:
        """Where all that is gone said the same it moved; where it did not, each is to be looked at."""
        gone = entry("x#a", "是", "Yes") + entry("x#b", "是", "Yes")
        files = together(tmp_path, {"x.po": gone}, {"x.po": [("x#c", "是"), ("x#d", "是")]})
        assert [row[2:4] for row in rows_of(files["x.po"])] == [("Yes", False), ("Yes", False)]

        files = together(tmp_path, {"x.po": gone.replace("Yes", "Major", 1)}, {"x.po": [("x#c", "是"), ("x#d", "是")]})
        assert [row[3] for row in rows_of(files["x.po"])] == [True, True, False, False]

    def test_a_new_file_has_the_header_of_the_one_it_comes_from(self, tmp_path: Path) -> None:
        """The translator is the same."""
        (tmp_path / "en.po").write_text(
            HEADER.replace("handbook translate", "Li <li@example.cn>") + entry("x#a", "甲", "A")
        )
        files = merge({tmp_path / "en.po": [], tmp_path / "x.po": [("x#a", "甲")]}, DAY)

        assert "Last-Translator: Li <li@example.cn>" in (files[tmp_path / "x.po"].content or "")


def test_what_has_no_letter_is_the_same_in_english(tmp_path: Path) -> None:
    """A telephone number needs no translator, neither when it is new nor when it has changed."""
    before = entry("x#a", "0571-0000-0000", "0571-0000-0000")
    after, counts = merged(tmp_path, before, [("x#a", "0571-0000-1111"), ("x#b", "8:00-20:00"), ("x#c", "3 天")])

    assert rows(after) == [
        ("x#a", "0571-0000-1111", "0571-0000-1111", False, False),
        ("x#b", "8:00-20:00", "8:00-20:00", False, False),
        ("x#c", "3 天", "", False, False),
    ]
    assert (counts.missing, counts.fuzzy) == (1, 0)
