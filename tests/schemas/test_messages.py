"""The table of messages: every rule is worded in both languages, is raised somewhere, and takes what it is given."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from schemas.messages import MESSAGES

SOURCES = [path for package in ("schemas", "commands") for path in Path(package).rglob("*.py")]
RULES_IN_USE = "\n".join(path.read_text("utf-8") for path in SOURCES if "messages" not in path.parts)


def fields(template: str) -> set[str]:
    """The names a template is filled with."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("rule", MESSAGES)
def test_both_languages_say_the_same(rule: str) -> None:
    """A title in each language with the same values; a hint in both or in neither."""
    message = MESSAGES[rule]

    assert message.zh
    assert message.en
    assert fields(message.zh) == fields(message.en)
    assert bool(message.zh_hint) == bool(message.en_hint)


@pytest.mark.parametrize("rule", MESSAGES)
def test_chinese_is_written_as_chinese_is(rule: str) -> None:
    """Full-width punctuation; a title has no full stop, a hint that is a sentence has one."""
    message = MESSAGES[rule]

    assert not re.search(r"[\u4e00-\u9fff][;?!]", message.zh + message.zh_hint)
    assert not message.zh.endswith(("。", "."))
    assert message.zh_hint in ("", "{guess}") or message.zh_hint.endswith("。")
    assert not message.en.endswith(".")
    assert not message.en[0].isupper()
    assert message.en_hint in ("", "{guess}") or message.en_hint.endswith(".")


@pytest.mark.parametrize("rule", MESSAGES)
def test_every_rule_is_raised_somewhere(rule: str) -> None:
    """A message that nothing says is deleted."""
    assert f'"{rule}"' in RULES_IN_USE


def test_a_rule_is_a_few_words_with_hyphens() -> None:
    """As `accept` and `--json` name it."""
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule) for rule in MESSAGES)
