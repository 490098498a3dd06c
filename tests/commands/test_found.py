"""What `check` prints: the gravest first, notices rule by rule with their share."""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import redirect_stdout

from commands import context
from commands.found import print_found
from schemas.findings import Checked, Worded
from schemas.messages import Severity
from schemas.words import Bilingual

TITLE, NO_HINT = Bilingual("不好", "not well"), Bilingual("", "")


def finding(path: str, line: int, severity: Severity, rule: str) -> Worded:
    """A finding without a hint."""
    return Worded(path, line, 1, rule, severity, TITLE, NO_HINT)


FOUND = [
    finding("a.yaml", 1, "notice", "long-title"),
    finding("a.yaml", 2, "error", "bad-date"),
    finding("a.yaml", 3, "notice", "long-title"),
    finding("b.yaml", 1, "warning", "owner-missing"),
    finding("b.yaml", 2, "notice", "long-title"),
    finding("b.yaml", 3, "notice", "many-steps"),
    *(finding(f"{name}.yaml", 9, "notice", "many-steps") for name in "cdef"),
]


TEXTS = {"a.yaml": 150, "b.yaml": 50}


def printed(
    lang: str, findings: list[Worded], *, grouped: bool, only_errors: bool = False, texts: Mapping[str, int] = TEXTS
) -> str:
    """What is printed of *findings*, in 200 texts unless told otherwise."""
    context.use(None, lang)
    with redirect_stdout(io.StringIO()) as out:
        print_found(Checked(tuple(findings), texts), only_errors=only_errors, grouped=grouped)
    return out.getvalue()


def test_notices_are_told_rule_by_rule_and_errors_stand_first() -> None:
    """How many, in which files most, and which share of all texts: two errors are not lost among a hundred others."""
    assert printed("zh", FOUND, grouped=True) == (
        "a.yaml:2:1: 错误: 不好 [bad-date]\n"
        "b.yaml:1:1: 警告: 不好 [owner-missing]\n"
        "提示: [long-title] 3 处：a.yaml（2）、b.yaml（1）\n"
        "提示: [many-steps] 5 处：b.yaml（1）、c.yaml（1）、d.yaml（1）、另有 2 个文件\n"
        "    逐条看：写出文件名，或加 --notices。\n"
        "规则是什么意思，怎么改：handbook check --explain bad-date\n"
        "错误在最前面；只看错误：handbook check --errors\n"
        "1 个错误，1 个警告，8 条提示（占 200 处文字的 4%）\n"
    )
    assert printed("en", FOUND, grouped=True) == (
        "a.yaml:2:1: error: not well [bad-date]\n"
        "b.yaml:1:1: warning: not well [owner-missing]\n"
        "notice: [long-title] 3: a.yaml (2), b.yaml (1)\n"
        "notice: [many-steps] 5: b.yaml (1), c.yaml (1), d.yaml (1), 2 other files\n"
        "    To see each, name its file, or add --notices.\n"
        "What a rule means, and how to put it right: handbook check --explain bad-date\n"
        "Errors stand first; to see them alone: handbook check --errors\n"
        "1 error, 1 warning, 8 notices (4% of 200 texts)\n"
    )


def test_findings_stand_by_file_and_files_with_errors_first() -> None:
    """Of a file with several it is said how many, errors before warnings; each line has its whole place, to click."""
    found = [
        finding("a.yaml", 1, "warning", "owner-missing"),
        finding("a.yaml", 9, "error", "bad-date"),
        *(finding("b.yaml", line, "warning", "translation-missing") for line in range(1, 6)),
        finding("c.yaml", 1, "error", "bad-date"),
        finding("d.yaml", 1, "warning", "owner-missing"),
    ]
    assert printed("zh", found, grouped=True) == (
        "a.yaml：1 个错误、1 个警告\n"
        "a.yaml:9:1: 错误: 不好 [bad-date]\n"
        "a.yaml:1:1: 警告: 不好 [owner-missing]\n"
        "c.yaml:1:1: 错误: 不好 [bad-date]\n"
        "b.yaml：5 个警告\n"
        "b.yaml:1:1: 警告: 不好 [translation-missing]\n"
        "b.yaml:2:1: 警告: 不好 [translation-missing]\n"
        "b.yaml:3:1: 警告: 不好 [translation-missing]\n"
        "b.yaml: 还有 2 处缺少英文\n"
        "d.yaml:1:1: 警告: 不好 [owner-missing]\n"
        "规则是什么意思，怎么改：handbook check --explain bad-date\n"
        "错误在最前面；只看错误：handbook check --errors\n"
        "2 个错误，7 个警告\n"
    )


def test_notices_are_told_one_by_one_when_asked_for() -> None:
    """Each with its place, as everything else is."""
    assert printed("en", FOUND[:3], grouped=False) == (
        "a.yaml: 1 error, 2 notices\n"
        "a.yaml:2:1: error: not well [bad-date]\n"
        "a.yaml:1:1: notice: not well [long-title]\n"
        "a.yaml:3:1: notice: not well [long-title]\n"
        "What a rule means, and how to put it right: handbook check --explain bad-date\n"
        "Errors stand first; to see them alone: handbook check --errors\n"
        "1 error, 0 warnings, 2 notices (1% of 200 texts)\n"
    )


def test_one_is_told_as_one() -> None:
    """In English, where it makes a difference."""
    assert printed("en", [FOUND[0]], grouped=False).endswith("0 errors, 0 warnings, 1 notice (0% of 200 texts)\n")
    assert printed("en", [FOUND[3]], grouped=True).endswith("0 errors, 1 warning\n")


def test_a_share_of_no_texts_is_not_told() -> None:
    """The file of terms has none that count: how many notices there are is said, and nothing more."""
    assert printed("zh", [FOUND[0]], grouped=False, texts={}).endswith("\n0 个错误，0 个警告，1 条提示\n")
    assert printed("en", [FOUND[0]], grouped=False, texts={}).endswith("\n0 errors, 0 warnings, 1 notice\n")


def test_errors_may_be_told_alone() -> None:
    """How many others there are is said, and they count."""
    assert printed("zh", FOUND, grouped=True, only_errors=True) == (
        "a.yaml:2:1: 错误: 不好 [bad-date]\n"
        "规则是什么意思，怎么改：handbook check --explain bad-date\n"
        "还有 1 个警告、8 条提示没有列出。\n"
        "1 个错误，1 个警告，8 条提示（占 200 处文字的 4%）\n"
    )
    assert printed("en", FOUND[3:4], grouped=True, only_errors=True) == ("Not shown: 1 warning.\n0 errors, 1 warning\n")
