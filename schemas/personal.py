"""Where a text tells who somebody is, or how and where to reach them.

Phones are found by `phonenumbers`, which knows the numbering plan of every country. The rest has Chinese shapes that no
library finds: Presidio, which others use for this, has no recogniser for China and itself asks `phonenumbers`.
What is shaped like a date, an amount or a code is left; a number of seven digits that is none of them is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from stdnum import luhn

_COUNTRY: Final = "CN"
_SURNAME: Final = (
    "(?:欧阳|上官|司马|诸葛|东方|夏侯|皇甫|尉迟|令狐|慕容|司徒|"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付傅白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤俞章施葛柳费裘屠])"
)
_COURTESY: Final = "(?:先生|女士|小姐|太太|师傅|阿姨|大爷|大妈|大姐|大哥|叔叔|奶奶|爷爷|老师)"
_HAN: Final = r"[\u3400-\u9fff]"
_AFTER_NAME: Final = r"(?=$|[^\u3400-\u9fff]|[的住家报说反投要想在已来电打问申和与跟])"
_NAME: Final = (
    rf"(?:{_SURNAME}{_HAN}{{0,2}}?{_COURTESY}|[小老阿]{_SURNAME}(?!{_HAN}{_HAN})|{_SURNAME}{_HAN}{{1,2}}?{_AFTER_NAME}"
    r"|\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? ?)[A-Z][a-z]+\b)"
)
_LATIN_NAME: Final = r"\b[A-Z][a-z]+ [A-Z][a-z]+\b"
_OF_NAME: Final = "(?:姓名|联系人|我叫|名叫|叫做|name is|my name|name)"
_WHO: Final = "(?:业主|住户|租户|租客|房东|客户|户主)"
_MORE: Final = r"(?![0-9]|\s?[年月日天元块万人次户小时分平米%％]|-[0-9])"
_HOUSE: Final = r"(?<![0-9A-Za-z-])(?:[0-9]{1,3}\s?(?:号楼|栋|幢|座|楼|#|号)|[A-Za-z]\s?(?:号楼|栋|幢|座))"
_FLAT: Final = (
    rf"(?:{_HOUSE}\s?(?:[0-9]{{1,2}}\s?单元\s?)?(?:[0-9]{{1,2}}\s?[层楼]\s?)?[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE}"
    rf"|(?<![0-9])[0-9]{{1,2}}\s?单元\s?[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE}"
    rf"|(?<![0-9A-Za-z./-])[0-9]{{1,3}}\s?-\s?[0-9]{{1,2}}\s?-\s?[0-9]{{3,4}}(?:\s?[室房户])?{_MORE})"
)
_SAID_ROOM: Final = rf"(?:{_FLAT}|\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Uu]nit) ?#?[0-9]{{1,5}}\b)"
_ROOM: Final = (
    rf"(?:{_SAID_ROOM}|(?<![0-9A-Za-z./:-])(?:[0-9]{{1,3}}-|[A-Za-z]-?)?[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE})"
)
_PROVINCE: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_IS: Final = r"\s{0,2}(?:号码|帐号|账号|账户|号|id|ID|Id)?\s{0,2}(?:[:=是为]|is\b)?\s{0,2}"
_GAP: Final = r"[\s.·-]{0,2}"

_SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        # an e-mail address
        (
            rf"(?:[A-Za-z0-9._%+-]{{1,64}}|{_HAN}{{2,3}})"
            r"\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
        ),
        # a resident's identity number, with or without gaps
        r"(?<![0-9])[0-9]{6}[\s-]?(?:18|19|20)[0-9]{2}[\s-]?[0-9]{4}[\s-]?[0-9]{3}[0-9Xx](?![0-9])",
        # a number plate: at least three figures, so that no word is one
        (
            rf"[{_PROVINCE}]{_GAP}[A-HJ-NP-Za-hj-np-z]{_GAP}(?=(?:[A-Za-z]?{_GAP}){{0,3}}(?:[0-9]{_GAP}[A-Za-z]?{_GAP}){{3}})"
            rf"(?:[A-Za-z0-9]{_GAP}){{4}}[A-Za-z0-9挂学警港澳领](?:{_GAP}[A-Za-z0-9])?(?![A-Za-z0-9])"
        ),
        rf"(?<=车牌){_IS}[A-Za-z]{_GAP}[A-Za-z0-9]{{5,6}}(?![A-Za-z0-9])",
        # a number of QQ, an id of WeChat or of another service
        rf"(?i:(?<![a-z])qq|扣扣|企鹅)(?:{_IS})[1-9][0-9]{{4,10}}(?![0-9])",
        (
            r"(?i:(?<![a-z])(?:wechat|weixin|wx|vx|telegram|whatsapp|line|skype)|微信|薇信|威信|支付宝|钉钉|抖音|小红书)"
            rf"{_IS}(?=[A-Za-z_-]{{0,19}}[0-9_])[A-Za-z0-9][A-Za-z0-9_-]{{4,19}}(?![A-Za-z0-9_-])"
        ),
        (
            r"(?i:wechat|weixin|wx|vx|微信|薇信|威信)\s{0,2}(?:(?:号码|帐号|账号|号|id|ID)\s{0,2}[:=是为]?|[:=是为])\s{0,2}"
            r"[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_-])"
        ),
        r"(?:微信|薇信|威信)[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_-])",
        # a dwelling, and who lives there
        _FLAT,
        rf"{_ROOM}(?:\s?的)?[\s,:(]{{0,2}}{_WHO}?[\s:的]{{0,2}}{_NAME}",
        rf"(?:(?<={_HAN})|(?<![A-Za-z])){_SURNAME}{_HAN}{{1,2}}[\s,:(]{{0,2}}(?:家?住在?|家在)?\s{{0,2}}{_FLAT}",
        rf"{_NAME}[\s,:(]{{0,2}}(?:家?住在?|家在|的|in|of|at)?\s{{0,2}}{_ROOM}",
        rf"{_SAID_ROOM}[\s,:(]{{0,2}}{_LATIN_NAME}",
        rf"{_LATIN_NAME}[\s,:(]{{0,2}}(?:in|of|at)?\s{{0,2}}{_SAID_ROOM}",
        # a name that says that it is one
        rf"(?i:{_OF_NAME})\s?[:是为]?\s?{_NAME}",
        rf"{_SURNAME}{_HAN}{{0,2}}?{_COURTESY}",
        # a number to call, though it is no number that could be called
        r"(?:电话|手机|座机|联系方式|热线|致电|拨打|[Tt]el|[Pp]hone|[Mm]obile)[号码是为:.\s]{0,4}\+?[0-9(][0-9()\s-]{5,20}[0-9]",
        r"(?<![0-9-])1[3-9][0-9](?:[\s.-][0-9]{3,5}){2}(?![0-9-])",
        r"(?<![0-9])1[3-9][0-9][^\w\s]{1,2}[0-9]{4}[^\w\s]{1,2}[0-9]{4}(?![0-9])",
    )
)
_LEFT: Final = re.compile(
    "|".join(
        (
            # dates, with their time of day; years from and to
            r"(?<![0-9])(?:19|20)[0-9]{2}[-./年](?:0?[1-9]|1[0-2])[-./月](?:0?[1-9]|[12][0-9]|3[01])(?![0-9])日?",
            r"(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{4}(?:[0-9]{2})?)?(?![0-9])",
            r"(?<![0-9])(?:19|20)[0-9]{2}\s?[-~至到]\s?(?:19|20)[0-9]{2}(?![0-9])",
            # the number of a standard
            r"(?:GB|GBZ|JGJ|CJJ|DB|ISO|IEC|T)(?:/[A-Z]{1,6})?\s?[0-9]{3,6}(?:\.[0-9]{1,3})?\s?-\s?(?:19|20)[0-9]{2}(?![0-9])",
            # amounts, but not what somebody can be called by
            r"[¥￥$€]\s?[0-9][0-9,]*(?:\.[0-9]+)?",
            r"(?<![0-9.,])(?!1[3-9][0-9]{9}(?![0-9]))[0-9][0-9,]*(?:\.[0-9]+)?\s?(?=[元块万亿千百平㎡度吨人次户份件]|公里|米|[kK][wW]|yuan|RMB|rmb|CNY|USD)",
            r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])",
            r"(?<![0-9.])[0-9]+\.[0-9]+(?![0-9.])",
        )
    )
)
_LONG: Final = re.compile(r"(?<![0-9])[0-9]{7,}[Xx]?")
_IN_FOURS: Final = re.compile(r"(?<![0-9])[0-9]{4}(?:[\s-][0-9]{4}){2,3}(?:[\s-]?[0-9]{1,3})?[Xx]?(?![0-9])")
_IDENTITY: Final = re.compile("[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{5}[0-9Xx]")
_UNIONPAY: Final = "62"
_ROUND: Final = re.compile("(?:19|20)[0-9]{2}|[0-9]{2}00")
"""Years and round numbers: a row of them is no bank card."""
_COUNTED: Final = "1234567890"


def personal_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of everything personal in *text*, in their order; what touches is one.

    Phones, identity numbers, bank cards, number plates, e-mail addresses, ids of chats, dwellings, names beside them.
    """
    plain = "".join(map(_plain, text))
    spelled = "".join(map(_spelled, plain))
    spans = [*_shapes(_with_spelled_flats(plain, spelled)), *_cards(plain), *_phones(plain), *_long(plain)]
    if spelled != plain:
        spans += [*_phones(spelled), *(span for span in _long(spelled) if _is_in_words(text, spelled, *span))]
    return _joined((start + _gaps_before(text[start:end]), end) for start, end in spans)


def _plain(character: str) -> str:
    """*character*, or the plain one that it stands for: a digit of any script, a full-width letter, a gap, a dash."""
    if character < "\x7f":
        return character
    if (digit := unicodedata.digit(character, None)) is not None:
        return str(digit)
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    category = unicodedata.category(character)
    return "-" if category == "Pd" else " " if category in ("Zs", "Cf", "Mn") else character


def _spelled(character: str) -> str:
    """The digit that a numeral of Chinese stands for: 幺, 三, 〇, 捌; any other character is itself."""
    number = unicodedata.numeric(character, None) if character > "\x7f" else None
    return str(int(number)) if number is not None and number in range(10) else character


def _phones(plain: str) -> Iterator[tuple[int, int]]:
    # What numbering plans there are takes longer to import than most texts take to be read.
    from phonenumbers import PhoneNumberMatcher

    searched = _less_what_is_left(plain).replace("_", "-")
    return ((match.start, match.end) for match in PhoneNumberMatcher(searched, _COUNTRY))


def _with_spelled_flats(plain: str, spelled: str) -> str:
    """*plain* with the numerals of dwellings as digits: 十三幢二单元五零一室."""
    for match in re.finditer(_FLAT, spelled.replace("十", "1")):  # whichever digit it is, it is one
        plain = plain[: match.start()] + match[0] + plain[match.end() :]
    return plain


def _shapes(plain: str) -> Iterator[tuple[int, int]]:
    return (match.span() for shape in _SHAPES for match in shape.finditer(plain))


def _cards(plain: str) -> Iterator[tuple[int, int]]:
    """Bank cards and identity numbers in groups of four."""
    for match in _IN_FOURS.finditer(plain):
        groups = re.findall("[0-9Xx]+", match[0])
        number = "".join(groups)
        is_card = number.startswith(_UNIONPAY) or _IDENTITY.fullmatch(number) or luhn.is_valid(number)
        if is_card and not all(map(_ROUND.fullmatch, groups)):
            yield match.span()


def _long(plain: str) -> Iterator[tuple[int, int]]:
    """Long numbers that are neither dates nor amounts."""
    return (match.span() for match in _LONG.finditer(_less_what_is_left(plain)))


def _less_what_is_left(plain: str) -> str:
    return _LEFT.sub(lambda match: "年" * len(match[0]), plain)


def _is_in_words(text: str, spelled: str, start: int, end: int) -> bool:
    """Whether every digit of a number is a word: 幺三八零零零零; 一二三四五六七 only counts."""
    written = text[start:end]
    return not any(character.isdecimal() for character in written) and spelled[start:end] not in _COUNTED


def _gaps_before(text: str) -> int:
    return len(text) - len(text.lstrip())


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
