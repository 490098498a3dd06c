"""Chinese characters typed for others that sound or look like them: `回防记录` for `回访记录`, `投拆` for `投诉`.

A character is taken for a slip where the pair it makes with its neighbour stands in no handbook, and another character
of the same sound or shape makes one that the library uses as a word. Of 386 questions without a slip that this was
tuned on, five are changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
Rows = Mapping[str, int]


def without_slips(run: str, rows: Rows) -> str:
    """*run*, of Chinese characters, with what was meant; *rows* says in how many rows of the index a token stands."""
    for _ in range(ROUNDS):
        place, letter, gain = 0, "", 0.0
        for at, one, worth in _put_right(run, rows):
            if worth > gain:
                place, letter, gain = at, one, worth
        if not letter:
            break
        run = run[:place] + letter + run[place + 1 :]
    return run


def _put_right(run: str, rows: Rows) -> Iterator[tuple[int, str, float]]:
    """Every character that may be a slip, what may be meant, and how good the pair is that it makes."""
    for at in range(len(run)):
        for side in (-1, 1):
            if not _maybe_slip(run, at, side, rows):
                continue
            letter, beside, other = run[at], run[at + side], _at(run, at - side)
            typed = rows.get(_pair(letter, beside, side), 0)
            was_known = _pair(other, letter, side) in rows
            for meant, is_same in confused(letter).items():
                pair = meant + beside if side > 0 else beside + meant
                if pair in rows and rows[pair] >= BOTH_SIDES.rows:
                    fits = not was_known and rows.get(_pair(other, meant, side), 0) >= BOTH_SIDES.rows
                    yield at, meant, _worth(pair, typed, rows, is_same=is_same, fits=fits)


def _maybe_slip(run: str, at: int, side: int, rows: Rows) -> bool:
    """Whether the pair of a character with its neighbour binds neither of them."""
    letter, beside = run[at], _at(run, at + side)
    if letter in _LOOSE or not beside or beside in _LOOSE or _pair(letter, beside, side) in CHINESE_STOP:
        return False
    before, beyond = _pair(_at(run, at - side), letter, side), _pair(beside, _at(run, at + 2 * side), side)
    return share(before, rows) < FIRM and share(beyond, rows) < TAKEN


def _worth(pair: str, typed: int, rows: Rows, *, is_same: bool, fits: bool) -> float:
    often, firm = rows[pair], share(pair, rows)
    limits = [SAME_SOUND if is_same else NEARLY, *([BOTH_SIDES] if fits and is_same else [])]
    if not any(often >= one.rows and firm >= one.share and often >= one.typed * typed for one in limits):
        return 0.0
    return often * firm * (2 if is_same else 1) * (2 if fits else 1)


def share(pair: str, rows: Rows) -> float:
    """In which share of the rows that have the rarer character of *pair* it stands; 0 where no row has it."""
    if len(pair) < 2 or pair not in rows:
        return 0.0
    rarer = min(rows.get(pair[0], 0), rows.get(pair[1], 0))
    return rows[pair] / rarer if rarer else 0.0


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
