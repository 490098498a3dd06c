"""Every rule of `check` has its section in `docs/rules/`; its example is found, and put right, as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands.explaining import PAGES, RULES, page_of, sections
from schemas.messages import Message
from tests.rule_examples import Example, looked_at, message

EXPLAINED = [rule for rule in RULES if rule in sections(page_of(rule))]


def test_every_rule_has_a_section() -> None:
    """On the page of its group; those that lack one are named."""
    lacking = [rule for rule in RULES if rule not in EXPLAINED]

    assert [f"docs/rules/{page_of(rule).name}: ## {rule}" for rule in lacking] == []


def test_every_section_is_of_a_rule() -> None:
    """And stands on the page where it is looked for."""
    on_pages = {f"{page.name}: {rule}" for page in PAGES.glob("*.md") for rule in sections(page)}

    assert on_pages == {f"{page_of(rule).name}: {rule}" for rule in EXPLAINED}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library, checked once for all its copies."""
    return looked_at(tmp_path_factory.mktemp("looked-at") / "library")


@pytest.mark.parametrize("rule", EXPLAINED)
def test_an_example_is_found_and_put_right(rule: Message, tmp_path: Path, library: Path) -> None:
    """Nothing is found when it is right; when it is wrong the rule is, in the words that the page prints."""
    section = sections(page_of(rule))[rule]
    example = Example(rule, tmp_path / "root", library)

    assert [finding.say("en") for finding in example.when_right if finding.severity != "notice"] == []
    assert rule not in {finding.rule for finding in example.when_right if finding.path in example.changed}
    assert message(rule, example.found()) == section.message
    assert re.search("[\u4e00-\u9fff]{6}.*。$", section.about.zh)
    assert re.fullmatch(r"[A-Z`«].*[.»]", section.about.en)
