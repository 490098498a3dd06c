"""What `check` prints, file by file: what must be put right comes first, in the whole as in each file.

Where more follows than errors, the last lines say how the errors are seen alone: the eye is there when the text stops.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from commands import context
from schemas.findings import SEVERITY_WORDS, Checked, Worded, on_one_line
from schemas.messages import SEVERITIES, English, Severity
from schemas.punctuation import joined
from schemas.words import Bilingual, Counted

_TRANSLATIONS_SHOWN: Final = 3  # in a file; `--json` has them all
_FILES_NAMED: Final = 3  # of those that have a notice, those with the most
_STYLES: Final[Mapping[Severity, str]] = {"error": "red", "warning": "yellow", "notice": "cyan"}
_TOTALS: Final[Mapping[Severity, Counted]] = {
    "error": Counted("{number} 个错误", "{number} error", "{number} errors"),
    "warning": Counted("{number} 个警告", "{number} warning", "{number} warnings"),
    "notice": Counted("{number} 条提示", "{number} notice", "{number} notices"),
}
_OTHER_FILES: Final = Counted("另有 {number} 个文件", "{number} other file", "{number} other files")
_TOTAL: Final = Bilingual("{error}，{warning}", "{error}, {warning}")
_WITH_NOTICES: Final = Bilingual("{error}，{warning}，{notice}", "{error}, {warning}, {notice}")
_OF_TEXTS: Final = Bilingual("（占 {texts:,} 处文字的 {share:.0%}）", " ({share:.0%} of {texts:,} texts)")
_OF_RULE: Final = Bilingual("{severity}: [{rule}] {number} 处：{files}", "{severity}: [{rule}] {number}: {files}")
_OF_FILE: Final = Bilingual("{path}：{counted}", "{path}: {counted}")
_FILE: Final = Bilingual("{path}（{number}）", "{path} ({number})")
_ONE_BY_ONE: Final = Bilingual(
    "    逐条看：写出文件名，或加 --notices。", "    To see each, name its file, or add --notices."
)
_EXPLAIN: Final = Bilingual(
    "规则是什么意思，怎么改：handbook check --explain {rule}",
    "What a rule means, and how to put it right: handbook check --explain {rule}",
)
_ERRORS_ALONE: Final = Bilingual(
    "错误在最前面；只看错误：handbook check --errors", "Errors stand first; to see them alone: handbook check --errors"
)
_HIDDEN: Final = Bilingual("还有 {others}没有列出。", "Not shown: {others}.")
_BUILT_WITH: Final = Bilingual(
    "照样生成了，但里面有 {errors}；全部列出来：handbook check --errors",
    "It is built all the same, with {errors} in it; all of them: handbook check --errors",
)
_UNTRANSLATED: Final = Bilingual("{path}: 还有 {number} 处缺少英文", "{path}: {number} more without English")


def print_errors(found: Checked) -> None:
    """Print the first errors of what is built all the same, and how many there are; nothing where there is none."""
    if errors := context.tell_errors(found.findings):
        lang = context.lang()
        told = _BUILT_WITH.say(lang, errors=_TOTALS["error"].of(errors).of(lang))
        context.err.print(told, style="yellow", markup=False)


def print_found(found: Checked, *, only_errors: bool, grouped: bool, accept: bool = False) -> None:
    """Print what was found file by file, those with errors first, and how many there are of each severity.

    Args:
        found: what was found.
        only_errors: whether only errors are told, and how many others there are.
        grouped: whether notices are told rule by rule, and not one by one.
        accept: whether what would accept each is told with it.
    """
    by_severity: dict[Severity, list[Worded]] = {severity: [] for severity in SEVERITIES}
    for finding in found.findings:
        by_severity[finding.severity].append(finding)
    numbers = {severity: len(of_severity) for severity, of_severity in by_severity.items()}
    if only_errors:
        by_severity |= {"warning": [], "notice": []}
    severities = [severity for severity in SEVERITIES if severity != "notice" or not grouped]
    _print_by_file([finding for severity in severities for finding in by_severity[severity]], accept=accept)
    if grouped:
        _print_grouped(by_severity["notice"])
    gravest = next((of_severity[0] for of_severity in by_severity.values() if of_severity), None)
    if gravest is not None:
        context.out.print(_EXPLAIN.say(context.lang(), rule=gravest.rule), style="dim", markup=False)
    if by_severity["error"] and (by_severity["warning"] or by_severity["notice"]):
        context.out.print(_ERRORS_ALONE.of(context.lang()), style="dim", markup=False)
    hidden = [_TOTALS[each].of(number) for each, number in numbers.items() if number > len(by_severity[each])]
    if hidden:
        lang = context.lang()
        others = joined((counted.of(lang) for counted in hidden), lang)
        context.out.print(_HIDDEN.say(lang, others=others), markup=False)
    total = _total(numbers, sum(found.texts.values()))
    context.out.print(total, style="bold" if found.findings else "bold green", markup=False)


def _print_by_file(findings: Iterable[Worded], *, accept: bool) -> None:
    """Print *findings*, the gravest of which come first, file by file: those of files with an error come first."""
    by_path: dict[str, list[Worded]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    for path in sorted(by_path, key=lambda path: (by_path[path][0].severity != "error", path)):
        _print_file(path, by_path[path], accept=accept)


def _print_file(path: str, findings: Sequence[Worded], *, accept: bool) -> None:
    """Print the findings of a file, below how many there are where there are several."""
    lang = context.lang()
    if len(findings) > 1:
        numbers = Counter(finding.severity for finding in findings)
        counted = joined((_TOTALS[each].of(numbers[each]).of(lang) for each in SEVERITIES if numbers[each]), lang)
        context.out.print(_OF_FILE.say(lang, path=on_one_line(path), counted=counted), style="bold", markup=False)
    to_print, hidden = _shortened(findings)
    for finding in to_print:
        first, _, hint = finding.say(lang).partition("\n")
        context.out.print(first, style=_STYLES[finding.severity], markup=False)
        if hint:
            context.out.print(hint, markup=False)
        if accept and finding.severity != "error":
            context.out.print(f"    accept:\n      - {finding.acceptance}", markup=False)
    if hidden:
        more = _UNTRANSLATED.say(lang, path=on_one_line(path), number=hidden)
        context.out.print(more, style=_STYLES["warning"], markup=False)


def _print_grouped(notices: Iterable[Worded]) -> None:
    paths_by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in notices:
        paths_by_rule[finding.rule][finding.path] += 1
    lang = context.lang()
    for rule, paths in paths_by_rule.items():
        named = [_FILE.say(lang, path=path, number=number) for path, number in paths.most_common(_FILES_NAMED)]
        if (others := len(paths) - _FILES_NAMED) > 0:
            named.append(_OTHER_FILES.of(others).of(lang))
        line = _OF_RULE.say(
            lang, severity=SEVERITY_WORDS["notice"], rule=rule, number=paths.total(), files=joined(named, lang)
        )
        context.out.print(line, style=_STYLES["notice"], markup=False)
    if paths_by_rule:
        context.out.print(_ONE_BY_ONE.of(lang), markup=False)


def _total(numbers: Mapping[Severity, int], texts: int) -> str:
    """How many there are of each; of notices the share of *texts* too, where there are any."""
    counted = {severity: _TOTALS[severity].of(number) for severity, number in numbers.items()}
    notices, lang = numbers["notice"], context.lang()
    of_texts = _OF_TEXTS.say(lang, texts=texts, share=notices / texts) if notices and texts else ""
    return (_WITH_NOTICES if notices else _TOTAL).say(lang, **counted) + of_texts


def _shortened(findings: Iterable[Worded]) -> tuple[list[Worded], int]:
    """The findings of a file to print, and how many more of its texts have no English: a new record has a hundred."""
    to_print: list[Worded] = []
    untranslated = 0
    for finding in findings:
        untranslated += finding.rule == English.TRANSLATION_MISSING
        if finding.rule != English.TRANSLATION_MISSING or untranslated <= _TRANSLATIONS_SHOWN:
            to_print.append(finding)
    return to_print, max(0, untranslated - _TRANSLATIONS_SHOWN)
