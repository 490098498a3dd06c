"""The first page of the library: the question box, what has just happened at the counter, and the handbooks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generators.pages.cards import all_cards
from generators.pages.page import Link, Page, Rendered
from generators.pages.record import asks_in
from generators.pages.tiles import tiles
from schemas.entry import Entry
from schemas.kinds import KINDS, Kind
from schemas.library import Library
from schemas.procedure import Procedure
from schemas.reads import derived
from schemas.words import Bilingual

_EXAMPLES = 6


@dataclass(frozen=True, slots=True)
class Cover:
    """A handbook on the shelf."""

    link: Link
    company: str
    summary: str
    edition: str
    counts: tuple[tuple[str, int], ...]


def home_page(view: Library) -> Rendered:
    """The first page."""
    page = Page(view, "index.html")
    settings = view.settings
    return page.finish(
        "home.html.j2",
        str(settings.title),
        str(settings.greeting),
        greeting=str(settings.greeting),
        cards=all_cards(page),
        tiles=tuple(tiles(page, settings.tasks, settings.default)),
        covers=tuple(_cover(page, id_) for id_ in view.handbooks),
        counts=_counts(page),
        examples=examples(view),
        courses=[page.link(entry) for entry in view.of_kind("courses")],
    )


def ask_page(view: Library) -> Rendered:
    """The page of the question box."""
    page = Page(view, "ask.html")
    return page.finish("ask.html.j2", page.t.ask_title, page.t.ask_lead, examples=examples(view))


def _counts(page: Page) -> tuple[str, ...]:
    view, forms = page.view, len(page.view.of_kind("forms"))
    return (
        page.t.count_handbooks.format(n=len(view.handbooks)),
        page.t.count_records.format(n=len(view.entries) - forms),
        page.t.count_steps.format(n=count_of_steps(view)),
        page.t.count_forms.format(n=forms),
    )


@derived
def count_of_steps(view: Library) -> int:
    """How many steps the procedures of the library have."""
    return sum(steps_of(view, entry.address) for entry in view.of_kind("procedures"))


@derived
def steps_of(view: Library, procedure: str) -> int:
    """How many steps a procedure has."""
    record = view.entries[procedure].record
    assert isinstance(record, Procedure)
    return len(record.steps)


def _cover(page: Page, handbook: str) -> Cover:
    title, company, summary, edition = cover_of(page.view, handbook)
    kinds = Counter(entry.kind for entry in page.view.of_handbook(handbook))
    return Cover(
        link=Link(title, page.href(f"{handbook}/index.html")),
        company=company,
        summary=summary,
        edition=page.t.edition_is.format(edition=edition),
        counts=tuple((_counted(KINDS[kind], n).of(page.lang), n) for kind, n in kinds.items()),
    )


@derived
def cover_of(view: Library, handbook: str) -> tuple[str, str, str, str]:
    """The title of a handbook, whose it is, what it is about, and its edition."""
    file = view.handbooks[handbook].file
    return str(file.title), str(file.company.short or file.company.name), str(file.summary), str(file.edition)


def _counted(kind: Kind, n: int) -> Bilingual:
    return kind.noun if n == 1 else kind.nouns


@derived
def examples(view: Library) -> tuple[str, ...]:
    """Questions to begin with: one of each task's record, in the words of those who ask."""
    entries = (view.find(task.to, view.settings.default) for task in view.settings.tasks)
    asks = (_ask(view, entry) for entry in entries if entry is not None)
    return tuple(dict.fromkeys(filter(None, asks)))[:_EXAMPLES]


def _ask(view: Library, entry: Entry) -> str:
    return next(asks_in(view.lang, entry.record.asks), "")
