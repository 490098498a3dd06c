"""One page while it is being written: where it stands, in which language, and how it words what a record says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from generators.docx.printed import printed_fingerprint
from generators.docx.qr import quick_qr_svg
from generators.labels import Labels
from generators.pages.cards_used import book_shown, given_to
from generators.pages.chart import DrawnChart
from generators.pages.defined import defined_words, with_meanings
from generators.pages.links import relative
from generators.pages.template import environment, finished, headings
from generators.printing.prints import NO_PRINTS, Prints
from generators.wording.tables import PRIVACIES, STATES
from schemas.anchors import anchor
from schemas.duration import Duration
from schemas.entry import Entry
from schemas.field import Privacy
from schemas.form import Form
from schemas.languages import PREFIX
from schemas.laws import Citation, say_articles
from schemas.library import Library, Resolved
from schemas.record import State
from schemas.saying import say_timer

LAWS: Final = "laws.html"
"""The page of all laws."""
CARDS: Final = "cards.html"
"""The page of all emergency cards."""
OVERVIEW: Final = "overview.html"
"""The page of the collection at a glance."""
FORM_KINDS: Final = "form-kinds.html"
"""The page of all forms by kind."""
REGISTERS: Final = "registers.html"
"""The page of the controlled lists of all handbooks."""


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads; without `href` it is only a title."""

    title: str
    href: str = ""
    code: str = ""

    @property
    def name(self) -> str:
        """The code, where there is one, and the title."""
        return f"{self.code} {self.title}" if self.code else self.title


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page without its frame.

    Attributes:
        lang: the language it is written in.
        url: the page, relative to the top of that language's site.
        title: plain words, on one line.
        description: plain words, on one line; may be empty.
        content: HTML, what stands between the menu and the foot.
        start: the HTML id of the first heading, where one skips the head of the page to; empty when it has none.
    """

    lang: str
    url: str
    title: str
    description: str
    content: str
    start: str

    @property
    def path(self) -> str:
        """The page as a file of the site that both languages share."""
        return PREFIX.of(self.lang) + self.url


@dataclass(frozen=True, slots=True)
class Target:
    """A record, or a part of it with its anchor, as every page names it that leads there."""

    title: str
    code: str
    address: str
    anchor: str

    @property
    def url(self) -> str:
        """The page of the record."""
        return f"{self.address}.html"


class Page:
    """A page of one language's site.

    Args:
        view: the library in the page's language.
        url: the page, relative to the top of that language's site.
        entry: the record the page is about, when it is about one.
        prints: the PDFs and pictures of forms that the page can offer.
        chart: the record's flowchart.
    """

    def __init__(
        self,
        view: Library,
        url: str,
        entry: Entry | None = None,
        prints: Prints = NO_PRINTS,
        chart: DrawnChart | None = None,
    ) -> None:
        self.view = view
        self.lang = view.lang
        self.url = url
        self.entry = entry
        self.prints = prints
        self.chart = chart
        self.t = Labels(view.lang)
        self._known: set[str] = set()

    @property
    def handbook(self) -> str:
        """The id of the handbook the page belongs to."""
        return self.url.partition("/")[0]

    @property
    def fingerprint(self) -> str:
        """What a print of this page's record is told by: of a form it is the one that its sheets carry."""
        assert self.entry is not None
        is_form = isinstance(self.entry.record, Form)
        return printed_fingerprint(self.view, self.entry) if is_form else self.entry.fingerprint

    @property
    def book(self) -> str:
        """The handbook whose people and places the page shows: that of its record, of a card one that uses it."""
        if self.entry is None:
            return ""
        return self.entry.handbook or book_shown(self.view, self.entry.address)

    @property
    def address(self) -> str:
        """Where the page is on the web; empty where nobody knows yet where the site will be."""
        base = self.view.base_url
        return f"{base.rstrip('/')}/{PREFIX.of(self.lang)}{self.url}" if base else ""

    @property
    def code(self) -> Markup:
        """A QR code of its address, for paper; empty where there is none, and in a book, which has many pages."""
        return Markup(quick_qr_svg(self.address) if self.address and not self.is_unfolded else "")  # noqa: S704 - drawn here

    is_unfolded = False
    """Whether what a page folds stands open, as on paper that no script opens it for."""
    lists_all_uses = False
    """Whether there is no other page that could show all the uses of its record."""

    def href(self, target: Entry | Target | str, part: str = "") -> str:
        """The address of a record, or of a page of this language, seen from this page; *part* is an anchor."""
        url = target if isinstance(target, str) else target.url
        return relative(self.url, f"{url}#{part}" if part else url)

    def file_href(self, path: str) -> str:
        """The address of a file that both languages share, given from the root of the site."""
        return relative(PREFIX.of(self.lang) + self.url, path)

    def part_href(self, target: Entry, part: str) -> str:
        """The address of a part of a record, given by its id; the record itself when it has no such part."""
        return self.href(target, self.view.heading(target.address, part).anchor)

    def link(self, target: Entry, part: str = "") -> Link:
        """A record, or a part of it, as a link with its title and code."""
        heading = self.view.heading(target.address, part)
        return Link(heading.title, self.href(target, heading.anchor), heading.code)

    def to(self, target: Target) -> str:
        """The address of a place as seen from this page."""
        return self.href(target, target.anchor)

    def refer(self, reference: str) -> Link:
        """What a reference of this page's record means, as a link; only its words when it means nothing."""
        target = self.view.find(reference, self._home)
        return self.link(target, reference.partition("#")[2]) if target else Link(str(reference))

    def original_title(self) -> str:
        """The title of the source document in its own language: a translation was never printed on it."""
        assert self.entry is not None
        original = self.view.view(self.view.languages[0]).entries[self.entry.address].record
        return str(original.source.title) if original.source else ""

    def actor(self, reference: str) -> Link:
        """A role, with a link to its page, or a party of the handbook."""
        entry = self.view.role(reference, self._home)
        return Link(self.view.actor_title(reference, self._home), self.href(entry) if entry else "")

    def law(self, law: str) -> Link:
        """A law, with a link to its place in the list; its id when the list has no such law."""
        listed = self.view.law(law)
        return Link(str(listed.title), self.href(LAWS, f"law-{law}")) if listed else Link(law)

    def articles(self, citation: Citation) -> str:
        """The articles that a record cites."""
        return say_articles(citation.articles, self.lang)

    def checked(self, law: str) -> str:
        """Whether a law is in force, as far as somebody has looked."""
        listed = self.view.law(law)
        after = self.view.law(str(listed.superseded_by)) if listed and listed.superseded_by else None
        if after is not None:
            return self.t.superseded.format(title=after.title)
        checked = listed.checked if listed else None
        return self.t.checked_on.format(date=checked.on) if checked else self.t.not_checked

    def state(self, state: State) -> str:
        """Where a text stands, in words."""
        return STATES[state].say(self.lang)

    def privacy(self, privacy: Privacy) -> str:
        """Who may see a filled form, in words."""
        return PRIVACIES[privacy].say(self.lang)

    def time(self, duration: Duration) -> str:
        """A length of time in words."""
        return duration.say(self.lang)

    def timer(self, duration: Duration, waits: bool) -> str:
        """How long a moment of a talk may last, or how long one *waits* in it, in words."""
        return say_timer(duration, self.lang, waits=waits)

    def plain(self, text: str | None, entry: Entry | None = None) -> str:
        """A text of a record as plain words, on one line."""
        home = entry or self.entry
        return self.view.plain(text or "", home) if home else str(text or "")

    def text(self, text: str | None, blanks: Mapping[str, str] | None = None) -> Markup:
        """A text of this page's record with its links and blanks; a line break of the author's is kept."""
        if not text:
            return Markup()
        if self.entry is None:
            return _lines(text)
        return Markup().join(map(self._piece, self.view.segments(text, self.entry, blanks)))

    def prose(self, text: str | None) -> Markup:
        """As `text`, for sentences: a term that is met for the first time on the page says what it means."""
        if not text or self.is_unfolded or self.entry is None:
            return self.text(text)
        words = defined_words(self.view, self.entry.address)

        def worded(piece: Resolved) -> Markup:
            made = self._piece(piece)
            if piece.kind != "text":
                return made
            return Markup().join(with_meanings(made, words, self.view, self._glossary, self._known))

        return Markup().join(map(worded, self.view.segments(text, self.entry)))

    def _glossary(self, part: str) -> str:
        return self.href("glossary.html", part)

    def anchor(self, kind: str, part: str) -> str:
        """The HTML id of a part of this page."""
        return anchor(kind, str(part))

    def render(self, template: str, **values: object) -> Markup:
        """A template as HTML; it sees this page as `page` and the labels as `t`."""
        rendered = environment().get_template(template).render(page=self, t=self.t, **values)
        return Markup(rendered)  # noqa: S704 - rendered with autoescape on

    def finish(self, template: str, title: str, description: str, **values: object) -> Rendered:
        """The whole page. *values* may hold `body`, whose headings become the table of contents."""
        body = values.get("body", Markup())
        assert isinstance(body, Markup)
        whole = self.render(template, contents=headings(body), **values)
        return Rendered(
            lang=self.lang,
            url=self.url,
            title=_one_line(title),
            description=_one_line(description),
            content=finished(whole),
            start=next((anchor_ for anchor_, _ in headings(whole)), ""),
        )

    @property
    def _home(self) -> str:
        return self.entry.handbook if self.entry else ""

    def _slot(self, piece: Resolved) -> Markup:
        """A place or a number in a text of a card, as the handbook shown has it."""
        assert self.entry is not None
        kind, key = ("call", piece.name.partition(".")[2]) if "." in piece.name else ("place", piece.name)
        given = given_to(self.view, self.book, self.entry.address) if self.book else {}
        fill = f"{kind}-{key}"
        return Markup('<span data-given="{}">{}</span>').format(fill, given.get(fill) or f"〔{piece.text}〕")

    def _piece(self, piece: Resolved) -> Markup:
        if piece.kind == "link" and piece.target is not None:
            href = self.part_href(piece.target, piece.part)
            return Markup('<a class="ref" href="{}">{}</a>').format(href, self.plain(piece.text, piece.target))
        if piece.kind == "figure" and piece.target is not None:
            href = self.part_href(piece.target, piece.part)
            return Markup('<a class="ref figure" href="{}">{}</a>').format(href, piece.text)
        if piece.kind == "blank":
            if not self._home:  # of a card: a handbook says where it is
                return self._slot(piece)
            return Markup('<span class="slot">{}</span>').format(piece.text)
        return _lines(piece.text)


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n") if line)


def _one_line(text: str) -> str:
    return " ".join(text.split())
