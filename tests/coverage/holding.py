"""Whether a record, a part of one or a handbook holds what the source names: its code, its title, every fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from schemas.entry import Entry
from schemas.guide import Point
from schemas.handbook import Chapter, HandbookFile
from schemas.library import Library
from schemas.policy import Article
from schemas.procedure import Step
from schemas.record import Model, Record, Source
from schemas.role import Duty
from schemas.walk import every, leaves
from schemas.ways import Branch
from tests.coverage.source import Book, Counted, Coverage, Fact, Item

_COUNTED: Final[Mapping[Counted, type[Model]]] = {"duties": Duty, "articles": Article, "points": Point, "boxes": Step}
_NOT_SAID: Final = frozenset({"source", "asks", "accept", "related", "formerly", "see", "owner"})
"""What is no text of the record for its readers, or is what they ask and not what they are told."""
_KEPT: Final = re.compile(r"[^\W_]+|\.(?=[0-9])")


def folded(text: str) -> str:
    """*text* without what does not count: spaces, punctuation, width and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_KEPT.findall(plain))


@dataclass(frozen=True)
class Place:
    """What stands at an address: a record, a part of one, a chapter or a whole handbook.

    `record` is what it stands in: the record, or handbook.yaml. `also` are others in which a word may stand.
    """

    library: Library
    handbook: str
    record: Model
    body: Model
    also: tuple[Record, ...] = ()

    def text(self) -> str:
        """All that it says, folded."""
        return "\n".join(_said(model) for model in (self.body, *self.also))

    def source(self) -> str:
        """What is said of its source, and all that it says."""
        source = getattr(self.record, "source", None)
        return (_said(source) + "\n" if source else "") + self.text()

    def headings(self) -> tuple[str, ...]:
        """What it is called: its own title, and for a record that of its source."""
        source = getattr(self.body, "source", None)
        return tuple(folded(title) for title in (_heading(self.body), getattr(source, "title", "")) if title)

    def numbers(self) -> tuple[str, ...]:
        """Its printed numbers and codes, in the record and in the source."""
        source = getattr(self.body, "source", None)
        named = (getattr(self.body, "code", None), getattr(self.body, "no", None), getattr(source, "code", None))
        return tuple(str(number) for number in named if number)

    def within(self, part: str) -> Place | None:
        """A part of it by its id or number; `chapters.id` of a handbook; None when there is none."""
        body = _part(self.body, part.removeprefix("chapters."))
        return None if body is None else Place(self.library, self.handbook, self.record, body)


class Missing(NamedTuple):
    """What is not as the source has it."""

    address: str
    what: str

    def __str__(self) -> str:
        return f"{self.address}: {self.what}"


def place_of(library: Library, handbook: str, at: str) -> Place | None:
    """What stands at an address of a handbook; None when it is yet to be written."""
    if handbook not in library.handbooks:
        return None
    address, _, part = at.partition("#")
    entry = library.entries.get(f"{handbook}/{address}")
    if address and entry is None:
        return None
    record: Model = entry.record if entry else library.handbooks[handbook].file
    whole = Place(library, handbook, record, record)
    return whole.within(part) if part else whole


def missing(library: Library, coverage: Coverage) -> Iterator[Missing]:
    """All that the written items lack, and what is in the library and in no item."""
    for handbook, book in coverage.handbooks.items():
        yield from missing_of_book(library, handbook, book)
        for item in book.items:
            yield from missing_of_item(library, handbook, item)


def missing_of_item(library: Library, handbook: str, item: Item) -> Iterator[Missing]:
    """What an item lacks; nothing of one that is yet to be written."""
    address = f"{handbook}/{item.at}".replace("/#", "#")
    place = place_of(library, handbook, item.at)
    if place is None:
        if item.record and place_of(library, handbook, item.record):
            yield Missing(address, f"the record has no part “{item.part}” ({item.title})")
        return
    for what in (*_naming(place, item), *(w for fact in item.facts for w in _lacks(place, fact))):
        yield Missing(address, what)


def strays(library: Library, coverage: Coverage, also: Iterable[str]) -> Iterator[str]:
    """Records that are no item of a source, not among *also*, and not listed as ours."""
    asked = {f"{handbook}/{item.record}" for handbook, item in coverage.items() if item.record}
    known = asked | set(also) | set(coverage.ours)
    yield from (address for address in library.entries if address not in known)


def missing_of_book(library: Library, handbook: str, book: Book) -> Iterator[Missing]:
    """What a handbook as a whole lacks; nothing of one that is yet to be begun."""
    if handbook not in library.handbooks:
        return
    file = library.handbooks[handbook].file
    records = tuple(entry.record for entry in library.entries.values() if entry.handbook == handbook)
    place = Place(library, handbook, file, file, records)
    if not any(folded(book.title) in heading for heading in place.headings()):
        yield Missing(handbook, f"it is not called “{book.title}”")
    yield from (Missing(handbook, what) for fact in book.facts for what in _lacks(place, fact))


def _naming(place: Place, item: Item) -> Iterator[str]:
    if not any(folded(item.title) in heading for heading in place.headings()):
        yield f"it is not called “{item.title}”"
    if item.code and item.code not in place.numbers() and not _begins(place, item.code):
        yield f"it has not the code {item.code}"
    source = getattr(place.body, "source", None)
    if item.page and getattr(source, "page", None) != item.page:
        yield f"its source is not on page {item.page}"
    if item.kind == "org" and isinstance(place.record, HandbookFile) and not place.record.organisation:
        yield "handbook.yaml has no organisation chart"


def _begins(place: Place, code: str) -> bool:
    """Whether a chapter's title begins with the code, as in “1.1 接听客户来电”."""
    return isinstance(place.body, Chapter) and place.body.title.startswith(f"{code} ")


def _lacks(place: Place, fact: Fact) -> Iterator[str]:
    where = place.within(fact.part) if fact.part else place
    if where is None:
        yield f"“{fact.fact}”: there is no part “{fact.part}”"
        return
    for what in (
        *_absent(where.text(), fact.find, "it does not say"),
        *_absent(where.source(), fact.source, "neither it nor what it says of its source has"),
        *_disordered(where, fact.order),
        *_unnumbered(where, fact.numbered),
        *_miscounted(where, fact.count),
        *_unbranched(where, fact.branches),
        *_misplaced(where, fact.holds),
    ):
        yield f"“{fact.fact}”: {what}"


def _absent(text: str, words: Iterable[str], how: str) -> Iterator[str]:
    for word in words:
        if not any(folded(either) in text for either in word.split("|")):
            yield f"{how} “{word.replace('|', '” or “')}”"


def _disordered(place: Place, words: tuple[str, ...]) -> Iterator[str]:
    if not words:
        return
    wanted = Chapter if isinstance(place.body, HandbookFile | Chapter) else Model
    parts = [
        _own(part) for part in every(wanted, place.body) if part is not place.record and not isinstance(part, Source)
    ]
    at = 0
    for word in words:
        later = next((index for index in range(at, len(parts)) if folded(word) in parts[index]), None)
        if later is None:
            yield f"no part has “{word}”" if at == 0 else f"no part after that has “{word}”"
            return
        at = later


def _unnumbered(place: Place, numbered: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    parts = {number: (index, part) for index, (number, part) in enumerate(_numbered_parts(place.body))}
    last = -1
    for number, words in numbered.items():
        if number not in parts:
            yield f"there is no {number}"
            continue
        here, part = parts[number]
        if here < last:
            yield f"{number} comes too early"
        last = here
        yield from _absent(_said(part), words, f"{number} does not say")


def _numbered_parts(body: Model) -> Iterator[tuple[str, Model]]:
    numbered = ((getattr(part, "no", None), part) for part in every(Model, body))
    yield from ((str(number), part) for number, part in numbered if number)


def _miscounted(place: Place, count: Mapping[Counted, int]) -> Iterator[str]:
    for what, wanted in count.items():
        parts = list(every(_COUNTED[what], place.body))
        number = sum(bool(getattr(part, "title", None)) for part in parts) if what == "boxes" else len(parts)
        if number != wanted:
            yield f"it has {number} {what}, not {wanted}"


def _unbranched(place: Place, answers: Iterable[str]) -> Iterator[str]:
    branches = {folded(branch.text) for branch in every(Branch, place.body)}
    yield from (f"no answer is “{answer}”" for answer in answers if folded(answer) not in branches)


def _misplaced(place: Place, records: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the records of a chapter, of which some may be yet to be written."""
    if not records or not isinstance(place.body, Chapter):
        return
    entries = (place.library.find(reference, place.handbook) for reference in place.body.records)
    held = [_local(entry) for entry in entries if entry is not None]
    wanted = [record for record in records if f"{place.handbook}/{record}" in place.library.entries]
    if held != wanted:
        yield f"the chapter holds {', '.join(held)}, not {', '.join(wanted)}"


def _local(entry: Entry) -> str:
    return f"{entry.kind}/{entry.id}"


def _part(body: Model, id_: str) -> Model | None:
    named = (part for part in every(Model, body) if part is not body)
    return next((part for part in named if id_ in (getattr(part, "id", None), str(getattr(part, "no", "")))), None)


def _heading(body: Model) -> str:
    return f"{getattr(body, 'no', None) or ''}{getattr(body, 'title', None) or ''}"


def _said(model: Model) -> str:
    """All texts and numbers below *model*, but for what is not told to its readers."""
    return "\n".join(
        folded(str(leaf.value)) for leaf in leaves(model) if not leaf.is_key and _NOT_SAID.isdisjoint(leaf.path)
    )


def _own(model: Model) -> str:
    """What *model* says itself, without the parts in it."""
    return "\n".join(folded(str(value)) for value in model.__dict__.values() if isinstance(value, str))
