"""Chinese characters typed for others that sound or look like them: `回防记录` for `回访记录`, `投拆` for `投诉`.

A character is taken for a slip where the pair it makes with its neighbour stands in no handbook, and another character
of the same sound or shape makes one that the library uses as a word. Of 386 questions without a slip that this was
tuned on, five are changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from search.sounds import alike, characters, readings
from search.tokens import CHINESE_STOP

SHAPES: Final = (
    "诉拆折斥析 己已巳 未末本术木 入人八 土士 日曰目 天夫大太 千干于 午牛 晴睛 拔拨 账帐 侯候 辩辨 既即 陪培 摧催"
    " 挂卦 复覆 脏赃 待侍持 洗冼 住往注 设没 话活 借错 板扳 货贷 贪贫 钥钓 维准 检捡险 报极 卡卞 今令 间问闻"
    " 由田甲申 买卖 元无 兔免 爪瓜 壮状 刺剌 投没 记纪 仓仑 矢失 市布 佰伯 幅副 竞竟 扬场 推堆 楼搂 鉴签 登凳"
    " 验检 访坊纺仿 绩债 邻领 拥佣 收牧 放政 修侈 理埋 单革"
)
"""Characters that are taken for each other because of their shape."""

LOOSE: Final = "的了吗呢吧啊呀嘛么我你您们什怎哪这那是就也都很和不没有在他她它一二三四五六七八九十把被让还着到见个几"
"""Characters that stand beside any other, so that a pair with them says nothing."""

ROUNDS: Final = 3
"""How many characters of a run are put right at most."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a pair must be to be what was meant.

    Attributes:
        rows: how many rows of the index have it.
        share: in which share of the rows that have the rarer of its characters it stands.
        typed: how many times as many rows it has as the pair that was typed.
    """

    rows: int
    share: float
    typed: int


SAME_SOUND: Final = Limits(rows=15, share=0.15, typed=150)
NEARLY: Final = Limits(rows=40, share=0.4, typed=150)
"""For a sound or shape that is only alike."""
BOTH_SIDES: Final = Limits(rows=3, share=0.06, typed=150)
"""For the same sound where the pair on the other side becomes one of the library's too."""
FIRM: Final = 0.03
"""From this share on a pair that was typed holds its characters together."""
TAKEN: Final = 0.2
"""From this share on a neighbour belongs to the pair on its other side."""

_LOOSE: Final = frozenset(LOOSE)
Frequency = Callable[[str], int]


def without_slips(run: str, frequency: Frequency) -> str:
    """*run*, of Chinese characters, with what was meant; *frequency* says how many rows of the index have a token."""
    for _ in range(ROUNDS):
        place, letter, gain = 0, "", 0.0
        for at, one, worth in _put_right(run, frequency):
            if worth > gain:
                place, letter, gain = at, one, worth
        if not letter:
            break
        run = run[:place] + letter + run[place + 1 :]
    return run


def _put_right(run: str, frequency: Frequency) -> Iterator[tuple[int, str, float]]:
    """Every character that may be a slip, what may be meant, and how good the pair is that it makes."""
    for at, letter in enumerate(run):
        for side in (-1, 1):
            beside, other, beyond = (_at(run, at + step) for step in (side, -side, 2 * side))
            if letter in _LOOSE or not beside or beside in _LOOSE or _pair(letter, beside, side) in CHINESE_STOP:
                continue
            if (
                share(_pair(other, letter, side), frequency) >= FIRM
                or share(_pair(beside, beyond, side), frequency) >= TAKEN
            ):
                continue
            typed = frequency(_pair(letter, beside, side))
            was_known = frequency(_pair(other, letter, side)) > 0
            for meant, is_same in confused(letter).items():
                fits = not was_known and frequency(_pair(other, meant, side)) >= BOTH_SIDES.rows
                worth = _worth(_pair(meant, beside, side), typed, is_same, fits, frequency)
                if worth:
                    yield at, meant, worth


def _worth(pair: str, typed: int, is_same: bool, fits: bool, frequency: Frequency) -> float:
    rows, firm = frequency(pair), share(pair, frequency)
    limits = [SAME_SOUND if is_same else NEARLY, *([BOTH_SIDES] if fits and is_same else [])]
    if not any(rows >= one.rows and firm >= one.share and rows >= one.typed * typed for one in limits):
        return 0.0
    return rows * firm * (2 if is_same else 1) * (2 if fits else 1)


def share(pair: str, frequency: Frequency) -> float:
    """In which share of the rows that have the rarer character of *pair* it stands; 0 for less than two characters."""
    if len(pair) < 2:
        return 0.0
    rarer = min(frequency(pair[0]), frequency(pair[1]))
    return frequency(pair) / rarer if rarer else 0.0


def _at(run: str, place: int) -> str:
    return run[place] if 0 <= place < len(run) else ""


def _pair(one: str, other: str, side: int) -> str:
    return one + other if side > 0 else other + one


@cache
def confused(letter: str) -> dict[str, bool]:
    """The characters that are typed for *letter*, and whether they sound the same."""
    same = dict.fromkeys(
        (one for syllable in readings().get(letter, ()) for one in "".join(characters()[syllable])), True
    )
    near = (
        one
        for syllable in readings().get(letter, ())
        for other in alike(syllable)
        for one in "".join(characters()[other])
    )
    shapes = (one for group in SHAPES.split() if letter in group for one in group)
    found = {**dict.fromkeys((*near, *shapes), False), **same}
    return {one: found[one] for one in sorted(found) if one != letter and one not in _LOOSE}
