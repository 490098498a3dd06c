"""A book but for the pages of its contents: every part of the Word file, and what has to be known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from generators.binding import around
from generators.binding.charts import ChartPiece
from generators.binding.forms import bound_form, place_of
from generators.binding.look import book_styles
from generators.binding.manuscript import Entry, Manuscript
from generators.binding.text import parsed, places, without_charts
from generators.binding.walk import Walker
from generators.book import BookPage, BookPart, key, parts_of
from generators.docx import parts, wml
from generators.docx.document import ROOT
from generators.docx.package import Properties, assemble_sections
from generators.docx.page import PICTURE_NAMESPACES, RELATIONSHIPS
from generators.docx.styles import styles
from generators.docx.theme import theme
from generators.pages.glossary import terms_of
from generators.pages.laws import law_views
from generators.pages.page import Link, Page
from schemas.entry import Entry as Record
from schemas.fingerprint import LENGTH
from schemas.form import Form
from schemas.library import Library
from schemas.picture import PictureFile
from schemas.record import Signed

Drawer = Callable[[int], Sequence[ChartPiece]]
_OWN_PAGE: Final = frozenset({"cards", "procedures"})
"""Kinds that begin on a page of their own: what is taken out in an emergency, and what is copied for a desk."""

_ROOT: Final = (
    ROOT.replace("<w:body>", "").removesuffix(">") + f' xmlns:r="{RELATIONSHIPS}" {PICTURE_NAMESPACES}><w:body>'
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A book whose contents lack their pages.

    Attributes:
        word: its parts under `word/`; the document has a mark where its contents go.
        pictures: what it shows.
        codes: the QR codes of its forms.
        entries: its contents.
        properties: what the file says about itself.
        fingerprint: told from any other text by this.
        logo: that of the company.
    """

    word: Mapping[str, str]
    pictures: Mapping[str, PictureFile]
    codes: Mapping[str, bytes]
    entries: Sequence[Entry]
    properties: Properties
    fingerprint: str
    logo: PictureFile | None

    def document(self, contents: str) -> bytes:
        """The Word file with these contents."""
        word = {**self.word, "document.xml": self.word["document.xml"].replace(around.CONTENTS, contents)}
        return assemble_sections(word, self.pictures, self.properties, self.logo, codes=self.codes)


def draft(view: Library, handbook: str, draw: Callable[[Manuscript], Drawer], cache: Path | None = None) -> Draft:
    """The book of a handbook in the language of *view*.

    Args:
        view: the library in that language.
        handbook: which.
        draw: gives what draws the charts of a manuscript.
        cache: a folder that keeps the layouts of flowcharts from build to build.
    """
    return _Writer(view, handbook, draw, cache).draft()


@dataclass(slots=True)
class _Listed:
    """A record in the list at the end."""

    link: Link
    edition: str
    fingerprint: str


@dataclass(slots=True)
class _Writer:
    """Writes one book, part by part."""

    view: Library
    handbook: str
    draw: Callable[[Manuscript], Drawer]
    cache: Path | None
    page: Page = field(init=False)
    script: Manuscript = field(init=False)
    walker: Callable[[], Walker] = field(init=False)
    records: list[Record] = field(default_factory=list)
    word: dict[str, str] = field(default_factory=dict)
    codes: dict[str, bytes] = field(default_factory=dict)
    _body: list[str] = field(default_factory=list)
    _around: int = 0
    _above: str = ""

    def __post_init__(self) -> None:
        self.page = BookPage(self.view, None, self.handbook)
        self.script = Manuscript(self.view.lang)
        self.walker = partial(Walker, self.script, self.draw(self.script))

    def draft(self) -> Draft:
        """The book."""
        chapters = list(parts_of(self.view, self.handbook, self.cache))
        texts = [[without_charts(str(text), self.script.charts) for _, _, text in part.records] for part in chapters]
        self.records = [self._record(id_, part) for part in chapters for id_, _, _ in part.records]
        fingerprint = self._fingerprint(chapters)
        ids, wanted = places(text for chapter in texts for text in chapter)
        forms = [record for record in self.records if isinstance(record.record, Form)]
        self.script.places = ids | {place_of(form) for form in forms}
        self.script.wanted = wanted - {key(record) for record in self.records}  # those stand at their headings
        self._front(fingerprint)
        for part, chapter in zip(chapters, texts, strict=True):
            self._chapter(part, chapter)
        self._appendices(forms)
        self._end(fingerprint, len(forms))
        return self._finished(fingerprint)

    def _record(self, id_: str, part: BookPart) -> Record:
        return next(entry for entry in part.shelf.entries if key(entry) == id_)

    def _fingerprint(self, chapters: Sequence[BookPart]) -> str:
        """Twelve characters of all that the book says but itself."""
        total = hashlib.sha256()
        for part in (self._cover(""), self._control(), *(f"{each.level} {each.shelf.title}" for each in chapters)):
            total.update(part.encode())
        for chapter in chapters:
            for _, _, text in chapter.records:
                total.update(str(text).encode())
        return total.hexdigest()[:LENGTH]

    @property
    def _stamp(self) -> str:
        """Whether the book is a controlled text: where its handbook and all its records are approved."""
        is_approved = self.view.handbooks[self.handbook].file.control.approved is not None
        states = {record.record.status.state for record in self.records}
        return self.page.t.controlled_copy if is_approved and states <= {"approved"} else self.page.t.draft_copy

    def _render(self, template: str, **values: object) -> str:
        file = self.view.handbooks[self.handbook].file
        return str(self.page.render(template, file=file, stamp=self._stamp, **values))

    def _cover(self, fingerprint: str) -> str:
        return self._render("bound_cover.html.j2", fingerprint=fingerprint)

    def _control(self) -> str:
        return self._render("bound_control.html.j2", signatures=tuple(self._signatures()))

    def _signatures(self) -> Iterator[tuple[str, Signed | None]]:
        control, words = self.view.handbooks[self.handbook].file.control, self.page.t
        yield from (
            (words.written, control.prepared), (words.checked, control.checked), (words.approved_role, control.approved)
        )  # fmt: skip

    def _front(self, fingerprint: str) -> None:
        words = self.page.t
        self._section(self._walked(self._cover(fingerprint)), "", is_cover=True)
        self._section(self._walked(self._control()), words.bound_approval)
        title = wml.paragraph(wml.run(words.bound_contents), "BookFront", keep=True)
        self._section(title + around.CONTENTS, words.bound_contents)

    def _walked(self, html: str) -> str:
        walker = self.walker()
        walker.walk(parsed(html))
        return walker.markup()

    def _chapter(self, part: BookPart, texts: Sequence[str]) -> None:
        """A chapter within another begins a section as well: its pages have its title at their head.

        One that holds nothing but chapters stands above the first of them.
        """
        body = self._heading(min(part.level, 2), f"chapter-{part.shelf.id}", part.shelf.title)
        if not part.records and not part.shelf.planned:
            self._above += body
            return
        for (id_, link, _), text in zip(part.records, texts, strict=True):
            record = next(entry for entry in part.shelf.entries if key(entry) == id_)
            is_first = id_ == part.records[0][0]
            title = " ".join(filter(None, (link.code, link.title)))
            body += self._heading(3, id_, title, own_page=record.kind in _OWN_PAGE and not is_first)
            body += self._walked(text)
        if part.shelf.planned:
            planned = "".join(f"<li>{wml.escape(title)}</li>" for title in part.shelf.planned)
            body += self._walked(f"<p class='soft'>{self.page.t.planned}</p><ul>{planned}</ul>")
        self._section(body, part.shelf.title)

    def _heading(self, level: int, place: str, title: str, *, own_page: bool = False) -> str:
        self.script.entries.append(Entry(level, title, self.script.mark(place)))
        content = self.script.bookmark(place) + wml.run(title)
        markup = wml.paragraph(content, f"Heading{level}", keep=True)
        return markup.replace("<w:keepNext/>", "<w:keepNext/><w:pageBreakBefore/>", 1) if own_page else markup

    def _appendices(self, forms: Sequence[Record]) -> None:
        words, number = self.page.t, 0
        if forms:
            number += 1
            title = words.bound_appendix.format(number=number, title=words.bound_forms)
            lead = self._walked(f'<p class="lead">{wml.escape(words.bound_forms_lead)}</p>')
            self._section(self._heading(1, "bound-forms", title) + lead, words.bound_forms)
        for form in forms:
            self._form(form)
        addresses = [record.address for record in self.records]
        terms = terms_of(self.page, addresses)
        laws = [law for law in law_views(self.page, addresses) if law.cited_by]
        for title, place, html in (
            (words.glossary, "bound-terms", self._render("bound_terms.html.j2", terms=terms) if terms else ""),
            (words.laws_list, "bound-laws", self._render("bound_laws.html.j2", laws=laws) if laws else ""),
        ):
            if html:
                number += 1
                whole = words.bound_appendix.format(number=number, title=title)
                self._section(self._heading(1, place, whole) + self._walked(html), title)

    def _form(self, form: Record) -> None:
        bound = bound_form(self.view, form, self.script, self._around + 1)
        self._around += 2
        self.word |= bound.word
        self.codes |= bound.codes
        self._body.append(bound.body)

    def _end(self, fingerprint: str, forms: int) -> None:
        records = [self._listed(record) for record in self.records]
        html = self._render("bound_end.html.j2", records=records, forms=forms, fingerprint=fingerprint)
        self._section(self._walked(html), self.page.t.bound_listed, is_last=True)

    def _listed(self, record: Record) -> _Listed:
        page = BookPage(self.view, record, self.handbook)
        return _Listed(page.link(record), str(record.record.edition), page.fingerprint)

    def _section(self, body: str, title: str, *, is_cover: bool = False, is_last: bool = False) -> None:
        body, self._above = self._above + body, ""
        number = 0
        if not is_cover:
            self._around += 1
            number = self._around
            file, words = self.view.handbooks[self.handbook].file, self.page.t
            edition = words.edition_value.format(edition=file.edition)
            self.word[f"header{number}.xml"] = around.header(str(file.title), title)
            self.word[f"footer{number}.xml"] = around.footer(f"{edition} · {self._stamp}", words)
        section = around.section(number)
        self._body.append(body + (section if is_last else around.ended(section)))

    def _finished(self, fingerprint: str) -> Draft:
        lang, file = self.view.lang, self.view.handbooks[self.handbook].file
        word = {
            "styles.xml": styles(lang, *book_styles(lang)),
            "settings.xml": parts.settings(lang, False, mirrored=True),
            "fontTable.xml": parts.font_table(),
            "theme/theme1.xml": theme(),
            **self.word,
            "document.xml": f"{_ROOT}{''.join(self._body)}</w:body></w:document>",
        }
        properties = Properties(str(file.title), f"{file.edition} {fingerprint}", str(file.company.name), lang)
        logo = self.view.logo(self.handbook)
        return Draft(word, self.script.pictures, self.codes, self.script.entries, properties, fingerprint, logo)
