"""Dwellings in a text: a building with a flat, three numbers with dashes, a room that says that it is one."""

from __future__ import annotations

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
_NOT_LIVED_IN: Final = "(?<![Mm]eeting )(?<![Tt]raining )(?<![Pp]ump )(?<![Cc]ontrol )(?<![Cc]onference )"
_CALLED_ROOM: Final = (
    rf"{_NOT_LIVED_IN}\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Rr]m\.?|ROOM|FLAT)"
    r"(?: no\.?| number)? ?[#:]?\s?"
    r"(?:[0-9]{1,3}-){0,2}(?:[0-9]{3,5}[A-Za-z]?|[0-9]{1,2}[A-Za-z])\b"
)
_SAID_ROOM: Final = rf"(?:{FLAT}|\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Uu]nit) ?#?[0-9]{{1,5}}\b)"
_ROOM: Final = (
    rf"(?:{_SAID_ROOM}|(?<![0-9A-Za-z./:-])(?:[0-9]{{1,3}}-|[A-Za-z]-?)?[0-9]{{3,4}}(?:\s?号?[室房户])?{_MORE})"
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
    rf"(?:家?住在?|家在|住址|地址|户籍)\s?[:是为]?\s?({_HAN}{{2,16}}?(?:路|街|巷|大道|村|镇)\s?[0-9]{{1,5}}\s?号(?:[0-9]{{3,4}}室?)?)",
    rf"{_BUILT},? {{0,2}}(?:{_UNIT},? {{0,2}})?(?:(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?) ?#?)?[0-9]{{3,4}}\b",
    rf"{_UNIT},? {{0,2}}(?:(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt\.?) ?#?)?[0-9]{{3,4}}\b",
    _CALLED_ROOM,
    # who lives there
    rf"{_ROOM}(?:\s?的)?[\s,:(]{{0,2}}{_WHO}?[\s:的]{{0,2}}{_NAME}",
    rf"(?:(?<={_HAN})|(?<![A-Za-z])){SURNAME}{_HAN}{{1,2}}[\s,:(]{{0,2}}(?:家?住在?|家在)?\s{{0,2}}{FLAT}",
    rf"{_NAME}[\s,:(]{{0,2}}(?:家?住在?|家在|的|in|of|at)?\s{{0,2}}{_ROOM}",
    rf"{_SAID_ROOM}[\s,:(]{{0,2}}{LATIN}",
    rf"{LATIN}[\s,:(]{{0,2}}(?:in|of|at)?\s{{0,2}}{_SAID_ROOM}",
)
"""Where a dwelling is in a text whose characters are plain, with who lives there; as `personal_names.SHAPES`."""
