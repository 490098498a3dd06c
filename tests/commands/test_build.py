"""`handbook build` on a copy of the small library, with the site of this repository."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generators.office import INSTALL
from tests.commands.running import Said, handbook
from tests.generators import offices

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """The small library with everything built, and what the command said."""
    root = tmp_path_factory.mktemp("built") / "root"
    shutil.copytree(ROOT / "tests" / "data" / "library", root)
    shutil.copytree(ROOT / "site", root / "site")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root, handbook("build", root=root)


def _times(root: Path) -> dict[str, int]:
    files = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in files}


def test_builds_the_site_in_both_languages_with_forms_and_index(built: tuple[Path, Said]) -> None:
    """One command gives the Chinese site, the English one under en/, the forms, the index and the book."""
    root, said = built

    assert said.code == 0, said.err
    for path in ("site/index.html", "site/en/index.html", "site/assets/index.js", "index/CURRENT", "forms/forms.json"):
        assert (root / "build" / path).is_file(), path


def test_an_unchanged_build_writes_no_file(built: tuple[Path, Said]) -> None:
    """Building again leaves every file as it is, time stamp and all, and says so."""
    root, _ = built
    before = _times(root)
    said = handbook("build", root=root)

    assert said.code == 0
    assert _times(root) == before
    assert [line.partition(", ")[2] for line in said.out.splitlines()] == ["unchanged"] * 4


def test_forms_are_printed(built: tuple[Path, Said]) -> None:
    """The build makes PDFs and pictures of forms, which the site shows, and has nothing to warn of."""
    root, said = built
    page = (root / "build/site/greentown-after-sales/forms/key-loan-register.html").read_text("utf-8")

    assert said.err == ""
    assert (root / "build/site/forms/greentown-after-sales/GT-R-KF-13-key-loan-register-blank.pdf").is_file()
    assert "pictures/GT-R-KF-13-key-loan-register-blank-1.png" in page


def test_without_libreoffice_everything_else_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build says in one line how to get PDFs and pictures, and ends well."""
    offices.without(monkeypatch, tmp_path / "bin")
    root = Path(shutil.copytree(ROOT / "tests" / "data" / "library", tmp_path / "root"))
    said = handbook("build", "--only", "forms", root=root, lang="zh")

    assert said.code == 0
    assert re.fullmatch(r"表单: 16, 更新 \d+，删除 0\n", said.out)
    assert said.err == f"没有找到 LibreOffice（soffice），无法生成 PDF。安装：{INSTALL}\n"


def test_a_broken_record_stops_the_build_before_anything_is_written(built: tuple[Path, Said]) -> None:
    """A library with an error is not built; the line says how many errors there are and what to run."""
    root, _ = built
    broken = root.parent / "broken"
    shutil.copytree(root, broken, ignore=shutil.ignore_patterns("build"))
    (broken / "handbook" / "library.yaml").write_text("titel: 库\n", "utf-8")
    said = handbook("build", root=broken)

    assert (said.code, said.out) == (1, "")
    assert "Run handbook check first." in said.err
    assert not (broken / "build").exists()
