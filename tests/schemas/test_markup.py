"""The only markup: links and blanks; everything else stands as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.markup import Segment, marks, mistakes, parse


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("见[[GT-1#a]]。", [("text", "见"), ("link", "GT-1#a"), ("text", "。")]),
        ("{name}您好", [("blank", "name"), ("text", "您好")]),
        ("{project.phone}", [("blank", "project.phone")]),
        ("[[a]][[b]]", [("link", "a"), ("link", "b")]),
        ("{{name}} {% x %} ${} <b>{</b>", [("text", "{{name}} {% x %} ${} <b>{</b>")]),
        ("{部门}", [("text", "{部门}")]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_links_and_blanks(text: str, segments: list[tuple[str, str]]) -> None:
    """Two braces are another template language, shown as it stands; so is HTML."""
    assert [(segment.kind, segment.value) for segment in parse(text)] == segments


@given(st.text(alphabet="[]{}ab.#中\n"))
def test_segments_joined_again_lose_nothing(text: str) -> None:
    """Whatever the brackets."""
    written = {"text": "{}", "link": "[[{}]]", "blank": "{{{}}}"}

    assert "".join(written[segment.kind].format(segment.value) for segment in parse(text)) == text


def test_marks_are_what_a_translation_must_have_too() -> None:
    """In any order, each as often as it stands."""
    assert marks("{b}[[a]]{b}") == marks("[[a]] {b} {b}") == ["a", "b", "b"]
    assert marks("无") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("给{部门}打电话", [("unknown-blank", "部门")]),
        ("{ name }", [("unknown-blank", " name ")]),
        ("到 {#visit}内", [("figure-of-no-record", "visit")]),
        ("见[[GT-1", [("broken-link", "[[")]),
        ("GT-1]]", [("broken-link", "]]")]),
        ("[[a\nb]]", [("broken-link", "[["), ("broken-link", "]]")]),
        ("{{ x }} {# y #} {name} [[a]] [x] {}", []),
    ],
)
def test_what_was_meant_as_markup_and_is_none_is_found(text: str, found: list[tuple[str, str]]) -> None:
    """Braces round a word, and brackets without their other half."""
    assert list(mistakes(text)) == found


def test_a_segment_is_a_value() -> None:
    """Two of the same kind and value are equal."""
    assert Segment("link", "a") == Segment("link", "a")
