"""`handbook sheet`: sheets of one page where they are wanted, and what is said where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.commands.calling import handbook
from tests.schemas.content import COMPLAINTS, LIBRARY, Content


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library, copied: what is remembered of it stands beside it."""
    return Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("sheet") / "root"))


def test_sheets_in_a_folder_and_in_one_file(small: Path, tmp_path: Path) -> None:
    """In a folder each has its code, id and language in its name; in a PDF one comes after the other."""
    words = ("sheet", "cards/fire", "GT-BF-KF-001", "--lang", "en")
    folder = handbook(*words, "-o", str(tmp_path / "out"), root=small)
    one = handbook(*words, "-o", str(tmp_path / "all.pdf"), root=small)

    assert (folder.code, folder.err, one.err) == (0, "", "")
    names = ("fire-sheet.en.pdf", "GT-BF-KF-001-complaint-handling-sheet.en.pdf")
    assert folder.out.splitlines() == [str(tmp_path / "out" / name) for name in names]
    with pdfium.PdfDocument(tmp_path / "all.pdf") as document:
        assert len(document) == 2


@pytest.mark.parametrize(
    ("words", "lang", "code", "said"),
    [
        (
            ("cards/fire", "--handbook", "nobody"), "zh", 1,
            "handbook: 手册 nobody 不用《火警》这张应急卡。用它的：greentown-after-sales\n",
        ),
        (
            ("cards/fire", "--handbook", "nobody"), "en", 1,
            "handbook: the handbook nobody does not use the card “Fire”. These do: greentown-after-sales\n",
        ),
        (
            ("cards/fire", "-o", "a.docx"), "zh", 2,
            "不认识文件名的结尾 .docx：a.docx。用 .pdf、.zip，或写一个文件夹。\n",
        ),
        (
            ("cards/fire", "-o", "a.docx"), "en", 2,
            "The ending .docx is not known: a.docx. Use .pdf, .zip, or name a folder.\n",
        ),
        (
            ("GT-R-KF-13",), "zh", 1,
            ("handbook: “GT-R-KF-13”是表单，这里要规程、话术或应急卡。"
             "写规程、话术或应急卡的编号、标题或地址。\n"),
        ),
    ],
)  # fmt: skip
def test_what_is_refused(small: Path, words: tuple[str, ...], lang: str, code: int, said: str) -> None:
    """A handbook that does not use the card, a file of another sort, and a record that has no sheet."""
    answer = handbook("sheet", *words, root=small, lang=lang)

    assert (answer.code, answer.out, answer.err) == (code, "", said)


@pytest.mark.parametrize(
    ("lang", "pages", "missing"),
    [
        ("zh", "《{}》一页放不下，做成 2 页：双面打印。\n", "《{}》里有字体没有的字符，会印成方框：🔥。换成文字。\n"),
        (
            "en", "“{}” does not fit on one page and takes 2: print it on both sides.\n",
            "“{}” has characters that the font has not, which are printed as boxes: 🔥. Put them in words.\n",
        ),
    ],
)  # fmt: skip
def test_what_is_told(tmp_path: Path, lang: str, pages: str, missing: str) -> None:
    """That a procedure takes two pages, and that a character would be a box."""
    copy = Content(Path(shutil.copytree(LIBRARY, tmp_path / "root")))
    copy.change(COMPLAINTS, "处理完了，您看过了吗", "处理完了🔥，您看过了吗" * 300)
    answer = handbook("sheet", "complaint-handling", "-o", str(tmp_path), root=copy.root, lang=lang)
    title = {"zh": "客户投诉处理管理办法", "en": "Handling customer complaints"}[lang]

    assert (answer.code, answer.err) == (0, pages.format(title) + missing.format(title))
    with pdfium.PdfDocument(tmp_path / "GT-BF-KF-001-complaint-handling-sheet.pdf") as document:
        assert len(document) == 2
