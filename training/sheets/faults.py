"""What can be wrong on a sheet: each fault with its key and its wording, whether it is there or only offered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from schemas.agreeing import Disagreement, in_row, quoted
from schemas.blanks import Blank
from schemas.by_name import ByName, T
from schemas.rules import Rule
from schemas.words import Bilingual

OwnFault = Literal["missing", "range", "phone", "identity", "several", "words"]
"""What is wrong with one field by itself, as the reader of filled copies finds it."""


@dataclass(frozen=True, kw_only=True)
class _ByFault(ByName[OwnFault, T]):
    missing: T
    range: T
    phone: T
    identity: T
    several: T
    words: T


_WORDS: Final = _ByFault(
    missing=Bilingual("{field}必填，却空着", "{field} must be filled in, but is blank"),
    range=Bilingual("{field}填的数超出了范围", "{field} is out of its range"),
    phone=Bilingual("{field}填的不是一个完整的电话号码", "{field} is not a complete phone number"),
    identity=Bilingual("{field}填的不是一个完整的证件号码", "{field} is not a complete identity number"),
    several=Bilingual("{field}只能选一项，却勾了两项", "{field} takes one choice, and two are ticked"),
    words=Bilingual("{field}的大写和小写不是一个数", "{field} says one sum in words and another in figures"),
)
_NOTHING: Final = Bilingual("", "")
FAULT_OF: Final[dict[Rule, OwnFault]] = {
    Rule.REQUIRED: "missing",
    Rule.OUT_OF_RANGE: "range",
    Rule.BAD_PHONE: "phone",
    Rule.BAD_ID_NUMBER: "identity",
    Rule.BAD_ID_BIRTHDAY: "identity",
    Rule.BAD_ID_CHECK: "identity",
    Rule.SEVERAL: "several",
    Rule.WORDS_DIFFER: "words",
}
"""What the reader's findings are called here."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong on a sheet, or might be.

    Attributes:
        rule: what is wrong: an `OwnFault`, or the key of the form's sense that does not hold.
        blank: where.
        row: the row of its register; 0 elsewhere.
        others: what it does not agree with.
        words: it as a sentence.
        says: the others in words, as `Disagreement.says`.
        right: what should be written, where that can be worked out.
    """

    rule: str
    blank: Blank
    row: int
    others: tuple[Blank, ...]
    words: Bilingual
    says: Bilingual = _NOTHING
    right: Decimal | None = None

    @property
    def place(self) -> str:
        """`take.received`, `calls.2.due`: as a specimen names it."""
        block, row, key = self.blank.place
        return ".".join(filter(None, (block, row or str(self.row or ""), key)))

    @property
    def key(self) -> str:
        """What tells it from all other faults of a sheet of its form."""
        others = dict.fromkeys(".".join(filter(None, one.place)) for one in self.others)
        return "/".join((self.rule, self.place, *others))


def own_fault(rule: OwnFault, blank: Blank, row: int) -> Fault:
    """Something that is wrong with one field by itself."""
    return Fault(rule, blank, row, (), in_row(_WORDS[rule].filled(field=quoted(blank)), row))


def of_disagreement(one: Disagreement) -> Fault:
    """Two fields that say something against each other."""
    return Fault(one.key, one.blank, one.row, one.others, one.words, one.says, one.right)


_EARLIER: Final = Bilingual("{field}比{other}还早", "{field} lies before {other}")


def said_earlier(blank: Blank, other: Blank, row: int) -> Fault:
    """That one date lies before another that the form does not compare it with: only ever said where it is not so."""
    words = _EARLIER.filled(field=quoted(blank), other=quoted(other))
    return Fault(EARLIER, blank, row, (other,), in_row(words, row if blank.is_column else 0))


EARLIER: Final = "earlier"
"""What such a statement is called in its key."""
