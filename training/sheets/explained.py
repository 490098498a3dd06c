"""What is said of a sheet once its item is answered: what stands where, and which rule of the form that breaks."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from schemas.agreeing import in_row, quoted
from schemas.blanks import Blank
from schemas.filled import say_value
from schemas.punctuation import Marks
from schemas.saying import range_of
from schemas.words import Bilingual, in_both
from training.sheets.faults import Fault
from training.sheets.handed_in import HandedIn
from training.sheets.planted import Planted
from training.sheets.seen import value_said

_IS: Final = Bilingual("{field}写的是 {value}", "{field} says {value}")
_RULES: Final = {
    "range": Bilingual("这一栏的范围：{range}", "its range: {range}"),
    "phone": Bilingual("手机号码是 11 位，固定电话要带区号", "a mobile number has 11 digits, a landline its area code"),
    "identity": Bilingual(
        "身份证号码是 18 位，末位是校验码", "an identity number has 18 digits, the last of which checks the others"
    ),
    "several": Bilingual("这一栏只能选一项", "it takes one choice only"),
    "words": Bilingual("大写要和小写是同一个数", "words and figures have to say the same sum"),
    "total": Bilingual("{others}应是 {right}", "{others} comes to {right}"),
    "product": Bilingual("{others}应是 {right}", "{others} comes to {right}"),
    "rate": Bilingual("{others}应是 {right}", "{others} comes to {right}"),
    "after": Bilingual("这张表规定它不能早于{others}", "by the form it may not come before {others}"),
    "before": Bilingual("这张表规定它不能晚于{others}", "by the form it may not come after {others}"),
    "at_least": Bilingual("这张表规定它不能小于{others}", "by the form it may not be less than {others}"),
    "at_most": Bilingual("这张表规定它不能大于{others}", "by the form it may not be more than {others}"),
    "in_month": Bilingual("这张表规定它要在{others}写的月份里", "by the form it lies in the month of {others}"),
}
_BOTH: Final = Bilingual("{facts}；{rule}。", "{facts}; {rule}.")
_ALONE: Final = Bilingual("{fault}。", "{fault}.")
_COMPARED: Final = ("after", "before", "at_least", "at_most", "in_month")


def explained(sheet: Planted) -> Bilingual:
    """The fault, with what is written and what the form wants: `“到场”写的是 9:10，“接报”写的是 9:25；…`."""
    fault = sheet.fault
    if fault.rule not in _RULES:
        return _ALONE.filled(fault=fault.words)
    blanks = (fault.blank, *fault.others) if fault.rule in _COMPARED else (fault.blank,)
    return in_both(lambda lang: _explained(fault, blanks, sheet.sheets.of(lang), lang))


def _explained(fault: Fault, blanks: tuple[Blank, ...], sheet: HandedIn, lang: str) -> str:
    facts = [_IS.say(lang, field=quoted(blank), value=value_said(sheet, blank, fault.row, lang)) for blank in blanks]
    right = _right(fault, sheet, lang)
    field = fault.blank.field
    limits = range_of(field.min, field.max, fault.blank.unit) if fault.rule == "range" else ""
    rule = _RULES[fault.rule].say(lang, others=fault.says, right=right, range=limits)
    words = _BOTH.say(lang, facts=Marks(lang).comma.join(facts), rule=rule)
    return in_row(Bilingual(words, words), fault.row).of(lang)


def _right(fault: Fault, sheet: HandedIn, lang: str) -> str:
    """What should be written, with as many decimals as what is: `9350.00 yuan` beside `9305.00 yuan`."""
    written, right = sheet.value(fault.blank, fault.row), fault.right
    if right is None:
        return ""
    if isinstance(written, Decimal):
        right = max(right, right.quantize(written), key=lambda number: len(str(number)))
    return say_value(fault.blank, right, lang)
