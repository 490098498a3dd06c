"""Mutations put into the controls of a form: as few copies as hold each of them once, and what must be read of each."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from lxml import etree

from filled.filling import fill_form
from filled.reading.matching import Names, Target
from filled.wordml import DOCUMENT, W14, W
from generators.docx.package import pack
from schemas.blanks import Blank
from schemas.values import Value, clean
from tests.filled.filled_samples import Sample
from tests.filled.mutations import ALL, STYLES, Kind, Mutation

_SDT, _TAG, _VAL, _PR = f"{W}sdt", f"{W}tag", f"{W}val", f"{W}sdtPr"
_STYLES_PART = "word/styles.xml"
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Slot:
    """A control that a mutation can be put into: by number among the controls of the document."""

    number: int
    target: Target
    row: int
    bookmark: str

    @property
    def kind(self) -> Kind | None:
        """Which mutations it takes."""
        blank, part = self.target
        if blank.given is not None or (part and part not in blank.field.choices):
            return None
        if part or blank.field.holds == "tick":
            return "box"
        if blank.field.type == "date":
            return "date"
        return "text" if blank.field.of_type.reading.most is not None else None


@dataclass
class MutatedCopy:
    """A copy with mutations in it, each in its slot."""

    name: str
    sample: Sample
    docx: bytes = b""
    mutated: list[tuple[Slot, Mutation]] = field(default_factory=list)


def mutated_copies(sample: Sample, mutations: Sequence[Mutation] = ALL) -> Iterator[MutatedCopy]:
    """Copies of a form that have every mutation once, where the form has a control of its kind."""
    docx = fill_form(sample.library, sample.entry, {})
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_STYLES_PART] = parts[_STYLES_PART].replace(b"</w:styles>", f"{STYLES}</w:styles>".encode())
    root = etree.fromstring(parts[DOCUMENT])
    slots = list(_slots(sample, root))
    left = {kind: [m for m in mutations if m.kind == kind] for kind in ("text", "date", "box")}
    number = 0
    while any(left[slot.kind] for slot in slots if slot.kind):
        copy = MutatedCopy(f"{sample.full_name}-m{number}", sample)
        copy.mutated = [(slot, left[slot.kind].pop(0)) for slot in slots if slot.kind and left[slot.kind]]
        copy.docx = pack(parts | {DOCUMENT: _document(parts[DOCUMENT], copy.mutated)})
        yield copy
        number += 1


def _slots(sample: Sample, root: etree._Element) -> Iterator[Slot]:
    """One control a paragraph and a blank, so that nothing that is done to one tells on another."""
    names, paragraphs, places = Names(sample.blanks), set[etree._Element](), set[object]()
    rows: dict[str, dict[etree._Element | None, int]] = {}
    for number, node in enumerate(root.iter(_SDT)):
        tag = node.find(f"{_PR}/{_TAG}")
        target = names.tags.get("" if tag is None else tag.get(_VAL, ""))
        if target is None:
            continue
        row = 0
        if target.blank.is_column:
            numbers = rows.setdefault(target.blank.block, {})
            row = numbers.setdefault(next(node.iterancestors(f"{W}tr"), None), len(numbers) + 1)
        paragraph, start = next(node.iterancestors(f"{W}p"), None), node.getprevious()
        place = row, target.blank.place
        if paragraph is None or paragraph in paragraphs or place in places or start is None:
            continue
        paragraphs.add(paragraph)
        places.add(place)
        yield Slot(number, target, row, start.get(f"{W}name", ""))


def _document(source: bytes, mutated: Iterable[tuple[Slot, Mutation]]) -> bytes:
    root = etree.fromstring(source)
    nodes = list(root.iter(_SDT))
    for slot, mutation in mutated:
        _mutate(nodes[slot.number], mutation)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _mutate(node: etree._Element, mutation: Mutation) -> None:
    properties, content = node
    paragraph = next(node.iterancestors(f"{W}p"))
    content[:] = _elements(mutation.content)
    for flag in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(flag)
    for flag in _elements(mutation.flag):
        placeholder = properties.find(f"{W}placeholder")
        (placeholder if placeholder is not None else properties[0]).addnext(flag)
    if mutation.state is not None and mutation.kind == "date":
        date_of = properties.find(f"{W}date")
        assert date_of is not None
        date_of.set(f"{W}fullDate", mutation.state)
    if mutation.state is not None and mutation.kind == "box":
        next(properties.iter(f"{W14}checked")).set(f"{W14}val", mutation.state)
    _set_paragraph(paragraph, mutation)
    if mutation.is_flat:
        for child in list(content):
            node.addprevious(child)
        paragraph.remove(node)


def _set_paragraph(paragraph: etree._Element, mutation: Mutation) -> None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is None:
        assert mutation.style == mutation.mark == "", "a paragraph of a form has a style"
        return
    if mutation.style:
        style.set(_VAL, mutation.style)
    for mark in _elements(f"<w:rPr>{mutation.mark}</w:rPr>" if mutation.mark else ""):
        around = style.getparent()
        assert around is not None
        around.append(mark)


def _elements(markup: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<_ {_SPACE}>{markup}</_>"))


def expected_value(slot: Slot, mutation: Mutation) -> Value | None:
    """What is read at *slot*; None where nothing is."""
    blank: Blank = slot.target.blank
    if mutation.kind == "date":
        return date.fromisoformat(mutation.seen) if mutation.seen else None
    if mutation.kind == "text":
        return clean(mutation.seen) or None
    is_ticked = mutation.seen == "☑"
    if blank.field.holds == "tick":
        return is_ticked
    if not is_ticked:
        return None
    return (slot.target.part,) if blank.field.holds == "choices" else slot.target.part
