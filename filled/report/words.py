"""The words of a report that are no handbook's own, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from schemas.words import Bilingual, Counted, Named, Word, Words

FILES: Final = Counted("{number} 个文件", "{number} file", "{number} files")
ROWS: Final = Counted("{number} 行", "{number} row", "{number} rows")


class ReportWords(Words):
    """Heads of tables, and what stands on charts."""

    unnamed = Word("未填写", "not filled in")
    file = Word("文件", "File")
    row = Word("行", "Row")
    place = Word("位置", "Place")
    found = Word("填的是", "Found")
    expected = Word("应为", "Expected")
    form = Word("表单", "Form")
    edition = Word("版本", "Edition")
    rows = Word("行数", "Rows")
    mistakes = Word("错误", "Mistakes")
    totals = Word("合计", "Totals")
    files = Word("文件清单", "Files")
    copies = Word("每份一行", "Copies")
    figure = Word("数", "Figure")
    what = Word("项目", "What")
    unit_of = Word("单位", "Unit")
    yes = Word("是", "yes")
    no = Word("否", "no")
    period = Word("期间", "Period")
    remarks = Word("说明", "Remarks")
    refused = Word("没有算：{why}", "not counted: {why}")
    skipped = Word("跳过：{why}", "skipped: {why}")
    twice = Word("重复：{why}", "there twice: {why}")
    left_out = Word("没有算的行", "Rows left out")
    why = Word("原因", "Why")
    notes = Word("要知道的", "Notes")
    outside = Word("不在期间内", "of another time")
    undated = Word("没有填日期", "without a date")
    unused = Word("不在本次统计之内", "not part of this report")
    title = Word("统计结果", "Report")
    of_files = Word(
        "文件夹里 {files}：读了 {read}，没有算 {refused}，跳过 {skipped}，重复 {twice}",
        "{files} in the folder: {read} read, {refused} not counted, {skipped} skipped, {twice} there twice",
    )
    of_rows = Word(
        "读到 {rows}：算了 {counted}，没有算 {left_out}",
        "{rows} read: {counted} counted, {left_out} not counted",
    )
    in_folder = Word("{folder}/ 里的 {files}也在内", "with {files} in {folder}/")
    share = Word("累计占比", "Cumulative share")
    of_class = Word("{name} 类", "Class {name}")
    low = Word("低于目标", "Under target")
    target = Word("目标 {n}", "Target {n}")
    unit = Word("（{unit}）", " ({unit})")


class RemarkRule(Named):
    """What there is to remark; `{names}` are filled from the remark."""

    wording: Bilingual

    NO_COPIES = (
        "no-copies",
        Bilingual(
            "没有 {form} 的填好的表，这一部分按没有算", "there is no filled copy of {form}; it counts as nothing"
        ),
    )
    NO_LAST = (
        "no-last",
        Bilingual(
            "没有上期的 {form}，取自上期的栏空着，由填表人填写",
            "there is no {form} of the last period; what would be taken from it stays blank for a person",
        ),
    )
    UNDATED = (
        "undated",
        Bilingual(
            "{form} 有 {counted}没有填“{field}”，不知道是不是本期，没有算进去",
            "{form}: {counted} without '{field}', so nobody knows of which period; not counted",
        ),
    )
    REPEATED = (
        "repeated",
        Bilingual(
            "{form} 有 {counted}与较新的“{field}”相同，只算较新的",
            "{form}: {counted} with the same '{field}' as a newer one; only the newer counts",
        ),
    )
    MERGED = (
        "merged",
        Bilingual(
            "{names}并入“{other}”：表上只有 {rows} 行", "counted under '{other}': {names} (rows on the form: {rows})"
        ),
    )
    DISAGREE = "disagree", Bilingual("对不上：{title}（{figures}）", "this does not agree: {title} ({figures})")
    UNFIT = (
        "unfit",
        Bilingual(
            "算出来的数填不进去，那一栏空着：{what}", "a figure does not fit its field, which stays blank: {what}"
        ),
    )
    OUTSIDE = (
        "outside",
        Bilingual(
            "{where}：不在期间内，没有算（{found}）",
            "{where}: of another time, not counted ({found})",
        ),
    )
    NO_DATE = (
        "no-date",
        Bilingual(
            "{where}：没有填“{field}”，没有算",
            "{where}: without '{field}', not counted",
        ),
    )
    SAME_FILE = (
        "same-file",
        Bilingual("{file} 与 {other} 是同一个文件，只算一份", "{file} is the same file as {other}; it counts once"),
    )
    SAME_VALUES = (
        "same-values",
        Bilingual(
            "{file} 与 {other} 编号相同（{number}），填的也一样，只算一份",
            "{file} has the same number as {other} ({number}) and says the same; it counts once",
        ),
    )
    OLDER = (
        "older",
        Bilingual(
            "{file} 与 {other} 编号相同（{number}），{other} 存得较晚（{saved}），只算 {other}",
            "{file} has the same number as {other} ({number}), which was saved later ({saved}); only {other} counts",
        ),
    )
    SAME_SERIAL = (
        "same-serial",
        Bilingual(
            "{file} 与 {other} 的编号相同（{number}）而月份不同，两份都算了，请核对",
            "{file} has the same number as {other} ({number}) but is of another month; both count, so compare them",
        ),
    )


@dataclass(frozen=True, slots=True)
class Remark:
    """What whoever signs a report should know: what it is, and what its wording is filled with."""

    rule: RemarkRule
    values: Mapping[str, Any]

    def say(self, lang: str) -> str:
        """The remark in one line."""
        return self.rule.wording.say(lang, **self.values)
