"""References: every link, role, party, blank and local id leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from schemas.document import Document
from schemas.findings import Bilingual, Candidates, Finding
from schemas.form import Checklist, Form, Grid, Matrix, Register, Survey, TextBlock
from schemas.kinds import KINDS
from schemas.library import Entry, Library
from schemas.markup import parse
from schemas.procedure import Procedure
from schemas.record import Record
from schemas.scalars import ActorRef, Address, Code, FormRef, LocalRef, PartyRef, Reference, RoleRef, ScriptRef, Text
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting
from schemas.walk import Leaf, leaves


def check_references(library: Library) -> Iterator[Finding]:
    """Findings for every reference to nothing, or to the wrong kind of thing."""
    for entry in library.entries.values():
        blanks, local = _own_blanks(entry.record), _local_ids(entry.record)
        for leaf in leaves(entry.record):
            yield from _check_leaf(library, entry.document, entry.handbook, leaf, blanks)
            if isinstance(leaf.value, LocalRef) and leaf.value not in local:
                rule = "branch-to-nowhere" if leaf.path[-1] == "to" else "unknown-local"
                yield _at(entry.document, leaf, rule, value=leaf.value, guess=Candidates(leaf.value, tuple(local)))
    for book in library.handbooks.values():
        for leaf in leaves(book.file):
            yield from _check_leaf(library, book.document, book.id, leaf, ())


def _at(document: Document, leaf: Leaf, rule: str, **values: Any) -> Finding:
    return Finding(document.path, *document.place(leaf.location, key=leaf.is_key), rule, values)


def _check_leaf(
    library: Library, document: Document, handbook: str, leaf: Leaf, blanks: Iterable[str]
) -> Iterator[Finding]:
    value = leaf.value
    if isinstance(value, Address):
        return
    if isinstance(value, Reference):
        yield from _check_reference(library, document, handbook, leaf, value)
    elif isinstance(value, ActorRef | PartyRef):
        missing = library.role(value, handbook) is None and library.party(value, handbook) is None
        if missing and not library.is_broken(f"roles/{value}", handbook):
            known = (*_roles(library, handbook), *map(str, library.handbooks[handbook].file.parties))
            yield _at(document, leaf, "unknown-party", value=value, guess=Candidates(value, known))
    elif isinstance(value, RoleRef):
        missing = library.role(value, handbook) is None
        if missing and not library.is_broken(f"roles/{value}", handbook):
            yield _at(document, leaf, "unknown-role", value=value, guess=Candidates(value, _roles(library, handbook)))
    elif isinstance(value, Text):
        yield from _check_text(library, document, handbook, leaf, blanks)


def _roles(library: Library, handbook: str) -> tuple[str, ...]:
    return tuple(entry.id for entry in library.of_kind("roles", handbook))


def _known(library: Library, handbook: str) -> tuple[str, ...]:
    entries = library.of_handbook(handbook)
    codes = (str(entry.record.code) for entry in entries if entry.record.code and not entry.record.code.is_placeholder)
    return (*codes, *(f"{entry.kind}/{entry.id}" for entry in entries))


def _check_reference(
    library: Library, document: Document, handbook: str, leaf: Leaf, reference: Reference
) -> Iterator[Finding]:
    target = library.find(reference, handbook)
    if target is None and library.is_broken(reference, handbook):
        return
    if target is None:
        code = reference.target
        shared = "/" not in code and Code(code).is_placeholder
        rule = "shared-code" if shared else "unknown-reference"
        yield _at(document, leaf, rule, value=reference, guess=Candidates(code, _known(library, handbook)))
        return
    expected = {FormRef: ("forms",), ScriptRef: ("scripts", "troubleshooting")}.get(type(reference), tuple(KINDS))
    if target.kind not in expected:
        found, wanted = KINDS[target.kind], KINDS[expected[0]]
        yield _at(
            document, leaf, "wrong-kind", value=reference,
            found=Bilingual(found.zh, found.en.lower()), expected=Bilingual(wanted.zh, wanted.en.lower()),
        )  # fmt: skip
    yield from _check_part(document, leaf, target, reference)


def _check_part(document: Document, leaf: Leaf, target: Entry, reference: str) -> Iterator[Finding]:
    name, _, part = reference.partition("#")
    if part and part not in target.parts:
        yield _at(document, leaf, "unknown-part", value=name, part=part, guess=Candidates(part, tuple(target.parts)))


def _check_text(
    library: Library, document: Document, handbook: str, leaf: Leaf, blanks: Iterable[str]
) -> Iterator[Finding]:
    book = library.handbooks[handbook].file
    known = (*blanks, *map(str, book.blanks), *(f"project.{name}" for name in book.project))
    for segment in parse(leaf.value):
        if segment.kind == "blank" and segment.value not in known:
            yield _at(document, leaf, "unknown-blank", value=segment.value, guess=Candidates(segment.value, known))
        elif segment.kind == "link":
            target = library.find(segment.value, handbook)
            if target is None and library.is_broken(segment.value, handbook):
                continue
            if target is None:
                guess = Candidates(segment.value.partition("#")[0], _known(library, handbook))
                yield _at(document, leaf, "unknown-reference", value=segment.value, guess=guess)
            else:
                yield from _check_part(document, leaf, target, segment.value)


def _own_blanks(record: Record) -> tuple[str, ...]:
    if not isinstance(record, Form):
        return ()
    texts = (block.body for block in record.blocks if isinstance(block.body, TextBlock))
    return tuple(str(field.id) for text in texts for field in text.blanks)


def _local_ids(record: Record) -> frozenset[str]:
    if isinstance(record, Procedure):
        return frozenset(str(step.id) for step in record.steps)
    if isinstance(record, Script | Troubleshooting):
        return frozenset(map(str, record.nodes))
    if isinstance(record, Form):
        return frozenset(_form_ids(record))
    return frozenset()


def _form_ids(form: Form) -> Iterator[str]:
    for block in form.blocks:
        body = block.body
        yield str(getattr(body, "id", ""))
        if isinstance(body, Survey):
            yield from map(str, body.scale.points)
        if isinstance(body, Survey | Checklist):
            yield from (str(item) for group in body.groups for item in group.items)
        fields = body.fields if isinstance(body, Grid) else body.columns if isinstance(body, Register | Matrix) else ()
        yield from (str(field.id) for field in fields)
    yield from _own_blanks(form)
