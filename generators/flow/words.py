"""The few words a flowchart adds to a record's own text, in both languages."""

from __future__ import annotations

from typing import Final

from schemas.duration import Duration

_WORDS: Final = {
    "flowchart": ("流程图：{title}", "Flowchart: {title}"),
    "start": ("开始", "Start"),
    "end": ("结束", "End"),
    "say": ("说", "Say"),
    "do": ("做", "Do"),
    "note": ("记住", "Remember"),
    "decide": ("判断", "Decide"),
    "symptom": ("现象", "Symptom"),
    "check": ("检查", "Check"),
    "cause": ("原因与处理", "Cause and remedy"),
    "escalate": ("转交", "Hand over"),
    "escalate-to": ("转交{who}", "Hand over to {who}"),
    "loop": ("返回", "Goes back"),
    "jump": ("转到别处", "Continues elsewhere"),
    "within": ("{time}内", "{time}"),
    "at-most": ("最多 {times} 次", "at most {times} times"),
    "at-most-once": ("最多 1 次", "at most once"),
    "more-than": ("超过 {times} 次", "after {times} times"),
    "more-than-once": ("超过 1 次", "after that"),
    "again": ("重复", "again"),
}


def word(key: str, lang: str, **values: object) -> str:
    """The word *key* in *lang*, with its blanks filled."""
    return _WORDS[key][0 if lang == "zh" else 1].format(**values)


def times(key: str, count: int, lang: str) -> str:
    """`at-most` or `more-than` so many times."""
    return word(f"{key}-once" if count == 1 else key, lang, times=count)


def within(time: Duration, lang: str) -> str:
    """A time limit as the chip in a node says it: `30 分钟内`, `30 minutes`, `当场`."""
    said = time.say(lang)
    return word("within", lang, time=said) if time.amount else said
