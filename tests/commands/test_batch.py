"""`handbook form` by the hundred: from a list, numbered, in copies; nothing is written unless all of it fits."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generators.printing.pdf import page_count
from tests.commands.calling import handbook
from tests.schemas.content import LIBRARY

SURVEY = "GT-R-KF-28"


def listed(tmp_path: Path, *lines: str) -> str:
    """A list of these lines, as CSV."""
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library, copied: what is remembered of it stands beside it."""
    return Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("batch") / "root"))


def part(docx: bytes, name: str) -> bytes:
    """A part of a Word file."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return archive.read(name)


def test_a_form_a_row(small: Path, tmp_path: Path) -> None:
    """Each row is a form that reads back as it was filled, with its number in the field and in its QR code."""
    source, out = listed(tmp_path, "房号,attitude", "3-1-101,满意", "3-1-102,neutral"), tmp_path / "out"
    said = handbook("form", SURVEY, "--from", source, "--serial", "A-09", "-o", str(out), root=small, lang="zh")

    assert (said.code, said.err) == (0, "清单里没有这些必填栏，留空由人填：截止日期\n")
    names = [f"GT-R-KF-28-opinion-survey-A-{number}.docx" for number in ("09", "10")]
    assert said.out == "".join(f"{out / name}\n" for name in names)
    read = handbook("read", str(out), "--json", "--show-personal", root=small)
    values = [json.loads(line)["values"] for line in read.out.splitlines()]
    assert [(value["who"]["serial"], value["who"]["room"], value["ratings"]) for value in values] == [
        ("A-09", "3-1-101", {"attitude": "satisfied"}),
        ("A-10", "3-1-102", {"attitude": "neutral"}),
    ]
    docx = (out / names[1]).read_bytes()
    printed = json.loads(read.out.splitlines()[1])["printed"]
    assert f"GT-R-KF-28 1 {printed} A-10".encode() in part(docx, "word/footer1.xml")
    first = (out / names[0]).read_bytes()
    assert part(first, "word/media/qr.png") != part(docx, "word/media/qr.png")


def test_everything_that_is_wrong(small: Path, tmp_path: Path) -> None:
    """Every value that does not fit is told with its row and column, numbers that are there twice too."""
    source = listed(tmp_path, "serial,phone,ratings.attitude", "1,123,满意", "2,,很好", "1,13800001111,")
    out = tmp_path / "out.zip"
    said = handbook("form", SURVEY, "--from", source, "-o", str(out), root=small, lang="zh")

    assert (said.code, said.out, out.exists()) == (1, "", False)
    assert said.err.splitlines() == [
        "清单里没有这些必填栏，留空由人填：截止日期",
        (
            "第 2 行 B 列：“电话（可不填）”：填的是“（个人信息，已隐去）”，"
            "应为 11 位手机、带区号的座机，或 3～6 位短号、分机号"
        ),
        "第 3 行 C 列：“接待态度”：填的是“很好”，应为其中一项：满意、一般、不满意、未接触",
        "第 4 行 A 列：编号“1”与第 2 行相同",
        "清单有 3 处要改，一张表也没有写",
    ]


def test_the_same_row_twice(small: Path, tmp_path: Path) -> None:
    """Rows without a number that are the same are told, and filled all the same."""
    source = listed(tmp_path, "room", "3-1-101", "3-1-101")
    said = handbook("form", SURVEY, "--from", source, "-o", str(tmp_path / "o.zip"), root=small)

    assert (said.code, said.err) == (
        0, "row 3: it is the same as row 2\nrequired fields that the list does not have stay blank: Closing date\n",
    )  # fmt: skip


def test_blank_and_numbered(small: Path, tmp_path: Path) -> None:
    """Blank sheets to print carry their number where a hand would write it; what is there is not written over."""
    words = ("form", SURVEY, "--blank", "--serial", "2026-A-001", "--count", "3", "-o", str(tmp_path / "s.zip"))
    said = handbook(*words, root=small)
    again = handbook(*words, root=small, lang="zh")

    assert said.code == 0, said.err
    with zipfile.ZipFile(tmp_path / "s.zip") as archive:
        sheets = {name: archive.read(name) for name in archive.namelist()}
    assert list(sheets) == [f"GT-R-KF-28-opinion-survey-blank-2026-A-00{number}.docx" for number in (1, 2, 3)]
    for number, sheet in enumerate(sheets.values(), 1):
        assert part(sheet, "word/document.xml").decode().count(f">2026-A-00{number}<") == 1
    assert (again.code, again.err) == (
        1, f"handbook: {tmp_path / 's.zip'} 已经有了，没有写。换个名字，或加 --overwrite\n",
    )  # fmt: skip
    assert handbook(*words, "--overwrite", root=small).code == 0


def test_filled_beforehand_for_the_pen(small: Path, tmp_path: Path) -> None:
    """What a list says stands printed on sheets to write on; what is rated by hand cannot."""
    out = tmp_path / "one.docx"
    source = listed(tmp_path, "room", "3-1-101")
    said = handbook("form", SURVEY, "--blank", "--from", source, "-o", str(out), root=small)
    rated = listed(tmp_path, "attitude", "满意")
    refused = handbook("form", SURVEY, "--blank", "--from", rated, "-o", str(tmp_path / "x.docx"), root=small)

    assert said.code == 0, said.err
    assert ">3-1-101<" in part(out.read_bytes(), "word/document.xml").decode()
    assert (refused.code, refused.err.splitlines()[1]) == (
        1,
        (
            "row 1, column A: 'Manner of reception' is filled in by hand on a sheet to print and cannot be printed "
            "beforehand; leave out --blank or the column"
        ),
    )


def test_copies(handbook_root: Path, tmp_path: Path) -> None:
    """Each copy says which it is and for whom; a form without copies says that it has none."""
    form = handbook_root / "handbook/greentown-after-sales/forms/opinion-survey.yaml"
    block = "  - copies: {id: copies, items: {file: 第一联 存档, owner: 第二联 业主}}\nlast:"
    text = form.read_text(encoding="utf-8")
    without = handbook("form", SURVEY, "--parts", "-o", str(tmp_path / "a.zip"), root=handbook_root, lang="zh")
    form.write_text(text.replace("  - signatures:", block.removesuffix("last:") + "  - signatures:"), encoding="utf-8")
    words = ("form", SURVEY, "--blank", "--parts", "--serial", "7", "-o", str(tmp_path / "b.pdf"))
    said = handbook(*words, root=handbook_root)
    folder = handbook("form", SURVEY, "--parts", "-o", str(tmp_path / "c"), root=handbook_root)

    assert (without.code, without.err) == (1, "handbook: 《业主意见征询表》没有写一式几联，--parts 分不出来\n")
    assert said.code == 0, said.err
    assert page_count((tmp_path / "b.pdf").read_bytes()) == 2
    assert [Path(line).name for line in folder.out.splitlines()] == [
        "GT-R-KF-28-opinion-survey-1-file.docx",
        "GT-R-KF-28-opinion-survey-2-owner.docx",
    ]
    second = (tmp_path / "c" / "GT-R-KF-28-opinion-survey-2-owner.docx").read_bytes()
    assert " 第二联 业主 " in part(second, "word/header2.xml").decode()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("GT-R-KF-13", SURVEY, "--serial", "1"), "--from, --serial and --parts take one form, and these are 2.\n"),
        (
            (SURVEY, "--count", "3"),
            "--count goes with --serial, and not with --from: a list has a sheet for each row.\n",
        ),
        ((SURVEY, "--serial", "1", "--count", "0"), "--count takes 1 to 5,000.\n"),
        (
            (SURVEY, "--serial", "1", "--count", "2", "--blank"),
            "2 forms do not go into one Word file: {out}. Use .zip, .pdf, or name a folder.\n",
        ),
    ],
)
def test_wrong_usage(small: Path, tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    """What cannot be meant is refused with what could be."""
    out = tmp_path / "a.docx"
    said = handbook("form", *words, "-o", str(out), root=small)

    assert (said.code, said.err) == (2, why.format(out=out))


def test_no_place_for_a_number(small: Path, tmp_path: Path) -> None:
    """A form without a field for a number says which it has."""
    said = handbook("form", "duty-roster", "--serial", "001", "-o", str(tmp_path / "a.docx"), root=small)

    assert said.code == 1
    assert "has no field for a number, so its sheets cannot be numbered. Its fields: " in said.err


def test_what_came_back(small: Path, tmp_path: Path) -> None:
    """`report --range` ties the copies that came back to the numbers that were printed, and names the missing ones."""
    source = listed(tmp_path, "room,attitude", *(f"3-1-{100 + number},满意" for number in range(1, 9)))
    out = tmp_path / "out"
    handbook("form", SURVEY, "--from", source, "--serial", "A-01", "-o", str(out), root=small)
    for number in ("03", "04", "05"):
        (out / f"GT-R-KF-28-opinion-survey-A-{number}.docx").unlink()
    words = ("report", SURVEY, str(out), "--json", "-o", str(tmp_path / "r"))
    said = handbook(*words, "--range", "A-01..A-07", root=small, lang="zh")
    wrong = handbook(*words, "--range", "A-07..A-01", root=small)

    assert said.code == 0, said.err
    lines = said.out.splitlines()
    at = lines.index("印发 7 份（A-01 至 A-07），收回 4，没收回 3")
    assert lines[at + 1 : at + 3] == [
        "没收回的：A-03 至 A-05",
        "不在号段内：GT-R-KF-28-opinion-survey-A-08.docx（A-08）",
    ]
    kept = json.loads((tmp_path / "r" / "GT-R-KF-28-opinion-survey.json").read_text(encoding="utf-8"))["range"]
    assert (kept["came"], kept["missing"]) == (["A-01", "A-02", "A-06", "A-07"], ["A-03", "A-04", "A-05"])
    assert wrong.code == 1
    assert wrong.err == (
        "handbook: the range 'A-07..A-01' is not understood; write it like 2026-A-001..200 or 2026-A-001..2026-A-200\n"
    )


def test_nobody_in_a_list_is_named_by_a_message(small: Path, tmp_path: Path) -> None:
    """A list is of many people, and what a terminal says may be kept: rows and columns tell where, without names."""
    source = listed(
        tmp_path, "serial,phone,ratings.attitude", "1,139,业主王某13800001111说好", "2,13911112222x,Priya Patel"
    )
    said = handbook("form", SURVEY, "--from", source, "-o", str(tmp_path / "out"), root=small, lang="zh")

    assert said.code == 1
    assert not any(secret in said.out + said.err for secret in ("13800001111", "13911112222", "王某", "Priya", "Patel"))
    assert said.err.count("***") >= 2
