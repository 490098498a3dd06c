"""Forms as files: names, bytes, languages and variants."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generators.docx.document import VARIANTS
from generators.form import build_form, form_file_name, form_files
from schemas.library import Library
from tests.filled.hostile import hostile
from tests.generators import docx_samples as samples

ROOT = Path(__file__).parents[2]
_DIGEST = """
import hashlib
from tests.generators import docx_samples as samples
print(hashlib.sha256(samples.build("everything", "fill") + samples.build("ledger", "blank", "en")).hexdigest())
"""


class TestNames:
    def test_code_and_id(self) -> None:
        """A file is named after the printed code and the id; variant and language follow."""
        entry = samples.form("key-loan-register")
        names = [form_file_name(entry, variant, lang) for lang in ("zh", "en") for variant in VARIANTS]

        assert names == [
            "GT-R-KF-13-key-loan-register.docx",
            "GT-R-KF-13-key-loan-register-blank.docx",
            "GT-R-KF-13-key-loan-register.en.docx",
            "GT-R-KF-13-key-loan-register-blank.en.docx",
        ]

    def test_placeholder_code(self) -> None:
        """A code that several forms share is part of the name all the same, as the id keeps names apart."""
        assert form_file_name(samples.form("everything"), "fill", "zh") == "GT-R-XX-XX-everything.docx"

    def test_without_code(self) -> None:
        """A form without a code is named after its id alone."""
        assert form_file_name(samples.form("slip"), "blank", "zh") == "slip-blank.docx"


class TestBuild:
    def test_same_bytes_in_every_process(self) -> None:
        """A form is the same bytes in another process with another hash seed."""
        here = hashlib.sha256(samples.build("everything", "fill") + samples.build("ledger", "blank", "en")).hexdigest()
        there = subprocess.run(
            [sys.executable, "-c", _DIGEST], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"},
            capture_output=True, text=True, check=True,
        ).stdout.strip()  # fmt: skip

        assert here == there

    def test_only_forms(self) -> None:
        """A record of another kind is refused."""
        role = samples.library().of_kind("roles")[0]

        with pytest.raises(TypeError, match="is not a form"):
            build_form(samples.library(), role, variant="fill")

    def test_fill_takes_text_in_controls_only(self) -> None:
        """The variant for the screen is protected so that nothing but its controls can be changed."""
        settings = samples.part(samples.build("everything", "fill"), "word/settings.xml")

        assert '<w:documentProtection w:edit="forms" w:enforcement="1"/>' in settings

    def test_blank_has_neither_controls_nor_hints(self) -> None:
        """The variant for the pen has no control, no grey hint and no protection."""
        docx = samples.build("everything", "blank")

        assert "<w:sdt>" not in samples.part(docx)
        assert "PlaceholderText" not in samples.part(docx)
        assert "documentProtection" not in samples.part(docx, "word/settings.xml")

    def test_english(self) -> None:
        """The words a form brings along are English on an English form."""
        docx = samples.build("everything", "fill", "en")

        assert "Edition 3" in samples.words(docx, "word/header1.xml")
        assert "Page 1 of 3" in samples.words(docx, "word/footer1.xml")
        assert "pick a date" in samples.words(docx)
        assert "选择日期" not in samples.words(docx)


class TestFiles:
    def test_every_form_in_every_language_and_variant(self) -> None:
        """Four files a form: two languages, two variants, in the folder of their handbook."""
        names = [path for path, _ in form_files(samples.library())]

        assert 4 * len(samples.library().of_kind("forms")) == len(set(names))
        assert {"greentown-after-sales"} == {path.parent.name for path in names}


def test_texts_of_any_length_and_kind(library: Library) -> None:
    """A form whose every text is far longer than any label is made, with its whole title on the sheet."""
    title = "投诉要登记，" * 300
    view = hostile(library, title)
    entry = view.entries["greentown-after-sales/forms/key-loan-register"]
    with zipfile.ZipFile(BytesIO(build_form(view, entry, variant="fill"))) as package:
        core = package.read("docProps/core.xml").decode()

    assert f"<dc:title>{title[:255]}</dc:title>" in core
