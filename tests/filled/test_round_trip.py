"""Every form in both languages: all of it filled is read back, and of what does not fit nothing is dropped.

Once with no blank left out, once with random answers; `make prove` goes on with many more.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, get_args

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from filled.filling import MistakesError, fill_form
from filled.filling.fill import completed
from schemas.answers import FilledBlank
from schemas.field_types import FieldType
from schemas.filled import Filled
from schemas.form import Block, RosterTable
from schemas.roster import Roster
from tests.filled import broken_samples as broken
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import EVERY_FORM, InBoth, Sample
from tests.generators.docx_lint import lint

SEEDS = st.integers(0, 2**32)
FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])


def filled_copy(sample: Sample, answers: list[FilledBlank]) -> bytes:
    """A copy with *answers*."""
    return fill_form(sample.library, sample.entry, filled.loose(answers))


def test_every_kind() -> None:
    """Among the forms is every kind of block and every type of field; a sequence is printed and never filled."""
    blocks = {type(block.body) for sample in filled.all_forms() for block in sample.blanks.form.blocks}
    types = {blank.field.type for sample in filled.all_forms() for blank in sample.blanks.all}

    models = {get_args(field.annotation)[0] for field in Block.model_fields.values()}
    assert blocks == models - {Roster} | {RosterTable}
    assert types == set(get_args(FieldType)) - {"sequence"}


@EVERY_FORM
def test_every_blank(form: InBoth, tmp_path: Path) -> None:
    """With every blank filled, and more rows than are printed, the same values are read back, without a mistake; the
    copy is a sound Word file, which python-docx opens.
    """
    for sample in form:
        answers = filled.full_answers(sample.blanks, 5, filled.EVERYDAY, more_rows=2)
        copy = filled_copy(sample, answers)

        assert {answer.blank.place for answer in answers} == set(sample.blanks.by_place)
        is_read_back(sample, answers, copy)
        assert lint(copy) == [], sample.name
        assert docx.Document(BytesIO(copy)).core_properties.title == str(sample.entry.record.title)
    (tmp_path / "copy.docx").write_bytes(copy)
    assert OpenXmlValidator().validate(tmp_path / "copy.docx").errors == []


@EVERY_FORM
def test_some_blanks(form: InBoth) -> None:
    """Of random answers the same values are read back, whatever their texts; of what does not fit nothing is dropped.

    Every value that a program gives, and every text that a person types, is reported at its place exactly when it does
    not fit.
    """
    for seed, sample in enumerate(form):
        any_answers_are_read_back(sample, seed, filled.AWKWARD)
        unfit_values_are_reported(sample, seed)
        unfit_texts_are_reported(sample, seed)


@pytest.mark.prove
@EVERY_FORM
@FEW
@given(seed=SEEDS, texts=filled.TEXTS)
def test_any_answers(form: InBoth, seed: int, texts: list[str]) -> None:
    """Whatever fits a form is read back as it was written, and its dates, boxes and rows are found right."""
    for sample in form:
        any_answers_are_read_back(sample, seed, texts)


@pytest.mark.prove
@EVERY_FORM
@FEW
@given(seed=SEEDS)
def test_any_mistakes(form: InBoth, seed: int) -> None:
    """Whatever does not fit is reported, and exactly that, whether a program gives it or a person types it."""
    for sample in form:
        unfit_values_are_reported(sample, seed)
        unfit_texts_are_reported(sample, seed)


@pytest.mark.prove
@EVERY_FORM
def test_every_copy_is_valid(form: InBoth, tmp_path: Path) -> None:
    """The Open XML validator finds nothing in copies filled at random in either language, with rows added."""
    for sample in form:
        answers = filled.random_answers(sample.blanks, 7, filled.EVERYDAY, more_rows=5)
        (tmp_path / "copy.docx").write_bytes(filled_copy(sample, answers))
        assert OpenXmlValidator().validate(tmp_path / "copy.docx").errors == [], sample.name


def any_answers_are_read_back(sample: Sample, seed: int, texts: list[str]) -> None:
    """Random answers, with up to three more rows than are printed."""
    answers = filled.random_answers(sample.blanks, seed, texts, more_rows=3)
    back = is_read_back(sample, answers, filled_copy(sample, answers))

    assert {note.rule for note in back.notes} <= {"typed-name", "hint-left", "late"}, sample.name


def is_read_back(sample: Sample, answers: list[FilledBlank], copy: bytes) -> Filled:
    """What is read of a copy: *answers* and what they come to; nothing is to be put right but what was left out."""
    back = filled.read(sample, copy)
    answers = completed(sample.blanks, answers)

    assert filled.expected(sample.blanks, answers, sample.library.lang) == back.values, sample.name
    assert {mistake.rule for mistake in back.mistakes} <= filled.LEFT_OUT, sample.name
    return back


def unfit_values_are_reported(sample: Sample, seed: int) -> None:
    """Of values that a program gives, exactly those that do not fit are reported, each at its place."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    answers = filled.full_answers(sample.blanks, seed, filled.EVERYDAY)
    wrong = random.sample(answers, random.randint(1, min(len(answers), 12)))
    unfit: list[Any] = [answer._replace(value=broken.unfit(answer.blank, random)) for answer in wrong]

    with pytest.raises(MistakesError) as raised:
        filled_copy(sample, [*answers, *unfit])

    places = {broken.where(answer.blank, answer.row) for answer in wrong}
    assert places == set(map(broken.where_of, raised.value.mistakes)), sample.name


def unfit_texts_are_reported(sample: Sample, seed: int) -> None:
    """Of what a person types and ticks, exactly what does not fit is reported, and every other value is read."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    answers = filled.full_answers(sample.blanks, seed, filled.EVERYDAY)
    copy = filled_copy(sample, answers)
    before = places_of(filled.read(sample, copy))
    some = broken.break_some(copy, answers, random)

    back = filled.read(sample, broken.retyped(copy, some.texts))

    assert some.places | before == places_of(back), sample.name
    assert filled.expected(sample.blanks, answers, sample.library.lang, without=some.gone) == back.values, sample.name


def places_of(back: Filled) -> set[broken.Where]:
    """Where a mistake is found, but for sums that values made by chance do not come to."""
    return {broken.where_of(mistake) for mistake in back.mistakes if mistake.rule not in filled.BY_CHANCE}
