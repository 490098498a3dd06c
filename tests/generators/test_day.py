"""The day of a role and the table of who does what, beside what the records say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from generators.page import render_record
from generators.pages.role_files import day_file, names_file
from generators.pages.roles import roles_page
from generators.pages.who import who_page
from schemas.library import Library
from schemas.procedure import PeriodicWork, Procedure, Step
from tests.schemas.content import COMPLAINTS, Content

BOOK = "greentown-after-sales"
DESK = f"{BOOK}/roles/front-desk"
WEEKLY = "  - {id: weekly-look, title: 看一遍, every: 每周五, by: service-centre-manager, do: 看一遍登记表}\n"


def parsed(content: str) -> Any:
    """A page as a browser would read it."""
    return html.fromstring(content)


def shown(view: Library, role: str) -> Any:
    """The page of a role."""
    return parsed(render_record(view, view.entries[role]).content)


def items(tree: Any, part: str) -> list[str]:
    """What the day of a role has of a part, by what each is known by."""
    found: list[str] = tree.xpath(f".//*[@data-part='{part}']//@data-item")
    return found


def doers(work: Step | PeriodicWork) -> list[str]:
    """Who does it, who takes part, and who does it outside the hours."""
    if isinstance(work, PeriodicWork):
        return [str(work.by)]
    after = [str(work.after_hours.by)] if work.after_hours and work.after_hours.by else []
    return [str(work.by), *map(str, work.with_), *after]


def said(script: bytes) -> Any:
    """What a data file holds."""
    return json.loads(script.decode().partition(" = ")[2].rstrip(";\n"))


def test_the_day_has_every_step_of_the_role_and_nothing_else(library: Library) -> None:
    """Its own steps, those it takes part in and those it does outside the hours, of every procedure."""
    for entry in library.of_kind("roles", BOOK):
        expected = {
            f"{procedure.address}#step-{step.id}"
            for procedure in library.of_kind("procedures", BOOK)
            if isinstance(procedure.record, Procedure)
            for step in procedure.record.steps
            if entry.id in doers(step)
        }
        links = shown(library, entry.address).xpath(".//*[@data-part='cases']//ol//a[not(@class)]/@href")

        assert {link.replace("../", f"{BOOK}/").replace(".html", "") for link in links} == expected, entry.address


@pytest.mark.parametrize(("lang", "titles"), [("zh", ["每周", "每月"]), ("en", ["Every week", "Every month"])])
def test_recurring_work_stands_under_how_often_it_comes(content: Content, lang: str, titles: list[str]) -> None:
    """In both languages as the Chinese of its author has it; what comes more often stands first."""
    content.write(COMPLAINTS, content.read(COMPLAINTS).replace("\nrecords:\n", f"{WEEKLY}\nrecords:\n", 1))
    tree = shown(content.library().view(lang), f"{BOOK}/roles/service-centre-manager")
    rounds = tree.xpath(".//section[@class='round']")

    assert [each.findtext("h3") for each in rounds] == titles
    assert "每周五" in rounds[0].text_content()


def test_a_moment_of_the_handbook_names_what_is_done_then(library: Library) -> None:
    """What has happened comes first, as the handbook words it; the procedure stands beside it."""
    first = shown(library, DESK).xpath(".//*[@data-part='cases']/li")[0]

    assert first.xpath("string(.//p[@class='work__title']/a)") == "有人投诉"
    assert "GT-BF-KF-001" in first.xpath("string(.//p[@class='work__title']/span)")


def test_each_form_of_the_day_is_named_and_can_be_printed_and_filled(library: Library) -> None:
    """By code and title, with a blank to print, a Word file to fill and the page that takes it."""
    tree = shown(library, DESK)
    (form,) = tree.xpath(f".//*[@data-part='forms']/li[@data-item='{BOOK}/forms/complaint-register']")

    assert form.xpath("string(.//a[1])") == "GT-R-KF-26投诉登记表"
    assert [link.rpartition("/")[2] for link in form.xpath(".//a/@href")] == [
        "complaint-register.html",
        "GT-R-KF-26-complaint-register-blank.docx",
        "GT-R-KF-26-complaint-register.docx",
        "complaint-register.html#fill",
    ]


def test_the_cards_of_a_role_are_those_its_handbook_gives_it_a_part_in(library: Library) -> None:
    """The handbook says who the actors of its cards are; a role that is none of them has no cards."""
    assert items(shown(library, DESK), "cards") == ["cards/fire", "cards/gas"]
    assert items(shown(library, f"{BOOK}/roles/customer-service"), "cards") == []


def test_the_forms_of_steps_done_outside_the_hours_belong_to_the_day(content: Content) -> None:
    """Whoever sits at the desk at night writes in the same register."""
    text = content.read(COMPLAINTS)
    content.write(COMPLAINTS, text.replace("by: front-desk", "by: front-desk\n    after_hours: order-guard", 1))
    tree = shown(content.library(), f"{BOOK}/roles/order-guard")

    assert items(tree, "cases")[:1] == [f"{BOOK}/procedures/complaint-handling"]
    assert "非服务时间" in tree.xpath("string(.//*[@data-part='cases']/li[1])")
    assert f"{BOOK}/forms/complaint-register" in items(tree, "forms")


def test_the_table_has_each_step_under_whoever_does_it(library: Library) -> None:
    """As many numbers as the records have doers, each leading to its step, in a cell that names the role."""
    tree = parsed(who_page(library, BOOK).content)
    procedures = (entry.record for entry in library.of_kind("procedures", BOOK))
    steps: list[Step | PeriodicWork] = []
    for procedure in procedures:
        assert isinstance(procedure, Procedure)
        steps += (*procedure.steps, *procedure.periodic)
    roles = {entry.id for entry in library.of_kind("roles", BOOK)}
    done = [doer for step in steps for doer in doers(step) if doer in roles]

    assert len(tree.xpath(".//td/a")) == len(done)
    columns = [link.text for link in tree.xpath(".//thead//a")]
    for row in tree.xpath(".//tbody/tr"):
        assert [cell.get("data-label") for cell in row.xpath("td")] == columns


def test_every_role_is_listed_and_can_be_said_to_be_ones_own(library: Library) -> None:
    """Once in the list of its handbook, once to be compared, once in the file of names."""
    tree = parsed(roles_page(library).content)
    roles = [entry.address for entry in library.of_kind("roles")]

    assert sorted(tree.xpath(".//button[@data-does='iam']/@data-role")) == sorted(roles)
    assert sorted(filter(None, tree.xpath(".//select[@name='a']//option/@value"))) == sorted(roles)
    names = {
        f"{book}/roles/{id_}": titles for book, _, listed in said(names_file(library)) for id_, titles, _ in listed
    }
    assert sorted(names) == sorted(roles)
    assert names[DESK] == {lang: library.view(lang).heading(DESK, "").title for lang in library.languages}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_file_of_a_day_says_what_the_page_says(library: Library, lang: str) -> None:
    """It is cut from the page, from the mission to what the role may and never does."""
    view = library.view(lang)
    page = render_record(view, view.entries[DESK])
    data = said(day_file(page, view.names(BOOK)[1]))

    assert data["html"] in page.content
    assert data["url"] == f"{DESK}.html"
    day = parsed(f"<div>{data['html']}</div>")
    for part in ("cards", "cases", "forms", "duties", "may", "never"):
        assert items(day, part) == items(parsed(page.content), part)
        assert day.xpath(f".//*[@data-part='{part}']")


def test_a_text_cannot_end_the_day_or_its_script(content: Content) -> None:
    """What looks like the mark at the end of the day, or like the end of a script, is text."""
    hostile = "</script><!--/day--><script>alert(1)</script>"
    content.change(f"handbook/{DESK}.yaml", "业主见到的第一个人", f"{hostile}业主见到的第一个人")
    view = content.library()
    script = day_file(render_record(view, view.entries[DESK]), "")

    assert b"</" not in script
    assert "&lt;!--/day--&gt;" in said(script)["html"]
