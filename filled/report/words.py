"""The words of a report that are no handbook's own, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from schemas.words import Bilingual

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "unnamed": ("未填写", "not filled in"),
    "file": ("文件", "File"),
    "row": ("行", "Row"),
    "place": ("位置", "Place"),
    "found": ("填的是", "Found"),
    "expected": ("应为", "Expected"),
    "form": ("表单", "Form"),
    "edition": ("版本", "Edition"),
    "rows": ("行数", "Rows"),
    "mistakes": ("错误", "Mistakes"),
    "totals": ("合计", "Totals"),
    "files": ("文件清单", "Files"),
    "copies": ("每份一行", "Copies"),
    "figure": ("数", "Figure"),
    "what": ("项目", "What"),
    "unit-of": ("单位", "Unit"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "period": ("期间", "Period"),
    "remarks": ("说明", "Remarks"),
    "refused": ("读不了：{why}", "not read: {why}"),
    "unused": ("不在本次统计之内", "not part of this report"),
    "title": ("统计结果", "Report"),
    "share": ("累计占比", "Cumulative share"),
    "class": ("{name} 类", "Class {name}"),
    "low": ("低于目标", "Under target"),
    "target": ("目标 {n}", "Target {n}"),
    "unit": ("（{unit}）", " ({unit})"),
}
"""Chinese and English, by id."""

_REMARKS: Final[Mapping[str, tuple[str, str]]] = {
    "no-copies": (
        "没有 {form} 的填好的表，这一部分按没有算",
        "there is no filled copy of {form}; it counts as nothing",
    ),
    "no-last": (
        "没有上期的 {form}，取自上期的栏空着，由填表人填写",
        "there is no {form} of the last period; what would be taken from it stays blank for a person",
    ),
    "undated": (
        "{form} 有 {count} {what}没有填“{field}”，不知道是不是本期，没有算进去",
        "{count} {what} of {form} have no '{field}', so nobody knows whether they are of this period; not counted",
    ),
    "repeated": (
        "{form} 有 {count} {what}与较新的“{field}”相同，只算较新的",
        "{count} {what} of {form} have the same '{field}' as a newer one; only the newer counts",
    ),
    "merged": (
        "{names}并入“{other}”：表上只有 {rows} 行",
        "{names} are counted under '{other}': the form has {rows} rows",
    ),
    "disagree": ("对不上：{title}（{figures}）", "this does not agree: {title} ({figures})"),
    "unfit": ("算出来的数填不进去，那一栏空着：{what}", "a figure does not fit its field, which stays blank: {what}"),
    "outside": ("有 {count} 行不在期间内，没有列出", "{count} rows are of another time and are not listed"),
    "no-date": (
        "有 {count} 行没有填“{field}”，没有列出",
        "{count} rows have no '{field}' and are not listed",
    ),
    "same-file": ("{file} 与 {other} 是同一个文件，只算一份", "{file} is the same file as {other}; it counts once"),
    "same-serial": (
        "{file} 与 {other} 的编号相同（{number}），两份都算了，请核对",
        "{file} has the same number as {other} ({number}); both count, so compare them",
    ),
}


def word(id_: str, lang: str, **values: object) -> str:
    """A word of `WORDS` in *lang*, filled."""
    return WORDS[id_][0 if lang == "zh" else 1].format(**values)


def joined(parts: Iterable[str], lang: str) -> str:
    """*parts* one after the other."""
    return ("、" if lang == "zh" else ", ").join(parts)


@dataclass(frozen=True, slots=True)
class Remark:
    """What whoever signs a report should know: a rule of this module and what its wording is filled with."""

    rule: str
    values: Mapping[str, Any]

    def say(self, lang: str) -> str:
        """The remark in one line."""
        values = {
            name: value.say(lang) if isinstance(value, Bilingual) else value for name, value in self.values.items()
        }
        return _REMARKS[self.rule][0 if lang == "zh" else 1].format(**values)
