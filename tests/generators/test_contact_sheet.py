"""Every form as it prints in both languages: blank, to fill, filled short and filled long; with and without its fonts.

`make test` prints two forms that tell the most, and `make prove` all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from filled.samples import filled_sample
from generators.printing.build import printer_of
from generators.printing.contact import SORTS, rows
from schemas.entry import Entry
from tests.schemas.content import handbooks

_SAMPLE: Final = ("property-xst/forms/home-visit-sheet", "vanke-service-department/forms/tenant-file")
"""A sheet whose last line goes to a further page when it is filled, and a page with hardly any room left."""


def _marks(forms: Sequence[Entry], store: Path) -> list[str]:
    """What is to be looked at of *forms* in any language, of any sort, with or without their fonts."""
    printed = rows(handbooks(), forms, printer_of(store), filled_sample, lambda part, done, total: None)
    assert {len(row.copies) for row in printed} == {len(SORTS) * len(handbooks().settings.languages)}
    return [
        f"{form.address} {remark}" for form, row in zip(forms, printed, strict=True) for remark in row.remarks("en")
    ]


def test_two_forms_have_no_mark(tmp_path: Path) -> None:
    """Nothing stands out on sheets that a line more would push to another page."""
    assert _marks([handbooks().entries[address] for address in _SAMPLE], tmp_path) == []


@pytest.mark.prove
def test_no_form_has_a_mark(tmp_path: Path) -> None:
    """Nothing stands out on any copy of any form; what cannot be mended is to be named here with its reason."""
    assert _marks(handbooks().of_kind("forms"), tmp_path) == []
