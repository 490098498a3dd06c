"""Word files to PDF through a real LibreOffice: the forms print on the pages that were planned for them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generators.form import form_files
from generators.office import INSTALL, font_configuration, to_pdf
from generators.printing.build import printer_of
from generators.printing.convert import Printer
from generators.printing.pdf import page_count
from schemas.findings import HandbookError
from tests.filled import filled_samples as filled
from tests.generators import docx_samples as samples
from tests.schemas.content import HANDBOOKS


def poppler(*command: str) -> str:
    """What a tool of poppler says."""
    assert shutil.which(command[0]), f"{command[0]} is missing: apt install poppler-utils"

    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages(pdf: Path) -> int:
    """How many pages a PDF has."""
    found = re.search(r"Pages:\s+(\d+)", poppler("pdfinfo", str(pdf)))
    assert found is not None

    return int(found[1])


def planned(docx: bytes) -> int:
    """How many pages the generator planned."""
    found = re.search(r'" NUMPAGES "><w:r><w:t>(\d+)', samples.part(docx, "word/footer1.xml"))
    assert found is not None

    return int(found[1])


def printed_otherwise(files: Mapping[str, bytes], printer: Printer) -> list[str]:
    """Which of the Word files, by name, print on another number of pages than was planned for them."""
    done = printer.pdfs(files)
    assert done.problem is None, done.problem

    return [name for name, docx in files.items() if page_count(done.pdfs[name].content) != planned(docx)]


def files_of(forms: Iterable[filled.InBoth]) -> dict[str, bytes]:
    """Their Word files by name, both variants in both languages."""
    return {
        f"{sample.full_name}-{variant}.docx": content
        for form in forms
        for sample in form
        for variant, content in sample.documents.items()
    }


class TestForms:
    def test_pages_of_telling_forms_are_as_planned(self, printed_samples: Path, tmp_path: Path) -> None:
        """Every sample, and every form of the project that shows something new, prints on the planned number of
        pages.
        """
        of_samples = {path.name: content for path, content in form_files(samples.library())}
        telling = [form for form in filled.telling_forms() if form[0].library.root == HANDBOOKS]
        files = files_of(telling)

        assert printed_otherwise(of_samples, printer_of(printed_samples, office=False)) == []
        assert printed_otherwise(files, printer_of(tmp_path)) == []
        assert len(files) == 4 * len(telling) > 0

    @pytest.mark.prove
    def test_pages_of_every_form_are_as_planned(self, tmp_path: Path) -> None:
        """Every form of the project prints on the planned number of pages."""
        ours = [form for form in filled.every_form() if form[0].library.root == HANDBOOKS]

        assert printed_otherwise(files_of(ours), printer_of(tmp_path)) == []

    def test_a_form_on_paper(self, tmp_path: Path) -> None:
        """The PDF says what the form says, once; 宋体 prints with a serif face and 微软雅黑 with a sans-serif one, both
        embedded.
        """
        (tmp_path / "form.docx").write_bytes(samples.build("slip"))
        (pdf,) = to_pdf([tmp_path / "form.docx"], tmp_path)
        fonts, text = poppler("pdffonts", str(pdf)), poppler("pdftotext", "-layout", str(pdf), "-")

        assert "NotoSerifCJK" in fonts
        assert "NotoSansCJK" in fonts
        assert text.count("样表") == 1
        assert "第1页" in text.replace(" ", "")


class TestOffice:
    def test_two_at_once(self, tmp_path: Path) -> None:
        """Two runs at the same time do not disturb each other."""
        (tmp_path / "form.docx").write_bytes(samples.build("slip"))
        with ThreadPoolExecutor() as pool:
            done = list(pool.map(lambda name: to_pdf([tmp_path / "form.docx"], tmp_path / name), ("one", "two")))

        assert [pages(pdf) for (pdf,) in done] == [1, 1]

    def test_nothing_to_do(self, tmp_path: Path) -> None:
        """No files need no LibreOffice."""
        assert to_pdf([], tmp_path) == ()

    def test_missing_program(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without LibreOffice the error says how to install it, in the user's language."""
        monkeypatch.setenv("PATH", str(tmp_path))

        with pytest.raises(HandbookError) as caught:
            to_pdf([tmp_path / "form.docx"], tmp_path)

        assert caught.value.say("en").endswith(f"so no PDF can be made. Install it: {INSTALL}")
        assert caught.value.say("zh") == f"没有找到 LibreOffice（soffice），无法生成 PDF。安装：{INSTALL}"

    def test_no_chinese_font(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where no font has Chinese characters no PDF full of boxes is made; the error says what to install."""
        program = tmp_path / "fc-list"
        program.write_text("#!/bin/sh\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

        with pytest.raises(HandbookError) as caught:
            to_pdf([tmp_path / "form.docx"], tmp_path)

        assert caught.value.rule == "office-no-font"
        assert caught.value.say("en").endswith(f"so no PDF is made. Install one: {INSTALL}")
        assert caught.value.say("zh").endswith(f"所以不生成 PDF。安装：{INSTALL}")

    def test_no_pdf(self, tmp_path: Path) -> None:
        """A file that LibreOffice cannot read is an error naming the PDF; an old PDF is not taken for a new one."""
        (tmp_path / "form.pdf").write_bytes(b"old")

        with pytest.raises(HandbookError, match=r"^LibreOffice did not make form\.pdf: "):
            to_pdf([tmp_path / "form.docx"], tmp_path)

    def test_too_slow(self, tmp_path: Path) -> None:
        """A run that takes too long is ended."""
        (tmp_path / "form.docx").write_bytes(samples.build("slip"))

        with pytest.raises(HandbookError, match=r"^LibreOffice did not make form\.pdf: no answer within 0\.05 s$"):
            to_pdf([tmp_path / "form.docx"], tmp_path, seconds=0.05)

    def test_fonts_stand_in(self, tmp_path: Path) -> None:
        """The fonts that forms name are looked for first; Noto stands in where they are not installed."""
        (tmp_path / "fonts.conf").write_text(font_configuration(tmp_path / "cache"), "utf-8")
        environment = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PATH": "/usr/bin:/bin"}
        command = ["fc-match", "宋体", "family"]
        found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

        assert "Serif CJK" in found or "SimSun" in found or "宋体" in found
