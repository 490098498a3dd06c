"""Messages about adding up: totals, and forms that are worked out from filled copies of others."""

from __future__ import annotations

from typing import Final

from schemas.messages.wording import error, warning

COMPUTED: Final = {
    "bad-dotted": error(
        "“{value}”不是字段的位置",
        "写编号，中间用点：head.total（本表）或 complaints.category（来源）。",
        "'{value}' does not say where a field is",
        "Write ids with dots: head.total (this form) or complaints.category (a source).",
    ),
    "one-measure-each": error(
        "一个字段只能有一种算法，这里有：{value}",
        "写 count、sum、take、list、say、total、rate、working、threshold 中的一个。",
        "a field has exactly one measure; here are: {value}",
        "Write one of count, sum, take, list, say, total, rate, working, threshold.",
    ),
    "one-amount-each": error(
        "分组只能数件数或者加金额，这里有：{value}",
        "写 count: 列，或者 sum: 列 和 of: 来源.字段。",
        "groups are either counted or summed; here are: {value}",
        "Write count: column, or sum: column with of: source.field.",
    ),
    "goes-with": error("“{key}”要和 {keys} 一起写", "补上，或者删掉“{key}”。", "'{key}' goes with {keys}",
                       "Add that, or delete '{key}'."),
    "wrong-block": error(
        "“{value}”是{found}，这里要{expected}",
        "换一个块。",
        "'{value}' is a {found}; a {expected} is needed here",
        "Name another block.",
    ),
    "wrong-field-type": error(
        "字段“{value}”的种类是 {found}，这里要 {expected}",
        "换一个字段，或者改它的 type。",
        "field '{value}' is of type {found}; {expected} is needed here",
        "Name another field, or change its type.",
    ),
    "ambiguous-field": error(
        "“{value}”在几个块里都有",
        "写明是哪个块的：{known}。",
        "'{value}' stands in several blocks",
        "Say of which block: {known}.",
    ),
    "not-a-rate": error(
        "“{value}”不是用 rate 算的",
        "working 后面写用 rate 算的字段。",
        "'{value}' is not worked out by `rate`",
        "`working` takes a field that has a rate.",
    ),
    "computed-in-a-circle": error(
        "算来算去又用到自己：{value}",
        "断开其中一处。",
        "this is worked out from itself: {value}",
        "Break the circle somewhere.",
    ),
    "row-of-nothing": warning(
        "矩阵的行“{value}”没有可数的东西",
        "{guess}行的编号应当是：{known}。",
        "row '{value}' of the matrix counts nothing",
        "{guess}Its rows should have the ids: {known}.",
    ),
    "row-missing": warning(
        "矩阵里没有“{value}”这一行，它不会被数进去",
        "在 rows 里加上。",
        "the matrix has no row '{value}', so it is not counted",
        "Add it to `rows`.",
    ),
}  # fmt: skip
"""By rule."""
