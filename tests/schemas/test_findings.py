"""Findings in words: places, guesses, languages, and each said once."""

from __future__ import annotations

import pytest

from schemas.findings import Candidates, Finding, HandbookError, guess, told, unique, user_language
from schemas.messages import Files, Requests, Sense, Shapes
from schemas.words import Bilingual


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "C", "LC_ALL": "", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_user(environment: dict[str, str], lang: str) -> None:
    """`LC_ALL` before `LC_MESSAGES` before `LANG`; one that is empty says nothing."""
    assert user_language(environment) == lang


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        ("titel", "是不是“title”？", "Did you mean 'title'? "),
        ("zzz", "", ""),
        ("", "", ""),
        ("t" * 1_000_000, "", ""),
    ],
    ids=["close", "far", "empty", "long"],
)
def test_a_guess_is_made_when_there_is_a_likeness(word: str, zh: str, en: str) -> None:
    """And at once, however long the word is."""
    assert guess(word, ["title", "summary"], "zh") == zh
    assert guess(word, ["title", "summary"], "en") == en


def test_a_finding_is_said_with_its_place_and_hint() -> None:
    """One line, and the hint indented under it; as JSON, by name."""
    finding = Finding(
        "a.yaml",
        100,
        5,
        Shapes.UNKNOWN_KEY,
        {"key": "titel", "known": "title", "guess": Candidates("titel", ("title",))},
    )

    assert (
        finding.say("zh")
        == "a.yaml:100:5: 错误: 不认识的键“titel” [unknown-key]\n    是不是“title”？这里可以写：title。"
    )
    assert finding.worded().as_json("en") == {
        "path": "a.yaml",
        "line": 100,
        "col": 5,
        "rule": "unknown-key",
        "severity": "error",
        "title": "unknown key 'titel'",
        "hint": "Did you mean 'title'? The keys here are: title.",
    }


def test_values_with_braces_are_shown_as_they_are() -> None:
    """What an author wrote is no template."""
    assert Finding("a", 1, 1, Shapes.BAD_ID, {"value": "{value}{0}{{x"}).title("zh") == "“{value}{0}{{x”不能作编号"


def test_a_finding_stays_on_its_line() -> None:
    """Texts of several lines, file names with line breaks and characters that turn a line round do not break it."""
    finding = Finding(
        "a\nb.yaml", 1, 1, Shapes.EXPECTED_MAPPING, {"found": "一\n二\u2028三\u202e四", "shape": "{name: 张三}"}
    )

    assert finding.say("zh").split("\n")[0] == (
        "a b.yaml:1:1: 错误: 这里应当是“键: 值”，写成了“一 二 三 四” [expected-mapping]"
    )


def test_a_long_value_is_cut() -> None:
    """A message stays readable."""
    assert len(Finding("a", 1, 1, Shapes.BAD_ID, {"value": "x" * 10_000}).title("zh")) < 400


def test_what_two_checks_find_is_said_once() -> None:
    """The same rule at the same place about the same value; another value is another finding."""
    one, other = (Finding("a", 1, 1, Shapes.BAD_ID, {"value": value}) for value in "ab")

    assert unique([one, other, one, Finding("a", 1, 1, Shapes.BAD_ID, {"value": "a"})]) == [one, other]


def test_of_many_findings_the_gravest_are_told() -> None:
    """Errors, then warnings, then notices; how many more there are of each is said in one line for each."""
    errors, warnings, notices = (
        [Finding("a", line, 1, rule) for line in range(1, number + 1)]
        for rule, number in ((Shapes.BAD_ID, 2), (Sense.OWNER_MISSING, 99), (Files.MORE_NOTICES, 3))
    )
    first = told([*notices, *warnings, *errors])

    assert first[:100] == [*errors, *warnings[:98]]
    assert [finding.say("zh").partition("\n")[0] for finding in first[100:]] == [
        "a:98:1: 警告: 这个文件另外还有 1 个警告 [more-warnings]",
        "a:98:1: 提示: 这个文件另外还有 3 条提示 [more-notices]",
    ]
    assert [finding.title("en") for finding in first[100:]] == [
        "and 1 more warning in this file", "and 3 more notices in this file",
    ]  # fmt: skip


class TestHandbookError:
    """Errors that end a command: one line in the user's language."""

    def test_a_rule_of_the_table_is_said_with_its_hint(self) -> None:
        """Sentences end as they do in the language."""
        error = HandbookError(Requests.NO_LIBRARY, count=2)

        assert error.say("zh") == "手册有 2 个错误，读不成。先运行 handbook check。"
        assert error.say("en") == "the library cannot be used; errors in it: 2. Run handbook check first."

    def test_another_package_may_bring_its_own_words(self) -> None:
        """Values may be bilingual."""
        error = HandbookError("own", Bilingual("缺{what}", "no {what}"), what=Bilingual("纸", "paper"))

        assert (error.say("zh"), error.say("en"), str(error)) == ("缺纸", "no paper", "no paper")

    def test_a_record_that_is_not_found_is_guessed_at(self) -> None:
        """The guess is the hint."""
        error = HandbookError(Requests.NO_RECORD, value="GT-R-KF-62", guess=Candidates("GT-R-KF-62", ("GT-R-KF-26",)))

        assert error.say("zh") == "没有“GT-R-KF-62”。是不是“GT-R-KF-26”？"
