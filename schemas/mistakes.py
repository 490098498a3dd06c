"""What is wrong with a filled copy, field by field: where, what was found, what is expected, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any, Final, Literal

from schemas.limits import LONGEST_SAID, MOST_TOLD
from schemas.masking import NOBODY, Known, masked
from schemas.punctuation import Marks
from schemas.rules import Rule
from schemas.words import Bilingual, Counted

_LONGEST: Final = 60
_HIDDEN: Final = Bilingual("（个人信息，已隐去）", "(personal, hidden)")
_ROW: Final = Bilingual("第 {number} 行", "row {number}")
_QUOTED: Final = Bilingual("“{text}”", "'{text}'")
_WRONG: Final = Bilingual("{found}，{expected}", "{found}; {expected}")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to put right in a filled copy, or, as a note, to know about it.

    Attributes:
        block: id of the block; empty when it is about the whole file.
        row: the row of a register, counted from 1 as it is printed; 0 elsewhere.
        field: key of the field, after the id of its named row and a dot where it has one.
        rule: what is wrong.
        found: what is written.
        label: what the form calls the field.
        section: the heading above it, if there is one.
        values: what the wording is filled with.
        is_personal: whether what is written is shown only to those who ask for it.
        known: who is named elsewhere, and is masked in what it says.
    """

    block: str
    row: int
    field: str
    rule: Rule
    found: str = ""
    label: Bilingual | None = None
    section: Bilingual | None = None
    values: Mapping[str, Any] = default(default_factory=dict)
    is_personal: bool = False
    known: Known = default(default_factory=lambda: NOBODY, repr=False, compare=False)

    @property
    def count(self) -> int:
        """How many mistakes it stands for: one, or those that are not told one by one."""
        return int(self.values["number"]) if self.rule in {rule for rule, _ in _MORE.values()} else 1

    @property
    def severity(self) -> Literal["error", "note"]:
        """`error`, or `note` for what needs no putting right."""
        return self.rule.wording.severity

    def place(self, lang: str) -> str:
        """Where: section, row and label; empty for the whole file."""
        parts = [self.section.say(lang)] if self.section else []
        if self.row:
            parts.append(_ROW.say(lang, number=self.row))
        if self.label:
            parts.append(_QUOTED.say(lang, text=self.label.say(lang)))
        return Marks(lang).comma.join(parts)

    def written(self, lang: str, *, show_personal: bool = False) -> str:
        """What was found, shortened; hidden when it is personal and not asked for, masked where it holds what is."""
        if self.is_personal and self.found and not show_personal:
            return _HIDDEN.say(lang)
        found = self.found[:LONGEST_SAID]
        words = " ".join((found if show_personal else masked(found, self.known)).split())
        text = "".join(char if char.isprintable() else "\ufffd" for char in words)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    def expected(self, lang: str, *, show_personal: bool = False) -> str:
        """What is expected; empty for a note."""
        return self._fill(self.rule.wording.expected, lang, show_personal)

    def say(self, lang: str, *, show_personal: bool = False) -> str:
        """The mistake in one line: place, what was found, what is expected."""
        wording = self.rule.wording
        actual, expected = (self._fill(words, lang, show_personal) for words in (wording.found, wording.expected))
        text = _WRONG.say(lang, found=actual, expected=expected) if expected else actual
        return Marks(lang).colon.join(filter(None, (self.place(lang), text)))

    def _fill(self, words: Bilingual, lang: str, show_personal: bool) -> str:
        hidden = self.is_personal and not show_personal
        values = {name: _word(value, lang, hidden and name in _TELLING) for name, value in self.values.items()}
        if not show_personal:
            values |= {name: masked(values[name], self.known) for name in _TELLING & values.keys()}
        return words.say(lang, **values, found=self.written(lang, show_personal=show_personal))

    def as_json(self, lang: str, *, show_personal: bool = False) -> dict[str, Any]:
        """The mistake as `read --json` prints it."""
        return {
            "block": self.block, "row": self.row, "field": self.field,
            "label": self.label.say(lang) if self.label else "", "rule": self.rule.value, "severity": self.severity,
            "found": self.written(lang, show_personal=show_personal),
            "expected": self.expected(lang, show_personal=show_personal),
            "message": self.say(lang, show_personal=show_personal), "count": self.count,
        }  # fmt: skip


_MORE: Final = {
    "error": (Rule.MORE_MISTAKES, Counted("{number} 处错误", "{number} more mistake", "{number} more mistakes")),
    "note": (Rule.MORE_NOTES, Counted("{number} 处要留意", "{number} more note", "{number} more notes")),
}


def number_of(mistakes: Iterable[Mistake]) -> int:
    """How many mistakes there are, told one by one or not."""
    return sum(mistake.count for mistake in mistakes)


def told(mistakes: Sequence[Mistake]) -> tuple[Mistake, ...]:
    """The first `MOST_TOLD` of *mistakes*, which are all errors or all notes, and how many more there are."""
    if len(mistakes) <= MOST_TOLD:
        return tuple(mistakes)
    number = len(mistakes) - MOST_TOLD
    rule, counted = _MORE[mistakes[0].severity]
    more = Mistake("", 0, "", rule, values={"number": number, "count": counted.of(number)})
    return *mistakes[:MOST_TOLD], more


_TELLING: Final = frozenset(
    {"elsewhere", "limit", "stored", "words", "chosen", "meant", "right", "days", "day", "weekday", "month"}
)
"""Values of a wording that say what is written somewhere in the copy."""


def _word(value: Any, lang: str, hidden: bool) -> str:
    if hidden:
        return _HIDDEN.say(lang)
    text = value.say(lang) if isinstance(value, Bilingual) else str(value)[:LONGEST_SAID]
    return text if len(text) <= 4 * _LONGEST else f"{text[: 4 * _LONGEST]}…"
