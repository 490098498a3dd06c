"""A record as a whole, out of the index: what other programs read, and cite part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from schemas.languages import PREFIX
from search.index import Index
from search.outline import outline
from search.passages import Passage


@dataclass(frozen=True, slots=True)
class PartText:
    """A step, article, duty … of a record, in one language; what the handbook does not say is an empty string.

    Attributes:
        id: what a reference uses, such as `receive`; empty where nothing can point at it.
        number: what the page prints before it, or its place among its like; 0 where it has none.
        never: what must not be done or said there.
        forms: codes of the forms it uses; the address of a form without a code.
        next: the headings of what may come after it.
        url: relative to the site.
    """

    id: str
    number: int
    section: str
    text: str
    by: str
    within: str
    say: str
    never: tuple[str, ...]
    forms: tuple[str, ...]
    next: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record in one language, its parts in the order of its page.

    Attributes:
        handbook: empty for a record of the library itself.
        kind: `procedure`, `form` …
        effective: ISO date, or empty.
        text: what it says as a whole.
    """

    address: str
    handbook: str
    kind: str
    code: str
    title: str
    edition: str
    effective: str
    status: str
    lang: str
    url: str
    text: str
    forms: tuple[str, ...]
    parts: tuple[PartText, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as JSON-ready values."""
        return asdict(self)


def record_text(index: Index, address: str, lang: str) -> RecordText | None:
    """The record at *address* in *lang*; None where the index has none."""
    numbers = index.records.get(address)
    if numbers is None:
        return None
    whole, *_ = passages = [index.passages[number] for number in numbers]
    wording = whole.wording(lang)
    return RecordText(
        address=address, handbook=whole.handbook, kind=index.kinds[whole.kind].name, code=whole.code,
        title=wording.title, edition=whole.edition, effective=whole.effective, status=whole.status, lang=lang,
        url=PREFIX.of(lang) + whole.url, text=wording.text, forms=whole.forms, parts=tuple(_parts(passages, lang)),
    )  # fmt: skip


def _parts(passages: list[Passage], lang: str) -> Iterator[PartText]:
    for passage, place in zip(passages, outline(passages), strict=True):
        if passage.is_record:
            continue
        wording = passage.wording(lang)
        yield PartText(
            id=passage.part, number=place.number, section=wording.section, text=wording.text, by=wording.by,
            within=wording.within, say=wording.say, never=tuple(filter(None, wording.never.split("\n"))),
            forms=passage.forms, next=tuple(passages[at].wording(lang).section for at in place.after),
            url=PREFIX.of(lang) + passage.url,
        )  # fmt: skip
