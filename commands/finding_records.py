"""From what a person types for a record to the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from schemas.entry import Entry
from schemas.findings import Candidates, HandbookError
from schemas.forms_used import KINDS_WITH_FORMS, forms_of
from schemas.kinds import KINDS, KindName
from schemas.library import Library
from schemas.limits import LONGEST_SHORT_TEXT
from schemas.messages import Requests
from schemas.plain_text import normal
from schemas.punctuation import joined
from schemas.words import LANGUAGES, Bilingual, in_both, with_article

_HOW_NAMED: Final = Bilingual("写编号、标题或地址。", "Write a code, a title or an address.")
_HANDBOOKS: Final = Bilingual("手册有：{known}。", "The handbooks are: {known}.")


def find_record(library: Library, typed: str, *kinds: KindName, also: Sequence[str] = ()) -> Entry:
    """The record that *typed* means: a code, an address, or an id within *kinds*; the default handbook goes first.

    A code or an id may be written in any case, width and spacing; else it is a title in either language, or part of
    one.

    Args:
        library: any view of the library.
        typed: what the person typed.
        kinds: the kinds that will do; any kind when none is named.
        also: other words that would have done, for «did you mean».

    Raises:
        HandbookError: rule `no-record`, with «did you mean», `other-kind` when it is a record of another kind, or
            `several-records` when it may be one of several.
    """
    default = str(library.settings.default)
    books = (default, *(id_ for id_ in library.handbooks if id_ != default))
    names = [typed, *(() if "/" in typed else (f"{kind}/{typed}" for kind in kinds))]
    for name in names:
        for book in books:
            entry = library.find(name, book)
            if entry is not None and (not kinds or entry.kind in kinds):
                return entry
            if entry is not None:
                raise HandbookError(
                    Requests.OTHER_KIND,
                    value=typed,
                    found=with_article(entry.of.noun),
                    expected=with_article(_either(kinds)),
                )
    candidates = [entry for entry in library.entries.values() if not kinds or entry.kind in kinds]
    if (meant := _meant(library, typed, candidates)) is not None:
        return meant
    words = (
        *(str(e.record.code) for e in candidates if e.record.code),
        *(e.id for e in candidates),
        *(e.address for e in candidates),
        *(text for e in candidates for text in library.titles(e.address).both()),
    )
    raise HandbookError(Requests.NO_RECORD, value=typed, guess=Candidates(typed, (*words, *also), _HOW_NAMED))


def _meant(library: Library, typed: str, candidates: Sequence[Entry]) -> Entry | None:
    """What *typed* means among *candidates*, read ever more freely; None when it is nothing's name.

    Raises:
        HandbookError: rule `several-records`.
    """
    default = str(library.settings.default)
    key = _letters(typed)
    titles = {entry.address: [_letters(text) for text in library.titles(entry.address).both()] for entry in candidates}
    readings: tuple[Callable[[], list[Entry]], ...] = (
        lambda: _by_code(typed, candidates),
        lambda: [entry for entry in candidates if key in (_letters(entry.id), _letters(entry.address))],
        lambda: [entry for entry in candidates if key in titles[entry.address]],
        lambda: [e for e in candidates if len(key) > 1 and any(key in title for title in titles[e.address])],
    )
    for number, reading in enumerate(readings if key else ()):
        found = reading()
        is_whole = number < len(readings) - 1
        found = (is_whole and [entry for entry in found if entry.handbook == default]) or found
        if len(found) > 1:
            raise HandbookError(Requests.SEVERAL_RECORDS, value=typed, listed=_listed(library, found))
        if found:
            return found[0]
    return None


def _by_code(typed: str, candidates: Iterable[Entry]) -> list[Entry]:
    # few calls need them, and they take long to load
    from search.codes import Codes
    from search.normalize import normalize

    by_address = {entry.address: entry for entry in candidates if entry.record.code}
    coded = [_CodedEntry(e.address, e.handbook, e.kind, str(e.record.code)) for e in by_address.values()]
    return [by_address[address] for address in Codes(coded).named(normalize(typed))]


class _CodedEntry(NamedTuple):
    """A record as codes are read of it."""

    record: str
    handbook: str
    kind: str
    code: str


def _letters(text: str) -> str:
    """The letters and digits of *text* alone, in one width and case."""
    return "".join(char for char in _in_one_width(text) if char.isalnum())


def _in_one_width(text: str) -> str:
    """*text* in one width and case."""
    return normal(text, "NFKC", LONGEST_SHORT_TEXT).casefold()


def _listed(library: Library, found: Sequence[Entry]) -> Bilingual:
    """The first of *found* with their titles, and how many more there are."""
    named = [
        _WITH_ADDRESS.filled(title=library.titles(entry.address), address=str(entry.record.code or entry.address))
        for entry in found[:_MOST_LISTED]
    ]
    more = len(found) - len(named)
    listed = in_both(lambda lang: joined((each.of(lang) for each in named), lang))
    return _AND_MORE.filled(listed=listed, more=more) if more else listed


def find_forms(library: Library, typed: str) -> tuple[Entry, ...]:
    """The forms that *typed* means: a form, those of a procedure, a role or a handbook, or all that a pattern fits.

    Raises:
        HandbookError: as `find_record`, and rule `no-forms` when there is nothing to print, or `no-match`.
    """
    if typed in library.handbooks:
        forms = library.of_kind("forms", typed)
    elif set("*?[") & set(_in_one_width(typed)):
        return _matching(library, typed)
    else:
        forms = forms_of(library, _find(library, typed))
    if not forms:
        raise HandbookError(Requests.NO_FORMS, value=typed)
    return forms


def _find(library: Library, typed: str) -> Entry:
    """The record that *typed* means; where it is like none, the error says how to see all forms."""
    try:
        return find_record(library, typed, *KINDS_WITH_FORMS, also=tuple(library.handbooks))
    except HandbookError as error:
        guess = error.values.get("guess")
        if isinstance(guess, Candidates) and not guess.is_close:
            raise HandbookError(Requests.NO_MATCH, value=typed) from None
        raise


def _matching(library: Library, typed: str) -> tuple[Entry, ...]:
    """The forms whose code, id, address or title fits a pattern with `*`, `?` and `[…]`, in any case and width."""
    pattern = _in_one_width(typed).strip()
    found = tuple(
        entry
        for entry in library.of_kind("forms")
        if any(
            fnmatchcase(_in_one_width(name), pattern)
            for name in (
                str(entry.record.code or ""),
                entry.id,
                entry.address,
                *library.titles(entry.address).both(),
            )
        )
    )
    if not found:
        raise HandbookError(Requests.NO_MATCH, value=typed)
    return found


def find_course(library: Library, typed: str) -> Entry:
    """The course that *typed* means: its address, its id, `handbook/id`, or part of its title in either language.

    Raises:
        HandbookError: as `find_record`, and rule `several-courses` when part of a title is in several.
    """
    handbook, _, id_ = typed.partition("/")
    if handbook in library.handbooks and (named := library.find(f"courses/{id_}", handbook)) is not None:
        return named
    titles = {entry.address: library.titles(entry.address) for entry in library.of_kind("courses")}
    words = tuple(text for title in titles.values() for text in title.both())
    try:
        return find_record(library, typed, "courses", also=words)
    except HandbookError:
        alike = [address for address, title in titles.items() if _is_part_of(typed, title)]
        if not alike:
            raise
    if len(alike) > 1:
        named_by = [_WITH_ADDRESS.filled(title=titles[address], address=address) for address in alike]
        listed = in_both(lambda lang: joined((each.of(lang) for each in named_by), lang))
        raise HandbookError(Requests.SEVERAL_COURSES, value=typed, listed=listed)
    return library.entries[alike[0]]


def _is_part_of(typed: str, title: Bilingual) -> bool:
    part = typed.strip().casefold()
    return part != "" and any(part in text.casefold() for text in title.both())


_MOST_LISTED: Final = 6
_AND_MORE: Final = Bilingual("{listed}，另有 {more} 个", "{listed} and {more} more")
_WITH_ADDRESS: Final = Bilingual("{title}（{address}）", "{title} ({address})")


def find_module(library: Library, course: str, typed: str) -> str:
    """The id of the module of the course at *course* that *typed* means: its id, or its title in either language.

    Raises:
        HandbookError: rule `no-record`, with «did you mean».
    """
    in_each = [library.view(lang).entries[course].parts for lang in LANGUAGES]
    for id_ in in_each[0]:
        if typed.casefold() in (id_, *(parts[id_].title.casefold() for parts in in_each)):
            return id_
    raise HandbookError(Requests.NO_RECORD, value=typed, guess=Candidates(typed, tuple(in_each[0]), _HOW_NAMED))


def find_played(library: Library, typed: str) -> Entry:
    """The script or fault tree that *typed* means: as `find_record`, or its title in either language.

    Raises:
        HandbookError: as `find_record`.
    """
    kinds = tuple(name for name, kind in KINDS.items() if kind.is_played)
    titles = {
        text.casefold(): entry
        for kind in kinds
        for entry in library.of_kind(kind)
        for text in library.titles(entry.address).both()
    }
    found = titles.get(typed.casefold().strip())
    return found if found is not None else find_record(library, typed, *kinds, also=tuple(titles))


def find_handbook(library: Library, typed: str) -> str:
    """The handbook whose id is *typed*.

    Raises:
        HandbookError: rule `no-record`, with «did you mean».
    """
    if typed not in library.handbooks:
        raise HandbookError(
            Requests.NO_RECORD,
            value=typed,
            guess=Candidates(typed, tuple(library.handbooks), _HANDBOOKS.filled(known=", ".join(library.handbooks))),
        )
    return typed


def _either(kinds: Sequence[KindName]) -> Bilingual:
    *others, last = (KINDS[kind].noun for kind in kinds)
    if not others:
        return last
    listed = in_both(lambda lang: joined((kind.of(lang) for kind in others), lang))
    return Bilingual("{others}或{last}", "{others} or {last}").filled(others=listed, last=last)
