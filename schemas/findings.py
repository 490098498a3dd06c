"""What is wrong with the content, where, and how to put it right: one shape for files, records and commands."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Self, overload

from schemas.limits import MOST_TOLD
from schemas.messages import SEVERITIES, Files, Message, Severity
from schemas.words import Bilingual, Counted, in_both

_NOTHING: Final = Bilingual("", "")
_GUESS: Final = Bilingual("是不是“{close}”？", "Did you mean '{close}'? ")
_LINE: Final = Bilingual("{title}。{hint}", "{title}. {hint}")


SEVERITY_WORDS: Final[Mapping[Severity, Bilingual]] = MappingProxyType({
    "error": Bilingual("错误", "error"), "warning": Bilingual("警告", "warning"), "notice": Bilingual("提示", "notice"),
})  # fmt: skip
"""What a finding of each severity is called."""
_MORE: Final[Mapping[Severity, tuple[Files, Counted]]] = MappingProxyType({
    "error": (Files.MORE_ERRORS, Counted("{number} 个错误", "{number} more error", "{number} more errors")),
    "warning": (Files.MORE_WARNINGS, Counted("{number} 个警告", "{number} more warning", "{number} more warnings")),
    "notice": (Files.MORE_NOTICES, Counted("{number} 条提示", "{number} more notice", "{number} more notices")),
})  # fmt: skip
_PLAIN: Final = re.compile(r"[\w.…/%-]+(?: [\w.…/%-]+)*")
_LONGEST_WORD: Final = 80  # comparing words costs the square of their length
_BREAKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_LONGEST_VALUE: Final = 300  # a key may be a megabyte; a message stays readable


def user_language(environment: Mapping[str, str] | None = None) -> str:
    """The language of messages: `zh` or `en`, as `LC_ALL`, `LC_MESSAGES` or `LANG` say; English when none does."""
    variables = os.environ if environment is None else environment
    chosen = next((variables[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if variables.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def closest(word: str, words: Iterable[str]) -> str:
    """The known word that *word* was probably meant to be, or an empty string."""
    known = [str(item) for item in words]
    if (same := next((item for item in known if item.casefold() == word.strip().casefold()), None)) is not None:
        return same
    close = get_close_matches(word[:_LONGEST_WORD], known, n=1, cutoff=0.6)
    return close[0] if close else ""


def guess(word: str, words: Iterable[str], lang: str) -> str:
    """«Did you mean …?» for a word that is close to a known one, otherwise an empty string."""
    if not (close := closest(word, words)):
        return ""
    return _GUESS.say(lang, close=close)


@dataclass(frozen=True, slots=True)
class Candidates:
    """A value of a finding that is worded late: the known words from which «did you mean» is guessed."""

    word: str
    known: tuple[str, ...]
    otherwise: Bilingual = _NOTHING

    def say(self, lang: str) -> str:
        """The guess; where nothing is close, what is said otherwise."""
        return guess(self.word, self.known, lang) or self.otherwise.of(lang)

    @property
    def is_close(self) -> bool:
        """Whether a known word is close."""
        return bool(closest(self.word, self.known))


@dataclass(frozen=True, slots=True)
class Called:
    """A value of a finding that is worded late: what is written for what people call it, or for what is close to that.

    `names` may grow until the finding is worded: titles of records that are read later.
    """

    word: str
    names: Mapping[str, str]

    def say(self, lang: str) -> str:
        """The guess, or an empty string."""
        meant = self.names.get(self.word) or self.names.get(closest(self.word, self.names), "")
        return _GUESS.say(lang, close=meant) if meant else ""


def _fill(template: Bilingual, values: Mapping[str, Any], lang: str) -> str:
    return template.of(lang).format_map({name: _word(value, lang) for name, value in values.items()}).strip()


def on_one_line(text: str) -> str:
    """*text* as messages show it: what an author or a file name holds cannot break or turn round a line."""
    return _BREAKS.sub(" ", text)


def _word(value: Any, lang: str) -> str:
    word = on_one_line(value.say(lang) if isinstance(value, Candidates | Called | Bilingual) else str(value))
    return word if len(word) <= _LONGEST_VALUE else f"{word[:_LONGEST_VALUE]}…"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right: rule, place (1-based line and column) and the values its wording is filled with."""

    path: str
    line: int
    col: int
    rule: Message
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """`error`, `warning` or `notice`."""
        return self.rule.wording.severity

    def title(self, lang: str) -> str:
        """What is wrong, in *lang*."""
        return _fill(self.rule.wording.title, self.values, lang)

    def hint(self, lang: str) -> str:
        """How to put it right, in *lang*; may be empty."""
        return _fill(self.rule.wording.hint, self.values, lang)

    def say(self, lang: str) -> str:
        """`path:line:col: error: title` and, indented under it, the hint."""
        return self.worded().say(lang)

    def worded(self) -> Worded:
        """The finding in words, which needs neither the message nor its values any more."""
        title, hint = in_both(self.title), in_both(self.hint)
        return Worded(self.path, self.line, self.col, self.rule.value, self.severity, title, hint)


@dataclass(frozen=True, slots=True)
class Worded:
    """A finding in words, in both languages: as `check` prints it, and as it is kept.

    `at` and `quoted` are its place in a record and what stands there, as `accept` has them; empty for a whole record.
    """

    path: str
    line: int
    col: int
    rule: str
    severity: Severity
    title: Bilingual
    hint: Bilingual
    at: str = ""
    quoted: str = ""

    @property
    def acceptance(self) -> str:
        """What accepts it when it is written under `accept` of its record, but for the reason."""
        place = f"at: {_yaml(self.at)}, value: {_yaml(self.quoted)}, " if self.at else ""
        return f"{{rule: {self.rule}, {place}reason: }}"

    def say(self, lang: str) -> str:
        """`path:line:col: error: title` and, indented under it, the hint."""
        word, hint = SEVERITY_WORDS[self.severity].of(lang), self.hint.of(lang)
        place = f"{on_one_line(self.path)}:{self.line}:{self.col}: {word}: {self.title.of(lang)} [{self.rule}]"
        return f"{place}\n    {hint}" if hint else place

    def as_json(self, lang: str) -> dict[str, Any]:
        """The finding as `check --json` prints it."""
        return {
            "path": self.path, "line": self.line, "col": self.col, "rule": self.rule, "severity": self.severity,
            "title": self.title.of(lang), "hint": self.hint.of(lang),
        }  # fmt: skip


class Checked(NamedTuple):
    """What a check finds: every finding, by file and line, and how many texts each file holds."""

    findings: tuple[Worded, ...]
    texts: Mapping[str, int]

    def within(self, in_scope: Callable[[str], bool]) -> Checked:
        """What of this was found in the files that are asked for."""
        texts = {path: number for path, number in self.texts.items() if in_scope(path)}
        return Checked(tuple(finding for finding in self.findings if in_scope(finding.path)), texts)

    def written(self) -> bytes:
        """As it is kept."""
        rows = [
            (
                each.path, each.line, each.col, each.rule, each.severity, each.title.both(), each.hint.both(),
                each.at, each.quoted,
            )
            for each in self.findings
        ]  # fmt: skip
        return json.dumps([rows, dict(self.texts)], ensure_ascii=True).encode()

    @classmethod
    def read(cls, kept: bytes) -> Self:
        """What was kept by `written`."""
        rows, texts = json.loads(kept)
        findings = (
            Worded(path, line, col, rule, severity, Bilingual(*title), Bilingual(*hint), at, quoted)
            for path, line, col, rule, severity, title, hint, at, quoted in rows
        )
        return cls(tuple(findings), texts)


def _yaml(text: str) -> str:
    """*text* as a value of YAML in one line: in quotes unless it is plainly a word."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def unique(findings: Iterable[Finding]) -> list[Finding]:
    """*findings* in their order, each said once: two checks may come upon the same mistake."""
    seen: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        plain_values = tuple(value for value in finding.values.values() if isinstance(value, str | int))
        seen.setdefault((finding.path, finding.line, finding.col, finding.rule, plain_values), finding)
    return list(seen.values())


def told(findings: Sequence[Finding]) -> list[Finding]:
    """Of *findings*, all of one file, the first `MOST_TOLD`, errors before others, and how many more there are."""
    if len(findings) <= MOST_TOLD:
        return list(findings)
    by_weight = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    first, rest = by_weight[:MOST_TOLD], Counter(finding.severity for finding in by_weight[MOST_TOLD:])
    return [*first, *(finding for severity in SEVERITIES for finding in more(first, rest[severity], severity))]


def more(findings: Sequence[Finding], number: int, severity: Severity = "error") -> Iterator[Finding]:
    """The finding that says, at the place of the last of *findings*, that there are *number* more in the file."""
    if number and findings:
        last, (rule, counted) = findings[-1], _MORE[severity]
        yield Finding(last.path, last.line, last.col, rule, {"more": counted.of(number)})


class HandbookError(Exception):
    """A domain error: printed as one line in the user's language, with exit code 1, never a traceback.

    Args:
        rule: one of `schemas.messages`; or a name of another package's, with the line itself.
        line: the line itself, for a rule that is not in the table.
        values: what the wording is filled with.
    """

    @overload
    def __init__(self, rule: Message, /, **values: Any) -> None: ...

    @overload
    def __init__(self, rule: str, line: Bilingual, /, **values: Any) -> None: ...

    def __init__(self, rule: str, line: Bilingual | None = None, /, **values: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values
        self._line = line

    def say(self, lang: str) -> str:
        """The error in one line."""
        if self._line is not None:
            return _fill(self._line, self.values, lang)
        assert isinstance(self.rule, Message)
        wording = self.rule.wording
        title, hint = (_fill(words, self.values, lang) for words in (wording.title, wording.hint))
        return _LINE.say(lang, title=title, hint=hint).rstrip()

    def remedy(self, lang: str) -> str:
        """How to put it right, in *lang*, where the line does not say so itself; else empty."""
        return ""

    def __str__(self) -> str:
        return self.say("en")
