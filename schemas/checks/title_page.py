"""The title page of a handbook: a chart that can be drawn, numbers of chapters, hours, holidays and parties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from schemas.card import CardsUsed, CardUse
from schemas.checks.control import check_signatures, check_source, days_of
from schemas.checks.day import Day
from schemas.checks.editorial import listed_twice, still_to_write
from schemas.checks.far_days import check_far_days
from schemas.checks.form_fields import check_kept_time
from schemas.checks.posts import persons
from schemas.checks.revisions import check_revisions
from schemas.document import Document, Location
from schemas.entry import Entry, Handbook
from schemas.findings import Finding
from schemas.form import Form
from schemas.handbook import HOURS, Chapter, HandbookFile, Holiday, OpeningHours
from schemas.hours import ALL_DAY, DAYS, EVERY_DAY, WHOLE_WEEK, Days, minutes
from schemas.library import Library
from schemas.messages import Posts
from schemas.presence import covered, say_minutes
from schemas.references import RoleRef
from schemas.role import Role
from schemas.walk import leaves
from schemas.words import Bilingual, in_both

_WORKDAY: Final = Bilingual("调休上班的日子", "a day worked in exchange")
_SATURDAY: Final = 5
_LONGEST_HOLIDAY: Final = 31
"""Days; the longest that the State Council gives are eight."""
_EXCHANGED: Final = timedelta(days=31)
"""How far from its holiday a day may be that is worked in exchange; as a rule it is two weeks."""


def check_title_page(library: Library, book: Handbook, day: Day) -> Iterator[Finding]:
    """Findings about the `handbook.yaml` of a handbook."""
    yield from persons(library, book.document, book.id, leaves(book.file))
    yield from _chart(book.file, book.document)
    yield from _chapters(book.document, book.file.chapters, ("chapters",))
    if book.file.hours is not None:
        if HOURS in book.file.project:
            yield book.document.finding(("project", str(HOURS)), Posts.HOURS_TWICE)
        yield from _after_hours(library, book, book.file.hours)
        yield from _night(book.document, book.file.hours)
        yield from _calendar(book.document, book.file.hours, day)
    effective = (("effective",), book.file.effective) if book.file.effective else None
    signed = tuple(book.file.control.signatures)
    yield from check_signatures(book.document, ("control",), signed, effective, day)
    yield from check_source(book.document, book.file.source, days_of(("control",), signed, effective), day)
    yield from check_revisions(book.document, book.file, day)
    yield from check_far_days(book.document, leaves(book.file), day)
    yield from still_to_write(book.document, leaves(book.file))
    yield from listed_twice(book.document, leaves(book.file))
    yield from _parties(library, book)
    if "forms" not in library.broken_kinds:
        yield from _defaults(library, book)
    if "roles" not in library.broken_kinds:
        yield from _ranks(library, book)


def _chart(file: HandbookFile, document: Document) -> Iterator[Finding]:
    """The finding for each circle of boxes, at the first of them; what only hangs below one is not named again."""
    above = {str(post.id): str(post.under or "") for post in file.organisation}
    told: set[str] = set()
    for number, post in enumerate(file.organisation):
        line, box = [str(post.id)], above[str(post.id)]
        while box in above and box not in line:
            line.append(box)
            box = above[box]
        if box == str(post.id) and box not in told:
            told.update(line)
            value = " → ".join((*line, box))
            yield document.finding(("organisation", number, "under"), Posts.CHART_IN_A_CIRCLE, value=value)


def _chapters(document: Document, chapters: Iterable[Chapter], location: Location) -> Iterator[Finding]:
    first: dict[str, Location] = {}
    for number, chapter in enumerate(chapters):
        where = (*location, number, "no")
        if chapter.no and (other := first.setdefault(str(chapter.no), where)) is not where:
            line = document.place(other)[0]
            yield document.finding(where, Posts.CHAPTER_NUMBER_TWICE, value=chapter.no, first=line)
        yield from _chapters(document, chapter.chapters, (*location, number, "chapters"))


def _after_hours(library: Library, book: Handbook, hours: OpeningHours) -> Iterator[Finding]:
    role = library.role(hours.after_hours, book.id) if hours.after_hours else None
    if role is None or not isinstance(role.record, Role) or role.record.unit:
        return
    gap = WHOLE_WEEK & ~minutes(hours.days, hours.open) & ~covered(library, role.address)
    if gap:
        when = in_both(lambda lang: say_minutes(gap, lang))
        location = ("hours", "after_hours")
        yield book.document.finding(location, Posts.AFTER_HOURS_ABSENT, role=role.record.title, when=when)


def _calendar(document: Document, hours: OpeningHours, day: Day) -> Iterator[Finding]:
    for number, holiday in enumerate(hours.holidays):
        location: Location = ("hours", "holidays", number)
        if holiday.to < holiday.from_:
            yield document.finding((*location, "to"), Posts.HOLIDAY_REVERSED, title=holiday.title)
        if (length := _length(holiday)) > _LONGEST_HOLIDAY:
            yield document.finding((*location, "to"), Posts.HOLIDAY_TOO_LONG, title=holiday.title, days=length)
            continue  # whatever lies within it would be said too
        for other in hours.holidays[:number]:
            if holiday.from_ <= other.to and other.from_ <= holiday.to:
                words, first = Bilingual(f"“{other.title}”", f"'{other.title}'"), max(holiday.from_, other.from_)
                yield document.finding(
                    (*location, "from"), Posts.HOLIDAYS_OVERLAP, date=first, title=holiday.title, other=words
                )
    yield from _workdays(document, hours)
    last = max((holiday.to for holiday in hours.holidays), default=None)
    if last is not None and day.is_after(last):
        yield document.finding(("hours", "holidays"), Posts.CALENDAR_OVER, date=last)


def _length(holiday: Holiday) -> int:
    """How many days a holiday lasts."""
    return (holiday.to - holiday.from_).days + 1


def _workdays(document: Document, hours: OpeningHours) -> Iterator[Finding]:
    """Findings for days that are worked in exchange and cannot be: within a holiday, of a week, or of no holiday."""
    for number, worked in enumerate(hours.workdays):
        where, weekday = ("hours", "workdays", number), Days((DAYS[worked.weekday()],))
        within = [holiday for holiday in hours.holidays if holiday.from_ <= worked <= holiday.to]
        for holiday in within:
            if _length(holiday) <= _LONGEST_HOLIDAY:
                yield document.finding(where, Posts.HOLIDAYS_OVERLAP, date=worked, title=holiday.title, other=_WORKDAY)
        if within:
            continue
        if worked.weekday() < _SATURDAY:
            yield document.finding(where, Posts.WORKDAY_IN_A_WEEK, date=worked, weekday=in_both(weekday.say))
        elif not any(holiday.from_ - _EXCHANGED <= worked <= holiday.to + _EXCHANGED for holiday in hours.holidays):
            yield document.finding(where, Posts.WORKDAY_ALONE, date=worked)


def _parties(library: Library, book: Handbook) -> Iterator[Finding]:
    named = {name for entry in library.of_handbook(book.id) for name in _actors_of(library, entry)}
    if book.file.cards is not None:
        given: tuple[CardsUsed | CardUse, ...] = (book.file.cards, *book.file.cards.use.values())
        named |= {str(actor) for cards in given for actor in cards.actors.values()}
    for party in book.file.parties:
        place = book.document.place(("parties", str(party)), key=True)
        if library.role(party, book.id) is not None:
            yield Finding(book.document.path, *place, Posts.PARTY_IS_A_ROLE, {"value": party})
        elif str(party) not in named and library.is_whole:
            yield Finding(book.document.path, *place, Posts.PARTY_UNUSED, {"value": party})


def _defaults(library: Library, book: Handbook) -> Iterator[Finding]:
    """Findings for what is said for all forms and holds for none: every one says it itself, or there is no form."""
    if book.file.defaults.keep is not None:
        yield from check_kept_time(book.document, ("defaults", "keep"), book.file.defaults.keep)
    wanting = {key for form in library.of_kind("forms", book.id) for key in _wanting_of(library, form)}
    for key in ("privacy", "keep", "dispose", "strike_out"):
        if getattr(book.file.defaults, key) is not None and key not in wanting:
            place = book.document.place(("defaults", key), key=True)
            yield Finding(book.document.path, *place, Posts.DEFAULT_UNUSED, {"key": key})


def _wanting_of(library: Library, entry: Entry) -> list[str]:
    """Which defaults a form goes by, kept so that it need not be read for them."""
    keys: list[str] = json.loads(library.keeper.of(f"defaults/{entry.address}", library, lambda: _wanting_in(entry)))
    return keys


def _wanting_in(entry: Entry) -> bytes:
    form = entry.record
    assert isinstance(form, Form)
    own = {"privacy": form.privacy, "keep": form.keep and form.keep.time, "dispose": form.keep and form.keep.dispose}
    return json.dumps(["strike_out", *(key for key, value in own.items() if value is None)]).encode()


def _actors_of(library: Library, entry: Entry) -> list[str]:
    """The roles and parties that a record names, kept so that it need not be read for them."""
    actors: list[str] = json.loads(library.keeper.of(f"actors/{entry.address}", library, lambda: _actors_in(entry)))
    return actors


def _actors_in(entry: Entry) -> bytes:
    return json.dumps([str(leaf.value) for leaf in entry.leaves if isinstance(leaf.value, RoleRef)]).encode()


def _ranks(library: Library, book: Handbook) -> Iterator[Finding]:
    roles = [entry.record for entry in library.of_kind("roles", book.id)]
    persons = [role for role in roles if isinstance(role, Role) and not role.unit]
    if persons and not any(role.reports_to for role in persons):
        yield book.document.finding((), Posts.NO_SUPERVISOR)


def _night(document: Document, hours: OpeningHours) -> Iterator[Finding]:
    """The finding for a night that begins before the desk closes; a desk that never closes has one all the same."""
    if hours.night is None or hours.open == ALL_DAY:
        return
    if both := minutes(hours.days, hours.open) & minutes(EVERY_DAY, hours.night):
        yield document.finding(("hours", "night"), Posts.NIGHT_WHILE_OPEN, both=in_both(partial(say_minutes, both)))
