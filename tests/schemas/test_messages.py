"""The table of messages: every rule is worded in both languages, is raised somewhere, and takes what it is given."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from schemas.messages import MESSAGES, Message
from schemas.words import Bilingual

SOURCES = [path for package in ("schemas", "training", "commands") for path in Path(package).rglob("*.py")]
RULES_IN_USE = "\n".join(path.read_text("utf-8") for path in SOURCES if "messages" not in path.parts)


def fields(template: str) -> set[str]:
    """The names a template is filled with."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("rule", MESSAGES.values())
def test_both_languages_say_the_same(rule: Message) -> None:
    """A title in each language with the same values; a hint in both or in neither."""
    title, hint = rule.wording.title, rule.wording.hint

    assert title.zh
    assert title.en
    assert fields(title.zh) == fields(title.en)
    assert bool(hint.zh) == bool(hint.en)


@pytest.mark.parametrize("rule", MESSAGES.values())
def test_chinese_is_written_as_chinese_is(rule: Message) -> None:
    """Full-width punctuation; a title has no full stop, a hint that is a sentence has one."""
    title, hint = rule.wording.title, rule.wording.hint

    assert not re.search(r"[\u4e00-\u9fff][;?!]", title.zh + hint.zh)
    assert not title.zh.endswith(("。", "."))
    assert _is_value(hint.zh) or hint.zh.endswith("。")
    assert not title.en.endswith(".")
    assert not title.en[0].isupper()
    assert _is_value(hint.en) or hint.en.endswith(".")


def _is_value(hint: str) -> bool:
    """Whether a hint is worded by what it is filled with, or is none."""
    return not hint or re.fullmatch(r"\{\w+\}", hint) is not None


@pytest.mark.parametrize("rule", MESSAGES.values())
def test_every_rule_is_raised_somewhere(rule: Message) -> None:
    """A message that nothing says is deleted."""
    assert re.search(rf"\b{type(rule).__name__}\.{rule.name}\b", RULES_IN_USE)


@pytest.mark.parametrize("rule", MESSAGES.values())
def test_a_rule_is_a_few_words_with_hyphens(rule: Message) -> None:
    """As `accept` and `--json` name it, and as the code does."""
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule)
    assert rule.name == rule.upper().replace("-", "_")


def test_no_two_groups_have_a_rule_of_the_same_name() -> None:
    """The table has every rule of every group."""
    groups = Message.__subclasses__()

    assert len(MESSAGES) == sum(map(len, groups))
    assert all(isinstance(rule.wording.title, Bilingual) for rule in MESSAGES.values())
