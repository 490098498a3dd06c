"""`handbook build` on a copy of the small library, with the site of this repository."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generators.office import INSTALL
from tests.builds import Built
from tests.commands.calling import handbook
from tests.generators import offices
from tests.generators.sites import make_root
from tests.schemas.content import COMPLAINTS, LIBRARY


@pytest.fixture
def copy(built_library: Built, tmp_path: Path) -> Path:
    """A copy of the small library with everything built, time stamps included."""
    return Path(shutil.copytree(built_library.root, tmp_path / "root"))


def _times(root: Path) -> dict[str, int]:
    files = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in files}


def test_builds_the_site_in_both_languages_with_forms_and_index(built_library: Built) -> None:
    """One command gives the Chinese site, the English one under en/, the forms, the index and the book."""
    assert built_library.said.code == 0, built_library.said.err
    for path in ("site/index.html", "site/en/index.html", "site/assets/index.js", "index/CURRENT", "forms/forms.json"):
        assert (built_library.root / "build" / path).is_file(), path


def test_an_unchanged_build_writes_no_file(copy: Path) -> None:
    """Building again leaves every file as it is, time stamp and all, and says so."""
    before = _times(copy)
    said = handbook("build", root=copy)

    assert said.code == 0
    assert _times(copy) == before
    assert [line.partition(", ")[2] for line in said.out.splitlines()] == ["unchanged"] * 4


def test_a_library_without_a_record_is_built(tmp_path: Path) -> None:
    """A handbook that has a title and a chapter, and nothing in it yet: no answer is found, and nothing breaks."""
    book = tmp_path / "handbook" / "first"
    book.mkdir(parents=True)
    (tmp_path / "handbook/library.yaml").write_text("title: 库\ngreeting: 问吧\ndefault: first\n", "utf-8")
    (book / "handbook.yaml").write_text(
        'title: 新\nshort: 新\nsummary: 新写的\nedition: "1"\ncompany: {name: 甲}\nchapters: [{id: one, title: 一}]\n',
        "utf-8",
    )

    assert handbook("build", "--only", "index", root=tmp_path).out == "index: 0, 9 written, 0 removed\n"
    assert handbook("build", "--only", "index", root=tmp_path).out == "index: 0, unchanged\n"
    assert handbook("ask", "how to handle complaint", root=tmp_path).out.startswith("The handbook does not cover this.")


def test_what_is_built_with_errors_says_so(copy: Path) -> None:
    """Of a library that can be read, below what was built: the error, and how all of them are seen; it ends well."""
    record = copy / COMPLAINTS
    record.write_text(record.read_text("utf-8").replace("owner: ", "owner: no-such-", 1), "utf-8")
    said = handbook("build", "--only", "index", root=copy)

    assert (said.code, said.out.partition(":")[0]) == (0, "index")
    assert said.err.splitlines()[0].endswith(
        "complaint-handling.yaml:7:8: error: there is no role 'no-such-service-centre-manager' [unknown-role]"
    )
    assert said.err.splitlines()[-1] == (
        "It is built all the same, with 1 error in it; all of them: handbook check --errors"
    )


def test_forms_are_printed(built_library: Built) -> None:
    """The build makes PDFs and pictures of forms, which the site shows, and has nothing to warn of."""
    page = (built_library.site / "greentown-after-sales/forms/key-loan-register.html").read_text("utf-8")

    assert built_library.said.err == ""
    assert (built_library.site / "forms/greentown-after-sales/GT-R-KF-13-key-loan-register-blank.pdf").is_file()
    assert "pictures/GT-R-KF-13-key-loan-register-blank-1.png" in page


def test_without_libreoffice_everything_else_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build says in one line how to get PDFs and pictures, and ends well."""
    offices.without(monkeypatch, tmp_path / "bin")
    root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))
    said = handbook("build", "--only", "forms", root=root, lang="zh")

    assert said.code == 0
    assert re.fullmatch(r"表单: 36, 更新 \d+，删除 0\n", said.out)
    assert said.err == f"没有找到 LibreOffice（soffice），无法生成 PDF。安装：{INSTALL}\n"


def test_a_broken_record_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    """A library with an error is not built; what is wrong is told, and how many errors there are."""
    broken = make_root(tmp_path / "broken")
    (broken / "handbook" / "library.yaml").write_text("titel: 库\n", "utf-8")
    said = handbook("build", root=broken)

    assert (said.code, said.out) == (1, "")
    assert "handbook/library.yaml:1:1: error: unknown key 'titel' [unknown-key]\n    Did you mean 'title'? " in said.err
    assert "Run handbook check first." in said.err
    assert {path.name for path in (broken / "build").glob("*")} <= {".cache"}  # what was read is kept
