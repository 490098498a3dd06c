"""Names of people that no word beside them gives away: 于谦批准, 郭德纲经办. A text is cut as its likeliest reading.

A run of Chinese is read as words, as frequent as `personal_words.txt` has them, and names: a surname, then one or two
characters as names have them. What stands before and after counts: 保安石勇, 秦明说. Of all the ways to cut the run the
likeliest one says what is a name. jieba's own tags (`nr`) come from the same counts by another way: they find fewer of
the names of a desk, want three seconds more of a report, and cannot be told who stands beside whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from schemas.personal_characters import GIVEN, IN_NO_NAME, SURNAMES

_NOT_LAST: Final = frozenset("家等人们方里")
_BY_NAME: Final = re.compile(
    "(?:业主|住户|租户|租客|房东|客户|户主|车主|访客|来访[人者]|投诉人|报修人|报警人|联系人|收件人|经办人|负责人|"
    "当事人|家属|邻居|司机|同事|[工送递洁安练管理务售导电]员|师傅|保安|"
    "保洁|管家|前台|客服|经理|主任|工程师|队长|班长|主管|民警|警官|医生|老师|家长|女儿|儿子|母亲|父亲|丈夫|妻子|"
    "老公|老婆|[之其][父母子女妻夫]|叫做?|姓名|户名|领导|书记|"
    "助理|监理|店长|实习生|志愿者|会计|出纳|财务|姐姐|哥哥|弟弟|妹妹|[小男女]孩子?|孩子|外孙女?|孙[子女]|老人|阿"
    "姨|保姆|护工|中介|同学|朋友|法人|代表|工人|杂工|驾驶人|患者|伤者)$"
)
"""Whom a name is said after."""
_NO_SURNAME: Final = re.compile("(?:外孙|儿童|师傅|主任|主管|保安|押[半一二两三]付)$")
"""What ends as a surname and is none: the last character of who somebody is, and how rent is paid."""
_BEFORE: Final = re.compile("[的是被把给由请和与跟让代替问找向交陪为及或对叫约见喊领送带扶]$")
_ACTS: Final = re.compile(
    "说|称|反映|报告|汇报|上报|提出|发现|通知|登记|申请|预约|领用|申领|欠|交来|送来|寄来|投诉|来电|来[访办取领说问]|打来|要求|报修|电话|手机|微信|身份证|先生|女士|小姐|太太|师傅|阿姨|老"
    "师|大[爷妈姐哥]|奶奶|爷爷|本人|签收|签字|签名|签了|代[领收签]|经办|批准|同意|"
    "拒[绝签]|忘|丢|捡|拾|认领|领[取走]|值[班守]|顶班|换班|接班|请假|休假|当班|到[场岗]|赶到|陪同|授权|负责|询问|"
    "咨询|表示|表扬|道歉|认为|希望|觉得|家[的里住]|[家住]在|们?等?[两三四五六]人|及其|夫妇|夫妻|父[子女]|母[子女]"
)
"""What somebody does, or is said to have."""
_AFTER: Final = re.compile("[的和与跟让代已在到来去拿领签交取送没不答回接打把将被因要想提等两三也又再住办询问同陪其]")
_TITLES: Final = re.compile(
    "经理|主任|主管|队长|班长|组长|店长|处长|科长|院长|校长|总监|老师|师傅|教练|大[姐哥爷妈叔伯婶]|奶奶|爷爷|阿姨"
    "|叔叔|伯伯|先生|女士|小姐|太太|夫人|书记|医生|大夫|护士|律师|教授|警官|民警|会计|秘书|助理|同学|老板"
)
_WORKS: Final = frozenset("单班代查楼向任管钱费")
"""What stands before a title too and is no surname there: 值班经理, 客单主管."""
_CALLED: Final = "总工姐哥叔伯姨婶嫂爷爸妈队导"
_HAN: Final = re.compile("[\u3400-\u9fff]{2,}")
_NEXT: Final = 3
"""So many characters after a name say what somebody does."""
_NEAR: Final = 5
"""So many characters before a name announce it."""
_UNKNOWN: Final = -14.0
_NAME: Final = -5.5
"""How seldom a name is, beside words."""
_BY_WHO: Final = 4.0
"""How much likelier a name is behind who somebody is."""
_SHORT: Final = -1.5
"""A given name of one character: fewer have it, and more words look like it."""
_TWICE: Final = -3.0
"""The second of two that are the same: 多多."""
_SPOKEN: Final = -6.0
"""A surname with what somebody is called by who knows them."""
_WITHOUT_SURNAME: Final = -13.0
"""A given name alone, of somebody who is announced: 保洁翠花."""
_TITLED: Final = 5.0
"""A surname before a title."""
_NO_PART: Final = -12.0
_NO_NAME: Final = -17.0
"""What ends a given name never: 家, 人."""
_ANY_PART: Final = -8.5
_USUAL_PART: Final = -5.5


class _Counts(NamedTuple):
    words: Mapping[int, Mapping[str, float]]  # by their length
    middle: Mapping[str, float]
    last: Mapping[str, float]


@cache
def _counts() -> _Counts:
    """Read line by line, and words of each length apart: tables that grow in smaller steps take less at their peak."""
    sections: dict[str, dict[int, dict[str, float]]] = {}
    with (files("schemas") / "personal_words.txt").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("["):
                inside = sections.setdefault(line.strip()[1:-1], {})
            elif not line.startswith("#"):
                score, *words = line.rstrip("\n").split(" ")
                number = float(score)
                for word in words:
                    inside.setdefault(len(word), {})[word] = number
    return _Counts(sections["words"], sections["middle"][1], sections["last"][1])


class Piece(NamedTuple):
    """A word or a name in a text."""

    start: int
    end: int
    is_name: bool


def pieces(plain: str) -> list[Piece]:
    """The likeliest reading of the Chinese in *plain*: its names, and its words of two characters and more."""
    return [
        Piece(run.start() + start, run.start() + end, is_name)
        for run in _HAN.finditer(plain)
        for start, end, is_name in _read(run[0], is_counted=plain[: run.start()].rstrip()[-1:].isdecimal())
        if is_name or end - start > 1
    ]


def word_ends(plain: str) -> set[int]:
    """Where the words of the Chinese in *plain* end, in its likeliest reading as words alone."""
    return {run.start() + end for run in _HAN.finditer(plain) for end in _ends(run[0])}


def _ends(run: str) -> list[int]:
    best = [0.0] + [float("-inf")] * len(run)
    came = [0] * (len(run) + 1)
    for start in range(len(run)):
        for end, score, _ in _words(run, start):
            if (total := best[start] + score) > best[end]:
                best[end], came[end] = total, start
    ends, end = [], len(run)
    while end:
        ends.append(end)
        end = came[end]
    return ends


def _read(run: str, *, is_counted: bool) -> list[tuple[int, int, bool]]:
    size = len(run)
    best = [0.0] + [float("-inf")] * size
    came = [(0, False)] * (size + 1)
    for start in range(size):
        for end, score, is_name in (*_words(run, start), *(() if is_counted and start == 0 else _names(run, start))):
            if (total := best[start] + score) > best[end]:
                best[end], came[end] = total, (start, is_name)
    read, end = [], size
    while end:
        start, is_name = came[end]
        read.append((start, end, is_name))
        end = start
    return read[::-1]


def _words(run: str, start: int) -> Iterator[tuple[int, float, bool]]:
    words = _counts().words
    yield start + 1, words[1].get(run[start], _UNKNOWN), False
    for end in range(start + 2, min(start + 4, len(run)) + 1):
        if (score := words[end - start].get(run[start:end])) is not None:
            yield end, score, False


def _names(run: str, start: int) -> Iterator[tuple[int, float, bool]]:
    given = run[start : start + 2]
    before = run[max(0, start - _NEAR) : start]
    if GIVEN.issuperset(given) and _announced(before) == _BY_WHO:
        yield start + len(given), _WITHOUT_SURNAME + _acting(run, start + len(given)), True
    for size in (1, 2):
        surname = run[start : start + size]
        if len(surname) < size or (weight := SURNAMES.get(surname)) is None:
            continue
        if _NO_SURNAME.search(run, max(0, start - _NEXT), start + size):
            continue
        weight += _NAME + _announced(before)
        if run[start + size : start + size + 1] in _CALLED and start + size < len(run):
            yield start + size + 1, weight + _SPOKEN + _acting(run, start + size + 1), True
        if surname not in _WORKS and _TITLES.match(run, start + size):
            yield start + size, weight + _TITLED, True
        for end in range(start + size + 1, min(start + size + 2, len(run)) + 1):
            yield end, weight + _given(run[start + size : end]) + _acting(run, end), True


def _given(given: str) -> float:
    first, last = given[:-1], given[-1]
    if last in _NOT_LAST:
        return _NO_NAME
    counts = _counts()
    if not first:
        return _SHORT + _part(last, counts.last)
    return _part(first, counts.middle) + (_TWICE if first == last else _part(last, counts.last))


def _part(character: str, counted: Mapping[str, float]) -> float:
    if character in IN_NO_NAME:
        return _NO_PART
    usual = _USUAL_PART if character in GIVEN else _ANY_PART
    return max(usual, counted.get(character, usual))


@lru_cache(4096)
def _announced(before: str) -> float:
    if not before:
        return 2.0
    return _BY_WHO if _BY_NAME.search(before) else 1.0 if _BEFORE.search(before) else 0.0


def _acting(run: str, end: int) -> float:
    return _acted(run[end : end + _NEXT])


@lru_cache(4096)
def _acted(after: str) -> float:
    if not after:
        return 1.0
    return 3.5 if _ACTS.match(after) else 0.7 if _AFTER.match(after) else 0.0
