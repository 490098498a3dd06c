"""Copies of another edition, and copies of the present one that were printed before their sheet was last changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from filled.filling import fill_form
from filled.reading import read_form
from generators.docx.printed import printed_fingerprint
from schemas.filled import Filled
from schemas.findings import HandbookError
from schemas.fingerprint import fingerprint
from schemas.form import Form
from schemas.library import Library
from schemas.loader import load_library
from tests.filled.filled_samples import change
from tests.schemas.content import KEYS, KEYS_CATALOGUE, TITLE_PAGE, Content

KEY_REGISTER = "greentown-after-sales/forms/key-loan-register"


@pytest.fixture
def before(content: Content) -> tuple[Content, bytes]:
    """A root, and a copy of its key register before the register was changed."""
    library = content.library()
    entry = library.find("GT-R-KF-13", "greentown-after-sales")
    assert entry is not None
    copy = fill_form(library, entry, {"head": {"serial": "7"}, "loans": [{"room": "1-101", "qty": 2}]})
    content.change(KEYS, "{id: qty, title: 数量", "{id: pieces, title: 把数")
    return content, copy


def snapshot(library: Library, path: Path) -> None:
    """Every form of *library* as a release writes it."""
    records = {
        entry.address: entry.record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for entry in library.of_kind("forms")
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"handbook": path.parent.name, "edition": path.stem, "records": records}), "utf-8")


class TestEditions:
    def test_not_kept(self, before: tuple[Content, bytes]) -> None:
        """A copy of an edition that is not kept says which one it is, and is read by what matches."""
        content, copy = before

        back = read_form(content.library(), copy)

        assert back.values["loans"] == ({"room": "1-101"},)
        said = [note.say("zh") for note in back.notes]
        assert said[0].startswith(f"这份表是另一版（第 1 版，指纹 {back.printed}），库里没有存那一版；")
        assert "“数量”：“（个人信息，已隐去）”填在本表没有的栏目（loans.qty）里" in said
        assert not back.is_current
        assert "place-gone" not in {mistake.rule for mistake in back.mistakes}

    def test_kept(self, before: tuple[Content, bytes], tmp_path: Path, library: Library) -> None:
        """A copy of an edition of which there is a snapshot is read by that one."""
        content, copy = before
        snapshot(library, content.root / "editions" / "greentown-after-sales" / "A1.json")

        back = read_form(content.library(), copy)

        assert [row["qty"] for row in back.values["loans"]] == [2]
        assert [note.rule for note in back.notes] == ["kept-edition"]

    def test_other_snapshots(self, before: tuple[Content, bytes]) -> None:
        """A snapshot in which the form is another one does not count."""
        content, copy = before
        snapshot(content.library(), content.root / "editions" / "greentown-after-sales" / "A2.json")

        assert read_form(content.library(), copy).notes[0].rule == "other-edition"

    @pytest.mark.parametrize("text", ["{", "[" * 200_000, "9" * 10_000, "NaN", '{"records": 1}', "\0"])
    def test_damaged(self, before: tuple[Content, bytes], text: str) -> None:
        """A snapshot that cannot be read is named."""
        content, copy = before
        content.write("editions/greentown-after-sales/A1.json", text)

        with pytest.raises(HandbookError) as raised:
            read_form(content.library(), copy)
        assert raised.value.say("en") == (
            "the snapshot editions/greentown-after-sales/A1.json cannot be read; release that edition again"
        )

    def test_snapshot_keeps_the_fingerprint(self, library: Library) -> None:
        """A form written to a snapshot and read from it has the same fingerprint."""
        project = load_library(Path(__file__).parents[2]).library
        assert project is not None
        for entry in (*library.of_kind("forms"), *project.of_kind("forms")):
            dumped = json.dumps(entry.record.model_dump(mode="json", by_alias=True, exclude_defaults=True))
            assert fingerprint(Form.model_validate(json.loads(dumped))) == entry.fingerprint, entry.address


LENT: dict[str, Any] = {
    "head": {"month": "2026-01", "serial": "7"},
    "loans": [
        {
            "room": "1-101", "qty": "2", "authorised": "letter", "borrower": "张三", "phone": "13800001111",
            "out": "2026-01-05 09:00", "due": "2026-01-06 09:00", "lender": "李四",
        }
    ],
}  # fmt: skip


def lent(content: Content, lang: str) -> bytes:
    """A copy of the key register that is as it should be."""
    view = content.library().view(lang)
    entry = view.find("GT-R-KF-13", "greentown-after-sales")
    assert entry is not None
    return fill_form(view, entry, LENT)


def notes(back: Filled, lang: str) -> list[str]:
    """What is said about a copy as a whole."""
    return [note.say(lang) for note in back.notes if not note.block]


class TestPrintings:
    """The definition is the present one; the sheet that was printed of it need not be."""

    def test_reworded_english(self, content: Content) -> None:
        """English words that were changed since leave the Chinese copy current; the English one is read in full, as by
        the present definition, with a note that it is an older sheet.
        """
        chinese, english = lent(content, "zh"), lent(content, "en")
        content.change(KEYS_CATALOGUE, 'msgstr "Letter"', 'msgstr "Written authority"')
        library = content.library()
        now = printed_fingerprint(library.view("en"), library.view("en").entries[KEY_REGISTER])

        current, older = read_form(library, chinese), read_form(library, english)

        rest = "its fields are still the same, and it was read by the present ones"
        assert (current.is_current, notes(current, "zh")) == (True, [])
        assert [older.as_json("en")[key] for key in ("printed", "current")] == [older.printed, False]
        assert (older.is_current, older.mistakes) == (False, ())
        assert older.values["loans"] == current.values["loans"]
        assert notes(older, "zh") == [
            f"这份表是按以前的表样印的（指纹 {older.printed}，现行的是 {now}），栏目没有变，按现行的读"
        ]
        assert notes(older, "en") == [
            f"this copy was printed before its sheet was last changed (fingerprint {older.printed}, now {now}); {rest}"
        ]

    def test_another_project_name(self, content: Content) -> None:
        """What a sheet takes from elsewhere counts: with another project name it is an older sheet."""
        copy = lent(content, "zh")
        content.change(TITLE_PAGE, "name: 示范园区", "name: 新园区")

        back = read_form(content.library(), copy)

        assert not back.is_current
        assert [note.rule for note in back.notes if not note.block] == ["older-print"]

    def test_what_is_not_printed(self, content: Content) -> None:
        """Another question that leads to the form, another owner or day of review: the sheet stays current."""
        copy = lent(content, "zh")
        content.change(KEYS, "asks: [", "asks: [钥匙借给装修队怎么记, ")
        content.change(KEYS, "review_by: 2027-01-15", "review_by: 2027-02-15")

        back = read_form(content.library(), copy)

        assert (back.is_current, notes(back, "zh")) == (True, [])

    def test_what_is_not_printed_but_defined(self, content: Content) -> None:
        """A total that is counted differently makes another definition; the sheet looks the same and stays current."""
        copy = lent(content, "zh")
        content.change(KEYS, "where: {back: empty}}", "where: {due: empty}}")

        back = read_form(content.library(), copy)

        assert back.is_current
        assert [note.rule for note in back.notes if not note.block] == ["other-edition"]

    def test_copies_that_do_not_say_how_they_were_printed(self, content: Content) -> None:
        """A copy that has only the fingerprint of its definition is current as long as that is."""
        copy = change(lent(content, "zh"), drop_printed, part="docProps/custom.xml")

        current = read_form(content.library(), copy)
        content.change(KEYS, "{id: qty, title: 数量", "{id: qty, title: 把数")
        older = read_form(content.library(), copy)

        assert (current.printed, current.is_current, notes(current, "zh")) == ("", True, [])
        assert (older.is_current, older.values["loans"]) == (False, current.values["loans"])
        assert notes(older, "zh")[0].startswith(f"这份表是另一版（第 1 版，指纹 {older.fingerprint}），")


def drop_printed(properties: str) -> str:
    """An edit: the file does not say how it was printed."""
    return re.sub(r'<property [^>]*name="printed">.*?</property>', "", properties)
