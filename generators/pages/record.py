"""What every record's page has: the facts in its head, its banner, what to read next and where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generators.pages.chapters import crumbs
from generators.pages.page import Link, Page, Rendered
from generators.pages.uses import uses_on
from schemas.entry import Entry
from schemas.icons import Icon
from schemas.library import Library
from schemas.reads import derived
from schemas.record import Record, Signed, Status
from schemas.references import RecordRef
from schemas.words import ByLanguage

_IS_CHINESE: Final = ByLanguage(True, False)


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of the facts list: a label and what it says, as text or as links."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line of the table of those who signed: what it stands for, name, post and day."""

    what: str
    name: str
    post: str
    on: str


@dataclass(frozen=True, slots=True)
class Action:
    """A button: a link, or (with `does`) something that a script does on this page.

    Attributes:
        says: what it gives, where its title is short of that.
        given: the key by which a card's page has its address for each handbook; one without an address is not shown.
    """

    title: str
    icon: Icon
    href: str = ""
    does: str = ""
    download: bool = False
    says: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a kind adds to the page of its records."""

    body: Markup
    facts: tuple[Fact, ...] = ()
    actions: tuple[Action, ...] = ()
    dock: tuple[Action, ...] = ()
    """What stands at the lower edge of a phone, after the contents of the page."""
    used_elsewhere: bool = True
    practice: Markup | str = ""
    """What the script of the page practises with; the printed book has none of it."""
    sections: tuple[tuple[str, str], ...] = ()
    """What stands under the first heading of the page, as (anchor, title): the second level of its contents."""
    top: Markup | str = ""
    """What comes first, before the body: the numbers to call, the question of what it is."""
    about: Markup | str = ""
    """What is told of the document besides its facts, folded with them at the end."""
    says: str = ""
    """What the record is about, where it has no summary of its own."""
    folded: str = ""
    """What that is called where it is another thing than a document."""


def record_page(page: Page, content: Content) -> Rendered:
    """The whole page of a record."""
    entry = page.entry
    assert entry is not None
    record = entry.record
    return page.finish(
        "record.html.j2",
        _front_title(page, entry),
        page.plain(record.summary) or content.says or _placed(page, entry),
        body=content.body,
        practice=content.practice,
        sections=content.sections,
        record=record,
        kind=entry.of,
        crumbs=crumbs(page, entry),
        facts=(*_identity(page, record), *content.facts, *_upkeep(page, record)),
        actions=content.actions,
        dock=content.dock,
        folded="" if entry.of.of_library else content.folded or page.t.about_document,
        top=content.top,
        about=content.about,
        courses=_courses(page, entry),
        related=_related(page, entry),
        signatures=_signatures(page, record.status),
        successor=page.refer(record.status.replaced_by) if record.status.replaced_by else None,
        abroad=_abroad(page, entry),
        uses=uses_on(page, entry.address) if content.used_elsewhere else None,
        asked=_asked(page, record.asks),
    )


def print_action(page: Page) -> Action:
    """The button that prints the page: as a controlled copy only what is approved."""
    assert page.entry is not None
    is_approved = page.entry.record.status.state == "approved"
    return Action(page.t.print_controlled if is_approved else page.t.print_draft, "stamp", does="print")


def ask_dock(page: Page) -> tuple[Action, ...]:
    """What stands at the lower edge of a phone on a page that is read: to ask, after the contents."""
    return (Action(page.t.dock_ask, "ask", page.href("ask.html")),)


def _front_title(page: Page, entry: Entry) -> str:
    code = f"{entry.record.code} " if entry.record.code else ""
    return code + page.plain(entry.record.title)


def _placed(page: Page, entry: Entry) -> str:
    """What a record is and where it stands, in one line."""
    book = [page.view.names(entry.handbook)[0]] if entry.handbook else []
    return " · ".join((entry.of.words.of(page.lang), *book))


def _identity(page: Page, record: Record) -> Iterator[Fact]:
    if record.code:
        yield Fact(page.t.code, str(record.code), tone="code")
    yield Fact(page.t.edition, edition_words(page, record), tone=record.status.state)
    if record.source:
        yield Fact(page.t.source, source_words(page, record), tone="wide")


def edition_words(page: Page, record: Record) -> str:
    """The edition, where the text stands, who approved it and from when it holds, in one line."""
    status = record.status
    approval = _signed(page, status.approved) if status.state == "approved" else ""
    effective = page.t.takes_effect.format(date=status.effective) if status.effective else ""
    edition = page.t.edition_value.format(edition=record.edition)
    return " · ".join(filter(None, (edition, page.state(status.state), approval, effective)))


def _signed(page: Page, signed: Signed | None) -> str:
    """Who signed and when: `陈静，2026-01-10`; empty unless both are said."""
    return page.t.signed.format(name=signed.name, date=signed.on) if signed and signed.on else ""


def _signatures(page: Page, status: Status) -> tuple[Signature, ...]:
    """The lines of the table of those who signed."""
    words = {
        "prepared": page.t.prepared, "checked": page.t.checked_by, "approved": page.t.approved_by,
        "withdrawn": page.t.withdrawn_row,
    }  # fmt: skip
    return tuple(
        Signature(words[name], str(signed.name), str(signed.post or ""), str(signed.on or ""))
        for name, signed in status.signatures
    )


def source_words(page: Page, record: Record) -> str:
    """Code, edition, date and page of the original, in one line."""
    source = record.source
    if source is None:
        return ""
    effective = page.t.source_effective.format(date=source.effective) if source.effective else ""
    where = page.t.source_page.format(page=source.page) if source.page else ""
    details = [str(source.code or ""), str(source.edition or ""), effective, where]
    return " · ".join(filter(None, details)) or page.plain(source.title)


def _upkeep(page: Page, record: Record) -> Iterator[Fact]:
    if record.owner:
        yield Fact(page.t.owner, links=(page.actor(record.owner),))
    if record.review_by:
        yield Fact(page.t.review_by, str(record.review_by))


def _related(page: Page, entry: Entry) -> tuple[Link, ...]:
    return tuple(_links(page, entry, entry.record.related, same_book=True))


def _abroad(page: Page, entry: Entry) -> tuple[tuple[str, Link], ...]:
    related = (page.view.find(ref, entry.handbook) for ref in entry.record.related)
    others = [target for target in related if target and target.handbook != entry.handbook]
    return tuple((_shelf(page, other), page.link(other)) for other in others)


def _shelf(page: Page, entry: Entry) -> str:
    """Where a record stands: in a handbook, or in the library itself."""
    return page.view.names(entry.handbook)[1] if entry.handbook else entry.of.words.of(page.lang)


def _links(page: Page, entry: Entry, references: Iterable[RecordRef], *, same_book: bool) -> Iterator[Link]:
    for reference in references:
        target = page.view.find(reference, entry.handbook)
        if target is not None and (target.handbook == entry.handbook) is same_book:
            yield page.link(target)


def _courses(page: Page, entry: Entry) -> tuple[Link, ...]:
    """The modules of courses that name this record, as «course · module»."""
    modules = ((page.view.entries[course], module) for course, module in modules_naming(page.view, entry.address))
    return tuple(
        Link(f"{page.link(course).title} · {(part := page.link(course, module)).title}", part.href)
        for course, module in modules
    )


@derived
def modules_naming(view: Library, address: str) -> tuple[tuple[str, str], ...]:
    """The modules of courses that name a record: the address of the course, and the id of the module."""
    uses = (use for use in view.uses_of(address) if use.entry.kind == "courses" and use.path[0] == "modules")
    return tuple(dict.fromkeys((use.entry.address, use.path[1]) for use in uses))


def _asked(page: Page, asks: Iterable[str]) -> tuple[str, ...]:
    return tuple(asks_in(page.lang, asks))


def asks_in(lang: str, asks: Iterable[str]) -> Iterator[str]:
    """Those of *asks* that are put in *lang*: a Chinese question has a Chinese character."""
    return (str(ask) for ask in asks if _IS_CHINESE.of(lang) is any("\u4e00" <= letter <= "\u9fff" for letter in ask))


def names(page: Page, references: Iterable[str]) -> tuple[Link, ...]:
    """The roles and parties of *references*, once each, in order."""
    return tuple(page.actor(reference) for reference in dict.fromkeys(references))
