"""`handbook form` on the handbooks of this repository."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.commands.running import handbook

ROOT = Path(__file__).parents[2]


def test_writes_the_file_that_is_named(tmp_path: Path) -> None:
    """A code and a file name give that file, and its path is printed."""
    path = tmp_path / "complaints.docx"
    said = handbook("form", "GT-R-KF-26", "-o", str(path), root=ROOT)

    assert (said.code, said.out) == (0, f"{path}\n")
    assert "word/document.xml" in zipfile.ZipFile(path).namelist()


def test_several_forms_go_into_a_folder(tmp_path: Path) -> None:
    """Codes, ids and addresses may be mixed; each file has the name that the build gives it."""
    names = ["GT-R-KF-13", "complaint-report", "greentown-after-sales/forms/opinion-survey"]
    said = handbook("form", *names, "--blank", "--lang", "en", "-o", str(tmp_path / "out"), root=ROOT)

    assert said.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "GT-R-KF-13-key-loan-register-blank.en.docx",
        "GT-R-KF-27-complaint-report-blank.en.docx",
        "GT-R-KF-28-opinion-survey-blank.en.docx",
    ]


def test_pdf_through_libreoffice(tmp_path: Path) -> None:
    """`--pdf` leaves a PDF and no Word file beside it."""
    said = handbook("form", "GT-R-KF-26", "--blank", "--pdf", "-o", str(tmp_path / "c.pdf"), root=ROOT)

    assert said.code == 0, said.err
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["c.pdf"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["GT-R-KF-260"], 1, "handbook: there is no 'GT-R-KF-260'. Did you mean 'GT-R-KF-26'?\n"),
        (["GT-BF-KF-001"], 1, "handbook: 'GT-BF-KF-001' is a procedure; a form is expected here.\n"),
        (["GT-R-KF-26", "--fill", "--blank"], 2, "Choose either --fill or --blank.\n"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, words: list[str], code: int, message: str) -> None:
    """An unknown form and contradicting options are one line each, and nothing is written."""
    said = handbook("form", *words, "-o", str(tmp_path / "out"), root=ROOT)

    assert (said.code, said.err) == (code, message)
    assert list(tmp_path.iterdir()) == []


def test_the_ending_must_fit(tmp_path: Path) -> None:
    """A PDF is not written into a file called .docx."""
    path = tmp_path / "c.docx"
    said = handbook("form", "GT-R-KF-26", "--pdf", "-o", str(path), root=ROOT)

    assert (said.code, said.err) == (2, f"The file name must end in .pdf: {path}\n")
