"""The page of a form: where it is filled, its downloads, its picture; then its uses and fields, how long it is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generators.form import form_path
from generators.form_sense import SenseSayer
from generators.pages.form_blocks import explain
from generators.pages.form_fill import web_form
from generators.pages.forms import form_actions, form_links, print_href
from generators.pages.page import Page
from generators.pages.record import Content, Fact
from generators.pages.uses import uses_on
from generators.sample_data import sample_values
from generators.wording.filling import SheetWords
from generators.wording.tables import AUDIENCES, ORIENTATIONS
from schemas.defaults import FormDefaults, form_defaults
from schemas.entry import Entry
from schemas.form import Form


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the form as a picture, `href` being where a reader sees it at full size."""

    src: str
    href: str
    width: int
    height: int
    alt: str


def content(page: Page) -> Content:
    """What the page of a form says."""
    assert page.entry is not None
    form = page.entry.record
    assert isinstance(form, Form)
    kept = form_defaults(page.view, page.entry)
    links = form_links(page, page.entry)
    sections = explain(page, form)
    body = page.render(
        "form.html.j2",
        form=form,
        kept=kept,
        links=links,
        samples=_samples(page, page.entry),
        sheet=_sheet(page, form),
        pictures=tuple(_pictures(page, page.entry)),
        web=web_form(page, form, sections) if links.fill else None,
        sections=sections,
        agreements=SenseSayer(page, form).elsewhere(),
        uses=uses_on(page, page.entry.address),
        totals=tuple(page.plain(total.title) for total in form.totals),
    )
    folded = page.t.about_form if links.fill else ""
    return Content(body, tuple(_facts(page, form, kept)), form_actions(page, links), folded=folded)


def _samples(page: Page, entry: Entry) -> str:
    """What a sheet of the form prints of sample data; nothing where all is the project's own."""
    values = sample_values(page.view, entry)
    return page.t.sample_data.format(values=page.t.list_separator.join(values.values())) if values else ""


def _sheet(page: Page, form: Form) -> str:
    """What `sheet.js` needs to tell whether a printed sheet is current, as JSON."""
    sheet = {
        "printed": page.fingerprint,
        "edition": str(form.edition),
        "withdrawn": form.status.state == "withdrawn",
        "words": dict(SheetWords(page.lang)),
    }
    return json.dumps(sheet, ensure_ascii=False)


def _pictures(page: Page, entry: Entry) -> Iterator[PageView]:
    """The pages of the blank form in the page's language."""
    document = form_path(entry, "blank", page.lang)
    pdf = print_href(page, page.prints.pdf(document))
    pictures = page.prints.pictures(document)
    for number, picture in enumerate(pictures, 1):
        src = print_href(page, picture.path)
        alt = page.t.picture_alt.format(title=page.plain(entry.record.title), page=number, pages=len(pictures))
        yield PageView(src, f"{pdf}#page={number}" if pdf else src, picture.width, picture.height, alt)


def _facts(page: Page, form: Form, kept: FormDefaults) -> Iterator[Fact]:
    yield Fact(page.t.audience, AUDIENCES[form.audience].say(page.lang))
    yield Fact(page.t.paper, f"{form.page.size} {ORIENTATIONS[form.page.orientation].say(page.lang)}")
    if kept.time is not None:
        keep = page.time(kept.time)
        if kept.from_:
            keep = page.t.keep_from.format(time=keep, from_=page.plain(kept.from_))
        yield Fact(page.t.keep, keep)
    yield Fact(page.t.privacy, page.privacy(kept.privacy), tone=kept.privacy)
