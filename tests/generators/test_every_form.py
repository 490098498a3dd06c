"""What holds for every form of the project, in both variants and both languages."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generators.form import VARIANTS, build_form, form_files
from tests.generators import filled_samples as filled
from tests.generators.filled_samples import Sample
from tests.generators.test_form import project

ROOT = Path(__file__).parents[2]
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
def test_python_docx_opens_it(sample: Sample) -> None:
    """python-docx opens both variants, and finds the title, the page's footers and a table or paragraph in them."""
    for variant in VARIANTS:
        document = docx.Document(BytesIO(build_form(sample.library, sample.entry, variant=variant)))

        assert document.core_properties.title == str(sample.entry.record.title)
        assert document.sections[0].different_first_page_header_footer
        assert len(document.tables) + len(document.paragraphs) > 1
