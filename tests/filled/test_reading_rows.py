"""Rows of registers, copies whose tags are gone, and which files are read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filled.filling import fill_form
from filled.reading import is_form_file, read_form
from schemas.limits import MOST_ROWS, MOST_TOLD
from schemas.loader import load_library
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import change
from tests.schemas.content import KEYS, Content

SAMPLE = filled.everything()
WORKERS = [{"name": "张三", "kind": "wood"}, {"name": "李四", "fee": "3.50", "pass": True}]
VALUES: dict[str, Any] = {
    "head": {"room": "1-101", "long": "一\n二", "grade": "c", "way": "firm", "works": ["wall", "gas"]},
    "lead": {"where": "楼下", "way": "card"},
    "workers": WORKERS,
    "checks": {"bath": {"result": "ok", "remark": "好"}},
    "signed": {"owner": {"signed": "王五", "date": "2026-02-05"}},
}  # fmt: skip
COPY = fill_form(SAMPLE.library, SAMPLE.entry, VALUES)
WHOLE = filled.read(SAMPLE, COPY).values
ROW = re.compile(r"<w:sdt><w:sdtPr><w:id w:val=\"\d+\"/><w15:repeatingSectionItem/>.*?</w:tr></w:sdtContent></w:sdt>")


def drop_tags(document: str) -> str:
    """What LibreOffice 7.4 leaves: no tags, and bookmarks inside their controls."""
    document = re.sub(r'<w:tag w:val="[^"]*"/>', "", document)
    moved = re.sub(r"(<w:bookmarkStart [^>]*/>)(<w:sdt>.*?<w:sdtContent>)", r"\2\1", document)
    return re.sub("<w15:repeatingSection(Item)?/>", "", moved)


def drop_controls(document: str) -> str:
    """No controls at all: only what they held, between the ends of their bookmarks."""
    return re.sub(r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>", "", document)


def drop_bookmarks(row: int) -> Callable[[str], str]:
    """An edit: the bookmarks of one row are gone, as in a row that was added in Word."""

    def edit(document: str) -> str:
        return re.sub(rf'<w:bookmarkStart w:id="\d+" w:name="f_workers__\w+__{row}"/>', "", document)

    return edit


class TestRows:
    def test_too_many(self) -> None:
        """Of 14,000 rows a thousand are read; how many there are is said, and of what they lack the first hundred."""

        def add(document: str) -> str:
            row = (
                '<w:tr><w:tc><w:p><w:sdt><w:sdtPr><w:tag w:val="workers.name"/></w:sdtPr><w:sdtContent><w:r><w:t>丁'
                "</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:tr>"
            )
            end = [*ROW.finditer(document)][-1].end()
            return document[:end] + row * 14_000 + document[end:]

        back = filled.read(SAMPLE, change(COPY, add))
        printed = SAMPLE.blanks.registers["workers"].rows

        assert len(back.rows["workers"]) == MOST_ROWS - printed + len(WORKERS)
        assert back.mistakes[0].say("en").endswith(f"there are {14_000 + printed} rows; 1000 at most are expected")
        assert (len(back.mistakes), back.mistakes[-1].rule) == (MOST_TOLD + 1, "more-mistakes")

    def test_added_in_word(self) -> None:
        """Rows that Word adds, alike in tags and without bookmarks, are read where they stand."""

        def add(document: str) -> str:
            second = [*ROW.finditer(document)][1]
            bare = re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", second[0])
            return document[: second.end()] + bare.replace("李四", "赵六") * 2 + document[second.end() :]

        names = [row["name"] for row in filled.read(SAMPLE, change(COPY, add)).values["workers"]]

        assert names == ["张三", "李四", "赵六", "赵六"]

    def test_deleted_while_changes_are_tracked(self) -> None:
        """A row that is struck out is not read."""

        def strike(document: str) -> str:
            first = ROW.search(document)
            assert first is not None
            struck = first[0].replace("<w:trPr>", '<w:trPr><w:del w:id="9000" w:author="a"/>')
            return document.replace(first[0], struck)

        names = [row["name"] for row in filled.read(SAMPLE, change(COPY, strike)).values["workers"]]

        assert names == ["李四"]

    def test_taken_away(self) -> None:
        """A register whose printed rows were partly taken away has no mistake."""
        back = filled.read(SAMPLE, change(COPY, lambda document: document.replace([*ROW.finditer(document)][3][0], "")))

        assert (back.values, [m for m in back.mistakes if m.rule != "required"]) == (WHOLE, [])


class TestBookmarks:
    def test_without_tags(self) -> None:
        """Without tags everything is read by bookmarks, and the copy says so once."""
        back = filled.read(SAMPLE, change(COPY, drop_tags))

        assert back.values == WHOLE
        assert [note.say("en") for note in back.notes if note.rule != "typed-name"] == [
            "the program that saved it dropped the tags of controls, as LibreOffice 7 does; it was read by bookmarks"
        ]

    def test_empty_without_tags(self) -> None:
        """Hints are no answers in a copy without tags, even where their flags are gone too."""
        empty = fill_form(SAMPLE.library, SAMPLE.entry, {})

        back = filled.read(
            SAMPLE, change(empty, drop_tags, lambda document: document.replace("<w:showingPlcHdr/>", ""))
        )

        assert back.values == filled.read(SAMPLE, empty).values

    def test_without_controls(self) -> None:
        """Where only the bookmarks are left, the text between their ends counts, and the boxes as they are drawn."""
        back = filled.read(SAMPLE, change(COPY, drop_tags, drop_controls))

        assert back.values == WHOLE

    def test_empty_bookmark(self) -> None:
        """A bookmark that holds nothing stands for the text of its cell."""
        bare = re.compile(r'(<w:bookmarkStart w:id="(\d+)" w:name="f_head__room"/>)(.*?)(<w:bookmarkEnd w:id="\2"/>)')

        back = filled.read(SAMPLE, change(COPY, drop_controls, lambda document: bare.sub(r"\1\4\3", document)))

        assert back.values["head"]["room"] == "1-101"

    def test_row_without_bookmarks(self) -> None:
        """A row without tags and bookmarks is read by the columns of the rows that have them."""
        back = filled.read(SAMPLE, change(COPY, drop_bookmarks(2), drop_tags))

        assert back.values == WHOLE


class TestFiles:
    def test_moved_form(self, content: Content) -> None:
        """A copy of a form that was renamed since is read, because the form says what it was called; it is current."""
        library = content.library()
        entry = library.find("GT-R-KF-13", "greentown-after-sales")
        assert entry is not None
        copy = fill_form(library, entry, {"head": {"serial": "7"}})
        old, new = (content.root / KEYS, (content.root / KEYS).with_name("key-register.yaml"))
        new.write_text(old.read_text("utf-8") + "formerly: [forms/key-loan-register]\n", "utf-8")
        old.unlink()

        back = read_form(load_library(content.root).require(), copy)

        assert (back.form, back.values["head"]["serial"]) == ("greentown-after-sales/forms/key-register", "7")
        assert (back.is_current, back.notes) == (True, ())

    def test_which_files(self) -> None:
        """Of a folder, documents are read; lock files of word processors and hidden files are not."""
        names = ["a.docx", "B.DOCX", "~$a.docx", ".~lock.a.docx#", ".hidden.docx", "a.doc", "a.pdf"]

        assert [name for name in names if is_form_file(Path(name))] == ["a.docx", "B.DOCX"]

    def test_json(self) -> None:
        """As JSON a copy has strings for dates and numbers, lists for choices, and masked personal values."""
        back = filled.read(SAMPLE, fill_form(SAMPLE.library, SAMPLE.entry, VALUES | {"lead": {"deposit": "12.5"}}))
        values = back.as_json("zh")["values"]

        assert values["lead"] == {"deposit": "12.50", "read": False}
        assert values["head"]["works"] == ["wall", "gas"]
        assert values["signed"] == {"owner": {"signed": "王*", "date": "2026-02-05"}}
        assert back.as_json("zh", show_personal=True)["values"]["signed"]["owner"]["signed"] == "王五"
        assert json.loads(json.dumps(back.as_json("en")))["title"] == str(SAMPLE.entry.record.title)
