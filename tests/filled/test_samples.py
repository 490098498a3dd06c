"""Forms as they look when they are filled: values by type that their fields take, and sums that agree."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import pytest

from filled.reading import read_form
from filled.samples import filled_sample
from schemas.library import Library
from schemas.rules import Rule
from tests.generators import docx_samples as samples

FORMS = ("everything", "repair-bill", "missed-visit-card", "key-loan-register", "opinion-survey")


def read(library: Library, id_: str, length: Literal["short", "long"]) -> Any:
    """What a sample says, read back; it has no mistake, but that the longest sums are put beside each other."""
    copy = read_form(library, filled_sample(library, samples.form(id_, library), length), "sample.docx")
    assert [mistake.say("zh") for mistake in copy.mistakes if mistake.rule != Rule.TOO_GREAT] == []
    return copy.values


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("id_", FORMS)
def test_every_field_takes_its_values(id_: str, lang: str) -> None:
    """Short ones and long ones: nothing of them is refused when the copy is read back, and no block is left out."""
    view = samples.library().view(lang)
    short, long = read(view, id_, "short"), read(view, id_, "long")

    assert short.keys() == long.keys()
    assert len(str(long)) > len(str(short))


def test_sums_and_products_agree() -> None:
    """What the form works out is worked out, row by row and down a column, to the cent."""
    values = read(samples.library(), "repair-bill", "long")
    amounts = [row["amount"] for row in values["parts"]]

    assert amounts == [Decimal(999) * Decimal("128456.75")] * 6
    assert values["cost"]["material"] == sum(amounts)
    assert values["cost"]["total"] == values["cost"]["labour"] + sum(amounts)
