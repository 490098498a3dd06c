"""What a form asks for: who may see it, and what can be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from schemas.defaults import form_defaults
from schemas.document import Document, Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.form import Approval, Block, Checklist, Form, Survey, field_place, fields
from schemas.keeping import Keeping
from schemas.library import Library
from schemas.markup import may_be_marked
from schemas.messages import Forms
from schemas.punctuation import without_signs
from schemas.roster import Roster
from schemas.scalars import Id, Text
from schemas.values import UnfitError
from schemas.words import Bilingual, in_both, with_article

_IDENTITY: Final = Bilingual("证件号码", "an identity number")
_LONGEST_KEPT: Final = 50 * 366 * 86_400
"""In seconds."""
_SHORTEST_KEPT: Final = 28 * 86_400
"""In seconds: a month, however long that is."""
_SENSITIVE: Final = Bilingual("敏感信息（privacy: sensitive）", "sensitive")


def check_form_fields(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings about the keeping, the privacy and the choices of a form."""
    if not isinstance(entry.record, Form):
        return
    kept = form_defaults(library, entry)
    if kept.time is None:
        yield entry.document.finding((), Forms.KEEP_MISSING)
    if entry.record.keep is not None:
        yield from check_kept_time(entry.document, ("keep",), entry.record.keep)
    for number, block in enumerate(entry.record.blocks):
        here: Location = ("blocks", number)
        yield from _personal(entry, here, block, is_public=kept.privacy == "public")
        yield from _values(entry, here, block)
        for location, title, choices in _chosen(here, block):
            yield from _choices(entry, location, title, choices)


def check_kept_time(document: Document, location: Location, keep: Keeping) -> Iterator[Finding]:
    """The finding for copies that are kept longer than anybody needs them, or gone before anybody asks for them."""
    if keep.time is None or keep.time.longest is None:
        return
    longest, place = keep.time.longest, (*location, "time")
    if longest > _LONGEST_KEPT:
        yield document.finding(place, Forms.KEEP_TOO_LONG, time=in_both(keep.time.say))
    elif longest < _SHORTEST_KEPT:
        yield document.finding(place, Forms.KEEP_TOO_SHORT, time=in_both(keep.time.say))


def _personal(entry: Entry, here: Location, block: Block, *, is_public: bool) -> Iterator[Finding]:
    """The findings for what a public form must not ask for, and for what no form makes public."""
    for number, field in enumerate(fields(block.body)):
        location = (*here, *field_place(block, number))
        if field.type == "id-number" and field.privacy == "public":
            yield entry.document.finding((*location, "privacy"), Forms.PUBLIC_IDENTITY, title=field.title)
        if not is_public:
            continue
        if field.type == "id-number":
            yield entry.document.finding(location, Forms.PUBLIC_BUT_PERSONAL, title=field.title, what=_IDENTITY)
        elif field.privacy == "sensitive":
            yield entry.document.finding(location, Forms.PUBLIC_BUT_PERSONAL, title=field.title, what=_SENSITIVE)


def _values(entry: Entry, here: Location, block: Block) -> Iterator[Finding]:
    """The finding for each value filled in beforehand that its own field would not take; blanks are filled later."""
    for number, field in enumerate(fields(block.body)):
        if field.value is None or may_be_marked(field.value) or field.choices:
            continue
        try:
            field.of_type.reading.read(field, str(field.value), {})
        except UnfitError:
            values = {"value": field.value, "title": field.title, "kind": with_article(field.of_type.name)}
            yield entry.document.finding((*here, *field_place(block, number), "value"), Forms.VALUE_UNFIT, **values)


def _chosen(here: Location, block: Block) -> Iterator[tuple[Location, Text, Mapping[Id, Text]]]:
    """Where a block lets somebody choose: the place of the choices, what for, and the choices themselves."""
    body = block.body
    if isinstance(block.written, Roster):
        shifts = block.written.shifts
        marks = {id_: shift.mark for id_, shift in shifts.items()}
        yield (*here, "roster", "shifts"), block.written.title or Text(block.written.id), marks
    for number, field in enumerate(() if isinstance(block.written, Roster) else fields(body)):
        yield (*here, *field_place(block, number), "choices"), field.title, field.choices
    if isinstance(body, Approval):
        for number, stage in enumerate(body.stages):
            yield (*here, block.key, "stages", number, "choices"), stage.title, stage.choices
    elif isinstance(body, Checklist):
        yield (*here, block.key, "results"), body.title or Text(body.id), body.results
    elif isinstance(body, Survey):
        yield (*here, block.key, "scale", "points"), body.title or Text(body.id), body.scale.points


def _choices(entry: Entry, here: Location, title: str, choices: Mapping[Id, Text]) -> Iterator[Finding]:
    if len(choices) == 1:
        place = entry.document.place(here, key=True)
        yield Finding(entry.document.path, *place, Forms.ONE_CHOICE, {"title": title})
    first: dict[str, Id] = {}
    for id_, text in choices.items():
        other = first.setdefault(without_signs(text), id_)
        if other != id_:
            values = {"first": other, "second": id_, "text": text}
            yield entry.document.finding((*here, str(id_)), Forms.CHOICES_ALIKE, **values)
