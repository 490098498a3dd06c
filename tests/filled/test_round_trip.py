"""Every form in both languages: all of it filled is read back, and of what does not fit nothing is dropped.

`test_filling` has random answers with random texts; here no blank of any form is left out.
"""

from __future__ import annotations

from random import Random
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filled.filling import MistakesError, fill_form
from schemas.answers import FilledBlank
from schemas.field_types import FieldType
from schemas.form import Block
from tests.filled import broken_samples as broken
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import Sample

FORMS = filled.all_forms()
EVERY_FORM = pytest.mark.parametrize("sample", FORMS, ids=lambda sample: f"{sample.library.root.name}-{sample.name}")
SEEDS = st.integers(0, 2**32)
FEW = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def filled_copy(sample: Sample, answers: list[FilledBlank]) -> bytes:
    """A copy with *answers*."""
    return fill_form(sample.library, sample.entry, filled.loose(answers))


def test_every_kind() -> None:
    """Among the forms is every kind of block and every type of field; a sequence is printed and never filled."""
    blocks = {type(block.body) for sample in FORMS for block in sample.blanks.form.blocks}
    types = {blank.field.type for sample in FORMS for blank in sample.blanks.all}

    assert blocks == {get_args(field.annotation)[0] for field in Block.model_fields.values()}
    assert types == set(get_args(FieldType)) - {"sequence"}


@EVERY_FORM
def test_every_blank(sample: Sample) -> None:
    """With every blank filled, and more rows than are printed, the same values are read back, without a mistake."""
    answers = filled.full_answers(sample.blanks, 5, filled.EVERYDAY, more_rows=2)

    back = filled.read(sample, filled_copy(sample, answers))

    assert {answer.blank.place for answer in answers} == set(sample.blanks.by_place)
    assert filled.expected(sample.blanks, answers, sample.library.lang) == back.values
    assert {mistake.rule for mistake in back.mistakes} <= {"required"}


@EVERY_FORM
@FEW
@given(seed=SEEDS)
def test_unfit_values(sample: Sample, seed: int) -> None:
    """Of values that a program gives, exactly those that do not fit are reported, each at its place."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    answers = filled.full_answers(sample.blanks, seed, filled.EVERYDAY)
    wrong = random.sample(answers, random.randint(1, min(len(answers), 12)))
    unfit: list[Any] = [answer._replace(value=broken.unfit(answer.blank, random)) for answer in wrong]

    with pytest.raises(MistakesError) as raised:
        filled_copy(sample, [*answers, *unfit])

    assert {broken.where(answer.blank, answer.row) for answer in wrong} == set(
        map(broken.where_of, raised.value.mistakes)
    )


@EVERY_FORM
@FEW
@given(seed=SEEDS)
def test_unfit_texts(sample: Sample, seed: int) -> None:
    """Of what a person types and ticks, exactly what does not fit is reported, and every other value is read."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    answers = filled.full_answers(sample.blanks, seed, filled.EVERYDAY)
    copy = filled_copy(sample, answers)
    before = {broken.where_of(found) for found in filled.read(sample, copy).mistakes}
    some = broken.break_some(copy, answers, random)

    back = filled.read(sample, broken.retyped(copy, some.texts))

    assert some.places | before == {broken.where_of(found) for found in back.mistakes}
    assert filled.expected(sample.blanks, answers, sample.library.lang, without=some.gone) == back.values
