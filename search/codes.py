"""Which records a question gives the code of, however it is typed: `GT R KF 26`, `kf26`, `KF-R-09`, `26号表`.

A code is letters and a number at its end. A question may leave letters out, put them in another order, run them
together or apart, and leave out zeros before the number; a number without letters is a code only beside a word that
says so, or alone. The page reads codes by the same rules; `tests/data/search-cases.json` holds both to them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from search.normalize import normalize
from search.tokens import ENGLISH_STOP

ATOM: Final = "[a-z]+|[0-9]+(?:[.][0-9]+)*"
"""What a code is put together from, in normalised text."""

JOINT: Final = "[ \\-\u2010-\u2015\u2212_/.·:#]{0,3}"
"""What may stand between two parts of a code."""

NUMBER_WORDS: Final = "no nr number"
"""What may stand before its number."""

_UNITS: Final = "个|小时|分钟|秒|天|日|年|月|周|楼|层|栋|室|元|块|万|度|人|次|份|张|页|件|台|%"
_COUNTED: Final = "(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|people|floors?|units?|times|copies|pages)"
UNIT: Final = f" *(?:{_UNITS}|{_COUNTED}(?![a-z]))"
"""What follows a number that counts something."""

NUMBERED: Final = (
    "(?:^|[^0-9.a-z])(?:第 *)?([0-9]{1,4}) *号(?:表|单|登记|记录|通知|文件|制度|指引)|(?:^|[^0-9.a-z])(0[0-9]{1,3}) *表"
    f"|(?:表|表格|单子|编号|文件) *(?:第|是|为|no[.]?)? *([0-9]{{1,4}})(?![0-9.a-z])(?! *号?{UNIT})"
    f"|(?:^|[^a-z])(?:form|sheet|register|document) *(?:no[.]?|number|#)? *([0-9]{{1,4}})(?![0-9.a-z])(?!{UNIT})"
    f"|^ *([0-9]{{1,2}}(?:[.][0-9]{{1,2}})+)(?=[ 章节条款号])(?!{UNIT})"
    "|^ *(?:no[.]?|number|#|第)? *([0-9]{1,4}) *号?[ ?？。]*$"
)
"""A number that is said to be that of a form or document, begins the question, or is all of it; in its own group."""

MOST_PARTS: Final = 8
"""Parts before the number that are looked at."""

_ATOM: Final = re.compile(ATOM)
_JOINT: Final = re.compile(JOINT)
_UNIT: Final = re.compile(UNIT)
_NUMBERED: Final = re.compile(NUMBERED)
_NUMBER_WORDS: Final = frozenset(NUMBER_WORDS.split())
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")


class Coded(Protocol):
    """What is asked of a record; the passage of the record as a whole has it."""

    @property
    def record(self) -> str:
        """Its address."""

    @property
    def handbook(self) -> str:
        """The id of its handbook."""

    @property
    def kind(self) -> str:
        """The folder of its kind."""

    @property
    def code(self) -> str:
        """Its code, or nothing."""


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a record, cut up; `number` is empty where it does not end in one."""

    record: str
    handbook: str
    kind: str
    parts: tuple[str, ...]
    number: str

    @property
    def whole(self) -> str:
        """The code without hyphens, as it is a token."""
        return "".join((*self.parts, self.number))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A number in a question, and the parts before it, which may be those of a code."""

    parts: tuple[str, ...]
    number: str


class Codes:
    """The codes of the records of an index; placeholders, which several forms share, are none."""

    def __init__(self, records: Iterable[Coded]) -> None:
        self._codes = [_read(record) for record in records if record.code and "XX" not in record.code]
        self._by_number: dict[str, list[Code]] = defaultdict(list)
        self._by_whole: dict[str, list[Code]] = defaultdict(list)
        for code in self._codes:
            self._by_whole[code.whole].append(code)
            if code.number:
                self._by_number[_plain(code.number)].append(code)

    def given(self, plain: str, tokens: Sequence[str], handbook: str | None = None) -> frozenset[str]:
        """The records whose code a question gives; where several fit, those of *handbook*, otherwise all of them.

        Args:
            plain: the question as it was typed, which `normalize` has been over.
            tokens: what is looked up for it.
            handbook: that of whoever asks.
        """
        given = dict.fromkeys(token for token in tokens if token in self._by_whole and _gives(tokens, token))
        found = _own([code for token in given for code in self._by_whole[token]], handbook)
        found = found or [code for mention in _with_letters(plain) for code in self._meant(mention, handbook)]
        if not found:
            found = [code for match in _NUMBERED.finditer(plain) for code in self._numbered(match, handbook)]
        return frozenset(code.record for code in found)

    def named(self, plain: str) -> tuple[str, ...]:
        """The records whose code *plain*, which `normalize` has been over, is as a whole: letters may be left out.

        More than one only where several codes fit as well.
        """
        atoms = _ATOM.findall(plain)
        whole = "".join(atoms)
        if "".join(_JOINT.split(plain)) != whole:
            return ()
        fits = self._by_whole.get(whole, [])
        if not fits and len(atoms) > 1 and atoms[-1][0].isdigit():
            codes = self._by_number.get(_plain(atoms[-1]), [])
            fits = [code for code in codes if _are_of(atoms[:-1], code.parts)]
            letters = sum(map(len, atoms[:-1]))
            fits = [code for code in fits if letters == sum(map(len, code.parts))] or fits
        return tuple(code.record for code in fits)

    def _numbered(self, match: re.Match[str], handbook: str | None) -> list[Code]:
        """The codes with a number that is said to be a form's, or stands alone."""
        alone = match.lastindex == len(match.groups())
        codes = self._by_number.get(_plain(match.group(match.lastindex or 0)), [])
        forms = [] if alone else [code for code in codes if code.kind == "forms"]
        return _own(forms or codes, handbook)

    def _meant(self, mention: _Mention, handbook: str | None) -> list[Code]:
        """What *mention* fits with as many of its parts as can be."""
        codes = self._by_number.get(_plain(mention.number), [])
        for start in range(len(mention.parts)):
            parts = mention.parts[start:]
            if not any(len(part) > 1 and part not in ENGLISH_STOP and part.isalpha() for part in parts):
                break
            if fits := _own([code for code in codes if _are_of(parts, code.parts)], handbook):
                return [code for code in fits if code.number == mention.number] or fits
        return []


def _read(record: Coded) -> Code:
    atoms = _ATOM.findall(normalize(record.code))
    numbered = bool(atoms) and atoms[-1][0].isdigit()
    parts, number = (atoms[:-1], atoms[-1]) if numbered else (atoms, "")
    return Code(record.record, record.handbook, record.kind, tuple(parts), number)


def _plain(number: str) -> str:
    return number.lstrip("0") or "0"


def _own(codes: list[Code], handbook: str | None) -> list[Code]:
    return [code for code in codes if code.handbook == handbook] or codes


def _gives(tokens: Sequence[str], code: str) -> bool:
    """Whether the *tokens* of a question give *code*; `1` and `4.2` are also numbers, and mean a code only alone."""
    sure = any(letter.isalpha() for letter in code) or code.count(".") > 1
    return code in tokens if sure else list(tokens) == [code]


def _with_letters(plain: str) -> Iterator[_Mention]:
    """The numbers of a question that have Latin letters before them, and count nothing."""
    atoms = list(_ATOM.finditer(plain))
    for place, atom in enumerate(atoms):
        if not atom.group()[0].isdigit() or plain[atom.end() : atom.end() + 1] in _LETTERS:
            continue
        first = place
        while first > max(0, place - MOST_PARTS) and _JOINT.fullmatch(
            plain, atoms[first - 1].end(), atoms[first].start()
        ):
            first -= 1
        before = [one.group() for one in atoms[first:place]]
        if before and before[-1] in _NUMBER_WORDS:
            before.pop()
        is_apart = place > 0 and atoms[place - 1].end() < atom.start()
        if before and not (is_apart and _UNIT.match(plain, atom.end())):
            yield _Mention(tuple(before), atom.group())


def _are_of(parts: Sequence[str], code: Sequence[str]) -> bool:
    """Whether *parts*, in any order and run together or not, are parts of *code*, each used once."""
    if not parts:
        return True
    first, rest = parts[0], parts[1:]
    for place, part in enumerate(code):
        if first.startswith(part):
            left = first[len(part) :]
            if _are_of([left, *rest] if left else rest, [*code[:place], *code[place + 1 :]]):
                return True
    return False
