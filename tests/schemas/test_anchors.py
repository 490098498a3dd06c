"""Parts of a record and their anchors on its page."""

from __future__ import annotations

import pytest

from schemas.anchors import anchor
from schemas.library import Library

HOME = "greentown-after-sales"


@pytest.mark.parametrize(
    ("kind", "part", "expected"),
    [("step", "receive", "step-receive"), ("article", "3.1.1", "article-3-1-1"), ("duty", "1.2", "duty-1-2")],
)
def test_an_anchor_names_kind_and_part(kind: str, part: str, expected: str) -> None:
    """Without dots, which a style sheet would take for a class."""
    assert anchor(kind, part) == expected


@pytest.mark.parametrize(
    ("address", "anchors"),
    [
        (f"{HOME}/procedures/complaint-handling", ["step-receive", "step-can-answer", "periodic-monthly-analysis"]),
        (f"{HOME}/policies/service-promises", ["section-keys", "article-1-1", "commitment-first-call"]),
        (f"{HOME}/guides/front-desk-essentials", ["section-phone", "point-voice", "section-busy"]),
        (f"{HOME}/roles/front-desk", ["duty-1-1", "duty-2-1"]),
        ("call-scripts/scripts/hold-and-call-back", ["rule-sixty-seconds", "node-explain", "node-call-back"]),
        ("call-scripts/troubleshooting/no-sound", ["node-silence", "node-hand-over"]),
        (f"{HOME}/forms/opinion-survey", ["block-greeting", "block-ratings", "block-signed"]),
        (f"{HOME}/courses/front-desk-induction", ["module-manners"]),
    ],
)  # fmt: skip
def test_everything_that_can_be_pointed_at_is_a_part(library: Library, address: str, anchors: list[str]) -> None:
    """Of every kind, each with a heading."""
    parts = library.entries[address].parts

    assert set(anchors) <= {part.anchor for part in parts.values()}
    assert all(part.title for part in parts.values())
