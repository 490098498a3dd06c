"""Every reason for which libyaml stops reading has words of ours, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
import yaml._yaml as library

from schemas.syntax import syntax_findings
from schemas.words import LANGUAGES, Bilingual
from schemas.yaml_problems import OTHERWISE, PROBLEMS

_REASON = re.compile(
    rb"(?<=\0)(?:did not find|could not find|found|block sequence|mapping (?:keys|values)|control characters|"
    rb"incomplete UTF|invalid (?:Unicode|leading|length|trailing)|unexpected low|input is too|too many tags)"
    rb"[ -^`-~]{0,70}(?=\0)"
)


def reasons() -> set[str]:
    """What the library that is installed may say, as it stands in its own file."""
    return {reason.decode() for reason in _REASON.findall(Path(library.__file__).read_bytes())}


def test_no_reason_is_without_words() -> None:
    """As many as the library has: a new edition that says something else is seen here."""
    assert reasons() == set(PROBLEMS)


@pytest.mark.parametrize("reason", [*PROBLEMS, "something that no edition has said yet"])
def test_its_own_words_are_never_shown(reason: str) -> None:
    """Neither in Chinese nor in English, be they known or not; each says what puts it right."""
    error = yaml.scanner.ScannerError(None, None, reason, yaml.Mark("x", 0, 0, 0, None, 0))
    (finding,) = syntax_findings(error, "a: b\n", "x.yaml")
    problem = PROBLEMS.get(reason, OTHERWISE)

    for lang in LANGUAGES:
        assert problem.said.of(lang) in finding.title(lang)
        assert finding.hint(lang) == problem.remedy.of(lang)
        assert reason not in finding.title(lang) + finding.hint(lang)


@pytest.mark.parametrize(("said", "remedy"), [*PROBLEMS.values(), OTHERWISE])
def test_a_remedy_is_a_sentence(said: Bilingual, remedy: Bilingual) -> None:
    """As the hints of messages are; what is wrong is half a sentence."""
    assert remedy.zh.endswith("。")
    assert remedy.en.endswith(".")
    assert not said.zh.endswith("。")
    assert not said.en[0].isupper()
