"""Messages about forms: whose codes they have, who may see what is written on them, and what their fields say."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Forms(Message):
    """Forms: codes of our own, privacy, choices, and sense."""

    OWN_CODE_OF_SOURCE = error(
        "own-code-of-source",
        Bilingual(
            "“{value}”是原文件的编号，自编表单的编号以“{prefix}”开头，会混在一起",
            "'{value}' is a source's code, yet forms of our own have codes with '{prefix}' too",
        ),
        Bilingual(
            "在 library.yaml 的 own_codes 里换一个没有来源用的开头。", "Choose another own_codes in library.yaml."
        ),
    )
    OWN_CODE_MISSING = warning(
        "own-code-missing",
        Bilingual(
            "原文件里没有这张表，编号“{value}”却不是自编的“{prefix}…”",
            "no source has this form, yet its code '{value}' is not one of our own ('{prefix}…')",
        ),
        Bilingual(
            "换成 {prefix} 开头的编号；原文件有的，写上 source 的 code。",
            "Give it a code with {prefix}, or say the source's code in `source`.",
        ),
    )
    CODE_OF_SOURCE = error(
        "code-of-source",
        Bilingual(
            "编号“{value}”是原文件给另一张表的：{other}", "the source gives code '{value}' to another form: {other}"
        ),
        Bilingual("自编的表换一个编号。", "A form of our own takes another code."),
    )
    PUBLIC_BUT_PERSONAL = error(
        "public-but-personal",
        Bilingual(
            "这张表的 privacy 是 public，“{title}”却是{what}",
            "this form is `privacy: public`, yet '{title}' is {what}",
        ),
        Bilingual(
            "表的 privacy 改成 personal 或 sensitive，或者删掉这一栏。",
            "Make the form's privacy personal or sensitive, or take this field out.",
        ),
    )
    PUBLIC_IDENTITY = error(
        "public-identity",
        Bilingual(
            "“{title}”是身份证号，privacy 却写 public", "'{title}' is an identity number, yet it is `privacy: public`"
        ),
        Bilingual("删掉这个 privacy，或者写 sensitive。", "Take this `privacy` out, or write sensitive."),
    )
    KEEP_TOO_LONG = warning(
        "keep-too-long",
        Bilingual("填好的表要保存 {time}", "filled copies are to be kept for {time}"),
        Bilingual(
            "个人信息只留到用完为止；真要这么久，写 accept，说明是哪条规定。",
            "Personal data are kept as long as they are needed; if a rule asks for more, `accept` it and name it.",
        ),
    )
    KEEP_TOO_SHORT = warning(
        "keep-too-short",
        Bilingual("填好的表只保存 {time}", "filled copies are kept for {time} only"),
        Bilingual(
            "投诉、索赔、检查往往过几个月才来；写得再长些，或者写 accept，说明为什么。",
            "Complaints, claims and audits come months later: keep them longer, or `accept` it and say why.",
        ),
    )
    KEEP_MISSING = error(
        "keep-missing",
        Bilingual("没有写填好的表保存多久", "nothing says how long filled copies are kept"),
        Bilingual(
            "写 keep: {{time: 3 年, from: …}}，或者在 handbook.yaml 的 defaults 里写一次。",
            "Write keep: {{time: 3 年, from: …}}, or once in `defaults` of handbook.yaml.",
        ),
    )
    ONE_CHOICE = warning(
        "one-choice",
        Bilingual("“{title}”只有一个可选项", "'{title}' has one choice only"),
        Bilingual("再写一项；只有一种可能的用 tick。", "Add another; what is yes or no is a tick."),
    )
    CHOICES_ALIKE = warning(
        "choices-alike",
        Bilingual("“{first}”和“{second}”写的都是“{text}”", "'{first}' and '{second}' both say '{text}'"),
        Bilingual("改成不同的文字，或者删掉一项。", "Word them differently, or delete one."),
    )
    VALUE_UNFIT = error(
        "value-unfit",
        Bilingual("“{title}”要填{kind}，预先填好的是“{value}”", "'{title}' takes {kind}, and '{value}' is filled in"),
        Bilingual("改成它能填的内容，或者删掉 value。", "Write what it takes, or delete `value`."),
    )
    TOTAL_AND_PRODUCT = error(
        "total-and-product",
        Bilingual(
            "一个字段只有一种算法：合计、乘积或百分比", "a field is a sum, a product or a percentage, not several"
        ),
        Bilingual("total、product、rate 只留一个。", "Keep one of `total`, `product` and `rate`."),
    )
    ADDS_OTHER_KIND = error(
        "adds-other-kind",
        Bilingual(
            "“{title}”是{kind}，“{other}”是{other_kind}，不能相加",
            "'{title}' ({kind}) and '{other}' ({other_kind}) cannot be added",
        ),
        Bilingual("只加同一种、同单位的字段。", "Add fields of one type and unit only."),
    )
    BAD_PRODUCT = error(
        "bad-product",
        Bilingual(
            "“{title}”是{kind}，乘出来的却是{found}",
            "'{title}' is of type {kind}, yet what is multiplied makes {found}",
        ),
        Bilingual("数字乘金额得金额，数字乘数字得数字。", "A number times money is money, two numbers make a number."),
    )
    COMPARES_OTHER_KIND = error(
        "compares-other-kind",
        Bilingual(
            "“{title}”是{kind}，“{other}”是{other_kind}，不能比较",
            "'{title}' ({kind}) and '{other}' ({other_kind}) cannot be compared",
        ),
        Bilingual(
            "after、before 只在日期之间或钟点之间，at_least、at_most 只在同单位的数字或金额之间。",
            "`after` and `before` stand between dates or between times of day, `at_least` and `at_most` between "
            "numbers or amounts of one unit.",
        ),
    )
    WHOLE_COLUMN = error(
        "whole-column",
        Bilingual("“{value}”是一整列，这里要一格", "'{value}' is a whole column; one field is needed here"),
        Bilingual("整列只能用 total 相加；同一行的直接写列的编号。", "A whole column can only be added up by `total`."),
    )
    NOT_WORKED_OUT = error(
        "not-worked-out",
        Bilingual(
            "“{title}”的种类是 {found}，{key} 只能写在 {expected} 上",
            "'{title}' is of type {found}; `{key}` goes with {expected}",
        ),
        Bilingual("换一个字段，或者改它的 type。", "Name another field, or change its type."),
    )
    ORDER_IN_A_CIRCLE = error(
        "order-in-a-circle",
        Bilingual("先后或大小绕成了一圈：{value}", "the order goes in a circle: {value}"),
        Bilingual("断开其中一处。", "Break the circle somewhere."),
    )
    SUM_MISSES = warning(
        "sum-misses",
        Bilingual(
            "“{title}”没有把“{missing}”加进去，它也是{kind}",
            "'{title}' leaves out '{missing}', of the same kind ({kind})",
        ),
        Bilingual(
            "加进 total；不该加的，在 less 或别的规则里写出它和合计的关系。",
            "Add it to `total`; if it does not belong there, say in `less` or another rule how it goes with the sum.",
        ),
    )
    NEVER_HOLDS = error(
        "never-holds",
        Bilingual("“{title}”永远对不上：{why}", "'{title}' can never be right: {why}"),
        Bilingual("改 min、max 或这条规则。", "Change `min`, `max` or this rule."),
    )
    REQUIRED_ANYWAY = warning(
        "required-anyway",
        Bilingual(
            "“{title}”本来就必填，required_if 不起作用", "'{title}' is required anyway, whatever `required_if` says"
        ),
        Bilingual("删掉 required: true 或 required_if。", "Delete `required: true` or `required_if`."),
    )
    ALLOWS_IN_VAIN = error(
        "allows-in-vain",
        Bilingual("{type}字段不能写“{word}”", "a field of type {type} cannot say '{word}'"),
        Bilingual(
            "选项里自己写一项；anonymous 只用于姓名、电话、房号、证件号这类字段。",
            "Make it one of the choices; `anonymous` is for names, phones, flats and identity numbers.",
        ),
    )
    DRAFT_NOT_SAFE = error(
        "draft-not-safe",
        Bilingual(
            "“{title}”是个人信息或者自由文字，草稿里不留",
            "'{title}' is personal or takes free text; no draft keeps it",
        ),
        Bilingual("删掉 draft_safe。", "Delete `draft_safe`."),
    )
    NEVER_REQUIRED = error(
        "never-required",
        Bilingual("“{title}”的 required_if 永远不成立：{why}", "`required_if` of '{title}' never holds: {why}"),
        Bilingual("换一个条件，或者删掉。", "Write another condition, or delete it."),
    )
    SPECIMEN_WRONG = error(
        "specimen-wrong",
        Bilingual("样张填错了：{what}", "the specimen is filled in wrong: {what}"),
        Bilingual(
            "样张照这张表自己的规定填对；找错题会由程序弄错其中一处。",
            "Fill it in right by the form’s own rules; each item that asks what is wrong spoils one place by itself.",
        ),
    )
