"""`handbook export`: which course, which file, and what it says."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.commands.calling import handbook
from tests.generators.sites import make_root
from tests.schemas.content import COURSE, Content

NAMED = "greentown-after-sales.front-desk-induction"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with the styles of the site."""
    return make_root(tmp_path / "root")


@pytest.mark.parametrize(
    ("course", "words", "name"),
    [
        ("front-desk-induction", ("--as", "scorm"), f"{NAMED}.zip"),
        ("客服前台上岗", ("--as", "gift"), f"{NAMED}.gift"),
        ("Front-desk induction", ("--as", "moodle", "--lang", "en"), f"{NAMED}.en.xml"),
        ("greentown-after-sales/courses/front-desk-induction", ("--as", "anki"), f"{NAMED}.apkg"),
    ],
)
def test_a_course_is_written(root: Path, tmp_path: Path, course: str, words: tuple[str, ...], name: str) -> None:
    """By id, title or address, as each format, into a folder."""
    said = handbook("export", course, *words, "-o", str(tmp_path / "out"), root=root)

    path, told = said.out.splitlines()
    assert (said.code, path, said.err) == (0, str(tmp_path / "out" / name), "")
    assert re.fullmatch(r"\d\d+ items\..*", told)
    assert (tmp_path / "out" / name).stat().st_size > 1000


def test_what_is_left_out_is_said(root: Path, tmp_path: Path) -> None:
    """With its number, in the language of the user."""
    content = Content(root)
    content.change(
        COURSE, "    topic: keys\n    ask: 业主的弟弟", "    topic: keys\n    private: true\n    ask: 业主的弟弟"
    )

    words = ("export", "front-desk-induction", "--as", "scorm", "-o", str(tmp_path / "course.zip"))
    chinese, english = (handbook(*words, root=root, lang=lang) for lang in ("zh", "en"))

    assert chinese.out.partition("\n")[2].lstrip("0123456789") == (
        " 道题。没有导出的：1 道留作考试；1 段话术、排障只能读，演练在手册网站上做；"
        "2 张表只能看，填写在手册网站上做。\n"
    )
    assert english.out.partition("\n")[2].lstrip("0123456789") == (
        " items. Left out: 1 kept for exams; 1 script or fault tree to read only; it is played on the handbook's own "
        "site; 2 forms to look at only; they are filled on the handbook's own site.\n"
    )
    with zipfile.ZipFile(tmp_path / "course.zip") as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert "业主的弟弟来借备用钥匙".encode() not in whole


@pytest.mark.parametrize(
    ("course", "said"),
    [
        (
            "front-desk-inductoin",
            "handbook: there is no 'front-desk-inductoin'. Did you mean 'front-desk-induction'?\n",
        ),
        (
            "GT-R-KF-13",
            "handbook: 'GT-R-KF-13' is a form; a course is expected here. Name one by its code, title or address.\n",
        ),
    ],
)
def test_what_is_no_course(root: Path, tmp_path: Path, course: str, said: str) -> None:
    """Nothing is written."""
    told = handbook("export", course, "--as", "gift", "-o", str(tmp_path / "out"), root=root)

    assert (told.code, told.err) == (1, said)
    assert not (tmp_path / "out").exists()


def test_a_title_of_two_courses(root: Path, tmp_path: Path) -> None:
    """Their addresses are named."""
    content = Content(root)
    shutil.copy(content.root / COURSE, (content.root / COURSE).with_name("night.yaml"))
    told = handbook("export", "客服前台上岗", "--as", "gift", "-o", str(tmp_path / "out"), root=root, lang="zh")

    assert told.code == 1
    assert told.err == (
        "handbook: “客服前台上岗”可以是几门课。写出地址：客服前台上岗"
        "（greentown-after-sales/courses/front-desk-induction）、客服前台上岗（greentown-after-sales/courses/night）。\n"
    )


def test_a_course_without_items(root: Path, tmp_path: Path) -> None:
    """A question bank would have nothing in it."""
    content = Content(root)
    course = "title: 空课\nrole: front-desk\nlevel: 上岗\nmodules: [{id: talk, title: 谈话, shifts: 1}]\n"
    (content.root / COURSE).with_name("empty.yaml").write_text(course, "utf-8")
    told = handbook("export", "empty", "--as", "anki", "-o", str(tmp_path / "out"), root=root)

    assert told.code == 1
    assert told.err == (
        "handbook: 'empty' has no item that can be exported. Items are computed from the records that "
        "its modules read; where all of them are drafts the course has to say drafts: true.\n"
    )


def test_an_ending_of_something_else(root: Path, tmp_path: Path) -> None:
    """A file is named as what it is."""
    told = handbook("export", "front-desk-induction", "--as", "scorm", "-o", str(tmp_path / "course.xml"), root=root)

    assert (told.code, told.err) == (
        2, f"The file name must end in .zip, or name a folder: {tmp_path / 'course.xml'}\n",
    )  # fmt: skip


def test_a_deck_of_a_given_moment_is_the_same(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SOURCE_DATE_EPOCH`, as for anything that is built to be built again."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    decks = []
    for name in ("one.apkg", "two.apkg"):
        handbook("export", "front-desk-induction", "--as", "anki", "-o", str(tmp_path / name), root=root)
        decks.append((tmp_path / name).read_bytes())

    assert decks[0] == decks[1]
