"""What is wrong with a filled copy, field by field: where, what was found, what is expected, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any, Final, Literal

from schemas.words import Bilingual

_LONGEST: Final = 60
_HIDDEN: Final = Bilingual("（个人信息，已隐去）", "(personal, hidden)")


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a rule is worded: what was found, what is expected; a note is nothing to put right."""

    zh: tuple[str, str]
    en: tuple[str, str]
    severity: Literal["error", "note"] = "error"


def _expects(zh: str, en: str) -> _Rule:
    return _Rule(("填的是“{found}”", zh), ("'{found}' is written", en))


def _note(zh: str, en: str) -> _Rule:
    return _Rule((zh, ""), (en, ""), "note")


RULES: Final[Mapping[str, _Rule]] = {
    "required": _Rule(("没有填", "此项必填"), ("nothing is written", "it must be filled in")),
    "bad-text": _expects("应为文字", "text is expected"),
    "bad-tick": _expects("应为勾或不勾", "ticked or not is expected"),
    "bad-character": _Rule(
        ("有不能保存的字符 {character}", "应删去"),
        ("it holds the character {character}, which no document can keep", "it must be taken out"),
    ),
    "too-long": _expects("应不超过 {most} 个字", "{most} characters at most are expected"),
    "bad-date": _expects("应为日期，如 2026-01-05", "a date is expected, such as 2026-01-05"),
    "bad-month": _expects("应为年月，如 2026-01", "a month is expected, such as 2026-01"),
    "bad-datetime": _expects(
        "应为日期和时间，如 2026-01-05 08:30", "a date and time are expected, such as 2026-01-05 08:30"
    ),
    "bad-time": _expects("应为时间，如 08:30", "a time is expected, such as 08:30"),
    "bad-number": _expects("应为数字", "a number is expected"),
    "bad-money": _expects("应为金额，最多两位小数", "an amount with two decimals at most is expected"),
    "out-of-range": _expects("应为{range}", "{range} is expected"),
    "bad-phone": _expects(
        "应为 11 位手机号码，或带区号的固定电话",
        "a mobile number of 11 digits or a landline with its area code is expected",
    ),
    "bad-id-number": _expects(
        "应为 18 位身份证号码，或字母开头的护照、通行证号码",
        "an identity number of 18 digits, or a passport number that begins with a letter is expected",
    ),
    "bad-id-birthday": _expects("第 7～14 位应为出生日期", "digits 7 to 14 are expected to be a date of birth"),
    "bad-id-check": _expects(
        "末位校验码对不上，应逐位核对", "its last sign does not match; every digit should be checked"
    ),
    "not-a-choice": _expects("应为其中一项：{choices}", "one of these is expected: {choices}"),
    "several": _Rule(("勾了“{chosen}”", "只能勾一项"), ("'{chosen}' are ticked", "only one may be")),
    "before": _expects("应不早于“{other}”（{limit}）", "it must not come before '{other}' ({limit})"),
    "words-differ": _expects("大写应为“{words}”，与小写一致", "in words '{words}' is expected, the same as in figures"),
    "words-only": _expects("有大写，小写也应填", "there are words; the figures are expected too"),
    "hint-left": _note("“{found}”里可能混有提示语“{hint}”", "'{found}' may still hold the hint '{hint}'"),
    "is-hint": _expects("这是提示语，应填内容", "that is the hint; the answer itself is expected"),
    "only-hint": _note("只有提示语“{found}”，当作没有填", "it only says '{found}', the hint, and counts as empty"),
    "twice": _expects(
        "同一栏在别处填的是“{elsewhere}”，应只有一个", "elsewhere it says '{elsewhere}'; only one is expected"
    ),
    "place-gone": _Rule(
        ("这一栏被删掉了", "应使用没有改动过的表"), ("its place was deleted", "an unchanged form is expected")
    ),
    "unknown-field": _Rule(
        ("表上没有“{found}”这一栏", "应为表上的栏目"), ("the form has no '{found}'", "a field of the form is expected")
    ),
    "wrong-shape": _Rule(("填的是“{found}”", "应为{shape}"), ("'{found}' is given", "{shape} is expected")),
    "too-many-rows": _Rule(
        ("有 {found} 行", "应不超过 {most} 行"), ("there are {found} rows", "{most} at most are expected")
    ),
    "too-much": _Rule(
        ("填得太多，这样的文件读不回来", "应分成几份填，或缩短文字"),
        ("it holds too much to be read back", "several copies or shorter texts are expected"),
    ),
    "typed-name": _note("“{found}”是打的字，不是签名", "'{found}' is a typed name, not a signature"),
    "box-differs": _note(
        "方框画的是“{found}”，存的是{state}，按存的读", "the box shows '{found}' but is stored as {state}, which counts"
    ),
    "date-differs": _note(
        "显示的是“{found}”，存的是 {stored}，按显示的读", "it shows '{found}' but stores {stored}; what is shown counts"
    ),
    "date-unseen": _note(
        "没有显示日期，存的是 {stored}，照存的读", "it shows no date but stores {stored}, which counts"
    ),
    "unknown-control": _note(
        "“{found}”填在本表没有的栏目（{tag}）里", "'{found}' is written in {tag}, which the form lacks"
    ),
    "words-unread": _note("大写“{found}”没有和小写核对", "the words '{found}' were not compared with the figures"),
    "other-edition": _note(
        "这份表是另一版（第 {edition} 版，指纹 {fingerprint}），库里没有存那一版；按现行第 {current} 版对得上的栏目读",
        "this copy is of another edition ({edition}, fingerprint {fingerprint}) that is not kept; it was read by what "
        "matches the present edition {current}",
    ),
    "kept-edition": _note(
        "这份表是另一版（第 {edition} 版，指纹 {fingerprint}），按存下的那一版读",
        "this copy is of another edition ({edition}, fingerprint {fingerprint}) and was read by that one",
    ),
    "by-bookmark": _note(
        "存这份文件的软件去掉了控件编号（LibreOffice 7 会这样），按书签读",
        "the program that saved it dropped the tags of controls, as LibreOffice 7 does; it was read by bookmarks",
    ),
}
"""Every rule's wording; `{names}` are filled from the mistake."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to put right in a filled copy, or, as a note, to know about it.

    Attributes:
        block: id of the block; empty when it is about the whole file.
        row: the row of a register, counted from 1 as it is printed; 0 elsewhere.
        field: key of the field, after the id of its named row and a dot where it has one.
        rule: a rule of `RULES`.
        found: what is written.
        label: what the form calls the field.
        section: the heading above it, if there is one.
        values: what the wording is filled with.
        is_personal: whether what is written is shown only to those who ask for it.
    """

    block: str
    row: int
    field: str
    rule: str
    found: str = ""
    label: Bilingual | None = None
    section: Bilingual | None = None
    values: Mapping[str, Any] = default(default_factory=dict)
    is_personal: bool = False

    @property
    def severity(self) -> Literal["error", "note"]:
        """`error`, or `note` for what needs no putting right."""
        return RULES[self.rule].severity

    def place(self, lang: str) -> str:
        """Where: section, row and label; empty for the whole file."""
        parts = [self.section.say(lang)] if self.section else []
        if self.row:
            parts.append(f"第 {self.row} 行" if lang == "zh" else f"row {self.row}")
        if self.label:
            parts.append(f"“{self.label.say(lang)}”" if lang == "zh" else f"'{self.label.say(lang)}'")
        return ("，" if lang == "zh" else ", ").join(parts)

    def written(self, lang: str, *, show_personal: bool = False) -> str:
        """What was found, shortened; hidden when it is personal and not asked for."""
        if self.is_personal and self.found and not show_personal:
            return _HIDDEN.say(lang)
        said = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(self.found.split()))
        return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"

    def expected(self, lang: str, *, show_personal: bool = False) -> str:
        """What is expected; empty for a note."""
        return self._fill(self._words(lang)[1], lang, show_personal)

    def say(self, lang: str, *, show_personal: bool = False) -> str:
        """The mistake in one line: place, what was found, what is expected."""
        found, expected = (self._fill(words, lang, show_personal) for words in self._words(lang))
        place = self.place(lang)
        if lang == "zh":
            said = f"{found}，{expected}" if expected else found
            return f"{place}：{said}" if place else said
        said = f"{found}; {expected}" if expected else found
        return f"{place}: {said}" if place else said

    def _words(self, lang: str) -> tuple[str, str]:
        rule = RULES[self.rule]
        return rule.zh if lang == "zh" else rule.en

    def _fill(self, template: str, lang: str, show_personal: bool) -> str:
        hidden = self.is_personal and not show_personal
        values = {name: _word(value, lang, hidden and name in _TELLING) for name, value in self.values.items()}
        return template.format_map({**values, "found": self.written(lang, show_personal=show_personal)})

    def as_json(self, lang: str, *, show_personal: bool = False) -> dict[str, Any]:
        """The mistake as `read --json` prints it."""
        return {
            "block": self.block, "row": self.row, "field": self.field,
            "label": self.label.say(lang) if self.label else "", "rule": self.rule, "severity": self.severity,
            "found": self.written(lang, show_personal=show_personal),
            "expected": self.expected(lang, show_personal=show_personal),
            "message": self.say(lang, show_personal=show_personal),
        }  # fmt: skip


_TELLING: Final = frozenset({"elsewhere", "limit", "stored", "words", "chosen"})
"""Values of a wording that say what is written somewhere in the copy."""


def _word(value: Any, lang: str, hidden: bool) -> str:
    if hidden:
        return _HIDDEN.say(lang)
    said = value.say(lang) if isinstance(value, Bilingual) else str(value)
    return said if len(said) <= 4 * _LONGEST else f"{said[: 4 * _LONGEST]}…"
