"""Dwellings in a text: a building with a flat, three numbers with dashes, a room that says that it is one."""

from __future__ import annotations

import re
from typing import Final

from schemas.personal_names import COMPLETE, LATIN, POLITE, SURNAME

_HAN: Final = r"[\u3400-\u9fff]"
_MORE: Final = r"(?![0-9]|\s?(?:天(?![然花台])|[年月日元块万人次户小时分平米%％])|-[0-9])"
_HOUSE: Final = r"(?<![0-9A-Za-z-])(?:[0-9]{1,3}\s?(?:号楼|栋|幢|座|楼|#|号)|[A-Za-z]\s?(?:号楼|栋|幢|座))"
FLAT: Final = (
    rf"(?:{_HOUSE}\s?(?:[0-9A-Za-z]{{1,2}}\s?单元\s?|[0-9]{{1,2}}-)?(?:[0-9]{{1,2}}\s?[层楼]\s?)?[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE}"
    rf"|(?<![0-9])[0-9]{{1,2}}\s?单元\s?[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE}"
    rf"|(?<![0-9A-Za-z./-])[0-9]{{1,3}}\s?-\s?[0-9]{{1,2}}\s?-\s?[0-9]{{3,4}}(?:\s?[室房户])?{_MORE})"
)
"""A flat that is known without being called one."""
_NUMERAL: Final = "[〇零一二两三四五六七八九十百千]"
_IN_WORDS: Final = (
    rf"(?:{_NUMERAL}{{1,5}}(?:号楼|栋|幢|座)\s?(?:{_NUMERAL}{{1,3}}单元\s?)?|{_NUMERAL}{{1,3}}单元\s?){_NUMERAL}{{3,8}}(?:号?[室房户])?"
    rf"|{_NUMERAL}{{3,8}}室"
)
_BUILT: Final = r"(?:\b[Bb]uilding|\b[Bb]lock|\b[Tt]ower|\b[Bb]ldg\.?) ?#?[0-9A-Za-z]{1,3}"
_UNIT: Final = r"(?:\b[Uu]nit|\b[Ee]ntrance) ?#?[0-9]{1,2}"
_ANY_FLAT: Final = r"\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?) ?#?[0-9]{1,5}[A-Za-z]?"
_BARE: Final = rf"[1-9][0-9]{{2,3}}{_MORE}"
_LIVES: Final = (
    "业主|住户|租户|租客|房东|老太|老人|老爷|大爷|大妈|阿姨|奶奶|爷爷|孩子|小孩|邻居|水费|电费|气费|燃气费|物业费|"
    "门口|门前|信箱|家[的里]|钥匙|门禁卡|快递|包裹|狗|猫|可视对讲|阳台|厨房|卫生间"
)
_MATTER: Final = "漏水|渗水|跳闸|没水|没电|报修|退租|来电|来人|无人在家|没人在家|堵了|反映|投诉|又吵"
"""What is said of a flat; 501高空抛物 only counts."""
_NOT_LIVED_IN: Final = "(?<![Mm]eeting )(?<![Tt]raining )(?<![Pp]ump )(?<![Cc]ontrol )(?<![Cc]onference )"
_CALLED_ROOM: Final = (
    rf"{_NOT_LIVED_IN}\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Rr]m\.?|ROOM|FLAT)"
    r"(?: no\.?| number)? ?[#:]?\s?"
    r"(?:[0-9]{1,3}-){0,2}(?:[0-9]{3,5}[A-Za-z]?|[0-9]{1,2}[A-Za-z])\b(?! of the (?:club|office|library|hotel|school))"
)
_SAID_ROOM: Final = rf"(?:{FLAT}|\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Uu]nit) ?#?[0-9]{{1,5}}\b)"
_NO_HOTLINE: Final = "(?!1(?:10|19|2[02])(?![0-9室房户号]))"
_ROOM: Final = (
    rf"(?:{_SAID_ROOM}|(?<![0-9A-Za-z./:-])(?:[0-9]{{1,3}}-|[A-Za-z]-?)?{_NO_HOTLINE}"
    rf"[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE})"
)
_WHO: Final = "(?:业主|住户|租户|租客|房东|客户|户主)"
_NAME: Final = (
    rf"(?:{POLITE}|[小老阿]{SURNAME}(?!{_HAN}{_HAN})|{COMPLETE}|\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? ?)[A-Z][a-z]+\b)"
)

NEEDS: Final = "[0-9〇零一二两三四五六七八九十百千]"
"""What no dwelling is without."""
SHAPES: Final = (
    FLAT,
    _IN_WORDS,
    r"(?<![0-9A-Za-z.:/-])(?:[0-9]{1,2}-)?[0-9]{3,4}\s?室",
    rf"(?:房号|房间号|室号|门牌号?)\s{{0,2}}[:是为]?\s{{0,2}}((?:[A-Za-z0-9]{{1,4}}-){{0,3}}[0-9]{{2,5}}{_MORE})",
    rf"(?<={_HAN})[0-9]{{1,4}}弄[0-9]{{1,4}}号(?:[0-9]{{3,4}}室?)?",
    rf"(?:住址|地址|户籍|家?住在?|家在)(?:改[成为到])?\s?[:是为]?\s?({_HAN}{{2,16}}?(?:路|街|巷|大道|村|镇)\s?[0-9]{{1,5}}\s?号(?:[0-9]{{3,4}}室?)?(?:{_HAN}{{2,8}}?[0-9一二三四五六七八九十]{{1,4}}(?:幢|栋|号楼|座)(?:[0-9]{{3,4}}室?)?)?)",
    rf"{_BUILT},? {{0,2}}(?:{_UNIT},? {{0,2}})?(?:(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?) ?#?)?[0-9]{{3,4}}\b",
    rf"{_UNIT},? {{0,2}}(?:(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?) ?#?)?[0-9]{{3,4}}\b",
    _CALLED_ROOM,
    # a house of its own, a flat by its side of the landing, by its neighbour, by what is the matter in it
    r"(?:别墅|叠墅|排屋|合院|联排|叠拼)\s?(?:[0-9]{1,3}-[0-9]{1,3}(?:-[0-9]{1,4})?|[0-9]{1,3}(?=\s?号))(?:\s?号)?(?!楼|[0-9])",
    r"(?<![0-9A-Za-z-])[0-9]{1,3}(?:-[0-9]{1,3})?\s?号(?:别墅|叠墅|排屋|合院)",
    rf"(?:{_HOUSE}\s?)?[0-9]{{1,2}}\s?单元\s?[0-9]{{1,2}}\s?[楼层]\s?[东西南北中左右]边?[户室]",
    rf"(?:{_HOUSE}\s?)?(?:商铺|底商|门面)\s?[0-9]{{1,4}}(?![0-9间个家:]|\s?[间个家层])",
    rf"(?:楼上|楼下|隔壁|对门|对面|邻居|[滴漏渗]水?到|[流淌]到|[他她我]们?家)\s?是?((?!202[0-9]){_BARE})",
    rf"(?<![0-9A-Za-z./:点第¥-])((?!202[0-9]){_BARE})(?=\s?的?(?:{_LIVES}))",
    rf"(?<![0-9A-Za-z./:点第¥-])((?!202[0-9]){_BARE})(?=\s?(?:{_MATTER}))",
    r"\b(?i:villa|townhouse|house)(?: no\.?)? ?#?[0-9]{1,3}[A-Za-z]?\b",
    rf"{_ANY_FLAT},? (?:{_UNIT},? )?{_BUILT}",
    rf"{_BUILT},? (?:{_UNIT},? )?{_ANY_FLAT}",
    r"(?<![0-9A-Za-z./:第-])([1-9][0-9]?-[1-3]?[0-9]0[1-9])(?![0-9:-]|\s?[年月日元个台页条])",
    rf"(?:说是|自称是?|(?i:\bsays |\bsaid |neighbou?r ))((?!202[0-9]){_BARE})(?!:)",
    r"(?:(?<=from )|(?<= in )|(?<= at )|(?<= of )|(?<=[住找去]))([0-9]{1,2}-[1-9][0-9]{2,3})(?![0-9-]|\s?[年月日元])",
    (
        r"(?<![A-Za-z0-9./-])[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][a-z]+ ){1,2}"
        r"(?:Road|Street|Avenue|Lane|Rd\.?|St\.?|Ave\.?)\b(?:,? [A-Z][a-z]+)?"
    ),
    # who lives there
    rf"{_ROOM}(?:\s?的)?[\s,:(]{{0,2}}{_WHO}?[\s:的]{{0,2}}{_NAME}",
    rf"(?:(?<={_HAN})|(?<![A-Za-z])){SURNAME}(?:{_HAN}(?<![园城府苑湾庭区墅寓厦村院坊居轩郡邸映诉电说称到从找来去报与和跟及])){{1,2}}[\s,:(]{{0,2}}(?:家?住在?|家在)?\s{{0,2}}{FLAT}",
    rf"{_NAME}[\s,:(]{{0,2}}(?:家?住在?|家在|的|in|of|at)?\s{{0,2}}{_ROOM}",
    rf"{_SAID_ROOM}[\s,:(]{{0,2}}{LATIN}",
    rf"{LATIN}[\s,:(]{{0,2}}(?:in|of|at)?\s{{0,2}}{_SAID_ROOM}",
)
"""Where a dwelling is in a text whose characters are plain, with who lives there; as `personal_names.SHAPES`."""

BAY: Final = re.compile(
    r"(?:车位号?|停在|(?i:\bbay|\bparking space)(?: no\.?)?)\s?[:是为]?\s?(?:(?:负?[一二三1-3]层|地下[一二三]层)\s?)?"
    r"((?:[A-Z][0-9]?-?)?[0-9]{2,4})(?![0-9.个元])"
    r"|(?<=[库位,、])([A-Z][0-9]?-[0-9]{2,4})(?![0-9A-Za-z-])|(?<= near )([A-Z][0-9]?-[0-9]{2,4})\b"
    r"|(?<=区)\s?([0-9]{2,4})(?=\s?号?车位)|(?<= in | at )([A-Z][0-9]?-?[0-9]{3})(?![0-9A-Za-z-])"
    r"|(?<![0-9A-Za-z-])([A-Z][0-9]?-?[0-9]{2,4})(?=\s?号?车位)"
)
"""A parking bay: whose it is tells only a text that has somebody in it."""
