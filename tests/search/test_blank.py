from __future__ import annotations

from dataclasses import replace

import pytest

from search.blank import leaves_blank
from search.index import Index
from search.passages import Passage
from search.question import Fact


@pytest.fixture
def step(words_index: Index) -> Passage:
    """A step that gives a person, a time and a form."""
    return next(passage for passage in words_index.passages if passage.id.endswith("#step-verify"))


def _without(step: Passage, text: str = "联系投诉人，拟定意见") -> Passage:
    return replace(step, forms=(), zh=replace(step.zh, within="", by="", text=text, say="", section="核实"))


def test_a_step_that_has_the_fact_is_not_blank(step: Passage, words_index: Index) -> None:
    """Nor is a question that asks for no fact."""
    assert not leaves_blank(step, "within", words_index.kinds)
    assert not leaves_blank(_without(step), "", words_index.kinds)


@pytest.mark.parametrize("fact", ["within", "by", "forms", "cost", "people", "copies", "call"])
def test_a_step_without_the_field_and_without_the_words_is_blank(step: Passage, words_index: Index, fact: Fact) -> None:
    """The handbook has the step, and not who, when or on which form."""
    assert leaves_blank(_without(step), fact, words_index.kinds)


def test_words_can_stand_for_the_field(step: Passage, words_index: Index) -> None:
    """`当天` in the text answers how long."""
    assert not leaves_blank(_without(step, "当天联系投诉人"), "within", words_index.kinds)
    assert not leaves_blank(_without(step, "三十分钟内联系投诉人"), "within", words_index.kinds)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("cost", "换一次收 20 元"), ("cost", "帮忙搬重物不收费"), ("people", "两人一同上门"),
        ("copies", "一式两份，各执一份"), ("call", "拨 0571-0000-0001"), ("call", "先打 119"),
    ],
)  # fmt: skip
def test_a_sum_a_count_and_a_number_stand_in_the_text(step: Passage, words_index: Index, fact: Fact, text: str) -> None:
    """No field gives them; a form and a script are read for them too."""
    assert not leaves_blank(_without(step, text), fact, words_index.kinds)
    assert not leaves_blank(replace(_without(step, text), kind="forms"), fact, words_index.kinds)
    assert leaves_blank(replace(_without(step), kind="forms"), fact, words_index.kinds)


def test_kinds_without_such_facts_are_never_blank(step: Passage, words_index: Index) -> None:
    """A block of a form is filled in: nobody expects a time of it; an article of a policy leaves it open."""
    assert not leaves_blank(replace(_without(step), kind="forms"), "within", words_index.kinds)
    assert leaves_blank(replace(_without(step), kind="policies"), "within", words_index.kinds)


def test_a_record_as_a_whole_is_never_blank(step: Passage, words_index: Index) -> None:
    """What its parts say is another matter."""
    assert not leaves_blank(replace(_without(step), part=""), "within", words_index.kinds)
