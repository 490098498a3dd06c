"""Names of the house: a list of whom to mask in free texts besides those whom the copies name."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from filled.lists.names import names_of_house
from schemas.findings import HandbookError
from schemas.masking import masked


def house(folder: Path, text: str, name: str = "names.txt") -> Path:
    """A list as a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


_SAID = {
    "江河来了，江总说路遥在": "**来了，**说**在",
    "方女士、方总、老方、小方、方圆": "***、**、**、**、**",
    "方 圆签字，方案不变": "***签字，方案不变",
    "Mr Fang, FANG YUAN, Yuan": "*******, *********, ****",
    "向前说，向左走": "**说，向左走",
    "克里斯托弗·诺兰要发票，诺兰先生": "********要发票，****",
}


@pytest.mark.parametrize("said", _SAID)
def test_every_name_is_masked_alone_and_with_a_title(tmp_path: Path, said: str) -> None:
    """Names that are words, names of other countries, and what their bearers are called."""
    names = "方圆\n江河\n路遥\n向前\n克里斯托弗·诺兰\nFang Yuan\n"
    known, remarks = names_of_house(house(tmp_path, names))

    assert remarks == ()
    assert masked(said, known) == _SAID[said]


def test_a_table_gives_its_first_column(tmp_path: Path) -> None:
    """With a head or without, as CSV or as a workbook; one name alone is a list."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["姓名", "岗位"], ["江河", "保安"]):
        book.active.append(row)
    book.save(tmp_path / "names.xlsx")
    paths = [
        tmp_path / "names.xlsx",
        house(tmp_path, "江河", "one.txt"),
        house(tmp_path, "Full name,Post\n江河,guard\n", "names.csv"),
        house(tmp_path, "江河,保安\n路遥,保洁\n", "bare.csv"),
    ]

    for path in paths:
        assert masked("江河的姓名、岗位", names_of_house(path)[0]) == "**的姓名、岗位"


def test_what_is_no_name_is_refused_by_its_row(tmp_path: Path) -> None:
    """Never left out in silence, and never quoted: the row is said."""
    with pytest.raises(HandbookError) as refused:
        names_of_house(house(tmp_path, "方\n江河\n江河，路遥\n13800001111\n业主\nA, B\n"))

    assert refused.value.say("zh") == (
        "names.txt：不是姓名：第 1 行、第 3 行、第 4 行、第 5 行、第 6 行；第一列一行写一个，2 到 24 个字，不带数字"
    )
    assert refused.value.say("en") == (
        "names.txt: not a name: row 1, row 3, row 4, row 5, row 6; write one a row, in the first column, of 2 to 24 "
        "characters without digits"
    )


def test_of_many_that_are_none_the_first_are_named(tmp_path: Path) -> None:
    """And how many there are."""
    with pytest.raises(HandbookError) as refused:
        names_of_house(house(tmp_path, "1\n" * 14))

    assert "第 12 行，等 14 行；" in refused.value.say("zh")
    assert "row 12, 14 in all; " in refused.value.say("en")
