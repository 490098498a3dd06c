"""Handbooks bound as books: a Word file and a PDF, made of the small library by LibreOffice itself."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from lxml import etree

from generators.binding.around import contents_to_count
from generators.binding.bind import Bound, bind, drawer
from generators.binding.charts import cuts, drawn
from generators.binding.draft import draft
from generators.binding.manuscript import Manuscript
from generators.binding.shelf import make_books, standing_books
from generators.binding.spans import UNSEEN
from generators.binding.text import parsed, without_charts
from generators.binding.walk import Walker
from generators.book import parts_of
from generators.docx.printed import printed_fingerprint
from generators.pages.chart import box_spans
from generators.pages.handbook import handbook_page
from generators.printing.prints import BookFacts, Prints
from schemas.keeper import Keeper
from schemas.kept import Kept
from schemas.languages import SUFFIX
from schemas.library import Library
from tests.commands.running import handbook
from tests.generators.sites import PROJECT, load, make_root
from tests.generators.test_validator import faults
from tests.once import Once

ASSETS: Final = PROJECT / "site" / "docs" / "assets"
AFTER_SALES: Final = "greentown-after-sales"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHITE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Book:
    """A bound book: its Word file, its PDF, and the title and text of each record that went into it."""

    word: bytes
    pdf: bytes
    fingerprint: str
    records: tuple[tuple[str, str], ...]

    @property
    def body(self) -> Any:
        """The document of the Word file."""
        with zipfile.ZipFile(BytesIO(self.word)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    def pages(self) -> list[str]:
        """The text of each page of the PDF, without white space."""
        with pdfium.PdfDocument(self.pdf) as document:
            return [bare(page.get_textpage().get_text_bounded()) for page in document]


def bare(text: str) -> str:
    """*text* without white space, which LibreOffice sets otherwise."""
    return _WHITE.sub("", text)


def text_of(element: Any) -> str:
    """What an element of a Word file says."""
    return "".join(
        each.text or "" if each.tag == f"{W}t" else " " for each in element.iter(f"{W}t", f"{W}tab", f"{W}br")
    )


def style_of(paragraph: Any) -> str:
    """The style of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def made(once: Once, library: Library, id_: str, lang: str) -> Book:
    """A book of *library*, made once a run."""
    view = library.view(lang)

    def make(folder: Path) -> None:
        bound = bind(view, id_, ASSETS, folder / "charts")
        parts = parts_of(view, id_, folder / "charts")
        records = [(f"{link.code} {link.title}".strip(), text) for part in parts for _, link, text in part.records]
        (folder / "book.docx").write_bytes(bound.word)
        (folder / "book.pdf").write_bytes(bound.pdf)
        (folder / "facts.json").write_text(json.dumps([bound.fingerprint, records]), "utf-8")

    folder = once.folder(f"bound-{id_}{SUFFIX.of(lang)}", make)
    fingerprint, records = json.loads((folder / "facts.json").read_text("utf-8"))
    word, pdf = ((folder / name).read_bytes() for name in ("book.docx", "book.pdf"))
    return Book(word, pdf, fingerprint, tuple((title, html) for title, html in records))


@pytest.fixture(scope="module")
def book(once: Once, library: Library) -> Book:
    """The Chinese book of the small library that has a record of nearly every kind, charts and forms."""
    return made(once, library, AFTER_SALES, "zh")


@pytest.fixture(scope="module")
def scripts(once: Once, library: Library) -> Book:
    """The English book of scripts."""
    return made(once, library, "call-scripts", "en")


def test_office_opens_it(book: Book, scripts: Book, tmp_path: Path) -> None:
    """The validator of the Open XML SDK finds nothing in it."""
    assert faults({"book": book.word, "scripts": scripts.word}, tmp_path) == []


def test_contents_have_the_pages_of_what_they_name(book: Book, scripts: Book) -> None:
    """The number beside each line of the contents is the page on which that title stands; Word renews the field."""
    for each in (book, scripts):
        assert misnumbered(each) == []
        (field,) = (code for code in each.body.iter(f"{W}instrText") if "TOC" in (code.text or ""))
        assert field.text == ' TOC \\o "1-3" \\h \\z \\t "FormTitle,3" '


def misnumbered(book: Book) -> list[str]:
    """The lines of the contents that name another page than the one their title stands on."""
    pages, wrong = book.pages(), []
    lines = [paragraph for paragraph in book.body.iter(f"{W}p") if style_of(paragraph).startswith("TOC")]
    assert lines
    for line in lines:
        title, _, number = text_of(line).rpartition(" ")
        words = title.split(" ", 1)[-1] if re.match(r"[A-Z0-9.-]+ ", title) else title
        if bare(words) not in pages[int(number) - 1]:
            wrong.append(text_of(line))
    return wrong


def test_every_record_is_in_it_in_the_order_of_the_chapters(book: Book, library: Library) -> None:
    """Each stands under a heading of its own, after the emergency cards; so does each blank form once."""
    assert headings(book, 3) == [title for title, _ in book.records]
    assert len(book.records) == 2 + len(library.of_handbook(AFTER_SALES))

    printed = [text_of(title) for title in styled(book, "FormTitle")]
    assert printed == [str(entry.record.title) for entry in library.of_kind("forms", AFTER_SALES)]


def styled(book: Book, style: str) -> list[Any]:
    """The paragraphs of a style."""
    return [paragraph for paragraph in book.body.iter(f"{W}p") if style_of(paragraph) == style]


def headings(book: Book, level: int) -> list[str]:
    """The headings of a level."""
    return [text_of(paragraph) for paragraph in styled(book, f"Heading{level}")]


def test_nothing_that_a_record_says_is_lost(book: Book, scripts: Book) -> None:
    """Every text of every page stands in it, but what buttons, downloads and screen readers have."""
    assert lost(book) == []
    assert lost(scripts) == []


def lost(book: Book) -> list[str]:
    """The texts of the pages that the book has not."""
    said = bare(text_of(book.body))
    texts = [text for _, html in book.records for text in texts_of(html)]
    assert texts
    return [text for text in texts if bare(text) not in said]


def texts_of(html: str) -> list[str]:
    """Every text between two tags that paper can show."""
    charts: list[str] = []
    root = parsed(without_charts(html, charts))
    unseen = {"button", "noscript", "script", "select", "svg", "template", "h1", "figcaption"}
    for element in list(root.iter()):
        is_out = element.tag in unseen or element.get("hidden") is not None
        if is_out or UNSEEN & set((element.get("class") or "").split()):
            element.drop_tree()
    return [text for text in root.itertext() if text.strip()]


def test_no_section_is_empty() -> None:
    """Where all that stands under a title is hidden, as another handbook's is on a card, the title goes too."""
    walker = Walker(Manuscript("en"), lambda number: ())
    walker.walk(
        parsed('<h3 class="book__section" id="then">Then</h3><p hidden>1</p><h3 class="book__section">Laws</h3>2')
    )

    assert [text for text in ("Then", "Laws") if text in walker.markup()] == ["Laws"]


def test_its_links_lead_to_places_in_it(book: Book, scripts: Book) -> None:
    """Every link of the Word file has its bookmark, no bookmark stands twice, and the PDF has the same places."""
    for each in (book, scripts):
        assert astray(each) == []
        with pdfium.PdfDocument(each.pdf) as document:
            assert pdfium_c.FPDF_CountNamedDests(document) >= len(set(marks(each)))


def marks(book: Book) -> list[str]:
    """The names of its bookmarks."""
    return [str(mark.get(f"{W}name")) for mark in book.body.iter(f"{W}bookmarkStart")]


def astray(book: Book) -> list[str]:
    """Links without a bookmark, and bookmarks that stand twice."""
    names = marks(book)
    links = {str(link.get(f"{W}anchor")) for link in book.body.iter(f"{W}hyperlink")}
    assert links
    return sorted(links - set(names)) + sorted({name for name in names if names.count(name) > 1})


def test_no_box_of_a_chart_is_cut(book: Book) -> None:
    """Every chart is there, in strips that end between its boxes; each is sharp and far smaller than a page."""
    charts: list[str] = []
    for _, html in book.records:
        without_charts(html, charts)
    styles = (ASSETS / "flowchart.css").read_text("utf-8")
    shown = [extent for picture in styled(book, "BookStrip") for extent in picture.iter("{*}extent")]
    sizes = [(int(extent.get("cx")) / 360_000, int(extent.get("cy")) / 360_000) for extent in shown]

    assert charts
    assert [at for svg in charts for at in cuts(svg) for top, end in box_spans(svg) if top < at < end] == []
    assert len(shown) == sum(len(cuts(svg)) + 1 for svg in charts)
    assert [size for size in sizes if size[0] > 16.5 or size[1] > 22.5] == []
    first = drawn(charts[0], styles)
    assert [each.content.width for each in first] == [round(each.width * 220 / 96) for each in first]
    assert drawn(charts[0], styles) == first


def test_a_step_stays_on_one_page_and_tables_repeat_their_heads(book: Book) -> None:
    """Whatever a step says is kept with its next line; rows are never cut, and a head stands on every page."""
    paragraphs = [each for each in book.body.iter(f"{W}p") if each.getparent().tag == f"{W}body"]
    texts = [text_of(each) for each in paragraphs]
    start = texts.index("1 受理")
    end = next(at for at in range(start + 1, len(texts)) if style_of(paragraphs[at]) == "Heading5")
    kept = [each.find(f"{W}pPr/{W}keepNext") is not None for each in paragraphs[start:end]]

    assert kept == [True] * (end - start - 1) + [False]
    rows = list(book.body.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows) > 10


def test_cover_and_last_page_say_whether_it_is_current(book: Book, library: Library) -> None:
    """The cover has the company, the state and a fingerprint; the last pages have it too, and that of every record."""
    pages = book.pages()

    assert pages[0].startswith("示例物业服务有限公司（售后服务）客户服务工作手册")
    assert all(text in pages[0] for text in ("草稿，非受控文本", "份号", "持有人", book.fingerprint))
    assert all(text in pages[1] for text in ("审批页", "李敏", "修订记录", "第一版草案", "发放记录"))
    assert f"全书指纹：{book.fingerprint}" in "".join(pages[-2:])
    form = library.entries[f"{AFTER_SALES}/forms/key-loan-register"]
    assert printed_fingerprint(library, form) in "".join(pages[-2:])
    assert f"第{len(pages)}页共{len(pages)}页" in pages[-1]


def test_the_same_text_is_the_same_file(library: Library, tmp_path: Path) -> None:
    """What is sent to LibreOffice is the same bytes each time, and so are the pictures in it."""
    view = library.view("en")
    first, second = (draft(view, "call-scripts", drawer(ASSETS), tmp_path) for _ in range(2))

    assert first.document(contents_to_count(first.entries)) == second.document(contents_to_count(second.entries))


def test_the_page_of_the_handbook_offers_it(library: Library) -> None:
    """Where it was made, in the language of the page, with what a copy is checked by; where it was not, nothing."""
    prints = Prints(books={AFTER_SALES: BookFacts(60, "a56bdb286b3a")})
    offered = handbook_page(library.view("zh"), AFTER_SALES, prints).content

    assert '<a href="../books/greentown-after-sales.pdf">PDF，60 页</a>' in offered
    assert '<a href="../books/greentown-after-sales.docx" download>Word</a>' in offered
    assert "指纹 a56bdb286b3a" in offered
    for lang in ("zh", "en"):
        assert "../books/" not in handbook_page(library.view(lang), AFTER_SALES).content


def test_books_are_made_once(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has not changed is not made again; what is not made yet, or was thrown away, is offered nowhere."""
    made_now: list[str] = []

    def bound(view: Library, id_: str, assets: Path, cache: Path) -> Bound:
        made_now.append(f"{id_}{SUFFIX.of(view.lang)}")
        return Bound(f"{id_} {view.lang}".encode(), b"%PDF", 60, "a" * 12)

    monkeypatch.setattr("generators.binding.bind.bind", bound)
    store = Kept(tmp_path / "made.sqlite", 2**20)
    kept = library.kept_by(Keeper(store, "test"))
    names = [f"{id_}{suffix}" for suffix in ("", ".en") for id_ in library.handbooks]

    assert standing_books(kept, tmp_path).facts == {}
    assert make_books(kept, tmp_path, ASSETS, lambda done, total: None) is None
    assert made_now == names
    standing = standing_books(kept, tmp_path)
    assert standing.facts == dict.fromkeys(names, BookFacts(60, "a" * 12))
    assert sorted(standing.files) == sorted(f"{name}.{ending}" for name in names for ending in ("docx", "pdf"))
    assert make_books(kept, tmp_path, ASSETS, lambda done, total: None) is None
    assert made_now == names
    shutil.rmtree(tmp_path / ".cache" / "books")
    assert standing_books(kept, tmp_path).facts == {}


def test_without_office_the_pages_are_made_all_the_same(tmp_path: Path) -> None:
    """A machine without LibreOffice has each book as one page, and is told what to install for the others."""
    root = make_root(tmp_path / "root")
    said = handbook("build", "--only", "book", root=root, path="")

    assert (said.code, said.out) == (0, "book: 4, 4 written, 0 removed\n")
    assert said.err == (
        "LibreOffice (soffice) was not found, so no PDF can be made. Install it: "
        "apt install libreoffice-writer-nogui fonts-noto-cjk\n"
    )


@pytest.mark.prove
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("id_", sorted(path.parent.name for path in (PROJECT / "handbook").glob("*/handbook.yaml")))
def test_every_handbook(id_: str, lang: str, once: Once, project: Library, tmp_path: Path) -> None:
    """Each of the project's handbooks in each language is valid and whole, its contents and its links are right."""
    book = made(once, project, id_, lang)

    assert faults({id_: book.word}, tmp_path) == []
    assert headings(book, 3) == [title for title, _ in book.records]
    assert lost(book) == []
    assert misnumbered(book) == []
    assert astray(book) == []


@pytest.fixture(scope="module")
def project() -> Library:
    """The project's own handbooks."""
    return load(PROJECT)
