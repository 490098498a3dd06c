"""What a page offers of the forms and the uses of its record: named, counted, and all of them to be found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from generators.page import render_pages, render_record
from generators.pages.uses import FIRST, FIRST_OF_ROLE, url_of_uses
from schemas.library import Library
from schemas.misnamed import ID
from tests.schemas.content import COMPLAINTS, Content

BOOK = "greentown-after-sales"
PROCEDURE = f"{BOOK}/procedures/complaint-handling"


def shown(view: Library, address: str) -> html.HtmlElement:
    """The page of a record."""
    return parsed(render_record(view, view.entries[address]).content)


def parsed(content: str) -> html.HtmlElement:
    """A page as a browser would read it."""
    return html.fromstring(content)


def buttons_of(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """The buttons that lead somewhere at the head of a page: what each says, and where it leads."""
    links = tree.xpath(".//div[@class='actions']//a[contains(@class, 'button')]")
    return [(link.text_content(), link.get("href")) for link in links]


def test_a_procedure_of_several_forms_leads_to_their_list(library: Library) -> None:
    """No button prints one of them unseen: one says how many there are, and the list offers each by its name."""
    tree = shown(library, PROCEDURE)
    listed = tree.xpath(".//details[.//h2[@id='forms']]/ul[@class='formlist']/li")

    assert buttons_of(tree) == [(f"打印或填写 {len(listed)} 张表", "#forms")]
    assert buttons_of(shown(library.view("en"), PROCEDURE)) == [(f"Print or fill {len(listed)} forms", "#forms")]
    assert "投诉登记表" in listed[0].text_content()
    assert [Path(link).name for link in listed[0].xpath("./a/@href")] == [
        "complaint-register.html",
        "GT-R-KF-26-complaint-register-blank.docx",
        "GT-R-KF-26-complaint-register.docx",
        "complaint-register.html#fill",
    ]


def test_a_procedure_of_one_form_names_it_on_its_buttons(content: Content) -> None:
    """What is printed or filled is said before it is."""
    content.write(COMPLAINTS, re.sub("GT-R-KF-2[78]", "GT-R-KF-26", content.read(COMPLAINTS)))
    library = content.library()

    def buttons(lang: str) -> list[tuple[str, str]]:
        return [(words, Path(href).name) for words, href in buttons_of(shown(library.view(lang), PROCEDURE))]

    assert buttons("zh") == [
        ("打印 GT-R-KF-26 投诉登记表", "GT-R-KF-26-complaint-register-blank.docx"),
        ("在网页上填 GT-R-KF-26 投诉登记表", "complaint-register.html#fill"),
    ]
    assert buttons("en") == [
        ("Print GT-R-KF-26 Complaint register", "GT-R-KF-26-complaint-register-blank.en.docx"),
        ("Fill in GT-R-KF-26 Complaint register on the page", "complaint-register.html#fill"),
    ]


def many_procedures(content: Content, count: int) -> Library:
    """The small library with *count* more procedures like its own."""
    text = re.sub(r"^(?:code|formerly): .*\n", "", content.read(COMPLAINTS), flags=re.MULTILINE)
    for number in range(count):
        content.write(f"handbook/{BOOK}/procedures/again-{number:02}.yaml", text)
    return content.library()


@pytest.mark.parametrize(
    ("address", "anchor", "more_like"),
    [("roles/front-desk", "procedures", 14), ("forms/complaint-register", "uses", 13)],
)
def test_a_long_list_of_uses_is_cut_and_leads_to_a_page_of_all(
    content: Content, monkeypatch: pytest.MonkeyPatch, address: str, anchor: str, more_like: int
) -> None:
    """A form used in 15 procedures shows 12 of them, says how many there are, and leads to them all; a role likewise.

    The page of a role shows more than a test has procedures, so that it is told to show as few.
    """
    assert FIRST_OF_ROLE == 40
    monkeypatch.setattr("generators.pages.uses.FIRST_OF_ROLE", FIRST)
    view = many_procedures(content, more_like).view("en")
    pages = {page.url: page.content for page in render_pages(view) if page.lang == "en"}
    own, every = (parsed(pages[f"{BOOK}/{address}{ending}"]) for ending in (".html", ".uses.html"))

    (more,) = own.xpath(f".//h2[@id='{anchor}']/following-sibling::p[@class='more'][1]")
    assert len(own.xpath(".//li[@class='work']")) == 12
    assert more.text_content() == "The first 12 are shownAll 15"
    assert more.find("a").get("href") == f"{address.split('/')[1]}.uses.html"
    assert len(every.xpath(".//li[@class='work']")) == 15
    assert every.xpath(".//p[@class='crumbs']/a/@href")[-1] == f"{address.split('/')[1]}.html"
    assert "Procedures with steps that use it: 15." in every.xpath("string(.//p[@class='lead'])")


def test_a_card_that_many_procedures_name_has_its_page_of_uses(content: Content) -> None:
    """A card belongs to no handbook: its page of uses is headed by one that has it, and leads to every procedure."""
    content.write(COMPLAINTS, re.sub("^related: .*$", "related: [cards/gas]", content.read(COMPLAINTS), flags=re.M))
    pages = {page.url: page.content for page in render_pages(many_procedures(content, 14)) if page.lang == "zh"}
    every = parsed(pages["cards/gas.uses.html"])

    assert every.xpath("string(.//header[@class='print-head'])") == (
        "示例物业服务有限公司（售后服务）客户服务工作手册 哪里用到：燃气泄漏"
    )
    assert len([link for link in every.xpath(".//li//a/@href") if "/procedures/again-" in link]) == 14


def test_few_uses_have_no_page_of_their_own(content: Content) -> None:
    """With seven procedures, the page of every record says it all."""
    pages = list(render_pages(many_procedures(content, 5)))

    assert not [page.url for page in pages if page.url.endswith(".uses.html")]
    assert not [page.url for page in pages if 'class="more"' in page.content]


def test_no_record_has_the_address_of_a_page_of_uses() -> None:
    """An id has no full stop, so that the page of all uses stands beside every record that there can be."""
    assert not ID.fullmatch(url_of_uses("front-desk").removesuffix(".html"))
