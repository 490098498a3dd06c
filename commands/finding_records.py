"""From what a person types for a record to the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from schemas.entry import Entry
from schemas.findings import Candidates, HandbookError
from schemas.forms_used import KINDS_WITH_FORMS, forms_of
from schemas.kinds import KINDS, KindName
from schemas.library import Library
from schemas.messages import Requests
from schemas.punctuation import joined
from schemas.words import LANGUAGES, Bilingual, in_both


def find_record(library: Library, typed: str, *kinds: KindName, also: Sequence[str] = ()) -> Entry:
    """The record that *typed* means: a code, an address, or an id within *kinds*; the default handbook goes first.

    Args:
        library: any view of the library.
        typed: what the person typed.
        kinds: the kinds that will do; any kind when none is named.
        also: other words that would have done, for «did you mean».

    Raises:
        HandbookError: rule `no-record`, with «did you mean», or `other-kind` when it is a record of another kind.
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
                raise HandbookError(Requests.OTHER_KIND, value=typed, found=entry.of.noun, expected=_either(kinds))
    candidates = [entry for entry in library.entries.values() if not kinds or entry.kind in kinds]
    words = (
        *(str(e.record.code) for e in candidates if e.record.code),
        *(e.id for e in candidates),
        *(e.address for e in candidates),
    )
    raise HandbookError(Requests.NO_RECORD, value=typed, guess=Candidates(typed, (*words, *also)))


def find_forms(library: Library, typed: str) -> tuple[Entry, ...]:
    """The forms that *typed* means: a form, or those of a procedure, a role or a handbook.

    Raises:
        HandbookError: as `find_record`, and rule `no-forms` when there is nothing to print.
    """
    if typed in library.handbooks:
        forms = library.of_kind("forms", typed)
    else:
        forms = forms_of(library, find_record(library, typed, *KINDS_WITH_FORMS, also=tuple(library.handbooks)))
    if not forms:
        raise HandbookError(Requests.NO_FORMS, value=typed)
    return forms


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
    raise HandbookError(Requests.NO_RECORD, value=typed, guess=Candidates(typed, tuple(in_each[0])))


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
        raise HandbookError(Requests.NO_RECORD, value=typed, guess=Candidates(typed, tuple(library.handbooks)))
    return typed


def _either(kinds: Sequence[KindName]) -> Bilingual:
    *others, last = (KINDS[kind].noun for kind in kinds)
    if not others:
        return last
    listed = in_both(lambda lang: joined((kind.of(lang) for kind in others), lang))
    return Bilingual("{others}或{last}", "{others} or {last}").filled(others=listed, last=last)
