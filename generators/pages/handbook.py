"""The first page of a handbook: chapters, organisation, the project's card of phones, and document control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generators.pages.cards import card_in
from generators.pages.chapters import Shelf, shelves
from generators.pages.courses import course_view
from generators.pages.organisation import boxes
from generators.pages.page import FORM_KINDS, OVERVIEW, Link, Page, Rendered
from generators.pages.record import Action, Fact
from generators.pages.sectors import main_posts
from generators.pages.tiles import tiles
from generators.pages.who import who_url
from generators.printing.prints import BOOKS, NO_PRINTS, Prints
from generators.wording.site import PROJECT_VALUES
from generators.wording.tables import PARTY_KINDS, READERS, say_trade
from schemas.cards_used import cards_of
from schemas.entry import Entry
from schemas.handbook import Defaults, DocumentControl, OpeningHours, Party, PartyKind
from schemas.icons import Icon
from schemas.languages import SUFFIX
from schemas.library import Library
from schemas.presence import Opening
from schemas.procedure import Procedure
from schemas.reads import derived
from schemas.record import Signed, State
from schemas.scalars import Id, Text
from schemas.telephone import telephone


@dataclass(frozen=True, slots=True)
class Item:
    """A record in the list of a chapter."""

    link: Link
    icon: Icon
    kind: str
    summary: str
    status: State


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as the page prints it."""

    anchor: str
    title: str
    items: tuple[Item, ...]
    chapters: tuple[Chapter, ...]
    planned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookLinks:
    """The bound book as its handbook's page offers it: both files, and the fingerprint to check a copy by."""

    pdf: str
    pages: str
    word: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ProjectValue:
    """One of the project's own values; `number` is its telephone number, when it is one, and `note` the rest of it."""

    label: str
    text: str
    number: str = ""
    note: str = ""


def handbook_page(view: Library, handbook: str, prints: Prints = NO_PRINTS) -> Rendered:
    """The first page of *handbook*."""
    page = Page(view, f"{handbook}/index.html", prints=prints)
    file = view.handbooks[handbook].file
    values = tuple(_values(page, file.project))
    body = page.render(
        "handbook_body.html.j2",
        file=file,
        chapters=tuple(_chapter(page, shelf) for shelf in shelves(view, handbook)),
        organisation=boxes(page, handbook),
        who=page.href(who_url(handbook)) if view.of_kind("roles", handbook) else "",
        phones=[value for value in values if value.number],
        values=[value for value in values if not value.number],
        cards=[card_in(page, handbook, card) for card in cards_of(view, handbook)],
        plans=[page.link(view.entries[plan]) for plan in plans_of(view, handbook)],
        collection=tuple(_collection(page, handbook)),
        tiles=tuple(tiles(page, file.tasks, handbook)),
        courses=tuple(course_view(page, entry) for entry in view.of_kind("courses", handbook)),
        opening=tuple(_opening(page, file.hours)) if file.hours else (),
        parties=_parties(page, file.parties.values()),
        defaults=tuple(_defaults(page, file.defaults)),
        signatures=tuple(_signatures(page, file.control)),
        book=_book(page, handbook),
    )
    return page.finish(
        "handbook.html.j2",
        str(file.title),
        str(file.summary),
        body=body,
        file=file,
        audience=READERS[file.audience].of(page.lang) if file.audience else "",
        posts=main_posts(view, handbook),
        handbook=handbook,
        trade=say_trade(file.trade, page.lang) if file.trade else "",
    )


def _collection(page: Page, handbook: str) -> Iterator[Action]:
    """The lists that the handbook stands in: its own, and those of the whole collection narrowed down to it."""
    yield Action(page.t.registers, "stamp", page.href(f"{handbook}/registers.html"))
    if page.view.of_kind("forms", handbook):
        yield Action(page.t.form_kinds, "form", f"{page.href(FORM_KINDS)}#?book={handbook}")
    yield Action(page.t.overview, "list", f"{page.href(OVERVIEW)}#book-{handbook}")


def _opening(page: Page, hours: OpeningHours) -> Iterator[Fact]:
    """When the desk is open and who answers otherwise, what is night, and the calendar."""
    yield Fact(page.t.desk_open, Opening(hours.days, hours.open).say(page.lang))
    if hours.after_hours:
        role = page.view.role(hours.after_hours, page.handbook)
        title = page.view.actor_title(hours.after_hours, page.handbook)
        yield Fact(page.t.after_hours, links=(Link(title, page.href(role) if role else ""),))
    if hours.night:
        yield Fact(page.t.night, hours.night.say(page.lang))
    if hours.holidays:
        words = (
            page.t.holiday_is.format(title=holiday.title, first=holiday.from_, last=holiday.to)
            for holiday in hours.holidays
        )
        yield Fact(page.t.holidays, page.t.list_separator.join(words))
    if hours.workdays:
        yield Fact(page.t.workdays, page.t.list_separator.join(map(str, hours.workdays)))


def _parties(page: Page, parties: Iterable[Party]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parties by what they are to the department, those that do not say last."""
    by_kind: dict[PartyKind | None, list[str]] = {}
    for party in parties:
        by_kind.setdefault(party.kind, []).append(str(party.title))
    kinds = sorted(by_kind, key=lambda kind: kind is None)
    return tuple((PARTY_KINDS[kind].of(page.lang) if kind else "", tuple(by_kind[kind])) for kind in kinds)


def _defaults(page: Page, defaults: Defaults) -> Iterator[Fact]:
    if defaults.privacy:
        yield Fact(page.t.privacy, page.privacy(defaults.privacy))
    if keep := defaults.keep:
        time = page.time(keep.time) if keep.time else ""
        yield Fact(page.t.keep, page.t.keep_from.format(time=time, from_=keep.from_) if keep.from_ else time)
    dispose = defaults.dispose or (defaults.keep.dispose if defaults.keep else None)
    for label, text in (
        (page.t.dispose_head, dispose), (page.t.strike_out, defaults.strike_out), (page.t.basis, defaults.basis)
    ):  # fmt: skip
        if text:
            yield Fact(label, str(text))


def _book(page: Page, handbook: str) -> BookLinks | None:
    """The handbook bound as a book in the language of the page, where it was made."""
    name = f"{handbook}{SUFFIX.of(page.lang)}"
    facts = page.prints.book(name)
    if facts is None:
        return None
    href = page.file_href(f"{BOOKS}/{name}")
    pages = page.t.bound_pdf.format(pages=facts.pages)
    return BookLinks(
        f"{href}.pdf", pages, f"{href}.docx", page.t.bound_fingerprint.format(fingerprint=facts.fingerprint)
    )


def _signatures(page: Page, control: DocumentControl) -> Iterator[tuple[str, Signed]]:
    words = {"prepared": page.t.written, "checked": page.t.checked, "approved": page.t.approved_role}
    return ((words[name], signed) for name, signed in control.signatures)


@derived
def plans_of(view: Library, handbook: str) -> tuple[str, ...]:
    """The addresses of the procedures of a handbook that are emergency plans."""
    procedures = ((entry, entry.record) for entry in view.of_kind("procedures", handbook))
    return tuple(entry.address for entry, record in procedures if isinstance(record, Procedure) and record.plan)


def _chapter(page: Page, shelf: Shelf) -> Chapter:
    return Chapter(
        anchor=f"chapter-{shelf.id}",
        title=shelf.title,
        items=tuple(_item(page, entry) for entry in shelf.entries),
        chapters=tuple(_chapter(page, inner) for inner in shelf.shelves),
        planned=shelf.planned,
    )


def _item(page: Page, entry: Entry) -> Item:
    kind, (summary, state) = entry.of, summary_and_state(page.view, entry.address)
    return Item(page.link(entry), kind.icon, kind.words.of(page.lang), summary, state)


@derived
def summary_and_state(view: Library, address: str) -> tuple[str, State]:
    """What a record is about, and where its text stands: what the list of a chapter says of it."""
    entry = view.entries[address]
    return view.plain(entry.record.summary or "", entry), entry.record.status.state


def _values(page: Page, project: Mapping[Id, Text]) -> Iterator[ProjectValue]:
    for id_, text in project.items():
        usual = PROJECT_VALUES.get(id_)
        label = usual.say(page.lang) if usual else str(id_).replace("-", " ").capitalize()
        number = telephone(text)
        note = text.replace(number, "").strip() if number else ""
        yield ProjectValue(label, text, number, note)
