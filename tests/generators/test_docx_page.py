"""What stands around a form: paper, header, footer, and the way back to its page."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from openxml_audit import OpenXmlValidator

from generators.docx import page
from generators.docx.document import qr_text
from generators.docx.printed import printed_fingerprint
from generators.docx.qr import qr_twips
from generators.docx.sheet import Sheet
from generators.form import build_form
from schemas.findings import HandbookError
from schemas.form import Form
from schemas.library import Library
from tests.generators import docx_samples as samples
from tests.schemas.content import BOOK, TITLE_PAGE, Content


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

    def test_mark_of_a_copy(self) -> None:
        """Where there is no room for whom a copy is for, its mark still says which of them it is."""
        far = "x" * 80
        for lang, mark, which in (("zh", f"第二联 {far}", "第二联"), ("en", f"Copy 2: {far}", "Copy 2")):
            header = page.header(sheet("slip", samples.library().view(lang)), 3, first=True, copy=mark)

            assert f'<w:t xml:space="preserve"> {which} </w:t>' in header
            assert far not in header

    def test_title_on_further_pages(self) -> None:
        """From the second page on, the header repeats the title."""
        assert "样表（续）" in samples.words(samples.build("ledger"), "word/header1.xml")
        assert "样表" not in samples.words(samples.build("ledger"), "word/header2.xml")

    def test_long_title_on_further_pages(self) -> None:
        """Where a long title and the company's full name do not fit side by side, the short name stands there."""
        head = samples.HEAD.replace("样表", "业主、承租人和非业主使用人基本信息登记表（写字楼、商铺、车位及储藏室）")
        docx = samples.build_text("  - copies: {id: c, items: {one: 第一联}}\n", head=head)

        assert samples.words(docx, "word/header1.xml").startswith("示例物业业主、承租人和非业主使用人")
        assert samples.words(docx, "word/header2.xml").startswith("示例物业服务有限公司第 1 版")

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

    def test_what_is_handed_out(self) -> None:
        """A sheet for residents has company, code, edition and a short check code; not that it is a draft, what its
        source is, or its fingerprint. What is withdrawn says so all the same.
        """
        head = f"{samples.HEAD}audience: resident\nsource: {{title: 原表, gives: 仅标题}}\n"
        copies = "  - copies: {id: c, items: {one: 第一联}}\n"
        docx = samples.build_text(copies, head=head)
        library = samples.with_forms({"made": f"{head}blocks:\n{copies}"})
        printed = printed_fingerprint(library, samples.form("made", library))
        withdrawn = samples.build_text(copies, head=head.replace("status: draft", "status: withdrawn"))

        assert samples.words(docx, "word/header2.xml") == "示例物业服务有限公司第 1 版"
        assert samples.words(docx, "word/footer1.xml").splitlines()[1:5] == [
            "保存期限：1 年，自事项办结之日起算；期满处理：两人清点后碎毁",
            "＊为必填项",
            "第 1 页　共 1 页",
            f"核对码 {printed[:6]}",
        ]
        assert "已作废" in samples.words(withdrawn, "word/header1.xml")
        assert "已作废，不得使用" in samples.words(withdrawn, "word/footer1.xml")


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
        """The printed fingerprint stands in the footers and in the file's properties, the structural one only there."""
        entry, docx = samples.form("everything"), samples.build()
        printed = printed_fingerprint(samples.library(), entry)
        properties = samples.part(docx, "docProps/custom.xml")

        assert f"指纹 {printed}" in samples.words(docx, "word/footer1.xml")
        assert f"指纹 {printed}" in samples.words(docx, "word/footer2.xml")
        assert f'name="printed"><vt:lpwstr>{printed}</vt:lpwstr>' in properties
        assert f'name="fingerprint"><vt:lpwstr>{entry.fingerprint}</vt:lpwstr>' in properties

    def test_personal_data(self) -> None:
        """A form with sensitive data says how it is kept."""
        assert "含敏感个人信息" in samples.words(samples.build(), "word/footer1.xml")


class TestQrCode:
    def test_without_a_site(self) -> None:
        """Where no site is published the code holds the form's code, edition and printed fingerprint."""
        printed = printed_fingerprint(samples.library(), samples.form("everything"))

        assert qr_text(sheet("everything", samples.library()), printed) == f"GT-R-XX-XX 3 {printed}"
        assert f'descr="二维码：GT-R-XX-XX 3 {printed}"' in samples.part(samples.build(), "word/footer1.xml")

    def test_with_a_site(self) -> None:
        """Where a site is published the code opens the form's page in the form's language, and tells it which sheet
        asks: its code, edition and printed fingerprint.
        """
        published = samples.with_forms({}, library="\nbase_url: https://handbook.example/h/\n")
        page = "greentown-after-sales/forms/key-loan-register.html?c=GT-R-KF-13&e=1&f=0123456789ab"
        chinese, english = (sheet("key-loan-register", published.view(lang)) for lang in ("zh", "en"))

        assert qr_text(chinese, "0123456789ab") == f"https://handbook.example/h/{page}"
        assert qr_text(english, "0123456789ab") == f"https://handbook.example/h/en/{page}"

    def test_size(self) -> None:
        """It is printed 17 mm wide, larger where its modules would be under half a millimetre, 20 mm at most."""
        assert [round(qr_twips(text) / 56.693, 1) for text in ("GT-R-KF-13 1 0123456789ab", "h" * 70, "h" * 200)] == [
            17.0, 19.5, 20.0
        ]  # fmt: skip

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


class TestLogo:
    @pytest.fixture
    def with_logo(self, content: Content) -> Library:
        """The small library with a logo that is twice as wide as it is high."""
        buffer = BytesIO()
        Figure((2, 1), dpi=50).savefig(buffer, format="png")
        content.write(f"{BOOK}/logo.png", buffer.getvalue())
        content.change(TITLE_PAGE, "short: 示例物业}", "short: 示例物业, logo: logo.png}")
        return content.library()

    def test_every_page(self, with_logo: Library, tmp_path: Path) -> None:
        """The logo stands left of the company's name on the first page and on all others, 8 mm high."""
        docx = build_form(with_logo, samples.form("key-loan-register", with_logo), variant="blank")

        assert zipfile.ZipFile(BytesIO(docx)).read("word/media/logo.png").startswith(b"\x89PNG")
        for name in ("word/header1.xml", "word/header2.xml"):
            header = samples.part(docx, name)
            extent = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', header)
            assert extent is not None
            assert [int(size) / 36000 for size in extent.groups()] == pytest.approx([16, 8], abs=0.1)
            assert header.index("<w:drawing>") < header.index("示例物业服务有限公司</w:t>")
        (tmp_path / "form.docx").write_bytes(docx)

        assert list(OpenXmlValidator().validate(str(tmp_path / "form.docx")).errors) == []

    def test_wide(self, with_logo: Library, content: Content) -> None:
        """A logo that would be wider than 45 mm is less high instead."""
        buffer = BytesIO()
        Figure((10, 1), dpi=50).savefig(buffer, format="png")
        content.write(f"{BOOK}/logo.png", buffer.getvalue())
        docx = build_form(with_logo, samples.form("key-loan-register", with_logo), variant="blank")
        extent = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', samples.part(docx, "word/header2.xml"))

        assert extent is not None
        assert [int(size) / 36000 for size in extent.groups()] == pytest.approx([45, 4.5], abs=0.1)

    def test_nothing_else_changes(self, with_logo: Library) -> None:
        """The form itself begins and ends where it did, and a company without a logo has no trace of one."""
        plain, drawn = (
            build_form(library, samples.form("key-loan-register", library), variant="blank")
            for library in (samples.library(), with_logo)
        )

        assert samples.part(drawn).replace('w:header="340"', 'w:header="482"') == samples.part(plain)
        assert not [name for name in zipfile.ZipFile(BytesIO(plain)).namelist() if "logo" in name]
        assert "xmlns:pic" not in samples.part(plain, "word/header1.xml")

    def test_missing(self, with_logo: Library, content: Content) -> None:
        """A form cannot be made with a logo that is not there; the message says where to put it."""
        (content.root / BOOK / "logo.png").unlink()

        with pytest.raises(HandbookError) as raised:
            build_form(with_logo, samples.form("key-loan-register", with_logo), variant="blank")

        assert raised.value.say("zh") == (
            "handbook/greentown-after-sales 里没有标志图片“logo.png”。"
            "把 PNG 或 JPEG 图片放在 handbook.yaml 旁边，company.logo 只写文件名。"
        )
