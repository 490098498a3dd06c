"""The forms of the samples on paper: printed once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.form import form_files
from generators.printing.build import printer_of
from tests.generators import docx_samples as samples
from tests.once import Once


@pytest.fixture(scope="session")
def printed_samples(once: Once) -> Path:
    """A folder whose printer has seen every form of the samples, in both variants and both languages."""

    def make(folder: Path) -> None:
        done = printer_of(folder).pdfs({path.name: content for path, content in form_files(samples.library())})
        assert done.problem is None, done.problem

    return once.folder("printed-samples", make)
