"""What moves which fingerprint, field by field: seen on every change of `every_key`, and written as a table.

`python -m tests.generators.fingerprint_table` writes `tests/data/fingerprints.md` anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from generators.docx import wml
from generators.docx.document import VARIANTS, Drawing, draw, qr_text
from generators.docx.printed import fingerprint_of
from schemas.library import Library
from schemas.scalars import Text
from schemas.walk import Leaf
from tests.generators.every_key import MODELS, Subject, Views, declared, field_name, subjects

TABLE: Final = Path(__file__).parents[1] / "data" / "fingerprints.md"
HEAD: Final = """\
# What moves a fingerprint

Every field of every file of a handbook, changed in the YAML and, where it is a text, in its English.

- *structural*: the fingerprint of the record itself, by which editions, attempts and the definitions of old forms are
  found.
- *zh*, *en*: the printed fingerprint of a form that shows it, in that language. It stands on the sheet and in its QR
  code, and says whether the sheet is current. A text that was changed in the YAML has no English until it is
  translated, so that it is shown as it is in English too.
- *English*: the printed fingerprint in English, when the English of the field is changed in the catalogue. Nothing else
  moves then.

*in places*: some of the fields or parts that have this key do, others do not. The address that the QR code leads to
(`library.base_url`, the id of the form) does not count, nor does what only scripts and programs see.

`python -m tests.generators.fingerprint_table` writes this table; `tests/generators/test_fingerprints.py` holds it.

| field | structural | zh | en | English |
|---|---|---|---|---|
"""
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN: Final = tuple(f"{_W}{name}" for name in ("alias", "tag", "id", "lock", "bookmarkStart", "bookmarkEnd"))
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_LANGUAGES: Final = ("zh", "en")


@dataclass(frozen=True)
class Sheets:
    """The sheets of a form in one language: their fingerprint, and what is seen of them."""

    printed: str
    seen: tuple[bytes, ...]

    @classmethod
    def of(cls, view: Library, address: str) -> Sheets:
        """The sheets of a form of *view*."""
        drawings = [draw(view, view.entries[address], variant) for variant in VARIANTS]
        printed = fingerprint_of(drawings)
        return cls(printed, tuple(part for drawing in drawings for part in _seen(drawing, printed)))


def _seen(drawing: Drawing, printed: str) -> Iterator[bytes]:
    """Its parts as they are packed, but for the names, ids and locks of controls, the fingerprint and the QR code."""
    footers = drawing.footers(printed, qr_text(drawing.sheet, printed))
    for markup in (wml.whole(drawing.word["document.xml"]), *footers.values()):
        root = etree.fromstring(markup.encode())
        etree.strip_elements(root, *_UNSEEN, with_tail=False)
        etree.strip_attributes(root, f"{_W}value")
        for picture in root.iter(_PICTURE):
            picture.attrib.pop("descr")
        yield etree.tostring(root).replace(printed.encode(), b"")
    yield from (markup.encode() for name, markup in drawing.word.items() if name != "document.xml")
    yield drawing.sheet.logo.content if drawing.sheet.logo else b""


@dataclass(frozen=True)
class Change:
    """One change of a field, in the YAML or in its English, and what it moved.

    Attributes:
        name: of the field.
        leaf: what was changed.
        is_english: whether its English was.
        structural: whether the fingerprint of a record moved.
        printed: the languages in which that of the sheets did.
        seen: the languages in which something else is seen on the sheets.
    """

    name: str
    leaf: Leaf
    is_english: bool
    structural: bool
    printed: tuple[str, ...]
    seen: tuple[str, ...]


def changes(wanted: Callable[[str], bool] = lambda name: True) -> Iterator[Change]:
    """Every change of the sample to a field whose name is *wanted*."""
    for subject in subjects():
        before = {lang: Sheets.of(view, subject.form) for lang, view in subject.views.items()}
        for leaf in subject.leaves:
            if not wanted(field_name(subject.name, subject.model, leaf)):
                continue
            yield _change(subject, before, leaf, subject.changed(leaf), is_english=False)
            if isinstance(leaf.value, Text):
                yield _change(subject, before, leaf, subject.english_changed(leaf), is_english=True)


def _change(
    subject: Subject, before: Mapping[str, Sheets], leaf: Leaf, after: Views, *, is_english: bool
) -> Change:  # fmt: skip
    sheets = {lang: Sheets.of(view, subject.form) for lang, view in after.items()}
    return Change(
        field_name(subject.name, subject.model, leaf),
        leaf,
        is_english,
        _structural(after["en"]) != _structural(subject.views["en"]),
        tuple(lang for lang in after if sheets[lang].printed != before[lang].printed),
        tuple(lang for lang in after if sheets[lang].seen != before[lang].seen),
    )


def _structural(view: Library) -> list[str]:
    return [entry.fingerprint for entry in view.entries.values()]


def table(every: Iterable[Change]) -> str:
    """The table of what moves what, a line a field, in the order that the models have them."""
    by_name: dict[str, list[Change]] = {name: [] for kind in MODELS for name in declared(kind)}
    for change in every:
        by_name[change.name].append(change)
    return HEAD + "".join(_line(name, one) for name, one in by_name.items() if one)


def _line(name: str, every: list[Change]) -> str:
    yaml = [change for change in every if not change.is_english]
    english = [change for change in every if change.is_english]
    cells = [
        _word([change.structural for change in yaml]),
        *(_word([lang in change.printed for change in yaml]) for lang in _LANGUAGES),
        _word(["en" in change.printed for change in english]),
    ]
    return f"| {name} | {' | '.join(cells)} |\n".replace("|  |", "| |")


def _word(moved: list[bool]) -> str:
    if not moved:
        return ""
    return "yes" if all(moved) else "in places" if any(moved) else "no"


if __name__ == "__main__":
    TABLE.write_text(table(changes()), "utf-8")
