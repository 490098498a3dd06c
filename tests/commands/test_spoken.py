"""`--help` in the language that is asked for: every verb and option in both, and the frame around them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from commands.help_words import CHINESE, EXAMPLE
from commands.main import VERBS, app, load
from tests.commands.calling import handbook
from tests.commands.running import command, environment

_ENGLISH = re.compile(r"\b(?:the|of|with|Usage|Options|Arguments|Commands|default|required)\b")


def _paragraphs() -> Iterator[str]:
    """What help says in English, but for examples."""
    for said in (typer.main.get_command(app), *(load(verb.function, name) for name, verb in VERBS.items())):
        for text in (said.help, *(getattr(param, "help", None) for param in said.params)):
            paragraphs = (" ".join(part.split()) for part in (text or "").split("\n\n"))
            yield from (part for part in paragraphs if part and not part.startswith(EXAMPLE.en))


def test_every_help_text_has_its_chinese() -> None:
    """A text that is added is named until it has one, and one that is gone is named too."""
    assert {*_paragraphs(), "Show this message and exit."} == set(CHINESE)


@pytest.mark.parametrize("verb", ["", "read", "serve"])
def test_help_in_chinese(tmp_path: Path, verb: str) -> None:
    """Nothing in it is English but what is typed, and an English one after it is whole again."""
    words = [verb] if verb else []
    zh = handbook(*words, "--help", root=tmp_path, lang="zh")
    en = handbook(*words, "--help", root=tmp_path)

    assert (zh.code, zh.err, en.code, en.err) == (0, "", 0, "")
    assert re.search("用法：handbook(.|\n)+选项", zh.out)
    assert _ENGLISH.findall(zh.out) == []
    assert re.search("Usage: handbook(.|\n)+Options", en.out)
    assert not re.search("[选项用法]", en.out)


def test_the_language_of_the_user() -> None:
    """Counts where none is asked for."""
    said = subprocess.run(
        command("read", "--help"), capture_output=True, encoding="utf-8", check=True,
        env=environment() | {"LC_ALL": "zh_CN.UTF-8"},
    )  # fmt: skip

    assert "读填好的表" in said.stdout
