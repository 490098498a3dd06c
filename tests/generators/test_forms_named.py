"""Every form stands at the step where it is used by its code and name, and every button for one says which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html

from generators.page import render_pages, render_record
from schemas.entry import Entry
from schemas.library import Library
from schemas.loader import load_library
from schemas.procedure import Procedure
from schemas.script import Script
from tests.schemas.content import LIBRARY, handbooks

FILES = ".//a[@download or contains(@href, '.html#fill')][contains(@href, 'forms/')]"
"""Links to the file of a form, or to where it is filled."""


@pytest.fixture(scope="module")
def small() -> Library:
    """The small library."""
    return load_library(LIBRARY).require()


def words(element: Any) -> str:
    """What a link is called: its label, else its text."""
    return " ".join((element.get("aria-label") or element.text_content()).split())


def used_at(entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The anchors of a record's page at which forms are used, each with the references to them."""
    record = entry.record
    if isinstance(record, Procedure):
        yield from ((f"step-{step.id}", step.every_form) for step in record.steps)
        yield from ((f"periodic-{work.id}", work.every_form) for work in record.periodic)
    if isinstance(record, Script):
        yield from ((f"node-{id_}", node.forms) for id_, node in record.nodes.items())


def unnamed(view: Library, entry: Entry) -> Iterator[str]:
    """The forms of a record that do not stand where they are used, by code and name."""
    page: Any = html.fromstring(render_record(view, entry).content)
    for anchor, references in used_at(entry):
        (place,) = page.xpath("//*[@id=$anchor]/ancestor-or-self::li[1]", anchor=anchor)
        chips = {words(link) for link in place.xpath(".//p[contains(@class, 'chips')]//a")}
        for form in filter(None, (view.find(reference, entry.handbook) for reference in references)):
            name = " ".join(filter(None, (form.code, view.title(form.address))))
            if name not in chips:
                yield f"{entry.address}#{anchor}: {name}"


def without_name(library: Library) -> Iterator[str]:
    """Links to the file of a form on pages that are not its own, which do not say which form it is."""
    titles = {
        str(view.title(form.address)) for view in map(library.view, library.languages) for form in view.of_kind("forms")
    }
    own = {form.url for form in library.of_kind("forms")}
    for page in (page for page in render_pages(library) if page.url not in own):
        tree: Any = html.fromstring(page.content)
        for link in tree.xpath(FILES):
            if (
                "/" in link.get("href")
                and not any(title in words(link) for title in titles)
                and ".zip" not in link.get("href")
            ):
                yield f"{page.lang} {page.url}: {words(link)}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_stands_at_its_step_by_code_and_name(small: Library, lang: str) -> None:
    """Of procedures, periodic work and scripts."""
    view = small.view(lang)

    assert [
        each for kind in ("procedures", "scripts") for entry in view.of_kind(kind) for each in unnamed(view, entry)
    ] == []


def test_a_button_for_a_form_says_which(small: Library) -> None:
    """On every page but the form's own, where there is but one."""
    assert list(without_name(small)) == []


@pytest.mark.prove
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_of_all_handbooks_stands_at_its_step(lang: str) -> None:
    """Of every record that uses forms."""
    view = handbooks().view(lang)

    assert [
        each for kind in ("procedures", "scripts") for entry in view.of_kind(kind) for each in unnamed(view, entry)
    ] == []


@pytest.mark.prove
def test_every_button_for_a_form_of_all_handbooks_says_which() -> None:
    """On every page but the form's own."""
    assert list(without_name(handbooks())) == []
