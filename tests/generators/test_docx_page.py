"""What stands around a form: paper, header, footer, and the way back to its page."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from generators.docx.document import qr_text
from generators.docx.sheet import Sheet
from generators.form import build_form
from schemas.form import Form
from schemas.library import Library
from tests.generators import docx_samples as samples


def sheet(id_: str, library: Library) -> Sheet:
    """A form about to be drawn."""
    entry = samples.form(id_, library)
    assert isinstance(entry.record, Form)

    return Sheet(library, entry, entry.record, fill=True)


class TestPaper:
    def test_binding_margin(self) -> None:
        """There are 25 mm at the left for punching, upright and lying."""
        for id_ in ("everything", "roster", "slip"):
            left = re.search(r'w:left="(\d+)" w:header', samples.part(samples.build(id_)))

            assert left is not None
            assert pytest.approx(25, abs=0.1) == int(left[1]) / 56.693

    def test_size(self) -> None:
        """The paper is the one YAML names, lying on its side when it says so."""
        assert '<w:pgSz w:w="11906" w:h="8391" w:orient="landscape"/>' in samples.part(samples.build("slip"))
        assert '<w:pgSz w:w="11906" w:h="16838"/>' in samples.part(samples.build("everything"))


class TestHeader:
    def test_company_code_and_edition(self) -> None:
        """The header names the company at the left, the code and the edition at the right."""
        assert re.fullmatch(
            "示例物业服务有限公司GT-R-XX-XX　第 3 版", samples.words(samples.build(), "word/header2.xml")
        )

    def test_title_on_further_pages(self) -> None:
        """From the second page on, the header repeats the title."""
        assert "样表（续）" in samples.words(samples.build("ledger"), "word/header1.xml")
        assert "样表" not in samples.words(samples.build("ledger"), "word/header2.xml")

    def test_draft(self) -> None:
        """A draft says so on every page, in header and footer; what is approved does not."""
        draft, approved = samples.build("slip"), samples.build("everything")

        assert "草稿" in samples.words(draft, "word/header1.xml")
        assert "草稿，未经批准" in samples.words(draft, "word/footer1.xml")
        assert "草稿" not in samples.words(approved, "word/header1.xml")
        assert "本表第 3 版，王经理 2026-02-01 批准" in samples.words(approved, "word/footer1.xml")

    def test_withdrawn(self) -> None:
        """What is withdrawn says so and that it must not be used."""
        head = samples.HEAD.replace("status: draft", "status: withdrawn")
        docx = samples.build_text("  - copies: {id: c, items: {one: 第一联}}\n", head=head)

        assert "已作废" in samples.words(docx, "word/header1.xml")
        assert "已作废，不得使用" in samples.words(docx, "word/footer1.xml")


class TestFooter:
    def test_keeping_and_source(self) -> None:
        """The footer says how long a copy is kept and what the source is, apart from the library's own edition."""
        footer = samples.words(samples.build(), "word/footer1.xml")

        assert "保存期限：2 年，自验收合格之日起算；期满处理：碎毁" in footer
        assert "原件：装修施工申请表 A/0 2013-01-15（原件提供：仅标题）" in footer

    def test_pages(self) -> None:
        """Pages are numbered by fields, which show the planned number until Word counts."""
        footer = samples.part(samples.build("ledger"), "word/footer1.xml")

        assert "第 1 页　共 2 页" in samples.words(samples.build("ledger"), "word/footer1.xml")
        assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]

    def test_fingerprint(self) -> None:
        """The fingerprint of the form stands in the footer and in the file's own properties."""
        fingerprint = samples.form("everything").fingerprint

        assert f"指纹 {fingerprint}" in samples.words(samples.build(), "word/footer1.xml")
        assert fingerprint in samples.part(samples.build(), "docProps/custom.xml")

    def test_personal_data(self) -> None:
        """A form with sensitive data says how it is kept."""
        assert "含敏感个人信息" in samples.words(samples.build(), "word/footer1.xml")


class TestQrCode:
    def test_without_a_site(self) -> None:
        """Where no site is published the code holds the form's code, edition and fingerprint."""
        entry = samples.form("everything")

        assert f"GT-R-XX-XX 3 {entry.fingerprint}" == qr_text(sheet("everything", samples.library()))

    def test_with_a_site(self) -> None:
        """Where a site is published the code opens the form's page in the form's language, and tells it which sheet
        asks: its code, edition and fingerprint.
        """
        published = samples.with_forms({}, library="\nbase_url: https://handbook.example/h/\n")
        fingerprint = samples.form("key-loan-register", published).fingerprint
        page = f"greentown-after-sales/forms/key-loan-register.html?c=GT-R-KF-13&e=1&f={fingerprint}"

        assert f"https://handbook.example/h/{page}" == qr_text(sheet("key-loan-register", published))
        assert f"https://handbook.example/h/en/{page}" == qr_text(sheet("key-loan-register", published.view("en")))

    def test_picture(self) -> None:
        """The code is a PNG in the file, described for those who cannot see it."""
        docx = samples.build()

        assert zipfile.ZipFile(BytesIO(docx)).read("word/media/qr.png").startswith(b"\x89PNG")
        assert 'descr="二维码：GT-R-XX-XX 3 ' in samples.part(docx, "word/footer1.xml")


class TestPackage:
    def test_nothing_tells_the_day(self) -> None:
        """No part has a time of its own, and the properties hold none."""
        archive = zipfile.ZipFile(BytesIO(samples.build()))

        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in archive.infolist()}
        assert "created" not in samples.part(samples.build(), "docProps/core.xml")

    def test_fonts(self) -> None:
        """Every style names its font for all four scripts; no theme font is used anywhere."""
        styles = samples.part(samples.build(), "word/styles.xml")

        assert "Theme" not in styles
        assert all(
            len(re.findall(r"w:(?:ascii|hAnsi|eastAsia|cs)=", fonts)) == 4
            for fonts in re.findall("<w:rFonts[^>]*>", styles)
        )
        assert '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/>' in styles

    def test_english_has_latin_fonts(self) -> None:
        """English forms name a Latin font beside the Chinese one."""
        library = samples.library().view("en")
        docx = build_form(library, samples.form("slip", library), variant="fill")

        assert '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="宋体" w:cs="Arial"/>' in samples.part(
            docx, "word/styles.xml"
        )
