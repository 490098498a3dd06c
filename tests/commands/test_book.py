"""`handbook form --book`: a register as a book, and what is said where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.calling import handbook
from tests.schemas.content import LIBRARY

KEYS = "GT-R-KF-13"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library, copied: what is remembered of it stands beside it."""
    return Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("book") / "root"))


def test_a_book(small: Path, tmp_path: Path) -> None:
    """It is one file, in a folder under a name of its own, in either language; nothing there is written over."""
    for lang, name in (
        ("zh", f"{KEYS}-key-loan-register-blank-book.docx"),
        ("en", f"{KEYS}-key-loan-register-blank.en-book.docx"),
    ):
        words = ("form", KEYS, "--book", "--lang", lang, "-o", str(tmp_path / "books"))
        said, again = handbook(*words, root=small), handbook(*words, root=small)

        assert said.code == 0, said.err
        assert said.out == f"{tmp_path / 'books' / name}\n"
        assert (again.code, again.err) == (
            1,
            (
                f"handbook: {tmp_path / 'books' / name} exists already; nothing was written. "
                "Take another name, or add --overwrite\n"
            ),
        )


@pytest.mark.parametrize(
    ("lang", "why"),
    [
        (
            "zh",
            (
                "handbook: 《业主意见征询表》不是登记簿用的表：要只有一张一行一件的登记表，旁边只有填空、说明和签字，"
                "也不交给业主。这本手册里可以装订成册的：GT-R-KF-13、GT-R-KF-26、SC-GT-01、SC-GT-04\n"
            ),
        ),
        (
            "en",
            (
                "handbook: Resident opinion survey is no register to be bound: that has one table with a line for each "
                "case, beside it only fields, notes and signatures, and is not handed to residents. In this handbook "
                "these can be bound: GT-R-KF-13, GT-R-KF-26, SC-GT-01, SC-GT-04\n"
            ),
        ),
    ],
)
def test_no_register(small: Path, tmp_path: Path, lang: str, why: str) -> None:
    """A form that is no register says what one is, and which there are."""
    said = handbook("form", "GT-R-KF-28", "--book", "-o", str(tmp_path / "a.docx"), root=small, lang=lang)

    assert (said.code, said.out, said.err) == (1, "", why)


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ((KEYS, "--book", "--pages", "0"), "--pages 要在 1 到 400 之间。", "--pages takes 1 to 400."),
        ((KEYS, "--book", "--pages", "401"), "--pages 要在 1 到 400 之间。", "--pages takes 1 to 400."),
        ((KEYS, "--pages", "3"), "--pages 要和 --book 一起用。", "--pages goes with --book."),
        (
            (KEYS, "GT-R-KF-26", "--book"),
            "--book 一次只做一张登记表，这里有 2 张。",
            "--book takes one register, and these are 2.",
        ),
        (
            (KEYS, "--book", "--serial", "1"),
            "--book 是装订好手写的，不和 --fill、--from、--serial、--count、--parts 一起用。",
            "A --book is bound and written by hand: it does not go with --fill, --from, --serial, --count or --parts.",
        ),
    ],
)
def test_wrong_usage(small: Path, tmp_path: Path, words: tuple[str, ...], zh: str, en: str) -> None:
    """What cannot be meant is refused, in either language."""
    for lang, why in (("zh", zh), ("en", en)):
        said = handbook("form", *words, "-o", str(tmp_path / "a.docx"), root=small, lang=lang)

        assert (said.code, said.err) == (2, f"{why}\n")
