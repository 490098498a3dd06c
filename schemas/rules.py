"""What a filled copy may break: every rule with its wording in both languages, each said in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.words import Bilingual, Named


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a rule is worded: what was found, and what is expected; a note expects nothing."""

    found: Bilingual
    expected: Bilingual
    severity: Literal["error", "note"] = "error"


def _expects(zh: str, en: str) -> _Wording:
    return _Wording(Bilingual("填的是“{found}”", "'{found}' is written"), Bilingual(zh, en))


def _note(zh: str, en: str) -> _Wording:
    return _Wording(Bilingual(zh, en), Bilingual("", ""), "note")


class Rule(Named):
    """A rule that a filled copy may break, or a note on it: the name that JSON has, and its wording.

    `{names}` in a wording are filled from the mistake.
    """

    wording: _Wording

    REQUIRED = (
        "required",
        _Wording(Bilingual("没有填", "nothing is written"), Bilingual("此项必填", "it must be filled in")),
    )
    BAD_TEXT = "bad-text", _expects("应为文字", "text is expected")
    BAD_TICK = "bad-tick", _expects("应为勾或不勾", "ticked or not is expected")
    BAD_CHARACTER = (
        "bad-character",
        _Wording(
            Bilingual("有不能保存的字符 {character}", "it holds the character {character}, which no document can keep"),
            Bilingual("应删去", "it must be taken out"),
        ),
    )
    TOO_LONG = "too-long", _expects("应不超过 {most} 个字", "{most} characters at most are expected")
    BAD_DATE = "bad-date", _expects("应为日期，如 2026-01-05", "a date is expected, such as 2026-01-05")
    BAD_MONTH = "bad-month", _expects("应为年月，如 2026-01", "a month is expected, such as 2026-01")
    BAD_DATETIME = (
        "bad-datetime",
        _expects("应为日期和时间，如 2026-01-05 08:30", "a date and time are expected, such as 2026-01-05 08:30"),
    )
    BAD_TIME = "bad-time", _expects("应为时间，如 08:30", "a time is expected, such as 08:30")
    NO_SUCH_DAY = (
        "no-such-day",
        _expects("{month}只有 {length} 天，没有这一天", "{month} has {length} days, so there is no such day"),
    )
    NO_SUCH_MONTH = "no-such-month", _expects("月份应为 1～12", "a month from 1 to 12 is expected")
    NO_SUCH_YEAR = (
        "no-such-year",
        _expects("年份应在 {first}～{last} 之间", "a year from {first} to {last} is expected"),
    )
    NO_SUCH_TIME = (
        "no-such-time",
        _expects("小时应为 0～23，分钟应为 0～59", "hours from 0 to 23 and minutes from 0 to 59 are expected"),
    )
    NO_YEAR = (
        "no-year",
        _expects(
            "没有年份，表上别处也看不出是哪一年，应写全，如 2026-11-02",
            "it has no year, and nothing else on the sheet tells it; write it in full, such as 2026-11-02",
        ),
    )
    SEVERAL_DAYS = (
        "several-days",
        _expects(
            "可能是 {days}，应写全，如 2026-11-02",
            "it may be {days}; write it in full, such as 2026-11-02",
        ),
    )
    OTHER_WEEKDAY = (
        "other-weekday",
        _expects(
            "{day} 是{weekday}，应核对日期和星期",
            "{day} is a {weekday}; the day and its weekday should be checked",
        ),
    )
    BAD_NUMBER = "bad-number", _expects("应为数字", "a number is expected")
    BAD_MONEY = "bad-money", _expects("应为金额，最多两位小数", "an amount with two decimals at most is expected")
    OUT_OF_RANGE = "out-of-range", _expects("应在范围内：{range}", "{range} is expected")
    BAD_PHONE = (
        "bad-phone",
        _expects(
            "应为 11 位手机、带区号的座机，或 3～6 位短号、分机号",
            "a mobile of 11 digits, a landline with its area code, or a short number of 3 to 6 is expected",
        ),
    )
    PHONE_DIGITS = (
        "phone-digits",
        _expects(
            "手机号码应为 11 位，这里是 {digits} 位，应逐位核对",
            "a mobile number has 11 digits and this one has {digits}; every digit should be checked",
        ),
    )
    BAD_ID_NUMBER = (
        "bad-id-number",
        _expects(
            "应为 18 位身份证号码，或字母开头的护照、通行证号码",
            "an identity number of 18 digits, or a passport number that begins with a letter is expected",
        ),
    )
    BAD_ID_BIRTHDAY = (
        "bad-id-birthday",
        _expects("第 7～14 位应为出生日期", "digits 7 to 14 are expected to be a date of birth"),
    )
    BAD_ID_CHECK = (
        "bad-id-check",
        _expects("末位校验码对不上，应逐位核对", "its last sign does not match; every digit should be checked"),
    )
    NOT_A_CHOICE = "not-a-choice", _expects("应为其中一项：{choices}", "one of these is expected: {choices}")
    SEVERAL = (
        "several",
        _Wording(Bilingual("勾了“{chosen}”", "'{chosen}' are ticked"), Bilingual("只能勾一项", "only one may be")),
    )
    BEFORE = "before", _expects("应不早于“{other}”（{limit}）", "it must not come before '{other}' ({limit})")
    COMES_TO_OTHER = (
        "comes-to-other",
        _expects("应等于{others}，是 {right}", "it should equal {others}, which comes to {right}"),
    )
    AFTER = "after", _expects("应不晚于“{other}”（{limit}）", "it must not come after '{other}' ({limit})")
    TOO_SMALL = "too-small", _expects("应不小于“{other}”（{limit}）", "it must not be less than '{other}' ({limit})")
    TOO_GREAT = "too-great", _expects("应不大于“{other}”（{limit}）", "it must not be more than '{other}' ({limit})")
    OTHER_MONTH = (
        "other-month",
        _expects("应在“{other}”写的 {limit} 里", "it should lie in {limit}, which '{other}' says"),
    )
    REQUIRED_HERE = (
        "required-here",
        _Wording(
            Bilingual("没有填", "nothing is written"),
            Bilingual("{others}，此项就必填", "{others}, so it must be filled in"),
        ),
    )
    WORDS_DIFFER = (
        "words-differ",
        _expects("大写应为“{words}”，与小写一致", "in words '{words}' is expected, the same as in figures"),
    )
    WORDS_ONLY = "words-only", _expects("有大写，小写也应填", "there are words; the figures are expected too")
    HINT_LEFT = "hint-left", _note("“{found}”里可能混有提示语“{hint}”", "'{found}' may still hold the hint '{hint}'")
    IS_HINT = "is-hint", _expects("这是提示语，应填内容", "that is the hint; the answer itself is expected")
    ONLY_HINT = (
        "only-hint",
        _note("只有提示语“{found}”，当作没有填", "it only says '{found}', the hint, and counts as empty"),
    )
    TWICE = (
        "twice",
        _expects(
            "同一栏在别处填的是“{elsewhere}”，应只有一个", "elsewhere it says '{elsewhere}'; only one is expected"
        ),
    )
    PLACE_GONE = (
        "place-gone",
        _Wording(
            Bilingual("这一栏被删掉了", "its place was deleted"),
            Bilingual("应使用没有改动过的表", "an unchanged form is expected"),
        ),
    )
    UNKNOWN_FIELD = (
        "unknown-field",
        _Wording(
            Bilingual("表上没有“{found}”这一栏", "the form has no '{found}'"),
            Bilingual("应为表上的栏目", "a field of the form is expected"),
        ),
    )
    WRONG_SHAPE = (
        "wrong-shape",
        _Wording(Bilingual("填的是“{found}”", "'{found}' is given"), Bilingual("应为{shape}", "{shape} is expected")),
    )
    TOO_MANY_ROWS = (
        "too-many-rows",
        _Wording(
            Bilingual("有 {found} 行", "there are {found} rows"),
            Bilingual("应不超过 {most} 行", "{most} at most are expected"),
        ),
    )
    TOO_MUCH = (
        "too-much",
        _Wording(
            Bilingual("填得太多，这样的文件读不回来", "it holds too much to be read back"),
            Bilingual("应分成几份填，或缩短文字", "several copies or shorter texts are expected"),
        ),
    )
    MORE_MISTAKES = (
        "more-mistakes",
        _Wording(Bilingual("另外还有 {count}", "and {count}"), Bilingual("", "")),
    )
    MORE_NOTES = "more-notes", _note("另外还有 {count}", "and {count}")
    TYPED_NAME = "typed-name", _note("“{found}”是打的字，不是签名", "'{found}' is a typed name, not a signature")
    BOX_DIFFERS = (
        "box-differs",
        _note(
            "方框画的是“{found}”，存的是{state}，按画的读",
            "the box shows '{found}' but is stored as {state}; what is shown counts",
        ),
    )
    BOX_UNSURE = (
        "box-unsure",
        _note(
            "方框画的是“{found}”，看不出勾没有勾，按存的读：{state}",
            "the box shows '{found}', which says neither; it counts as it is stored: {state}",
        ),
    )
    BOX_UNREAD = (
        "box-unread",
        _Wording(
            Bilingual("方框处是“{found}”，看不出勾没有勾", "the box shows '{found}', neither ticked nor empty"),
            Bilingual("应为 ☑ 或 ☐", "☑ or ☐ is expected"),
        ),
    )
    BOX_BOTH = (
        "box-both",
        _Wording(
            Bilingual("方框处画了“{found}”，又勾又没勾", "the box shows '{found}', both ticked and empty"),
            Bilingual("应只留 ☑ 或 ☐ 一个", "only ☑ or only ☐ is expected"),
        ),
    )
    BOX_GONE = (
        "box-gone",
        _Wording(
            Bilingual("有的方框被删掉了", "some of its boxes were deleted"),
            Bilingual("应使用没有改动过的表", "an unchanged form is expected"),
        ),
    )
    STRUCK_OUT = "struck-out", _note("“{found}”划掉了，没有算", "'{found}' is struck out and does not count")
    ONLY_PICTURE = (
        "only-picture",
        _note(
            "只有图片，图片里写的读不出来，当作没有写；要算就打成文字",
            "it holds a picture alone, whose words cannot be read, and counts as empty; type them if they should count",
        ),
    )
    HIDDEN = "hidden-text", _note("“{found}”是隐藏的文字，没有算", "'{found}' is hidden and does not count")
    FAINT = (
        "faint-text",
        _note(
            "“{found}”看不见（字是白的、透明的或极小），没有算；要算就改成普通的黑字",
            "'{found}' cannot be seen (white, without a filling, or tiny) and does not count; if it should, make it "
            "ordinary black text",
        ),
    )
    DELETED = (
        "deleted-text",
        _note("“{found}”在修订里删去了，没有算", "'{found}' is deleted by a tracked change and does not count"),
    )
    FIELD_UNREAD = (
        "field-unread",
        _note(
            "有公式域（{found}），它显示的字读不出来，应改成普通文字",
            "it holds a field ({found}) whose text cannot be read; type it as ordinary text",
        ),
    )
    NOT_HINT = (
        "not-hint",
        _note("“{found}”标着是提示语，其实不是，照写的读", "'{found}' is marked as the hint and is none; it counts"),
    )
    DATE_DIFFERS = (
        "date-differs",
        _note(
            "显示的是“{found}”，存的是 {stored}，按显示的读",
            "it shows '{found}' but stores {stored}; what is shown counts",
        ),
    )
    DATE_UNSEEN = (
        "date-unseen",
        _note(
            "没有显示日期，存的是 {stored}，按没有填读",
            "it shows no date but stores {stored}; it counts as not filled in",
        ),
    )
    LATE = (
        "late",
        _note(
            "写的是“{found}”，晚于承诺：自“{other}”（{limit}）起 {time}",
            "'{found}' is later than promised: {time}, counted from '{other}' ({limit})",
        ),
    )
    SHORT_PHONE = (
        "short-phone",
        _note(
            "写的是“{found}”，按内部短号或分机号读，外面打不进来",
            "'{found}' is written and was read as a short number or an extension, which cannot be called from outside",
        ),
    )
    UNDERSTOOD = (
        "understood",
        _note("写的是“{found}”，读作 {meant}", "'{found}' is written and was read as {meant}"),
    )
    YEAR_OF_SHEET = (
        "year-of-sheet",
        _note(
            "写的是“{found}”，没有年份，按表上的年份读作 {meant}",
            "'{found}' is written without a year and was read as {meant}, by the year of the sheet",
        ),
    )
    UNKNOWN_CONTROL = (
        "unknown-control",
        _note("“{found}”填在本表没有的栏目（{tag}）里", "'{found}' is written in {tag}, which the form lacks"),
    )
    WORDS_UNREAD = (
        "words-unread",
        _note("大写“{found}”没有和小写核对", "the words '{found}' were not compared with the figures"),
    )
    OTHER_EDITION = (
        "other-edition",
        _note(
            "这份表是另一版（第 {edition} 版，指纹 {fingerprint}），库里没有存那一版；"
            "按现行第 {current} 版对得上的栏目读",
            "this copy is of another edition ({edition}, fingerprint {fingerprint}) that is not kept; it was read by "
            "what matches the present edition {current}",
        ),
    )
    KEPT_EDITION = (
        "kept-edition",
        _note(
            "这份表是另一版（第 {edition} 版，指纹 {fingerprint}），按存下的那一版读",
            "this copy is of another edition ({edition}, fingerprint {fingerprint}) and was read by that one",
        ),
    )
    OLDER_PRINT = (
        "older-print",
        _note(
            "这份表是按以前的表样印的（指纹 {fingerprint}，现行的是 {current}），栏目没有变，按现行的读",
            "this copy was printed before its sheet was last changed (fingerprint {fingerprint}, now {current}); its "
            "fields are still the same, and it was read by the present ones",
        ),
    )
    BY_BOOKMARK = (
        "by-bookmark",
        _note(
            "存这份文件的软件去掉了控件编号（LibreOffice 7 会这样），按书签读",
            "the program that saved it dropped the tags of controls, as LibreOffice 7 does; it was read by bookmarks",
        ),
    )
