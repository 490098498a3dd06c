"""What holds for every form of the project, in both variants and both languages."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from filled.filling.control import filled_twin
from filled.filling.rows import LEAST_TYPED, sections
from filled.reading.matching import Names
from filled.reading.xml import weigh
from filled.wordml import W, written
from generators.docx.document import VARIANTS
from generators.form import form_files
from schemas.loader import load_library
from tests.filled.filled_samples import EVERY_FORM, InBoth, Sample
from tests.generators import docx_samples as samples
from tests.generators.docx_lint import lint
from tests.generators.sites import build_forms
from tests.schemas.content import KEYS, LIBRARY, Content, handbooks

ROOT = Path(__file__).parents[2]
_CHANGED = "GT-R-KF-13-key-loan-register"
_DIGESTS = """
import json
from tests.generators.test_every_form import digests
print(json.dumps(digests()))
"""


@EVERY_FORM
def test_every_form(form: InBoth, tmp_path: Path) -> None:
    """Both variants in both languages: a document read as a tree and written again is the same text, so that filling
    changes nothing but what is filled; no number is there twice, no table ragged, no cell without a paragraph and no
    style missing; python-docx opens it and finds the title, the page's footers and a table or paragraph in it.

    What Word shows in the form to fill is sound for an Open XML validator, every control belongs to a blank and every
    blank has one, and a full row weighs more than what filling takes it for.
    """
    for sample in form:
        for variant in VARIANTS:
            is_a_sound_file(sample, sample.documents[variant])
        has_the_controls_of_its_blanks(sample)
        has_rows_as_heavy_as_they_are_taken_for(sample)
    (tmp_path / "form.docx").write_bytes(form[0].documents["fill"])
    assert OpenXmlValidator().validate(tmp_path / "form.docx").errors == []


@pytest.mark.prove
@EVERY_FORM
def test_every_file_of_every_form_is_valid(form: InBoth, tmp_path: Path) -> None:
    """The Open XML validator finds nothing in any variant in any language."""
    for number, (sample, variant) in enumerate((sample, variant) for sample in form for variant in VARIANTS):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(sample.documents[variant])
        assert OpenXmlValidator().validate(path).errors == [], (sample.name, variant)


def is_a_sound_file(sample: Sample, content: bytes) -> None:
    """As a tree, for the lint, and for python-docx."""
    text = samples.part(content)
    assert written(etree.fromstring(text.encode())) == text, sample.name
    assert lint(content) == [], sample.name
    document = docx.Document(BytesIO(content))
    assert document.core_properties.title == str(sample.entry.record.title)
    assert document.sections[0].different_first_page_header_footer
    assert len(document.tables) + len(document.paragraphs) > 1


def has_the_controls_of_its_blanks(sample: Sample) -> None:
    """Each belongs to the other."""
    by_tag = Names(sample.blanks).tags
    tags = set(samples.tags(sample.documents["fill"]))

    assert tags - set(by_tag) <= set(sample.blanks.registers), sample.name
    assert {by_tag[tag].blank.place for tag in tags & set(by_tag)} == set(sample.blanks.by_place), sample.name


def has_rows_as_heavy_as_they_are_taken_for(sample: Sample) -> None:
    """A full row of any register weighs more than the share of a blank one by which rows are weighed."""
    root = samples.tree(sample.documents["fill"])
    for _, rows in sections(root):
        blank = weigh(etree.tostring(rows[-1]))
        for paragraph in rows[-1].iter(f"{W}p"):
            paragraph[:] = [filled_twin(node) if node.tag == f"{W}sdt" else node for node in paragraph]

        assert weigh(etree.tostring(rows[-1])) > LEAST_TYPED * blank, sample.name


def digests() -> dict[str, str]:
    """A checksum of every file of the project's forms, by path."""
    return {str(path): hashlib.sha256(content).hexdigest() for path, content in form_files(handbooks())}


@pytest.mark.prove
def test_same_bytes_in_two_processes() -> None:
    """Every file of every form is the same bytes in a process with another hash seed."""
    ours = digests()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    said = subprocess.run([sys.executable, "-c", _DIGESTS], capture_output=True, text=True, check=True, env=environment)

    assert len(ours) == 4 * len(handbooks().of_kind("forms"))
    assert ours == json.loads(said.stdout)


def test_a_changed_field_changes_its_form_only(tmp_path: Path) -> None:
    """A renamed field changes the files of its form, itself in the bundles that have it, and the listing; no more."""
    shutil.copytree(LIBRARY / "handbook", tmp_path / "handbook")
    before = _built(tmp_path)
    Content(tmp_path).change(KEYS, "{id: borrower, title: 借用人", "{id: borrower, title: 借钥匙的人")
    after = _built(tmp_path)

    changed = {name for name, content in after.items() if before[name] != content}
    bundles = {name for name in changed if name.endswith(".zip")}
    own = {name for name in changed if name.startswith(f"greentown-after-sales/{_CHANGED}")}
    inside = {member for name in bundles for member in _members(after[name]) ^ _members(before[name])}

    assert before.keys() == after.keys()
    assert {f"greentown-after-sales/{_CHANGED}{kind}.docx" for kind in ("", "-blank", ".en", "-blank.en")} <= own
    assert changed - own - bundles == {"forms.json"}
    assert inside
    assert all(_CHANGED in name for name, _ in inside)


def _built(root: Path) -> dict[str, bytes]:
    """The forms folder as `handbook build --only forms` makes it without LibreOffice."""
    build_forms(load_library(root).require(), root / "build", office=False)
    forms = root / "build" / "forms"
    return {path.relative_to(forms).as_posix(): path.read_bytes() for path in forms.rglob("*") if path.is_file()}


def _members(bundle: bytes) -> set[tuple[str, int]]:
    """The files in a ZIP, with their checksums."""
    return {(entry.filename, entry.CRC) for entry in zipfile.ZipFile(BytesIO(bundle)).infolist()}
