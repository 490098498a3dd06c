"""Two fingerprints: what a record says, and exactly what the sheets of a form show."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from generators.docx import document
from generators.docx.document import STAND_IN, VARIANTS, Drawing, draw
from generators.docx.file import pack
from generators.docx.printed import fingerprint_of, printed_fingerprint
from generators.page import render_record
from generators.printing.build import make_forms
from generators.tree import read
from schemas.entry import Entry
from tests.generators import docx_samples as samples
from tests.generators.every_key import MODELS, declared, field_name, sample, subjects
from tests.generators.fingerprint_table import HEAD, TABLE, Change, changes, table


def test_the_sample_has_every_key() -> None:
    """No key of any file is without a value in the sample; a new one is given one in `tests/data/every-key`."""
    held = {field_name(subject.name, subject.model, leaf) for subject in subjects() for leaf in subject.leaves}

    assert [name for kind in MODELS for name in declared(kind) if name not in held] == []


def one_in_six(name: str) -> bool:
    """Some of the fields, of every kind, the same in every run."""
    return zlib.crc32(name.encode()) % 6 == 0


def hold_to_the_table(every: list[Change], lines: list[str]) -> None:
    """Each field moves the fingerprints that its line names, and no others; what is seen moves the printed one."""
    assert table(every).splitlines() == [*HEAD.splitlines(), *lines]
    assert [(change.name, change.leaf) for change in every if change.printed != change.seen] == []
    assert {change.seen for change in every} == {(), ("en",), ("zh", "en")}
    assert not any(change.structural for change in every if change.is_english)


def test_what_some_fields_move() -> None:
    """A sixth of the fields of `tests/data/fingerprints.md`, as their lines say."""
    lines = TABLE.read_text("utf-8").splitlines()[len(HEAD.splitlines()) :]
    some = [line for line in lines if one_in_six(line.split(" | ")[0].removeprefix("| "))]

    assert len(lines) / 8 < len(some) < len(lines) / 4
    hold_to_the_table(list(changes(one_in_six)), some)


@pytest.mark.prove
def test_what_moves_which_fingerprint() -> None:
    """Each field moves the fingerprints that its line of `tests/data/fingerprints.md` names, and no others.

    In either language, whatever is changed: what is seen of a form moves its printed fingerprint, and only that. A
    changed English text leaves every structural fingerprint; the Chinese library does not know of it.
    """
    hold_to_the_table(list(changes()), TABLE.read_text("utf-8").splitlines()[len(HEAD.splitlines()) :])
    assert sample().view("zh") is sample()


def drawings(entry: Entry) -> list[Drawing]:
    """A form of the small library in both variants."""
    return [draw(samples.library(), entry, variant) for variant in VARIANTS]


def test_both_variants_have_one_fingerprint() -> None:
    """The sheet to fill on screen and the one to print carry the same, taken of both; each language has its own."""
    library, english = samples.library(), samples.library().view("en")
    printed = printed_fingerprint(library, samples.form("slip"))
    footers = [samples.words(samples.build("slip", variant), "word/footer1.xml") for variant in VARIANTS]

    assert printed == fingerprint_of(drawings(samples.form("slip")))
    assert [f"指纹 {printed}" in footer for footer in footers] == [True, True]
    assert printed_fingerprint(english, samples.form("slip", english)) != printed


@pytest.mark.parametrize("part", ["styles", "theme", "parts.font_table", "parts.settings"])
def test_the_layout_of_the_program_counts(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """A sheet of other styles is another sheet, though no record changed: nobody has to raise a number for that."""
    before = fingerprint_of(drawings(samples.form("slip")))
    monkeypatch.setattr(f"generators.docx.document.{part}", lambda *_: "<other/>")

    assert fingerprint_of(drawings(samples.form("slip"))) != before


def test_a_renamed_form_is_the_same_sheet() -> None:
    """Where the QR code leads is no part of what the sheet says: sheets of a renamed form stay current."""
    published = samples.with_forms({}, library="\nbase_url: https://handbook.example/h/\n")
    entry = samples.form("key-loan-register", published)
    renamed, moved = (
        replace(entry, id="key-loan-journals"),
        replace(published, settings=published.settings.model_copy(update={"base_url": "https://handbooks.example/"})),
    )

    assert document.qr_text(draw(published, renamed, "fill").sheet, STAND_IN) != document.qr_text(
        draw(published, entry, "fill").sheet, STAND_IN
    )
    one, *others = (
        fingerprint_of(draw(library, each, variant) for variant in VARIANTS)
        for library, each in ((published, entry), (published, renamed), (moved, entry))
    )
    assert others == [one, one]


def test_the_fingerprint_does_not_move_the_layout() -> None:
    """Whatever twelve characters it is, the sheet is otherwise the same, down to the size of its QR code."""
    drawing = drawings(samples.form("slip"))[0]
    one, other = (pack(drawing, printed) for printed in (STAND_IN, "012345678901"))

    for name in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
        assert samples.part(one, name) == samples.part(other, name)
    assert samples.part(one, "word/footer1.xml").replace(STAND_IN, "012345678901") == samples.part(
        other, "word/footer1.xml"
    )


def test_listings_and_pages_tell_what_stands_on_the_sheets(tmp_path: Path) -> None:
    """`forms.json` has the fingerprint of each definition and those of its sheets; a page printed of a form carries the
    one that its sheets do, of any other record the record's own.
    """
    library = samples.library()
    listing = read(make_forms(library, tmp_path).files["forms.json"])
    listed = {form["id"]: form for form in json.loads(listing)}["slip"]
    role = library.entries["greentown-after-sales/roles/front-desk"]

    assert listed["fingerprint"] == samples.form("slip").fingerprint
    for lang in ("zh", "en"):
        view = library.view(lang)
        entry = samples.form("slip", view)
        assert listed["printed"][lang] == printed_fingerprint(view, entry)
        assert f" · {listed['printed'][lang]}</span>" in render_record(view, entry).content
        assert f" · {role.fingerprint}</span>" in render_record(view, view.entries[role.address]).content
