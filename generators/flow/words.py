"""The few words a flowchart adds to a record's own text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from schemas.by_name import ByName, T
from schemas.words import Bilingual, Word, Words


class FlowWords(Words):
    """What a flowchart says besides the texts of its record."""

    flowchart = Word("流程图：{title}", "Flowchart: {title}")
    start = Word("开始", "Start")
    end = Word("结束", "End")
    escalate_to = Word("转交{who}", "Hand over to {who}")
    loop = Word("返回", "Goes back")
    jump = Word("转到别处", "Continues elsewhere")
    at_most = Word("最多 {times} 次", "at most {times} times")
    at_most_once = Word("最多 1 次", "at most once")
    more_than = Word("超过 {times} 次", "after {times} times")
    more_than_once = Word("超过 1 次", "after that")
    again = Word("重复", "again")


Deed = Literal["say", "do", "note", "decide", "symptom", "check", "cause", "escalate"]
"""What a moment of a dialogue or of a troubleshooting graph is; also the colour class of its box."""


@dataclass(frozen=True, kw_only=True)
class _ByDeed(ByName[Deed, T]):
    say: T
    do: T
    note: T
    decide: T
    symptom: T
    check: T
    cause: T
    escalate: T


DEEDS: Final = _ByDeed(
    say=Bilingual("说", "Say"),
    do=Bilingual("做", "Do"),
    note=Bilingual("记住", "Remember"),
    decide=Bilingual("判断", "Decide"),
    symptom=Bilingual("现象", "Symptom"),
    check=Bilingual("检查", "Check"),
    cause=Bilingual("原因与处理", "Cause and remedy"),
    escalate=Bilingual("转交", "Hand over"),
)
"""What each of them is called."""


def at_most(count: int, lang: str) -> str:
    """How often a loop is gone round, at most."""
    words = FlowWords(lang)
    return words.at_most_once if count == 1 else words.at_most.format(times=count)


def more_than(count: int, lang: str) -> str:
    """When a loop is left for good."""
    words = FlowWords(lang)
    return words.more_than_once if count == 1 else words.more_than.format(times=count)
