"""The list of all forms, and the downloads of one: what every page that names a form offers."""

from __future__ import annotations

from dataclasses import dataclass

from generators.docx.document import Variant
from generators.form import VARIANTS, form_file_name
from generators.pages.page import Link, Page
from schemas.form import Form
from schemas.library import Entry, Library


@dataclass(frozen=True, slots=True)
class FormLinks:
    """A form's page and its files, as seen from one page; `fillable` and `blank` are in the page's language."""

    link: Link
    fillable: str
    blank: str
    files: tuple[tuple[str, str, str], ...]
    summary: str
    keep: str
    privacy: str


def form_links(page: Page, entry: Entry) -> FormLinks:
    """The page and the downloads of a form."""
    form = entry.record
    assert isinstance(form, Form)

    def file(variant: Variant, lang: str) -> str:
        return page.file_href(f"forms/{entry.handbook}/{form_file_name(entry, variant, lang)}")

    files = tuple((variant, lang, file(variant, lang)) for variant in VARIANTS for lang in page.view.settings.languages)
    return FormLinks(
        link=page.link(entry),
        fillable=file("fill", page.lang),
        blank=file("blank", page.lang),
        files=files,
        summary=page.plain(form.summary, entry),
        keep=page.time(form.keep.time),
        privacy=form.privacy,
    )


def forms_page(view: Library) -> str:
    """The page that lists every form by handbook."""
    page = Page(view, "forms.html")
    books = []
    for id_, book in view.handbooks.items():
        forms = [form_links(page, entry) for entry in view.of_kind("forms", id_)]
        if forms:
            books.append((book.file, forms))
    return page.finish("forms.html.j2", page.t["all_forms"], page.t["forms_lead"], searchable=False, books=books)
