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

from filled.wordml import written
from generators.docx.document import VARIANTS
from generators.form import build_form, form_files
from generators.printing.build import build_forms
from schemas.loader import load_library
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import Sample
from tests.generators import docx_samples as samples
from tests.generators.test_form import project
from tests.schemas.content import KEYS, Content

ROOT = Path(__file__).parents[2]
_CHANGED = "GT-R-KF-13-key-loan-register"
_DIGESTS = """
import json
from tests.generators.test_every_form import digests
print(json.dumps(digests()))
"""


def digests() -> dict[str, str]:
    """A checksum of every file of the project's forms, by path."""
    return {str(path): hashlib.sha256(content).hexdigest() for path, content in form_files(project())}


def test_same_bytes_in_two_processes() -> None:
    """Every file of every form is the same bytes in a process with another hash seed."""
    ours = digests()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    said = subprocess.run([sys.executable, "-c", _DIGESTS], capture_output=True, text=True, check=True, env=environment)

    assert len(ours) == 4 * len(project().of_kind("forms"))
    assert ours == json.loads(said.stdout)


@pytest.mark.parametrize("sample", filled.all_forms(), ids=lambda sample: f"{sample.library.root.name}-{sample.name}")
def test_a_tree_of_it_is_written_as_it_was(sample: Sample) -> None:
    """A document read as a tree and written again is the same text: filling changes nothing but what is filled."""
    for variant in VARIANTS:
        document = samples.part(build_form(sample.library, sample.entry, variant=variant))

        assert written(etree.fromstring(document.encode())) == document


def test_a_changed_field_changes_its_form_only(tmp_path: Path) -> None:
    """A renamed field changes the files of its form, itself in the bundles that have it, and the listing; no more."""
    shutil.copytree(ROOT / "handbook", tmp_path / "handbook")
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


@pytest.mark.parametrize("sample", filled.all_forms(), ids=lambda sample: f"{sample.library.root.name}-{sample.name}")
def test_python_docx_opens_it(sample: Sample) -> None:
    """python-docx opens both variants, and finds the title, the page's footers and a table or paragraph in them."""
    for variant in VARIANTS:
        document = docx.Document(BytesIO(build_form(sample.library, sample.entry, variant=variant)))

        assert document.core_properties.title == str(sample.entry.record.title)
        assert document.sections[0].different_first_page_header_footer
        assert len(document.tables) + len(document.paragraphs) > 1
