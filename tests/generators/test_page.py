"""Pages without their frames: complete in both languages, and nothing an author types is ever more than text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from lxml import html

from generators import pages
from generators.ellipsis import unclosed
from generators.page import render_pages, render_record
from generators.pages.links import relative
from generators.printing.bundles import bundles
from generators.printing.prints import NO_PRINTS, Prints, pdf_path, picture_path
from schemas.kinds import KINDS
from schemas.library import Library
from schemas.loader import load_library
from schemas.telephone import telephone
from tests.filled.hostile import hostile
from tests.schemas.content import LIBRARY

ROOT = Path(__file__).parents[2]


def contents(library: Library, prints: Prints = NO_PRINTS) -> dict[str, str]:
    """What every page holds, by its path on the site."""
    return {page.path: page.content for page in render_pages(library, prints=prints)}


@pytest.fixture(scope="module")
def rendered(library: Library) -> dict[str, str]:
    return contents(library)


@pytest.fixture(scope="module")
def printed(library: Library) -> dict[str, str]:
    """The pages of a site on which a form of two pages, and every bundle, was printed."""
    form = "greentown-after-sales/GT-R-KF-26-complaint-register-blank.en.docx"
    pdfs = [bundle.pdf for lang in ("zh", "en") for bundle in bundles(library.view(lang))]
    sizes = {picture_path(form, page): (1287, 910) for page in (1, 2)}
    return contents(library, Prints(frozenset([*pdfs, pdf_path(form)]), sizes))


@pytest.fixture(scope="module")
def attacked(library: Library) -> dict[str, str]:
    return contents(hostile(library))


def built(content: str) -> html.HtmlElement:
    """What a page holds, parsed as a browser would."""
    return html.fromstring(f"<div>{content}</div>")


def test_every_record_handbook_and_list_has_a_page_in_both_languages(
    library: Library, rendered: dict[str, str]
) -> None:
    """Each record, each handbook and each list is a page of both sites."""
    lists = [
        "index",
        "ask",
        "owner",
        "forms",
        "form-kinds",
        "overview",
        "registers",
        "glossary",
        "cards",
        "laws",
        "roles",
    ]
    books = [f"{id_}/{name}" for id_ in library.handbooks for name in ("index", "registers", "who")]
    expected = {f"{path}.html" for path in [*lists, *books, *library.entries]}

    assert {path for path in rendered if not path.startswith("en/")} == expected
    assert {path.removeprefix("en/") for path in rendered if path.startswith("en/")} == expected


def test_the_sample_has_every_kind_of_record(library: Library) -> None:
    """What the other tests prove of this library they prove of every kind."""
    assert {entry.kind for entry in library.entries.values()} == set(KINDS)


def test_rendering_twice_gives_the_same_text(library: Library, rendered: dict[str, str]) -> None:
    """A page depends on the library alone."""
    assert contents(library) == rendered


def test_every_mark_that_opens_closes(rendered: dict[str, str]) -> None:
    """Quotation marks and brackets, within each paragraph, heading and cell, also where a text is cut short."""
    inline = {"a", "b", "i", "span", "small", "br", "tspan", "abbr", "button", "sup", "sub", "code", "kbd", "dfn"}
    for path, page in rendered.items():
        for block in built(page).iter(
            "p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "figcaption", "summary", "text"
        ):
            if all(child.tag in inline for child in block):
                assert unclosed(text := "".join(map(str, block.itertext()))) == "", (path, text)


def test_every_page_closes_what_it_opens(rendered: dict[str, str]) -> None:
    """What a page holds can be put into any frame: it closes every element that it opens, and has no blank line."""
    for path, page in rendered.items():
        assert balanced(page), path
        assert "\n\n" not in page, path


def balanced(page: str) -> bool:
    """Whether every element that *page* opens it also closes."""
    void = {"br", "input", "img", "path", "rect", "use", "circle", "polygon", "line", "ellipse"}
    depth: list[str] = []
    for closing, name, self_closed in re.findall(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>", page):
        if closing:
            if not depth or depth.pop() != name:
                return False
        elif name not in void and not self_closed:
            depth.append(name)
    return not depth


def test_hostile_texts_become_no_element_and_no_attribute(rendered: dict[str, str], attacked: dict[str, str]) -> None:
    """With every text an attack, no page has an element that runs or loads anything, nor a heading of the attack's."""
    for path, page in attacked.items():
        tree = built(page)
        assert not tree.xpath(".//script | .//style | .//iframe | .//object | .//base"), path
        assert tree.xpath(".//img/@src") == built(rendered[path]).xpath(".//img/@src"), path
        for element in tree.iter():
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], path
        for value in tree.xpath(".//@href | .//@src | .//@action"):
            assert re.match(r"[#\w./?=%&+-]*$|tel:|data:image/(?:png|jpeg);base64,[\w+/=]+$", value), f"{path}: {value}"
        before = {heading.get("id") for heading in built(rendered[path]).iter("h2")}
        assert {heading.get("id") for heading in tree.iter("h2")} <= before, path


def test_hostile_texts_are_shown_as_they_were_typed(library: Library, attacked: dict[str, str]) -> None:
    """What looks like HTML, Markdown or a template is read on the page, character by character."""
    tree = built(attacked["greentown-after-sales/procedures/complaint-handling.html"])

    heading = tree.find(".//h1").text_content()

    for piece in (
        "<script>alert(1)</script>",
        "[a](javascript:alert(4))",
        "{{ 7*7 }}",
        "{% include 'x' %}",
        "&lt;e&gt;",
    ):
        assert piece in heading


def test_links_are_relative_and_know_anchors() -> None:
    """The way between two pages needs no root, so that it works under a sub-path and from a stick."""
    assert relative("a/forms/x.html", "a/procedures/y.html#step-2") == "../procedures/y.html#step-2"
    assert relative("index.html", "a/index.html") == "a/index.html"
    assert relative("en/a/b.html", "forms/a/c.docx") == "../../forms/a/c.docx"
    assert relative("a/x.html", "a/x.html#here") == "#here"


def test_a_role_shows_the_steps_that_name_it(rendered: dict[str, str]) -> None:
    """What a role does is computed from the procedures, with number, time and form of each step."""
    tree = built(rendered["greentown-after-sales/roles/front-desk.html"])

    works = tree.xpath(".//ul[@class='works']")[0].text_content()

    assert "客户投诉处理管理办法" in works
    assert tree.xpath(".//ul[@class='works']//a[contains(@href, 'complaint-handling.html#step-receive')]")


def test_a_form_shows_the_steps_that_use_it_and_its_four_files(rendered: dict[str, str]) -> None:
    """A form's page leads to its steps and to the fillable and the blank document in both languages."""
    tree = built(rendered["en/greentown-after-sales/forms/complaint-register.html"])

    files = tree.xpath(".//table[contains(@class, 'downloads')]//a/@href")

    assert [Path(file).name for file in files] == [
        "GT-R-KF-26-complaint-register-blank.docx",
        "GT-R-KF-26-complaint-register-blank.en.docx",
        "GT-R-KF-26-complaint-register.docx",
        "GT-R-KF-26-complaint-register.en.docx",
    ]
    assert all(file.startswith("../../../forms/greentown-after-sales/") for file in files)
    assert tree.xpath(".//ul[@class='works']//a[contains(@href, '#step-')]")


def test_a_form_without_pictures_says_why(rendered: dict[str, str]) -> None:
    """Where nothing was printed there is no broken picture and no dead link, but a word about it."""
    for folder, said in (("", "需要 LibreOffice"), ("en/", "that takes LibreOffice")):
        tree = built(rendered[f"{folder}greentown-after-sales/forms/complaint-register.html"])

        assert said in tree.xpath(".//p[@class='empty']")[0].text_content()
        assert not tree.xpath(".//img")
        assert not tree.xpath(".//a[contains(@href, '.pdf')]")


def test_a_form_shows_its_pages_and_its_pdfs(printed: dict[str, str]) -> None:
    """The pages of the blank form in the language of the page, each with its size and words, lead to its PDF."""
    tree = built(printed["en/greentown-after-sales/forms/complaint-register.html"])
    stem = "../../../forms/greentown-after-sales/{}GT-R-KF-26-complaint-register-blank.en{}"
    images = tree.xpath(".//a[contains(@class, 'formpage')]/img")

    assert [dict(image.attrib) for image in images] == [
        {
            "src": stem.format("pictures/", f"-{page}.png"), "width": "1287", "height": "910",
            "alt": f"Complaint register, blank form, page {page} of 2", "loading": "lazy", "decoding": "async",
        }
        for page in (1, 2)
    ]  # fmt: skip
    assert [image.getparent().get("href") for image in images] == [
        f"{stem.format('', '.pdf')}#page=1", f"{stem.format('', '.pdf')}#page=2",
    ]  # fmt: skip
    assert [Path(href).suffixes[-1] for href in tree.xpath(".//table[contains(@class, 'downloads')]//a/@href")] == [
        ".docx", ".docx", ".pdf", ".docx", ".docx",
    ]  # fmt: skip


def test_a_form_is_printed_from_its_pdf(rendered: dict[str, str], printed: dict[str, str]) -> None:
    """The button that prints a form opens the PDF where there is one, and gives the Word file where there is none."""
    page = "en/greentown-after-sales/forms/complaint-register.html"
    without, with_pdf = (
        built(pages[page]).xpath(".//a[contains(@class, 'button')]")[0] for pages in (rendered, printed)
    )

    assert (without.get("href")[-14:], "download" in without.attrib) == ("-blank.en.docx", True)
    assert (with_pdf.get("href")[-13:], "download" in with_pdf.attrib) == ("-blank.en.pdf", False)


@pytest.mark.parametrize(
    ("path", "words", "bundle"),
    [
        ("forms", "打印全部 9 张（PDF）", "greentown-after-sales-blank"),
        (
            "greentown-after-sales/procedures/complaint-handling", "打印全部 2 张（PDF）",
            "procedures/GT-BF-KF-001-complaint-handling-blank",
        ),
        ("greentown-after-sales/roles/front-desk", "打印要填的 3 张（PDF）", "roles/front-desk-blank"),
    ],
)  # fmt: skip
def test_forms_that_belong_together_are_printed_at_once(
    rendered: dict[str, str], printed: dict[str, str], path: str, words: str, bundle: str
) -> None:
    """The list of forms, a procedure and a role offer their forms as one ZIP, and as one PDF when it was made."""
    (without,) = built(rendered[f"{path}.html"]).xpath(".//p[@class='together']")
    (with_pdf,) = built(printed[f"{path}.html"]).xpath(".//p[@class='together']")
    links = {link.text_content(): link.get("href") for link in with_pdf.xpath("./a")}

    assert [Path(href).name for href in without.xpath("./a/@href")] == [f"{Path(bundle).name}.zip"]
    assert links[words].endswith(f"forms/greentown-after-sales/bundles/{bundle}.pdf")


def test_branches_lead_to_steps_of_the_page(rendered: dict[str, str]) -> None:
    """Every answer of a decision, every jump and every exit names an anchor that is there."""
    for path, page in rendered.items():
        tree = built(page)
        ids = set(tree.xpath(".//@id"))
        missing = [href for href in tree.xpath(".//@href") if href.startswith("#") and href[1:] not in ids]
        assert not missing, f"{path}: {missing}"


def test_a_branch_that_ends_in_a_card_leads_to_the_card(rendered: dict[str, str]) -> None:
    """The answer opens the card itself, which is no step of its own: it has no number."""
    page = built(rendered["greentown-after-sales/procedures/night-leak.html"])
    (card,) = page.xpath(".//li[h3]/*[@class='answers']//a[contains(@href, 'cards/fire')]")
    (step,) = page.xpath(".//li[h3/@id='step-fire']")

    assert not card.xpath(".//i")
    assert step.xpath("string(*[@class='step__no'])") == "!"


def test_a_procedure_begins_with_what_to_do(rendered: dict[str, str]) -> None:
    """The numbers of all its steps, each once; what the matter is; the steps. What the document is comes after them."""
    page = built(rendered["greentown-after-sales/procedures/night-leak.html"])
    (numbers,), (which,) = page.xpath(".//*[@class='numbers']"), page.xpath(".//*[@class='which']")
    inside = page.xpath(".//*[contains(@class, 'head--top')]//*[@class='numbers' or @class='which']")
    called = numbers.xpath("./li/a/@href")

    assert inside == [numbers, which]
    assert called == list(dict.fromkeys(page.xpath(".//ol//*[@class='plan__call']//a/@href")))
    assert which.xpath(".//a/@href") == page.xpath("(.//li[h3]/*[@class='answers'])[1]//a/@href")
    (about,) = page.xpath(".//details[@id='about']")
    assert about.xpath("string(summary)") == "关于这份文件：版次、出处、目的、法规"
    assert page.xpath(".//dl[@class='facts']/ancestor::details") == [about]


def test_a_draft_says_that_its_words_are_not_the_originals(rendered: dict[str, str]) -> None:
    """A text of ours never passes for the text of the source."""
    page = rendered["greentown-after-sales/procedures/complaint-handling.html"]

    assert "这是草稿：文字由本手册编写，尚未批准，不是原文。" in page
    assert "A/0" in page


def test_the_original_is_named_as_it_is_printed(library: Library, rendered: dict[str, str]) -> None:
    """An English page names the source by its Chinese title: nobody ever printed the translation on it."""
    source = next(entry for entry in library.of_kind("procedures") if entry.record.source)
    assert source.record.source is not None
    tree = html.fromstring(rendered[f"en/{source.address}.html"])
    banner = next(element for element in tree.iter("div") if "banner--draft" in (element.get("class") or ""))

    assert f"“{source.record.source.title}”" in "".join(map(str, banner.itertext()))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0571-0000-0002", "0571-0000-0002"),
        ("供电服务热线 95598", "95598"),
        ("130-0000-0000", "130-0000-0000"),
        ("火警 119", "119"),
        ("12345 热线", "12345"),
        ("12 幢、26 个单元、986 户", ""),
        ("共 1080 个车位", ""),
        ("每日 8:00—20:00", ""),
    ],
)
def test_the_emergency_card_knows_a_telephone_number(text: str, number: str) -> None:
    """Only what is a number to call is offered for calling."""
    assert telephone(text) == number


def test_page_modules_say_what_they_are() -> None:
    """Every module of the pages begins with a sentence about its page."""
    for path in Path(next(iter(pages.__path__))).glob("*.py"):
        assert path.read_text("utf-8").startswith('"""'), path.name


def test_a_printed_page_has_the_way_back_to_it() -> None:
    """Where the site is known to be: a code of the page's own address, seen on paper only; elsewhere there is none."""
    library = load_library(LIBRARY).require()
    at = library.settings.model_copy(update={"base_url": "https://handbook.example/h/"})
    address = "greentown-after-sales/procedures/complaint-handling"

    def code(library: Library) -> html.HtmlElement | None:
        view = library.view("en")
        return built(render_record(view, view.entries[address]).content).find(".//div[@class='print-code']")

    assert code(library) is None
    made = code(replace(load_library(LIBRARY).require(), settings=at))
    assert made is not None
    assert made.text_content() == "Current text"
    drawn = segno.make_qr(f"https://handbook.example/h/en/{address}.html", error="m", mask=3)
    assert html.tostring(made.find("svg"), encoding="unicode", with_tail=False) == html.tostring(
        html.fromstring(drawn.svg_inline(border=0, omitsize=True)), encoding="unicode"
    )
