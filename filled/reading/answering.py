"""From the controls of a blank to its typed answer, with everything about them that does not agree."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from filled.reading import hints
from filled.reading.controls import Control
from filled.reading.matching import Matched, MatchedBlank
from filled.reading.symbols import EMPTY, TICKED
from filled.reading.visible import Why
from schemas.answers import FilledBlank, mistake
from schemas.blanks import Blank, Blanks, Place
from schemas.capitals import amount_in, capitals
from schemas.control_names import BOX, WORDS
from schemas.field_types import FIELD_TYPES, FieldType
from schemas.field_values import read_value
from schemas.identifiers import is_short_phone
from schemas.mistakes import Mistake
from schemas.punctuation import joined
from schemas.rules import Rule
from schemas.stand_ins import is_stand_in
from schemas.understood import takes_year_of_sheet, understand
from schemas.values import UnfitError, Value, clean, write_value
from schemas.words import Bilingual, in_both
from schemas.written_days import Sheet, sheet_of

_STATES: Final = {True: Bilingual("勾上", "ticked"), False: Bilingual("没有勾", "not ticked")}
_LEFT_OUT: Final = {
    Why.STRUCK: Rule.STRUCK_OUT, Why.HIDDEN: Rule.HIDDEN, Why.FAINT: Rule.FAINT, Why.DELETED: Rule.DELETED,
    Why.FIELD: Rule.FIELD_UNREAD, Why.PICTURE: Rule.ONLY_PICTURE,
}  # fmt: skip
_STORED: Final = "%Y-%m-%dT%H:%M:%S"


class Answers:
    """The answers of one copy as they are read, with its mistakes and notes.

    Args:
        blanks: what is asked for.
        hints_of: the hints of each blank, as far as they are known already.
        is_own: whether *blanks* are of the edition that the copy was printed from, so that its hints are known.
    """

    def __init__(self, blanks: Blanks, hints_of: dict[Place, frozenset[str]], *, is_own: bool = True) -> None:
        self.blanks = blanks
        self._is_own = is_own
        self.given: list[FilledBlank] = []
        self.mistakes: list[Mistake] = []
        self.wrong: set[tuple[int, Place]] = set()
        self._later: list[tuple[MatchedBlank, Control, str]] = []
        self._hints = hints_of

    def add(self, matched_blank: MatchedBlank) -> None:
        """Read one blank."""
        blank = matched_blank.blank
        if blank.field.holds == "tick":
            self._set(
                matched_blank, any(self._is_checked(matched_blank, part) for part in matched_blank.parts if not part)
            )
        elif blank.field.choices and not matched_blank.parts.get(""):
            self._boxes(matched_blank)
        else:
            self._text(matched_blank)
        if blank.field.words:
            self._words(matched_blank)
        self._compare_again(matched_blank)
        for part, control in (*matched_blank.parts.items(), *matched_blank.again):
            self._tell_left_out(matched_blank, part, control)

    def _say(self, matched_blank: MatchedBlank, rule: Rule, written: object = "", **values: Any) -> None:
        mistake_or_note = mistake(self.blanks, matched_blank.blank, matched_blank.row, rule, written, **values)
        self.mistakes.append(mistake_or_note)
        if mistake_or_note.severity == "error":
            self.wrong.add((matched_blank.row, matched_blank.blank.place))

    def _set(self, matched_blank: MatchedBlank, value: Value) -> None:
        if value != ():
            self.given.append(FilledBlank(matched_blank.blank, matched_blank.row, value))

    def _boxes(self, matched_blank: MatchedBlank) -> None:
        """A choice by boxes: one of them, or, for several choices, any."""
        blank = matched_blank.blank
        ids = [str(id_) for id_ in blank.field.choices if self._is_checked(matched_blank, str(id_))]
        if blank.field.holds == "choices":
            self._set(matched_blank, tuple(ids))
        elif len(ids) == 1:
            self._set(matched_blank, ids[0])
        elif ids:
            chosen = in_both(lambda lang: joined((blank.choice(id_, lang) for id_ in ids), lang))
            self._say(matched_blank, Rule.SEVERAL, ",".join(ids), chosen=chosen)

    def _is_checked(self, matched_blank: MatchedBlank, part: str) -> bool:
        """Whether a box is ticked: as it is drawn; as it is stored where nobody can tell what is drawn."""
        control = matched_blank.parts.get(part)
        if control is None:
            return False
        text = clean(control.text)
        glyph, signs = text[:1], {sign for sign in text if not sign.isalnum()}
        if signs & TICKED and signs & EMPTY:
            self._say(matched_blank, Rule.BOX_BOTH, text)
            return False
        drawn = True if glyph in TICKED else False if glyph in EMPTY or not glyph else None
        if drawn is not None and control.checked in (None, drawn):
            return drawn
        if control.checked is None:
            self._say(matched_blank, Rule.BOX_UNREAD, glyph)
            return False
        rule = Rule.BOX_UNSURE if drawn is None else Rule.BOX_DIFFERS
        self._say(matched_blank, rule, glyph or "␣", state=_STATES[control.checked])
        return control.checked if drawn is None else drawn

    def _tell_left_out(self, matched_blank: MatchedBlank, part: str, control: Control) -> None:
        """Tell what is written in a control and not seen, but for hints that were typed over."""
        for why, left_out in control.seen.left_out:
            text = clean(left_out)
            if why is Why.PICTURE:
                self._say(matched_blank, Rule.ONLY_PICTURE)
            elif text and text not in self._hints_at(matched_blank.blank, part):
                self._say(matched_blank, _LEFT_OUT[why], text)

    def _text(self, matched_blank: MatchedBlank) -> None:
        control = matched_blank.parts.get("")
        text = "" if control is None else self._shown(matched_blank, control)
        value = self._typed(matched_blank, control, text) if text and control else None
        if value is not None and matched_blank.blank.field.holds == "date":
            self._compare_dates(matched_blank, control, value)
        elif control is not None and not text and control.full_date:
            self._tell_unseen_date(matched_blank, control)
        if value is None and BOX in matched_blank.parts and self._is_checked(matched_blank, BOX) and not text:
            self._say(matched_blank, Rule.REQUIRED)
        if value is not None:
            self._take(matched_blank, control, text, value)

    def _take(self, matched_blank: MatchedBlank, control: Control | None, text: str, value: Value) -> None:
        """Keep *value*; that *text* counts though it is marked as the hint is said of what does count."""
        if control is not None and control.hinted:
            self._say(matched_blank, Rule.NOT_HINT, text)
        self._set(matched_blank, value)

    def _shown(self, matched_blank: MatchedBlank, control: Control) -> str:
        """What is written; a hint is nothing, and one that is written into is pointed out."""
        text, hint_texts = clean(control.text), self._hints_at(matched_blank.blank, "")
        if not text:
            return ""
        if self._is_hint(control, text, hint_texts):
            if control.tag and (not control.hinted or text not in hint_texts | hints.PROMPTS):
                self._say(matched_blank, Rule.ONLY_HINT, text)
            return ""
        if matched_blank.blank.field.of_type.reading.most is not None and (hint := hints.left_over(text, hint_texts)):
            self._say(matched_blank, Rule.HINT_LEFT, text, hint=hint)
        return text

    def _is_hint(self, control: Control, text: str, hint_texts: frozenset[str]) -> bool:
        """Whether a control shows a hint: one that is known or, in a copy of another edition, one in grey.

        That a control says so itself is not enough: programs leave that flag on what was written.
        """
        return text in hint_texts or text in hints.PROMPTS or (control.hinted and not self._is_own and control.is_grey)

    def _written(self, matched_blank: MatchedBlank, part: str, control: Control) -> str:
        """What is written in a part of a blank; empty where it shows a hint."""
        text = clean(control.text)
        return "" if self._is_hint(control, text, self._hints_at(matched_blank.blank, part)) else text

    def _hints_at(self, blank: Blank, part: str) -> frozenset[str]:
        if part == WORDS:
            return hints.WORDS
        return self._hints.get(blank.place) or self._hints.setdefault(blank.place, hints.hints(blank))

    def _typed(self, matched_blank: MatchedBlank, control: Control, text: str) -> Value | None:
        blank = matched_blank.blank
        try:
            value = read_value(blank.field, text, blank.texts)
        except UnfitError as error:
            given = blank.given
            if (listed := control.items.get(text)) in blank.field.choices or (given and text in given.both()):
                return listed or text
            if blank.field.holds == "date":
                self._later.append((matched_blank, control, text))
                return None
            return self._understood(matched_blank, text, Sheet(), error)
        if blank.field.type == "phone" and isinstance(value, str) and is_short_phone(value):
            self._say(matched_blank, Rule.SHORT_PHONE, text)
        elif blank.field.type == "phone" or is_stand_in(value):
            self._compare_words(matched_blank, text, value)
        return value

    def _compare_words(self, matched_blank: MatchedBlank, text: str, value: Value) -> None:
        """Note what was read where other words stand for it: `N/A`, two numbers with a stroke between."""
        if (is_stand_in(value) and text != value) or ("、" in str(value) and "、" not in text):
            self._say(matched_blank, Rule.UNDERSTOOD, text, meant=value)

    def _understood(
        self, matched_blank: MatchedBlank, text: str, sheet: Sheet, error: UnfitError | None = None
    ) -> Value | None:
        """What *text* means, with a note on it, though its field does not take it as it is."""
        field = matched_blank.blank.field
        try:
            value = understand(field, text, sheet)
        except UnfitError as unfit:
            found = error if error and unfit.rule == field.of_type.reading.unfit else unfit
            self._say(matched_blank, found.rule, text, **found.values)
            return None
        rule = Rule.YEAR_OF_SHEET if takes_year_of_sheet(field, text) else Rule.UNDERSTOOD
        self._say(matched_blank, rule, text, meant=write_value(value))
        return value

    def settle(self) -> None:
        """Read the days that are written in another way than their field takes, now that the rest of the sheet is."""
        known = [answer for answer in self.given if answer.blank.field.holds == "date" and not answer.blank.is_personal]
        for matched_blank, control, text in self._later:
            at = (matched_blank.blank.block, matched_blank.row)
            sheet = sheet_of((value, (blank.block, row) == at) for blank, row, value in known)
            value = self._understood(matched_blank, text, sheet)
            if value is not None:
                self._compare_dates(matched_blank, control, value)
                self._take(matched_blank, control, text, value)
        self._later.clear()

    def _tell_unseen_date(self, matched_blank: MatchedBlank, control: Control) -> None:
        value = _stored(control.full_date, matched_blank.blank.field.type)
        if value is not None:
            self._say(matched_blank, Rule.DATE_UNSEEN, stored=write_value(value))

    def _compare_dates(self, matched_blank: MatchedBlank, control: Control | None, value: Value) -> None:
        stored = _stored(control.full_date, matched_blank.blank.field.type) if control else None
        if stored is None or stored == value or (isinstance(value, datetime) and _same_day(stored, value)):
            return
        self._say(matched_blank, Rule.DATE_DIFFERS, write_value(value), stored=write_value(stored))

    def _compare_again(self, matched_blank: MatchedBlank) -> None:
        """A copied control says the same as the first, or nothing; otherwise one of them is a mistake."""
        texts = {part: clean(matched_blank.parts[part].text) for part, _ in matched_blank.again}
        for part, control in matched_blank.again:
            first, first_text = matched_blank.parts[part], texts[part]
            other = self._written(matched_blank, part, control)
            if other and (first_text, first.checked) != (other, control.checked):
                self._say(matched_blank, Rule.TWICE, first_text, elsewhere=other)

    def _words(self, matched_blank: MatchedBlank) -> None:
        """An amount in words says the same as in figures, and 无 the same as 无."""
        control = matched_blank.parts.get(WORDS)
        in_words = self._written(matched_blank, WORDS, control) if control else ""
        if not in_words:
            return
        amounts = [answer.value for answer in self.given[-1:] if answer[:2] == (matched_blank.blank, matched_blank.row)]
        amount = amounts[0] if amounts else None
        if in_words == amount:
            return
        if not isinstance(amount, Decimal):
            self._say(matched_blank, Rule.WORDS_ONLY, in_words)
        elif amount_in(in_words) is None and in_words.isascii():
            self._say(matched_blank, Rule.WORDS_UNREAD, in_words)
        elif amount_in(in_words) != amount:
            self._say(matched_blank, Rule.WORDS_DIFFER, in_words, words=capitals(amount))


def _same_day(stored: Value, value: datetime) -> bool:
    """A date picker of Word stores midnight when the time is typed."""
    return isinstance(stored, datetime) and stored.date() == value.date() and (stored.hour, stored.minute) == (0, 0)


@lru_cache(maxsize=1024)
def _stored(full_date: str, type_: FieldType) -> Value | None:
    """What a date control stores, as a value of its field; None when it stores nothing of use."""
    try:
        moment = datetime.strptime(full_date[:19], _STORED)
    except ValueError:
        return None
    of_moment = FIELD_TYPES[type_].reading.of_moment
    return of_moment(moment) if of_moment else None


def missing(answers: Answers, matched: Matched, *, all_there: bool) -> list[Mistake]:
    """What must be filled in and is not, and, when *all_there* should be, fields whose place is gone.

    A row of a register counts once anything is written in it. A signature is made by hand and never missing.
    """
    gone = [found for found in matched.found.values() if all_there and _is_box_gone(found)]
    lacking = [mistake(answers.blanks, found.blank, found.row, Rule.BOX_GONE) for found in gone]
    settled = {(answer.row, answer.blank.place) for answer in answers.given if answer.value is not False}
    settled |= {(row, place) for row, place in answers.wrong}
    rows: dict[str, set[int]] = {}
    for row, place in settled:
        rows.setdefault(place[0], set()).add(row)
    for blank in answers.blanks.all:
        for row in sorted(rows.get(blank.block, ())) if blank.is_column else (0,):
            if (row, blank.place) in settled:
                continue
            if (row, blank.place) not in matched.found:
                lacking += [mistake(answers.blanks, blank, row, Rule.PLACE_GONE)] if all_there else []
            elif blank.field.required and not blank.is_signature:
                lacking.append(mistake(answers.blanks, blank, row, Rule.REQUIRED))
    return lacking


def _is_box_gone(found: MatchedBlank) -> bool:
    """Whether some of the boxes of a choice are there and others are not."""
    ids = found.blank.field.choices
    return bool(ids) and "" not in found.parts and not all(str(id_) in found.parts for id_ in ids)
