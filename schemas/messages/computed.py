"""Messages about adding up: totals, and forms that are worked out from filled copies of others."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Sums(Message):
    """Totals, and forms that are worked out from filled copies of others."""

    BAD_DOTTED = error(
        "bad-dotted",
        Bilingual("“{value}”不是字段的位置", "'{value}' does not say where a field is"),
        Bilingual(
            "写编号，中间用点：head.total（本表）或 complaints.category（来源）。",
            "Write ids with dots: head.total (this form) or complaints.category (a source).",
        ),
    )
    ONE_MEASURE_EACH = error(
        "one-measure-each",
        Bilingual("一个字段只能有一种算法，这里有：{value}", "a field has exactly one measure; here are: {value}"),
        Bilingual(
            "写 count、sum、take、list、say、total、rate、working、threshold 中的一个。",
            "Write one of count, sum, take, list, say, total, rate, working, threshold.",
        ),
    )
    ONE_AMOUNT_EACH = error(
        "one-amount-each",
        Bilingual(
            "分组只能数件数或者加金额，这里有：{value}", "groups are either counted or summed; here are: {value}"
        ),
        Bilingual(
            "写 count: 列，或者 sum: 列 和 of: 来源.字段。",
            "Write count: column, or sum: column with of: source.field.",
        ),
    )
    GOES_WITH = error(
        "goes-with",
        Bilingual("“{key}”要和 {keys} 一起写", "'{key}' goes with {keys}"),
        Bilingual("补上，或者删掉“{key}”。", "Add that, or delete '{key}'."),
    )
    WRONG_BLOCK = error(
        "wrong-block",
        Bilingual("“{value}”是{found}，这里要{expected}", "'{value}' is {found}; {expected} is needed here"),
        Bilingual("换一个块。", "Name another block."),
    )
    WRONG_FIELD_TYPE = error(
        "wrong-field-type",
        Bilingual(
            "字段“{value}”的种类是 {found}，这里要 {expected}",
            "field '{value}' is of type {found}; {expected} is needed here",
        ),
        Bilingual("换一个字段，或者改它的 type。", "Name another field, or change its type."),
    )
    AMBIGUOUS_FIELD = error(
        "ambiguous-field",
        Bilingual("“{value}”在几个块里都有", "'{value}' stands in several blocks"),
        Bilingual("写明是哪个块的：{known}。", "Say of which block: {known}."),
    )
    NOT_A_RATE = error(
        "not-a-rate",
        Bilingual("“{value}”不是用 rate 算的", "'{value}' is not worked out by `rate`"),
        Bilingual("working 后面写用 rate 算的字段。", "`working` takes a field that has a rate."),
    )
    COMPUTED_IN_A_CIRCLE = error(
        "computed-in-a-circle",
        Bilingual("算来算去又用到自己：{value}", "this is worked out from itself: {value}"),
        Bilingual("断开其中一处。", "Break the circle somewhere."),
    )
    ROW_OF_NOTHING = warning(
        "row-of-nothing",
        Bilingual("矩阵的行“{value}”没有可数的东西", "row '{value}' of the matrix counts nothing"),
        Bilingual("{guess}行的编号应当是：{known}。", "{guess}Its rows should have the ids: {known}."),
    )
    ROW_MISSING = warning(
        "row-missing",
        Bilingual("矩阵里没有“{value}”这一行，它不会被数进去", "the matrix has no row '{value}', so it is not counted"),
        Bilingual("在 rows 里加上。", "Add it to `rows`."),
    )
