"""The list of all forms, and the downloads of one or of several: what every page that names forms offers."""

from __future__ import annotations

from dataclasses import dataclass

from generators.docx.document import VARIANTS, Variant
from generators.form import form_path
from generators.pages.listing import facet, telling
from generators.pages.page import Link, Page, Rendered
from generators.pages.record import Action
from generators.pages.registers import Control, control_of
from generators.pages.sectors import by_sector
from generators.printing.bundles import Bundle, handbook_bundle
from generators.printing.prints import NO_PRINTS, Prints
from generators.wording.tables import VARIANT_TITLES
from schemas.defaults import form_defaults
from schemas.entry import Entry
from schemas.field import Privacy
from schemas.form import Form
from schemas.languages import NAMES
from schemas.library import Library
from schemas.reads import derived
from schemas.record import State


@dataclass(frozen=True, slots=True)
class FileLink:
    """A form in one variant and one language: its Word file, and its PDF when there is one."""

    language: str
    word: str
    pdf: str


@dataclass(frozen=True, slots=True)
class BundleLinks:
    """Several blank forms at once: one ZIP, and one PDF to print when there is one."""

    count: int
    zip: str
    pdf: str


@dataclass(frozen=True, slots=True)
class FormLinks:
    """A form's page and its files, as seen from one page; `fillable`, `blank` and `pdf` are in the page's language.

    `pdf` is the blank form as PDF, empty when there is none; `fill` is where its page takes what is filled in, empty
    for a withdrawn form and in the book, which has nothing beside it.
    """

    link: Link
    fill: str
    fillable: str
    blank: str
    pdf: str
    files: tuple[tuple[Variant, str, tuple[FileLink, ...]], ...]
    summary: str
    keep: str
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What a form is for, how long it is kept filled in, who may see it then, and where its text stands."""

    summary: str
    keep: str
    privacy: Privacy
    state: State


def form_links(page: Page, entry: Entry) -> FormLinks:
    """The page and the downloads of a form."""
    facts = facts_of_form(page.view, entry.address)

    def file(variant: Variant, lang: str) -> FileLink:
        path = form_path(entry, variant, lang)
        return FileLink(NAMES.of(lang).say(page.lang), print_href(page, path), print_href(page, page.prints.pdf(path)))

    languages, fillable = page.view.languages, file("fill", page.lang).word
    is_filled = bool(fillable) and facts.state != "withdrawn"
    return FormLinks(
        link=page.link(entry),
        fill=page.href(entry, "fill") if is_filled else "",
        fillable=fillable,
        blank=file("blank", page.lang).word,
        pdf=file("blank", page.lang).pdf,
        files=tuple(
            (variant, VARIANT_TITLES[variant].say(page.lang), tuple(file(variant, lang) for lang in languages))
            for variant in reversed(VARIANTS)
        ),
        summary=facts.summary,
        keep=facts.keep,
        privacy=facts.privacy,
    )


@derived
def facts_of_form(view: Library, address: str) -> FormFacts:
    """What every page that offers a form says of it."""
    entry = view.entries[address]
    form = entry.record
    assert isinstance(form, Form)
    summary, kept = view.plain(form.summary or "", entry), form_defaults(view, entry)
    return FormFacts(summary, kept.time.say(view.lang) if kept.time else "", kept.privacy, form.status.state)


def form_actions(page: Page, links: FormLinks) -> tuple[Action, ...]:
    """The buttons of a form on its own page: print it blank, and fill it; none when it is withdrawn."""
    return _actions(links, page.t.print_form, page.t.fill_on_page)


def named_form_actions(page: Page, links: FormLinks) -> tuple[Action, ...]:
    """The same buttons on the page of something else: they name the form."""
    name = links.link.name
    return _actions(links, page.t.print_named.format(title=name), page.t.fill_named.format(title=name))


def _actions(links: FormLinks, print_: str, fill: str) -> tuple[Action, ...]:
    """The form is printed as PDF where there is one."""
    if not links.fill:
        return ()
    return (
        Action(print_, "printer", links.pdf or links.blank, download=not links.pdf),
        Action(fill, "edit", links.fill),
    )


def print_href(page: Page, path: str) -> str:
    """The address of a file under the forms folder; empty when *path* is."""
    return page.file_href(f"forms/{path}") if path else ""


def bundle_links(page: Page, bundle: Bundle | None) -> BundleLinks | None:
    """The files of a bundle; None without one, and in the book, which has no files beside it."""
    if bundle is None or not (zip_ := print_href(page, bundle.zip)):
        return None
    return BundleLinks(len(bundle.forms), zip_, print_href(page, page.prints.pdf(bundle.zip)))


@dataclass(frozen=True, slots=True)
class ListedForm:
    """A line of the list of forms: the form with its files, and where it stands."""

    links: FormLinks
    control: Control


@dataclass(frozen=True, slots=True)
class Shelf:
    """The forms of a handbook, and all of them at once."""

    id: str
    title: str
    forms: tuple[ListedForm, ...]
    together: BundleLinks | None


def forms_page(view: Library, prints: Prints = NO_PRINTS) -> Rendered:
    """The page that lists every form by sector and handbook; each handbook is folded, but one that is alone."""
    page = Page(view, "forms.html", prints=prints)
    shelves = tuple(shelf for id_ in view.handbook_ids() if (shelf := _shelf(page, id_)).forms)
    states = (form.control.status for shelf in shelves for form in shelf.forms)
    return page.finish(
        "forms.html.j2",
        page.t.all_forms,
        page.t.forms_lead,
        shelves=shelves,
        facets=telling(
            facet("book", page.t.handbook, ((shelf.id, shelf.title) for shelf in shelves)),
            facet("status", page.t.status, ((state, page.state(state)) for state in states)),
        ),
        sectors=by_sector(page, ((shelf.id, shelf) for shelf in shelves)),
    )


def listed_form(page: Page, entry: Entry) -> ListedForm:
    """A form as a line of a list of forms."""
    return ListedForm(form_links(page, entry), control_of(page.view, entry.address))


def _shelf(page: Page, handbook: str) -> Shelf:
    entries = page.view.of_kind("forms", handbook)
    forms = tuple(listed_form(page, entry) for entry in entries)
    title = page.view.names(handbook)[0]
    return Shelf(handbook, title, forms, bundle_links(page, handbook_bundle(page.view, handbook)))
