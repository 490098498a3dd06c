"""Codes as people type them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from search.codes import Codes
from search.normalize import normalize
from search.tokens import tokenize


def _passage(address: str, code: str) -> SimpleNamespace:
    handbook, kind, _ = address.split("/")
    return SimpleNamespace(handbook=handbook, kind=kind, record=address, code=code)


CODES = Codes(
    [
        _passage("a/forms/complaints", "GT-R-KF-26"),
        _passage("a/forms/messages", "GT-R-KF-09"),
        _passage("a/procedures/help", "GT-ZY-KF-009"),
        _passage("b/forms/calls", "XST-HD-KF-009"),
        _passage("b/forms/files", "XST-HD-KF-026"),
        _passage("b/policies/reception", "3.10"),
        _passage("c/scripts/hold", "1.1.5"),
        _passage("c/forms/shared", "GT-R-XX-XX"),
    ]
)


def _given(question: str, handbook: str | None = None) -> list[str]:
    return sorted(CODES.given(normalize(question), tokenize(question), handbook))


@pytest.mark.parametrize(
    "question",
    [
        "GT-R-KF-26", "gtrkf26", "GT R KF 26 谁签字", "GT—R—KF—26", "ＧＴ－Ｒ－ＫＦ－２６", "kf26",
        "ＫＦ　２６", "r-kf-26", "KF-R-26", "see KF no. 26, please", "GT-R-KF-026x GT-R-KF-26",
    ],
)  # fmt: skip
def test_a_code_is_read_however_it_is_typed(question: str) -> None:
    """With spaces, any dash, full width, parts left out or in another order, inside a sentence."""
    assert _given(question) == ["a/forms/complaints"]


def test_zeros_may_be_left_out_and_the_number_as_it_is_written_wins() -> None:
    """`kf 9` is all three; `kf09` and `kf 009` are those that are written so."""
    assert _given("kf 9") == ["a/forms/messages", "a/procedures/help", "b/forms/calls"]
    assert _given("kf09") == ["a/forms/messages"]
    assert _given("kf 009") == ["a/procedures/help", "b/forms/calls"]
    assert _given("xst 009") == ["b/forms/calls"]


def test_the_handbook_of_whoever_asks_comes_first() -> None:
    """Where it has none of the fitting codes, all of them are meant."""
    assert _given("kf 9", "b") == ["b/forms/calls"]
    assert _given("26号表", "a") == ["a/forms/complaints"]
    assert _given("26号表", "c") == ["a/forms/complaints", "b/forms/files"]


@pytest.mark.parametrize(
    "question", ["26号表", "表 26", "第26号表怎么填", "form 26", "form no. 26 who signs", "no. 26", "26"]
)
def test_a_number_that_is_said_to_be_a_forms_is_a_code(question: str) -> None:
    """Before the word, after it, or alone."""
    assert _given(question) == ["a/forms/complaints", "b/forms/files"]


@pytest.mark.parametrize(
    "question", ["9 号要交什么", "26 小时", "in 26 days", "kf 26 days", "表 26 份", "3.10 元", "用 XX 的表"]
)
def test_a_plain_number_in_a_sentence_is_no_code(question: str) -> None:
    """What counts something means no form."""
    assert _given(question) == []


def test_a_number_with_points_is_a_code_where_it_begins_a_question_or_has_three_parts() -> None:
    """`3.10` in a sentence could be a price."""
    assert _given("3.10") == ["b/policies/reception"]
    assert _given("1.1.5 怎么说") == ["c/scripts/hold"]
    assert _given("3.10 总台几点开") == ["b/policies/reception"]
    assert _given("工资涨到 3.10 了吗") == []
